"""Paragraphs of a transcript: where they begin, and that nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from episodes.core.paragraphs import ENOUGH_WORDS, TOO_MANY_WORDS, count_words, iter_paragraphs
from episodes.core.transcript import Segment


def said(text: str, start: float = 0, end: float = 1, speaker: str = "") -> Segment:
    return Segment(start=start, end=end, text=text, speaker=speaker)


def starts(segments: list[Segment], **options: object) -> list[float]:
    return [paragraph.start for paragraph in iter_paragraphs(segments, **options)]


def test_a_new_speaker_begins_a_paragraph():
    """Even in the middle of a sentence."""
    segments = [said("So I", 0, 1, "Ann"), said("wait", 1, 2, "Bo"), said("what?", 2, 3, "Bo")]

    assert starts(segments) == [0, 1]


def test_a_pause_after_a_sentence_begins_a_paragraph():
    """A pause inside a sentence does not."""
    sentence = "one two three four five six seven eight nine ten eleven twelve"
    pausing = [said(sentence + ".", 0, 1), said(sentence, 4, 5), said("and more.", 8, 9)]

    assert starts(pausing) == [0, 4]


def test_short_remarks_stay_together():
    """A pause after three words is no paragraph."""
    assert starts([said("Yes.", 0, 1), said("No.", 5, 6), said("Well.", 9, 10)]) == [0]


def test_enough_words_end_at_the_next_sentence():
    """Not before the sentence is over."""
    words = "word " * ENOUGH_WORDS
    segments = [said(words, 0, 1), said("goes on.", 1, 2), said("New.", 2, 3)]

    assert starts(segments) == [0, 2]


def test_speech_without_full_stops_is_cut_all_the_same():
    """A recogniser that writes no punctuation gives no page-long paragraphs."""
    segments = [said("some words without any end", place, place + 1) for place in range(200)]

    lengths = [count_words(paragraph.text) for paragraph in iter_paragraphs(segments)]

    assert max(lengths) < TOO_MANY_WORDS + 10


def test_chapters_begin_paragraphs():
    """Also where the mark comes half a second after the words."""
    segments = [said("One.", 0, 5), said("Two.", 5, 10), said("Three.", 10, 15)]

    assert starts(segments, breaks=[10.4]) == [0, 10]


@given(
    st.lists(
        st.builds(
            Segment,
            start=st.floats(0, 1e4),
            end=st.floats(0, 1e4),
            text=st.text(max_size=60),
            speaker=st.sampled_from(["", "Ann", "Bo"]),
        )
    ),
    st.lists(st.floats(0, 1e4), max_size=4),
)
def test_nothing_is_lost_or_moved(segments, breaks):
    """Whatever the times are, every segment with text is there once, in order, under its position."""
    paragraphs = list(iter_paragraphs(segments, breaks=breaks))

    positions = [position for paragraph in paragraphs for position in paragraph.positions]
    assert positions == [place for place, segment in enumerate(segments) if segment.text.strip()]
    assert [segments[place] for place in positions] == [one for part in paragraphs for one in part.segments]
    assert all(len({segment.speaker for segment in part.segments}) == 1 for part in paragraphs)
