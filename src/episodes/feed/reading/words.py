"""Texts of feeds: titles without markup, descriptions with it, addresses that are some."""

from __future__ import annotations

import html
import re
from urllib.parse import quote, urljoin, urlsplit

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,500})?/?>")
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,500}>", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style")}
_ESCAPED = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_CONTROL = re.compile(r"[\x80-\x9f]")


def as_meant(text: str) -> str:
    r"""Write Windows-1252 where Unicode has control characters, as browsers do (HTML Standard, 13.2.5.80).

    >>> as_meant("It\x92s")
    'It’s'
    """
    return _CONTROL.sub(lambda found: found[0].encode("latin-1").decode("cp1252", "ignore"), text)


def plain_title(text: str) -> str:
    r"""Take markup and doubled escapes out of a title and put it on one line.

    >>> plain_title("Fish &amp;amp; <b>Chips</b>\n today"), plain_title("a < b > c")
    ('Fish & Chips today', 'a < b > c')
    """
    text = as_meant(text)
    if "&" in text:
        text = html.unescape(text)
        if _ESCAPED.search(text):
            text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", _without_scripts(text))
    return " ".join(text.split())


def plain(text: str) -> str:
    r"""Take markup out of a short description; its paragraphs stay apart.

    >>> plain("<p>One.</p><p>Two<br>three.</p>")
    'One.\n\nTwo\nthree.'
    """
    if "<" in text:
        text = _without_scripts(text)
        text = re.sub(r"<br\s*/?>", "\n", text, flags=re.IGNORECASE)
        text = re.sub(r"</(?:p|div|li|h\d)>", "\n\n", text, flags=re.IGNORECASE)
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_scripts(text: str) -> str:
    """Leave scripts and styles out; the end of a kind is looked for once only where it has none."""
    ends = dict(_ENDS)
    pieces, at = [], 0
    while ends and (begun := _SCRIPT.search(text, at)):
        name = begun[1].lower()
        end = ends[name].search(text, begun.end()) if name in ends else None
        if end is None:
            ends.pop(name, None)
        pieces.append(text[at : begun.start() if end else begun.end()])
        at = end.end() if end else begun.end()
    return "".join([*pieces, text[at:]])


def web_address(address: str, base: str = "") -> str:
    """Make an address whole; what is none on the web gives "".

    >>> web_address("/a b.mp3", "https://example.org/feed.xml"), web_address("javascript:alert(1)")
    ('https://example.org/a%20b.mp3', '')
    """
    address = re.sub(r"[\t\n\r]", "", address.strip())
    if not address:
        return ""
    try:
        whole = urljoin(base, address)
        parts = urlsplit(whole)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return ""
    except ValueError:
        return ""
    return quote(whole, safe="/%:@!$&'()*+,;=~-._?#[]|{}^`\"\\") if re.search(r"[\s<>]", whole) else whole


def join_address(base: str, address: str) -> str:
    """Hang an address on another one; where one of them is nonsense, the rest counts.

    >>> join_address("https://example.org/feed.xml", "?page=2"), join_address("https://[", "x")
    ('https://example.org/feed.xml?page=2', '')
    """
    try:
        return urljoin(base, address)
    except ValueError:
        return web_address(address)
