"""A feed's document as a whole: what kind it is, its show, its items, and its place among its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from episodes.core.apart import with_items_apart
from episodes.core.errors import SourceError
from episodes.core.incoming import IncomingFeed
from episodes.feed.reading.channel import read_show
from episodes.feed.reading.cut import without_half_item
from episodes.feed.reading.decoding import decode
from episodes.feed.reading.items import Context, read_item_element
from episodes.feed.reading.mending import parse
from episodes.feed.reading.names import attribute, children, name_of, text
from episodes.feed.reading.unread import unread_of_channel
from episodes.feed.reading.words import join_address

_FEED = re.compile(r"<(?:\w+:)?(?:rss|RDF|feed|channel)\b", re.IGNORECASE)
_HTML = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
_HTML_SAID = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)


def is_feed(data: bytes) -> bool:
    """Tell from the beginning of a document whether it is an RSS or Atom feed, sound or not."""
    beginning, _ = decode(data[:20_000])
    feed, page = _FEED.search(beginning), _HTML.search(beginning)
    return feed is not None and (page is None or feed.start() < page.start())


def read_feed(data: bytes, *, url: str = "", charset: str = "") -> IncomingFeed:
    """Read an RSS or Atom feed; `url` is where it was found, `charset` what its server says.

    GUIDs are kept to the letter, dates to the second; only items that share one get something added. What is broken
    is mended where that needs no guessing, and each repair is a note on the item or the feed. Raises SourceError for
    what is no feed.
    """
    return with_items_apart(read_part(data, url=url, charset=charset))


def read_part(data: bytes, *, url: str = "", charset: str = "") -> IncomingFeed:
    """Read one page of a feed in pages, as `read_feed` does; items of the same GUID are left as they are."""
    document, notes = decode(data, charset=charset)
    if not document.strip():
        raise SourceError(f"{url or 'the file'} is empty", hint="check the address")
    if not is_feed(data):
        what = (
            "a web page"
            if _HTML.search(document[:20_000]) or _HTML_SAID.search(document[:20_000])
            else "something else"
        )
        raise SourceError(f"{url or 'the file'} is no feed but {what}", hint="look for the address of its RSS feed")
    document, cut = without_half_item(document)
    root = parse(document, notes)
    channel = _channel(root)
    base = _base(root, channel, url)
    show = read_show(channel, notes)
    notes += unread_of_channel(channel)
    context = Context(show=show, base=base, identity=_identity(show.guid, channel, url), people=_people(channel))
    items = [read_item_element(element, context) for element in _items(root)]
    return IncomingFeed(
        show=show,
        items=tuple(items),
        format=_format(root),
        url=join_address(base, _link(channel, "self")) or url,
        next_url=join_address(base, link) if (link := _link(channel, "next")) else "",
        notes=(*notes, cut) if cut else tuple(notes),
        cut=cut,
    )


def _channel(root: etree._Element) -> etree._Element:
    if _is_named(root, "atom:feed", "feed", "channel"):
        return root
    return next((element for element in root.iter() if _is_named(element, "channel", "atom:feed", "feed")), root)


def _is_named(element: etree._Element, *names: str) -> bool:
    """Whether an element is one of these, in small letters or large (CDF has large ones)."""
    return name_of(element).lower() in names


def _items(root: etree._Element) -> Iterator[etree._Element]:
    """All items, wherever they stand: RSS 1.0 has them beside the channel, broken feeds inside one another."""
    for element in root.iter():
        if _is_named(element, "item", "atom:entry", "entry", "atom:item"):
            yield element


def _format(root: etree._Element) -> str:
    name = name_of(root).lower()
    if name.endswith("rdf"):
        return "RSS 1.0"
    if name == "channel" and str(root.tag).isupper():
        return "CDF"
    if name in ("atom:feed", "feed"):
        return "Atom 0.3" if "purl.org" in str(root.tag) else "Atom 1.0"
    return f"RSS {attribute(root, 'version') or '?'}"


def _link(channel: etree._Element, relation: str) -> str:
    for link in children(channel, "atom:link", "link"):
        if attribute(link, "rel").lower() == relation:
            return attribute(link, "href")
    return ""


def _base(root: etree._Element, channel: etree._Element, url: str) -> str:
    stated = str(
        channel.get("{http://www.w3.org/XML/1998/namespace}base")
        or root.get("{http://www.w3.org/XML/1998/namespace}base")
        or ""
    )
    return join_address(url, stated) if stated else url or _link(channel, "self") or text(channel, "link")


def _identity(guid: str, channel: etree._Element, url: str) -> str:
    """What names this feed and stays: items' keys begin with it, because GUIDs may be short ("12")."""
    stated = guid or _link(channel, "self") or url or text(channel, "link", "atom:id") or text(channel, "title")
    return re.sub(r"^https?://(?:www\.)?", "", stated).rstrip("/")


def _people(channel: etree._Element) -> frozenset[str]:
    """Names that stand for the show itself; a contributor of that name is a host."""
    names = [text(channel, "itunes:author", "googleplay:author", "author")]
    names += [text(owner, "itunes:name") for owner in children(channel, "itunes:owner")]
    names += [text(person, "atom:name", "name") for person in children(channel, "atom:contributor", "atom:author")]
    return frozenset(name.lower() for name in names if name)
