"""What the index tells of the things that are looked for: where they are, without reading any text.

Every thing brings the rows that hold it. Rare things are fetched whole; common ones (FETCHED rows or more) are only
asked about where something rare is, so that they never cost a walk through half the catalogue.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from functools import reduce
from operator import and_

from episodes.core.query import Scope
from episodes.store.search.asking import FETCHED, FETCHED_IN_ALL, Asking
from episodes.store.search.passages import OVERLAP, ROOM
from episodes.store.search.restriction import Restriction
from episodes.store.search.sought import Sought


class Evidence:
    """Where so many things that are looked for are, as far as the index was asked: nowhere, to begin with."""

    def __init__(self, things: int) -> None:
        #: For each thing: passages and how well they hold it.
        self.speech: list[dict[int, float]] = [{} for _ in range(things)]
        #: For each thing: episodes whose title, people or notes hold it.
        self.written: list[dict[int, float]] = [{} for _ in range(things)]
        #: Whether all passages of a thing are in `speech`.
        self.fetched = [False] * things
        #: For each thing: passages by episode.
        self.density: list[Counter[int]] = [Counter() for _ in range(things)]
        #: Passages that hold the query word for word.
        self.verbatim: frozenset[int] = frozenset()
        #: Episodes that hold all telling things in one window.
        self.whole: set[int] = set()
        #: False: there are more passages than were fetched.
        self.is_complete = True


def gather(
    cursor: sqlite3.Cursor, sought: list[Sought], excluded: str, scope: Scope, restriction: Restriction
) -> Evidence:
    """Ask the index for the passages and episodes that hold what is looked for."""
    evidence = Evidence(len(sought))
    if restriction.episodes is not None and not restriction.episodes:
        return evidence
    asking = Asking(cursor, excluded, scope, restriction)
    if scope in ("all", "transcript"):
        _gather_speech(asking, sought, evidence)
        evidence.verbatim = asking.verbatim(sought, _with_all(evidence))
        for rows in evidence.speech[: OVERLAP + 1]:
            for row in evidence.verbatim:  # also where a thing is too common to have been fetched whole
                rows.setdefault(row, 1.0)
    for number, one in enumerate(sought):
        evidence.written[number] = asking.written(one)
    evidence.density = [by_episode(sorted(rows)) for rows in evidence.speech]
    evidence.whole = _whole(sought, evidence)
    evidence.is_complete = all(len(rows) < FETCHED_IN_ALL for rows in evidence.speech)
    return evidence


def keep_only(evidence: Evidence, episodes: set[int]) -> None:
    """Forget all other episodes."""
    for number, rows in enumerate(evidence.speech):
        evidence.speech[number] = {row: weight for row, weight in rows.items() if row // ROOM in episodes}
    for number, written in enumerate(evidence.written):
        evidence.written[number] = {episode: worth for episode, worth in written.items() if episode in episodes}


def _with_all(evidence: Evidence) -> Set[int] | None:
    """Passages that may hold all of the first things, as many as a phrase is asked for by; None = any may."""
    first = zip(evidence.speech[: OVERLAP + 1], evidence.fetched, strict=False)
    known: list[Set[int]] = sorted((rows.keys() for rows, is_fetched in first if is_fetched), key=len)
    return reduce(and_, known) if known else None


def by_episode(ordered: Sequence[int]) -> Counter[int]:
    """How many of the rows each episode has; they are in order, so that an episode is stepped over at once."""
    counts: dict[int, int] = {}
    start, end = 0, len(ordered)
    while start < end:
        episode = ordered[start] // ROOM
        stop = bisect_left(ordered, (episode + 1) * ROOM, start)
        counts[episode] = stop - start
        start = stop
    return Counter(counts)


def telling(sought: list[Sought]) -> set[int]:
    """The things that say more than `the` or `so` beside the others."""
    most = max((one.weight for one in sought), default=0.0)
    return {number for number, one in enumerate(sought) if one.weight >= 0.2 * most}


def _whole(sought: list[Sought], evidence: Evidence) -> set[int]:
    if not sought:
        return set()
    needed = telling(sought)
    rarest, *others = sorted(needed, key=lambda n: len(evidence.speech[n]))
    spoken = set(evidence.density[rarest])
    if others:
        forward = backward = list(evidence.speech[rarest])
        for rows in (evidence.speech[n] for n in others):
            forward = [row for row in forward if row in rows or row + 1 in rows]
            backward = [row for row in backward if row in rows or row - 1 in rows]
        spoken = {row // ROOM for row in (*forward, *backward)}
    return spoken | set.intersection(*(set(evidence.written[n]) for n in needed))


def _gather_speech(asking: Asking, sought: list[Sought], evidence: Evidence) -> None:
    room = FETCHED_IN_ALL
    for number in sorted(range(len(sought)), key=lambda n: sought[n].rows):
        if room == FETCHED_IN_ALL or (sought[number].rows <= min(FETCHED, room)):
            evidence.speech[number] = asking.speech(sought[number])
            evidence.fetched[number] = len(evidence.speech[number]) < FETCHED_IN_ALL
            room -= len(evidence.speech[number])
    rare = [sought[number] for number in range(len(sought)) if evidence.speech[number]]
    if not rare:
        return
    for number, one in enumerate(sought):
        # What nearly every passage holds tells nothing; it is looked at when the text is read.
        if not evidence.fetched[number] and one not in rare and one.weight >= 1.0:
            evidence.speech[number] = asking.speech_beside(one, rare)
