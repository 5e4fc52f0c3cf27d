"""Regulars: who is seen in most episodes of a show hosts it, though no single text says so surely.

`Ann Lee and Bo Ray discuss the harvest` may name guests. Where the same two discuss something each week, they are the
show's own.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from episodes.core.credit import Credit
from episodes.core.doubts import doubted, doubted_person, is_doubt
from episodes.core.episode import SURE, Episode, Origin
from episodes.core.naming.folding import fold

#: In so many episodes somebody must be seen, and in so large a share of all.
LEAST, SHARE = 5, 0.6
#: So likely the sightings are on average; each that is made a host's, at least so.
LIKELY, POSSIBLE = 0.45, 0.3
#: In so large a share of the episodes two are seen together who host together.
NEARLY_ALL = 0.8
#: The likelihoods of a host are together so large a part of those of a guest: `A and B discuss` is read as either.
AS_HOST = 0.3
#: What an origin says that this module gives.
ORIGIN, CONFIDENCE = "episodes", 0.85


@dataclass(frozen=True, kw_only=True)
class Regular:
    """Somebody who hosts a show by being in so many of its episodes."""

    name: str
    seen: int
    of: int  #: episodes in which somebody could be seen

    @property
    def reason(self) -> str:
        return f"{self.name}: in {self.seen} of {self.of} episodes of the show"


@dataclass(frozen=True)
class _Sighting:
    person: Credit
    confidence: float
    origin: Origin


def regulars_of(episodes: Iterable[Episode]) -> tuple[Regular, ...]:
    """Who is a regular of a show by its episodes, the same whatever their order.

    What a feed or a person states counts for nothing here, and neither does what is said of the show as a whole. At
    least one text must be sure of somebody, or of the other of two who stand together: the dead, figures of stories and
    people of the news are doubted in each. Whom this made a host stays one.
    """
    read = [one for one in episodes if one.kind == "full" and not _is_stated(one)]
    seen: defaultdict[str, list[_Sighting]] = defaultdict(list)
    by_episode = [_sightings(episode) for episode in read]
    for sightings in by_episode:
        for name, sighting in sightings.items():
            seen[name].append(sighting)
    likely = {name: own for name, own in seen.items() if _is_regular(own, len(read))}
    sure = {name for name, own in likely.items() if any(one.confidence >= SURE for one in own)}
    found = (
        Regular(name=max(one.person.name for one in own), seen=len(own), of=len(read))
        for name, own in likely.items()
        if name in sure or (sure and _stand_beside(name, sure, by_episode))
    )
    return tuple(sorted(found, key=lambda one: (-one.seen, one.name)))


def presented(episode: Episode, regulars: Sequence[Regular]) -> Episode:
    """Make hosts of the regulars who are seen in an episode as guests or in doubt; what is stated stays."""
    if not regulars or _is_stated(episode) or _is_told(episode):
        return episode
    sightings = _sightings(episode)
    reasons: dict[str, str] = {}
    hosts: list[Credit] = []
    for regular in regulars:
        sighting = sightings.get(fold(regular.name))
        if sighting is not None and not _is_host(sighting) and _may_be_made(sighting):
            hosts.append(replace(sighting.person, role="host"))
            reasons[sighting.person.name] = regular.reason
    if not hosts:
        return episode
    names = [one.name for one in hosts]
    others = [one for one in episode.credits if one.name not in names]
    hosts = [*(one for one in others if one.role == "host"), *hosts]
    guests = [one for one in others if one.role == "guest"]
    return replace(
        episode,
        credits=(*_as_they_stand(hosts, episode), *guests),
        origins=tuple(_origins(episode, reasons, has_guests=bool(guests))),
    )


def _is_stated(episode: Episode) -> bool:
    """Whether a feed or a person says who takes part."""
    own = (one for one in episode.origins if one.field in ("credits", "hosts", "guests"))
    return any(one.field == "credits" or one.origin == "feed" for one in own)


def _is_told(episode: Episode) -> bool:
    """Whether the show's own words say who hosts the episode, or people came with an item that was joined."""
    own = (one for one in episode.origins if one.field in ("hosts", "guests"))
    return any(one.source or (one.field == "hosts" and one.origin == "show") for one in own)


def _sightings(episode: Episode) -> dict[str, _Sighting]:
    """Who is seen in an episode's own words, by folded name: surely, or in doubt."""
    found: dict[str, _Sighting] = {}
    for person in episode.credits:
        origin = episode.origin_of(f"{person.role}s")
        if origin is not None and origin.origin != "show":
            found[fold(person.name)] = _Sighting(person, origin.confidence, origin)
    for person, origin in doubted(episode):
        if origin.origin != "show" and " " in person.name:
            found.setdefault(fold(person.name), _Sighting(person, origin.confidence, origin))
    return found


def _is_regular(own: Sequence[_Sighting], count: int) -> bool:
    if len(own) < LEAST or len(own) < SHARE * count:
        return False
    as_host, as_guest = (
        math.fsum(one.confidence for one in own if one.person.role == role) for role in ("host", "guest")
    )
    return math.fsum(one.confidence for one in own) >= LIKELY * len(own) and as_host > AS_HOST * as_guest


def _stand_beside(name: str, others: Set[str], by_episode: Iterable[Mapping[str, _Sighting]]) -> bool:
    """Whether a person is hardly ever seen without one of others: `Ann Lee and Bo Ray`."""
    with_them = [not others.isdisjoint(seen) for seen in by_episode if name in seen]
    return sum(with_them) >= NEARLY_ALL * len(with_them)


def _is_host(sighting: _Sighting) -> bool:
    return sighting.person.role == "host" and sighting.confidence >= SURE


def _may_be_made(sighting: _Sighting) -> bool:
    """Whether a sighting may become a host's: it is likely enough, and did not come with an item that was joined."""
    return sighting.confidence >= POSSIBLE and not sighting.origin.source


def _as_they_stand(hosts: Sequence[Credit], episode: Episode) -> list[Credit]:
    """Hosts in the order in which the episode's words name them; whom they do not name comes after."""
    text = "\n".join((episode.original_title, episode.summary, episode.notes))
    places = {one.name: place for one in hosts if (place := text.find(one.name)) >= 0}
    return sorted(hosts, key=lambda one: places.get(one.name, len(text)))


def _origins(episode: Episode, reasons: dict[str, str], *, has_guests: bool) -> Iterator[Origin]:
    """An episode's origins after some of its people became hosts for these reasons, by name."""
    mark = re.compile(rf"(?:^|; )(?:{'|'.join(map(re.escape, reasons))}): ")
    before = episode.origin_of("hosts")
    told = "; ".join([*([before.reason] if before is not None else []), *reasons.values()])
    confidence = min(CONFIDENCE, before.confidence) if before is not None else CONFIDENCE
    yield Origin(field="hosts", origin=ORIGIN, confidence=confidence, reason=told)
    for origin in episode.origins:
        if origin.field == "guests" and has_guests:
            yield replace(origin, reason=_without(origin.reason, mark, [one.name for one in episode.credits]))
        elif origin.field not in ("hosts", "guests") and not _is_doubt_of(origin, reasons):
            yield origin


def _is_doubt_of(origin: Origin, names: Iterable[str]) -> bool:
    return is_doubt(origin) and doubted_person(origin).name in names


def _without(reason: str, mark: re.Pattern[str], names: Sequence[str]) -> str:
    """Reasons without those of some people: `Ann Lee: …; Bo Ray: …` is one after the other."""
    parts = re.split(rf"; (?=(?:{'|'.join(map(re.escape, names))}): )", reason)
    return "; ".join(part for part in parts if not mark.match(part))
