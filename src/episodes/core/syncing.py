"""What a sync does with each item of a source: decided from what is known, before anything is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from episodes.core.item import Item
from episodes.core.remote import RemoteItem
from episodes.core.show import ShowSource


def passed_over(item: Item, source: ShowSource) -> str:
    """Why a source's filter leaves an item out; "" if it does not, as far as the item says.

    >>> passed_over(Item(source=None, title="Live Q&A"), ShowSource(url="x", match="Episode"))
    "its title is not like 'Episode'"
    """
    if source.match and item.title and not re.search(source.match, item.title):
        return f"its title is not like {source.match!r}"
    if source.min_duration and 0 < item.duration < source.min_duration:
        return f"it lasts {item.duration:.0f} s, less than {source.min_duration:g}"
    return ""


def filter_of(source: ShowSource) -> str:
    """A source's filter as one text: items that it passed over are looked at again when it changes."""
    return f"{source.match}\n{source.min_duration:g}"


def is_due(known: RemoteItem | None, source: ShowSource, now: datetime) -> bool:
    """Whether an item is to be looked at: it is new, its waiting time is over, or the filter has changed."""
    if known is None:
        return True
    # What a person keeps apart and has no GUID yet is still to be made an episode.
    if known.state == "failed" or (known.state == "apart" and not known.guid):
        return known.next_try_at is None or known.next_try_at <= now
    if known.state == "asked":  # an episode has come that it is more like, or its own was another item
        return known.next_try_at is not None
    return known.state == "passed" and known.record != filter_of(source)


def gone_items(known: Iterable[RemoteItem], listed: set[tuple[str, str]], oldest: datetime | None) -> list[RemoteItem]:
    """Items that a source has listed and no longer does.

    `oldest` is the earliest date in a listing that older items fall out of: they are not gone.
    """
    missing = [item for item in known if (item.source.provider, item.source.key) not in listed and item.gone_at is None]
    missing = [item for item in missing if item.state in ("episode", "asked", "apart")]
    if not listed:
        return []
    return [
        item for item in missing if oldest is None or (item.published_at is not None and item.published_at > oldest)
    ]
