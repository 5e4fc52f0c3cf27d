"""Which passages to look at: found through the index alone, without reading any text.

Every thing that is looked for brings the rows that hold it. Rare things are fetched whole; common ones (FETCHED rows
or more) are only asked about where something rare is, so that they never cost a walk through half the catalogue.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from math import log1p

from episodes.core.query import Scope
from episodes.store.search.index import ROOM
from episodes.store.search.restriction import Restriction
from episodes.store.search.sought import Sought

#: Rows fetched for one thing, and for all of a search.
FETCHED, FETCHED_IN_ALL = 15_000, 40_000
#: Passages that are weighed exactly, before the best are read.
WEIGHED = 400
#: What it is worth to find a thing in the next passage, in what is written about the episode, elsewhere in its speech.
NEXT, WRITTEN, ELSEWHERE = 0.75, 0.5, 0.25
COLUMNS = {"title": 1.0, "people": 0.9, "notes": 0.8, "comments": 0.5}
_SCOPES: dict[Scope, tuple[str, ...]] = {
    "all": ("title", "people", "notes", "comments"),
    "transcript": (),
    "title": ("title",),
    "notes": ("notes",),
    "comments": ("comments",),
}


@dataclass
class Evidence:
    """Where the things that are looked for are, as far as the index was asked."""

    speech: list[dict[int, float]]  #: for each thing: passages and how well they hold it
    written: list[dict[int, float]]  #: for each thing: episodes whose title, people or notes hold it
    fetched: list[bool]  #: whether all passages of the thing are in `speech`
    density: list[Counter[int]] = field(default_factory=list)  #: for each thing: passages by episode


@dataclass(frozen=True)
class Window:
    """A passage to look at, with its neighbours."""

    row: int
    score: float

    @property
    def episode(self) -> int:
        return self.row // ROOM

    @property
    def number(self) -> int:
        return self.row % ROOM


def gather(
    cursor: sqlite3.Cursor, sought: list[Sought], excluded: str, scope: Scope, restriction: Restriction
) -> Evidence:
    """Ask the index for the passages and episodes that hold what is looked for."""
    evidence = Evidence([{} for _ in sought], [{} for _ in sought], [False] * len(sought))
    if restriction.episodes is not None and not restriction.episodes:
        return evidence
    asking = _Asking(cursor, excluded, scope, restriction)
    if scope in ("all", "transcript"):
        _gather_speech(asking, sought, evidence)
    for number, one in enumerate(sought):
        evidence.written[number] = asking.written(one)
    evidence.density = [Counter(row // ROOM for row in rows) for rows in evidence.speech]
    return evidence


def _gather_speech(asking: _Asking, sought: list[Sought], evidence: Evidence) -> None:
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


class _Asking:
    def __init__(self, cursor: sqlite3.Cursor, excluded: str, scope: Scope, restriction: Restriction) -> None:
        self._cursor, self._excluded, self._scope = cursor, excluded, scope
        self._allowed = restriction.episodes
        self._speakers = " OR ".join(
            "(" + " AND ".join(f'speakers : "{word}"' for word in name) + ")" for name in restriction.speakers
        )

    def speech(self, one: Sought) -> dict[int, float]:
        held: dict[int, float] = {}
        for weight in sorted({way.weight for way in one.ways}):  # the best way is written last and stays
            ways = [way.expression for way in one.ways if way.weight == weight]
            held.update(dict.fromkeys(self._rows(" OR ".join(ways)), weight))
        return held

    def speech_beside(self, one: Sought, others: list[Sought]) -> dict[int, float]:
        beside = " OR ".join(other.expression for other in others)
        return dict.fromkeys(self._rows(f"{one.expression} AND ({beside})"), 1.0)

    def _rows(self, expression: str) -> list[int]:
        match = f"({expression})"
        if self._scope == "transcript":
            match = f"words : {match}"
        if self._speakers:
            match = f"{match} AND ({self._speakers})"
        if self._excluded:
            match = f"({match}) NOT ({self._excluded})"
        query = "SELECT rowid FROM search_speech WHERE search_speech MATCH ? "
        if self._allowed is None:
            rows = self._cursor.execute(query + "ORDER BY rowid DESC LIMIT ?", [match, FETCHED_IN_ALL]).fetchall()
            return [row for (row,) in rows]
        return self._rows_of_allowed(query, match)

    def _rows_of_allowed(self, query: str, match: str) -> list[int]:
        allowed = self._allowed or frozenset()
        query += "AND rowid BETWEEN ? AND ? ORDER BY rowid DESC"
        if len(allowed) > 50:
            span = [min(allowed) * ROOM, (max(allowed) + 1) * ROOM]
            return [row for (row,) in self._cursor.execute(query, [match, *span]) if row // ROOM in allowed]
        found: list[int] = []
        for episode in sorted(allowed, reverse=True):
            found += [row for (row,) in self._cursor.execute(query, [match, episode * ROOM, (episode + 1) * ROOM - 1])]
        return found

    def written(self, one: Sought) -> dict[int, float]:
        held: dict[int, float] = {}
        for column in reversed(_SCOPES[self._scope]):
            match = f"{column} : {one.expression}"
            query = "SELECT rowid FROM search_about WHERE search_about MATCH ?"
            for (episode,) in self._cursor.execute(query, [match]):
                if self._allowed is None or episode in self._allowed:
                    held[episode] = max(held.get(episode, 0.0), COLUMNS[column])
        return held


def best_windows(sought: list[Sought], evidence: Evidence, *, count: int, each: int) -> list[Window]:
    """The most promising passages, best first, at most `each` of one episode."""
    around = _around(sought, evidence)
    rough = _roughly_best(sought, evidence, around)
    weighed = sorted((_weigh(row, sought, evidence, around) for row in rough), key=lambda window: -window.score)
    taken: list[Window] = []
    by_episode: Counter[int] = Counter()
    for window in weighed:
        if by_episode[window.episode] < each and len(taken) < count:
            by_episode[window.episode] += 1
            taken.append(window)
    return taken


def _around(sought: list[Sought], evidence: Evidence) -> dict[int, float]:
    """What an episode as a whole adds to its passages: the more of them speak of a thing, the more."""
    around: dict[int, float] = {}
    for one, counts, written in zip(sought, evidence.density, evidence.written, strict=True):
        for episode, count in counts.items():
            around[episode] = around.get(episode, 0.0) + one.weight * 0.1 * min(1.0, log1p(count) / 4)
        for episode, worth in written.items():
            around[episode] = around.get(episode, 0.0) + one.weight * 0.15 * worth
    return around


def _roughly_best(sought: list[Sought], evidence: Evidence, around: dict[int, float]) -> list[int]:
    """Preselect by which things a passage and the next one hold; each set of things is added up once."""
    masks: dict[int, int] = {}
    for number, rows in enumerate(evidence.speech):
        bit = 1 << number
        for row in rows:
            masks[row] = masks.get(row, 0) | bit
    worth: dict[int, float] = {}

    def value(mask: int) -> float:
        if mask not in worth:
            worth[mask] = sum(one.weight for number, one in enumerate(sought) if mask >> number & 1)
        return worth[mask]

    def promise(row: int) -> float:
        mask = masks[row]
        return 0.3 * value(mask) + 0.7 * value(mask | masks.get(row + 1, 0)) + around.get(row // ROOM, 0.0)

    if len(masks) <= WEIGHED:
        return list(masks)
    return heapq.nlargest(WEIGHED, masks, key=promise)


def _weigh(row: int, sought: list[Sought], evidence: Evidence, around: dict[int, float]) -> Window:
    episode = row // ROOM
    score = around.get(episode, 0.0)
    for one, rows, written, counts in zip(sought, evidence.speech, evidence.written, evidence.density, strict=True):
        held = max(
            rows.get(row, 0.0),
            NEXT * max(rows.get(row + 1, 0.0), rows.get(row - 1, 0.0)),
            WRITTEN * written.get(episode, 0.0),
            ELSEWHERE if episode in counts else 0.0,
        )
        score += one.weight * held
    return Window(row, score)
