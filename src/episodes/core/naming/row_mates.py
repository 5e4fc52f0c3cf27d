"""Guests in a row come together: whoever stands beside one who is sure is less doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from episodes.core.naming.sightings import BAR, Sighting

#: Between two names of a row: `A, B and C`, `A & B`.
_JOINT = re.compile(
    r"\s*(?:[,;/&+•|]|[,;]?\s(?:and|und|et|y|e|i|og|och|en|ja|și|ve|dan|и|й|та|in|és|ir|un|oraz|a|και)\b)\s*",
    re.IGNORECASE,
)
#: So doubtful somebody may be whom the row raises, on the scale of the rules.
LEAST = 0.6


def with_row_mates(found: Sequence[Sighting], lines: Sequence[str]) -> Iterator[Sighting]:
    """Raise to the bar whoever stands in a row with a guest above it; of hosts a row says less (docs/metadata.md)."""
    guests = [seen for seen in found if seen.credit.role == "guest"]
    sure = {seen.credit.name for seen in guests if seen.confidence >= BAR}
    doubtful = {seen.credit.name for seen in guests if LEAST <= seen.confidence < BAR} - sure
    mates = dict(_mates(sure, doubtful, lines)) if sure and doubtful else {}
    for seen in found:
        if seen.credit.name in mates and seen.credit.role == "guest" and LEAST <= seen.confidence < BAR:
            reason = f"{seen.reason}; {mates[seen.credit.name]} stands beside"
            yield replace(seen, confidence=BAR, reason=reason)
        else:
            yield seen


def _mates(sure: set[str], doubtful: set[str], lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Those who are doubtful, each with one who is sure and stands in the same row."""
    names = sorted(sure | doubtful, key=len, reverse=True)
    anybody = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))
    for line in lines:
        row: list[str] = []
        end = 0
        for match in anybody.finditer(line):
            if row and not _JOINT.fullmatch(line, end, match.start()):
                yield from _of_row(row, sure)
                row = []
            row.append(match[0])
            end = match.end()
        yield from _of_row(row, sure)


def _of_row(row: Sequence[str], sure: set[str]) -> Iterator[tuple[str, str]]:
    known = next((name for name in row if name in sure), None)
    if known:
        yield from ((name, known) for name in row if name not in sure)
