"""People: hosts and guests of a show with all their appearances."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.light import dataclass
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
    hosted: Counter[str] = Counter()
    for credit in publication.show.hosts:
        credited.setdefault(_slug_of(credit.name), []).append(credit)
    together: dict[int, tuple[tuple[str, Credit, bool], ...]] = {}  # by identity, for most have the same credits
    for one in publication.episodes:
        listed = one.episode.credits
        if (each := together.get(id(listed))) is None:
            each = together[id(listed)] = _each_once(listed)
            for slug, credit, _ in each:
                credited.setdefault(slug, []).append(credit)
        for slug, _, is_host in each:
            episodes.setdefault(slug, []).append(one.episode)
            hosted[slug] += is_host
    people = {
        slug: Person(credit=_fullest(known), episodes=tuple(episodes.get(slug, ())), hosted=hosted[slug])
        for slug, known in credited.items()
    }
    return dict(sorted(people.items(), key=lambda item: (item[1].role != "Host", -len(item[1].episodes))))


def _fullest(known: list[Credit]) -> Credit:
    return next((credit for credit in known if credit.title or credit.organisation), known[0])


def _each_once(listed: tuple[Credit, ...]) -> tuple[tuple[str, Credit, bool], ...]:
    """The people of an episode by slug, and whether each is a host of it."""
    hosts = {_slug_of(credit.name) for credit in listed if credit.role == "host"}
    once = {_slug_of(credit.name): credit for credit in listed if credit.name.strip()}
    return tuple((slug, credit, slug in hosts) for slug, credit in once.items())
