"""Whether two spellings of a name mean the same person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import HONORIFICS
from episodes.core.naming.person_names import SUFFIXES, is_given

#: So long is a name at least that two letters of it are mistyped rather than another's.
LEAST_TYPED = 6


def same_person(one: str, other: str) -> bool:
    """Whether two names are likely one person's: `Jon Dick` and `Jonathan Dick`, `John C Dvorak` and `John C. Dvorak`.

    >>> same_person("Tim Jurgensen", "Timothy M. Jurgensen"), same_person("Ann Lee", "Bob Lee")
    (True, False)
    """
    ours, theirs = _parts(one), _parts(other)
    if ours == theirs:
        return True
    if not ours or not theirs or ours[-1] != theirs[-1]:
        return False
    first, second = sorted((ours[0], theirs[0]), key=len)
    if _is_mistyped(first, second) and not (is_given(first) and is_given(second)):
        return True
    return second.startswith(first) and (len(first) > 1 or len(second) == 1)


def _is_mistyped(one: str, other: str) -> bool:
    """Whether two neighbours of the letters inside changed places: `Martjin`; Marian and Marina are two."""
    if len(one) < LEAST_TYPED or sorted(one) != sorted(other):
        return False
    apart = [place for place, (ours, theirs) in enumerate(zip(one, other, strict=True)) if ours != theirs]
    return len(apart) == len("ij") and apart[1] == apart[0] + 1 < len(one) - 1


def is_misread(name: str, known: Iterable[str]) -> bool:
    """Whether a name is likely one of these persons', read with a wrong last word: `Ann Bake it`, of Ann Lee."""
    parts = _parts(name)
    return any(parts[:1] == other[:1] and parts[-1:] != other[-1:] for other in map(_parts, known)) and not is_among(
        name, known
    )


def is_among(name: str, names: Iterable[str]) -> bool:
    """Whether a name is likely one of these persons'."""
    return any(same_person(name, other) for other in names)


def _parts(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", fold(name).replace("'", ""))
    return [word for word in words if word not in HONORIFICS and word not in SUFFIXES]
