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


def phrase(pattern: str, role: Role, confidence: float, *, known: bool = True, ours: bool = False) -> Phrase:
    return Phrase(pattern=re.compile(pattern, re.IGNORECASE), role=role, confidence=confidence, known=known, ours=ours)
