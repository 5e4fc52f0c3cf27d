"""Rules of the feeds of a show beside one another: the parts of a long one, and its editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from xml.etree import ElementTree

from episodes.core.check.finding import NAMESPACE, PAGING, PSP, Finding, error, warning
from episodes.core.check.tree import Feed, open_feed
from episodes.core.check.values import parse_date
from episodes.core.light import dataclass

_BUILD = "`episodes build` writes all parts again"

REPEATED = error("part-guid-repeated", PSP, f"an episode stands in one part of a feed: {_BUILD}")
ORDER = warning("part-order", PAGING, f"archives hold what is older than the feed: {_BUILD}")
OTHER_SHOW = error("part-show", NAMESPACE, f"all parts of a feed have its podcast:guid and title: {_BUILD}")
UNLINKED = error("part-unlinked", PAGING, f"each part leads to the next older one (prev-archive): {_BUILD}")
NOT_ARCHIVE = warning("part-archive", PAGING, f"an archive says so (<fh:archive/>), the feed does not: {_BUILD}")
WRONG_PART = error("part-link", PAGING, f"current leads to the feed, prev-archive to an older part: {_BUILD}")
SAME_SHOW = error("edition-guid", NAMESPACE, "each feed has a podcast:guid of its own: directories take them for one")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a feed: what is compared."""

    url: str
    guid: str  #: of the show
    title: str
    is_archive: bool
    links: tuple[tuple[str, str], ...]  #: relation, address
    items: tuple[tuple[str, datetime | None], ...]  #: GUID, date

    def linked(self, relation: str) -> list[str]:
        return [address for name, address in self.links if name == relation]


def read_part(url: str, feed: bytes, *, whole: bool = True) -> Part | None:
    """Read a part, or only what stands before its items; None where it is no feed, which is said elsewhere."""
    first = -1 if whole else feed.find(b"<item>")
    try:
        opened = open_feed(feed if first < 0 else feed[:first] + b"</channel></rss>")
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    return _part(url, opened)


def _part(url: str, feed: Feed) -> Part:
    channel = feed.channel
    items = channel.element.iterfind("item")
    return Part(
        url=url,
        guid=channel.value("podcast:guid"),
        title=channel.value("title"),
        is_archive=channel.first("fh:archive") is not None,
        links=tuple((link.get("rel") or "", link.get("href") or "") for link in channel.all("atom:link")),
        items=tuple(
            ((item.findtext("guid") or "").strip(), parse_date((item.findtext("pubDate") or "").strip()))
            for item in items
        ),
    )


def check_parts(parts: Sequence[Part]) -> Iterator[tuple[str, Finding]]:
    """Judge a feed, which comes first, with its archives from the newest on; each finding with the part's address."""
    places = {part.url: number for number, part in enumerate(parts)}
    seen: dict[str, str] = {}
    for number, part in enumerate(parts):
        for finding in _links(part, number, parts, places):
            yield part.url, finding
        for guid, _ in part.items:
            if guid and seen.get(guid, part.url) != part.url:
                yield part.url, REPEATED("channel", f"guid {guid!r} stands in {seen[guid]} too")
            seen.setdefault(guid, part.url)
    for newer, older in pairwise(parts):
        oldest = min((date for _, date in newer.items if date), default=None)
        newest = max((date for _, date in older.items if date), default=None)
        if oldest and newest and newest > oldest:
            yield older.url, ORDER("channel", f"has an item of {newest:%Y-%m-%d}, {newer.url} one of {oldest:%Y-%m-%d}")
        if (older.guid, older.title) != (parts[0].guid, parts[0].title):
            yield older.url, OTHER_SHOW("channel", f"is {older.title!r}, {older.guid}; the feed {parts[0].title!r}")


def _links(part: Part, number: int, parts: Sequence[Part], places: dict[str, int]) -> Iterator[Finding]:
    is_older = number > 0
    if part.is_archive != is_older:
        yield NOT_ARCHIVE("channel", "says nothing of being an archive" if is_older else "says that it is an archive")
    for relation in ("prev-archive", "next-archive", "current", "next", "previous", "first", "last"):
        if len(part.linked(relation)) > 1:
            yield WRONG_PART("channel", f"has {len(part.linked(relation))} links to {relation}")
    if is_older and part.linked("current") and part.linked("current")[0] != parts[0].url:
        yield WRONG_PART("channel", f"says that the feed is {part.linked('current')[0]}")
    steps = part.linked("prev-archive")
    if number + 1 < len(parts) and not steps:
        yield UNLINKED("channel", f"does not lead to the next older part, {parts[number + 1].url}")
    elif steps and places.get(steps[0], number + 1) != number + 1:
        yield WRONG_PART("channel", f"leads back to {steps[0]} as to an older part")
    if is_older and not {"previous", "prev", "next-archive"} & {name for name, _ in part.links}:
        yield UNLINKED("channel", "does not lead to the next newer part")


def check_editions(feeds: Sequence[Part]) -> Iterator[tuple[str, Finding]]:
    """Judge the feeds of shows beside one another; each finding with the feed's address."""
    seen: dict[str, str] = {}
    for feed in feeds:
        if feed.guid and feed.guid in seen:
            yield feed.url, SAME_SHOW("channel", f"has the podcast:guid of {seen[feed.guid]}")
        seen.setdefault(feed.guid, feed.url)
