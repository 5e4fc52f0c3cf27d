"""Words, windows and spans: what the network is given, and what is made of its answer."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from episodes.tagger.spans import GUEST, GUEST_ON, HOST, OUTSIDE, Span, spans_of
from episodes.tagger.windows import END, FIELDS, LONGEST, MOST_WINDOWS, OVERLAP, START, windows_of, written
from episodes.tagger.words import Word, words_of


def one_a_letter(word: str) -> list[int]:
    return [ord(letter) % 1000 + 4 for letter in word][:8]


def text_of(count: int) -> list[Word]:
    return list(words_of("text", " ".join(f"w{number}" for number in range(count))))


@given(st.text())
def test_words_are_where_they_say(text: str) -> None:
    words = list(words_of("text", text))
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]
    assert "".join(word.text for word in words) == "".join(text.split())


def test_a_word_knows_whether_space_stands_before_it() -> None:
    assert [(word.text, word.is_spaced) for word in words_of("text", "With O'Hara!")] == [
        ("With", True),
        ("O'", True),
        ("Hara", False),
        ("!", False),
    ]
    assert written(Word("text", "ﬁne", 0, 3, True)) == "▁fine"


def test_a_window_has_each_field_behind_a_mark_and_its_number() -> None:
    words = [*words_of("show", "Ab"), *words_of("text", "c d")]
    (window,) = windows_of(words, one_a_letter)
    show, text = list(FIELDS).index("show") + 1, list(FIELDS).index("text") + 1
    pieces = [one_a_letter(written(word)) for word in words]
    assert window.pieces == [START, END, *pieces[0], END, *pieces[1], *pieces[2], END]
    assert window.fields == [0, *[show] * (1 + len(pieces[0])), *[text] * (1 + len(pieces[1]) + len(pieces[2])), 0]
    assert window.places == [(2, 0), (3 + len(pieces[0]), 1), (3 + len(pieces[0]) + len(pieces[1]), 2)]


@given(st.integers(0, 900), st.integers(0, 200))
def test_windows_read_all_of_the_text_up_to_their_number(count: int, about: int) -> None:
    words = [*words_of("about", "a " * about), *text_of(count)]
    windows = windows_of(words, one_a_letter)
    assert 1 <= len(windows) <= MOST_WINDOWS
    assert all(len(window.pieces) == len(window.fields) <= LONGEST for window in windows)
    read = sorted({number for window in windows for _, number in window.places if words[number].field == "text"})
    assert read == list(range(about, about + len(read)))
    if len(windows) < MOST_WINDOWS:
        assert len(read) == count
    for one, following in pairwise(windows):
        ours = {number for _, number in one.places if words[number].field == "text"}
        theirs = {number for _, number in following.places if words[number].field == "text"}
        assert len(ours & theirs) == min(OVERLAP, len(ours) // 3)


def test_other_fields_are_cut_short() -> None:
    words = list(words_of("title", "word " * 100))
    (window,) = windows_of(words, one_a_letter)
    assert len(window.places) == FIELDS["title"] // len("▁word")


def tag(**shares: float) -> list[float]:
    names = {"outside": OUTSIDE, "host": HOST, "guest": GUEST, "guest_on": GUEST_ON}
    tags = [0.0] * 5
    for name, share in shares.items():
        tags[names[name]] = share
    return tags


def test_words_of_one_name_are_joined() -> None:
    words = list(words_of("text", "with Ann Lee-Ek, Bo"))
    tags = {
        0: tag(outside=1), 1: tag(guest=0.9, host=0.1), 2: tag(guest_on=0.8), 3: tag(guest_on=0.7), 4: tag(outside=1),
        5: tag(guest=0.6, outside=0.4),
    }  # fmt: skip
    first, second = spans_of(words, tags)
    assert (first.first, first.last, round(first.guest, 2), round(first.host, 2)) == (1, 3, 0.8, 0.03)
    assert second == Span(5, 5, 0.0, 0.6)


def test_a_name_does_not_go_on_into_another_field_or_end_with_a_sign() -> None:
    words = [*words_of("title", "Ann"), *words_of("text", "Lee !")]
    tags = {0: tag(host=0.9), 1: tag(guest_on=0.9), 2: tag(guest_on=0.9)}
    assert [(span.first, span.last) for span in spans_of(words, tags)] == [(0, 0)]
    tags = {1: tag(host=0.9), 2: tag(guest_on=0.9)}
    assert [(span.first, span.last) for span in spans_of(words, tags)] == [(1, 1)]
