"""What another source says fills what is empty, changes nothing else, and can be taken back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.completing import FILLED, Account, completed, is_told, taken_back, with_times
from episodes.core.credit import Credit
from episodes.core.editing import edited
from episodes.core.episode import Episode, Link, Origin
from episodes.core.media import Source

FIRST, LATER = datetime(2024, 1, 10, tzinfo=UTC), datetime(2024, 2, 10, tzinfo=UTC)
HERE, THERE = Source(provider="web", key="1"), Source(provider="web", key="2", url="https://b.example/2")
HOST, GUEST = Credit(name="Ann Lee"), Credit(name="Bob Ray", role="guest")
LINK, CITED = Link(title="A", url="https://a.example"), Link(title="B", kind="citation")
EMPTY = Episode(guid="g", show="talk", slug="rye", title="Rye", published_at=FIRST, date_is_sure=False)


@st.composite
def records(draw: st.DrawFn) -> Episode:
    """An episode with some of its fields, each with an origin."""
    values = {
        "number": draw(st.none() | st.integers(0, 3)),
        "season": draw(st.none() | st.integers(1, 2)),
        "kind": draw(st.sampled_from(["full", "bonus", "rebroadcast"])),
        "summary": draw(st.sampled_from(["", "Of rye.", "Of mills."])),
        "notes": draw(st.sampled_from(["", "Of rye. And more.", "Read on."])),
        "language": draw(st.sampled_from(["", "en"])),
        "image": draw(st.sampled_from(["", "a.jpg"])),
        "published_at": draw(st.sampled_from([FIRST, LATER])),
        "date_is_sure": draw(st.booleans()),
    }
    people = tuple(draw(st.lists(st.sampled_from([HOST, GUEST]), unique=True)))
    links = draw(st.sampled_from([(), (LINK,), (CITED,), (LINK, CITED)]))
    names = [name for name in values if name != "date_is_sure" and values[name] not in (None, "", "full")]
    names += ["hosts"] if HOST in people else []
    names += ["guests"] if GUEST in people else []
    names += ["links"] if links else []
    sure = draw(st.sampled_from([0.5, 0.9]))
    origins = tuple(Origin(field=name, origin="title", confidence=sure) for name in names)
    return replace(
        EMPTY, **values, credits=tuple(sorted(people, key=lambda one: one.role != "host")), links=links, origins=origins
    )


@given(records(), records())
def test_what_is_filled_is_taken_back_whole(episode: Episode, other: Episode):
    """But for the date, which apps may know by then."""
    account = Account(said=other, source=THERE)
    full = completed(episode, account)

    assert completed(full, account) == full
    assert taken_back(full, [HERE]) == full
    back = taken_back(full, [THERE])
    assert replace(back, published_at=FIRST, date_is_sure=False, origins=()) == replace(
        episode, published_at=FIRST, date_is_sure=False, origins=()
    )
    assert not any(is_told(back, name) for name in FILLED if name != "published_at")


@given(records(), records())
def test_what_is_there_stays(episode: Episode, other: Episode):
    full = completed(episode, Account(said=other, source=THERE))

    for name in ("number", "season", "summary", "notes", "language", "image"):
        assert getattr(full, name) == (getattr(episode, name) or getattr(full, name))
    assert set(episode.credits) <= set(full.credits)
    assert set(episode.links) <= set(full.links)
    assert (full.guid, full.slug, full.title) == (episode.guid, episode.slug, episode.title)
    assert full.kind == episode.kind or (episode.kind, full.kind) == ("full", "bonus")
    assert full.published_at == episode.published_at or not episode.date_is_sure


@pytest.mark.parametrize("confidence", [0.5, 0.9])
def test_a_name_is_not_taken_from_a_guess(confidence: float):
    said = replace(EMPTY, credits=(GUEST,), origins=(Origin(field="guests", origin="title", confidence=confidence),))

    assert completed(EMPTY, Account(said=said, source=THERE)).credits == ((GUEST,) if confidence == 0.9 else ())


def test_the_hosts_of_a_whole_show_are_not_an_items_own():
    said = replace(EMPTY, credits=(HOST,), origins=(Origin(field="hosts", origin="show"),))

    assert completed(EMPTY, Account(said=said, source=THERE)).credits == ()


def test_a_person_has_one_part():
    """Whom one place calls a host is not a guest as well."""
    other = replace(HOST, role="guest")
    said = replace(EMPTY, credits=(other, GUEST), origins=(Origin(field="credits", origin="feed"),))
    episode = replace(EMPTY, credits=(HOST,))

    assert completed(episode, Account(said=said, source=THERE)).credits == (HOST, GUEST)


def test_a_number_of_another_season_is_not_filled():
    """`S1E5` says nothing of the fifth episode of the second season."""
    full = completed(replace(EMPTY, season=2), Account(said=replace(EMPTY, number=5, season=1), source=THERE))

    assert (full.season, full.number) == (2, None)


def test_a_source_that_counts_otherwise_gives_neither_number_nor_season():
    said = replace(EMPTY, number=7, season=2)

    full = completed(EMPTY, Account(said=said, source=THERE, is_numbered_alike=False))
    assert (full.number, full.season) == (None, None)


def test_what_a_person_writes_over_is_not_taken_back():
    said = replace(EMPTY, number=7, summary="Of rye.")
    full = edited(completed(EMPTY, Account(said=said, source=THERE)), {"number": 7})

    back = taken_back(full, [THERE])
    assert (back.number, back.summary) == (7, "")


@pytest.mark.parametrize(("is_measured", "sure"), [(True, 0.95), (False, 0.6)])
def test_chapters_move_by_the_offset(is_measured: bool, sure: float):
    chapters = (Chapter(start=0, title="Start"), Chapter(start=20, title="Middle"))
    said = replace(EMPTY, chapters=chapters, origins=(Origin(field="chapters", origin="description", confidence=0.95),))
    account = Account(said=said, source=THERE)

    full = with_times(EMPTY, account, 8.0, is_measured=is_measured)
    assert [one.start for one in full.chapters] == [0, 12]
    origin = full.origin_of("chapters")
    assert origin is not None
    assert origin.confidence == sure
    assert "told by https://b.example/2" in origin.reason
    assert taken_back(full, [THERE]) == EMPTY


def test_soundbites_licence_and_place_come_too_and_go_again():
    bites = (Soundbite(start=20, duration=30, title="Rye"), Soundbite(start=3000, duration=20))
    said = replace(
        EMPTY, soundbites=bites, license="cc-by-4.0", license_url="https://b.example/cc", location="Bern||||"
    )
    account = Account(said=said, source=THERE)

    full = with_times(completed(EMPTY, account), account, 8.0)

    assert [one.start for one in full.soundbites] == [12, 2992]
    assert (full.license, full.license_url, full.location) == ("cc-by-4.0", "https://b.example/cc", "Bern||||")
    assert with_times(full, Account(said=replace(said, soundbites=bites[:1]), source=THERE), 0.0) == full
    assert taken_back(full, [THERE]) == taken_back(full, [THERE], [said]) == EMPTY
