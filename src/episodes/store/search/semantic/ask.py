"""Asking a catalogue by meaning: with words and vectors joined, or by likeness to a text or an episode."""

from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from episodes.core.errors import NotFound
from episodes.core.hits import Results
from episodes.core.query import Filters, Sort, parse_query
from episodes.store.search.semantic.fusion import DEPTH, fused
from episodes.store.search.semantic.nearest import Nearest
from episodes.store.search.semantic.vectors import is_there, load, waiting

if TYPE_CHECKING:
    from episodes.store.reader import Reader
    from episodes.store.search.semantic.model import Model, Vectors

HINT = "episodes search --index-semantic"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """How the answer should look; as for the word search."""

    filters: Filters = Filters()  # noqa: RUF009 - it cannot change
    sort: Sort = "best"
    limit: int = 10
    hits: int = 3
    context: int = 0


def search_meaning(reader: Reader, model: Model, text: str, asking: Asking) -> Results:
    """The word search's answer joined with what is meant alike; raises NotFound if nothing is indexed for it."""
    started = time.perf_counter()
    wide = max(DEPTH, asking.limit) if asking.limit else 0
    words = reader.search(text, filters=asking.filters, limit=wide, hits=asking.hits, context=asking.context)
    query = parse_query(text, asking.filters)
    if query.filters.scope not in ("all", "transcript") or query.is_empty:
        return replace(words, notes=(*words.notes, "only speech is searched by meaning"))
    with reader.reading() as (cursor, read):
        notes = _notes(cursor, model)
        vector = model.embed([" ".join(concept.typed for concept in query.concepts)])[0]
        nearest = Nearest(cursor, model, query, vector)
        near = nearest.candidates(read, hits=asking.hits, context=asking.context)
        found = fused(words, near, sort=asking.sort, limit=asking.limit, hits=asking.hits)
    return replace(found, notes=(*words.notes, *notes), seconds=time.perf_counter() - started)


def search_like(reader: Reader, model: Model, like: str, asking: Asking, guid: str = "") -> Results:
    """What is like a text, or like the episode `guid`, which is left out; raises NotFound as above."""
    started = time.perf_counter()
    with reader.reading() as (cursor, read):
        notes = _notes(cursor, model)
        episode, vector = _of_episode(cursor, model, guid) if guid else (0, model.embed([like])[0])
        nearest = Nearest(cursor, model, parse_query("", asking.filters), vector)
        near = nearest.candidates(read, hits=asking.hits, context=asking.context, without=episode)
        found = fused(Results(query=like), near, sort=asking.sort, limit=asking.limit, hits=asking.hits)
    return replace(found, notes=notes, seconds=time.perf_counter() - started)


def _notes(cursor: sqlite3.Cursor, model: Model) -> tuple[str, ...]:
    if not is_there(cursor):
        raise NotFound("nothing is indexed by meaning yet", hint=HINT)
    missing = len(waiting(cursor, model))
    some = "1 episode is" if missing == 1 else f"{missing} episodes are"
    return (f"{some} not indexed by meaning as the text is now: `{HINT}`",) if missing else ()


def _of_episode(cursor: sqlite3.Cursor, model: Model, guid: str) -> tuple[int, Vectors]:
    import numpy as np

    ids = [row[0] for row in cursor.execute("SELECT id FROM episode WHERE guid = ?", [guid])]
    for passages in load(cursor, model):
        if passages.episode in ids:
            mean = passages.vectors.mean(axis=0)
            vector: Vectors = mean / np.linalg.norm(mean)
            return passages.episode, vector
    raise NotFound(f"the episode {json.dumps(guid)} is not indexed by meaning", hint=HINT)
