"""A page's lines parted: its article, the titles of other posts, and the comments, in whatever order these come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from episodes.core.naming.comments import Line, find_begin
from episodes.core.naming.page_words import NEIGHBOUR, RELATED

#: Words that also stand below a comment which the page has cut.
_CUT = re.compile(r"\W*read (?:more|next|also)\W*", re.IGNORECASE)
_LONGEST_TITLE = 200


def parts_of(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Line], list[tuple[Line, ...]]]:
    """Part the article from the lines with titles of other posts and from the sections of comments."""
    related = [place for place, line in enumerate(lines) if place > 2 and RELATED.match(line.text)]
    begin = find_begin(lines)
    end = min([len(lines), *related[:1], *([] if begin is None else [begin])])
    other: list[Line] = []
    comments: list[tuple[Line, ...]] = []
    at, is_of_comments = end, end == begin
    while at < len(lines):
        if is_of_comments:
            ends = (place for place in related if place > at and not _CUT.fullmatch(lines[place].text))
            stop = next(ends, len(lines))
            comments.append(tuple(lines[at:stop]))
        else:
            begin = find_begin(lines, at + 1)
            stop = len(lines) if begin is None else begin
            other += lines[at + 1 : stop]
        at, is_of_comments = stop, not is_of_comments
    return lines[:end], other, comments


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
