"""In which episodes the inflected forms of each language count."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from episodes.core.forms import STEMMED
from episodes.core.stemming import parse_stemming

#: For each language the row numbers of the episodes, None for all.
Stemming = dict[str, frozenset[int] | None]


def read_stemming(cursor: sqlite3.Cursor, wanted: Mapping[str, str]) -> Stemming:
    """Find out from the languages of shows and transcripts, or from what the shows want (by short name)."""
    chosen = {slug: languages for slug, text in wanted.items() if (languages := parse_stemming(text)) is not None}
    tags = cursor.execute('SELECT DISTINCT language FROM "show" UNION SELECT language FROM transcript')
    spoken = {_base(tag) for (tag,) in tags}.intersection(STEMMED)
    if not chosen and len(spoken) < 2:
        return dict.fromkeys(spoken)
    return _by_language(cursor, _by_show(cursor, chosen))


def _by_show(cursor: sqlite3.Cursor, chosen: Mapping[str, tuple[str, ...]]) -> dict[int, set[str]]:
    by_show: dict[int, set[str]] = {}
    fixed = set()
    for id, slug, tag in cursor.execute('SELECT id, slug, language FROM "show"').fetchall():  # noqa: A001
        by_show[id] = set(chosen[slug]) if slug in chosen else {_base(tag)}
        fixed |= {id} if slug in chosen else set()
    query = "SELECT DISTINCT e.show_id, t.language FROM transcript t JOIN episode e ON e.id = t.episode_id"
    for id, tag in cursor.execute(query):  # noqa: A001
        if id not in fixed:
            by_show[id].add(_base(tag))
    return by_show


def _by_language(cursor: sqlite3.Cursor, by_show: Mapping[int, set[str]]) -> Stemming:
    shows: dict[str, list[int]] = defaultdict(list)
    for id, languages in by_show.items():  # noqa: A001
        for language in languages:
            shows[language].append(id)
    found: Stemming = {}
    for language in STEMMED:
        if len(shows[language]) == len(by_show):
            found[language] = None
        elif shows[language]:
            query = "SELECT id FROM episode WHERE show_id IN (SELECT value FROM json_each(?))"
            ids = cursor.execute(query, [json.dumps(shows[language])])
            found[language] = frozenset(id for (id,) in ids)  # noqa: A001
    return found


def _base(tag: str) -> str:
    return tag.partition("-")[0].lower()
