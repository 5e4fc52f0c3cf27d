"""The short way from plain Markdown to HTML: paragraphs, lists, links, bold; whatever is more takes the long way.

Most notes of most episodes are this plain, and the long way (a Markdown parser, then a cleaner of HTML) takes longer
than all the rest of a feed. Both ways give the same text letter by letter; a test holds them against each other.
Only letters, digits and harmless signs get through, so nothing that is active can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

_HOST = r"https?://(?!\S*xn--)(?:[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?\.){1,4}[a-z]{2,20}"
_URL = rf"{_HOST}(?:/[A-Za-z0-9./_~=-]*)?(?:\?[A-Za-z0-9=.-]*)?"
_WORD = r"[^\W_]"
_TEXT = r"""(?:[^\W_]|[ .,;:?'"()/%+$@=…–—‘’“”-]|!(?!\[)|&(?= ))"""
#: The same, run by run and not sign by sign; nothing follows that it would have to give a sign back to.
_RUN = _TEXT.replace("]|[", "]++|[", 1).replace("-]|", "-]++|", 1)
#: A stretch of a line: plain words, **bold**, or [words](address).
_PIECE = re.compile(
    rf"(?P<text>{_RUN}++)"
    rf"|(?<![^ (\n])\*\*(?P<bold>{_WORD}(?:{_TEXT}*{_WORD})?)\*\*(?![^\W_]|[*_\[])"
    rf"|\[(?P<words>{_WORD}(?:{_TEXT}*{_WORD})?)\]\((?P<url>{_URL})\)"
)
#: How a line may begin; signs of lists, headings, quotes and rules are not among it.
_BEGINNING = r"(?!\d+[.)])[^\W_]|[\"'(‘’“”]|\*\*[^\W_]|\[[^\W_]"
_START = re.compile(_BEGINNING)
#: A line of plain words, as most are.
_WORDS = re.compile(rf"(?={_BEGINNING}){_RUN}++(?<! )")
_GAP = re.compile("\n\n+")
_ADDRESS = re.compile(r"https?://[^\s<>\"()]+(?:\([^\s<>\"()]*\)[^\s<>\"()]*)*(?<![.,;:!?'*_~])", re.IGNORECASE)
_ONE_URL = re.compile(_URL)


class _NotPlain(Exception):
    """Something that needs the long way."""


def render_plain(text: str) -> str | None:
    """Turn Markdown into HTML, if it is plain enough; None if it is not."""
    try:
        blocks = [block for part in _GAP.split(text.strip("\n")) for block in _blocks(part.split("\n"))]
        if any(one[:4] == other[:4] == "<ul>" for one, other in pairwise(blocks)):
            return None  # two lists may be one with room between its points
        return "\n".join(blocks)
    except _NotPlain:
        return None


def _blocks(lines: list[str]) -> Iterator[str]:
    """A paragraph, a list, or a paragraph and the list right below it."""
    if not any(map(_mark, lines)):
        yield "<p>" + "<br>\n".join(map(_line, lines)) + "</p>"
        return
    parts = [(mark, list(group)) for mark, group in groupby(lines, key=_mark)]
    if len(parts) > 2 or (len(parts) == 2 and (parts[0][0] or not parts[1][0])):
        raise _NotPlain
    for mark, group in parts:
        if mark:
            yield "<ul>\n" + "".join(f"<li>{_line(line[2:])}</li>\n" for line in group) + "</ul>"
        else:
            yield "<p>" + "<br>\n".join(map(_line, group)) + "</p>"


def _mark(line: str) -> str:
    """The sign that makes a line a point of a list; "" for a line of a paragraph."""
    return line[0] if line[:2] in ("* ", "- ") and line[2:3].strip() else ""


def _line(line: str) -> str:
    if _WORDS.fullmatch(line):
        return _linked(line)
    if not _START.match(line) or line[-1] == " ":
        raise _NotPlain
    written, place = [], 0
    while place < len(line):
        piece = _PIECE.match(line, place)
        if not piece:
            raise _NotPlain
        written.append(_piece(piece))
        place = piece.end()
    return "".join(written)


def _piece(piece: re.Match[str]) -> str:
    plain, bold, words, url = piece.groups()
    if plain is not None:
        return _linked(plain)
    if "://" in (bold or words):
        raise _NotPlain
    if bold is not None:
        return f"<strong>{bold.replace('&', '&amp;')}</strong>"
    return f'<a href="{url}">{words.replace("&", "&amp;")}</a>'


def _linked(text: str) -> str:
    """Make links of addresses; one of unusual signs needs the long way."""
    if "://" not in text:
        return text.replace("&", "&amp;")
    written, place = [], 0
    for found in _ADDRESS.finditer(text):
        if not _ONE_URL.fullmatch(found[0]):
            raise _NotPlain
        written += [text[place : found.start()].replace("&", "&amp;"), f'<a href="{found[0]}">{found[0]}</a>']
        place = found.end()
    return "".join([*written, text[place:].replace("&", "&amp;")])
