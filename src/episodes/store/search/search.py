"""Answering a search: what is looked for, where the index has it, and the best spots in their words."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from episodes.core.episode import Episode
from episodes.core.forms import STEMMED
from episodes.core.hits import EpisodeHits, Hit, Place, Results
from episodes.core.query import Concept, Filters, Query, Sort, Wording, parse_query
from episodes.store.search.candidates import Evidence, Window, best_windows, gather
from episodes.store.search.passages import unpack_starts
from episodes.store.search.restriction import restrict
from episodes.store.search.snippets import cut_snippet, line_of, time_of_word
from episodes.store.search.sought import Sought, Way, add_similar, sought_in, weigh
from episodes.store.search.spots import Glass, Line, Match, Spot
from episodes.store.search.vocabulary import Vocabulary

#: Passages whose text is read, at least.
READ = 60


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How the answer should look."""

    sort: Sort = "best"
    limit: int = 10  #: episodes
    hits: int = 3  #: spots of each episode; 0 = all
    context: int = 0  #: more sentences on either side of a snippet


@dataclass(frozen=True)
class _Found:
    """A spot, before its snippet is cut."""

    episode: int
    score: float
    spot: Spot
    lines: list[Line]
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
        self._sought: list[Sought] = []

    def results(self, load: Callable[[list[int]], dict[int, tuple[Episode, str]]]) -> Results:
        """Answer; `load` brings episodes, with their show's title, by row number."""
        started = time.perf_counter()
        found, evidence, relaxed = self._find()
        groups = self._grouped(found)
        shown = groups[: self._wish.limit]
        episodes = load([group[0].episode for group in shown])
        hits = tuple(self._episode_hits(group, episodes[group[0].episode], evidence) for group in shown)
        replaced = self._replaced(found)
        return Results(
            query=self._query.text,
            episodes=hits,
            total=len(groups),
            total_is_exact=len(found) < READ,
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
        if self._is_whole(found):
            return self._only_whole(found), evidence, False
        if any(one.required for one in self._sought) and not found:
            self._sought = self._things(_unquoted(self._query))
            found, evidence = self._look()
        if self._respell(found):
            found, evidence = self._look()
        whole = self._is_whole(found)
        return (self._only_whole(found) if whole else found), evidence, bool(found) and not whole

    def _things(self, query: Query) -> list[Sought]:
        return sought_in(query, self._vocabulary, languages=self._languages(), passages=self._passages)

    def _languages(self) -> tuple[str, ...]:
        tags = self._cursor.execute('SELECT DISTINCT language FROM "show" UNION SELECT language FROM transcript')
        known = {tag.partition("-")[0].lower() for (tag,) in tags}
        return tuple(language for language in STEMMED if language in known)

    def _look(self) -> tuple[list[_Found], Evidence]:
        evidence = gather(self._cursor, self._sought, self._excluded(), self._query.filters.scope, self._restriction)
        each = self._wish.hits + 1 if self._wish.hits else 1000
        count = max(READ, self._wish.limit * 4) if self._wish.hits else 1000
        windows = best_windows(self._sought, evidence, count=count, each=each)
        glass = Glass(self._sought)
        found = self._read(windows, glass, evidence) + self._read_written(evidence, glass)
        return self._with_required(found), evidence

    def _excluded(self) -> str:
        return " OR ".join(Way(wording.terms, prefix=wording.prefix).expression for wording in self._query.excluded)

    def _read(self, windows: list[Window], glass: Glass, evidence: Evidence) -> list[_Found]:
        starts = self._starts({window.episode for window in windows})
        found = []
        for window in windows:
            lines = self._lines(window, starts[window.episode])
            floor = 0.35 * window.score
            found += [_Found(window.episode, floor + 0.65 * spot.score, spot, lines) for spot in glass.spots(lines)]
        return found

    def _starts(self, episodes: set[int]) -> dict[int, list[int]]:
        query = "SELECT episode_id, starts FROM search_episode WHERE episode_id IN (SELECT value FROM json_each(?))"
        rows = self._cursor.execute(query, [json.dumps(sorted(episodes))])
        return {episode: list(unpack_starts(packed)) for episode, packed in rows}

    def _lines(self, window: Window, starts: list[int]) -> list[Line]:
        first = starts[max(0, window.number - 1)]
        after = window.number + 2
        last = starts[after] - 1 if after < len(starts) else 2**31
        rows = self._cursor.execute(
            'SELECT position, text, speaker, start, "end" FROM segment '
            "WHERE episode_id = ? AND position BETWEEN ? AND ? ORDER BY position",
            [window.episode, first, last],
        )
        return [Line(*row) for row in rows if self._restriction.speaks(row[2])]

    def _read_written(self, evidence: Evidence, glass: Glass) -> list[_Found]:
        """Spots in title, people, notes and comments, where those hold most of what is looked for."""
        worth: dict[int, float] = defaultdict(float)
        for one, written in zip(self._sought, evidence.written, strict=True):
            for episode, share in written.items():
                worth[episode] += one.weight * share
        enough = sorted((e for e in worth if worth[e] >= 0.5 * glass.whole), key=lambda e: -worth[e])[:20]
        found = []
        for episode in enough:
            for place, lines in self._written_lines(episode):
                if self._query.filters.scope in ("all", place):
                    spots = glass.spots(lines)[:1]
                    found += [_Found(episode, 0.65 * s.score + 0.35 * worth[episode], s, lines, place) for s in spots]
        return found

    def _written_lines(self, episode: int) -> list[tuple[Place, list[Line]]]:
        row = self._cursor.execute(
            "SELECT title, original_title, number_label, number, credits, summary, notes, chapters, comments "
            "FROM episode WHERE id = ?",
            [episode],
        ).fetchone()
        title, original, label, number, credits, summary, notes, chapters, comments = row  # noqa: A001
        head = f"{label or number}. {title}" if label or number is not None else title
        people = ", ".join(credit["name"] for credit in json.loads(credits))
        said = [f"{c['author']}: {c['text']}" for c in json.loads(comments) if c.get("approved")]
        marks = [chapter["title"] + "." for chapter in json.loads(chapters)]
        texts: list[tuple[Place, list[str]]] = [
            ("title", [head + ".", original + "." if original and original != title else "", people]),
            ("notes", [summary, *notes.splitlines(), *marks]),
            ("comments", said),
        ]
        return [(place, [Line(n, text) for n, text in enumerate(parts) if text]) for place, parts in texts]

    def _with_required(self, found: list[_Found]) -> list[_Found]:
        needed = {n for n, one in enumerate(self._sought) if one.required}
        return [one for one in found if needed <= set(one.spot.held)] if needed else found

    # Judging

    def _is_whole(self, found: list[_Found]) -> bool:
        return any(not self._missing(one) for one in found)

    def _missing(self, found: _Found) -> list[int]:
        """Things that are not at the spot though they tell something."""
        glass = Glass(self._sought)
        return [n for n, one in enumerate(self._sought) if n not in found.spot.held and glass.is_telling(n)]

    def _only_whole(self, found: list[_Found]) -> list[_Found]:
        return found

    def _respell(self, found: list[_Found]) -> bool:
        best = max(found, key=lambda one: one.score, default=None)
        missing = set(self._missing(best)) if best else set(range(len(self._sought)))
        missing |= {n for n, one in enumerate(self._sought) if one.rows == 0}
        changed = False
        for number in missing:
            if self._sought[number].plain:
                changed |= add_similar(self._sought[number], self._vocabulary)
                if self._sought[number].rows == 0:
                    self._weigh_unknown(self._sought[number])
        return changed

    def _weigh_unknown(self, one: Sought) -> None:
        """A word that is nowhere tells as much as the best of what it may stand for."""
        known = replace(one, ways=[way for way in one.ways if self._vocabulary.holds(way.terms)][:1])
        if known.ways:
            weigh(known, self._vocabulary, self._passages)
            one.rows, one.weight = known.rows, known.weight

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
        dates = self._dates(list(by_episode))
        if self._wish.sort == "best":
            return sorted(groups, key=lambda g: (round(_worth(g), 2), dates[g[0].episode]), reverse=True)
        return sorted(groups, key=lambda g: dates[g[0].episode], reverse=self._wish.sort == "new")

    def _dates(self, episodes: list[int]) -> dict[int, str]:
        query = "SELECT id, published_at FROM episode WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._cursor.execute(query, [json.dumps(episodes)]).fetchall())

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
        glass = Glass(self._sought)
        matches = [match for match in glass.matches(found.lines, names=False)]
        marks = {m.word: len(m.way.terms) for m in matches if self._is_marked(m, matches, glass)}
        first = min((m.word for m in found.spot.held.values() if m.spoken), default=found.spot.first)
        number, word = line_of(found.lines, first)
        line = found.lines[number]
        snippet = cut_snippet(found.lines, first, found.spot.last, lambda n: marks.get(n, 0), self._wish.context)
        at = line.start
        if found.place == "transcript":
            at = self._exact(found.episode, line, word)
        return Hit(
            snippet=snippet.text,
            marks=snippet.marks,
            place=found.place,
            at=at,
            end=found.lines[snippet.last].end,
            speaker=line.speaker,
            segment=line.position if found.place == "transcript" else None,
            score=round(found.score, 3),
            missing=tuple(self._sought[n].typed for n in self._missing(found)),
        )

    def _exact(self, episode: int, line: Line, word: int) -> float | None:
        query = "SELECT words FROM segment WHERE episode_id = ? AND position = ?"
        (words,) = self._cursor.execute(query, [episode, line.position]).fetchone()
        exact = time_of_word(words, word)
        return line.start if exact is None else exact

    def _is_marked(self, match: Match, matches: list[Match], glass: Glass) -> bool:
        """Common words are marked only next to another that is looked for."""
        if glass.is_telling(match.thing):
            return True
        return any(abs(other.word - match.word) == 1 and abs(other.thing - match.thing) == 1 for other in matches)


def _worth(group: list[_Found]) -> float:
    return group[0].score + sum(0.05 * other.score for other in group[1:3])


def _overlap(one: _Found, other: _Found) -> bool:
    if one.place != other.place:
        return False
    return _lines_of(one) & _lines_of(other) != set()


def _lines_of(found: _Found) -> set[int]:
    first, _ = line_of(found.lines, found.spot.first)
    last, _ = line_of(found.lines, found.spot.last)
    return {line.position for line in found.lines[first : last + 1]}


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
        text = text.replace(typed, found)
    return text if replaced else ""
