"""Credits chosen from all sightings of people: merged by person, host or guest, sure enough or doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from episodes.core.credit import Credit
from episodes.core.doubts import doubt
from episodes.core.episode import Origin
from episodes.core.item import Item
from episodes.core.naming.degrees import without_degrees
from episodes.core.naming.east_asian import sightings_of_east_asian
from episodes.core.naming.folding import opening_of
from episodes.core.naming.item_authors import invited_authors
from episodes.core.naming.labelled import sightings_of_author_label
from episodes.core.naming.pattern_people import sightings_of_patterns
from episodes.core.naming.presenters import find_presenters
from episodes.core.naming.said import Said
from episodes.core.naming.same_person import is_among, same_person
from episodes.core.naming.second_signs import (
    without_cast_of_fiction,
    without_show,
    without_the_dead,
    without_topic,
)
from episodes.core.naming.show_people import sightings_of_feed
from episodes.core.naming.sightings import BAR, Sighting
from episodes.core.naming.signs import Sign
from episodes.core.naming.spelling import Spelt, as_spelt
from episodes.core.naming.tagged_people import Scene, with_tagged
from episodes.core.naming.text_people import sightings_of_text
from episodes.core.naming.who_is_there import is_panelist, without_the_unnamed
from episodes.core.naming.world.cases import CASED
from episodes.core.naming.world.labels import sightings_of_all_labels
from episodes.core.naming.world.people import is_of_another_week
from episodes.core.naming.world.right_to_left import sightings_right_to_left
from episodes.core.naming.world.spoken import speeches_of
from episodes.core.show import Show

#: Sentences tell who takes part in the first part of a description; what is longer goes on with a transcript.
MOST_TEXT, MOST_END = 20_000, 2_000
#: How sure it is that whoever is said to take part, and is named by the show, hosts it.
OWN = 0.9


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who takes part, as far as is sure, and who is only suspected."""

    credits: tuple[Credit, ...] = ()
    doubtful: tuple[Credit, ...] = ()
    origins: tuple[Origin, ...] = ()


def cast(item: Item, *, prose: Sequence[str], lines: Sequence[str], show_title: str, show: Show | None) -> Cast:
    """Find hosts and guests of an episode in all that is known of it and its show.

    `prose` are the sentences of its description, `lines` these and the lists of people and works.
    """
    prose, lines = (
        [without_degrees(line) for line in part] for part in (opening_of(prose, MOST_TEXT, end=MOST_END), lines)
    )
    said = Said(item=item, prose=prose, lines=lines, show_title=show_title, show=show)
    of_feed = list(sightings_of_feed(item.people))
    by_tag = list(sightings_of_author_label(item.author))
    presenters = find_presenters(said, by_item=not by_tag)
    labelled = [
        *presenters.standing_in,
        *sightings_of_patterns([said.title, *lines], said.patterns),
        *by_tag,
        *sightings_of_all_labels(lines, said.whole),
        *sightings_of_east_asian(said.title, lines),
        *sightings_right_to_left(said.title, lines),
    ]
    known = [*of_feed, *presenters.of_show, *labelled]
    of_text = sightings_of_text(said, labelled, [seen.credit.name for seen in known if seen.credit.role == "host"])
    authors = [seen.credit.name for seen in presenters.of_show if seen.credit.role == "host"]
    of_text = [_of_the_show(seen, said.about, authors) for seen in of_text]
    of_show = invited_authors(presenters.of_show, [*labelled, *of_text], said.of_itself)
    of_text = [_second_thoughts(seen, said, of_show) for seen in of_text]
    of_text = [seen for seen in of_text if seen.exact or not _is_absent(seen, said, presenters.away)]
    absent = presenters.away
    listed = (seen for seen in of_text if seen not in presenters.standing_in)
    if any(seen.exact and seen.credit.role == "host" for seen in listed) or _names_hosts(item, of_feed):
        absent = [*absent, *(seen.credit.name for seen in of_show)]
        of_show = []  # the episode lists its own hosts; the show's others are away
    persons = _merge([*of_feed, *of_show, *of_text])
    scene = Scene(title=said.title, show_title=show_title, said=said.about, lines=lines, away=absent)
    there = as_spelt(list(with_tagged(persons, item.mentions, scene)), _spelt(said, lines))
    replacing = [seen.credit.name for seen in presenters.standing_in]
    regular = [seen for seen in of_text if not is_among(seen.credit.name, replacing)]
    return _chosen(without_the_unnamed(there, regular, item.mentions, "\n".join([said.title, *prose])))


def _spelt(said: Said, lines: Sequence[str]) -> Spelt:
    text = "\n".join(lines)
    has_cases = not CASED.isdisjoint(speech.code for speech in speeches_of(f"{said.title}\n{text}"))
    return Spelt(titles="\n".join([said.title, said.show_title, said.author]), text=text, has_cases=has_cases)


def _chosen(persons: Sequence[Sighting]) -> Cast:
    sure = [person for person in persons if person.confidence >= BAR]
    unsure = [person for person in persons if person.confidence < BAR]
    return Cast(
        credits=tuple(person.credit for person in sorted(sure, key=lambda seen: seen.credit.role == "guest")),
        doubtful=tuple(person.credit for person in unsure),
        origins=(
            *(origin for role in ("host", "guest") if (origin := _origin(role, sure))),
            *(
                doubt(seen.credit, origin=seen.origin, confidence=seen.confidence, reason=seen.reason)
                for seen in unsure
            ),
        ),
    )


def _names_hosts(item: Item, of_feed: Sequence[Sighting]) -> bool:
    """Whether the item's own tags name its hosts, not only one who is a host for once or beside others."""
    only = {role.strip().lower() for role, name in item.people if name.strip()} & {"host", "presenter", "moderator"}
    return bool(only) and any(seen.credit.role == "host" for seen in of_feed)


def _second_thoughts(seen: Sighting, said: Said, of_show: Sequence[Sighting]) -> Sighting:
    """Doubt whom the words beside the name make doubtful: another's show, the topic, the dead, a figure of a story."""
    seen = _of_another_show(seen, of_show)
    seen = without_topic(without_show(seen, said.show_title), said.title)
    return without_the_dead(without_cast_of_fiction(seen, of_fiction=said.is_of_fiction))


def _of_the_show(seen: Sighting, about: str, hosts: Sequence[str]) -> Sighting:
    """Take for a host who is only said to take part (`Panel:`, `Read by`) and is an author or one of the panelists."""
    if seen.credit.role == "host" or " " not in seen.credit.name:
        return seen
    if seen.exact and "featuring" in seen.signs and "with" not in seen.signs and is_among(seen.credit.name, hosts):
        return replace(seen, credit=replace(seen.credit, role="host"), reason=f"{seen.reason}, and a host of the show")
    if "takes part" not in seen.signs or not is_panelist(seen.credit.name, about):
        return seen
    reason = f"{seen.reason}, and among the show's panelists"
    signs: frozenset[Sign] = seen.signs | {"house"}
    return replace(
        seen, credit=replace(seen.credit, role="host"), confidence=OWN, reason=reason, signs=signs, exact=False
    )


def _of_another_show(seen: Sighting, of_show: Sequence[Sighting]) -> Sighting:
    """Doubt a host in passing who is none of the show's: `Host A takes us through …` may be another show's."""
    in_passing = seen.credit.role == "host" and seen.origin == "description" and not seen.exact
    ours = [other.credit.name for other in of_show]
    if not in_passing or not ours or is_among(seen.credit.name, ours) or {"steps in", "outright"} & seen.signs:
        return seen
    return replace(seen, confidence=min(seen.confidence, 0.75))


def _is_absent(seen: Sighting, said: Said, away: Sequence[str]) -> bool:
    """Whether somebody is a host who is away, or comes another week."""
    name = seen.credit.name
    return is_among(name, away) or (seen.origin == "description" and is_of_another_week(name, said.prose, said.whole))


def _merge(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Keep one sighting a person: a host stays a host; the surest spelling wins; titles are filled in."""
    persons: list[Sighting] = []
    for seen in sightings:
        place = next((i for i, other in enumerate(persons) if same_person(other.credit.name, seen.credit.name)), None)
        if place is None:
            persons.append(seen)
            continue
        joined = _joined(persons[place], seen)
        if joined.credit.role == persons[place].credit.role:
            persons[place] = joined
        else:  # where this role was seen, beside those who were named with it
            del persons[place]
            persons.append(joined)
    return persons


def _joined(one: Sighting, other: Sighting) -> Sighting:
    best = max(
        (one, other),
        key=lambda seen: (
            seen.confidence >= BAR,
            seen.credit.role == "host" or seen.exact,
            seen.exact,
            seen.confidence,
        ),
    )
    second = other if best is one else one
    credit = replace(
        best.credit,
        title=best.credit.title or second.credit.title,
        organisation=best.credit.organisation or second.credit.organisation,
    )
    return replace(best, credit=credit)


def _origin(role: str, persons: Sequence[Sighting]) -> Origin | None:
    ours = [person for person in persons if person.credit.role == role]
    if not ours:
        return None
    least = min(ours, key=lambda person: person.confidence)
    reason = "; ".join(f"{person.credit.name}: {person.reason}" for person in ours)
    return Origin(field=f"{role}s", origin=least.origin, confidence=least.confidence, reason=reason)
