"""The reader of items, as callers import it: its rules are made when the first one is read.

They are some 700 regular expressions, which take half a second: a `sync` that finds nothing new reads nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from episodes.core.item import Item
    from episodes.core.reading import Reading
    from episodes.core.show import Show


def read_item(item: Item, *, show: Show | None = None, summary: str = "") -> Reading:
    """See `items.read_item`."""
    from episodes.core.naming import items

    return items.read_item(item, show=show, summary=summary)
