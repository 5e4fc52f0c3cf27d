"""Elements that are only ever written: what lxml would write, letter by letter, in a tenth of its time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

#: The namespaces of feeds, by their usual prefixes.
NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets); feedgen would lose the whole feed over one of them.
# Named are the few that it cannot: the many that it can take ten times as long to compile.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NONE: Mapping[str, str] = {}
_INDENTS = tuple("  " * depth for depth in range(8))


def clean(text: str) -> str:
    r"""Take out the characters that XML forbids, and nothing else.

    >>> clean("Tab\tbell\x07 and \ud800 half a pair")
    'Tab\tbell and  half a pair'
    """
    if text.isprintable() or text.replace("\n", " ").isprintable():  # much faster than looking for what is not
        return text
    return _FORBIDDEN.sub("", text)


class Markup:
    """An element whose children are written at once, in the order of the document, each on a line of its own.

    An element that has elements of its own is used in a `with` statement, which closes it. Tags have their usual
    prefixes, as in "itunes:author". What XML forbids is taken out of texts and attributes; nothing else is changed.
    """

    __slots__ = ("_depth", "_inside", "_lines", "_tag", "put")

    def __init__(
        self, tag: str, attributes: Mapping[str, str] = _NONE, *, depth: int = 0, lines: list[str] | None = None
    ) -> None:
        """Begin an element that stands `depth` deep; all elements of a tree share its `lines`."""
        self._lines = [] if lines is None else lines
        self._lines.append(f"{_INDENTS[depth]}<{tag}{_written(attributes)}>")
        self._tag, self._depth, self._inside = tag, depth, len(self._lines)
        #: Add a child that `line` wrote, or somebody who knew that its values need no escaping.
        self.put: Callable[[str], None] = self._lines.append

    def add(self, tag: str, text: str = "", /, **attributes: str) -> None:
        """Write a child, with text or none; attributes without a value are left out."""
        self.put(line(self._depth + 1, tag, text, **attributes))

    def open(self, tag: str, /, **attributes: str) -> Markup:
        """Begin a child that has children."""
        return Markup(tag, attributes, depth=self._depth + 1, lines=self._lines)

    def __enter__(self) -> Markup:
        return self

    def __exit__(self, *_error: object) -> None:
        if len(self._lines) == self._inside:
            self._lines[-1] = f"{self._lines[-1][:-1]}/>"
        else:
            self._lines.append(f"{_INDENTS[self._depth]}</{self._tag}>")

    def __str__(self) -> str:
        """Give what was written so far: the whole tree, once its root is closed."""
        return "\n".join(self._lines)


def line(depth: int, tag: str, text: str = "", /, **attributes: str) -> str:
    """Write an element without children, `depth` deep, on a line of its own."""
    start, text = f"{_INDENTS[depth]}<{tag}{_written(attributes)}", in_text(text)
    return f"{start}>{text}</{tag}>" if text else f"{start}/>"


def in_text(text: str) -> str:
    """Write text as it stands between tags."""
    if _is_plain(text):
        return text
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def in_value(value: str) -> str:
    """Write an attribute's value as it stands between quotes."""
    return value if _is_plain(value) else _escaped(value)


def _written(attributes: Mapping[str, str]) -> str:
    if not attributes:
        return ""
    plain = _is_plain("".join(attributes.values()))  # one look at all of them, for nearly all are
    return "".join([f' {key}="{value if plain else _escaped(value)}"' for key, value in attributes.items() if value])


def _is_plain(text: str) -> bool:
    """Tell whether text stands in a document as it is; looking for one sign at a time is faster than a pattern."""
    return text.isprintable() and "&" not in text and "<" not in text and ">" not in text and '"' not in text


def _escaped(value: str) -> str:
    value = clean(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return value.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
