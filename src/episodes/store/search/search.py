"""Answering a search: what is looked for, where the index has it, and the best spots in their words."""

from __future__ import annotations

import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from episodes.core.episode import Episode
from episodes.core.forms import STEMMED
from episodes.core.hits import EpisodeHits, Hit, Place, Results
from episodes.core.query import Concept, Filters, Query, Sort, Wording, parse_query
from episodes.store.search.candidates import Evidence, Window, best_windows, gather, keep_only, telling
from episodes.store.search.restriction import restrict
from episodes.store.search.snippets import cut_snippet
from episodes.store.search.sought import Sought, Way, add_similar, sought_in
from episodes.store.search.spots import Glass, Page, Spot
from episodes.store.search.tables import IndexDamaged
from episodes.store.search.texts import Texts
from episodes.store.search.vocabulary import Vocabulary

#: Passages whose text is read, at least.
READ = 40
#: Passages whose text is read where all spots or all episodes are wanted.
ALL = 5000
#: The share of what is looked for that may be missing beside places that have it all.
MAY_MISS = 0.3


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How the answer should look."""

    sort: Sort = "best"
    limit: int = 10  #: episodes; 0 = all
    hits: int = 3  #: spots of each episode; 0 = all
    context: int = 0  #: more sentences on either side of a snippet


@dataclass(frozen=True)
class _Found:
    """A spot, before its snippet is cut."""

    episode: int
    score: float
    spot: Spot
    page: Page
    place: Place = "transcript"


class Search:
    """One search in a catalogue; the connection is inside a read transaction."""

    def __init__(self, cursor: sqlite3.Cursor, text: str, filters: Filters, wish: Wish) -> None:
        self._cursor, self._wish = cursor, wish
        self._query = parse_query(text, filters)
        self._vocabulary = Vocabulary(cursor)
        (size,) = cursor.execute("SELECT coalesce(sum(length(starts)) / 4, 0) FROM search_episode").fetchone()
        self._passages = max(1, size)
        self._restriction = restrict(cursor, self._query.filters)
        self._texts = Texts(cursor, self._restriction)
        self._sought: list[Sought] = []
        self._glass = Glass([])

    def results(self, load: Callable[[list[int]], dict[int, tuple[Episode, str]]]) -> Results:
        """Answer; `load` brings episodes, with their show's title, by row number."""
        started = time.perf_counter()
        found, evidence, relaxed = self._find()
        groups = self._grouped(found)
        shown = groups[: self._wish.limit or None]
        episodes = load([group[0].episode for group in shown])
        hits = tuple(self._episode_hits(group, episodes[group[0].episode], evidence) for group in shown)
        replaced = self._replaced(found)
        return Results(
            query=self._query.text,
            episodes=hits,
            total=len(evidence.whole | {group[0].episode for group in groups}),
            total_is_exact=evidence.is_complete,
            relaxed=relaxed,
            replaced=replaced,
            did_you_mean=_respelt(self._query.text, replaced),
            notes=tuple(self._restriction.notes + [f"'{ignored}' says nothing" for ignored in self._query.ignored]),
            seconds=time.perf_counter() - started,
        )

    # Finding

    def _find(self) -> tuple[list[_Found], Evidence, bool]:
        """Look for all things as they were typed; then, where some are missing, for what may have been meant."""
        self._sought = self._things(self._query)
        found, evidence = self._look()
        unquoted = False
        if not found and any(one.required for one in self._sought):
            self._sought, unquoted = self._things(_unquoted(self._query)), True
            found, evidence = self._look()
        if not self._is_whole(found) and self._respell(found):
            found, evidence = self._look()
        whole = self._is_whole(found)
        return self._near_enough(found, whole=whole), evidence, bool(found) and (unquoted or not whole)

    def _near_enough(self, found: list[_Found], *, whole: bool) -> list[_Found]:
        """Where all words are found somewhere, few may be missing elsewhere; else the best decide."""
        if whole:
            return [one for one in found if self._share_missing(one) <= MAY_MISS]
        best = max((one.score for one in found), default=0.0)
        return [one for one in found if one.score >= 0.5 * best]

    def _share_missing(self, found: _Found) -> float:
        return sum(self._sought[thing].weight for thing in self._missing(found)) / self._glass.whole

    def _things(self, query: Query) -> list[Sought]:
        return sought_in(query, self._vocabulary, languages=self._languages(), passages=self._passages)

    def _languages(self) -> tuple[str, ...]:
        tags = self._cursor.execute('SELECT DISTINCT language FROM "show" UNION SELECT language FROM transcript')
        known = {tag.partition("-")[0].lower() for (tag,) in tags}
        return tuple(language for language in STEMMED if language in known)

    def _look(self) -> tuple[list[_Found], Evidence]:
        evidence = gather(self._cursor, self._sought, self._excluded(), self._query.filters.scope, self._restriction)
        self._distrust(evidence)
        if self._wish.sort != "best":
            keep_only(evidence, set(self._by_date(evidence.whole)[: self._wish.limit or None]))
        each = self._wish.hits + 1 if self._wish.hits else ALL
        count = max(READ, self._wish.limit * 4) if self._wish.hits and self._wish.limit else ALL
        windows = best_windows(self._sought, evidence, count=count, each=each)
        self._glass = Glass(self._sought)
        found = self._read(windows) + self._read_written(evidence)
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

    def _read(self, windows: list[Window]) -> list[_Found]:
        found = []
        for window, page in self._texts.pages(windows):
            floor = 0.35 * window.score
            found += [_Found(window.episode, floor + 0.65 * spot.score, spot, page) for spot in self._glass.spots(page)]
        return found

    def _read_written(self, evidence: Evidence) -> list[_Found]:
        """Spots in title, people, notes and comments, where those hold most of what is looked for."""
        worth: dict[int, float] = defaultdict(float)
        for one, written in zip(self._sought, evidence.written, strict=True):
            for episode, share in written.items():
                worth[episode] += one.weight * share
        enough = sorted((e for e in worth if worth[e] >= 0.5 * self._glass.whole), key=lambda e: -worth[e])[:20]
        found = []
        for episode in enough:
            for place, page in self._texts.written(episode):
                if self._query.filters.scope in ("all", place):
                    spots = self._glass.spots(page)[:1]
                    found += [_Found(episode, 0.65 * s.score + 0.35 * worth[episode], s, page, place) for s in spots]
        return found

    def _with_required(self, found: list[_Found]) -> list[_Found]:
        needed = {n for n, one in enumerate(self._sought) if one.required}
        return [one for one in found if needed <= set(one.spot.held)] if needed else found

    # Judging

    def _is_whole(self, found: list[_Found]) -> bool:
        return any(not self._missing(one) for one in found)

    def _missing(self, found: _Found) -> list[int]:
        """Things that are not at the spot though they tell something."""
        return [n for n, one in enumerate(self._sought) if n not in found.spot.held and self._glass.is_telling(n)]

    def _respell(self, found: list[_Found]) -> bool:
        """Let other words stand in for rare ones that are not beside the rest; tells whether there are any."""
        best = max(found, key=lambda one: one.score, default=None)
        missing = self._missing(best) if best else sorted(telling(self._sought))
        # A word that is said now and then is no misspelling, it is just not said here.
        rare = [self._sought[n] for n in missing if self._sought[n].rows <= max(3, self._passages // 50_000)]
        doubtful = [one for one in rare if one.plain and not one.corrected]
        return bool(sum(add_similar(one, self._vocabulary, self._passages) for one in doubtful))  # all of them

    def _replaced(self, found: list[_Found]) -> tuple[tuple[str, str], ...]:
        best = max(found, key=lambda one: one.score, default=None)
        if best is None:
            return ()
        used = {}
        for thing, match in sorted(best.spot.held.items()):
            typed = self._sought[thing].corrected.get(match.way.terms[0])
            if typed:
                used[self._sought[thing].typed] = match.way.terms[0]
        return tuple(used.items())

    # Showing

    def _grouped(self, found: list[_Found]) -> list[list[_Found]]:
        by_episode: dict[int, list[_Found]] = defaultdict(list)
        for one in sorted(found, key=lambda one: -one.score):
            group = by_episode[one.episode]
            if all(not _overlap(one, other) for other in group):
                group.append(one)
        groups = list(by_episode.values())
        dates = self._texts.dates(by_episode)
        if self._wish.sort == "best":
            return sorted(groups, key=lambda g: (round(_worth(g), 2), dates[g[0].episode]), reverse=True)
        return sorted(groups, key=lambda g: dates[g[0].episode], reverse=self._wish.sort == "new")

    def _episode_hits(self, group: list[_Found], loaded: tuple[Episode, str], evidence: Evidence) -> EpisodeHits:
        episode, show_title = loaded
        shown = group[: self._wish.hits] if self._wish.hits else group
        rarest = max(range(len(self._sought)), key=lambda n: self._sought[n].weight)
        spots = evidence.density[rarest][group[0].episode] if evidence.density else 0
        hits = tuple(self._hit(one) for one in shown)
        return EpisodeHits(
            episode=episode, show_title=show_title, hits=hits, score=_worth(group), spots=max(len(group), spots)
        )

    def _hit(self, found: _Found) -> Hit:
        page = found.page
        first = min((m.word for m in found.spot.held.values() if m.spoken), default=found.spot.first)
        number = page.line_of(first)
        line = page.lines[number]
        around = page.around(first, found.spot.last, lines=6 + 3 * self._wish.context)
        skipped = page.begin(around.start)
        marks = self._marks(page.words[skipped : page.begin(around.stop)])
        snippet = cut_snippet(
            page.lines[around.start : around.stop],
            first - skipped,
            found.spot.last - skipped,
            lambda word: marks.get(word, 0),
            self._wish.context,
        )
        at = line.start
        if found.place == "transcript":
            at = self._texts.time_of(found.episode, line, first - page.begin(number))
        return Hit(
            snippet=snippet.text,
            marks=snippet.marks,
            place=found.place,
            at=at,
            end=page.lines[around.start + snippet.last].end,
            speaker=line.speaker,
            segment=line.position if found.place == "transcript" else None,
            score=round(found.score, 3),
            missing=tuple(self._sought[n].typed for n in self._missing(found)),
        )

    def _marks(self, words: list[str]) -> dict[int, int]:
        """How many words to mark, by the word at which they begin; common words only beside another that is sought."""
        matches = self._glass.matches(words)
        at: dict[int, set[int]] = defaultdict(set)
        for match in matches:
            at[match.word].add(match.thing)
        return {
            match.word: len(match.way.terms)
            for match in matches
            if self._glass.is_telling(match.thing)
            or match.thing + 1 in at.get(match.word + 1, ())
            or match.thing - 1 in at.get(match.word - 1, ())
        }


def _worth(group: list[_Found]) -> float:
    return group[0].score + sum(0.05 * other.score for other in group[1:3])


def _overlap(one: _Found, other: _Found) -> bool:
    if one.place != other.place:
        return False
    here, there = (found.page.stretch(found.spot.first, found.spot.last) for found in (one, other))
    return here.start < there.stop and there.start < here.stop


def _unquoted(query: Query) -> Query:
    """The same words, without their quotes."""
    concepts: list[Concept] = []
    for concept in query.concepts:
        if all(wording.quoted for wording in concept.wordings):
            words = [word for wording in concept.wordings for word in wording.terms]
            concepts += [Concept(wordings=(Wording(terms=(word,)),), typed=word) for word in words]
        else:
            concepts.append(concept)
    return replace(query, concepts=tuple(concepts))


def _respelt(text: str, replaced: tuple[tuple[str, str], ...]) -> str:
    for typed, found in replaced:
        text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", found, text)
    return text if replaced else ""
