"""The names of a feed's elements: one prefix for each namespace, however a feed writes it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from lxml import etree

_PREFIXES = {
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "podcastindex.org/namespace/1.0": "podcast",
    "github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "purl.org/rss/1.0/modules/content": "content",
    "podlove.org/simple-chapters": "psc",
    "search.yahoo.com/mrss": "media",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/terms": "dc",
    "www.w3.org/2005/atom": "atom",
    "purl.org/atom/ns": "atom",
    "www.google.com/schemas/play-podcasts/1.0": "googleplay",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "www.rawvoice.com/rawvoicerssmodule": "rawvoice",
    "purl.org/rss/1.0": "",
    "my.netscape.com/rdf/simple/0.9": "",
    "my.netscape.com/publish/formats/rss-0.9.dtd": "",
    "backend.userland.com/rss2": "",
    "blogs.law.harvard.edu/tech/rss": "",
    "www.w3.org/1999/xhtml": "xhtml",
    "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
}
_KNOWN = set(_PREFIXES.values()) | {"a10"}


def name_of(element: etree._Element) -> str:
    """The element's name with the usual prefix; elements of RSS and Atom themselves have none.

    A prefix that was never declared is taken at its word, as apps do.
    """
    tag = str(element.tag) if isinstance(element.tag, str) else ""
    if not tag.startswith("{"):
        before, colon, local = tag.rpartition(":")
        return f"{before.lower()}:{local}" if colon else tag
    namespace, _, local = tag[1:].partition("}")
    key = re.sub(r"^https?://", "", namespace.lower()).rstrip("/#")
    prefix: str | None = _PREFIXES.get(key)
    if prefix is None and key.startswith(("backend.userland.com", "purl.org/net/rss", "purl.org/rss")):
        prefix = ""
    if prefix is None:
        prefix = element.prefix or key
    return f"{prefix}:{local}" if prefix else local


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of these names; `atom:x` also answers to the bare `x` inside an Atom feed."""
    wanted = {name.lower() for name in names}
    for child in element:
        if isinstance(child.tag, str) and name_of(child).lower() in wanted:
            yield child


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """The first child of the first of these names that there is."""
    return next((found for name in names for found in children(element, name)), None)


def text_of(element: etree._Element | None) -> str:
    """An element's text without the white space around it, markup inside it included as written."""
    if element is None:
        return ""
    if not len(element):
        return _plainly(element)
    inner = [element.text or ""]
    inner += [etree.tostring(part, encoding="unicode", with_tail=True) for part in element]
    return re.sub(r'\sxmlns(?::\w+)?="[^"]*"', "", "".join(inner)).strip()


def _plainly(element: etree._Element) -> str:
    """The text of an element without children; Atom allows it to be base64."""
    said = (element.text or "").strip()
    if said and (element.get("mode") == "base64" or element.get("type") == "application/octet-stream"):
        try:
            return base64.b64decode(said, validate=True).decode("utf-8").strip()
        except ValueError:
            return said
    return said


def text(element: etree._Element, *names: str) -> str:
    """The text of the first of these children that says something."""
    return next((said for name in names for found in children(element, name) if (said := text_of(found))), "")


def attribute(element: etree._Element, *names: str) -> str:
    """The first of these attributes that says something, whatever its case."""
    values = {str(name).rpartition("}")[2].lower(): str(value).strip() for name, value in element.attrib.items()}
    return next((values[name.lower()] for name in names if values.get(name.lower())), "")
