"""Paragraphs that were broken into lines, often of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from episodes.core.naming import block_words as words

#: Shorter lines end where their author wanted it: entries of lists, lines of songs.
LEAST_LINE = 40
#: Text that is wrapped throughout has no longer lines than this, and breaks them this near to the longest.
WIDEST, NEARLY = 100, 0.75
_GOES_ON = re.compile(r"[\w,'’–-]$")
#: No line ends with these, unless it was broken there.
_NO_END = re.compile(
    r"(?:,|(?<!\w)(?:and|or|the|an?|of|in|to|with|for|from|by|that|und|oder|der|die|das|den|dem|ein|eine|mit|von|zu|et|"
    r"le|la|les|des?|du|y|el|los|las|con|e|il|di|en|het|een|van|met|och|i|w|z|и|в|с))$"
)
_ADDRESS = re.compile(r"\S*(?:://|@|\w\.\w|/)")
_TIME = re.compile(r"^[(\[]?\d{1,2}:\d\d|\d{1,2}:\d\d[)\]]?$")
_ENTRY = re.compile(r"\s*(?:[-–—•*·►▶→#>|]|\d{1,2}[.):])")
#: Labels, and one thing beside another: `boards of canada - roygbiv`.
_LABEL = re.compile(r"[\w ]{2,40}:(?:\s|$)|[^.!?–—-]{2,50}\s[-–—]\s[^.!?–—-]{2,50}$")
#: A word that was parted: `Müll-` / `erei`, but not `Korn-` / `und Mehlmühle`.
_PARTED = re.compile(r"(?<=[^\W\d_])-$")
_NOT_PARTED = re.compile(r"(?:und|oder|bzw|and|or|et|ou|y|e|en|och|og)\b")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Join lines that go on in the next one; gaps, entries of lists, calls and addresses stay as they are.

    A text that is wrapped throughout is joined wherever a line was full, another one where a line cannot end.

    >>> unwrapped(["An interview with Ann Lee, for many years a baker,", "currently a miller. She talks of mills."])
    ['An interview with Ann Lee, for many years a baker, currently a miller. She talks of mills.']
    >>> unwrapped(["A line that its author ended here of his own will", "another one"])
    ['A line that its author ended here of his own will', 'another one']
    """
    return list(_joined(lines, _width(lines)))


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    whole, last = "", ""
    for line in lines:
        if last and (_cannot_end(last, line) or (width and _is_full(last, line, width))):
            is_parted = _PARTED.search(whole) and line[:1].islower() and not _NOT_PARTED.match(line)
            whole = whole[:-1] + line if is_parted else f"{whole} {line}"
        else:
            if last or whole:
                yield whole
            whole = line
            if not line:
                yield ""
        last = line
    if whole:
        yield whole


def _cannot_end(line: str, following: str) -> bool:
    is_cut = _NO_END.search(line) is not None and not _LABEL.match(following)
    return is_cut and following[:1].islower() and len(line) >= LEAST_LINE and _is_prose(line, following)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether a line of a text that is wrapped throughout is as long as others, and not the end of a sentence."""
    return len(line) >= NEARLY * width and bool(following) and _is_prose(line, following)


def _is_prose(line: str, following: str) -> bool:
    if _GOES_ON.search(line) is None or _ADDRESS.match(line.rsplit(maxsplit=1)[-1]) or _ADDRESS.match(following):
        return False
    if _ENTRY.match(following) or _TIME.search(line) or _TIME.search(following):
        return False
    return not any(call.match(following) for call in (words.SUBSCRIBE, words.FOLLOW, words.SPONSOR, words.CALL))


def _width(lines: Sequence[str]) -> int:
    """The width that a text is wrapped to throughout; 0 where it is not."""
    longest = max(map(len, lines), default=0)
    if longest > WIDEST or longest < LEAST_LINE:
        return 0
    pairs = [(one, other) for one, other in pairwise(lines) if one and other]
    full = [(one, other) for one, other in pairs if _is_full(one, other, longest)]
    running = sum(other[:1].islower() and not _LABEL.match(other) for _, other in full)
    is_wrapped = (running > 1 and 2 * running >= len(pairs)) or (running == 1 and len(full) == len(pairs) > 1)
    return longest if is_wrapped else 0
