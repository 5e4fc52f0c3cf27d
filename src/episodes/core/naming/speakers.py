"""Guests whom sentences let speak: `Ann Lee, baker at Crumb, explains …`, `Historian Bo Ek tells us …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import around, names_before_verb
from episodes.core.naming.name_words import HOSTING, ROLES
from episodes.core.naming.person_names import Name, name_at, same_person
from episodes.core.naming.positions import role_before
from episodes.core.naming.sightings import Sighting, is_backed, is_ours, sighting

#: What is told of a person between the name and the verb.
_TOLD = re.compile(
    r"\s*(?:\((?P<a>[^()]{3,80})\)|,\s(?P<b>[^.!?;:]{3,120}?),|[–—]\s?(?P<c>[^.!?;:–—]{3,120}?)\s?[–—])(?=\s)"
)
_OF_A_HOUSE = re.compile(r"\s(?:of|from|at)\s(?:the\s)?(?:[A-Z][\w&.’'-]*\s?(?:of\s|for\s|and\s)?){1,5}(?<=\S)(?=\s)")
_OPENING = 900
_ANSWERS = r"(?:joins|joined|tells|told|talks|talked|shares|shared|explains|speaks|spoke|nous|uns|discusses)\b"
#: `discuss` and `look at` are done to people as well as with them.
_TALK = (
    r"\b(?:[Ww]e|I)(?:[’']ve)?\s(?:\w+ly\s|also\s)?(?:talk|talked|chat|chatted|spoke|speak|sat down|"
    r"sit down|caught up|catch up)\b|"
    r"\b(?:[Oo]ur|[Tt]his|[Ii]n this) (?:conversation|interview|chat)\b|\b(?:nous parlons|on parle|nous échangeons|"
    r"wir sprechen|wir reden|ich spreche|hablamos|conversamos|parliamo)\b"
)
#: Who governs is talked of more often than talked to.
_GOVERNS = frozenset(
    {
        "president", "minister", "chancellor", "senator", "premier", "king", "queen", "pope", "prince", "princess",
        "secretary", "governor", "mayor", "congressman", "congresswoman", "politician", "leader", "billionaire",
        "kanzler", "präsident", "dictator", "general",
    }
)  # fmt: skip


def sightings_of_speakers(sentence: str, hosts: Sequence[str], *, whole: str) -> Iterator[Sighting]:
    """Find who explains, shares or tells us something, where the sentence says what that person is."""
    for verb in (phrases.AND_I, phrases.TELLS_US, phrases.WITH_HOST):
        for found in names_before_verb(sentence, verb, known=False):
            known = found.has_known_given or is_backed(found, whole)
            if known and not _is_host(found, hosts) and not _is_called_host(sentence, found):
                yield _guest(sentence, found, 0.84)
    for found in names_before_verb(sentence, re.compile(""), known=False):
        if not _is_host(found, hosts) and _explains(sentence, found, hosts, whole):
            yield _guest(sentence, found, 0.83)


def sightings_of_presented(lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find whom a description presents first, and says we talk then: `Ann Lee is a baker at Crumb. We talk about …`."""
    opening = " ".join(lines[:4])[:_OPENING]
    found = name_at(opening, 0)
    if not found or not found.has_known_given or _is_host(found, hosts):
        return
    told = phrases.IS_SOMEBODY.match(opening, found.end)
    if not told or not _speaks_for_itself(_roles(told["what"])):
        return
    first, last = map(re.escape, (found.text.split()[0], found.text.split()[-1]))
    talk = re.search(rf"(?:\b(?:{first}|{last}|[Hh]e|[Ss]he)\s{_ANSWERS})|{_TALK}", opening[told.end() :])
    if talk:
        yield sighting(found, "guest", 0.82, "description", f"{talk[0]!r} behind {found.text}", text=opening)


def _explains(sentence: str, found: Name, hosts: Sequence[str], whole: str) -> bool:
    told = _TOLD.match(sentence, found.end)
    known = found.has_known_given or is_backed(found, whole)
    if told:
        words = _roles(told["a"] or told["b"] or told["c"])
        return known and _speaks_for_itself(words) and phrases.EXPLAINS.match(sentence, told.end()) is not None
    house = _OF_A_HOUSE.match(sentence, found.end)
    if house and phrases.EXPLAINS.match(sentence, house.end()):
        return known
    role = role_before(sentence, found.start)
    before = _roles(role)
    if known and _speaks_for_itself(before) and phrases.ON_TOPIC.match(sentence, found.end):
        return sentence[: found.start].strip().lower() == role.lower()
    return (
        known
        and _speaks_for_itself(before)
        and is_ours(sentence, hosts)
        and phrases.EXPLAINS.match(sentence, found.end) is not None
    )


def _roles(text: str) -> list[str]:
    words = [fold(word.strip(",.’'()")) for word in text.split()[:10]]
    return [word for word in words if word in ROLES]


def _speaks_for_itself(roles: Sequence[str]) -> bool:
    return bool(roles) and not any(role in HOSTING or role in _GOVERNS for role in roles)


def _is_host(found: Name, hosts: Sequence[str]) -> bool:
    return any(same_person(found.text, host) for host in hosts)


def _is_called_host(sentence: str, found: Name) -> bool:
    """`Host A takes us through …`: no guest, and perhaps another show's host."""
    return any(fold(word) in HOSTING for word in sentence.partition(found.text)[0].split()[-1:])


def _guest(sentence: str, found: Name, confidence: float) -> Sighting:
    return sighting(found, "guest", confidence, "description", f"{around(sentence, found)!r}", text=sentence)
