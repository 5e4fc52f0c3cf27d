"""Rules of the texts of a show and an item: HTML that is whole, links that lead somewhere, letters that are right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from episodes.core.check.facts import Facts
from episodes.core.check.finding import HTML, RSS, UNICODE, W3C, Finding, warning
from episodes.core.check.markup import repeated, rich, trouble_of_entities, trouble_of_nesting
from episodes.core.check.tree import Node

NESTING = warning("html-nesting", HTML, "close each element where it ends, the last opened first: apps guess the rest")
ENTITY = warning("html-entity", HTML, "write the sign itself: apps show such an entity as it is typed")
ATTRIBUTE = warning("html-attribute", HTML, "name each attribute once; the second counts for nothing")
LINK = warning("html-link", HTML, "give the link an address, or take it out")
MISSING_PAGE = warning(
    "page-link-missing", W3C, "the address leads to nothing that is built: correct it, or build again"
)
BROKEN_LETTERS = warning("broken-letters", UNICODE, "a text was read in the wrong encoding: type these letters anew")
ALIKE = warning("repeated-alike", RSS, "say it once")
EMPTY = warning("empty-element", RSS, "fill the element, or leave it out")

_TEXTS = ("description", "content:encoded", "itunes:summary")
_LETTERS = (*_TEXTS, "title", "itunes:title", "itunes:author", "copyright")
_MAY_BE_EMPTY = (
    "content:encoded", "itunes:author", "copyright", "generator", "category", "podcast:contentLink",
)  # fmt: skip
#: Elements that may stand several times, but not with the same content.
_ONCE_ALIKE = (
    "podcast:funding", "podcast:location", "podcast:previousUrl", "podcast:soundbite", "podcast:contentLink",
    "podcast:txt", "podcast:image", "podcast:socialInteract", "category",
)  # fmt: skip
#: Elements that hold addresses, which may be ours: in an attribute, or as text.
_ADDRESSES = (
    ("link", ""), ("podcast:person", "href"), ("podcast:person", "img"), ("podcast:funding", "url"),
    ("podcast:contentLink", "href"), ("podcast:license", "url"), ("comments", ""),
)  # fmt: skip
_BARE_LINK = re.compile("<a>", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)\s*:", re.IGNORECASE)
_WEB = ("http", "https")
#: Letters of UTF-8 that were read as Windows-1252, but for what may stand in a right text (quotation marks, spaces).
_MISREAD = re.compile(
    "\ufffd"
    "|[\u00c3\u00c4\u00c5][\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u0192\u0153\u0161\u017e\u0178\u2030\u20ac\u2122]"
    "|\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u00a6\u02dc\u00a2]"
    "|\u00c2[\u00a3\u00a7\u00a9\u00ae\u00b0\u00b4\u00b7]"
)


def check_texts(node: Node, facts: Facts | None) -> Iterator[Finding]:
    """Judge the texts of a show or an item."""
    for name in _TEXTS:
        if text := node.value(name):
            yield from _html(node.where, name, text, facts)
    for name in _LETTERS:
        if not (value := node.value(name)).isascii() and (found := _MISREAD.search(value)):
            yield BROKEN_LETTERS(node.where, f"{name} holds {found[0]!r}")
    for name in _MAY_BE_EMPTY:
        if (element := node.first(name)) and not element.text and not len(element.element):
            yield EMPTY(node.where, f"<{name}> is empty")
    yield from _alike(node)
    yield from _addresses(node, facts)


def _alike(node: Node) -> Iterator[Finding]:
    for name in _ONCE_ALIKE:
        alike = [(tuple(sorted(one.element.items())), one.text) for one in node.all(name)]
        if len(set(alike)) < len(alike):
            yield ALIKE(node.where, f"has the same <{name}> twice")


def _addresses(node: Node, facts: Facts | None) -> Iterator[Finding]:
    """Find addresses of ours at which nothing lies."""
    for name, attribute in _ADDRESSES if facts else ():
        for one in node.all(name):
            address = (one.get(attribute) if attribute else one.text) or ""
            if facts and (known := facts(address)) and not known.exists:
                yield MISSING_PAGE(node.where, f"<{name}> leads to {address}, where nothing is")
    picture = node.first("image")
    if picture and facts and (known := facts(picture.value("url"))) and not known.exists:
        yield MISSING_PAGE(node.where, f"image's url is {picture.value('url')}, where nothing is")


def _html(where: str, name: str, text: str, facts: Facts | None) -> Iterator[Finding]:
    if trouble := trouble_of_entities(text):
        yield ENTITY(where, f"{name} holds {trouble}")
    if "<" not in text:
        return
    if trouble := trouble_of_nesting(text):
        yield NESTING(where, f"{name}: {trouble}")
    if _BARE_LINK.search(text):
        yield LINK(where, f"{name} has a link without an address")
    for tag, attributes in rich(text):
        named = dict(attributes)
        if len(named) < len(attributes):
            yield ATTRIBUTE(where, f"{name}: <{tag}> has {repeated(attributes)} twice")
        if tag == "a":
            yield from _link(where, name, named, facts)


def _link(where: str, name: str, attributes: dict[str, str], facts: Facts | None) -> Iterator[Finding]:
    address = attributes.get("href", "").strip()
    scheme = _SCHEME.match(address)
    if not address and not {"id", "name"} & attributes.keys():
        yield LINK(where, f"{name} has a link without an address")
    elif scheme and scheme[1].lower() not in _WEB and get_close_matches(scheme[1].lower(), _WEB, n=1, cutoff=0.7):
        yield LINK(where, f"{name} has a link to {address[:60]!r}")
    elif facts and (known := facts(address)) and not known.exists:
        yield MISSING_PAGE(where, f"{name} leads to {address}, where nothing is")
