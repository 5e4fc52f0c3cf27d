"""Items of a feed that share a GUID: what is another thing gets a GUID of its own, and nothing goes without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from episodes.core.episode import Episode
from episodes.core.incoming import IncomingFeed, IncomingItem
from episodes.core.kin import Kin, address_of, addresses_of, plain

_LAST = datetime.max.replace(tzinfo=UTC)


def with_items_apart(feed: IncomingFeed) -> IncomingFeed:
    """Give different items of one GUID GUIDs of their own; true repetitions are left out, and told.

    The oldest keeps the GUID as it stands, and each later one adds the first thing that none before it has. Feeds
    grow at their new end, so that most items are called the same each time; `settled` finds the others again.
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
    note = f"{repeated} {words} there twice, with GUID and two of date, title and medium, counted once"
    return replace(
        feed,
        items=tuple(named[place] for place in sorted(named)),
        notes=(*feed.notes, *([note] if repeated else [])),
    )


def settled(incoming: IncomingItem, kin: Kin) -> IncomingItem:
    """Give an item the name that its episode has, or a free one where its own is another item's episode.

    Names change where an item is published anew or falls out of the feed.
    """
    base = incoming.guid.removesuffix(f"#{incoming.mark}") if incoming.mark else incoming.guid
    own = kin.get(base, incoming.mark)
    if incoming.is_twin:
        moved = {} if own is not None or not incoming.is_guid_stated else _moved(incoming, base, kin)
        return _marked(incoming, next(iter(moved))) if len(moved) == 1 else incoming
    alike = _alike(incoming, base, kin)
    for mark, episode in alike.items():
        if _has_date(episode, incoming):
            return _marked(incoming, mark)
    if own is not None and _may_be(own, incoming, is_shared=incoming.is_guid_shared or kin.is_shared(base)):
        return incoming
    if alike and not incoming.is_title_shared:
        return _marked(incoming, next(iter(alike)))
    if len(same := _of_same_bytes(incoming, base, kin)) == 1:
        return _marked(incoming, same[0])
    if own is None:
        return incoming
    free = ((what, mark) for what, mark in _marks(incoming) if mark and kin.get(base, mark) is None)
    what, mark = next(free, ("", ""))
    note = f"its GUID {base!r} is that of another episode; it got its {what} added"
    return _marked(incoming, mark, note) if mark else incoming


def _moved(incoming: IncomingItem, base: str, kin: Kin) -> dict[str, Episode]:
    """The episodes of an undated item's GUID and title whose medium may be the item's, at another host."""
    if incoming.item.published_at is not None or not incoming.is_guid_stated:
        return {}
    return kin.of_path(incoming, base)


def _of_same_bytes(incoming: IncomingItem, base: str, kin: Kin) -> list[str]:
    """The marks of an item's GUID that have a file of the same path and length: title and date were edited."""
    if incoming.is_medium_shared or not incoming.is_guid_stated or not incoming.files:
        return []
    return kin.of_file(incoming, base)


def _alike(incoming: IncomingItem, base: str, kin: Kin) -> dict[str, Episode]:
    """The episodes of an item's GUID that have two of its title, medium and date, by their marks; its own first."""
    titled = kin.of_title(base, incoming.item.title)
    likely = [incoming.mark, "", _when(incoming)]
    marks = likely if incoming.is_title_shared else [*likely, *titled]  # those may be thousands
    at = incoming.item.published_at
    found = {
        mark: titled[mark]
        for mark in marks
        if mark in titled and (_has_medium(titled[mark], incoming) or (at and titled[mark].published_at == at))
    }
    for mark in likely:  # under another title now
        episode = kin.get(base, mark)
        if episode and at and episode.published_at == at and _has_medium(episode, incoming):
            found.setdefault(mark, episode)
    return found or ({} if incoming.is_title_shared else _moved(incoming, base, kin))


def _may_be(episode: Episode, incoming: IncomingItem, *, is_shared: bool) -> bool:
    """Whether an episode of an item's GUID can be that item, edited meanwhile."""
    has_title, has_date = _has_title(episode, incoming), _has_date(episode, incoming)
    if not is_shared:
        return incoming.is_guid_stated or has_title or has_date
    return (
        (has_title and not incoming.is_title_shared)
        or (has_date and incoming.item.published_at is not None)
        or (incoming.is_guid_stated and address_of(incoming) in addresses_of(episode))
    )


def _has_title(episode: Episode, incoming: IncomingItem) -> bool:
    return incoming.item.title in (episode.original_title, episode.title)


def _has_date(episode: Episode, incoming: IncomingItem) -> bool:
    """Whether the dates are the same, or one of them says nothing: none, or one that a person set."""
    at = incoming.item.published_at
    if incoming.is_title_shared:
        return episode.published_at == at  # nothing else tells the item from others
    is_edited = any(one.field == "published_at" and one.origin == "person" for one in episode.origins)
    return at is None or is_edited or episode.published_at == at


def _has_medium(episode: Episode, incoming: IncomingItem) -> bool:
    return not incoming.is_guid_stated or plain(address_of(incoming)) in map(plain, addresses_of(episode))


def _named(group: Sequence[tuple[int, IncomingItem]]) -> Iterator[tuple[int, IncomingItem]]:
    """The different items of one GUID, each under a name of its own."""
    different = _different(group)
    different.sort(key=lambda one: one[1].item.published_at or _LAST)  # of one date, what stands lower is older
    titles = Counter(incoming.item.title for _, incoming in different)
    dated = Counter((incoming.item.title, _when(incoming)) for _, incoming in different)
    addresses = Counter(plain(address_of(incoming)) for _, incoming in different)
    taken: list[set[str]] = []
    for place, found in different:
        is_title_shared = titles[found.item.title] > 1
        is_twin = is_title_shared and (not (when := _when(found)) or dated[found.item.title, when] > 1)
        incoming = replace(
            found,
            is_guid_shared=len(different) > 1,
            is_title_shared=is_title_shared,
            is_medium_shared=addresses[plain(address_of(found))] > 1,
            is_twin=is_twin,
        )
        marks = _marks(incoming)
        yield place, _apart(incoming, marks, taken, len(group)) if taken else incoming
        taken = taken or [set() for _ in marks]
        for known, (_, mark) in zip(taken, marks, strict=True):
            known.add(mark)


def _different(group: Sequence[tuple[int, IncomingItem]]) -> list[tuple[int, IncomingItem]]:
    """Leave repetitions out: of each thing what stands highest, in the order of what stands lowest."""
    found: list[tuple[int, IncomingItem]] = []
    places: dict[tuple[str, ...], int] = {}
    for place, incoming in reversed(group):
        senses = list(_senses(incoming))
        at = next((places[sense] for sense in senses if sense in places), len(found))
        found[at : at + 1] = [(place, incoming)]
        places.update(dict.fromkeys(senses, at))
    return found


def _senses(incoming: IncomingItem) -> Iterator[tuple[str, ...]]:
    """Each thing that is the same only in repetitions of a GUID; where the feed states none, only all together."""
    title, when, address = incoming.item.title, _when(incoming), address_of(incoming)
    if not incoming.is_guid_stated:
        yield address, title, when, incoming.item.webpage_url
        return
    yield "title and medium", title, (address if when else plain(address))
    if when:
        yield "date and title", when, title
        yield "date and medium", when, address


def _apart(
    incoming: IncomingItem, marks: Sequence[tuple[str, str]], taken: Sequence[set[str]], count: int
) -> IncomingItem:
    """Add to an item's GUID what no older one of the same GUID has."""
    free = (both for both, known in zip(marks, taken, strict=True) if both[1] and both[1] not in known)
    what, mark = next(free, marks[-1])
    shared = f"the GUID {incoming.guid!r}" if incoming.is_guid_stated else f"no GUID and share {incoming.guid!r}"
    return _marked(incoming, mark, f"{count} items have {shared}; this one's got its {what} added")


def _marked(incoming: IncomingItem, mark: str, note: str = "") -> IncomingItem:
    """Call an item by its feed's GUID with a mark added, in place of the mark that it has."""
    source, old = incoming.item.source, f"#{incoming.mark}" if incoming.mark else ""
    new = f"#{mark}" if mark else ""
    return replace(
        incoming,
        guid=incoming.guid.removesuffix(old) + new,
        mark=mark,
        item=replace(incoming.item, source=replace(source, key=source.key.removesuffix(old) + new)),
        notes=(*incoming.notes, note) if note else incoming.notes,
    )


def _marks(incoming: IncomingItem) -> list[tuple[str, str]]:
    """What tells an item from others of its GUID, what changes least first; the last one has everything."""
    when, title, page = _when(incoming), incoming.item.title, incoming.item.webpage_url
    address = plain(address_of(incoming)) if incoming.is_guid_stated else ""  # else it is the GUID, or there is none
    return [
        ("date", when),
        ("address", address),
        ("title", title if not when else ""),
        ("date and title", f"{when} {title}" if when else ""),
        ("date, title and addresses", " ".join(part for part in (when, title, address, page) if part)),
    ]


def _when(incoming: IncomingItem) -> str:
    at = incoming.item.published_at
    return at.isoformat() if at is not None else ""
