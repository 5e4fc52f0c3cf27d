"""Changes of topic: where they are found, that cuts keep to sentences and lengths, and that titles are as said."""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from episodes.core.chapter_titles import MAX_TITLE, titles
from episodes.core.sentences import iter_sentences
from episodes.core.topics import least_length, stretches
from episodes.core.transcript import Segment, Word

BREAD = ["The sourdough needs flour and water.", "A warm oven makes the crust.", "Sourdough flour ferments overnight."]
BOATS = ["The sailing boat lost its mast.", "We mended the sail in the harbour.", "A harbour pilot steers the boat."]
STARS = ["The telescope shows a distant galaxy.", "Every galaxy holds stars.", "A telescope mirror gathers light."]


def talk(*topics: list[str], times: int = 15, seconds: float = 4.0) -> list[Segment]:
    """Each topic's sentences, again and again."""
    lines = [line for topic in topics for _ in range(times) for line in topic]
    return [Segment(start=i * seconds, end=(i + 1) * seconds, text=line) for i, line in enumerate(lines)]


def starts(segments: list[Segment], **options: object) -> list[float]:
    sentences = list(iter_sentences(segments))
    duration = segments[-1].end if segments else 0.0
    return [sentences[i].start for i in stretches(sentences, duration=duration, **options)]


def test_three_topics_are_told_apart():
    """Each begins a stretch, within a few seconds."""
    assert starts(talk(BREAD, BOATS, STARS)) == [
        0,
        pytest.approx(180, abs=12),
        pytest.approx(360, abs=12),
    ]


def test_one_topic_is_one_stretch():
    assert starts(talk(BREAD, times=60)) == [0]


def test_nothing_said_has_no_stretch():
    assert stretches([], duration=60) == []


@pytest.mark.parametrize("number", [1, 2, 5, 100])
def test_a_number_is_kept_to_as_far_as_there_is_room(number):
    """A hundred chapters do not fit into nine minutes."""
    segments = talk(BREAD, BOATS, STARS)
    found = starts(segments, number=number)

    assert len(found) == number or (number == 100 and 5 < len(found) < 20)


def test_what_is_announced_is_cut_there():
    """Of two places that are alike otherwise, the announced one wins."""
    segments = talk(BREAD, BOATS)
    at = 45
    segments[at] = Segment(start=segments[at].start, end=segments[at].end, text="Okay, let's move on to boats.")

    assert segments[at].start in starts(segments)


lines = st.lists(
    st.tuples(st.sampled_from(BREAD + BOATS + STARS + ["Yeah.", "and so", "…", "東京"]), st.floats(0.1, 60)),
    max_size=120,
)


@settings(deadline=None, max_examples=50)
@given(lines, st.integers(0, 12))
def test_stretches_are_in_order_and_no_shorter_than_allowed(listed, number):
    """Whatever is said: the first sentence begins, and the least length holds."""
    at, segments = 0.0, []
    for text, seconds in listed:
        segments.append(Segment(start=at, end=at + seconds, text=text))
        at += seconds
    found = [*starts(segments, number=number), at] if segments else []

    assert found == sorted(set(found))
    assert not segments or found[0] == 0
    if len(found) > 2:
        assert min(b - a for a, b in pairwise(found)) >= least_length(at) - 1e-6


def test_sentences_go_over_segments_and_keep_the_words_times():
    words = (Word(start=1, end=2, text=" Done."), Word(start=7, end=8, text=" Next"))
    segments = [Segment(start=1, end=8, text="Done. Next", words=words), Segment(start=8, end=9, text="one.")]

    assert [(one.start, one.text, one.pause) for one in iter_sentences(segments)] == [
        (1, "Done.", 1.0),
        (7, "Next one.", 5),
    ]


def test_text_without_full_stops_is_cut_all_the_same():
    segments = [Segment(start=i, end=i + 1, text="and then we went on") for i in range(100)]

    assert len(list(iter_sentences(segments))) > 5


@given(st.lists(st.lists(st.text(max_size=80), max_size=6), max_size=5))
def test_titles_are_short_and_as_said(told):
    """Each part of a title stands in its stretch; nothing is made up."""
    for stretch, title in zip(told, titles(told), strict=True):
        assert len(title) <= MAX_TITLE
        said = " ".join(" ".join(stretch).split()).casefold()
        for part in title.removesuffix("…").split(", "):
            assert " ".join(part.split()).casefold() in said


def test_people_who_speak_are_no_topic():
    told = [["Pieter likes Bitcoin.", "Pieter mines Bitcoin."], ["Trees grow.", "Trees fall."]]

    assert titles(told, names=["Pieter Wuille"])[0] == "Bitcoin"


def test_german_nouns_are_no_names():
    told = [["Das Brot backt.", "Das Brot ist fertig."], ["Die Wolken ziehen.", "Die Wolken kommen."]]

    assert [title.split(",")[0] for title in titles(told, language="de")] == ["Brot", "Wolken"]


def test_joined_transcripts_come_apart(shared):
    """Real talks of one evening: most joints are found, few cuts are elsewhere."""
    chance, segments, joints = random.Random(3), [], []
    for file in sorted((shared / "transcripts" / "changelog").glob("practicalai*.jsonl")):
        turns = [json.loads(line)["text"] for line in file.read_text().splitlines()]
        at = segments[-1].end if segments else 0.0
        joints.append(at)
        first = chance.randrange(len(turns) // 2)
        for line in re.split(r"(?<=[.!?]) +", " ".join(turns[first:]))[:80]:
            segments.append(Segment(start=at, end=at + 0.4 * len(line.split()), text=line))
            at = segments[-1].end
    found = starts(segments)

    right = [joint for joint in joints if any(abs(joint - one) <= 30 for one in found)]
    assert len(right) >= len(joints) - 1
    assert len(found) <= len(joints) + 3
    assert (ROOT / "benchmarks" / "chapters.py").exists()
