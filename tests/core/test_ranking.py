"""Episodes by likeness: as if each had been compared, and few are."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from core.counting import calls
from episodes.core.episode import Episode, Origin
from episodes.core.facts import Facts, facts_of_episode
from episodes.core.likeness import alike, most_alike, most_alike_in_order, similarity, title_of
from episodes.core.matching import ASKED, JOINED, UNSURE, Match, compare
from episodes.core.media import Medium, Source
from episodes.core.ranking import Lineup, least_likely

FIRST = datetime(2024, 1, 10, tzinfo=UTC)
WORDS = ["rye", "mill", "mills", "lead", "type", "the", "last", "page", "ink", "of", "paper", "part 2", "7", "12", "II"]

titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join) | st.just("Weekly news")
some_facts = st.builds(
    Facts,
    title=titles | st.text(max_size=12),
    number=st.none() | st.integers(0, 6),
    number_is_sure=st.booleans() | st.just(True),
    season=st.none() | st.integers(1, 2),
    published_at=st.none() | st.integers(0, 40).map(lambda hours: FIRST + timedelta(hours=9 * hours)),
    duration=st.sampled_from([0.0, 600.0, 620.0, 700.0, 1800.0, 1900.0]),
    is_measured=st.booleans(),
    kind=st.sampled_from(["full", "full", "trailer", "rebroadcast"]),
    is_title_common=st.booleans(),
    doubt=st.sampled_from(["", "", "it counts otherwise"]),
)


def episode(facts: Facts, name: int) -> Episode:
    """An episode of which these facts are read, as far as they can be."""
    doubted = () if facts.number_is_sure else (Origin(field="number", origin="title", confidence=0.5),)
    key = f"{name}.mp3" if facts.is_measured else ""
    medium = Medium(kind="audio", source=Source(provider="web", key=str(name)), media_key=key, duration=facts.duration)
    return Episode(
        guid=str(name), show="talk", slug=str(name), title=facts.title or "-", number=facts.number, season=facts.season,
        published_at=facts.published_at or FIRST, date_is_sure=facts.published_at is not None, kind=facts.kind,  # type: ignore[arg-type]
        media=(medium,), origins=doubted,
    )  # fmt: skip


shows = st.lists(some_facts, max_size=14).map(lambda facts: [episode(one, name) for name, one in enumerate(facts)])


def ranked_in_full(facts: Facts, episodes: Iterable[Episode]) -> list[tuple[Episode, Match]]:
    """Every episode compared, and those left out whose words, days and lengths say that they are another thing."""
    return [pair for pair in all_ranked(facts, episodes) if pair[1].score >= least_likely(facts)]


def all_ranked(facts: Facts, episodes: Iterable[Episode]) -> list[tuple[Episode, Match]]:
    found = [(one, compare(facts, facts_of_episode(one))) for one in episodes]
    found = sorted((pair for pair in found if not pair[1].is_vetoed), key=lambda pair: -pair[1].score)
    sure = [one for one, match in found if match.score >= JOINED]
    if len(sure) < 2:
        return found
    doubted = [
        (one, Match(score=UNSURE, reasons=(*match.reasons, f"{sure[sure[0] is one].title!r} is as likely")))
        for one, match in found[: len(sure)]
    ]
    return doubted + found[len(sure) :]


def contradicted_in_full(facts: Facts, episodes: Iterable[Episode]) -> Facts:
    number, others = facts.sure_number, [facts_of_episode(one) for one in episodes]
    same = [one for one in others if number is not None and one.sure_number == number]
    if not same or facts.is_title_common or any(similarity(facts.title, one.title) >= 0.8 for one in same):
        return facts
    doubted = replace(facts, doubt=f"its number {number} is that of another episode")
    numbered = [one for one in others if one.sure_number not in (None, number)]
    alike_ones = [one for one in numbered if similarity(facts.title, one.title) > 0.9]
    is_so = any(compare(doubted, one).score >= JOINED for one in alike_ones)
    return replace(doubted, is_contradicted=True) if is_so else facts


@given(some_facts, shows, st.sets(st.integers(0, 13)))
def test_the_order_is_that_of_a_full_comparison(facts: Facts, episodes: list[Episode], taken: set[int]):
    lineup, free = Lineup(episodes), [one for one in episodes if int(one.guid) not in taken]

    assert list(lineup.rank(facts, lambda one: int(one.guid) not in taken)) == ranked_in_full(facts, free)


@given(some_facts, shows)
def test_the_ear_is_offered_the_same_first_and_all_others_behind(facts: Facts, episodes: list[Episode]):
    everything = all_ranked(facts, episodes)
    first = ranked_in_full(facts, episodes)
    offered = list(Lineup(episodes).rank_for_ear(facts, lambda _: True, lambda *_: True))

    assert offered[: len(first)] == first
    assert {one.guid: match for one, match in offered} == {one.guid: match for one, match in everything}


@given(some_facts, shows)
def test_the_questions_are_those_of_a_full_comparison(facts: Facts, episodes: list[Episode]):
    found = [(one, compare(facts, facts_of_episode(one))) for one in episodes]
    asked = sorted((pair for pair in found if pair[1].score >= ASKED), key=lambda pair: -pair[1].score)

    assert list(Lineup(episodes).likely(facts)) == asked


@given(some_facts, shows)
def test_a_contradiction_is_found_as_by_a_full_comparison(facts: Facts, episodes: list[Episode]):
    assert Lineup(episodes).contradicted(facts) == contradicted_in_full(facts, episodes)


@given(some_facts, shows, shows)
def test_episodes_that_change_are_compared_as_they_are_now(facts: Facts, before: list[Episode], after: list[Episode]):
    """They keep their places in the order."""
    lineup = Lineup(before)
    for one in after:
        lineup.keep(one)
    both = {one.guid: one for one in before} | {one.guid: one for one in after}

    assert list(lineup.rank(facts)) == ranked_in_full(facts, both.values())


@given(titles | st.text(max_size=30), titles | st.text(max_size=30))
def test_titles_are_never_more_alike_than_their_letters_allow(one: str, other: str):
    a, b = title_of(one), title_of(other)

    assert alike(a, b) <= most_alike_in_order(a, b) + 1e-9
    assert most_alike_in_order(a, b) <= most_alike(a, b) + 1e-9


def test_long_titles_of_one_letter_may_share_all():
    one, other = title_of("a" * 3000 + " b"), title_of("c " + "a" * 2900)

    assert alike(one, other) <= most_alike(one, other)


def a_show(count: int, *, with_numbers: bool) -> list[Episode]:
    """A talk a week, of four to seven odd words."""
    chance = random.Random(count)
    syllables = [first + second for first in "bdfgklmnprst" for second in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(2000)]
    facts = (
        Facts(
            title=" ".join(chance.choices(words, k=chance.randint(4, 7))),
            number=number if with_numbers else None,
            published_at=FIRST + timedelta(weeks=number),
            duration=chance.randint(1200, 3600),
        )
        for number in range(count)
    )
    return [episode(one, name) for name, one in enumerate(facts)]


def compared(count: int, *, with_numbers: bool, change: Callable[[Facts], Facts]) -> int:
    """How many comparisons it takes to find twenty items among so many episodes, and six more for the ear."""
    episodes = a_show(count, with_numbers=with_numbers)
    lineup = Lineup(episodes)

    def work() -> None:
        for one in episodes[:: count // 20]:
            facts = lineup.contradicted(change(facts_of_episode(one)))
            for _ in islice(lineup.rank_for_ear(facts, lambda _: True, lambda *_: True), 6):
                pass

    return calls(work, compare, alike)


def test_an_item_is_compared_with_few_however_many_there_are():
    """By number one, by title, day and length a handful: not more among ten times as many."""
    for with_numbers, change in (
        (True, lambda facts: facts),
        (True, lambda facts: replace(facts, title="What else there was")),
        (False, lambda facts: replace(facts, duration=0.0)),
        (False, lambda facts: facts),
        (False, lambda facts: replace(facts, title="What else there was")),
        (False, lambda facts: replace(facts, duration=0.0, title="What else there was")),
        (False, lambda facts: replace(facts, duration=0.0, published_at=None)),
        (False, lambda facts: replace(facts, title="What else there was", duration=0.0, published_at=None)),
    ):
        few, many = (compared(count, with_numbers=with_numbers, change=change) for count in (100, 1000))

        assert many <= few * 1.2
