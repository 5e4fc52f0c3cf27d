"""Lists of those who were talked to, a line each: `Ann Lee from Crumb talks about rye`, `Bo Ek (Rye)` over a handle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming.listed import outside_works
from episodes.core.naming.name_rows import names_from
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.talk_words import count_of_talks

_CONFIDENCE = 0.82
#: A list has so many lines at least; longer lines are sentences, and what has more is no list of guests.
LEAST, LONGEST, MOST_LINES, MOST_TEXT = 3, 140, 200, 1500
_HOUSE = re.compile(
    r"\s(?:from|of|at)\s(?:the\s)?[A-Z][^.!?;:]{1,80}?(?P<talks>\s(?:talks?|speaks?|shares?|tells|on)\s.*)?\.?$"
)
_TALKS = re.compile(r"\s(?:talks?|speaks?)\s(?:about|on)\s.*$")
_IN_BRACKETS = re.compile(r"\s\([A-Z][\w.&' -]{1,40}\)\s*$")
LEAST_OF_BEST = 4
_WITH = re.compile(r"\s(?:with|mit|avec|con|com|met|med)\s(?=[A-ZÀ-Þ])")
_BEST_OF = re.compile(
    r"\b(?:best\sof|compilation|highlights?|clips|excerpts|favou?rites?|fan-favou?rite|interviews|conversations|"
    r"gespräche|entretiens|entrevistas)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"\s*@\w")
_NUMBER = re.compile(r"^\W*(?:\(?\d{1,2}(?::\d\d){1,2}\)?\W*)?")
_TOLD = re.compile(r"\btalks?\sabout\b|\bspeaks?\sabout\b|\b(?:attendees|speakers|interviews?)\b", re.IGNORECASE)
_THANKED = re.compile(
    r"\b(?:patrons?|patreon|supporters?|sponsors?|thanks|donors?|backers?|members|credits|cast|musicians?|"
    r"produced|directed)\b",
    re.IGNORECASE,
)


def sightings_of_rosters(lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find the guests of such a list, where the lines say that there is talk."""
    kept = list(outside_works(lines[:MOST_LINES]))
    rows = [(place, names) for place, line in enumerate(kept) if (names := _listed(line, kept[place + 1 : place + 2]))]
    if len(rows) < LEAST:
        yield from _of_a_compilation(kept, hosts)
        return
    above = "\n".join(kept[: rows[0][0]])[:MOST_TEXT]
    told = "\n".join(kept[place] for place, _ in rows)
    names = [name for _, row in rows for name in row]
    known = sum(name.has_known_given for name in names)
    if (
        known * 2 < len(names)
        or not (count_of_talks(above) or _TOLD.search(f"{above}\n{told}"))
        or _THANKED.search(above[-200:])
    ):
        return
    for place, row in rows:
        for name in row:
            if not is_among(name.text, hosts):
                reason = f"{kept[place][:40]!r} in a list of those talked to"
                yield sighting(name, "guest", _CONFIDENCE, "description", reason, text=kept[place])


def _of_a_compilation(lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """`Night ovens with Ann Lee`, a line each, where the text calls them the best of what was said."""
    rows = [(line, found) for line in lines if (found := _with_whom(line))]
    if len(rows) < LEAST_OF_BEST or not any(_BEST_OF.search(line) for line in lines[:3]):
        return
    for line, found in rows:
        if found.has_known_given and not is_among(found.text, hosts):
            yield sighting(
                found, "guest", _CONFIDENCE, "description", f"{line[:60]!r} in a list of the best", text=line
            )


def _with_whom(line: str) -> Name | None:
    match = _WITH.search(line) if len(line) < LONGEST else None
    found = name_at(line, match.end()) if match else None
    return found if found and not line[found.end :].strip(" .!") else None


def _listed(line: str, below: Sequence[str]) -> list[Name]:
    """The names of a line that is one of such a list."""
    if len(line) > LONGEST:
        return []
    start = _NUMBER.match(line)
    at = start.end() if start else 0
    names = list(names_from(line, at, known=False))[:3]
    if not names or line[at : names[0].start].strip() != names[0].honorific:
        return []
    end = names[-1].end
    handle = bool(below) and _HANDLE.match(below[0]) is not None
    listed = _HOUSE.match(line, end) or _TALKS.match(line, end) or (handle and _IN_BRACKETS.match(line, end))
    return names if listed else []
