"""Guests in a row come together: whoever stands beside one who is sure is less doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import HONORIFICS
from episodes.core.naming.roles import is_role
from episodes.core.naming.sightings import BAR, Sighting

#: Between two names of a row: `A, B and C`, `A & B`.
_JOINT = re.compile(
    r"\s*(?:[,;/&+•|]|[,;]?\s(?:and|und|et|y|e|i|og|och|en|ja|și|ve|dan|и|й|та|in|és|ir|un|oraz|a|και)\b)\s*",
    re.IGNORECASE,
)
#: `A, The Crumb; B, Rye Weekly`: whose people they are stands between.
_HOUSE = re.compile(r",\s[A-ZÀ-Þ][^,;.!?]{1,50};\s(?:and\s)?")
LONGEST_JOINT = 80  #: characters between two names
#: So doubtful somebody may be whom the row raises, on the scale of the rules.
LEAST = 0.6


def with_row_mates(found: Sequence[Sighting], lines: Sequence[str]) -> Iterator[Sighting]:
    """Raise to the bar whoever stands in a row with a guest above it; of hosts a row says less.

    docs/names_measured.md has the figures.
    """
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
        row: list[re.Match[str]] = []
        for match in anybody.finditer(line):
            if row and not _joins(line[row[-1].end() : match.start()]):
                yield from _of_row(row, sure)
                row = []
            row.append(match)
        yield from _of_row(row, sure)


def _joins(between: str) -> bool:
    """Whether words between two names only join them, or tell what the next is: `and Nobel laureate`."""
    if len(between) > LONGEST_JOINT:
        return False
    if _JOINT.fullmatch(between) or _HOUSE.fullmatch(between):
        return True
    joint = _JOINT.match(between)
    words = between[joint.end() :].split() if joint else []
    is_told = bool(words) and (fold(words[-1]).rstrip(".") in HONORIFICS or is_role(fold(words[-1])))
    return is_told and all(word[0].isupper() or "-" in word or is_role(fold(word)) for word in words)


def _of_row(row: Sequence[re.Match[str]], sure: set[str]) -> Iterator[tuple[str, str]]:
    known = next((match[0] for match in row if match[0] in sure), None)
    if known and _is_row(row):
        yield from ((match[0], known) for match in row if match[0] not in sure)


def _is_row(row: Sequence[re.Match[str]]) -> bool:
    """Whether these are more than two names around a comma, as where a clause ends: `… with Bo Ek, Ida Holm says`."""
    line, start, end = row[0].string, row[0].start(), row[-1].end()
    joints = (line[ours.end() : theirs.start()] for ours, theirs in pairwise(row))
    is_alone = not any(map(str.isalpha, line[end:])) and (start == 0 or line[:start].rstrip()[-1:] in ":–—-|")
    return len(row) > 2 or is_alone or any(joint.strip() != "," for joint in joints)
