"""Who is in most episodes of a show hosts it; guests who come often, and whom a feed or a person states, stay."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.credit import Credit, Role
from episodes.core.doubts import doubt, doubted
from episodes.core.editing import edited
from episodes.core.episode import Episode, Origin
from episodes.core.regulars import presented, regulars_of

Seen = tuple[str, Role, float]
ANN, BO = "Ann Lee", "Bo Ray"


def episode(number: int, *seen: Seen, origin: str = "description", notes: str = "") -> Episode:
    """One in which people are seen: surely from 0.8 on, else in doubt."""
    sure = [one for one in seen if one[2] >= 0.8]
    origins = [
        Origin(
            field=f"{role}s", origin=origin, confidence=min(own)[0],
            reason="; ".join(f"{name}: 'with {name}'; {at}" for at, name in own),
        )
        for role in ("host", "guest")
        if (own := [(at, name) for name, part, at in sure if part == role])
    ]  # fmt: skip
    origins += [
        doubt(Credit(name=name, role=role), origin=origin, confidence=at, reason="seen")
        for name, role, at in seen
        if at < 0.8
    ]
    return Episode(
        guid=str(number), show="talk", slug=str(number), title=f"On rye {number}", notes=notes,
        published_at=datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=number),
        credits=tuple(Credit(name=name, role=role) for name, role, _ in sure), origins=tuple(origins),
    )  # fmt: skip


def show_of(count: int, *seen: Seen) -> list[Episode]:
    return [episode(number, *seen) for number in range(count)]


def hosts(one: Episode) -> list[str]:
    return [credit.name for credit in one.credits if credit.role == "host"]


def guests(one: Episode) -> list[str]:
    return [credit.name for credit in one.credits if credit.role == "guest"]


def settled(episodes: list[Episode]) -> list[Episode]:
    return [presented(one, regulars_of(episodes)) for one in episodes]


def test_two_who_discuss_each_week_host_the_show():
    week = [episode(1, (ANN, "host", 0.7), (BO, "guest", 0.9)), *show_of(4, (ANN, "host", 0.7), (BO, "host", 0.6))]
    week += [episode(9, (ANN, "host", 0.9), (BO, "host", 0.9), ("Cy Dee", "guest", 0.9))]
    for one in settled(week):
        assert sorted(hosts(one)) == [ANN, BO]
        assert not doubted(one)
    changed = settled(week)[0]
    assert (
        changed.origin_of("hosts").reason
        == "Ann Lee: in 6 of 6 episodes of the show; Bo Ray: in 6 of 6 episodes of the show"
    )
    assert changed.origin_of("guests") is None


def test_they_are_named_in_the_order_of_the_words():
    week = [*show_of(5, (BO, "host", 0.9), (ANN, "host", 0.6)), episode(9, (BO, "host", 0.9), (ANN, "host", 0.9))]
    week = [replace(one, notes="Ann Lee and Bo Ray talk.") for one in week]
    assert hosts(settled(week)[0]) == [ANN, BO]


def test_a_guest_beside_them_keeps_the_own_reason():
    week = [*show_of(5, (ANN, "host", 0.7)), episode(7, (ANN, "guest", 0.85), ("Cy Dee", "guest", 0.9))]
    last = settled(week)[-1]
    assert (hosts(last), guests(last)) == ([ANN], ["Cy Dee"])
    assert last.origin_of("guests").reason == "Cy Dee: 'with Cy Dee'; 0.9"


@pytest.mark.parametrize(
    "week",
    [
        pytest.param(show_of(4, (ANN, "host", 0.9)), id="seen too seldom"),
        pytest.param(show_of(5, (ANN, "host", 0.9)) + show_of(5, ("Cy Dee", "host", 0.9)), id="in half of them"),
        pytest.param(show_of(9, (ANN, "guest", 0.9), (BO, "host", 0.9)), id="another hosts"),
        pytest.param(show_of(9, (ANN, "guest", 0.9)), id="surely a guest in each"),
        pytest.param(show_of(6, (ANN, "guest", 0.7)) + show_of(2, (BO, "guest", 0.9)), id="a guest in three of four"),
        pytest.param(show_of(9, (ANN, "host", 0.2)), id="talked of in each"),
        pytest.param(show_of(9, (ANN, "host", 0.7)), id="sure in none"),
        pytest.param(show_of(9, ("Ann", "host", 0.7)), id="one word alone"),
        pytest.param([episode(at, (ANN, "host", 0.9), origin="show") for at in range(9)], id="only said of the show"),
        pytest.param([replace(one, kind="trailer") for one in show_of(9, (ANN, "host", 0.9))], id="trailers"),
    ],
)
def test_who_is_no_regular(week: list[Episode]):
    assert ANN not in [one.name for one in regulars_of(week)]
    assert "Ann" not in [one.name for one in regulars_of(week)]


def test_what_is_stated_stays():
    week = show_of(9, (ANN, "host", 0.9))
    regulars = regulars_of(week)
    assert [one.name for one in regulars] == [ANN]
    by_feed = replace(
        episode(10, (ANN, "guest", 0.9)), origins=(Origin(field="credits", origin="feed", confidence=1.0),)
    )
    by_hand = edited(episode(11, (ANN, "guest", 0.9)), {"hosts": ()})
    told = episode(12, (ANN, "guest", 0.9))
    told = replace(told, origins=tuple(replace(one, source="web 2") for one in told.origins))
    unlikely = episode(13, (ANN, "guest", 0.2))
    by_cast = episode(14, (ANN, "guest", 0.9), origin="feed")
    with_hosts = episode(15, ("Cy Dee", "host", 0.9), origin="show")
    with_hosts = replace(
        with_hosts, origins=(*with_hosts.origins, doubt(Credit(name=ANN), origin="title", confidence=0.7, reason=""))
    )
    for one in (by_feed, by_hand, told, unlikely, by_cast, with_hosts):
        assert presented(one, regulars) is one


sightings = st.tuples(
    st.sampled_from([ANN, BO, "Cy Dee"]), st.sampled_from(["host", "guest"]), st.sampled_from([0.2, 0.6, 0.9])
)


@given(st.lists(st.lists(sightings, max_size=3, unique_by=lambda one: one[0]), max_size=12))
def test_nobody_is_lost_and_a_second_time_changes_nothing(seen: list[list[Seen]]):
    week = [episode(number, *people) for number, people in enumerate(seen)]
    mixed = random.sample(week, len(week))
    assert regulars_of(mixed) == regulars_of(week)
    after = settled(week)
    for before, now in zip(week, after, strict=True):
        assert {one.name for one in before.credits} <= {one.name for one in now.credits}
        assert set(hosts(before)) <= set(hosts(now))
        names = {one.name for one in now.credits} | {person.name for person, _ in doubted(now)}
        assert names == {one.name for one in before.credits} | {person.name for person, _ in doubted(before)}
        assert presented(now, regulars_of(week)) == now
    assert settled(after) == after
