"""Guests whom one sentence presents and another lets speak: `Ann Lee is a baker. She joins us …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming import phrases
from episodes.core.naming.name_rows import names_before_verb
from episodes.core.naming.person_names import Name, is_among, name_at
from episodes.core.naming.positions import roles_in
from episodes.core.naming.second_signs import gives_another
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.trades import is_asked

_OPENING = 900
_TRADE = re.compile(r",\s(?P<what>[^.!?;:]{3,140}?),\s[a-z]")


def sightings_of_presented(lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find whom a description presents first, and says we talk then: `Ann Lee is a baker at Crumb. We talk about …`."""
    opening = " ".join(lines[:4])[:_OPENING]
    found = name_at(opening, 0)
    if not found or not found.has_known_given or is_among(found.text, hosts):
        return
    told = phrases.IS_SOMEBODY.match(opening, found.end)
    if not told or not is_asked(roles_in(told["what"])):
        return
    first, last = map(re.escape, (found.text.split()[0], found.text.split()[-1]))
    talk = re.search(
        rf"(?:\b(?:{first}|{last}|[Hh]e|[Ss]he)\s{phrases.ANSWERS})|{phrases.WE_TALKED}", opening[told.end() :]
    )
    if talk:
        yield sighting(found, "guest", 0.82, "description", f"{talk[0]!r} behind {found.text}", text=opening)


def _told_of_trade(sentence: str) -> list[Name]:
    """Who begins a sentence, by a name that no list knows with a trade behind it: `Elk Ek, professor at Rye, is …`."""
    found = name_at(sentence, 0)
    told = _TRADE.match(sentence, found.end) if found and len(found.text.split()) == 2 else None
    return [found] if found and told and is_asked(roles_in(told["what"])) else []


def sightings_of_pronouns(sentence: str, before: str, hosts: Sequence[str], *, title: str) -> Iterator[Sighting]:
    """Find whom `She joins us` means: the person who begins the sentence before, unless the title gives another."""
    joins = phrases.SHE_JOINS.match(sentence)
    named = (joins["host"] or joins["asker"] or joins["whom"] or "") if joins else ""
    if not joins or (named and not any(named.split()[0] in host.split() for host in hosts)):
        return
    rows = names_before_verb(before, re.compile(r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s[a-z]{2,}"))
    rows = rows or _told_of_trade(before)
    for found in rows[: 1 if "They" not in sentence[:8] else None]:
        if not is_among(found.text, hosts) and found.start < 80 and not gives_another(title, found.text, hosts):
            yield sighting(
                found, "guest", 0.86, "description", f"{joins[0].strip()!r} behind {found.text}", text=before
            )
