"""Titles that are nothing but names and a number, `Folge 28: Ann Lee`: as often a topic as a guest."""

from __future__ import annotations

import re

from episodes.core.naming.folding import tidy
from episodes.core.naming.name_rows import all_names

#: `Folge #28: `, `12. `, `S2, Episode 38: `, before the name.
_NUMBERED = re.compile(
    r"^\W*(?:s(?:eason)?\s?\d{1,3}\W{0,3})?(?:(?:folge|episode|ep|episodio|épisode|episódio|avsnitt|afsnit|aflevering|afl|puntata|"
    r"nr|no|interview)\b\.?\s*)?(?:#?\d{1,4}\b\s*)?[:.–—|-]*\s*",
    re.IGNORECASE,
)


def names_alone(title: str) -> list[str]:
    """The names that a title is made of, if it is nothing but names and a number."""
    plain = tidy(title[:200])
    return [name.text for name in all_names(_NUMBERED.sub("", plain)) or all_names(plain)]
