"""A guest whose name has a line to itself, between what an episode is called and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, is_among, name_at
from episodes.core.naming.sightings import Sighting, sighting

#: Above the name stands a subtitle, not a date; below it a text, not more names.
LEAST_WORDS_ABOVE, LEAST_BELOW = 3, 80


def sightings_of_alone(title: str, lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find who stands alone on the second line, where somebody else is known to be the host.

    Whom the title names may be what the episode is about.
    """
    if len(lines) < 3 or not hosts:
        return
    above, line, below = lines[:3]
    if len(above.split()) < LEAST_WORDS_ABOVE or above.endswith((":", ",")) or len(below) < LEAST_BELOW:
        return
    found = _whole(line)
    if found and found.text not in title and fold(found.text) not in OF_THE_NEWS and not is_among(found.text, hosts):
        yield sighting(found, "guest", 0.82, "description", f"{line!r} on a line of its own below the subtitle")


def _whole(line: str) -> Name | None:
    found = name_at(line, 0)
    return found if found and found.has_known_given and line == f"{found.honorific} {found.text}".strip() else None
