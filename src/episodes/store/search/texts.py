"""The texts that the index points at: passages, what is written about episodes, and when words are spoken."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from episodes.core.hits import Place
from episodes.store.search.candidates import Window
from episodes.store.search.passages import unpack_starts
from episodes.store.search.restriction import Restriction
from episodes.store.search.snippets import time_of_word
from episodes.store.search.spots import Line, Page
from episodes.store.search.tables import IndexDamaged

#: Segments that are read before a passage, and of the next one.
BEFORE, AFTER = 3, 5


class Texts:
    """Reads texts from the catalogue; what other people say than those asked for is left out."""

    def __init__(self, cursor: sqlite3.Cursor, restriction: Restriction) -> None:
        self._cursor, self._restriction = cursor, restriction

    def pages(self, windows: list[Window]) -> list[tuple[Window, Page]]:
        starts = self._starts({window.episode for window in windows})
        if any(window.number >= len(starts.get(window.episode, ())) for window in windows):
            raise IndexDamaged
        return [(window, Page(self._lines(window, starts[window.episode]))) for window in windows]

    def written(self, episode: int) -> list[tuple[Place, Page]]:
        """What is written about an episode, by place."""
        return [(place, Page(lines)) for place, lines in self._written_lines(episode)]

    def _starts(self, episodes: set[int]) -> dict[int, list[int]]:
        query = "SELECT episode_id, starts FROM search_episode WHERE episode_id IN (SELECT value FROM json_each(?))"
        rows = self._cursor.execute(query, [json.dumps(sorted(episodes))])
        return {episode: list(unpack_starts(packed)) for episode, packed in rows}

    def _lines(self, window: Window, starts: list[int]) -> list[Line]:
        """The passage with a little of what comes before, to begin a sentence, and of what follows."""
        first = starts[window.number] - BEFORE
        last = starts[window.number + 1] + AFTER if window.number + 1 < len(starts) else 2**31
        rows = self._cursor.execute(
            'SELECT position, text, speaker, start, "end" FROM spoken '
            "WHERE episode_id = ? AND position BETWEEN ? AND ? ORDER BY position",
            [window.episode, first, last],
        )
        if self._restriction.speakers:
            return [Line._make(row) for row in rows if self._restriction.speaks(row[2])]
        return [Line._make(row) for row in rows]

    def _written_lines(self, episode: int) -> list[tuple[Place, list[Line]]]:
        row = self._cursor.execute(
            "SELECT title, original_title, number_label, number, credits, summary, notes, chapters, comments "
            "FROM episode WHERE id = ?",
            [episode],
        ).fetchone()
        if row is None:
            raise IndexDamaged
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

    def time_of(self, episode: int, line: Line, word: int) -> float | None:
        """When a segment's how many-eth word is spoken; where words have no times, when the segment begins."""
        query = "SELECT words FROM spoken WHERE episode_id = ? AND position = ?"
        (words,) = self._cursor.execute(query, [episode, line.position]).fetchone()
        exact = time_of_word(words, word)
        return line.start if exact is None else exact

    def dates(self, episodes: Iterable[int]) -> dict[int, str]:
        query = "SELECT id, published_at FROM episode WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._cursor.execute(query, [json.dumps(list(episodes))]).fetchall())
