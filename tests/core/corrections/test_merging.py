"""Files corrected elsewhere: a round trip without change makes no difference, a change comes home."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.core.captions import format_captions
from episodes.core.corrections.merging import format_of, merged
from episodes.core.errors import UsageError
from episodes.core.transcript import Segment

FORMATS = ("srt", "vtt", "json", "md", "txt", "html")
SPOKEN = (
    Segment(start=0, end=4, text="Hello there, and welcome to the show.", speaker="Ann Lee"),
    Segment(start=4, end=9, text="I am Marcus curious, speaking to you from London.", speaker="Bo"),
    Segment(start=9, end=14, text="Today we talk about Syria --> and about peace & war.", speaker="Ann Lee"),
)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60)


@pytest.mark.parametrize("format_", FORMATS)
@given(said=st.lists(texts, min_size=1, max_size=5), speaker=texts)
@settings(deadline=None)
def test_a_round_trip_changes_nothing(format_, said, speaker):
    segments = [Segment(start=n * 4.0, end=n * 4.0 + 4, text=t, speaker=speaker) for n, t in enumerate(said)]

    assert merged(segments, format_captions(format_, segments), format_) == segments


@pytest.mark.parametrize("format_", FORMATS)
def test_changed_words_come_home(format_):
    text = format_captions(format_, SPOKEN)
    changed = text.replace("Marcus", "Alexander").replace("curious,", "Mercouris,").replace("war", "more")

    result = merged(SPOKEN, changed, format_of(changed, f"x.{format_}"))

    assert [s.text for s in result] == [
        SPOKEN[0].text,
        "I am Alexander Mercouris, speaking to you from London.",
        "Today we talk about Syria --> and about peace & more.",
    ]
    assert [(s.start, s.end, s.speaker) for s in result] == [(s.start, s.end, s.speaker) for s in SPOKEN]


@pytest.mark.parametrize("format_", ["srt", "vtt", "json", "md"])
def test_a_changed_speaker_comes_home(format_):
    changed = format_captions(format_, SPOKEN).replace("Bo", "Cy")

    assert [s.speaker for s in merged(SPOKEN, changed, format_)] == ["Ann Lee", "Cy", "Ann Lee"]


def test_cues_may_be_cut_otherwise():
    """A subtitle editor joins cues; the words stay at home in their segments."""
    changed = "WEBVTT\n\n00:00.000 --> 00:14.000\n" + " ".join(s.text.replace("-->", "--&gt;") for s in SPOKEN)
    changed = changed.replace("London", "Paris").replace("&amp;", "&").replace(" & ", " &amp; ")

    result = merged(SPOKEN, changed, "vtt")

    assert result[1].text == "I am Marcus curious, speaking to you from Paris."
    assert result[0].text == SPOKEN[0].text


def test_another_text_is_refused():
    with pytest.raises(UsageError, match="another text"):
        merged(SPOKEN, "WEBVTT\n\n00:00.000 --> 00:09.000\nquite something else altogether\n", "vtt")
