"""The short way from plain Markdown to HTML: paragraphs, lists, links, bold; whatever is more takes the long way.

Most notes of most episodes are this plain, and the long way (a Markdown parser, then a cleaner of HTML) takes longer
than all the rest of a feed. Both ways give the same text letter by letter; a test holds them against each other.
Only letters, digits and harmless signs get through, so nothing that is active can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_HOST = r"https?://(?!\S*xn--)(?:[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?\.){1,4}[a-z]{2,20}"
_URL = rf"{_HOST}(?:/[A-Za-z0-9./_~=-]*)?(?:\?[A-Za-z0-9=.-]*)?"
#: **bold**, or [words](address); what begins with a sign is found fast.
_MARKED = re.compile(
    r"\*\*(?<![^ (\n]\*\*)([^*\[\]]+)\*\*(?![^\W_]|[*_\[])"
    r"|\[(?<!!\[)([^*\[\]]+)\]\((https?://[^ ()]+)\)"
)
#: Plain words. An underscore is no word here, but sets cannot say so.
_RUN = r"""(?:[\w .,;:?!'"()/%+$@=…–—‘’“”-]++|&(?= ))*+"""
_WORDS = re.compile(_RUN)
#: How a line may begin; signs of lists, headings, quotes and rules are not among it.
_BEGINNING = r"(?!\d+[.)])[^\W_]|[\"'(‘’“”]|\*\*[^\W_]|\[[^\W_]"
_START = re.compile(_BEGINNING)
#: Lines of plain words, and a list of such, as most are.
_LINE = rf"(?={_BEGINNING}){_RUN}(?<! )"
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*+")
_LIST = re.compile(rf"- {_LINE}(?:\n- {_LINE})*+")
_GAP = re.compile("\n\n+")
_LF, _BREAK = "\n", "<br>\n"
_ADDRESS = re.compile(r"https?://[^\s<>\"()]+(?:\([^\s<>\"()]*\)[^\s<>\"()]*)*(?<![.,;:!?'*_~])", re.IGNORECASE)
_ONE_URL = re.compile(_URL)


class _NotPlain(Exception):
    """Something that needs the long way."""


def render_plain(text: str) -> str | None:
    """Turn Markdown into HTML, if it is plain enough; None if it is not."""
    try:
        written = "\n".join([_blocks(part) for part in _GAP.split(text.strip("\n"))])
    except _NotPlain:
        return None
    return None if "</ul>\n<ul>" in written else written  # two lists may be one with room between its points


def _blocks(part: str) -> str:
    """A paragraph, a list, or a paragraph and the list right below it."""
    if "_" not in part and "://" not in part:
        if _PARAGRAPH.fullmatch(part):
            return f"<p>{part.replace('&', '&amp;').replace(_LF, _BREAK)}</p>"
        if _LIST.fullmatch(part):
            points = part[2:].replace("&", "&amp;").replace("\n- ", "</li>\n<li>")
            return f"<ul>\n<li>{points}</li>\n</ul>"
    lines = part.split("\n")
    marks = [_mark(line) for line in lines] if "- " in part or "* " in part else []
    if not any(marks):
        return _paragraph(lines)
    first = marks.count("")
    if any(marks[:first]) or len(set(marks[first:])) > 1:
        raise _NotPlain
    points = "".join([f"<li>{_line(line[2:])}</li>\n" for line in lines[first:]])
    return f"{_paragraph(lines[:first])}\n<ul>\n{points}</ul>" if first else f"<ul>\n{points}</ul>"


def _paragraph(lines: Iterable[str]) -> str:
    return f"<p>{_BREAK.join(map(_line, lines))}</p>"


def _mark(line: str) -> str:
    """The sign that makes a line a point of a list; "" for a line of a paragraph."""
    return line[0] if line[:2] in ("* ", "- ") and line[2:3].strip() else ""


def _line(line: str) -> str:
    if not _START.match(line) or line[-1] == " ":
        raise _NotPlain
    if "**" not in line and "[" not in line:
        return _linked(line)
    first, *more = _MARKED.split(line)
    written = [_linked(first)]
    for bold, words, url, text in zip(*[iter(more)] * 4, strict=True):
        inside = _plain(bold or words)
        if "://" in inside or not inside[0].isalnum() or not inside[-1].isalnum():
            raise _NotPlain
        if url and not _ONE_URL.fullmatch(url):
            raise _NotPlain
        written += [f"<strong>{inside}</strong>" if bold else f'<a href="{url}">{inside}</a>', _linked(text)]
    return "".join(written)


def _linked(text: str) -> str:
    """Write plain words, and links for the addresses among them; one of unusual signs needs the long way."""
    plain = _plain(text)
    if "://" not in text:
        return plain
    written, place = [], 0
    for found in _ADDRESS.finditer(text):
        if not _ONE_URL.fullmatch(found[0]):
            raise _NotPlain
        written += [_plain(text[place : found.start()]), f'<a href="{found[0]}">{found[0]}</a>']
        place = found.end()
    return "".join([*written, _plain(text[place:])])


def _plain(text: str) -> str:
    if "_" in text or not _WORDS.fullmatch(text):
        raise _NotPlain
    return text.replace("&", "&amp;")
