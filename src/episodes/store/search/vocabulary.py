"""The words of the catalogue: how common each is, which are forms of one another, look alike or sound alike."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from math import log

from episodes.core.forms import same_forms, stem
from episodes.core.sounds import sound
from episodes.core.words import LONGEST

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

    def are_said(self, terms: tuple[str, ...]) -> bool:
        """Tell whether words stand in a row somewhere."""
        query = "SELECT rowid FROM search_speech WHERE search_speech MATCH ? LIMIT 1"
        return self._cursor.execute(query, ['"' + " ".join(terms) + '"']).fetchone() is not None

    def starting(self, prefix: str) -> list[tuple[str, int]]:
        """All words that begin so, with their rows."""
        query = "SELECT term, rows FROM search_term WHERE term >= ? AND term < ?"
        return self._cursor.execute(query, [prefix, prefix + "\U0010ffff"]).fetchall()

    def forms(self, term: str, language: str) -> list[str]:
        """Other inflected forms of a word, the commonest first."""
        if not SHORTEST <= len(term) <= LONGEST or not term.isalpha():
            return []
        is_form = same_forms(term, language)
        found = [
            (rows, other) for other, rows in self.starting(stem(term, language)) if other != term and is_form(other)
        ]
        return [other for _, other in sorted(found, reverse=True)[:8]]

    def similar(self, term: str, limit: int = 6) -> list[tuple[str, float]]:
        """Words that may have been meant by a misspelt or misheard one, with how near they are (0 to 1)."""
        if not SHORTEST <= len(term) <= LONGEST or not term.isalpha():
            return []
        from rapidfuzz import process  # 20 ms to load; needed only when a word is not found
        from rapidfuzz.distance import OSA

        room = 1 if len(term) < 7 else 2
        query = "SELECT term, rows FROM search_term WHERE sound = ? AND abs(length(term) - ?) <= 2"
        alike = dict(self._cursor.execute(query, [sound(term), len(term)]).fetchall())
        commoner = 3 * self.rows(term)
        # All in one text: to fetch thousands of words singly takes twice as long.
        query = (
            "SELECT json_group_array(term) FROM search_term "
            "WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? AND rows > ?"
        )
        bounds = [term[0], term[0] + "\U0010ffff", len(term) - room, len(term) + room, commoner]
        (near,) = self._cursor.execute(query, bounds).fetchone()
        furthest = 3 * (len(term) + room) // 10  # changes of letters; with more, no word is like it enough
        close = process.extract(term, json.loads(near), scorer=OSA.distance, score_cutoff=furthest, limit=None)
        found: dict[str, float] = {}
        for other, rows in {**{other: self.rows(other) for other, _, _ in close}, **alike}.items():
            likeness = 1 - OSA.distance(term, other) / max(len(term), len(other))
            if likeness >= (0.5 if other in alike else 0.7) and rows > commoner and other.isalpha():
                heard = 0.15 if other in alike else 0.0
                found[other] = min(0.98, likeness + heard) + 0.005 * min(10.0, log(rows))
        best = sorted(found, key=lambda other: (-found[other], other))[:limit]
        return [(other, min(1.0, found[other])) for other in best]
