"""Who is read out of a title and a description, for tests of the rules that name people."""

from __future__ import annotations

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show


def cast(title: str, description: str, *, of_show: str = "", show: str = "Bread Hour") -> tuple[set[str], set[str]]:
    """The hosts and the guests that are read."""
    item = Item(source=Source(provider="web", key="1"), title=title, description=description)
    found = read_item(item, show=Show(slug="show", title=show, description=of_show)).credits
    hosts, guests = ({one.name for one in found if one.role == role} for role in ("host", "guest"))
    return hosts, guests


def people(
    description: str, *, title: str = "Bread", about: str = "", author: str = "", show: str = "Crumbs"
) -> dict[str, list[str]]:
    """The names that are read, by role and in order; `about` is the show's description."""
    item = Item(source=Source(provider="web", key="1"), title=title, description=description, show_title=show)
    found = read_item(item, show=Show(slug="crumbs", title=show, description=about, author=author)).credits
    return {role: [credit.name for credit in found if credit.role == role] for role in ("host", "guest")}
