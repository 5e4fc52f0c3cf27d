"""What cannot be believed is seen: circles, holes, and text without a speaker."""

from __future__ import annotations

import pytest

from episodes.core.transcript import Word
from episodes.speech.doubt import count_repeated, find_doubts, find_holes, is_silent
from episodes.speech.recogniser import Reading
from episodes.speech.tuning import Tuning
from episodes.speech.voice import Span
from episodes.speech.windows import Window


def a_window(*speech: tuple[float, float]) -> Window:
    spans = tuple(Span(start=start, end=end) for start, end in speech)
    return Window(start=0, end=spans[-1].end + 1, pieces=(Span(start=0, end=spans[-1].end + 1),), speech=spans)


def spoken(*times: tuple[float, float]) -> list[Word]:
    return [Word(start=start, end=end, text="word") for start, end in times]


@pytest.mark.parametrize(
    ("text", "surplus"),
    [
        ("words words words words words and that is all", 0),
        ("yeah yeah", 0),
        ("thank you thank you", 0),
        ("good morning katie good morning katie", 3),
        ("so so so so so so", 5),
        ("in the room in the room in the room", 6),
    ],
)
def test_circles_are_counted_and_emphasis_is_not(text: str, surplus: int):
    """People repeat a little; a decoder in a circle repeats a lot."""
    assert count_repeated(text.split()) == surplus


def test_speech_without_words_is_a_hole():
    """Four seconds of speech between two words were not written down."""
    holes = find_holes(a_window((0, 10)), spoken((0, 0.5), (0.6, 2.0), (6.5, 7), (7, 8), (8, 9), (9, 10)), Tuning())

    assert [(round(hole.start), round(hole.end)) for hole in holes] == [(2, 6)]


def test_a_word_of_many_seconds_hides_a_hole():
    """Alignment stretches the last word before a hole over it."""
    holes = find_holes(a_window((0, 10)), spoken((0, 0.5), (0.5, 9.5), (9.5, 10)), Tuning())

    assert len(holes) == 1
    assert holes[0].length > 5


def test_pauses_are_not_holes():
    """Where nobody speaks no words are missed."""
    assert not find_holes(a_window((0, 1), (9, 10)), spoken((0, 1), (9, 10)), Tuning())


def test_an_improbable_reading_is_doubted():
    """The model's own probability counts."""
    reading = Reading(text="hm what", probability=-1.5)

    assert find_doubts(a_window((0, 1)), reading, spoken((0, 1)), Tuning()).of_text == ("low probability",)


def test_text_of_a_silent_window_is_dropped_only_if_improbable():
    """A sure text is kept though the model wonders whether anyone speaks."""
    assert is_silent(Reading(text="Thanks for watching", silence=0.9, probability=-1.2), Tuning())
    assert not is_silent(Reading(text="Good morning", silence=0.9, probability=-0.2), Tuning())
