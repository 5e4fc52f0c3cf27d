"""Guests who stand in a row with one who is known: `A of Crumb, who bakes, and the miller B`.

What is told of one person may stand before the next name; only what joins people in a row may, no verb of another
sentence. Who is added must be told to be somebody: by a trade before the name, or by what stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import around, names_in
from episodes.core.naming.person_names import Name
from episodes.core.naming.positions import roles_in
from episodes.core.naming.roles import is_role
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, is_likely, sighting
from episodes.core.naming.tongues import frames
from episodes.core.naming.trades import NOT_ASKED, is_asked

_HOUSE = r"(?:\s(?:of|at|from|von|vom|der|bei|beim|de|du|del|della|di|da|van|på|fra|från)\s[^,;:.!?()–—]{2,70})"
_TOLD = rf"(?:\s?\([^()]{{2,80}}\)|{_HOUSE})?(?:,\s(?P<told>[^;:.!?()–—]{{2,150}}?))?"
_AND = rf"(?:{frames.AND}|i|sowie|plus|as well as)"
_WITH = r"(?:\s(?:to|with|mit|avec|con|com|met|med))?"
#: From one name to the next of the row.
_BETWEEN = re.compile(
    rf"{_TOLD}(?P<joint>;(?:\s{_AND})?|,?\s{_AND}{_WITH}|,)"
    r"\s(?P<role>(?:(?:the|der|die|den|dem|la|le|il|el|lo|l['’]|an?)\s?)?(?:[^\s,;:!?()]+\s){0,5})?$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:who|whose|which|that|die|der|qui|dont|que|che|som)\b|\babout\b|\bon\b|\büber\b|\bsur\b|\bsobre\b"
)
_BEHIND = re.compile(
    r"(?:,|\s?\(|\s[–—-])\s?(?:(?:an?|the|ein|eine|une?|una?|il|la|le|der|die|el)\s)?(?P<what>[^.;:()]{3,60})"
)
#: In the words before a name: its owner is told of somebody, or played by somebody.
_OF_OTHERS = re.compile(
    r"\b(?:of|for|on|about|who|plays?|played|playing|represents|de|du|des|del|della|di|da|do|dos|für|über|von|vom|zu|sur|pour|"
    r"sobre|para|su|per|på|om|för|van|voor|over)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?\s(?!back\b|here\b)")
#: Right before the first of a row.
_BEGINS_ROW = re.compile(
    r"(?:^|\b(?:with|to|mit|avec|con|com|met|med|guests?|gäste|invités|ospiti|invitados)\s?:?\s(?:[^\s,;:.!?()]+\s){0,4})$",
    re.IGNORECASE,
)
#: Who takes part is told in a description's first lines.
MOST_LINES, LONGEST_LINE, LONGEST_TEXT = 40, 4000, 8000


def sightings_of_rows(lines: Sequence[str], guests: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find those who stand in a row with known guests, before or behind them."""
    whole = "\n".join(lines)[:LONGEST_TEXT]
    surnames = [guest.split()[-1] for guest in guests]
    for line in lines[:MOST_LINES]:
        for sentence in sentences(line[:LONGEST_LINE]):
            if not any(surname in sentence for surname in surnames):
                continue
            names = [name for name in names_in(sentence) if name.has_known_given or is_among(name.text, guests)]
            known = [is_among(name.text, guests) for name in names]
            if (
                not any(known)
                or all(known)
                or any(words.match(sentence) for words in (phrases.ELSEWHEN, phrases.LONG_AGO))
            ):
                continue
            yield from _along(sentence, names, known, hosts, whole)


def _along(
    sentence: str, names: Sequence[Name], known: list[bool], hosts: Sequence[str], whole: str
) -> Iterator[Sighting]:
    for place, (one, two) in enumerate(pairwise(names)):
        if known[place] and not known[place + 1] and _is_next(sentence, one, two):
            known[place + 1] = is_likely(two, whole) and not is_among(two.text, hosts)
            if known[place + 1]:
                yield _in_row(sentence, two)
    for place in reversed(range(len(names) - 1)):
        one, two = names[place : place + 2]
        if known[place + 1] and not known[place] and _is_before(sentence, one, two):
            known[place] = is_likely(one, whole) and not is_among(one.text, hosts)
            if known[place]:
                yield _in_row(sentence, one)


def _in_row(sentence: str, found: Name) -> Sighting:
    reason = f"{around(sentence, found)!r} in a row of guests"
    return sighting(found, "guest", 0.82, "description", reason, text=sentence)


def _is_before(sentence: str, one: Name, two: Name) -> bool:
    between = _BETWEEN.match(sentence[one.end : two.start])
    if not between or not _BEGINS_ROW.search(sentence[: one.start]):
        return False
    told = between["told"] or ""
    return (is_asked(roles_in(told)) or between["joint"].startswith(";")) and (
        not _RELATIVE.search(told) or between["joint"].startswith((",", ";"))
    )


def _is_next(sentence: str, one: Name, two: Name) -> bool:
    between = _BETWEEN.match(sentence[one.end : two.start])
    if not between or _OWNS.match(sentence, two.end) or _OF_OTHERS.search(between["role"] or ""):
        return False
    told, joint, before = between["told"] or "", between["joint"], roles_in(between["role"] or "")
    if _RELATIVE.search(told) and not joint.startswith((",", ";")):
        return False
    if before or joint == ",":
        last = (between["role"] or "").split()
        return bool(last) and is_role(fold(last[-1])) and is_asked(before) and fold(last[-1]) not in NOT_ASKED
    behind = _BEHIND.match(sentence, two.end)
    return behind is not None and is_asked(roles_in(" ".join(behind["what"].split()[:6])))
