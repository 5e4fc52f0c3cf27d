"""Sources that count otherwise than the show: told by titles and lengths, near the item in question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from episodes.core.episode import Episode
from episodes.core.facts import Facts
from episodes.core.matching import compare
from episodes.core.media import Medium, Source
from episodes.core.numbering import Counts, doubted
from episodes.core.ranking import Lineup

FIRST = datetime(2024, 1, 10, tzinfo=UTC)
TITLES = ["Rye", "Lead type", "The last page", "Mills", "Paper", "Ink", "Glue", "Cloth", "Thread"]


def shown(titles: list[str] = TITLES) -> list[Facts]:
    """A show's episodes, a week apart, of other lengths."""
    return [
        Facts(title=title, number=number, published_at=FIRST + timedelta(weeks=number), duration=1800.0 + 200 * number)
        for number, title in enumerate(titles, 1)
    ]


def listed(ahead: int, **changes: object) -> list[Facts]:
    """The same talks at a source whose numbers run ahead."""
    return [replace(one, number=(one.number or 0) + ahead, **changes) for one in shown()]  # type: ignore[arg-type]


def count(item: Facts, items: list[Facts], joined: dict[int, int] | None = None) -> int | None:
    return Counts(items, shown()).ahead(item, joined or {})


def test_titles_tell_how_far_apart_two_counts_run():
    for ahead in (-2, -1, 1, 2):
        assert {count(item, listed(ahead)) for item in listed(ahead)} == {ahead}


def test_lengths_tell_it_where_titles_are_others():
    items = [
        replace(one, title=f"{word} and more", published_at=None)
        for one, word in zip(listed(1), "abcdefghi", strict=True)
    ]

    assert count(items[4], items) == 1


def test_the_same_count_is_none():
    assert {count(item, listed(0)) for item in listed(0)} == {None}


def test_dates_alone_tell_nothing():
    """Films that come a week later look as if they were counted otherwise."""
    items = [replace(one, title="", duration=0.0) for one in listed(1)]

    assert count(items[4], items) is None


def test_one_item_that_disagrees_is_no_count():
    items = listed(0)
    items[3] = replace(items[3], title="Ink", duration=items[5].duration)

    assert count(items[3], items) is None
    assert count(items[0], items) is None


def test_a_count_may_change_on_the_way():
    """A special was numbered at one place alone."""
    items = [*listed(0)[:4], *listed(1)[4:]]

    assert count(items[0], items) is None
    assert count(items[-1], items) == 1


def test_what_is_joined_already_tells_most():
    """People answered so, or the sound did."""
    items = [replace(one, title="Weekly news", is_title_common=True, duration=600.0) for one in listed(1)]

    assert count(items[-1], items) is None
    assert count(items[-1], items, {5: 4, 6: 5, 7: 6}) == 1


def test_a_doubted_number_neither_joins_nor_vetoes():
    item, own, same = listed(1)[3], shown()[3], shown()[4]

    match = compare(doubted(item, 1), own)

    assert match.verdict == "joined"
    assert "its source's numbers run 1 ahead of the show's" in match.reasons
    assert compare(doubted(item, 1), same).verdict != "joined"
    assert doubted(item, None) == item


def episode(facts: Facts) -> Episode:
    medium = Medium(kind="audio", source=Source(provider="web", key=facts.title), duration=facts.duration)
    return Episode(
        guid=facts.title,
        show="talk",
        slug=facts.title,
        title=facts.title,
        number=facts.number,
        published_at=facts.published_at or FIRST,
        media=(medium,),
    )


def test_a_number_that_words_contradict_is_a_question():
    """Which of the two is mistyped, a person knows."""
    episodes = [episode(one) for one in shown()]
    item = replace(shown()[2], number=5)

    lineup = Lineup(episodes)

    best, match = next(lineup.rank(lineup.contradicted(item)))

    assert (best.title, match.verdict) == ("The last page", "asked")
    assert lineup.contradicted(shown()[2]) == shown()[2]
    assert lineup.contradicted(replace(item, number=50)) == replace(item, number=50)
