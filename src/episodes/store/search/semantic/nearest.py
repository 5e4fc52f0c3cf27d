"""The passages whose meaning is nearest, and in each the sentences that are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from episodes.core.episode import Episode
from episodes.core.hits import Hit
from episodes.core.query import Query
from episodes.core.words import terms
from episodes.store.search.restriction import Restriction, restrict
from episodes.store.search.semantic.fusion import DEPTH, Candidate
from episodes.store.search.semantic.vectors import Passages, load
from episodes.store.search.snippets import cut_snippet
from episodes.store.search.spots import Line, Page

if TYPE_CHECKING:
    from episodes.store.search.semantic.model import Model, Vectors

#: Segments that are read at one glance: about two sentences.
GLANCE = 4
#: Spots of an episode: each has to be read again, to find its sentences.
SPOTS, MOST_SPOTS = 2, 10
Loader = Callable[[list[int]], dict[int, tuple[Episode, str]]]


@dataclass(frozen=True)
class _Near:
    """A passage that is near, and how near (cosine)."""

    episode: int
    first: int
    end: int
    nearness: float


class Nearest:
    """One question, as a vector; the connection is inside a read transaction."""

    def __init__(self, cursor: sqlite3.Cursor, model: Model, query: Query, vector: Vectors) -> None:
        self._cursor, self._model, self._query, self._vector = cursor, model, query, vector
        self._restriction: Restriction = restrict(cursor, query.filters)

    def candidates(self, read: Loader, *, hits: int, context: int, without: int = 0) -> list[Candidate]:
        """The nearest episodes; `without` leaves one out, by row number."""
        by_episode = {
            passages.episode: self._best(passages, hits)
            for passages in load(self._cursor, self._model)
            if passages.episode != without and self._may_answer(passages.episode)
        }
        order = sorted(by_episode, key=lambda one: -by_episode[one][0].nearness)[:DEPTH]
        loaded = read(order)
        return [Candidate(*loaded[one], partial(self._hits, by_episode[one], context)) for one in order]

    def _hits(self, near: list[_Near], context: int) -> tuple[Hit, ...]:
        return tuple(hit for one in near if (hit := self._hit(one, context)) is not None)

    def _may_answer(self, episode: int) -> bool:
        return self._restriction.episodes is None or episode in self._restriction.episodes

    def _best(self, passages: Passages, hits: int) -> list[_Near]:
        nearness = passages.vectors @ self._vector
        ends = [*passages.starts[1:], 2**31]
        best = nearness.argsort()[::-1][: min(hits, SPOTS) if hits else MOST_SPOTS]
        return [_Near(passages.episode, passages.starts[n], ends[n], float(nearness[n])) for n in best]

    def _hit(self, near: _Near, context: int) -> Hit | None:
        lines = self._lines(near)
        if not lines or self._is_excluded(lines):
            return None
        page = Page(lines)
        glances = [range(n, min(n + GLANCE, len(lines))) for n in range(0, max(1, len(lines) - 1), GLANCE - 1)]
        texts = [" ".join(lines[n].text for n in glance) for glance in glances]
        best = glances[int((self._model.embed(texts) @ self._vector).argmax())]
        first, last = page.begin(best.start), page.begin(best.stop) - 1 if best.stop < len(lines) else len(page.words)
        snippet = cut_snippet(page, range(len(lines)), first, max(first, last), context=context)
        line = lines[best.start]
        return Hit(
            snippet=snippet.text,
            at=line.start,
            end=lines[snippet.last].end,
            speaker=line.speaker,
            segment=line.position,
            score=round(near.nearness, 3),
        )

    def _lines(self, near: _Near) -> list[Line]:
        """The lines of a passage that may answer; those without a word have nothing to show."""
        rows = self._cursor.execute(
            'SELECT position, text, speaker, start, "end" FROM spoken '
            "WHERE episode_id = ? AND position >= ? AND position < ? ORDER BY position",
            [near.episode, near.first, near.end],
        )
        return [line for line in map(Line._make, rows) if self._restriction.speaks(line.speaker) and terms(line.text)]

    def _is_excluded(self, lines: list[Line]) -> bool:
        said = " ".join(word for line in lines for word in terms(line.text))
        return any(f" {' '.join(wording.terms)} " in f" {said} " for wording in self._query.excluded)
