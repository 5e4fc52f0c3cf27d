"""People whom the title and the text of an episode let take part, rule by rule: later ones know whom earlier found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from episodes.core.naming.appearances import sightings_of_appearances
from episodes.core.naming.by_last_name import sightings_by_last_name
from episodes.core.naming.by_one_name import sightings_by_one_name, without_short
from episodes.core.naming.correspondents import sightings_of_correspondents
from episodes.core.naming.first_names import sightings_of_first_names
from episodes.core.naming.in_lists import sightings_in_lists
from episodes.core.naming.in_rows import sightings_of_rows
from episodes.core.naming.pattern_people import sightings_of_habit
from episodes.core.naming.people import sightings_of_prose
from episodes.core.naming.phrases import PRESENTS
from episodes.core.naming.portraits import sightings_of_portraits
from episodes.core.naming.rosters import sightings_of_rosters
from episodes.core.naming.said import Said
from episodes.core.naming.same_person import is_among
from episodes.core.naming.second_signs import asking_second_sign, topic_alone, topic_doubted, without_own_cast
from episodes.core.naming.sightings import BAR, Sighting
from episodes.core.naming.talk_subjects import sightings_of_talk_subjects
from episodes.core.naming.talk_titles import sightings_of_talk_titles
from episodes.core.naming.title_people import sightings_of_title
from episodes.core.naming.world.people import sightings_of_world

_FIRST_NAMES = re.compile(
    rf"(?P<row>[A-Z]\w+(?:,\s(?:and\s)?[A-Z]\w+){{0,4}},?\s(?:and|&|und)\s[A-Z]\w+)(?:{PRESENTS.pattern})"
)


def sightings_of_text(said: Said, labelled: Sequence[Sighting], hosts: Sequence[str]) -> list[Sighting]:
    """Find people in title and text; `labelled` are known from lists, `hosts` by name.

    What phrases say comes first, then titles, then shapes, which count for less beside the others.
    """
    by_one_name = _by_one_name(said, hosts)
    hosts = [*hosts, *(seen.credit.name for seen in by_one_name)]
    told = [
        *by_one_name,
        *_featured(labelled, said.prose),
        *sightings_of_prose(said.prose, hosts=hosts, title=said.title, show_title=said.show_title),
        *sightings_of_world(said.title, said.prose, said.whole),
    ]
    of_title = _of_title(said, told, hosts)
    told = without_short(told)
    hosts = [*hosts, *(seen.credit.name for seen in told if seen.credit.role == "host" and seen.confidence >= BAR)]
    told = without_own_cast(told, title=said.title, has_hosts=bool(hosts))
    shaped = _shaped(said, [*told, *of_title], hosts)
    of_title, shaped = ([topic_alone(seen, said.title, told) for seen in part] for part in (of_title, shaped))
    guests = [seen.credit.name for seen in [*told, *of_title, *shaped] if seen.credit.role == "guest"]
    first = sightings_of_first_names(said.author, said.about, said.prose, hosts=hosts, guests=guests)
    return [*told, *first, *of_title, *shaped]


def _by_one_name(said: Said, hosts: Sequence[str]) -> list[Sighting]:
    if said.is_of_fiction:
        return []
    return list(sightings_by_one_name(said.prose, said.show_title, said.about, hosts, title=said.title))


def _of_title(said: Said, told: Sequence[Sighting], hosts: Sequence[str]) -> list[Sighting]:
    by_habit = sightings_of_habit(said.title, said.patterns)
    return [
        *(topic_doubted(seen, told, said.prose) for seen in sightings_of_title(said.title, said.prose, hosts=hosts)),
        *(seen for seen in by_habit if not is_among(seen.credit.name, hosts)),
    ]


def _shaped(said: Said, told: Sequence[Sighting], hosts: Sequence[str]) -> list[Sighting]:
    """Find those for whom only the shape of a sentence, a row or a title speaks."""
    title, prose = said.title, said.prose
    shaped = [
        *(
            asking_second_sign(seen, title=title, lines=prose, hosts=hosts, of_talks=said.is_of_talks)
            for seen in sightings_of_appearances(title, prose, hosts)
        ),
        *sightings_of_portraits(said.item.description, hosts),
        *sightings_of_rosters(said.lines, hosts),
        *sightings_of_correspondents(said.about, prose, hosts),
        *sightings_by_last_name(title, prose, hosts),
        *sightings_in_lists(prose, hosts),
    ]
    found = [seen for seen in [*told, *shaped] if seen.credit.role == "guest" and seen.confidence >= BAR]
    guests = [seen.credit.name for seen in found]
    shaped += sightings_of_rows(prose, guests, hosts) if guests else ()
    talked = [] if guests else list(sightings_of_talk_titles(title, said.show_title, said.about, prose, hosts))
    return shaped + (talked or list(sightings_of_talk_subjects(title, said.show_title, said.about, prose, hosts)))


def _featured(labelled: Sequence[Sighting], prose: Sequence[str]) -> list[Sighting]:
    """Take for hosts those `Featuring:` lists whom the first sentence lets present: `Ann, Bo & Eva discuss`."""
    row = _FIRST_NAMES.match(prose[0]) if prose else None
    if not row:
        return _beside_guests(labelled)
    firsts = re.findall(r"\w+", re.sub(r"\b(?:and|und)\b", "", row["row"]))
    listed = [seen for seen in labelled if "featuring" in seen.signs]
    present = [seen for seen in listed if seen.credit.name.split()[0] in firsts]
    if len(present) > 1 and len(listed) == len(firsts):
        present = listed  # one of them by a nickname
    return [replace(seen, credit=replace(seen.credit, role="host")) if seen in present else seen for seen in labelled]


def _beside_guests(labelled: Sequence[Sighting]) -> list[Sighting]:
    """Take for hosts those of a `Featuring:` or `Panel:` list beside whom the guests are named for themselves."""
    listed = [seen for seen in labelled if "featuring" in seen.signs]
    invited = [seen.credit.name for seen in labelled if "guests" in seen.signs]
    if len(listed) < 2 or not invited:
        return list(labelled)
    ours = [seen for seen in listed if not is_among(seen.credit.name, invited)]
    return [replace(seen, credit=replace(seen.credit, role="host")) if seen in ours else seen for seen in labelled]
