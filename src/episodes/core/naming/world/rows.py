"""Labels of a language's table that have a line to themselves, joined with the names below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from episodes.core.naming.world.names import PARTICLES_OF_ALL, name_here
from episodes.core.naming.world.speech import Speech, words

MOST_ROWS, LONGEST_LABEL, LONGEST_ROW = 12, 60, 160
_BULLET = re.compile(r"^\s*(?:[-–—•*·►▶→]\ufe0e?|\d{1,2}[.)]\s)\s*")
_FRAME = " *_#\t"


def rows_below_labels(lines: Sequence[str], speech: Speech) -> Iterator[str]:
    """Each such label with its names: `Гости выпуска: Анна Белова; Пётр Иванов`.

    A row ends at a blank line behind a name, and where a line begins with no name.
    """
    label = _alone(f"{speech.hosts} {speech.guests}")
    for place, line in enumerate(lines):
        bare = line.strip(_FRAME).rstrip(":").rstrip(_FRAME)
        if not 0 < len(bare) <= LONGEST_LABEL or not label.fullmatch(bare):
            continue
        row: list[str] = []
        for below in lines[place + 1 : place + 2 + MOST_ROWS]:
            said = _BULLET.sub("", below).strip()
            if not said and not row:
                continue
            if len(said) > LONGEST_ROW or name_here(said, 0, PARTICLES_OF_ALL) is None or label.match(said):
                break
            row.append(said.rstrip(",;.").replace(";", ","))
        if row:
            yield f"{bare}: {'; '.join(row)}"


@cache
def _alone(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\d_]+\s)?{words(table)}(?:\s[^\W\d_]+){{0,2}}?", re.IGNORECASE)
