"""How a person's name is spelt where an episode spells it in several ways, or lost what parts it from the next word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from episodes.core.credit import Role
from episodes.core.naming.folding import fold
from episodes.core.naming.person_names import is_given
from episodes.core.naming.sightings import BAR, Sighting

#: A surname of so many letters may be mistyped in one of two places; of shorter ones there are too many alike.
LEAST_TYPED, ALIKE = 6, 0.9
#: A label in capitals that a lost line break glued to a name: `Ann LeeABOUT`.
_GLUED = re.compile(
    r"(?<=[a-zß-öø-ÿ])(?:ABOUT|GUESTS?|HOSTS?|LINKS|SHOW|NOTES|EPISODE|PART|FOLLOW|SUBSCRIBE|TIME|TOPICS)$"
)


def as_spelt(persons: Sequence[Sighting], title: str) -> list[Sighting]:
    """Persons by the spelling of the title, each once: neither `Ann` beside Ann Lee nor Holmstrm for Holmstrom."""
    named = {fold(seen.credit.name): seen.credit.role for seen in persons}
    spelt = [seen if _is_stated(seen) else _spelt(_unglued(seen), title, named) for seen in persons]
    known: dict[str, Sighting] = {}
    for seen in spelt:
        kept = known.get(fold(seen.credit.name))
        if kept is None or (kept.confidence < BAR <= seen.confidence):
            known[fold(seen.credit.name)] = seen
    once = [seen for seen in spelt if known[fold(seen.credit.name)] is seen]
    return [seen for seen in once if _is_stated(seen) or not _is_first_name_of_one(seen, once)]


def _is_stated(seen: Sighting) -> bool:
    """Whether settings, a feed or a list say how somebody is called."""
    return seen.confidence == 1.0 or seen.exact or seen.origin == "feed"


def _spelt(seen: Sighting, title: str, named: Mapping[str, Role]) -> Sighting:
    """A person by the title, unless somebody of that spelling takes part as something else."""
    spelt = _by_title(_without_office(seen, title), title)
    return spelt if named.get(fold(spelt.credit.name), seen.credit.role) == seen.credit.role else seen


def _unglued(seen: Sighting) -> Sighting:
    return _named(seen, _GLUED.sub("", seen.credit.name))


def _without_office(seen: Sighting, title: str) -> Sighting:
    """A person without the end of an office before the name that the title has: `Tem Del Marsh`, of the `Pro Tem`."""
    first, _, rest = seen.credit.name.partition(" ")
    is_whole = seen.credit.name in title or " " not in rest or is_given(fold(first))
    return seen if is_whole or not re.search(rf"(?<![\w-]){re.escape(rest)}(?![\w-])", title) else _named(seen, rest)


def _by_title(seen: Sighting, title: str) -> Sighting:
    """A person by a title that has the same first name before a surname that is nearly the same."""
    words = seen.credit.name.split()
    if len(words) < 2 or seen.credit.name in title or len(words[-1]) < LEAST_TYPED:
        return seen
    other = re.search(rf"(?<![\w-]){re.escape(' '.join(words[:-1]))}\s(?P<last>[^\W\d_][\w'’-]+)", title)
    if other is None or len(other["last"]) < LEAST_TYPED or not other["last"][0].isupper():
        return seen
    ours, theirs = fold(words[-1]), fold(re.sub(r"['’]s$", "", other["last"]))
    if ours == theirs or SequenceMatcher(None, ours, theirs).ratio() < ALIKE:
        return seen
    return _named(seen, re.sub(r"['’]s$", "", other[0]))


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
