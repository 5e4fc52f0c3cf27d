"""Guests whom one sentence presents and another lets speak: `Ann Lee is a baker. She joins us …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.name_rows import names_before_verb
from episodes.core.naming.person_names import is_among, name_at
from episodes.core.naming.positions import roles_in
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.trades import is_asked

_OPENING = 900
#: A surname alone, and that its owner tells us something.
_TELLS_US = re.compile(rf"(?:^|(?<=[.!?…]\s)|(?<=[^\W\d_A-Z]\s))([A-ZÀ-Þ][^\W\d_]+){phrases.TELLS_US.pattern}")


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


def sightings_of_surnames(sentence: str, whole: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find whom a surname means that tells us something: `So was Ann Lee. … Lee tells us how …`."""
    for match in islice(_TELLS_US.finditer(sentence), 2):
        in_full = re.search(rf"(?<!\w)[A-ZÀ-Þ][\w.’'-]+\s(?:[A-ZÀ-Þ][\w.’'-]*\s)?{re.escape(match[1])}(?!\w)", whole)
        found = name_at(whole, in_full.start()) if in_full else None
        if found and found.text.endswith(f" {match[1]}") and found.has_known_given and not is_among(found.text, hosts):
            yield sighting(found, "guest", 0.84, "description", f"{match[0]!r} of whom the text names in full")


def sightings_of_pronouns(sentence: str, before: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find whom `She joins us` means: the person who begins the sentence before."""
    joins = phrases.SHE_JOINS.match(sentence)
    named = (joins["host"] or joins["asker"] or joins["whom"] or "") if joins else ""
    if not joins or (named and not any(named.split()[0] in host.split() for host in hosts)):
        return
    rows = names_before_verb(before, re.compile(r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s[a-z]{2,}"))
    for found in rows[: 1 if "They" not in sentence[:8] else None]:
        if not is_among(found.text, hosts) and found.start < 80:
            yield sighting(
                found, "guest", 0.86, "description", f"{joins[0].strip()!r} behind {found.text}", text=before
            )
