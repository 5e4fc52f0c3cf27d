"""Answering a search: what is looked for, where the index has it, and the best spots in their words."""

from __future__ import annotations

import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable

from episodes.core.episode import Episode
from episodes.core.hits import Results
from episodes.core.query import MOST, Filters, Query, parse_query, taken_apart
from episodes.store.search.candidates import Window, best_windows
from episodes.store.search.evidence import Evidence, gather, keep_only, telling
from episodes.store.search.found import Found, Wish
from episodes.store.search.overview import Overview
from episodes.store.search.restriction import restrict
from episodes.store.search.showing import Showing
from episodes.store.search.sought import Sought, Way, add_similar, sought_in
from episodes.store.search.spots import Glass
from episodes.store.search.tables import IndexDamaged
from episodes.store.search.texts import Texts
from episodes.store.search.vocabulary import Vocabulary

#: Passages whose text is read, at least.
READ = 40
#: Passages whose text is read where all spots or all episodes are wanted.
ALL = 5000
#: The share of what is looked for that may be missing beside places that have it all.
MAY_MISS = 0.3


class Search:
    """One search in a catalogue; the connection is inside a read transaction."""

    def __init__(self, cursor: sqlite3.Cursor, text: str, filters: Filters, wish: Wish, overview: Overview) -> None:
        self._cursor, self._wish, self._overview = cursor, wish, overview
        self._query = parse_query(text, filters)
        self._vocabulary = Vocabulary(cursor)
        self._restriction = restrict(cursor, self._query.filters)
        self._texts = Texts(cursor, self._restriction)
        self._sought: list[Sought] = []
        self._glass = Glass([])

    def results(self, load: Callable[[list[int]], dict[int, tuple[Episode, str]]]) -> Results:
        """Answer; `load` brings episodes, with their show's title, by row number."""
        started = time.perf_counter()
        found, evidence, relaxed = self._find()
        showing = Showing(self._texts, self._sought, self._glass, self._wish)
        groups = showing.grouped(found)
        shown = groups[: self._wish.limit or None]
        episodes = load([group[0].episode for group in shown])
        hits = tuple(showing.episode_hits(group, episodes[group[0].episode], evidence) for group in shown)
        replaced = self._replaced(found)
        return Results(
            query=self._query.text,
            episodes=hits,
            total=len(evidence.whole | {group[0].episode for group in groups}),
            total_is_exact=evidence.is_complete,
            relaxed=relaxed,
            replaced=replaced,
            did_you_mean=_respelt(self._query.text, replaced),
            notes=self._notes(),
            seconds=time.perf_counter() - started,
        )

    def _notes(self) -> tuple[str, ...]:
        ignored = [f"'{ignored}' says nothing" for ignored in self._query.ignored]
        cut = [f"only the first {MOST} words were looked for"] if self._query.is_cut else []
        return (*self._restriction.notes, *ignored, *cut)

    # Finding

    def _find(self) -> tuple[list[Found], Evidence, bool]:
        """Look for all things as they were typed; then, where some are missing, for what may have been meant."""
        self._sought = self._things(self._query)
        found, evidence = self._look()
        is_apart = False
        if not found and (apart := taken_apart(self._query)).concepts != self._query.concepts:
            self._sought, is_apart = self._things(apart), True
            found, evidence = self._look()
        if not self._is_whole(found) and self._respell(found):
            found, evidence = self._look()
        whole = self._is_whole(found)
        return self._near_enough(found, whole=whole), evidence, bool(found) and (is_apart or not whole)

    def _near_enough(self, found: list[Found], *, whole: bool) -> list[Found]:
        """Where all words are found somewhere, few may be missing elsewhere; else the best decide."""
        if whole:
            return [one for one in found if self._share_missing(one) <= MAY_MISS]
        best = max((one.score for one in found), default=0.0)
        return [one for one in found if one.score >= 0.5 * best]

    def _share_missing(self, found: Found) -> float:
        return sum(self._sought[thing].weight for thing in self._glass.missing(found.spot)) / self._glass.whole

    def _things(self, query: Query) -> list[Sought]:
        passages, stemming = self._overview
        return sought_in(query, self._vocabulary, stemming=stemming, passages=passages)

    def _look(self) -> tuple[list[Found], Evidence]:
        evidence = gather(self._cursor, self._sought, self._excluded(), self._query.filters.scope, self._restriction)
        self._distrust(evidence)
        if self._wish.sort != "best" and evidence.whole:
            keep_only(evidence, set(self._by_date(evidence.whole)[: self._wish.limit or None]))
        each = self._wish.hits + 1 if self._wish.hits else ALL
        count = max(READ, self._wish.limit * 4) if self._wish.hits and self._wish.limit else ALL
        windows = best_windows(self._sought, evidence, count=count, each=each)
        self._glass = Glass(self._sought)
        found = self._read(windows) + self._read_written(evidence, self._glass.whole)
        if not found:  # no word that tells anything is there: then those that are there have to do
            self._glass = Glass(self._sought, by_any=True)
            found = self._read(windows) + self._read_written(evidence, 0.0)
        return self._with_required(found), evidence

    def _distrust(self, evidence: Evidence) -> None:
        """Raise IndexDamaged if a word is nowhere that the index itself counts among its words."""
        filters = self._query.filters
        if filters != Filters() or self._query.excluded or not self._sought:
            return
        rarest = min(range(len(self._sought)), key=lambda number: self._sought[number].rows)
        one = self._sought[rarest]
        is_counted = one.plain and self._vocabulary.rows(one.ways[0].terms[0]) > 0
        if is_counted and not evidence.speech[rarest] and not evidence.written[rarest]:
            raise IndexDamaged

    def _by_date(self, episodes: set[int]) -> list[int]:
        dates = self._texts.dates(episodes)
        return sorted(dates, key=lambda episode: dates[episode], reverse=self._wish.sort == "new")

    def _excluded(self) -> str:
        return " OR ".join(Way(wording.terms, prefix=wording.prefix).expression for wording in self._query.excluded)

    def _read(self, windows: list[Window]) -> list[Found]:
        found = []
        for window, page in self._texts.pages(windows):
            floor = 0.35 * window.score
            spots = self._glass.spots(page, window.episode)
            found += [Found(window.episode, floor + 0.65 * spot.score, spot, page) for spot in spots]
        return found

    def _read_written(self, evidence: Evidence, whole: float) -> list[Found]:
        """Spots in title, people, notes and comments, where those hold most of a whole."""
        worth: dict[int, float] = defaultdict(float)
        for one, written in zip(self._sought, evidence.written, strict=True):
            for episode, share in written.items():
                worth[episode] += one.weight * share
        enough = sorted((e for e in worth if worth[e] >= 0.5 * whole), key=lambda e: -worth[e])[:20]
        found = []
        for episode in enough:
            for place, page in self._texts.written(episode):
                if self._query.filters.scope in ("all", place):
                    spots = self._glass.spots(page, episode)[:1]
                    found += [Found(episode, 0.65 * s.score + 0.35 * worth[episode], s, page, place) for s in spots]
        return found

    def _with_required(self, found: list[Found]) -> list[Found]:
        needed = {n for n, one in enumerate(self._sought) if one.required}
        return [one for one in found if needed <= set(one.spot.held)] if needed else found

    # Judging

    def _is_whole(self, found: list[Found]) -> bool:
        return any(not self._glass.missing(one.spot) for one in found)

    def _respell(self, found: list[Found]) -> bool:
        """Let other words stand in for rare ones that are not beside the rest; tells whether there are any."""
        best = max(found, key=lambda one: one.score, default=None)
        missing = self._glass.missing(best.spot) if best else sorted(telling(self._sought))
        # A word that is said now and then is no misspelling, it is just not said here.
        rare = [self._sought[n] for n in missing if self._sought[n].rows <= max(3, self._overview.passages // 50_000)]
        doubtful = [one for one in rare if one.plain and not one.corrected]
        return bool(sum(add_similar(one, self._vocabulary, self._overview.passages) for one in doubtful))  # all of them

    def _replaced(self, found: list[Found]) -> tuple[tuple[str, str], ...]:
        best = max(found, key=lambda one: one.score, default=None)
        if best is None:
            return ()
        used = {}
        for thing, match in sorted(best.spot.held.items()):
            typed = self._sought[thing].corrected.get(match.way.terms[0])
            if typed:
                used[self._sought[thing].typed] = match.way.terms[0]
        return tuple(used.items())


def _respelt(text: str, replaced: tuple[tuple[str, str], ...]) -> str:
    for typed, found in replaced:
        text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", found, text)
    return text if replaced else ""
