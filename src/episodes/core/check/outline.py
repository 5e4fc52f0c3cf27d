"""Rules of the list of feeds (OPML): what it says of each, and whether it has all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree

from episodes.core.check.finding import OPML, XML, Finding, error, warning
from episodes.core.check.values import trouble_of_url

_BUILD = "`episodes build` writes it again"

NOT_XML = error("opml-not-xml", XML, f"the list of feeds is well-formed, in UTF-8; {_BUILD}")
NOT_OPML = error("opml", OPML, f'it is <opml version="2.0"> with a head and a body; {_BUILD}')
OUTLINE = error("opml-outline", OPML, f"an outline has text, type rss and the feed's address in xmlUrl; {_BUILD}")
MISSING = warning("opml-feed-missing", OPML, f"xmlUrl leads to a feed; {_BUILD}")
UNLISTED = warning("opml-unlisted", OPML, f"the list has each feed once; {_BUILD}")
TITLE = warning("opml-title", OPML, f"text and title are those of the feed; {_BUILD}")


def check_outline(data: bytes, feeds: Mapping[str, str], is_there: Callable[[str], bool]) -> Iterator[Finding]:
    """Judge a list of feeds; `feeds` are the titles of those that it should name, by address."""
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - expat limits what entities may grow to
    except (ElementTree.ParseError, ValueError, LookupError) as trouble:
        yield NOT_XML("opml", f"cannot be read: {trouble}")
        return
    parts = [child.tag for child in root]
    if root.tag != "opml" or not re.fullmatch(r"[12]\.\d", root.get("version") or "") or parts != ["head", "body"]:
        yield NOT_OPML("opml", f"is <{root.tag}>, version {root.get('version')}, with {', '.join(map(str, parts))}")
    listed: list[str] = []
    for number, outline in enumerate(root.iter("outline"), start=1):
        address = outline.get("xmlUrl") or ""
        listed.append(address)
        yield from _outline(f"outline {number}", outline, address, feeds, is_there)
    for address in feeds:
        if listed.count(address) != 1:
            yield UNLISTED("opml", f"names {address} {listed.count(address)} times")


def _outline(
    where: str,
    outline: ElementTree.Element,
    address: str,
    feeds: Mapping[str, str],
    is_there: Callable[[str], bool],
) -> Iterator[Finding]:
    if not outline.get("text") or outline.get("type") != "rss" or (trouble_of_url(address) and not len(outline)):
        yield OUTLINE(where, f"text {outline.get('text')!r}, type {outline.get('type')!r}, xmlUrl {address!r}")
    elif not is_there(address):
        yield MISSING(where, f"leads to {address}, where no feed of ours is")
    title = feeds.get(address)
    if title and {outline.get("text"), outline.get("title", title)} != {title}:
        yield TITLE(where, f"is called {outline.get('text')!r}, the feed {title!r}")
