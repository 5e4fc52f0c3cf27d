"""Credits chosen from all sightings of people: merged by person, host or guest, sure enough or doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from episodes.core.credit import Credit
from episodes.core.doubts import doubt
from episodes.core.episode import Origin
from episodes.core.item import Item
from episodes.core.naming.appearances import sightings_of_appearances
from episodes.core.naming.by_last_name import sightings_by_last_name
from episodes.core.naming.by_one_name import sightings_by_one_name, without_short
from episodes.core.naming.correspondents import sightings_of_correspondents
from episodes.core.naming.degrees import without_degrees
from episodes.core.naming.east_asian import sightings_of_east_asian, sightings_of_east_asian_show
from episodes.core.naming.first_names import sightings_of_first_names
from episodes.core.naming.folding import fold, opening_of
from episodes.core.naming.in_lists import sightings_in_lists
from episodes.core.naming.in_rows import sightings_of_rows
from episodes.core.naming.item_authors import invited_authors, without_guest_authors
from episodes.core.naming.labelled import sightings_of_author_label
from episodes.core.naming.pattern_people import sightings_of_habit, sightings_of_patterns
from episodes.core.naming.people import sightings_of_prose
from episodes.core.naming.phrases import PRESENTS
from episodes.core.naming.portraits import sightings_of_portraits
from episodes.core.naming.rosters import sightings_of_rosters
from episodes.core.naming.same_person import is_among, is_misread, same_person
from episodes.core.naming.second_signs import (
    asking_second_sign,
    topic_alone,
    topic_doubted,
    without_cast_of_fiction,
    without_own_cast,
    without_show,
    without_the_dead,
    without_topic,
)
from episodes.core.naming.show_people import (
    sightings_of_author,
    sightings_of_feed,
    sightings_of_show,
)
from episodes.core.naming.show_titles import sightings_of_called, sightings_of_show_title
from episodes.core.naming.sightings import BAR, Sighting
from episodes.core.naming.standing_in import away, sightings_of_stand_ins
from episodes.core.naming.tagged_people import Scene, with_tagged
from episodes.core.naming.talk_subjects import sightings_of_talk_subjects
from episodes.core.naming.talk_titles import sightings_of_talk_titles
from episodes.core.naming.talk_words import count_of_talks, is_called_talk, is_of_fiction, is_of_others
from episodes.core.naming.the_dead import is_of_the_past
from episodes.core.naming.title_people import sightings_of_title
from episodes.core.naming.world.labels import sightings_of_all_labels
from episodes.core.naming.world.people import (
    hosts_of_world_show,
    is_of_another_week,
    sightings_of_world,
)
from episodes.core.naming.world.right_to_left import sightings_of_author_right_to_left, sightings_right_to_left
from episodes.core.show import Show

#: Sentences tell who takes part in the first part of a description; what is longer goes on with a transcript.
MOST_TEXT, MOST_END, MOST_OF_SHOW = 20_000, 2_000, 3_000
_FIRST_NAMES = re.compile(
    rf"(?P<row>[A-Z]\w+(?:,\s(?:and\s)?[A-Z]\w+){{0,4}},?\s(?:and|&|und)\s[A-Z]\w+)(?:{PRESENTS.pattern})"
)


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
    of_feed = list(sightings_of_feed(item.people))
    by_tag = list(sightings_of_author_label(item.author))
    of_itself = f"{show.author}\n{show.description}" if show else ""
    of_show = _of_show(show_title, "" if by_tag else item.author, show)
    of_show = without_guest_authors(of_show, item.title, author=show.author if show else "", said=of_itself)
    patterns = show.patterns if show else {}
    by_patterns = sightings_of_patterns([item.title, *lines], patterns)
    hosts_of_show = [seen.credit.name for seen in of_show]
    standing_in = list(sightings_of_stand_ins(prose, hosts_of_show, title=item.title))
    absent = away(hosts_of_show, prose, replaced=bool(standing_in))
    of_show = [seen for seen in of_show if seen.credit.name not in absent]
    whole = "\n".join([item.title, *prose, of_itself])
    labelled = [
        *standing_in,
        *by_patterns,
        *by_tag,
        *sightings_of_all_labels(lines, whole),
        *sightings_of_east_asian(item.title, lines),
        *sightings_right_to_left(item.title, lines),
    ]
    known_hosts = [seen.credit.name for seen in [*of_feed, *of_show, *labelled] if seen.credit.role == "host"]
    said = show.description[:MOST_OF_SHOW] if show else ""
    of_fiction = is_of_fiction(show_title, said)
    by_one_name = list(sightings_by_one_name(prose, show_title, said, known_hosts, title=item.title))
    by_one_name = [] if of_fiction else by_one_name
    known_hosts += [seen.credit.name for seen in by_one_name]
    told = [
        *by_one_name,
        *_featured(labelled, prose),
        *sightings_of_prose(prose, hosts=known_hosts, title=item.title, show_title=show_title),
        *sightings_of_world(item.title, prose, whole),
    ]
    of_title = [topic_doubted(seen, told, prose) for seen in sightings_of_title(item.title, prose, hosts=known_hosts)]
    of_title += [
        seen for seen in sightings_of_habit(item.title, patterns) if not is_among(seen.credit.name, known_hosts)
    ]
    of_show = invited_authors(of_show, [*labelled, *of_title], of_itself)
    told = without_short(told)
    known_hosts += [seen.credit.name for seen in told if seen.credit.role == "host" and seen.confidence >= BAR]
    told = without_own_cast(told, title=item.title, has_hosts=bool(known_hosts))
    of_talks = (is_called_talk(show_title) or count_of_talks(said) > 0) and not is_of_others(show_title, said)
    shaped = [
        *(
            asking_second_sign(seen, title=item.title, lines=prose, hosts=known_hosts, of_talks=of_talks)
            for seen in sightings_of_appearances(item.title, prose, known_hosts)
        ),
        *sightings_of_portraits(item.description, known_hosts),
        *sightings_of_rosters(lines, known_hosts),
        *sightings_of_correspondents(said, prose, known_hosts),
        *sightings_by_last_name(item.title, prose, known_hosts),
        *sightings_in_lists(prose, known_hosts),
    ]
    guests = [
        seen.credit.name
        for seen in [*told, *of_title, *shaped]
        if seen.credit.role == "guest" and seen.confidence >= BAR
    ]
    shaped += sightings_of_rows(prose, guests, known_hosts) if guests else ()
    talked = [] if guests else list(sightings_of_talk_titles(item.title, show_title, said, prose, known_hosts))
    shaped += talked or sightings_of_talk_subjects(item.title, show_title, said, prose, known_hosts)
    shaped = [topic_alone(seen, item.title, told) for seen in shaped]
    of_title = [topic_alone(seen, item.title, told) for seen in of_title]
    invited = [seen.credit.name for seen in [*told, *of_title, *shaped] if seen.credit.role == "guest"]
    author = show.author if show else ""
    told += sightings_of_first_names(author, said, prose, hosts=known_hosts, guests=invited)
    of_text = [_doubted(seen, of_show) for seen in [*told, *of_title, *shaped]]
    of_text = [without_topic(without_show(seen, show_title), item.title) for seen in of_text]
    of_text = [without_the_dead(without_cast_of_fiction(seen, of_fiction=of_fiction)) for seen in of_text]
    of_text = [seen for seen in of_text if seen.exact or not is_among(seen.credit.name, absent)]
    of_text = [
        seen
        for seen in of_text
        if seen.exact or seen.origin != "description" or not is_of_another_week(seen.credit.name, prose, whole)
    ]
    listed = (seen for seen in of_text if seen not in standing_in)
    if any(seen.exact and seen.credit.role == "host" for seen in listed) or _names_hosts(item, of_feed):
        absent = [*absent, *(seen.credit.name for seen in of_show)]
        of_show = []  # the episode lists its own hosts; the show's others are away
    persons = _merge([*of_feed, *of_show, *of_text])
    scene = Scene(title=item.title, show_title=show_title, said=said, lines=lines, away=absent)
    return _chosen(list(with_tagged(persons, item.mentions, scene)))


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


def _of_show(title: str, author: str, show: Show | None) -> list[Sighting]:
    """Hosts as the show's settings give them, else as its description, name and author let them be known."""
    if show and show.hosts:
        reason = "the show's settings name them"
        return [Sighting(credit=host, confidence=1.0, origin="show", reason=reason) for host in show.hosts]
    show_author, description = (show.author, show.description) if show else ("", "")
    authors = [seen.credit.name for seen in sightings_of_author(show_author, origin="show")]
    told = [
        seen
        for seen in sightings_of_show(description)
        if seen.confidence >= BAR and not is_misread(seen.credit.name, authors)
    ]
    told += [*sightings_of_east_asian_show(description), *hosts_of_world_show(description[:MOST_OF_SHOW])]
    named = [*sightings_of_show_title(title), *sightings_of_called(title, description)]
    by_author = _without_show(sightings_of_author(author, origin="tag"), title)
    if by_author and told:
        if not any(_is_among(seen, told) for seen in by_author):
            by_author = []  # somebody who publishes the show, where others present it
        elif author != show_author:
            told = []  # the episode's own authors, chosen from the show's
    named = [seen for seen in named if not is_of_the_past(seen.credit.name)]
    return [
        *told,
        *named,
        *by_author,
        *sightings_of_author("" if by_author or told else show_author, origin="show"),
        *sightings_of_author_right_to_left("" if by_author or told else show_author),
    ]


def _without_show(seen: Iterable[Sighting], title: str) -> list[Sighting]:
    """Leave out a show whose name looks like a person's, beside somebody: `Hidden Brain, Shankar Vedantam`."""
    named = list(seen)
    return [one for one in named if len(named) == 1 or fold(one.credit.name) not in fold(title)] or named


def _is_among(seen: Sighting, others: Iterable[Sighting]) -> bool:
    return is_among(seen.credit.name, (other.credit.name for other in others))


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
    invited = [seen for seen in labelled if "guests" in seen.signs]
    if len(listed) < 2 or not invited:
        return list(labelled)
    ours = [seen for seen in listed if not _is_among(seen, invited)]
    return [replace(seen, credit=replace(seen.credit, role="host")) if seen in ours else seen for seen in labelled]


def _doubted(seen: Sighting, of_show: Sequence[Sighting]) -> Sighting:
    """Doubt a host in passing who is none of the show's: `Host A takes us through …` may be another show's."""
    in_passing = seen.credit.role == "host" and seen.origin == "description" and not seen.exact
    if not in_passing or not of_show or _is_among(seen, of_show) or "steps in" in seen.signs:
        return seen
    return replace(seen, confidence=min(seen.confidence, 0.75))


def _merge(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Keep one sighting a person: a host stays a host; the surest spelling wins; titles are filled in."""
    persons: list[Sighting] = []
    for seen in sightings:
        place = next((i for i, other in enumerate(persons) if same_person(other.credit.name, seen.credit.name)), None)
        if place is None:
            persons.append(seen)
        else:
            persons[place] = _joined(persons[place], seen)
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
