"""People: hosts and guests of a show with all their appearances."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.naming import make_slug
from episodes.core.publication import ShowPublication

_slug_of = lru_cache(maxsize=8192)(make_slug)  # the same people are in most episodes


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who takes part, as they were last credited, with their episodes, newest first."""

    credit: Credit
    episodes: tuple[Episode, ...] = ()
    hosted: int = 0  #: how many of the episodes as host

    @property
    def role(self) -> str:
        return "Host" if self.hosted or self.credit.role == "host" else "Guest"

    @property
    def roles(self) -> str:
        """Say what somebody is whose part changed with time."""
        return "Host and guest" if 0 < self.hosted < len(self.episodes) else self.role


def people_of(publication: ShowPublication) -> dict[str, Person]:
    """Everybody by slug: hosts of the show first, then by number of appearances."""
    credited: dict[str, list[Credit]] = {}
    episodes: dict[str, list[Episode]] = {}
    for credit in publication.show.hosts:
        credited.setdefault(_slug_of(credit.name), []).append(credit)
    for one in publication.episodes:
        for credit in _each_once(one.episode.credits):
            slug = _slug_of(credit.name)
            credited.setdefault(slug, []).append(credit)
            episodes.setdefault(slug, []).append(one.episode)
    people = {slug: _person(slug, known, episodes.get(slug, [])) for slug, known in credited.items()}
    return dict(sorted(people.items(), key=lambda item: (item[1].role != "Host", -len(item[1].episodes))))


def _person(slug: str, known: list[Credit], episodes: list[Episode]) -> Person:
    hosted = sum(any(_slug_of(credit.name) == slug for credit in episode.hosts) for episode in episodes)
    full = next((credit for credit in known if credit.title or credit.organisation), known[0])
    return Person(credit=full, episodes=tuple(episodes), hosted=hosted)


def _each_once(listed: Iterable[Credit]) -> Iterable[Credit]:
    return {_slug_of(credit.name): credit for credit in listed if credit.name.strip()}.values()
