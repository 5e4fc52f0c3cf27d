"""How a person's name is spelt where an episode spells it in several ways, or lost what parts it from the next word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from episodes.core.credit import Role
from episodes.core.naming.folding import fold
from episodes.core.naming.person_names import is_given
from episodes.core.naming.sightings import BAR, Sighting

#: A surname of so many letters may be mistyped in one of two places; of shorter ones there are too many alike.
LEAST_TYPED, LONG, ALIKE = 5, 6, 0.9
LEAST_FIRST = 4  #: letters of a first name
_CAPITALISED = r"[^\W\d_a-zß-ÿ][\w'’-]+"
_POSSESSIVE = re.compile(r"['’]s$")
#: A label in capitals that a lost line break glued to a name: `Ann LeeABOUT`.
_GLUED = re.compile(
    r"(?<=[a-zß-öø-ÿ])(?:ABOUT|GUESTS?|HOSTS?|LINKS|SHOW|NOTES|EPISODE|PART|FOLLOW|SUBSCRIBE|TIME|TOPICS)$"
)


@dataclass(frozen=True, kw_only=True)
class Spelt:
    """Where names are spelt as their owners do, and what else is known of the text."""

    titles: str  #: the titles of episode and show, and the show's author
    text: str = ""  #: the description
    has_cases: bool = False  #: in its language another letter may be another case


def as_spelt(persons: Sequence[Sighting], spelt: Spelt) -> list[Sighting]:
    """Persons by the spelling of the titles, each once: neither `Ann` beside Ann Lee nor Holmstrm for Holmstrom."""
    named = {fold(seen.credit.name): seen.credit.role for seen in persons}
    respelt = [seen if _is_stated(seen) else _respelt(_unglued(seen), spelt, named) for seen in persons]
    known: dict[str, Sighting] = {}
    for seen in respelt:
        kept = known.get(fold(seen.credit.name))
        if kept is None or (kept.confidence < BAR <= seen.confidence):
            known[fold(seen.credit.name)] = seen
    once = [seen for seen in respelt if known[fold(seen.credit.name)] is seen]
    return [seen for seen in once if _is_stated(seen) or not _is_first_name_of_one(seen, once)]


def _is_stated(seen: Sighting) -> bool:
    """Whether settings, a feed or a list say how somebody is called."""
    return seen.confidence == 1.0 or seen.exact or seen.origin == "feed"


def _respelt(seen: Sighting, spelt: Spelt, named: Mapping[str, Role]) -> Sighting:
    """A person by the titles, unless somebody of that spelling takes part as something else."""
    other = _by_titles(_without_office(seen, spelt.titles), spelt)
    return other if named.get(fold(other.credit.name), seen.credit.role) == seen.credit.role else seen


def _unglued(seen: Sighting) -> Sighting:
    return _named(seen, _GLUED.sub("", seen.credit.name))


def _without_office(seen: Sighting, title: str) -> Sighting:
    """A person without the end of an office before the name that the title has: `Tem Del Marsh`, of the `Pro Tem`."""
    first, _, rest = seen.credit.name.partition(" ")
    is_whole = seen.credit.name in title or " " not in rest or is_given(fold(first))
    return seen if is_whole or not re.search(rf"(?<![\w-]){re.escape(rest)}(?![\w-])", title) else _named(seen, rest)


def _by_titles(seen: Sighting, spelt: Spelt) -> Sighting:
    """A person by titles that have nearly the same name: another letter in the last name or inside the first.

    Of two first names that the description has, each may be somebody's: `Marco Rossi`, son of Mario.
    """
    first, _, last = seen.credit.name.rpartition(" ")
    is_there = re.search(rf"(?<![\w-]){re.escape(seen.credit.name)}(?![\w-])", spelt.titles)
    if not first or len(last) < LEAST_TYPED or is_there:
        return seen
    other = re.search(rf"(?<![\w-]){re.escape(first)}\s(?P<word>{_CAPITALISED})", spelt.titles)
    if other and _is_mistyped(last, theirs := _POSSESSIVE.sub("", other["word"]), has_cases=spelt.has_cases):
        return _named(seen, f"{first} {theirs}")
    other = re.search(rf"(?<![\w-])(?P<word>{_CAPITALISED})\s{re.escape(last)}(?![\w-])", spelt.titles)
    if not other or " " in first or spelt.has_cases or not _is_mistyped_inside(first, other["word"]):
        return seen
    is_another = re.search(rf"(?<![\w-]){re.escape(other['word'])}(?![\w-])", spelt.text)
    return seen if is_another else _named(seen, f"{other['word']} {last}")


def _is_mistyped(ours: str, theirs: str, *, has_cases: bool = False) -> bool:
    """Whether two surnames differ by a letter, or, if long, by little.

    >>> _is_mistyped("Arbor", "Arbour"), _is_mistyped("Lund", "Lunde"), _is_mistyped("Hansen", "Jansen")
    (True, False, False)
    """
    ours, theirs = fold(ours), fold(theirs)
    if min(len(ours), len(theirs)) < LEAST_TYPED or theirs in (ours, f"{ours}s") or ours[0] != theirs[0]:
        return False  # `Hans Meiers Brot`
    is_long = min(len(ours), len(theirs)) >= LONG and SequenceMatcher(None, ours, theirs).ratio() >= ALIKE
    return is_long or (not has_cases and _differs_once(ours, theirs))


def _is_mistyped_inside(ours: str, theirs: str) -> bool:
    """Whether two first names of one length differ by a letter inside: `Neil` and `Neal`; `Anne` is none for Anna."""
    ours, theirs = fold(ours), fold(theirs)
    is_inside = min(len(ours), len(theirs)) >= LEAST_FIRST and ours[0] == theirs[0] and ours[-1] == theirs[-1]
    return is_inside and ours != theirs and len(ours) == len(theirs) and _differs_once(ours, theirs)


def _differs_once(ours: str, theirs: str) -> bool:
    """Whether one letter was changed, lost or added."""
    changes = [
        (end - start, last - first)
        for kind, start, end, first, last in SequenceMatcher(None, ours, theirs).get_opcodes()
        if kind != "equal"
    ]
    return len(changes) == 1 and max(changes[0]) == 1


def _is_first_name_of_one(seen: Sighting, others: Sequence[Sighting]) -> bool:
    """Whether a name of one word begins or ends the full name of one person alone, in the same part."""
    name = fold(seen.credit.name)
    if " " in name or seen.confidence < BAR:
        return False
    full = [
        other for other in others
        if other.confidence >= BAR and name in (fold(other.credit.name).split()[0], fold(other.credit.name).split()[-1])
        and other is not seen
    ]  # fmt: skip
    return len(full) == 1 and full[0].credit.role == seen.credit.role


def _named(seen: Sighting, name: str) -> Sighting:
    return seen if name == seen.credit.name else replace(seen, credit=replace(seen.credit, name=name))
