"""Labels of a language's table that have a line to themselves, joined with the names below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from episodes.core.naming.listed import HELPS
from episodes.core.naming.world.names import PARTICLES_OF_ALL, name_here
from episodes.core.naming.world.speech import Speech, words

MOST_ROWS, LONGEST_LABEL, LONGEST_ROW = 12, 60, 160
LONGEST_REST = 3  #: fewer words than these may stand behind a label
_BULLET = re.compile(r"^\s*(?:[-–—•*·►▶→]\ufe0e?|\d{1,2}[.)]\s)\s*")
_FRAME = " *_#\t"
#: Behind a name that is no beginning of a sentence: the end, what that person is, or the next name.
_GOES_ON = re.compile(
    r"\s*(?:$|[,;:(\[@/|&+•–—-]|(?:a|i|og|och|ja|și|ve|dan|и|і|й|та|in|és|en|und|et|y|e|ir|un|oraz|και|và)\s(?=[^\W\d_]))"
)


def rows_below_labels(lines: Sequence[str], speech: Speech) -> Iterator[str]:
    """Each name with such a label before it: `Гости выпуска: Анна Белова`, `Гости выпуска: Пётр Иванов`.

    A list ends at a blank line behind a name, and where a line is more than names and what their owners are. Whoever
    only helps to make an episode is left out.
    """
    for place, line in enumerate(lines):
        label = _label_alone(line, speech)
        for number, below in enumerate(lines[place + 1 : place + 2 + MOST_ROWS] if label else ()):
            said = _BULLET.sub("", below).strip()
            if not said and number == 0 and ":" in line:
                continue
            if not _is_row(said) or _label_alone(below, speech):
                break
            if not HELPS.search(said):
                yield f"{label}: {said}"


def _label_alone(line: str, speech: Speech) -> str:
    """The label that is all of a line, with words in small letters behind it at most; else nothing."""
    bare = line.strip(_FRAME).rstrip(":").rstrip(_FRAME)
    match = _label(f"{speech.hosts} {speech.guests}").match(bare) if 0 < len(bare) <= LONGEST_LABEL else None
    rest = bare[match.end() :].split() if match else []
    return bare if match and len(rest) < LONGEST_REST and all(map(str.islower, rest)) else ""


def _is_row(said: str) -> bool:
    found = name_here(said, 0, PARTICLES_OF_ALL) if len(said) <= LONGEST_ROW else None
    return found is not None and _GOES_ON.match(said, found.end) is not None


@cache
def _label(table: str) -> re.Pattern[str]:
    return re.compile(rf"{words(table)}(?![^\W_])", re.IGNORECASE)
