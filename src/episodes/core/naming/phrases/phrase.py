"""A phrase that a name follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from episodes.core.credit import Role


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """Words that a name follows, and what it means there."""

    pattern: re.Pattern[str]
    role: Role
    confidence: float
    known: bool = True  #: only names that begin with a known given name count
    ours: bool = False  #: only where the sentence speaks of the show's own people
    needs: frozenset[str] = frozenset()  #: one of these words is in each such sentence


def phrase(
    pattern: str, role: Role, confidence: float, *, known: bool = True, ours: bool = False,
    needs: frozenset[str] = frozenset(),
) -> Phrase:  # fmt: skip
    compiled = re.compile(pattern, re.IGNORECASE)
    return Phrase(pattern=compiled, role=role, confidence=confidence, known=known, ours=ours, needs=needs)
