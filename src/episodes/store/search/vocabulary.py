"""The words of the catalogue: how common each is, which are forms of one another, look alike or sound alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from math import log

from episodes.core.forms import same_forms, stem
from episodes.core.sounds import sound

#: Words shorter than this are not corrected: everything is near them.
SHORTEST = 4


class Vocabulary:
    """Looks words up in the index; each answer is kept while the search lasts."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self._rows: dict[str, int] = {}

    def rows(self, term: str) -> int:
        """How many rows of the index hold the word."""
        if term not in self._rows:
            found = self._cursor.execute("SELECT rows FROM search_term WHERE term = ?", [term]).fetchone()
            self._rows[term] = found[0] if found else 0
        return self._rows[term]

    def holds(self, terms: Iterable[str]) -> bool:
        return all(self.rows(term) for term in terms)

    def starting(self, prefix: str) -> list[tuple[str, int]]:
        """All words that begin so, with their rows."""
        query = "SELECT term, rows FROM search_term WHERE term >= ? AND term < ?"
        return self._cursor.execute(query, [prefix, prefix + "\U0010ffff"]).fetchall()

    def forms(self, term: str, language: str) -> list[str]:
        """Other inflected forms of a word, the commonest first."""
        if len(term) < SHORTEST or not term.isalpha():
            return []
        is_form = same_forms(term, language)
        found = [
            (rows, other) for other, rows in self.starting(stem(term, language)) if other != term and is_form(other)
        ]
        return [other for _, other in sorted(found, reverse=True)[:8]]

    def similar(self, term: str, limit: int = 6) -> list[tuple[str, float]]:
        """Words that may have been meant by a misspelt or misheard one, with how near they are (0 to 1)."""
        if len(term) < SHORTEST or not term.isalpha():
            return []
        from rapidfuzz.distance import OSA  # 20 ms to load; needed only when a word is not found

        key = sound(term)
        alike = dict(self._cursor.execute("SELECT term, rows FROM search_term WHERE sound = ?", [key]).fetchall())
        room = 1 if len(term) < 7 else 2
        near = dict(
            self._cursor.execute(
                "SELECT term, rows FROM search_term WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
                [term[0], term[0] + "\U0010ffff", len(term) - room, len(term) + room],
            ).fetchall()
        )
        found: dict[str, float] = {}
        for other, rows in {**near, **alike}.items():
            distance = OSA.distance(term, other, score_cutoff=3)
            likeness = 1 - distance / max(len(term), len(other))
            if other in alike:
                likeness = min(0.98, likeness + 0.15)
            if other != term and likeness >= (0.6 if other in alike else 0.7) and other.isalpha():
                found[other] = likeness + 0.005 * min(10.0, log(rows))
        best = sorted(found, key=lambda other: (-found[other], other))[:limit]
        return [(other, min(1.0, found[other])) for other in best]
