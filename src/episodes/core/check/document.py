"""Rules of the document: well-formed XML, RSS 2.0, namespaces, and which element may stand where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from episodes.core.check.facts import Facts
from episodes.core.check.finding import APPLE, NAMESPACE, PAGING, PSP, RSS, W3C, XML, Finding, error, warning
from episodes.core.check.tree import ATOM, CONTENT, HISTORY, ITUNES, PODCAST, PODCAST_OLD, PSC, Feed, Node

NOT_XML = error("not-xml", XML, "build the feed again; if it is not ours, mend the place named")
NOT_UTF8 = error("not-utf8", PSP, "write the feed in UTF-8")
BOM = warning("byte-order-mark", W3C, "write the feed without a byte order mark")
DOCTYPE = warning("doctype", W3C, "leave the document type out; apps do not read it")
NOT_RSS = error("not-rss", RSS, 'the root is <rss version="2.0">')
NO_CHANNEL = error("no-channel", RSS, "<rss> holds one <channel>")
MANY_CHANNELS = error("many-channels", RSS, "put everything into one <channel>")
WRONG_NAMESPACE = error("wrong-namespace", APPLE, "write the namespace exactly as its specification does")
OLD_NAMESPACE = warning("old-namespace", NAMESPACE, f"declare xmlns:podcast as {PODCAST}")
NO_NAMESPACE = warning("no-namespace", PSP, "declare the itunes, podcast and atom namespaces in <rss>")
UNKNOWN = error("unknown-element", W3C, "elements without a prefix are those of RSS 2.0 only")
UNKNOWN_EXTENSION = warning("unknown-extension-element", NAMESPACE, "use the name that the specification has")
MISPLACED = error("misplaced-element", NAMESPACE, "move the element where its specification puts it")
STRAY = error("stray-text", RSS, "put the text into an element")
REPEATED = error("repeated-element", W3C, "keep one of them")
PADDED = warning("padded-value", APPLE, "take the spaces at its ends away")
TOO_LONG = warning("long-value", PSP, "keep values within 255 characters")
HUGE = warning("huge-feed", W3C, "let older episodes go to archive pages (`feed_limit`)")

#: Bytes that some directories stop reading at.
LIMIT = 10_000_000

_RIGHT = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM, "content": CONTENT, "psc": PSC, "fh": HISTORY}


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONE_CHANNEL = _names(
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate generator docs cloud ttl "
    "image rating textInput skipHours skipDays "
    "itunes:image itunes:explicit itunes:author itunes:owner itunes:title itunes:type itunes:new-feed-url itunes:block "
    "itunes:complete itunes:subtitle itunes:summary itunes:keywords "
    "podcast:locked podcast:license podcast:guid podcast:medium podcast:images podcast:podroll "
    "podcast:updateFrequency podcast:podping podcast:publisher fh:archive fh:complete"
)
_MANY_CHANNEL = _names(
    "item category itunes:category itunes:applepodcastsverify podcast:funding podcast:trailer podcast:value "
    "podcast:image podcast:liveItem podcast:block podcast:txt podcast:remoteItem podcast:person podcast:location "
    "podcast:chat podcast:previousUrl podcast:socialInteract atom:link"
)
_ONE_ITEM = _names(
    "title link description author comments guid pubDate source content:encoded "
    "itunes:title itunes:image itunes:explicit itunes:author itunes:duration itunes:episode itunes:season "
    "itunes:episodeType itunes:block itunes:subtitle itunes:summary itunes:keywords itunes:order "
    "itunes:isClosedCaptioned podcast:chapters podcast:season podcast:episode podcast:license podcast:images "
    "psc:chapters"
)
_MANY_ITEM = _names(
    "category enclosure podcast:transcript podcast:soundbite podcast:person podcast:location "
    "podcast:alternateEnclosure "
    "podcast:value podcast:image podcast:contentLink podcast:socialInteract podcast:txt podcast:chat "
    "atom:link"
)
_OURS = ("itunes:", "podcast:", "psc:")
_KNOWN = _ONE_CHANNEL | _MANY_CHANNEL | _ONE_ITEM | _MANY_ITEM


def check_bytes(data: bytes) -> Iterator[Finding]:
    """Judge what can be seen before the XML is read."""
    if data.startswith(b"\xef\xbb\xbf"):
        yield BOM("feed", "begins with a byte order mark")
    encoding = re.match(rb"[^<]{0,4}<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)", data)
    if encoding and encoding[1].lower() not in (b"utf-8", b"utf8"):
        yield NOT_UTF8("feed", f"says that it is {encoding[1].decode()}")
    else:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as trouble:
            yield NOT_UTF8("feed", f"byte {trouble.start} is no UTF-8")
    if b"<!DOCTYPE" in data[:2000]:
        yield DOCTYPE("feed", "has a document type declaration")
    if len(data) > LIMIT:
        yield HUGE("feed", f"is {len(data) / 1e6:.1f} MB long")


def check_document(feed: Feed) -> Iterator[Finding]:
    root = feed.root
    if root.name != "rss" or root.get("version") != "2.0":
        yield NOT_RSS("feed", f"is <{root.name}>, version {root.get('version')}")
    if len(root.all("channel")) != 1:
        yield NO_CHANNEL("feed", "has no channel") if not root.all("channel") else MANY_CHANNELS("feed", "has several")
    for name in root.children.keys() - {"channel"}:
        yield MISPLACED("feed", f"<{name}> stands beside the channel")
    yield from _namespaces(feed)
    yield from _stray(feed.channel)
    yield from _children(feed.channel, _ONE_CHANNEL, _MANY_CHANNEL)


def check_children(item: Node) -> Iterator[Finding]:
    yield from _stray(item)
    yield from _children(item, _ONE_ITEM, _MANY_ITEM)


def _stray(parent: Node) -> Iterator[Finding]:
    """Find text between the elements of a show or an item."""
    for text in (parent.element.text, *(child.tail for child in parent.element)):
        if text and text.strip():
            yield STRAY(parent.where, f"{text.strip()[:40]!r} stands between elements")
            return


def _namespaces(feed: Feed) -> Iterator[Finding]:
    for prefix, uri in feed.declared.items():
        right = _RIGHT.get(prefix)
        if uri == PODCAST_OLD:
            yield OLD_NAMESPACE("feed", f"xmlns:{prefix} is the podcast namespace's former name")
        elif right and uri != right:
            yield WRONG_NAMESPACE("feed", f"xmlns:{prefix} is {uri!r}, not {right!r}")
    for prefix in ("itunes", "podcast", "atom"):
        if _RIGHT[prefix] not in feed.declared.values() and prefix not in feed.declared:
            yield NO_NAMESPACE("feed", f"does not declare xmlns:{prefix}")


def _children(parent: Node, one: frozenset[str], many: frozenset[str]) -> Iterator[Finding]:
    for name, nodes in parent.children.items():
        if name in one:
            if len(nodes) > 1:
                yield REPEATED(parent.where, f"has {len(nodes)} <{name}>")
            yield from _value(nodes[0], parent.where)
        elif name in many or not isinstance(name, str):
            continue
        elif name in _KNOWN:
            yield MISPLACED(parent.where, f"<{name}> does not belong here")
        elif ":" not in name and "{" not in name:
            yield UNKNOWN(parent.where, f"RSS has no <{name}>")
        elif name.startswith(_OURS):
            near = get_close_matches(name, _KNOWN, n=1)
            yield UNKNOWN_EXTENSION(parent.where, f"there is no <{name}>" + (f"; <{near[0]}>?" if near else ""))


def _value(node: Node, where: str) -> Iterator[Finding]:
    if len(node.element) == 0 and node.raw != node.raw.strip() and node.text:
        yield PADDED(where, f"<{node.name}> begins or ends with spaces")
    if node.name in ("title", "itunes:title", "itunes:author", "itunes:name", "copyright") and len(node.text) > 255:
        yield TOO_LONG(where, f"<{node.name}> has {len(node.text)} characters")


def check_paging(feed: Feed, url: str = "", facts: Facts | None = None) -> Iterator[Finding]:
    links = feed.channel.all("atom:link")
    relations = [link.get("rel") for link in links]
    here = url or next((link.get("href") for link in links if link.get("rel") == "self"), "")
    for link in links:
        relation, address = link.get("rel") or "", link.get("href") or ""
        # Before a feed is published (no url yet), its other parts need not lie there.
        known = facts(address) if facts and url and relation in _PAGES else None
        if known and not known.exists:
            yield PAGE_MISSING("channel", f"its {relation} page is not there: {address}")
        elif relation in _STEPS and address == here:
            yield PAGE_ITSELF("channel", f"its {relation} page is the feed itself: {address}")
    if feed.channel.first("fh:complete") and (steps := sorted(_STEPS.intersection(filter(None, relations)))):
        yield PAGE_OF_WHOLE("channel", f"says that it is complete, and has links to {', '.join(steps)}")
    if feed.channel.first("fh:archive") and "current" not in relations:
        yield PAGE_WITHOUT_CURRENT("channel", "is an archive and does not say where the feed is")


#: Links of a feed in parts, and those that lead on from the part at hand.
_STEPS = frozenset(("next", "previous", "prev", "prev-archive", "next-archive"))
_PAGES = _STEPS | {"first", "last", "current"}
PAGE_MISSING = error("page-missing", PAGING, "build again, so that links between parts of a feed lead to parts")
PAGE_ITSELF = error("page-itself", PAGING, "readers would go round in a circle; link the part that follows")
PAGE_OF_WHOLE = warning(
    "complete-with-pages", PAGING, "fh:complete is for a feed in one part; take it or the links out"
)
PAGE_WITHOUT_CURRENT = warning("archive-without-current", PAGING, 'add <atom:link rel="current">')
