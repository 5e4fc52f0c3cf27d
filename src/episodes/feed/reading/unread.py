"""What a feed says in elements that have no place in our records: told by name, never dropped without a word."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from episodes.feed.reading.names import name_of

#: What an item's own reading looks at, here and in `enclosures.py` and `people.py`.
_OF_ITEMS = frozenset(
    [
        "atom:author",
        "atom:content",
        "atom:contributor",
        "atom:id",
        "atom:issued",
        "atom:link",
        "atom:modified",
        "atom:published",
        "atom:summary",
        "atom:title",
        "atom:updated",
        "author",
        "content:encoded",
        "content",
        "dc:created",
        "dc:creator",
        "dc:date",
        "dc:identifier",
        "dc:issued",
        "dc:language",
        "dc:title",
        "description",
        "duration",
        "enclosure",
        "fullitem",
        "googleplay:description",
        "googleplay:explicit",
        "googleplay:image",
        "guid",
        "id",
        "image",
        "issued",
        "itunes:author",
        "itunes:duration",
        "itunes:episode",
        "itunes:episodetype",
        "itunes:explicit",
        "itunes:image",
        "itunes:season",
        "itunes:subtitle",
        "itunes:summary",
        "itunes:title",
        "link",
        "media:content",
        "media:description",
        "media:group",
        "media:thumbnail",
        "media:title",
        "modified",
        "podcast:alternateenclosure",
        "podcast:chapters",
        "podcast:contentlink",
        "podcast:episode",
        "podcast:image",
        "podcast:license",
        "podcast:location",
        "podcast:person",
        "podcast:season",
        "podcast:soundbite",
        "podcast:transcript",
        "psc:chapters",
        "pubdate",
        "published",
        "summary",
        "title",
        "updated",
        "xhtml:body",
    ]
)
#: What a channel's reading looks at.
_OF_CHANNELS = frozenset(
    [
        "atom:author",
        "atom:contributor",
        "atom:copyright",
        "atom:icon",
        "atom:id",
        "atom:link",
        "atom:logo",
        "atom:rights",
        "atom:subtitle",
        "atom:tagline",
        "atom:title",
        "author",
        "copyright",
        "dc:creator",
        "dc:language",
        "dc:rights",
        "dc:title",
        "description",
        "googleplay:author",
        "googleplay:description",
        "googleplay:email",
        "googleplay:explicit",
        "googleplay:image",
        "icon",
        "id",
        "image",
        "itunes:author",
        "itunes:block",
        "itunes:category",
        "itunes:complete",
        "itunes:email",
        "itunes:explicit",
        "itunes:image",
        "itunes:owner",
        "itunes:subtitle",
        "itunes:summary",
        "itunes:title",
        "itunes:type",
        "language",
        "link",
        "logo",
        "managingeditor",
        "podcast:funding",
        "podcast:guid",
        "podcast:license",
        "podcast:location",
        "podcast:locked",
        "podcast:medium",
        "podcast:person",
        "podcast:txt",
        "podcast:updatefrequency",
        "subtitle",
        "title",
    ]
)
#: What speaks of the document itself and the program that wrote it, not of the show.
_MACHINERY = frozenset(
    [
        "atom:generator",
        "atom:updated",
        "cloud",
        "docs",
        "feedburner:browserfriendly",
        "feedburner:emailserviceid",
        "feedburner:feedburnerhostname",
        "feedburner:feedflare",
        "feedburner:info",
        "generator",
        "itunes:new-feed-url",
        "lastbuilddate",
        "items",
        "pubdate",
        "rdf:li",
        "sy:updatebase",
        "sy:updatefrequency",
        "sy:updateperiod",
        "ttl",
        "updated",
    ]
)
#: Elements of this kind are items, wherever they stand.
_ITEMS = frozenset(("item", "entry", "atom:entry", "channel", "feed", "atom:feed"))


def unread_of_item(element: etree._Element) -> list[str]:
    """A remark for each kind of element of an item that is not kept."""
    return _told(element, _OF_ITEMS)


def unread_of_channel(channel: etree._Element) -> list[str]:
    """A remark for each kind of element of a channel that is not kept."""
    return _told(channel, _OF_CHANNELS | _MACHINERY)


def _told(element: etree._Element, known: frozenset[str]) -> list[str]:
    counts = Counter(name_of(child) for child in element if isinstance(child.tag, str) and _says_something(child))
    kept_out = {name: count for name, count in counts.items() if name.lower() not in known | _ITEMS}
    return [
        f"{count} {name} elements were not kept" if count > 1 else f"its {name} element was not kept"
        for name, count in kept_out.items()
    ]


def _says_something(element: etree._Element) -> bool:
    return bool(len(element) or element.attrib or (element.text or "").strip())
