"""Descriptions as lines of Markdown: HTML is translated, plain text left as it is."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from episodes.core.naming.folding import tidy_lines
from episodes.core.naming.wrapping import unwrapped
from episodes.core.sound_html import sound_html

_LOOKS_LIKE_HTML = re.compile(
    r"</?(?:p|br|a|div|ul|ol|li|h[1-6]|strong|em|b|i|span|img)\b[^<>]{0,2000}>", re.IGNORECASE
)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]?>(?=\s*(?:$|<))")
_PARAGRAPHS = frozenset(
    [
        "p",
        "div",
        "ul",
        "ol",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "table",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "figure",
        "hr",
    ]
)
_UNREAD = frozenset(["script", "style", "head", "title", "template", "noscript", "iframe"])
_LINK = re.compile(
    r"!?\[([^\[\]\n]{0,300})\]\(<?(https?://[^\s()<>]{1,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,500})?)>?\)"
)
#: Descriptions are read this far; what is behind is kept out of the notes of an episode.
LONGEST_TEXT = 200_000


def looks_like_html(text: str) -> bool:
    return bool(_LOOKS_LIKE_HTML.search(text))


def to_lines(text: str) -> list[str]:
    """Turn a description, HTML or plain, into tidy lines of Markdown.

    >>> to_lines('<p>Hello <a href="https://example.org/">there</a></p><ul><li>One<li>Two</ul>')
    ['Hello [there](https://example.org/)', '', '- One', '- Two']
    """
    text = _CDATA.sub(" ", text[:LONGEST_TEXT])
    is_plain = True
    # Twice, because some feeds escape their HTML once too often.
    for _ in range(2):
        if looks_like_html(text):
            text, is_plain = _translate(text), False
        elif "&" in text:
            text = html.unescape(text)
    lines = _without_doubled_gaps(tidy_lines(text))
    return unwrapped(lines) if is_plain else lines


def _translate(text: str) -> str:
    reader = _Reader()
    reader.feed(sound_html(text))
    reader.close()
    return "".join(reader.pieces)


def without_links(line: str) -> str:
    """Write Markdown links as their words alone.

    >>> without_links("by [Ann Lee](https://example.org/ann) today")
    'by Ann Lee today'
    """
    return _LINK.sub(r"\1", line) if "](" in line else line


def iter_links(line: str) -> list[tuple[str, str]]:
    """List the (words, address) of a line's Markdown links."""
    return [(match[1].strip(), match[2]) for match in _LINK.finditer(line)] if "](" in line else []


def link_spans(line: str) -> list[tuple[int, int]]:
    """Where the Markdown links of a line stand."""
    return [match.span() for match in _LINK.finditer(line)] if "](" in line else []


def _without_doubled_gaps(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept


class _Reader(HTMLParser):
    """Writes HTML as Markdown: paragraphs, line breaks, links and list items; the rest is read through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread = 0
        self._address = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "br":
            self._write("\n")
        elif tag == "li":
            self._write("\n- ")
        elif tag in _PARAGRAPHS:
            if not self._begins_item():
                self._write("\n\n")
        elif tag == "a":
            self._close_link()
            self._address = (dict(attrs).get("href") or "").strip()

    def _begins_item(self) -> bool:
        """Whether nothing stands in a list item yet: its first paragraph needs no gap."""
        written = [piece for piece in self.pieces[-4:] if piece.strip() or "\n" in piece]
        return bool(written) and written[-1] == "\n- " and not self._address

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag == "a":
            self._close_link()
        elif tag in _PARAGRAPHS:
            self._write("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._write(re.sub(r"\s+", " ", data) if "\n\n" not in data else data)

    def close(self) -> None:
        super().close()
        self._close_link()

    def _write(self, text: str) -> None:
        (self._words if self._address else self.pieces).append(text)

    def _close_link(self) -> None:
        if not self._address:
            return
        written, address = "".join(self._words), self._address
        words = " ".join(written.split())
        self._address, self._words = "", []
        # A gap that stands inside the link parts its words from those beside it all the same.
        before, after = (" " if sign.isspace() else "" for sign in (written[:1], written[-1:]))
        if not address.startswith(("http://", "https://")) or not words or words == address:
            self.pieces.append(before + words + after)
        else:
            self.pieces.append(f"{before}[{words.replace('[', '(').replace(']', ')')}]({address}){after}")
