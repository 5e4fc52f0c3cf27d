"""Paragraphs that were broken into lines, often of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

#: Shorter lines end where their author wanted it: entries of lists, lines of songs.
LEAST_LINE = 40
#: Text that is wrapped throughout has no longer lines than this, and breaks them this near to the longest.
WIDEST, NEARLY = 100, 0.75
_GOES_ON = re.compile(r"[\w,'’–-]$")
_ADDRESS = re.compile(r"\S*(?:://|@|\w\.\w|/)")
_ENTRY = re.compile(r"\s*(?:[-–—•*·►▶→#>|]|\d{1,2}[.):]|\S.{0,40}:$)")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Join lines that go on in the next one; gaps, entries of lists and addresses stay as they are.

    >>> unwrapped(["An interview with Ann Lee, for many years a baker,", "currently a miller. She talks of mills."])
    ['An interview with Ann Lee, for many years a baker, currently a miller. She talks of mills.']
    >>> unwrapped(["A line that its author ended here of his own will", "Another one"])
    ['A line that its author ended here of his own will', 'Another one']
    """
    return list(_joined(lines, _width(lines)))


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    whole: list[str] = []
    for line in lines:
        if whole and not (_runs_on(whole[-1], line) or _is_broken(whole[-1], line, width)):
            yield " ".join(whole)
            whole = []
        whole.append(line)
    if whole:
        yield " ".join(whole)


def _runs_on(line: str, following: str) -> bool:
    return len(line) >= LEAST_LINE and following[:1].islower() and _is_prose(line, following)


def _is_broken(line: str, following: str, width: int) -> bool:
    """Whether a line of a text that is wrapped throughout was broken before a word in capitals: a name, say."""
    return bool(width) and bool(following) and len(line) >= NEARLY * width and _is_prose(line, following)


def _is_prose(line: str, following: str) -> bool:
    ends = _GOES_ON.search(line) is not None and _ADDRESS.match(line.rsplit(maxsplit=1)[-1]) is None
    return ends and not _ADDRESS.match(following) and not _ENTRY.match(following)


def _width(lines: Sequence[str]) -> int:
    """The width that a text is wrapped to throughout; 0 where it is not."""
    longest = max(map(len, lines), default=0)
    pairs = [(one, other) for one, other in pairwise(lines) if one and other]
    running = sum(_runs_on(one, other) for one, other in pairs)
    return longest if running and len(pairs) > 1 and longest <= WIDEST and 2 * running >= len(pairs) else 0
