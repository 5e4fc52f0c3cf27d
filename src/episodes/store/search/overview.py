"""What a search has to know of the catalogue as a whole; it holds until somebody writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from episodes.store.search.stemming import Stemming, read_stemming
from episodes.store.search.tables import is_sound, plain


class Overview(NamedTuple):
    """How large a catalogue is, and whose word endings count where."""

    passages: int
    stemming: Stemming


def look_over(cursor: sqlite3.Cursor, wanted: Mapping[str, str]) -> Overview:
    """Look at the whole catalogue; `wanted` is what shows want of stemming, by short name."""
    (passages,) = cursor.execute("SELECT coalesce(sum(length(starts)) / 4, 0) FROM search_episode").fetchone()
    return Overview(max(1, passages), read_stemming(cursor, wanted))


class Lookout:
    """Looks at the catalogue again only if another connection has written; its own must only read."""

    def __init__(self, connection: sqlite3.Connection, wanted: Mapping[str, str]) -> None:
        self._connection, self._wanted = connection, wanted
        self._version: int | None = None
        self._overview: Overview | None = None

    def overview(self) -> Overview | None:
        """The catalogue as the transaction sees it that the caller began; None if the index does not fit it."""
        cursor = plain(self._connection)
        (version,) = cursor.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._overview = look_over(cursor, self._wanted) if is_sound(self._connection) else None
            self._version = version
        return self._overview
