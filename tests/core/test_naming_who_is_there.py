"""Of a show's hosts those are there whom an episode lets speak; where it only names one in passing, all are."""

from __future__ import annotations

import pytest

from core.casting import people
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.mention import Mention
from episodes.core.naming.items import read_item
from episodes.core.show import Show

HOSTS = ("Ann Lee", "Bo Ray", "Clara Berg")
ABOUT = "A weekly hour on bread, hosted by Ann Lee, Bo Ray and Clara Berg."


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Ann Lee and Bo Ray are joined by Eva Holt, a miller.", ["Ann Lee", "Bo Ray"]),
        ("The Crumbs’ Ann Lee talks to Eva Holt, a miller.", ["Ann Lee"]),
        ("Ann Lee and Bo Ray are joined by Eva Holt, a miller. Later, Clara bakes.", [*HOSTS]),
        ("Ann Lee and Bo Ray are joined by Eva Holt, of whom I like to read.", [*HOSTS]),
        ("How rye came north. Ann Lee tells.", [*HOSTS]),
        ("How rye came north. Ann Lee is joined by Eva Holt.", ["Ann Lee"]),
        ("The Times’s Ann Lee asks correspondent Eva Holt.", ["Ann Lee"]),
        ("The Times’s Ann Lee asks Africa correspondent Eva Holt.", ["Ann Lee"]),
        ("Buy the book of Ann Lee, The Loaf. Ann Lee asks How much is it?", [*HOSTS]),
        ("Ann talks to Eva Holt, a miller.", [*HOSTS]),
        ("How rye came north.", [*HOSTS]),
        ("My co-hosts Ann Lee and Bo Ray are joined by Eva Holt.", [*HOSTS]),
        ("How rye came north." + " On rye." * 200 + " Ann Lee and Bo Ray talk to Eva Holt.", [*HOSTS]),
    ],
)  # fmt: skip
def test_hosts_whom_an_episode_leaves_out_are_doubted(text: str, hosts: list[str]):
    """A tagger has read the item, as in use; it takes hosts and guests for what they are, here."""
    show = Show(slug="crumbs", title="Crumbs", description=ABOUT)
    mentions = [Mention(name=name, field="about", host=0.95, guest=0.01) for name in HOSTS]
    mentions += [Mention(name=name, field="text", host=0.95, guest=0.01) for name in HOSTS if name in text]
    mentions += [Mention(name="Eva Holt", field="text", host=0.01, guest=0.97)] if "Eva Holt" in text else []
    item = Item(source=Source(provider="web", key="1"), title="Bread", description=text, mentions=tuple(mentions))
    found = read_item(item, show=show).credits
    assert [one.name for one in found if one.role == "host"] == hosts


def test_who_is_said_to_take_part_and_is_the_show_s_own_hosts():
    about = "Panelists include Ann Lee, Bo Ray and Clara Berg. We talk about bread."
    found = people("Eva Holt joins us to talk about rye.\n\nFeaturing: Ann Lee, Bo Ray, Eva Holt", about=about)
    assert found == {"host": ["Ann Lee", "Bo Ray"], "guest": ["Eva Holt"]}


@pytest.mark.parametrize(
    "about",
    [
        "Hosted by Cy Dee. Guests have included Eva Holt and Peter Olsen.",
        "Hosted by Cy Dee, in memory of the baker Eva Holt.",
        "Hosted by Cy Dee. A show about the books of Eva Holt.",
        "Cy Dee hosts a show about the books of Eva Holt.",
    ],
)
def test_a_guest_whom_a_show_only_mentions_is_none_of_its_hosts(about: str):
    hosts = people("We talk about rye.\n\nFeaturing: Eva Holt", about=about)["host"]
    assert hosts == (["Cy Dee"] if "Hosted by" in about else [])


def test_critics_who_praise_a_show_do_not_host_it():
    about = "Harbour Times critic Bo Ray says “one of the delights of my week.” Hosted by Ann Lee."
    assert people("How rye came north.", about=about)["host"] == ["Ann Lee"]
    for about in (
        "Hosted by Ann Lee, who says hello.",
        "Ann Lee hosts what The New York Times calls “a delight of a show.”",
        "Hosted by Ann Lee, the show that The Guardian calls “required listening” is back.",
    ):
        assert people("How rye came north.", about=about)["host"] == ["Ann Lee"]
