"""Caption files read back: round trips, and the quirks of real ones."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.core.captions import Cue, format_json, format_srt, format_vtt, to_segments
from episodes.core.captions.parsing import parse_captions

#: Letters of which no line begins or ends with a space; signs that mean something to one of the formats are among them.
LINES = (
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]) | st.just(" "), min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
NAMES = st.sampled_from(["", "Ann Lee", "R&D <lab>", "Zoë", "Bo"])


@st.composite
def captions(draw, lines=LINES, names=NAMES):
    found, now = [], 0
    for _ in range(draw(st.integers(1, 8))):
        start = now + draw(st.integers(0, 5000))
        now = start + draw(st.integers(1, 7000))
        text = tuple(draw(st.lists(lines, min_size=1, max_size=2)))
        found.append(Cue(start=start / 1000, end=now / 1000, lines=text, speaker=draw(names)))
    return found


@settings(max_examples=200, deadline=None)
@given(captions())
def test_vtt_reads_back_what_it_wrote(cues):
    """Times, lines and speakers, whatever signs they hold."""
    if all(not cue.speaker for cue in cues):
        cues = [Cue(start=cue.start, end=cue.end, lines=cue.lines, speaker="Ann Lee") for cue in cues]

    read = parse_captions(format_vtt(cues))

    assert (read.format, read.notes) == ("vtt", ())
    assert list(read.cues) == cues


PLAIN = LINES.filter(lambda line: not any(sign in line for sign in ":<{->") and not line.isdecimal())


@settings(max_examples=150, deadline=None)
@given(captions(lines=PLAIN, names=st.just("")))
def test_srt_reads_back_what_it_wrote(cues):
    """SRT has no way to escape; within what it can say, nothing is lost."""
    read = parse_captions(format_srt(cues))

    assert (read.format, read.notes) == ("srt", ())
    assert list(read.cues) == cues


@settings(max_examples=60, deadline=None)
@given(captions(lines=PLAIN.filter(lambda line: len(line) < 15), names=st.sampled_from(["Ann Lee", "Zoë", "Bo"])))
def test_srt_reads_names_back(cues):
    """Said once where the speaker changes, known for every cue."""
    assert list(parse_captions(format_srt(cues)).cues) == cues


@settings(max_examples=100, deadline=None)
@given(captions())
def test_json_reads_back_what_it_wrote(cues):
    read = parse_captions(format_json(cues))

    assert read.format == "json"
    assert [(c.start, c.end, c.text, c.speaker) for c in read.cues] == [
        (c.start, c.end, c.text, c.speaker) for c in cues
    ]


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text):
    """Anything may be handed in; times come out in order within a cue."""
    for head in ("", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n", "[{", "<p>"):
        read = parse_captions(head + text)
        assert all(cue.end >= cue.start and cue.text for cue in read.cues)


def texts(name, shared):
    read = parse_captions((shared / "captions" / f"webvtt-py__tests__subtitles__{name}").read_text("utf-8"))
    return [cue.text.replace("Caption text #", "") for cue in read.cues], read


@pytest.mark.parametrize(
    ("name", "expected", "note"),
    [
        ("captions_with_bom.vtt", ["1", "2", "3", "4"], ""),
        ("comments.vtt", 3, ""),
        ("cue_tags.vtt", ["When the moon hits your eye", "Like a big-a pizza pie", "That's amore"], ""),
        ("empty.vtt", [], "it is empty"),
        ("invalid.vtt", 7, "does not begin with WEBVTT"),
        ("invalid_format2.srt", [], "no captions"),
        ("invalid_format4.srt", [], "without text"),
        ("invalid_timeframe.sbv", ["1", "2", "4", "5"], "0:00:13.f89,0:00:15.489' are no times"),
        ("invalid_timeframe.vtt", ["1", "3", "4", "5", "6", "7"], "00:00:1d.890' are no times"),
        ("invalid_timeframe.srt", 5, ""),
        ("invalid_timeframe_in_cue_text.vtt", ["1", "2", "3"], "without text"),
        ("metadata_headers_multiline.vtt", ["1", "2"], ""),
        ("missing_caption_text.srt", ["1", "3", "4", "5"], "line 6: a cue without text"),
        ("missing_timeframe.vtt", ["1", "3", "4", "5", "6", "7"], "'Caption text #2'"),
        ("missing_timeframe.srt", ["1", "3", "4", "5"], "Caption text #2"),
        ("missing_timeframe.sbv", ["1", "3", "4", "5"], "'Caption text #2'"),
        ("no_captions.vtt", [], ""),
        ("sample.sbv", ["1", "2", "3 (line 1) 3 (line 2)", "4", "5"], "ends before it starts"),
        ("styles.vtt", ["- Hello world."], ""),
        ("using_identifiers.vtt", ["1", "2", "3", "4", "5", "6"], ""),
        ("youtube_dl.vtt", ["yeah", "what", "this will happen is I'm telling"], ""),
    ],
)
def test_quirks_of_real_files(shared, name, expected, note):
    """What can be read is read; what cannot is said."""
    found, read = texts(name, shared)

    assert found == expected if isinstance(expected, list) else len(found) == expected
    assert any(note in said for said in read.notes) if note else read.notes == ()


def test_whole_episodes_keep_every_cue_and_know_who_speaks(shared):
    """Six real SRT files of an hour, with names before the text."""
    for file in sorted((shared / "captions").glob("podcast-transcripts__*.srt")):
        text = file.read_text("utf-8")

        read = parse_captions(text)

        assert len(read.cues) == text.count(" --> "), file.name
        assert read.notes == ()
        assert all(cue.speaker for cue in read.cues)
        assert len({cue.speaker for cue in read.cues}) <= 12, {cue.speaker for cue in read.cues}


def test_names_and_times_of_the_podcast_namespace_examples(shared):
    folder = shared / "captions"
    page = parse_captions((folder / "podcast-namespace__docs__examples__transcripts__example.html").read_text("utf-8"))
    spoken = parse_captions(
        (folder / "podcast-namespace__docs__examples__transcripts__example.json").read_text("utf-8")
    )

    assert [cue.speaker for cue in page.cues][:3] == ["Travis", "Sarah", "Travis"]
    assert [cue.start for cue in page.cues][:3] == [0, 53, 102]
    assert [(cue.speaker, cue.text) for cue in spoken.cues][-2:] == [("Darth Vader", "father."), ("Luke", "Nooooo")]


ROLLING = """WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.389 align:start position:0%
~
hello<00:00:00.480><c> and</c><00:00:00.640><c> welcome</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
hello and welcome
~

00:00:02.399 --> 00:00:05.030 align:start position:0%
hello and welcome
to<00:00:02.639><c> the</c><00:00:02.800><c> show</c>

00:00:05.030 --> 00:00:05.040 align:start position:0%
to the show
~

00:00:05.040 --> 00:00:07.000 align:start position:0%
to the show
again<00:00:05.500><c> and again</c>
""".replace("~", " ")  # a line of one space is not an empty line


def test_rolling_captions_are_said_once():
    """YouTube shows every line twice, and once more for ten thousandths of a second."""
    read = parse_captions(ROLLING)

    assert [(cue.start, cue.text) for cue in read.cues] == [
        (0.16, "hello and welcome"),
        (2.399, "to the show"),
        (5.04, "again and again"),
    ]
    assert read.automatic
    assert read.language == "en"


def test_rolling_captions_are_known_without_their_marks():
    """Converted to SRT they have lost the times between words."""
    lines = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    blocks = [
        f"{n}\n00:00:{n:02d},000 --> 00:00:{n + 1:02d},000\n{a}\n{b}\n" for n, (a, b) in enumerate(pairwise(lines))
    ]

    read = parse_captions("\n".join(blocks))

    assert [cue.text for cue in read.cues] == ["one two", *lines[2:]]


def test_people_who_repeat_themselves_are_not_rolling():
    """They said it three times; so it stands."""
    text = "WEBVTT\n\n" + "".join(f"00:{n:02d}.000 --> 00:{n + 1:02d}.000\nYeah.\n\n" for n in range(3))

    assert [cue.text for cue in parse_captions(text).cues] == ["Yeah."] * 3


def test_several_voices_in_a_cue_are_parted():
    text = "WEBVTT\n\n00:00.000 --> 00:10.000\n<v.loud Ann Lee>Are you there?</v>\n<v Bo>Yes, I am!\n"

    read = parse_captions(text)

    assert [(cue.speaker, cue.text) for cue in read.cues] == [("Ann Lee", "Are you there?"), ("Bo", "Yes, I am!")]
    assert read.cues[0].end == read.cues[1].start < 10 == read.cues[1].end


@pytest.mark.parametrize("text", ["Note: this is odd", "Well: no", "http://example.org", "12: no", "is that so: yes"])
def test_a_colon_alone_names_nobody(text):
    """Words before a colon are words, until they come again like a name."""
    srt = f"1\n00:00:00,000 --> 00:00:02,000\nHello there.\n\n2\n00:00:02,000 --> 00:00:04,000\n{text}\n"

    assert parse_captions(srt).cues[1].text == text


def test_a_missing_empty_line_and_one_too_many():
    """Both are common in files that people edited; no word is lost, and the second is noted."""
    text = (
        "1\n00:00:00,000 --> 00:00:01,000\nfirst\n2\n00:00:01,000 --> 00:00:02,000\nsecond\n\nstill second\n\n"
        "3\n00:00:02,000 --> 00:00:03,000\nthird\n"
    )

    read = parse_captions(text.replace("\n", "\r\n"))

    assert [cue.text for cue in read.cues] == ["first", "second still second", "third"]
    assert read.notes == ("line 8: text after an empty line was taken to the cue before it",)


def test_podlove_and_youtube_json():
    podlove = [
        {"start": "00:00:01.500", "start_ms": 1500, "end_ms": 2000, "speaker": "1", "voice": "Ann", "text": "Hi"}
    ]
    youtube = {"events": [{"tStartMs": 1000, "dDurationMs": 500, "segs": [{"utf8": "Hi"}, {"utf8": " there"}]}]}

    first, second = (parse_captions(json.dumps(record)).cues[0] for record in (podlove, youtube))

    assert (first.start, first.end, first.speaker, first.text) == (1.5, 2.0, "Ann", "Hi")
    assert (second.start, second.end, second.text) == (1.0, 1.5, "Hi there")


def test_broken_json_is_said():
    assert "no whole JSON" in parse_captions('{"segments": [').notes[0]
    assert parse_captions('{"segments": [{"body": "x", "startTime": "soon"}]}').notes == (
        "segment 1: has no readable times: 'x'",
    )


def test_captions_become_a_transcript():
    cue = Cue(start=1, end=2, lines=("one", "two"), speaker="Ann")

    (segment,) = to_segments([cue])

    assert (segment.start, segment.end, segment.text, segment.speaker) == (1, 2, "one two", "Ann")
