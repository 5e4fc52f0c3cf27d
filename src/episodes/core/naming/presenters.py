"""Presenters: who hosts a show by all that it says of itself, who is away this time, and who stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from episodes.core.naming.east_asian import sightings_of_east_asian_show
from episodes.core.naming.folding import fold
from episodes.core.naming.item_authors import without_guest_authors
from episodes.core.naming.said import Said
from episodes.core.naming.same_person import is_among, is_misread
from episodes.core.naming.show_people import sightings_of_author, sightings_of_show
from episodes.core.naming.show_titles import sightings_of_called, sightings_of_show_title
from episodes.core.naming.sightings import BAR, Sighting
from episodes.core.naming.standing_in import away, sightings_of_stand_ins
from episodes.core.naming.the_dead import is_of_the_past
from episodes.core.naming.world.people import hosts_of_world_show
from episodes.core.naming.world.right_to_left import sightings_of_author_right_to_left


@dataclass(frozen=True, kw_only=True)
class Presenters:
    """The hosts of a show without those who are `away`, by name, and those who stand in for them."""

    of_show: list[Sighting]
    standing_in: list[Sighting]
    away: list[str]


def find_presenters(said: Said, *, by_item: bool) -> Presenters:
    """Find the hosts of a show in its words; `by_item` is whether the item's author counts among them."""
    of_show = _hosts(said, said.item.author if by_item else "")
    of_show = without_guest_authors(of_show, said.title, author=said.author, said=said.of_itself)
    names = [seen.credit.name for seen in of_show]
    standing_in = list(sightings_of_stand_ins(said.prose, names, title=said.title))
    absent = away(names, said.prose, replaced=bool(standing_in))
    present = [seen for seen in of_show if seen.credit.name not in absent]
    return Presenters(of_show=present, standing_in=standing_in, away=absent)


def _hosts(said: Said, author: str) -> list[Sighting]:
    """Hosts as the show's settings give them, else as its description, name and author let them be known."""
    show = said.show
    if show and show.hosts:
        reason = "the show's settings name them"
        return [Sighting(credit=host, confidence=1.0, origin="show", reason=reason) for host in show.hosts]
    authors = [seen.credit.name for seen in sightings_of_author(said.author, origin="show")]
    told = [
        seen
        for seen in sightings_of_show(said.description)
        if seen.confidence >= BAR and not is_misread(seen.credit.name, authors)
    ]
    told += [*sightings_of_east_asian_show(said.description), *hosts_of_world_show(said.about)]
    named = [*sightings_of_show_title(said.show_title), *sightings_of_called(said.show_title, said.description)]
    by_author = _without_show(sightings_of_author(author, origin="tag"), said.show_title)
    if by_author and told:
        names = [other.credit.name for other in told]
        if not any(is_among(seen.credit.name, names) for seen in by_author):
            by_author = []  # somebody who publishes the show, where others present it
        elif author != said.author:
            told = []  # the episode's own authors, chosen from the show's
    publisher = "" if by_author or told else said.author
    return [
        *told,
        *(seen for seen in named if not is_of_the_past(seen.credit.name)),
        *by_author,
        *sightings_of_author(publisher, origin="show"),
        *sightings_of_author_right_to_left(publisher),
    ]


def _without_show(seen: Iterable[Sighting], title: str) -> list[Sighting]:
    """Leave out a show whose name looks like a person's, beside somebody: `Hidden Brain, Shankar Vedantam`."""
    named = list(seen)
    return [one for one in named if len(named) == 1 or fold(one.credit.name) not in fold(title)] or named
