"""XML elements of feeds: their namespaces, and how text gets into them unharmed."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

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

#: Signs that stand for themselves in addresses; a percent sign is taken to encode something already.
_SAFE = "%/:=&?~+!$,;'@()*[]-._"

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
        element.text = clean(text).strip()
    return element


def picture_url(base_url: str, path: str, address: str) -> str:
    """The address of a picture: published by us at a path, else wherever it lies on the web."""
    return join_url(base_url, path) if path else web_address(address)


def web_address(url: str) -> str:
    """Write an address as feeds need it, percent-encoded; empty if it is none of the web.

    >>> web_address(" https://bücher.example/a b?q=ä"), web_address("javascript:alert(1)"), web_address("http://[")
    ('https://xn--bcher-kva.example/a%20b?q=%C3%A4', '', '')
    """
    url = clean(url).strip()
    try:
        parts = urlsplit(url)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return ""
    path, query, fragment = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, quote(host, safe=_SAFE), path, query, fragment))


def format_number(value: float) -> str:
    """Write a number as short as it can be.

    >>> format_number(12.0), format_number(73.25)
    ('12', '73.25')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".")
