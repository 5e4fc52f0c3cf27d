"""Items of a feed that share a GUID: what is another thing gets a GUID of its own, and nothing goes without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from episodes.core.incoming import IncomingFeed, IncomingItem


def with_items_apart(feed: IncomingFeed) -> IncomingFeed:
    """Give different items of one GUID GUIDs of their own; true repetitions are left out, and told.

    The oldest keeps the GUID as it stands, and each later one adds the first thing that none before it has: the
    feed grows at its new end, so that an item is called the same each time it is read.
    """
    groups: dict[str, list[int]] = {}
    for place, incoming in enumerate(feed.items):
        groups.setdefault(incoming.guid, []).append(place)
    if len(groups) == len(feed.items):
        return feed
    named: dict[int, IncomingItem] = {}
    for places in groups.values():
        named.update(_named([(place, feed.items[place]) for place in places]))
    repeated = len(feed.items) - len(named)
    words = "item that is" if repeated == 1 else "items that are"
    note = f"{repeated} {words} there twice, with GUID and medium, counted once"
    return replace(
        feed,
        items=tuple(named[place] for place in sorted(named)),
        notes=(*feed.notes, *([note] if repeated else [])),
    )


def _named(group: Sequence[tuple[int, IncomingItem]]) -> Iterator[tuple[int, IncomingItem]]:
    """The different items of one GUID, each under a name of its own."""
    different = list({_sense(incoming): (place, incoming) for place, incoming in reversed(group)}.values())
    if all(incoming.item.published_at for _, incoming in different):
        different.sort(key=lambda one: _when(one[1]))  # of one date, what stands lower is older
    taken: list[set[str]] = []
    for place, incoming in different:
        marks = _marks(incoming)
        yield place, _apart(incoming, marks, taken, len(group)) if taken else incoming
        taken = taken or [set() for _ in marks]
        for known, (_, mark) in zip(taken, marks, strict=True):
            known.add(mark)


def _sense(incoming: IncomingItem) -> tuple[str, ...]:
    """What is the same in true repetitions of a GUID; where the feed states none, date and page count too."""
    sense = _address(incoming), incoming.item.title
    return sense if incoming.is_guid_stated else (*sense, _when(incoming), incoming.item.webpage_url)


def _apart(
    incoming: IncomingItem, marks: Sequence[tuple[str, str]], taken: Sequence[set[str]], count: int
) -> IncomingItem:
    """Add to an item's GUID what no older one of the same GUID has."""
    free = (both for both, known in zip(marks, taken, strict=True) if both[1] and both[1] not in known)
    what, mark = next(free, marks[-1])
    shared = f"the GUID {incoming.guid!r}" if incoming.is_guid_stated else f"no GUID and share {incoming.guid!r}"
    source = incoming.item.source
    return replace(
        incoming,
        guid=f"{incoming.guid}#{mark}",
        item=replace(incoming.item, source=replace(source, key=f"{source.key}#{mark}")),
        notes=(*incoming.notes, f"{count} items have {shared}; this one's got its {what} added"),
    )


def _marks(incoming: IncomingItem) -> list[tuple[str, str]]:
    """What tells an item from others of its GUID, the plainest first; the last one has everything."""
    when, title, page = _when(incoming), incoming.item.title, incoming.item.webpage_url
    address = _address(incoming) if incoming.is_guid_stated else ""  # else it is the GUID, or there is none
    return [
        ("address", address),
        ("date", when),
        ("title", title if not when else ""),
        ("date and title", f"{when} {title}" if when else ""),
        ("date, title and addresses", " ".join(part for part in (when, title, address, page) if part)),
    ]


def _address(incoming: IncomingItem) -> str:
    return incoming.files[0].url if incoming.files else ""


def _when(incoming: IncomingItem) -> str:
    at = incoming.item.published_at
    return at.isoformat() if at is not None else ""
