"""People where the producer's own patterns, or a show's other titles, have theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from episodes.core.credit import Credit, Role
from episodes.core.naming.folding import tidy
from episodes.core.naming.labelled import LONGEST_LINE, names_behind_label
from episodes.core.naming.name_rows import JOINT
from episodes.core.naming.patterns import search_pattern
from episodes.core.naming.sightings import Sighting, sighting

#: An honorific or role that may stand before the first name.
MOST_BEFORE = 20


def sightings_of_patterns(texts: Sequence[str], patterns: Mapping[str, str]) -> Iterator[Sighting]:
    """Take the people whom the producer's own patterns (`hosts`, `guests`) find; their names need no proof."""
    roles: tuple[Role, ...] = ("host", "guest")
    for role, text in product(roles, texts):
        if match := search_pattern(patterns.get(f"{role}s", ""), text[:LONGEST_LINE]):
            named = tidy(match[1] or "" if match.groups() else match[0])
            reason = f"{match[0]!r}, by the show's pattern"
            for name in filter(None, (piece.strip(" .") for piece in JOINT.split(named))):
                credit = Credit(name=name, role=role)
                yield Sighting(credit=credit, confidence=1.0, origin="pattern", reason=reason, exact=True)


def sightings_of_habit(title: str, patterns: Mapping[str, str]) -> Iterator[Sighting]:
    """Find guests where the show's other titles have theirs (`core/naming/learned.py`)."""
    match = search_pattern(patterns.get("learned guests", ""), tidy(title[:500]))
    names = names_behind_label(match[1], 0) if match else []
    if not match or not names or names[0].start > MOST_BEFORE:
        return
    for found in names:
        reason = f"{found.text!r} in the title, learned from {patterns['learned guests from']} titles of the show"
        yield sighting(found, "guest", 0.85, "title", reason)
