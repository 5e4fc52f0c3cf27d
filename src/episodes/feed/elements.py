"""XML elements of feeds: their namespaces, and how text gets into them unharmed."""

from __future__ import annotations

import re

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
PSC = "{http://podlove.org/simple-chapters}"

PREFIXES = {
    "itunes": ITUNES[1:-1],
    "podcast": PODCAST[1:-1],
    "psc": PSC[1:-1],
}

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
    element = etree.SubElement(parent, tag)
    if text:
        element.text = clean(text)
    for name, value in attributes.items():
        if value:
            element.set(name, clean(value))
    return element


def format_number(value: float) -> str:
    """Write a number as short as it can be.

    >>> format_number(12.0), format_number(73.25)
    ('12', '73.25')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".")
