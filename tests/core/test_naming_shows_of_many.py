"""Shows of several hosts, panels and readers: who is listed, who hosts for once, and how they are written."""

from __future__ import annotations

import pytest

from core.casting import people
from episodes.core.naming.appearances import sightings_of_appearances


def test_whom_the_show_calls_its_author_hosts_where_a_list_only_says_who_takes_part() -> None:
    told = "Panel\nAnn Lee (website)\nBo Meyer (website)\nIda Holm (blog)\n\nDiscussion\n01:32 - Rye"
    found = people(told, title="139 CR Rye with Ida Holm", author="Ann Lee, Bo Meyer, and Paul Berg")
    assert found == {"host": ["Ann Lee", "Bo Meyer"], "guest": ["Ida Holm"]}


def test_a_list_of_guests_says_more_than_the_author() -> None:
    found = people("Guest: Ida Holm\nWe talk about rye.", author="Ann Lee and Ida Holm")
    assert "Ida Holm" in found["guest"]


def test_authors_are_split_before_the_last_and() -> None:
    assert people("Bread.", author="Ann Lee, Bo Meyer, and Matt Welch")["host"] == ["Ann Lee", "Bo Meyer", "Matt Welch"]


@pytest.mark.parametrize(
    ("author", "show"), [("Jim and Ann Graedon", "Crumbs"), ("", "New Loaves with Jim & Ann Graedon")]
)
def test_two_who_have_a_last_name_together_are_two(author: str, show: str) -> None:
    assert people("Bread.", author=author, show=show)["host"] == ["Jim Graedon", "Ann Graedon"]


def test_speakers_with_their_offices_below_are_listed_and_one_of_them_moderates() -> None:
    told = (
        "SPEAKERS\n\nAnn Lee\nChief Baker and Head of Rye, Crumb Inc.\n\nIda Holm\nVice President, Rye Weekly\n\n"
        "Paul Berg\nManaging Director, Ovens—Moderator\n\nThe talk was given in May."
    )
    assert people(told) == {"host": ["Paul Berg"], "guest": ["Ann Lee", "Ida Holm"]}


@pytest.mark.parametrize("label", ["Delivered By", "Sermon Preached by"])
def test_who_delivers_a_sermon_takes_part(label: str) -> None:
    found = people(f"{label}\nRev. Martha Berg\nDelivered On\nMarch 13, 2022", author="Crumb Church")
    assert found["guest"] == ["Martha Berg"]


@pytest.mark.parametrize(
    "told",
    [
        "Abridged by Anna Magnus\nRead by John Berg\nProduced by Naomi Walm",
        "Reader: John Berg\n\nProduced by Clive Brill",
    ],
)
def test_readers_take_part(told: str) -> None:
    assert people(told)["guest"] == ["John Berg"]


def test_panelists_whom_somebody_joins_take_part() -> None:
    told = "This week, singer Lena Holm joins panelists Adam Burke, Ida Farsad, and Paul Berg to talk about rye."
    found = people(told, title="CR: Lena Holm", about="The news quiz hosted by Peter Sagal.")
    assert found["guest"] == ["Adam Burke", "Ida Farsad", "Paul Berg", "Lena Holm"]


@pytest.mark.parametrize(
    ("told", "host"),
    [
        ("The week in rye. Steve Berg co-hosts. Brought to you by flour.", "Steve Berg"),
        ("Rye and ovens. Ryan Berg guest hosts with baker Sarah Holm.", "Ryan Berg"),
    ],
)
def test_whoever_is_said_to_host_does_so_beside_the_shows_own(told: str, host: str) -> None:
    assert host in people(told, about="Bread criticism with host Jesse Brown.")["host"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Flour in the City (with Will Berg!)", "Will Berg"),
        ("Building the Muscle (w/Will Berg)", "Will Berg"),
    ],
)
def test_a_title_says_apart_who_the_guest_is(title: str, name: str) -> None:
    assert people("We talk of this and that.", title=title)["guest"] == [name]


def test_who_is_asked_and_who_asks_stand_in_a_title() -> None:
    found = people("L'intervista integrale.", title="Carla Rossi intervistata da Marco Bianchi", show="Pane")
    assert found == {"host": ["Marco Bianchi"], "guest": ["Carla Rossi"]}


def test_a_daily_show_names_who_speaks_of_what() -> None:
    line = "The price of flour has doubled. Today, Paddy Berg on the millers' plan, and what comes next."
    assert [seen.credit.name for seen in sightings_of_appearances("Rye", [line], [])] == ["Paddy Berg"]


def test_whose_manager_somebody_was_is_no_host_of_that_house() -> None:
    told = "What inspired Prince? Prince’s first manager, Owen Berg, and writer Anil Holm unpack a battle."
    assert people(told, show="The Prince Mixtape")["host"] == []


def test_another_shows_hosts_are_not_this_ones() -> None:
    found = people("Bread.", about="Our feed includes the Rye Hour, The Crumb with Mike Berg, and more.")
    assert found["host"] == []


def test_members_of_parliament_are_called_without_their_letters() -> None:
    assert people("Bread.", about="Podcast Host: Drew Hendry MP")["host"] == ["Drew Hendry"]


def test_whoever_is_called_moderating_a_panel_hosts() -> None:
    found = people("Corey Berg and Ida Holm moderate a panel on rye.")
    assert set(found["host"]) == {"Corey Berg", "Ida Holm"}
