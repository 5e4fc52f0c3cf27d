"""Whether HTML is well nested: what is opened is closed, where it may stand, and entities that there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.entities import html5

from episodes.core.check.nest import Nest

_PARTS = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
_TOKEN = re.compile(
    r"</(?P<close>[a-z][^\s<>/]*)[^<>]*>"
    rf"|<(?P<open>[a-z][^\s<>/\"'=]*)(?P<attributes>{_PARTS})>"
    r"|<!--(?P<note>.*?)(?P<noted>-->|\Z)|<!doctype\b[^>]*>|<\?[^>]*>"
    r"|(?P<broken></?[a-z][^<>]{0,40})",
    re.IGNORECASE | re.DOTALL,
)
#: A tag that has something besides its name.
_RICH = re.compile(rf"<([a-z][^\s<>/\"'=]*)(\s{_PARTS})>", re.IGNORECASE)
_RAW = re.compile(r"<(?:script|style|textarea|title)\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_RAW_NAMES = ("script", "style", "textarea", "title")
#: Control signs, which numbers may not stand for.
_CONTROL = frozenset([*range(9), 11, *range(14, 32), *range(127, 160)])


def attributes_of(text: str) -> list[tuple[str, str]]:
    """The attributes of a tag, names in small letters.

    >>> attributes_of(' href="/a" hidden')
    [('href', '/a'), ('hidden', '')]
    """
    return [(name.lower(), a or b or c) for name, a, b, c in _ATTRIBUTE.findall(text)]


def rich(html: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Name and attributes of each tag that has some."""
    for name, attributes in _RICH.findall(html):
        yield name.lower(), attributes_of(attributes)


def _tokens(html: str) -> Iterator[re.Match[str]]:
    """Tags and comments; what a script or a title holds is neither."""
    if not _RAW.search(html):
        yield from _TOKEN.finditer(html)
        return
    place, endless = 0, set[str]()
    while token := _TOKEN.search(html, place):
        place = token.end()
        yield token
        name = (token["open"] or "").lower()
        if name not in _RAW_NAMES or name in endless:
            continue
        if end := re.compile(rf"(?=</{name}\b)", re.IGNORECASE).search(html, place):
            place = end.start()
        else:
            endless.add(name)


def trouble_of_nesting(html: str) -> str:
    r"""Say the first thing that is wrong with how elements lie in each other; empty if nothing is.

    >>> trouble_of_nesting("<p>a<br>b</p>"), trouble_of_nesting("<p><b>a</p>"), trouble_of_nesting("a</p>")
    ('', '<b> is not closed before </p>', '</p> closes nothing')
    >>> trouble_of_nesting("<em>a"), trouble_of_nesting('<p><a href="x'), trouble_of_nesting("1 < 2 & <p>3")
    ('<em> is not closed', '\'<a href="x\' is no whole tag', '')
    """
    nest = Nest()
    for token in _tokens(html):
        if nest.names and token["close"] == nest.names[-1]:
            nest.names.pop()
        elif trouble := _step(token, nest):
            return trouble
    return f"<{left}> is not closed" if (left := nest.left()) else ""


def _step(token: re.Match[str], nest: Nest) -> str:
    """Go on by one tag; says what is wrong with it."""
    if token["broken"]:
        return f"{token['broken']!r} is no whole tag"
    if token["note"] is not None and not token["noted"]:
        return "a comment does not end"
    if token["close"]:
        name = token["close"].lower()
        return "" if name in _VOID else nest.close(name)
    if not token["open"] or (name := token["open"].lower()) in _VOID:
        return ""
    return nest.open(name, is_empty=_ends_itself(token["attributes"]))


def _ends_itself(attributes: str) -> bool:
    """Whether a tag ends with a slash, as XHTML writes what is empty, and not with an address without quotes.

    >>> _ends_itself(' /'), _ends_itself(' id="a"/'), _ends_itself(" href=https://x.example/")
    (True, True, False)
    """
    if not attributes.endswith("/"):
        return False
    last = attributes.rsplit(maxsplit=1)[-1].rpartition('"')[2].rpartition("'")[2]
    return "=" not in last and not attributes[: -len(last)].rstrip().endswith("=")


def trouble_of_entities(html: str) -> str:
    """Say which entity stands for no sign; empty if all do.

    >>> trouble_of_entities("&amp; &#8211; &foo; &#1;"), trouble_of_entities("AT&T")
    ('&foo;', '')
    """
    for found in _ENTITY.finditer(html) if "&" in html else ():
        decimal, hexadecimal, name = found.groups()
        number = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else None
        if name and f"{name};" not in html5:
            return found[0]
        if number is not None and (number in _CONTROL or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF):
            return found[0]
    return ""


def repeated(attributes: list[tuple[str, str]]) -> str:
    """The first attribute that is named twice; empty if there is none."""
    counted = Counter(name for name, _ in attributes)
    return next((name for name, count in counted.items() if count > 1), "")
