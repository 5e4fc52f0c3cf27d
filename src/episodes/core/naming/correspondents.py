"""Correspondents whose reports a show brings: `In Rye, Ann Lee visits a mill; Bo Ek in Oslo recalls …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import around
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import name_at
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, sighting

_CONFIDENCE = 0.82
#: What a show, or the beginning of an episode's text, says where others report for it.
_REPORTS = re.compile(
    r"\b(?:correspondents['’]?|dispatches|reporters['’]? (?:stories|notebooks?|around|across|from)|"
    r"(?:our|foreign|roving) reporters|despatches)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r";\s|:\s|\s[–—]\s")
#: Before a reporter's name: what goes on, and where.
_BEFORE = re.compile(
    r"(?:\W*(?:and|but|then|also|plus|finally|meanwhile|elsewhere|first|this week|this time)\b,?\s)*"
    r"(?:(?:in|from|on|at|near|across|along|over|around)\s[^,.;:]{2,60},\s)?",
    re.IGNORECASE,
)
#: Behind it: where that person is, and what one does who reports.
_DOES = re.compile(
    r"(?:,?\s(?:in|on|at|from)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3},?)?(?:,[^.,;:]{3,60},)?\s(?:also\s|now\s)?"
    r"(?:visits|meets|reports|explores|considers|travels|hears|finds|spots|goes|assesses|recollects|recalls|reflects|"
    r"remembers|joins|explains|discovers|describes|watches|talks|speaks|looks|examines|asks|learns|tries|encounters|"
    r"witnesses|returns|investigates|sees|follows|tells|wonders|ventures|heads|attends|takes|gets|traces|unpicks|ponders|"
    r"charts|experiences|observes|samples|spends|walks|drives|(?:is|has been)\s(?:in|on|at|with|to|shown|given|invited|"
    r"following|finding|taken))\b"
)
#: So many must report before one of them is believed.
LEAST, MOST_SENTENCES, MOST_TEXT = 2, 40, 4000


def sightings_of_correspondents(
    show_description: str, lines: Sequence[str], hosts: Sequence[str]
) -> Iterator[Sighting]:
    """Find who reports, where show or episode say that correspondents do; the hosts only introduce them."""
    text = " ".join(lines)[:MOST_TEXT]
    if not hosts or not (_REPORTS.search(show_description) or _REPORTS.search(text[:300])):
        return
    seen: list[Sighting] = []
    for sentence in islice(sentences(text), MOST_SENTENCES):
        for part in _PARTS.split(sentence):
            before = _BEFORE.match(part)
            found = name_at(part, before.end()) if before else None
            if not before or not found or found.start != before.end() or not found.has_known_given:
                continue
            ours = is_among(found.text, hosts) or fold(found.text) in OF_THE_NEWS
            if not ours and _DOES.match(part, found.end):
                seen.append(
                    sighting(found, "guest", _CONFIDENCE, "description", f"{around(part, found)!r} reports", text=part)
                )
    if len(seen) >= LEAST:
        yield from seen
