"""XML elements of feeds: their namespaces, and how text gets into them unharmed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from lxml import etree

from episodes.core.addresses import join_url
from episodes.feed.markup import Markup, clean

#: The name of our elements on feedgen's objects; "podcast" is taken by its own extension.
HOOK = "published"

#: Signs that stand for themselves in addresses; a percent sign is taken to encode something already.
_SAFE = "%/:=&?~+!$,;'@()*[]-._"
#: Longest value that PSP-1 advises; the W3C's validator takes a longer author or owner's name for an error.
VALUE = 255
#: What stands between names, and has nothing to say behind the last one.
_BETWEEN = " ,;&/、"
#: What `add` adds to: lxml's elements for the channel, the quick ones of ours for items.
Element = etree._Element | Markup


def add(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Any:
    """Append an element to one of lxml's or of ours; attributes without a value are left out."""
    if isinstance(parent, Markup):
        return parent.add(tag, clean(text).strip() if text else None, attributes)
    element = etree.SubElement(parent, tag, {name: clean(value) for name, value in attributes.items() if value})
    if text:
        element.text = clean(text).strip()
    return element


def fitting(names: str) -> str:
    """Cut what is too long for a value behind a name of a list, if that keeps half of it, else behind a word.

    >>> fitting("Ann Lee, Bo Diaz"), len(fitting("Ann Lee, " * 40)), fitting("Ann Lee, " * 40)[-12:]
    ('Ann Lee, Bo Diaz', 250, 'Lee, Ann Lee')
    """
    names = clean(names).strip()
    if len(names) <= VALUE:
        return names
    starts = {
        sign: names[: VALUE + len(sign)].rpartition(sign)[0].rstrip(_BETWEEN) for sign in (", ", "; ", " & ", "、", " ")
    }
    of_names = (start for sign, start in starts.items() if sign != " " and len(start) > VALUE / 2)
    return next(of_names, starts[" "] or names[:VALUE].rstrip(_BETWEEN))


def picture_url(base_url: str, path: str, address: str) -> str:
    """The address of a picture: published by us at a path, else wherever it lies on the web."""
    return join_url(base_url, path) if path else web_address(address)


@lru_cache(maxsize=4096)  # a feed names the same people and places in every item
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
