"""XML elements of feeds: their namespaces, and how text gets into them unharmed."""

from __future__ import annotations

import re

from lxml import etree

from episodes.core.addresses import join_url

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
PSC = "{http://podlove.org/simple-chapters}"

#: What feedgen has to be told; it declares `atom` and `content` by itself.
PREFIXES = {"itunes": ITUNES[1:-1], "podcast": PODCAST[1:-1], "psc": PSC[1:-1], "fh": HISTORY[1:-1]}
ALL_PREFIXES = PREFIXES | {"atom": ATOM[1:-1], "content": CONTENT[1:-1]}

#: The name of our elements on feedgen's objects; "podcast" is taken by its own extension.
HOOK = "published"

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets); feedgen would lose the whole feed over one of them.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    r"""Take out the characters that XML forbids, and nothing else.

    >>> clean("Tab\tbell\x07 and \ud800 half a pair")
    'Tab\tbell and  half a pair'
    """
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def add(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    """Append an element; attributes without a value are left out."""
    element = etree.SubElement(parent, tag, {name: clean(value) for name, value in attributes.items() if value})
    if text:
        element.text = clean(text)
    return element


def picture_url(base_url: str, path: str, address: str) -> str:
    """The address of a picture: published by us at a path, else wherever it lies on the web."""
    return join_url(base_url, path) if path else web_only(address)


def web_only(url: str) -> str:
    return url if url.lower().startswith(("http://", "https://")) else ""


def format_number(value: float) -> str:
    """Write a number as short as it can be.

    >>> format_number(12.0), format_number(73.25)
    ('12', '73.25')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".")
