"""A page's lines parted: its article, the titles of other posts, and the comments, in whatever order these come."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from episodes.core.naming.comments import Line, find_begin
from episodes.core.naming.folding import tidy
from episodes.core.naming.markup import LONGEST_TEXT, looks_like_html, to_lines
from episodes.core.naming.page_words import NEIGHBOUR, RELATED

#: Words that also stand below a comment which the page has cut.
_CUT = re.compile(r"\W*read (?:more|next|also)\W*", re.IGNORECASE)
#: Marks of Markdown: headings, rules, emphasis of words and of whole lines.
_MARKDOWN = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_RULES = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
_MARKS = re.compile(r"(?<![\w*])\*{1,3}(?=\S)([^*\n]{1,1000}?)(?<=\S)\*{1,3}(?![\w*])")
_LONGEST_TITLE, _LEAST_PARAGRAPH = 200, 120


def lines_of(text: str) -> list[Line]:
    """The tidy lines of a page with their depth; those of HTML have none, and marks of Markdown are taken off."""
    text = text[:LONGEST_TEXT]
    if looks_like_html(text):
        return [Line(text=line) for line in to_lines(text)]
    if _MARKDOWN.search(text):
        text = _MARKS.sub(r"\1", _RULES.sub("", _MARKDOWN.sub("", text)))
    lines: list[Line] = []
    for raw in text.splitlines():
        stripped = raw.expandtabs(4).lstrip(" \u00a0>│|└↳")
        lines.append(Line(text=tidy(stripped), indent=len(raw.expandtabs(4)) - len(stripped) if stripped else 0))
    return lines


def parts_of(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Line], list[tuple[Line, ...]]]:
    """Part the article from the lines with titles of other posts and from the sections of comments."""
    related = [place for place, line in enumerate(lines) if place > 2 and RELATED.match(line.text)]
    begin = _begin_below_text(lines)
    end = min([len(lines), *related[:1], *([] if begin is None else [begin])])
    other: list[Line] = []
    comments: list[tuple[Line, ...]] = []
    at, is_of_comments = end, end == begin
    while at < len(lines):
        if is_of_comments:
            ends = (related[number] for number in range(bisect_right(related, at), len(related)))
            stop = next((place for place in ends if not _CUT.fullmatch(lines[place].text)), len(lines))
            comments.append(tuple(lines[at:stop]))
        else:
            begin = find_begin(lines, at + 1)
            stop = len(lines) if begin is None else begin
            other += lines[at + 1 : stop]
        at, is_of_comments = stop, not is_of_comments
    return lines[:end], other, comments


def _begin_below_text(lines: Sequence[Line]) -> int | None:
    """Where comments begin: below the first paragraph, if they do; a count of them may stand above it."""
    text = next((place for place, line in enumerate(lines) if len(line.text) > _LEAST_PARAGRAPH), 0)
    below = find_begin(lines, text)
    return find_begin(lines) if below is None else below


def without_neighbours(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the titles of the posts before and after this one, each below a line that says so, from the rest."""
    titles: list[Line] = []
    kept: list[Line] = []
    follows = False
    for line in lines:
        if NEIGHBOUR.match(line.text):
            follows = True
            continue
        if line.text and follows:
            follows = False
            if len(line.text) < _LONGEST_TITLE and not NEIGHBOUR.match(line.text) and not line.text.endswith("."):
                titles.append(line)
                continue
        kept.append(line)
    return kept, titles
