"""Whether an item is an episode that is there: what joins, what vetoes, what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from episodes.core.episode import Episode
from episodes.core.facts import Facts
from episodes.core.matching import Alignment, Match, compare, with_sound
from episodes.core.ranking import Lineup

DAY = datetime(2024, 1, 10, tzinfo=UTC)
TALK = Facts(title="The Day After in Syria", published_at=DAY, duration=3000)


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (replace(TALK, title="Syria: the day after (Video)"), "joined"),
        (replace(TALK, published_at=DAY + timedelta(days=3), duration=3060), "joined"),
        (replace(TALK, published_at=DAY + timedelta(days=30)), "asked"),
        (replace(TALK, duration=1200), "asked"),
        (Facts(title="The Day After in Syria"), "asked"),
        (replace(TALK, title="What the central banks want"), "asked"),
        (replace(TALK, title="What the central banks want", published_at=DAY + timedelta(days=40)), "apart"),
        (Facts(title="What the central banks want"), "apart"),
        (Facts(), "apart"),
    ],
)
def test_words_date_and_length_are_weighed(other, verdict):
    """Alike in all joins; little evidence asks; nothing in common stays apart."""
    assert compare(TALK, other).verdict == verdict
    assert compare(other, TALK).verdict == verdict


@pytest.mark.parametrize("stated", [3, 36_000])
def test_a_stated_length_that_is_far_off_asks_where_a_measured_one_would_part(stated):
    """Lists are often wildly wrong; a file that was decoded is not."""
    one = replace(TALK, title="Rye fields", is_measured=True)
    other = replace(TALK, title="The rye field", duration=stated)

    assert compare(one, other).verdict == "asked"
    assert compare(one, replace(other, is_measured=True)).verdict == "apart"
    assert compare(one, replace(other, duration=3010)).score == compare(one, replace(one, title=other.title)).score


def test_a_title_that_others_have_joins_nothing_by_itself():
    """The nearest day comes first, and another week is another thing."""
    news = replace(TALK, title="Weekly news", is_title_common=True)
    near, far, other = (replace(news, published_at=DAY + timedelta(days=days)) for days in (0, 2, 7))

    assert compare(news, near).verdict == "asked"
    assert compare(news, near).score > compare(news, far).score
    assert compare(news, other).verdict == "apart"
    assert with_sound(compare(news, near), Alignment(offset=0.0, confidence=0.9)).verdict == "joined"
    assert with_sound(compare(news, near), Alignment(offset=0.0, confidence=0.0)).verdict == "apart"


def test_another_part_vetoes_the_same_number():
    """Both belong to episode 12."""
    one, two = (replace(TALK, number=12, part=part) for part in (1, 2))

    assert compare(one, two).is_vetoed
    assert compare(one, replace(two, part=None)).verdict == "joined"


def test_a_second_part_is_not_the_whole_without_a_question():
    assert compare(TALK, replace(TALK, part=2)).verdict == "asked"
    assert compare(TALK, replace(TALK, part=1)).verdict == "joined"


def test_a_rebroadcast_sounds_like_its_original_and_asks():
    match = compare(TALK, replace(TALK, kind="rebroadcast"))

    assert with_sound(match, Alignment(offset=0.0, confidence=1.0)).verdict == "asked"


def test_short_talks_need_more_sound_in_common():
    """Half of a minute's news is jingle."""
    match = Match(score=0.7)

    assert with_sound(match, Alignment(offset=0.0, confidence=0.6, lengths=(60.0, 60.0))).verdict == "asked"
    assert with_sound(match, Alignment(offset=0.0, confidence=0.6, lengths=(3000.0, 2900.0))).verdict == "joined"


def test_the_same_number_joins_whatever_the_titles_say():
    assert compare(Facts(title="A", number=338), Facts(title="Z", number=338)).verdict == "joined"


@pytest.mark.parametrize(
    ("seconds", "is_measured", "verdict"), [(90, True, "asked"), (90, False, "joined"), (2000, True, "joined")]
)
def test_the_same_number_of_a_clip_is_asked_about(seconds, is_measured, verdict):
    """A talk's clip bears its number; lengths that are only stated may be wrong, and edits differ."""
    talk = replace(TALK, number=338, is_measured=True)

    assert compare(talk, Facts(title="Clip", number=338, duration=seconds, is_measured=is_measured)).verdict == verdict


def test_a_different_number_vetoes_the_same_words():
    """Part 1 and part 2 are alike in all but that."""
    match = compare(replace(TALK, number=1), replace(TALK, number=2))

    assert match.is_vetoed
    assert "numbers 1 and 2 differ" in match.reasons


def test_a_guessed_number_neither_joins_nor_vetoes():
    guessed = replace(TALK, number=2024, number_is_sure=False)

    assert compare(guessed, replace(TALK, number=338)).verdict == "joined"
    assert compare(guessed, Facts(title="Z", number=2024)).verdict == "apart"


def test_two_that_are_as_likely_are_a_question():
    """The machine does not throw a coin."""
    twins = [
        Episode(guid=guid, show="a", slug=guid, title=TALK.title, published_at=DAY, number=None) for guid in ("1", "2")
    ]

    _, match = next(Lineup(twins).rank(replace(TALK, duration=0.0)))

    assert match.verdict == "asked"


@pytest.mark.parametrize(
    ("score", "confidence", "verdict"),
    [(0.3, 0.9, "joined"), (0.9, 0.05, "asked"), (0.9, 0.3, "joined"), (0.3, 0.2, "apart")],
)
def test_the_ear_decides_what_words_leave_open(score, confidence, verdict):
    """The same sound joins; other sound makes a question of what looked sure."""
    assert with_sound(Match(score=score), Alignment(offset=1.0, confidence=confidence)).verdict == verdict
