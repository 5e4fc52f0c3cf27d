"""A phrase that a name follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from episodes.core.credit import Role


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """Words that a name follows, and what it means there."""

    text: str  #: of the pattern, whatever the case of letters
    role: Role
    confidence: float
    known: bool = True  #: only names that begin with a known given name count
    ours: bool = False  #: only where the sentence speaks of the show's own people
    needs: frozenset[str] = frozenset()  #: one of these words is in each such sentence

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.text, re.IGNORECASE)  # when it is first asked for: most texts need few languages


def phrase(
    text: str, role: Role, confidence: float, *, known: bool = True, ours: bool = False,
    needs: frozenset[str] = frozenset(),
) -> Phrase:  # fmt: skip
    return Phrase(text=text, role=role, confidence=confidence, known=known, ours=ours, needs=needs)
