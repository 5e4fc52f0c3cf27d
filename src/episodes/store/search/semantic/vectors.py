"""The vectors beside the index: one for each passage, in bytes, made anew where the text has changed.

`search_meaning` is derived like the index and belongs to no migration; who never searches by meaning has no such table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from episodes.store.search.passages import cut, pack_starts, unpack_starts
from episodes.store.trouble import translated

if TYPE_CHECKING:
    from episodes.store.search.semantic.model import Model, Vectors

_TABLE = """
CREATE TABLE IF NOT EXISTS search_meaning (
    episode_id INTEGER PRIMARY KEY, digest TEXT NOT NULL, model TEXT NOT NULL,
    starts BLOB NOT NULL, vectors BLOB NOT NULL
)
"""
#: What was embedded: the transcript, and what was corrected in it.
_TEXTS = (
    "SELECT t.episode_id AS id, t.digest || '-' || coalesce(o.digest, '') AS digest "
    "FROM transcript t LEFT JOIN overlay o ON o.episode_id = t.episode_id"
)


@dataclass(frozen=True)
class Passages:
    """The passages of an episode: their first segments, and their vectors (bytes; only the direction counts)."""

    episode: int
    starts: list[int]
    vectors: Vectors


def is_there(cursor: sqlite3.Cursor) -> bool:
    return cursor.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_meaning'").fetchone() is not None


def waiting(cursor: sqlite3.Cursor, model: Model) -> list[int]:
    """Episodes whose text has no vectors of this model, or others than it had then."""
    if not is_there(cursor):
        return [row[0] for row in cursor.execute(f"SELECT id FROM ({_TEXTS})")]  # noqa: S608 - of constants
    query = (
        f"SELECT c.id FROM ({_TEXTS}) c LEFT JOIN search_meaning m ON m.episode_id = c.id "  # noqa: S608 - of constants
        "WHERE m.digest IS NOT c.digest OR m.model IS NOT ?"
    )
    return [row[0] for row in cursor.execute(query, [model.name])]


def load(cursor: sqlite3.Cursor, model: Model) -> Iterator[Passages]:
    """All vectors of this model that fit their text."""
    import numpy as np

    query = (
        f"SELECT m.episode_id, m.starts, m.vectors FROM search_meaning m JOIN ({_TEXTS}) c "  # noqa: S608 - of constants
        "ON c.id = m.episode_id AND c.digest = m.digest WHERE m.model = ?"
    )
    for episode, packed, vectors in cursor.execute(query, [model.name]):
        starts = list(unpack_starts(packed))
        if starts:
            rows = np.frombuffer(vectors, dtype=np.int8).reshape(len(starts), -1).astype(np.float32)
            yield Passages(episode, starts, rows / np.linalg.norm(rows, axis=1, keepdims=True))


def embed_waiting(path: Path, model: Model, told: Callable[[int, int], None]) -> int:
    """Make the vectors that are missing, an episode at a time, so that it can be broken off; returns how many.

    `told` hears how many episodes are done, of how many.
    """
    with translated(path), closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
        cursor = connection.cursor()
        cursor.execute(_TABLE)
        cursor.execute("DELETE FROM search_meaning WHERE episode_id NOT IN (SELECT episode_id FROM transcript)")
        episodes = waiting(cursor, model)
        for done, episode in enumerate(episodes):
            told(done, len(episodes))
            _embed(cursor, episode, model)
        told(len(episodes), len(episodes))
        return len(episodes)


def _embed(cursor: sqlite3.Cursor, episode: int, model: Model) -> None:
    import numpy as np

    cursor.execute("BEGIN")  # text and digest of one state; the model runs outside, so that nobody waits for it
    text = cursor.execute(f"SELECT digest FROM ({_TEXTS}) WHERE id = ?", [episode]).fetchone()  # noqa: S608
    query = "SELECT text FROM spoken WHERE episode_id = ? ORDER BY position"
    said = [row[0] for row in cursor.execute(query, [episode])]
    cursor.execute("COMMIT")
    if text is None:
        return
    starts = [passage.first for passage in cut((line, "", line) for line in said)]
    texts = [" ".join(said[first:end]) for first, end in zip(starts, [*starts[1:], len(said)], strict=True)]
    packed = b""
    if texts:
        vectors = model.embed(texts)
        packed = np.round(vectors * (127 / np.abs(vectors).max(axis=1, keepdims=True))).astype(np.int8).tobytes()
    cursor.execute(
        "INSERT OR REPLACE INTO search_meaning (episode_id, digest, model, starts, vectors) VALUES (?, ?, ?, ?, ?)",
        [episode, text[0], model.name, pack_starts(starts), packed],
    )
