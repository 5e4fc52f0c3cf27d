"""Authors of an item who are its guests, and those who are its hosts."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show

OVENS = Show(slug="s", title="Ovens")


def cast(title: str, author: str, *, show: Show = OVENS, description: str = "All about it.") -> set[tuple[str, str]]:
    item = Item(source=Source(provider="feed", key="1"), title=title, description=description, author=author)
    return {(one.role, one.name) for one in read_item(item, show=show).credits}


@pytest.mark.parametrize("title", ["Episode 1: Ann Lee, creator of Crumb", "Ann Lee, Founder & Lead Baker of Crumb"])
def test_the_author_whom_the_title_names_is_the_guest_of_the_other(title: str):
    assert cast(title, "Ann Lee, Bo Diaz") == {("guest", "Ann Lee"), ("host", "Bo Diaz")}


def test_an_author_alone_or_known_from_the_show_hosts_whatever_the_title_says():
    assert cast("Ann Lee's year", "Ann Lee") == {("host", "Ann Lee")}
    told = Show(slug="s", title="Ovens", description="Ann Lee and Bo Diaz bake.", author="Ann Lee & Bo Diaz")
    assert cast("Ann Lee's year", "Ann Lee, Bo Diaz", show=told) == {("host", "Ann Lee"), ("host", "Bo Diaz")}


def test_who_writes_beside_the_authors_of_the_show_is_not_published():
    show = Show(slug="s", title="Ovens", author="Max Bauer & Lena Vogt")
    assert cast("Brot", "Max Bauer & Eva Holt", show=show) == {("host", "Max Bauer")}
    assert cast("Brot", "Max Bauer", show=show) == {("host", "Max Bauer")}


def test_authors_whom_the_title_calls_guests_are_guests():
    found = cast(
        "Brot - Gäste: Bäckerin Lena Vogt und ...",
        "Lena Vogt und Max Bauer",
        show=Show(slug="s", title="Im Gespräch"),
        description="Was ist Brot?",
    )
    assert found == {("guest", "Lena Vogt"), ("guest", "Max Bauer")}
