"""Whether HTML is well nested: what is opened is closed, where it may stand, and entities that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

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
#: What ends a paragraph by beginning.
_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p"),
        *("pre", "section", "table", "ul"),
    ]
)
_LISTS = ("ul", "ol", "menu")
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
    place = 0
    while token := _TOKEN.search(html, place):
        place = token.end()
        yield token
        name = (token["open"] or "").lower()
        if name in _RAW_NAMES and (end := re.compile(rf"(?=</{name}\b)", re.IGNORECASE).search(html, place)):
            place = end.start()


def trouble_of_nesting(html: str) -> str:
    r"""Say the first thing that is wrong with how elements lie in each other; empty if nothing is.

    >>> trouble_of_nesting("<p>a<br>b</p>"), trouble_of_nesting("<p><b>a</p>"), trouble_of_nesting("a</p>")
    ('', '<b> is not closed before </p>', '</p> closes nothing')
    >>> trouble_of_nesting("<em>a"), trouble_of_nesting('<p><a href="x'), trouble_of_nesting("1 < 2 & 3")
    ('<em> is not closed', '\'<a href="x\' is no whole tag', '')
    """
    open_: list[str] = []
    for token in _tokens(html):
        if open_ and token["close"] == open_[-1]:
            open_.pop()
        elif trouble := _step(token, open_):
            return trouble
    return f"<{open_[-1]}> is not closed" if open_ else ""


def _step(token: re.Match[str], open_: list[str]) -> str:
    """Go on by one tag; says what is wrong with it."""
    if token["broken"]:
        return f"{token['broken']!r} is no whole tag"
    if token["note"] is not None and not token["noted"]:
        return "a comment does not end"
    if token["close"]:
        return _closed(token["close"].lower(), open_)
    if not token["open"] or (name := token["open"].lower()) in _VOID:
        return ""
    trouble = _misplaced(name, open_)
    if token["attributes"].endswith("/"):
        return trouble  # as XHTML writes what is empty
    open_.append(name)
    return trouble


def _closed(name: str, open_: list[str]) -> str:
    if open_ and open_[-1] == name:
        open_.pop()
        return ""
    if name in _VOID:
        return ""
    return f"<{open_[-1]}> is not closed before </{name}>" if name in open_ else f"</{name}> closes nothing"


def _misplaced(name: str, open_: list[str]) -> str:
    if name == "li" and (not open_ or open_[-1] not in _LISTS):
        return "<li> stands outside a list"
    if name == "a" and "a" in open_:
        return "<a> stands in another <a>"
    if name in _BLOCKS and open_ and open_[-1] == "p":
        return f"<{name}> stands in a <p>, which ends there"
    return ""


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
    names = [name for name, _ in attributes]
    return next((name for name in names if names.count(name) > 1), "")
