"""What feeds' elements hold: addresses, names and numbers as apps take them; and how ours get among feedgen's."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

from lxml import etree

from episodes.core.addresses import join_url
from episodes.feed.markup import NAMESPACES, Markup, clean

#: The name of our elements on feedgen's objects; "podcast" is taken by its own extension.
HOOK = "published"

#: How deep an item's elements stand in a feed.
DEPTH = 3
INDENT = "  " * DEPTH

#: Signs that stand for themselves in addresses; a percent sign is taken to encode something already.
_SAFE = "%/:=&?~+!$,;'@()*[]-._"
#: Longest value that PSP-1 advises; the W3C's validator takes a longer author or owner's name for an error.
VALUE = 255
#: What stands between names, and has nothing to say behind the last one.
_BETWEEN = " ,;&/、"


def graft(parent: etree._Element, children: Markup) -> None:
    """Append written elements, the children of their root, to one of lxml's that declares their namespaces."""
    declared = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, huge_tree=True)
    tree = etree.fromstring(f"<all{declared}>{children}</all>".encode(), parser)
    parent.extend(tree[0])


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
