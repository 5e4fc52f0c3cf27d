"""The sheet for the editor: read back without change, it is what was shown; nonsense is refused by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.corrections.sheet import format_sheet, parse_sheet
from episodes.core.errors import UsageError
from episodes.core.transcript import Segment

SHOWN = (
    Segment(start=0, end=4, text=" Hello there. ", speaker="Ann Lee"),
    Segment(start=4, end=9.5, text="I am Marcus curious."),
    Segment(start=9.5, end=12, text="Bye."),
)
lines = st.text(st.characters(codec="utf-8", exclude_characters="[]#"), min_size=1).filter(lambda t: t.split())


@given(texts=st.lists(lines, min_size=1, max_size=6), speakers=st.lists(lines, min_size=6, max_size=6))
def test_an_unchanged_sheet_changes_nothing(texts, speakers):
    shown = [
        Segment(start=n, end=n + 1, text=t, speaker=s) for n, (t, s) in enumerate(zip(texts, speakers, strict=False))
    ]

    assert parse_sheet(format_sheet(shown, title="A\nB"), shown) == shown


def read(change) -> list[tuple[float, float, str, str]]:
    return [(s.start, s.end, s.speaker, s.text.strip()) for s in parse_sheet(change(format_sheet(SHOWN)), SHOWN)]


def test_words_times_and_speakers_can_be_changed():
    found = read(
        lambda t: t.replace("Marcus curious", "Mercouris").replace("[00:00:09.50]", "[9 Bo]").replace("Lee", "Li")
    )

    assert found == [(0, 4, "Ann Li", "Hello there."), (4, 9, "", "I am Mercouris."), (9, 12, "Bo", "Bye.")]


def test_two_lines_are_joined():
    assert read(lambda t: t.replace("\n[00:00:09.50] ", "\n"))[1] == (4, 12, "", "I am Marcus curious. Bye.")


def test_a_line_is_cut_in_two():
    found = read(lambda t: t.replace("I am Marcus", "I am\n[+ Bo] Marcus"))

    assert [f[2:] for f in found] == [
        ("Ann Lee", "Hello there."),
        ("", "I am"),
        ("Bo", "Marcus curious."),
        ("", "Bye."),
    ]
    assert found[1][0] == 4 < found[2][0] == found[1][1] < found[2][1] == 9.5


def test_a_line_is_taken_out():
    assert [f[3] for f in read(lambda t: t.replace("[00:00:04.00] I am Marcus curious.\n", ""))] == [
        "Hello there.",
        "Bye.",
    ]


def test_a_line_is_put_in_at_a_time():
    assert read(lambda t: t + "[00:01:00.00 Bo] One more.\n")[-1][:1] == (60,)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("[0:0x] Hello", "line 1: '[0:0x]' holds no time"),
        ("[0:05 Ann Hello", "line 1: '[0:05 Ann Hello' opens a bracket"),
        ("Hello", "line 1: 'Hello' stands before the first segment"),
        ("[0:09] a\n[0:05] b", "line 2: [00:00:05.00] is earlier than the line before it"),
        ("", "the text is empty"),
    ],
)
def test_a_broken_sheet_is_refused(broken, said):
    with pytest.raises(UsageError) as caught:
        parse_sheet(broken, SHOWN)

    assert said in caught.value.message
