"""Elements that are only ever written: what lxml would write, letter by letter, in a tenth of its time."""

from __future__ import annotations

import re
from functools import cache

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
PSC = "{http://podlove.org/simple-chapters}"

#: What feedgen has to be told of every feed; it declares `atom` and `content` by itself.
PREFIXES = {"itunes": ITUNES[1:-1], "podcast": PODCAST[1:-1], "psc": PSC[1:-1]}
ALL_PREFIXES = PREFIXES | {"atom": ATOM[1:-1], "content": CONTENT[1:-1]}

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets); feedgen would lose the whole feed over one of them.
# Named are the few that it cannot: the many that it can take ten times as long to compile.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


_PREFIX_OF = {uri: prefix for prefix, uri in ALL_PREFIXES.items()}
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

    All elements of a tree share its lines. The last lines close what is open, so a child of an element that stands
    `depth` deep is written before the last `depth` lines.
    """

    __slots__ = ("_at", "_depth", "_lines", "_name")

    def __init__(self, lines: list[str], name: str, depth: int) -> None:
        """Stand for the element that was written last at this depth; `Markup.root` begins a tree."""
        self._lines, self._name, self._depth = lines, name, depth
        self._at = len(lines) - depth  # of its own line, while it is closed

    @classmethod
    def root(cls, tag: str) -> Markup:
        return cls([f"<{_short(tag)}/>"], _short(tag), 1)

    def add(self, tag: str, text: str | None, attributes: dict[str, str]) -> Markup:
        """Write a child, with text or later children of its own; attributes without a value are left out.

        What XML forbids is taken out.
        """
        lines, depth, name = self._lines, self._depth, _short(tag)
        if self._at >= 0:
            lines[self._at] = lines[self._at][:-2] + ">"
            lines.insert(len(lines) - depth + 1, f"{_INDENTS[depth - 1]}</{self._name}>")
            self._at = -1
        line = f"{_INDENTS[depth]}<{name}"
        if attributes:
            plain = _is_plain("".join(attributes.values()))  # one look at all of them, for nearly all are
            for key, value in attributes.items():
                if value:
                    line += f' {key}="{value if plain else _escaped(value)}"'
        if text is None:
            lines.insert(len(lines) - depth, line + "/>")
            return Markup(lines, name, depth + 1)
        if not _is_plain(text):
            text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
        lines.insert(len(lines) - depth, f"{line}>{text}</{name}>")
        return self

    def write(self, indent: str) -> str:
        """Give the whole tree, its first and last line as deep as `indent`."""
        return indent + f"\n{indent}".join(self._lines)


def _is_plain(text: str) -> bool:
    """Tell whether text stands in a document as it is; looking for one sign at a time is faster than a pattern."""
    return text.isprintable() and "&" not in text and "<" not in text and ">" not in text and '"' not in text


def _escaped(value: str) -> str:
    value = clean(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return value.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


@cache
def _short(tag: str) -> str:
    if tag[0] != "{":
        return tag
    uri, _, name = tag[1:].partition("}")
    return f"{_PREFIX_OF[uri]}:{name}"
