"""Hosts of one name, trades, and people whom a text names once and then goes on with."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show


def cast(description: str, title: str = "Bread", show: str = "Presented by Eva Roth.") -> tuple[set[str], set[str]]:
    """The hosts and the guests that are read."""
    item = Item(source=Source(provider="web", key="1"), title=title, description=description)
    found = read_item(item, show=Show(slug="show", title="Bread Hour", description=show)).credits
    hosts, guests = ({one.name for one in found if one.role == role} for role in ("host", "guest"))
    return hosts, guests


@pytest.mark.parametrize(
    ("show", "hosts"),
    [
        ("Bread, slower than you think. w/ Ann & Bob", {"Ann", "Bob"}),
        ("Anna und Peter backen jede Woche ein Brot.", {"Anna", "Peter"}),
        ("Three bakers argue. With Ann Lee, Tom Roth (Tommy to his friends), and Bob.", {"Ann Lee", "Tom Roth", "Bob"}),
        ("Hosted by Crumb's Ann Lee and, in alternating weeks, Bob Ray.", {"Ann Lee", "Bob Ray"}),
        ("A series about ovens. Reporter: Ann Lee.", {"Ann Lee"}),
    ],
)
def test_a_show_names_its_hosts(show, hosts):
    assert cast("Rye.", show=show)[0] == hosts


@pytest.mark.parametrize(
    "show", ["Adam and Eve were bakers.", "Stories about Tom and Jerry.", "Bread and Butter rule."]
)
def test_two_who_are_only_told_of_host_no_show(show):
    assert cast("Rye.", show=show) == (set(), set())


def test_whoever_is_named_in_full_is_no_second_host_by_the_first_name():
    assert cast("Hosts: Ann Lee, Bob Ray", show="With Ann & Bob")[0] == {"Ann Lee", "Bob Ray"}


@pytest.mark.parametrize(
    ("description", "title", "guest"),
    [
        ("I drove up to the mill to see Ann.", "Ann Lee: four hundred loaves", "Ann Lee"),
        ("Her new book is out. She came round to ours with a loaf.", "12. Ann Lee and the rye", "Ann Lee"),
        ("Ann Lee baked her first loaf in a shed. She invited us to her kitchen.", "The shed", "Ann Lee"),
        ("Ann Lee did what bakers do. She talks with Eva about ovens.", "Ann Lee Bakes for Kings", "Ann Lee"),
        ("He baked for kings and slept little.", "Interview special: Ann Lee", "Ann Lee"),
        ("From the mill. Ann defends rye.", "Live w/ Ann Lee, + a loaf", "Ann Lee"),
        ("Two mills and a machine.", "#4: Flour at scale | Ann Lee, CEO of Crumb", "Ann Lee"),
        ("The minister answers. She discusses flour.", "Small mills: Ann Lee in conversation with Bob Ray", "Ann Lee"),
    ],
)
def test_whom_a_title_or_an_opening_names_is_a_guest_where_the_text_puts_them_beside_us(description, title, guest):
    assert cast(description, title)[1] == {guest}


@pytest.mark.parametrize(
    ("description", "title"),
    [
        ("She baked for kings. Her bread taught us patience.", "Ann Lee and the rye"),
        ("Ann Lee was a baker. Bob Ray found her. He came round to ours.", "The shed"),
        ("She left us a book of bread.", "Ann Lee"),
    ],
)
def test_who_is_only_remembered_is_no_guest(description, title):
    assert "Ann Lee" not in cast(description, title)[1]


@pytest.mark.parametrize(
    ("description", "guests"),
    [
        (
            "Eva Roth visits a mill and hears from food historian Dr Ann Lee and the miller Bob Ray.",
            {"Ann Lee", "Bob Ray"},
        ),
        ("Eva asks publican Ann Lee, choir leader Bob Ray what bread is for.", {"Ann Lee", "Bob Ray"}),
        ("Joined by Ann Lee from the Crumb Alliance and by Bob Ray, who drives the van.", {"Ann Lee", "Bob Ray"}),
        ("For the prosecution: Ann Lee (Crumb). For the defence: Bob Ray, who bakes.", {"Ann Lee", "Bob Ray"}),
        ("Past guests Ann Lee and Bob Ray return to pick a loaf.", {"Ann Lee", "Bob Ray"}),
        ("Village school principal Ann Lee has had enough of rolls.", {"Ann Lee"}),
        ("Rost. Roggen. Der Philosoph Jan Lee und die Bäckerin Anna Ray streiten über Brot.", {"Jan Lee", "Anna Ray"}),
        ("La physicienne Anne Lee avait apporté un four.", {"Anne Lee"}),
        ("Waterbouwkundige Hein Lee legt uit waarom.", {"Hein Lee"}),
        ("Medverkande: Lars Lee, Bosse Ray", {"Lars Lee", "Bosse Ray"}),
        ("Wir haben die Müllerin Anna Lee in Kiel besucht.", {"Anna Lee"}),
        ("Dafür kam Bandkollegin Anna Lee vorbei.", {"Anna Lee"}),
    ],
)
def test_who_is_asked_or_named_with_a_trade_is_a_guest(description, guests):
    assert cast(description)[1] == guests


@pytest.mark.parametrize(
    "description",
    [
        "Commissioner Ann Lee says flour is dear.",
        "Dr. Ann Lee arrives at the mill to find the door open.",
        "We talk about ovens, Pippi Long, and whether Minnie Driver bakes.",
        "Eva asks whether Ann Lee was right.",
        "With music by Ann Lee and Bob Ray.",
    ],
)
def test_who_is_only_told_of_is_no_guest(description):
    assert cast(description)[1] == set()


def test_who_sits_in_for_the_host_is_one():
    assert "Ann Lee" in cast("Ann Lee sits in for Eva.")[0]
