"""Transcripts cut into captions: nothing lost, readable, in time."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.core.captions import (
    SRT_CHARS,
    Layout,
    cues,
    format_captions,
    format_srt,
    format_vtt,
    shift,
)
from episodes.core.captions.parsing import parse_captions
from episodes.core.captions.words import clean, width
from episodes.core.errors import UsageError
from episodes.core.transcript import Segment, Word

TEXT = (
    "the bridge of Alexander Mercouris in New York, and then? Yes. I 東京特許許可局 Donaudampfschifffahrtsgesellschaft "
    "https://example.org/a/very/long/address/that/does/not/fit/on/one/line Dr. U.S. — «ja» 3,000 naïve x"
)
WORDS = st.sampled_from(TEXT.split())


@st.composite
def spoken(draw, max_size=12):
    """Segments in order, some with word times, some touching, some far apart, some without any length."""
    segments, now = [], 0.0
    for _ in range(draw(st.integers(0, max_size))):
        words = draw(st.lists(WORDS, min_size=1, max_size=25))
        now += draw(st.sampled_from([0, 0, 0.05, 0.7, 3.0]))
        length = draw(st.sampled_from([0.0, 0.4, 2.0, 7.5, 20.0]))
        timed = ()
        if draw(st.booleans()):
            step = length / len(words)
            timed = tuple(
                Word(start=now + n * step, end=now + (n + 1) * step, text=f" {word}") for n, word in enumerate(words)
            )
        speaker = draw(st.sampled_from(["", "Ann Lee", "Bo"]))
        segments.append(Segment(start=now, end=now + length, text=" ".join(words), speaker=speaker, words=timed))
        now += length
    return segments


def said(segments):
    return "".join(clean(segment.text) for segment in segments).replace(" ", "")


@settings(max_examples=150, deadline=None)
@given(spoken(), st.sampled_from([(42, 2), (32, 2), (20, 1), (37, 3)]))
def test_captions_lose_no_word_and_fit(segments, size):
    """Whatever was said: every letter in order, lines within bounds, at most 7 s, never two at once."""
    max_chars, max_lines = size

    made = cues(segments, max_chars=max_chars, max_lines=max_lines)

    assert said(segments) == "".join(cue.text for cue in made).replace(" ", "")
    for cue in made:
        assert 1 <= len(cue.lines) <= max_lines
        assert max(width(line) for line in cue.lines) <= max_chars
        assert 0 < cue.end - cue.start <= 7.0005
    for before, after in pairwise(made):
        assert before.end <= after.start


@settings(max_examples=80, deadline=None)
@given(spoken(), st.floats(2, 60))
def test_no_caption_outlasts_the_medium(segments, duration):
    """Recognisers hear words after the end of the file; captions end with it, in order, all the same."""
    made = cues(segments, duration=duration)

    assert said(segments) == "".join(cue.text for cue in made).replace(" ", "")
    assert all(0 <= cue.start < cue.end <= duration + 0.0005 for cue in made)
    assert all(before.end <= after.start for before, after in pairwise(made))


@settings(max_examples=80, deadline=None)
@given(spoken())
def test_srt_has_two_lines_of_32_with_the_name_in_them(segments):
    """As the podcast namespace asks of transcripts."""
    text = format_captions("srt", segments)

    for block in filter(None, text.split("\n\n")):
        lines = block.strip("\n").split("\n")[2:]
        assert 1 <= len(lines) <= 2, block
        assert max(width(line) for line in lines) <= SRT_CHARS, block


@settings(max_examples=60, deadline=None)
@given(spoken())
def test_all_formats_say_the_same_words(segments):
    """Apps choose a format; listeners read the same."""
    segments = [Segment(start=s.start, end=s.end, text=s.text) for s in segments]
    expected = said(segments)

    for extension in ("vtt", "srt", "json", "html"):
        read = parse_captions(format_captions(extension, segments))
        assert "".join(cue.text for cue in read.cues).replace(" ", "") == expected, extension
    assert re.sub(r"\s", "", format_captions("txt", segments)) == expected


def test_a_short_cue_stays_for_a_second_where_there_is_room():
    """Half a second of text is a flash."""
    made = cues([Segment(start=1, end=1.3, text="Yes."), Segment(start=6, end=8, text="I do think so.")])

    assert [(cue.start, cue.end) for cue in made] == [(1.0, 2.0), (6.0, 8.0)]


def test_a_short_cue_borrows_from_its_longer_neighbours():
    """Between two long ones, each gives some."""
    made = cues(
        [
            Segment(start=0, end=5, text="This is what we came to talk about today.", speaker="Ann"),
            Segment(start=5, end=5.4, text="Right.", speaker="Bo"),
            Segment(start=5.4, end=9, text="And it is not what anybody expected.", speaker="Ann"),
        ]
    )

    assert made[1].end - made[1].start >= 1.0
    assert made[0].end <= made[1].start
    assert made[1].end <= made[2].start


def test_captions_end_where_sentences_and_clauses_end():
    """A cue is a thought."""
    text = (
        "For years nobody believed it, because the numbers were wrong. "
        "Then a student from Leeds looked at them again, and everything changed."
    )

    made = cues([Segment(start=0, end=9, text=text)])

    assert [cue.text[-1] in ",." for cue in made] == [True] * len(made)


@pytest.mark.parametrize("padding", range(30))
def test_a_name_is_never_parted(padding):
    """Neither by a line nor by a cue, wherever it falls; known by its capitals or given."""
    filler = ("so we all went and asked them what they made of it and " * 3)[:padding]
    text = f"{filler} he spoke with Alexander van der Berg and ana lopes about Episode 338 in New York on that day"

    made = cues([Segment(start=0, end=12, text=text)], names=["Ana Lopes"])

    lines = [line for cue in made for line in cue.lines]
    for name in ("Alexander van der Berg", "ana lopes", "Episode 338", "New York"):
        assert any(name in line for line in lines), lines


def test_word_times_decide_when_a_cue_begins():
    """The second sentence begins when its first word is said, not where letters would put it."""
    words = (
        Word(start=0.0, end=0.5, text=" Well."),
        Word(start=6.0, end=6.3, text=" Nobody"),
        Word(start=6.3, end=7.0, text=" knows."),
    )

    made = cues([Segment(start=0, end=7, text=" Well. Nobody knows.", words=words)])

    assert [(cue.start, cue.text) for cue in made] == [(0.0, "Well."), (6.0, "Nobody knows.")]


def test_a_corrected_text_keeps_the_times_of_its_other_words():
    """The words say "Cedarville", the corrected text "Sedar Will": the rest still stands where it was said."""
    words = tuple(
        Word(start=at, end=at + 0.5, text=f" {text}")
        for at, text in [(0, "Hello"), (0.5, "from"), (1, "Cedarville."), (8, "Good"), (8.5, "night.")]
    )

    made = cues([Segment(start=0, end=9, text="Hello from Sedar Will. Good night.", words=words)])

    assert [(cue.start, cue.text) for cue in made] == [(0.0, "Hello from Sedar Will."), (8.0, "Good night.")]


def test_each_cue_has_one_speaker_and_says_who():
    """Two voices never share a cue."""
    text = format_vtt(
        cues(
            [
                Segment(start=0, end=2, text="Hello.", speaker="Ann"),
                Segment(start=2, end=4, text="Hi!", speaker="R&D <x>"),
            ]
        )
    )

    assert re.findall(r"<v [^>]+>[^\n]+", text) == ["<v Ann>Hello.", "<v R&amp;D &lt;x&gt;>Hi!"]


def test_srt_names_the_speaker_where_he_changes():
    """As the podcast namespace's example does."""
    segments = [
        Segment(start=0, end=2, text="Hello.", speaker="Ann"),
        Segment(start=5, end=7, text="Still me.", speaker="Ann"),
        Segment(start=7, end=9, text="And me.", speaker="A man whose name is far too long for it"),
    ]

    text = format_srt(cues(segments, max_chars=SRT_CHARS, label_speakers=True))

    assert "Ann: Hello." in text
    assert "\nStill me." in text
    assert "A man whose name is far too lo…:\nAnd me." in text


def test_a_page_cannot_be_broken_out_of():
    """Words that look like markup are words."""
    text = format_captions("html", [Segment(start=0, end=1, text="<script>")], title="</title>", language='x" y')

    assert "<script>" not in text
    assert "&lt;/title&gt;" in text
    assert 'lang="x&quot; y"' in text


def test_an_unknown_format_is_refused_in_words():
    with pytest.raises(UsageError, match="no caption format 'doc'"):
        format_captions("doc", [])


def test_a_shifted_transcript_begins_at_zero_at_the_earliest():
    """The video leaves out the first five seconds."""
    moved = shift([Segment(start=2, end=7, text="a", words=(Word(start=2, end=7, text="a"),))], -5)

    assert (moved[0].start, moved[0].end, moved[0].words[0].end) == (0, 2, 2)


def test_an_hour_is_cut_in_well_under_a_second():
    """Ten thousand words: building must not wait for captions."""
    import time

    segments = [
        Segment(start=n * 4.0, end=n * 4.0 + 3.9, text="so we asked what it was, and nobody in the room said a word.")
        for n in range(900)
    ]
    began = time.process_time()

    assert len(cues(segments)) > 800
    assert time.process_time() - began < 2


def test_a_layout_can_be_given_whole():
    made = cues([Segment(start=0, end=30, text="one two three")], layout=Layout(max_duration=3.0))

    assert made[-1].end <= 3.0 * len(made) + 30
    assert all(cue.end - cue.start <= 3.0 for cue in made)
