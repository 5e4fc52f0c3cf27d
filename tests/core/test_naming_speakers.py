"""Guests whom sentences let speak, and the people of whom they only tell."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import Reading, read_item
from episodes.core.show import Show

HOST = "A weekly hour on bread, hosted by Eva Holt."


def reading(description: str, *, title: str = "Bread", about: str = HOST) -> Reading:
    item = Item(source=Source(provider="web", key="1"), title=title, description=description)
    return read_item(item, show=Show(slug="crumbs", title="Crumbs", description=about))


def guests(description: str, *, title: str = "Bread", about: str = HOST) -> list[str]:
    return [credit.name for credit in reading(description, title=title, about=about).credits if credit.role == "guest"]


@pytest.mark.parametrize(
    "text",
    [
        "Bread is old. Ann Lee, a chemist at Crumb College, explains how old.",
        "Ann Lee — miller, baker and writer — has some simple ideas about flour.",
        "Ann Lee of the Bread Institute discusses flour.",
        "Baker Ann Lee tells us why crust matters.",
        "In this episode, historian Ann Lee explains why crust matters.",
        "Ann Lee and I talk about crust.",
        "Ann Lee is a chemist at Crumb. We talk about the crust and the salt.",
        "Ann Lee stops by to recap the bread fair.",
        "Joining me to talk about the price of flour is the miller Ann Lee.",
        "Eva and guest Ann Lee bake it again.",
        "With us in the studio is Ann Lee.",
        "We spoke this month with the director of the mill in the old town, Ann Lee.",
        "Thanks to Ann Lee for joining us.",
        "Historian Ann Lee on why crust matters.",
        "A panel on flour: Ann Lee.",
        "Historian Ann Lee weighs the loaves with your host, Eva Holt.",
        "Eva welcomes back historian Ann Lee.",
    ],
)
def test_who_speaks_is_a_guest(text):
    """A sentence that says what somebody is and lets that person speak to us names a guest."""
    assert guests(text) == ["Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ann Lee explains her vote in the senate.",
        "Ann Lee, president of the republic, discusses a treaty.",
        "Philosopher Ann Lee explains being in a book of 1840.",
        "Ann Lee was a historian. We talk about her last years.",
        "Ann Lee is a historian. In this episode, we discuss the case against her.",
        "The book of the historian Ann Lee on the war is out.",
        "Ann Lee's new book divides bakers.",
        "Thanks to Ann Lee for the music.",
        "Next week: Ann Lee, a chemist at Crumb, joins us.",
        "We tell the story of Ann Lee, a miller from Crumb, who vanished.",
        "Ann Lee said that bread was dear, and Bob Ray agreed.",
    ],
)
def test_who_is_only_told_of_is_no_guest(text):
    """The news, the dead, the thanked and next week's guests are not published as guests."""
    assert guests(text) == []


def test_a_row_of_guests_with_roles_is_read_whole():
    """What stands before the next name is no detail of the one before; no list need know that name."""
    text = "Eva explores the deep with comedian Bob Ray, marine biologist Zalvia Amon and oceanographer Jon Copley."

    assert guests(text) == ["Bob Ray", "Zalvia Amon", "Jon Copley"]


def test_an_unknown_name_counts_where_the_title_lets_it_act():
    """A title such as `Zalvia Mac Builds Ovens` says that the name behind `we chatted with` is a person's."""
    text = "We chatted this week with Zalvia Mac about stone."

    assert guests(text, title="Zalvia Mac Builds Ovens") == ["Zalvia Mac"]
    assert guests(text) == []


def test_who_presents_is_a_host_though_featured():
    """`Featuring:` lists hosts too: those whose first names begin the description with what they do."""
    found = reading("Ann, Bobby & Tom discuss ovens.\nFeaturing: Ann Lee, Bob Ray, Tom Hill", about="")

    assert {(credit.name, credit.role) for credit in found.credits} == {
        ("Ann Lee", "host"), ("Bob Ray", "host"), ("Tom Hill", "host"),
    }  # fmt: skip


def test_who_asks_a_guest_is_the_host():
    """`In conversation with GUEST, HOST asks …` names both."""
    found = reading("In conversation with baker Ann Lee, Bob Ray asks why bread rises.", about="")

    assert {(credit.name, credit.role) for credit in found.credits} == {("Ann Lee", "guest"), ("Bob Ray", "host")}


def test_the_owner_of_a_podcast_is_its_host():
    """`Ann Lee's weekly podcast for bakers` begins many a show's description."""
    found = reading("On salt.", about="Ann Lee's weekly podcast for bakers.")

    assert [(credit.name, credit.role) for credit in found.credits] == [("Ann Lee", "host")]


def test_the_shows_host_is_named_behind_its_name():
    """`tells Crumbs host NAME` names the host of that show."""
    found = reading("A baker tells Night Shift host Bob Ray what bread is.", about="")

    assert [(credit.name, credit.role) for credit in found.credits] == [("Bob Ray", "host")]


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("We are joined by Ann Lee from Crumb and bread journalist Tom Reed.", ["Ann Lee", "Tom Reed"]),
        ("Today with special guests Ann Lee of Crumb Labs and rye historian Tom Reed.", ["Ann Lee", "Tom Reed"]),
        ("Dialogo con Marco Rossi.", ["Marco Rossi"]),
    ],
)
def test_a_row_of_guests_goes_on_behind_a_house(description, expected):
    """`A from X and baker B`: who is introduced like the first is asked like the first."""
    assert guests(description) == expected


@pytest.mark.parametrize(
    "description",
    [
        "We talk to Ann Lee from Crumb and Jane Austen.",
        "We talk to Ann Lee from Crumb and the late baker Tom Reed.",
        "We talk to Ann Lee from Crumb and novelist Jane Austen's kitchen.",
        "We talk to Ann Lee from Crumb and Martin Bakeries of London.",
        "We talk to Ann Lee from Crumb and President Harry Truman.",
    ],
)
def test_who_is_only_named_behind_a_house_is_no_guest(description):
    """Works, firms, the dead and those who govern follow `and` as well."""
    assert guests(description) == ["Ann Lee"]


@pytest.mark.parametrize(
    "description", ["Il dialogo con Marco Rossi è finito.", "Il difficile dialogo con Elena Rossi."]
)
def test_a_dialogue_that_is_talked_of_makes_no_guest(description):
    """Only a sentence that begins so tells what the episode is."""
    assert guests(description) == []
