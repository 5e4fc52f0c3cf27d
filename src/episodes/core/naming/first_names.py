"""Hosts who go by one name: `w/ Ann & Bo`, `Ann und Bo reden über Brot`, `With Ann Lee, Bo Ek, and Eva`.

One word is no name elsewhere. Only a row in what a show says of itself is taken, and only where its words, or
those beside them, are given names; whoever is named in full as well goes by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from episodes.core.credit import Credit
from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import NOT_IN_NAMES, is_role
from episodes.core.naming.person_names import is_given, name_at
from episodes.core.naming.sightings import Sighting

_AND = r"\s(?:and|und|et|y|e|en|och|og|&|\+)\s"
_ONE = r"[A-ZÀ-Þ][\w’-]+"
_BEFORE = r"(?i:\b(?:hosted by|your hosts?(?: are|,)?|hosts?:|with|mit|avec|con|com|met|med|by|von)\s|\bw/\s|^)"
#: What two do who make a show, and what they only are: `Adam and Eve were …`.
_DO = r"(?=\s(?!(?:were|was|had|did|are a|are an|are the)\b)[a-zß-ÿ]{2,}\b)"
_END = r"(?=\s*(?:$|[.,!;:(–—]|\s-\s))"
_ROW = re.compile(rf"{_BEFORE}(?P<row>(?:{_ONE},\s){{0,4}}{_ONE},?{_AND}{_ONE})(?:{_DO}|{_END})")
#: The last of a row of full names, or one among them.
_LAST = re.compile(rf"{_BEFORE}(?=[A-ZÀ-Þ])(?P<row>[^.!?;:]{{4,140}}?),?{_AND}(?P<one>{_ONE})(?=\s*(?:$|[.!(]))")
_PARTED = re.compile(rf",?{_AND}|,\s")


def sightings_of_first_names(sentence: str) -> Iterator[Sighting]:
    """Find hosts of one name in a sentence that describes a show."""
    names: list[str] = []
    if match := _ROW.search(sentence):
        names = _PARTED.split(match["row"])
        if not any(is_given(fold(name)) for name in names) or not all(map(_may_be_name, names)):
            names = []
    if (
        not names
        and (match := _LAST.search(sentence))
        and _is_row_of_names(match["row"])
        and is_given(fold(match["one"]))
    ):
        names = [match["one"]]
    for name in names:
        reason = f"{sentence[:60]!r} in the show's description"
        yield Sighting(credit=Credit(name=name, role="host"), confidence=0.82, origin="show", reason=reason)


def _may_be_name(word: str) -> bool:
    folded = fold(word)
    return is_given(folded) or not (folded in NOT_IN_NAMES or is_role(folded) or word.isupper())


def _is_row_of_names(text: str) -> bool:
    """`Ann Lee, Bo Ek (Boo to his friends)`: each of a row is a full name."""
    pieces = _PARTED.split(re.sub(r"\s\([^()]*\)", "", text))
    return all((found := name_at(piece, 0)) is not None and found.end == len(piece) for piece in pieces)


def without_short(persons: list[Sighting]) -> list[Sighting]:
    """Leave out who is named in full too: `Ann`, where `Ann Lee` is there."""
    firsts = {person.credit.name.split()[0] for person in persons if " " in person.credit.name}
    return [person for person in persons if person.credit.name not in firsts]
