"""Reading transcripts over plain sqlite3, as the machine made them and as people corrected them.

Both are kept as rows, so nothing here knows how corrections work.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from episodes.core.transcript import Transcript
from episodes.store.transcript_values import read_segment, read_transcript


def dictionaries(connection: sqlite3.Connection) -> sqlite3.Cursor:
    """A cursor whose rows are dictionaries, whatever the connection's owner likes them to be."""
    cursor = connection.cursor()
    cursor.row_factory = _as_dict
    return cursor


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> dict[str, Any]:
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def load_machine(cursor: sqlite3.Cursor, episode_id: int) -> Transcript | None:
    return _load(cursor, episode_id, "segment")


def load_spoken(cursor: sqlite3.Cursor, episode_id: int) -> Transcript | None:
    """The transcript with its effective text."""
    return _load(cursor, episode_id, "spoken")


def _load(cursor: sqlite3.Cursor, episode_id: int, table: str) -> Transcript | None:
    head = cursor.execute("SELECT * FROM transcript WHERE episode_id = ?", [episode_id]).fetchone()
    if head is None:
        return None
    rows = cursor.execute(f"SELECT * FROM {table} WHERE episode_id = ? ORDER BY position", [episode_id])  # noqa: S608 - one of two constants
    return read_transcript(head, tuple(read_segment(row) for row in rows))
