"""The rule of times in a description: a list of them is the item's chapters once more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from episodes.core.check.agreeing import simple_chapters
from episodes.core.check.finding import PODLOVE, Finding, warning
from episodes.core.check.tree import Node
from episodes.core.timecode import parse_timecode

STAMPS = warning(
    "description-times", PODLOVE, "the times in the description are those of the chapters: `episodes build`"
)

_BREAK = re.compile(r"</?(?:p|li|br|div|ul|ol)\b[^>]*>|\n", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_LINE = re.compile(r"\s*\(?((?:\d{1,2}:)?\d{1,2}:\d\d)\)?[\s:–—-]+(\S.*?)\s*", re.DOTALL)
#: Seconds: descriptions have whole ones.
_APART = 1.5
_FEW = 2


def check_stamps(item: Node) -> Iterator[Finding]:
    """Compare the lines of a description that begin with a time with the chapters, where there are as many of both."""
    chapters = simple_chapters(item)
    if not chapters or len(chapters) < _FEW:
        return
    lines = [_LINE.fullmatch(unescape(_TAG.sub("", line))) for line in _BREAK.split(item.value("description"))]
    found = [line for line in lines if line]
    if len(found) != len(chapters):
        return
    for line, chapter in zip(found, chapters, strict=True):
        start, title = parse_timecode(line[1]), " ".join(line[2].split())
        if abs(start - chapter.start) >= _APART or title.casefold() != chapter.title.casefold():
            yield STAMPS(item.where, f"description has {title!r} at {line[1]}, the chapter is {chapter.title!r}")
            return
