"""Questions to the index: which passages and episodes hold a thing, under the filters of a search."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from episodes.core.query import Scope
from episodes.store.search.passages import OVERLAP, ROOM
from episodes.store.search.restriction import Restriction
from episodes.store.search.sought import Sought, Way, expression_of

#: Rows fetched for one thing, and for all of a search.
FETCHED, FETCHED_IN_ALL = 8_000, 20_000
#: Passages with the query word for word that are looked for.
VERBATIM = 1000
#: Runs of episodes that are asked for one by one where a filter leaves gaps.
MOST_RUNS = 24
#: First and last episode of each; None = all there are.
Runs = Sequence[tuple[int, int] | None]
COLUMNS = {"title": 1.0, "people": 0.9, "notes": 0.8, "comments": 0.5}
_SCOPES: dict[Scope, tuple[str, ...]] = {
    "all": ("title", "people", "notes", "comments"),
    "transcript": (),
    "title": ("title",),
    "notes": ("notes",),
    "comments": ("comments",),
}


class Asking:
    """Asks the index where things are, within the limits of one search."""

    def __init__(self, cursor: sqlite3.Cursor, excluded: str, scope: Scope, restriction: Restriction) -> None:
        self._cursor, self._excluded, self._scope = cursor, excluded, scope
        self._allowed = restriction.episodes
        # Who speaks is asked of the index itself, so episodes need not be told apart.
        self._is_split = self._allowed is not None and not restriction.speakers
        self._runs: Runs = [None]
        if self._allowed and self._is_split:
            self._runs = _runs(self._allowed)
        self._speakers = " OR ".join(
            "(" + " AND ".join(f'speakers : "{word}"' for word in name) + ")" for name in restriction.speakers
        )

    def speech(self, one: Sought) -> dict[int, float]:
        held: dict[int, float] = {}
        for weight in sorted({way.weight for way in one.ways}):  # the best way is written last and stays
            for episodes, ways in _by_episodes(way for way in one.ways if way.weight == weight):
                rows = self._newest_of_commonest(one, ways) or self._rows(expression_of(ways))
                if episodes is not None:
                    rows = [row for row in rows if row // ROOM in episodes]
                if held:
                    held.update(dict.fromkeys(rows, weight))
                else:
                    held = dict.fromkeys(rows, weight)
        return held

    def _newest_of_commonest(self, one: Sought, ways: list[Way]) -> list[int]:
        """Rows of the commonest words of a beginning, if those alone are more than are fetched; else none.

        For all of its words FTS5 brings all rows together before it tells the first (`the*`: 0.2 s).
        """
        is_free = self._allowed is None and not self._speakers and not self._excluded
        if not (is_free and one.rows >= 2 * FETCHED_IN_ALL and len(ways) == 1 and ways[0].begun):
            return []
        rows = self._rows(ways[0].expression_of_commonest)
        return rows if len(rows) >= FETCHED_IN_ALL else []

    def speech_beside(self, one: Sought, others: list[Sought]) -> dict[int, float]:
        beside = " OR ".join(other.expression for other in others)
        return dict.fromkeys(self._rows(f"{one.expression} AND ({beside})"), 1.0)

    def verbatim(self, sought: list[Sought], among: Set[int] | None) -> frozenset[int]:
        """Passages that hold the query word for word; `among` are those that have all its words (None = not known)."""
        words = [one.ways[0].terms[0] for one in sought if one.plain]
        if self._allowed is not None:
            among = None  # rows that a filter took away may have filled the list up before it was whole
        if not 2 <= len(words) == len(sought) or (among is not None and not among):
            return frozenset()
        runs = [(min(among) // ROOM, max(among) // ROOM)] if among else self._runs
        return frozenset(self._rows(f'"{" ".join(words[: OVERLAP + 1])}"', VERBATIM, runs))

    def _rows(self, expression: str, most: int = FETCHED_IN_ALL, runs: Runs | None = None) -> list[int]:
        match = f"({expression})"
        if self._scope == "transcript":
            match = f"words : {match}"
        if self._speakers:
            match = f"{match} AND ({self._speakers})"
        if self._excluded:
            match = f"({match}) NOT ({self._excluded})"
        found: list[int] = []
        for run in runs or self._runs:
            found += self._newest(match, run, most - len(found))
            if len(found) >= most:
                break
        if self._allowed is not None and (not self._is_split or len(self._runs) == MOST_RUNS):  # joined over gaps
            return [row for row in found if row // ROOM in self._allowed]
        return found

    def _newest(self, match: str, run: tuple[int, int] | None, most: int) -> list[int]:
        """The newest rows that match, of all episodes or of a run of them."""
        among, bounds = ("AND rowid BETWEEN ? AND ?", [run[0] * ROOM, run[1] * ROOM + ROOM - 1]) if run else ("", [])
        # All in one text: to fetch 20,000 rows singly takes twice as long.
        query = (
            "SELECT json_group_array(rowid) FROM (SELECT rowid FROM search_speech "  # noqa: S608 - a constant
            f"WHERE search_speech MATCH ? {among} ORDER BY rowid DESC LIMIT ?)"
        )
        (found,) = self._cursor.execute(query, [match, *bounds, most]).fetchone()
        numbers: list[int] = json.loads(found)
        return numbers

    def written(self, one: Sought) -> dict[int, float]:
        held: dict[int, float] = {}
        for column in reversed(_SCOPES[self._scope]):
            for episodes, ways in _by_episodes(one.ways):
                query = "SELECT rowid FROM search_about WHERE search_about MATCH ?"
                for (episode,) in self._cursor.execute(query, [f"{column} : {expression_of(ways)}"]):
                    if all(allowed is None or episode in allowed for allowed in (self._allowed, episodes)):
                        held[episode] = max(held.get(episode, 0.0), COLUMNS[column])
        return held


def _by_episodes(ways: Iterable[Way]) -> Iterable[tuple[frozenset[int] | None, list[Way]]]:
    """Group ways by where they count."""
    groups: dict[frozenset[int] | None, list[Way]] = {}
    for way in ways:
        groups.setdefault(way.episodes, []).append(way)
    return groups.items()


def _runs(episodes: frozenset[int]) -> list[tuple[int, int]]:
    """Runs of consecutive row numbers, the newest first; where there are very many, the nearest are joined."""
    runs: list[tuple[int, int]] = []
    for episode in sorted(episodes, reverse=True):
        if runs and episode == runs[-1][0] - 1:
            runs[-1] = (episode, runs[-1][1])
        else:
            runs.append((episode, episode))
    if len(runs) < MOST_RUNS:
        return runs
    gaps = sorted(range(1, len(runs)), key=lambda n: runs[n - 1][0] - runs[n][1], reverse=True)[: MOST_RUNS - 1]
    bounds = [0, *sorted(gaps), len(runs)]
    return [(runs[stop - 1][0], runs[start][1]) for start, stop in pairwise(bounds)]
