"""What a new feed would change for listeners who have the old one: GUIDs, addresses, lengths, dates."""

from __future__ import annotations

from collections.abc import Iterator

from episodes.core.check.finding import PRACTICE, Finding, warning
from episodes.core.check.tree import Feed, Node

GONE = warning("guid-gone", PRACTICE, "an episode that was removed stays on listeners' devices; else keep its GUID")
OTHER_GUID = warning("guid-changed", PRACTICE, "keep the GUID: apps take the episode for a new one and show it twice")
OTHER_ADDRESS = warning("enclosure-moved", PRACTICE, "keep the file's address, or have the old one lead to the new one")
OTHER_LENGTH = warning("enclosure-changed", PRACTICE, "some apps download the changed file again")
OTHER_DATE = warning("date-changed", PRACTICE, "the episode moves to another place in listeners' lists")
OTHER_SHOW = warning("podcast-guid-changed", PRACTICE, "directories take the show for another one; keep podcast:guid")
OTHER_FEED = warning("feed-moved", PRACTICE, "set `new_feed_url` at the old address, and have it lead to the new one")


def check_change(old: Feed, new: Feed) -> Iterator[Finding]:
    """Say what would reach listeners who have the old feed as trouble."""
    before, after = old.channel.value("podcast:guid"), new.channel.value("podcast:guid")
    if before and before != after:
        yield OTHER_SHOW("channel", f"podcast:guid changes from {before} to {after or 'nothing'}")
    place, moved = _self(old), _self(new)
    if place and moved and place != moved:
        yield OTHER_FEED("channel", f"the feed moves from {place} to {moved}")
    known = {item.value("guid"): item for item in new.items}
    formerly = {item.value("guid") for item in old.items}
    fresh = [item for guid, item in known.items() if guid not in formerly]
    for item in old.items:
        now = known.get(item.value("guid"))
        if now:
            yield from _item(item, now)
        elif same := next((other for other in fresh if _is_same(item, other)), None):
            yield OTHER_GUID(same.where, f"guid changes from {item.value('guid')!r} to {same.value('guid')!r}")
        else:
            yield GONE(item.where, "is no longer in the feed")


def _self(feed: Feed) -> str:
    links = (link.get("href") for link in feed.channel.all("atom:link") if link.get("rel") == "self")
    return next((url for url in links if url), "")


def _is_same(old: Node, new: Node) -> bool:
    """Tell whether two items with different GUIDs are the same episode, by file or by title and date."""
    url = _enclosure(old, "url")
    if url and url == _enclosure(new, "url"):
        return True
    return bool(old.value("title")) and all(old.value(name) == new.value(name) for name in ("title", "pubDate"))


def _enclosure(item: Node, attribute: str) -> str:
    enclosure = item.first("enclosure")
    return (enclosure.get(attribute) or "") if enclosure else ""


def _item(old: Node, new: Node) -> Iterator[Finding]:
    for attribute, rule in (("url", OTHER_ADDRESS), ("length", OTHER_LENGTH)):
        before, after = _enclosure(old, attribute), _enclosure(new, attribute)
        if before and before != after:
            yield rule(new.where, f"enclosure's {attribute} changes from {before} to {after or 'nothing'}")
    if old.value("pubDate") != new.value("pubDate"):
        yield OTHER_DATE(new.where, f"pubDate changes from {old.value('pubDate')} to {new.value('pubDate')}")
