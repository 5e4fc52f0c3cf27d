"""Hosts who go by one name: `Ann and Bo` as the author, `Folge 12 mit Ann und Bo`, `Ann sits down with Eva Holt`.

Where somebody is known in full, only those whom the episode gives in a row: else one name is somebody's of those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.credit import Credit
from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.name_words import NOT_IN_NAMES
from episodes.core.naming.person_names import is_given, name_at
from episodes.core.naming.roles import ROLES
from episodes.core.naming.sightings import Sighting
from episodes.core.naming.signs import Sign
from episodes.core.naming.tongues import frames

_CONFIDENCE = 0.81
MOST_NAMES = 5
#: Given names that stand in such rows as words.
_WORDS = frozenset(
    ("april", "may", "june", "august", "hope", "faith", "love", "joy", "grace", "summer", "autumn", "dawn", "rose")
)
_PLACES = frozenset(("austin", "dallas", "paris", "sydney", "florence", "georgia", "madison", "savannah", "vienna"))
_JOINT = re.compile(rf"\s*,\s*(?:{frames.AND}\s+)?|\s+(?:{frames.AND}|&|\+)\s+|\s*&\s*")
_ONE = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ]\.?)?")
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ]\b\.?)?"
#: The whole of a sentence, or of a title's part: `Episode 12 with Ann, Bo and Eva.`
_NUMBERED = re.compile(
    rf"(?!(?i:psalm|week|day|chapter|verse|kapitel|woche|tag|semaine|chapitre)\b)"
    rf"(?:[^\W\d_][\w’'.]*\s){{0,4}}#?\d{{1,4}}\s(?:with|mit|avec|con|com|met|"
    rf"med)\s(?P<row>{_NAME}(?:,\s{_NAME}){{0,4}}\s(?:and|und|et|y|e|en|och|og|&)\s{_NAME})[.!]?$"
)
_MEETS = re.compile(
    r"(?P<one>[A-ZÀ-Þ][\w’'-]+)\s(?:(?:sits\sdown|talks|speaks|chats|catches\sup|sat\sdown|spoke|chatted)\s(?:with|to)|"
    rf"{frames.SPEAKS_WITH})\s(?=\S)"
)


def sightings_of_first_names(
    show_author: str, show_description: str, lines: Sequence[str], *, hosts: Sequence[str], guests: Sequence[str]
) -> Iterator[Sighting]:
    """Find hosts by one name; where a host is known in full, only those whom the episode itself gives in a row."""
    yield from _numbered(lines, [*hosts, *guests])
    if hosts:
        return
    text = "\n".join(lines[:6])[:2000]
    row = _row(show_author)
    if row and all(map(_is_word, row)) and not all(map(_is_place, row)):
        named = [one for one in row if _is_in(text, one)] or [one for one in row if _is_in(show_description, one)]
        if named:
            yield from (_host(one, "show", f"{show_author[:60]!r} is the author") for one in named)
            return
    for line in lines[:1]:
        match = _MEETS.match(line)
        met = name_at(line, match.end()) if match else None
        if match and met and met.text in guests and _is_given(match["one"]):
            yield _host(match["one"], "description", f"{match[0].strip()!r} begins the description")


def _numbered(lines: Sequence[str], known: Sequence[str]) -> Iterator[Sighting]:
    words = {word for name in known for word in name.split()}
    for line in lines[:2]:
        if match := _NUMBERED.match(tidy(line[:160])):
            row = _row(match["row"])
            if row and all(map(_is_given, row)) and not words & set(row):
                yield from (_host(one, "description", f"{match[0][:60]!r}, taken as hosts") for one in row)
            return


def _row(text: str) -> list[str]:
    """The single names that a text is a row of."""
    pieces = _JOINT.split(tidy(text[:120]))
    fits = 1 < len(pieces) <= MOST_NAMES and all(_ONE.fullmatch(piece) for piece in pieces)
    return pieces if fits and any(is_given(fold(piece.partition(" ")[0])) for piece in pieces) else []


def _is_in(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def _is_given(name: str) -> bool:
    word = fold(name.partition(" ")[0])
    return is_given(word) and word not in _WORDS


def _is_word(name: str) -> bool:
    return fold(name) not in NOT_IN_NAMES | ROLES


def _is_place(name: str) -> bool:
    """`Austin & Dallas`: names of places that are given names too."""
    return fold(name) in _PLACES


def _host(name: str, origin: str, reason: str) -> Sighting:
    credit = Credit(name=name, role="host")
    signs: frozenset[Sign] = frozenset(("steps in",))  # the episode itself gives them, whoever the show's hosts are
    return Sighting(credit=credit, confidence=_CONFIDENCE, origin=origin, reason=reason, signs=signs)
