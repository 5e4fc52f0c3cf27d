"""Pairs that differ by a word: one names somebody of the episode, the other does not."""

from __future__ import annotations

import pytest

from core.casting import cast
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show

NOBODY: tuple[set[str], set[str]] = (set(), set())


@pytest.mark.parametrize(
    ("description", "guest"),
    [
        ("Zu Gast in dieser Folge ist Anna Berg.", "Anna Berg"),
        ("Zu Gast im heutigen Podcast ist Anna Berg.", "Anna Berg"),
        ("We talk to Anna Berg about her work last year.", "Anna Berg"),
        ("Our guest is Anna Berg, who will publish a book next year.", "Anna Berg"),
        ("Wir sprechen mit Anna Berg über das letzte Jahr.", "Anna Berg"),
        ("The bakers of tomorrow: an interview with Anna Berg.", "Anna Berg"),
        ("No shortcuts: an interview with Anna Berg.", "Anna Berg"),
        ("We can't wait to share this interview with Anna Berg.", "Anna Berg"),
        ("We talk to Anna Berg, who refused to sell her bakery.", "Anna Berg"),
        ("Our guest Anna Berg had to cancel her tour. She tells us why.", "Anna Berg"),
        ("Guest: Jan Willem den Boer", "Jan Willem den Boer"),
    ],
)
def test_is_the_guest(description: str, guest: str):
    assert cast("Bread", description)[1] == {guest}


@pytest.mark.parametrize(
    "description",
    [
        "Zu Gast in Berlin war Anna Berg.",
        "Coming up next: an interview with Anna Berg.",
        "Demnächst sprechen wir mit Anna Berg.",
        "Next week we talk to Anna Berg.",
        "No interview with Anna Berg.",
        "We wait, but could not talk to Anna Berg.",
        "An interview with Anna Berg, who cancelled.",
        "Dans le prochain épisode, Anna Berg nous parle du seigle.",
        "We did not talk to Anna Berg.",
        "Emmanuel Durand a parlé avec Anna Berg au téléphone.",
        "Psalm 12 with Mark and Luke.",
        "Author Anna Berg, painter Tom Brook and poet Eva Holt share a grave in Kiel.",
        "Diese Woche diskutieren Robert Kern und Anna Berg im Bundestag.",
    ],
)
def test_is_nobody_of_the_episode(description: str):
    assert cast("Bread", description) == NOBODY


def test_who_asks_is_the_host_whoever_wrote_the_book():
    assert cast("Bread", "Anna Berg interviews Tom Brook about his new book.") == ({"Anna Berg"}, {"Tom Brook"})
    assert cast("Bread", "Episode 12 with Mark and Luke.") == ({"Mark", "Luke"}, set())


def test_panelists_and_namesakes_are_all_read():
    everybody = {"Anna Berg", "Tom Brook", "Eva Holt"}
    assert cast("Bread", "Panelists: Anna Berg, Tom Brook and Eva Holt")[1] == everybody
    assert cast("Bread", "Author Anna Berg, painter Tom Brook and poet Eva Holt share their stories.")[1] == everybody
    assert cast("Bread", "Guests: Kirsten Berg, Kristen Berg")[1] == {"Kirsten Berg", "Kristen Berg"}


@pytest.mark.parametrize(
    ("said", "hosts"),
    [
        ("Moderation: Anna Berg", {"Anna Berg"}),
        ("Présentation : Anna Berg", {"Anna Berg"}),
        ("Hi, I'm Anna Berg.", {"Anna Berg"}),
        ("In diesem Podcast spricht Anna Berg mit Bäckern.", {"Anna Berg"}),
        ("Every week, Anna Berg and guests talk bread.", {"Anna Berg"}),
        ("Each week journalist Anna Berg explains the news.", {"Anna Berg"}),
        ("Bread and more. Anna Berg is your guide.", {"Anna Berg"}),
        ("Three friends, Anna Berg, Tom Brook and Paul Martin, talk bread.", {"Anna Berg", "Tom Brook", "Paul Martin"}),
        ("Every week we talk to bakers such as Anna Berg and Tom Brook.", set()),
        ("Technik: Tom Brook, Moderation: Anna Berg", {"Anna Berg"}),
        ("Gespräche über Brot, aufgenommen im Robert Kern Saal.", set()),
        ("Each week we discuss Anna Berg.", set()),
        ("Every week experts read new books by Anna Berg.", set()),
        ("Stories by Anna Berg, Tom Brook, Eva Holt and Bo Ek.", set()),
    ],
)
def test_whom_a_show_names_as_its_host(said: str, hosts: set[str]):
    assert cast("Bread", "How rye rises.", of_show=said) == (hosts, set())


@pytest.mark.parametrize(
    ("author", "hosts"), [("Amy Beach", {"Amy Beach"}), ("Long Beach", set()), ("Austin & Dallas", set())]
)
def test_an_author_is_a_person_or_a_place(author: str, hosts: set[str]):
    item = Item(source=Source(provider="web", key="1"), title="Bread", description="Austin & Dallas bake.")
    found = read_item(item, show=Show(slug="show", title="Ovens", author=author)).credits
    assert {one.name for one in found if one.role == "host"} == hosts


def test_an_author_whom_the_show_names_stays_its_host():
    item = Item(
        source=Source(provider="web", key="1"),
        title="Bread",
        description="Guest: Paul Martin",
        author="Anna Berg & Paul Martin",
    )
    found = read_item(item, show=Show(slug="show", title="Ovens", description="Hosted by Anna Berg.")).credits
    assert [(one.role, one.name) for one in found] == [("host", "Anna Berg"), ("guest", "Paul Martin")]
