"""A database that is only read: opened through plain sqlite3, seen state by state, and examined."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from episodes.core.errors import NotFound, StoreError
from episodes.store.closing import Closing
from episodes.store.schema import HEAD, refuse_newer, schema_of
from episodes.store.search.tables import is_damage, is_sound
from episodes.store.trouble import translated


class ReadOnly(Closing):
    """A connection that only reads; what is read inside one block is of one state, whatever is written meanwhile."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @staticmethod
    def is_current(path: Path) -> bool:
        """Tell whether a database has the form that this program reads; if not, `Catalogue.open` brings it there."""
        connection = connect(path)
        try:
            with translated(path):
                return schema_of(connection) == HEAD
        finally:
            connection.close()

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the database for all that is read inside the block."""
        with translated(self.path):
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Read one state of the catalogue inside the block, searches apart, while nobody who writes has to wait.

        Where the file system has no room for WAL, readers would hold up writers, and the block reads state by state.
        """
        with translated(self.path):
            answered = self._connection.execute("PRAGMA journal_mode").fetchone()
        with self._reading() if answered["journal_mode"] == "wal" else nullcontext():
            yield

    def look_again(self) -> None:
        """Inside `one_state`, go on with the state that the catalogue is in by now."""
        with translated(self.path):
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
                self._connection.execute("BEGIN")

    def reindex(self) -> None:
        """Make the search index anew, through a connection of its own that may write."""
        from episodes.store.search.index import rebuild_in

        with translated(self.path):
            rebuild_in(self.path)

    def examine(self) -> bool:
        """Look through the whole database; tells whether the index had to be made anew for it to be sound.

        Raises StoreError where the catalogue itself is damaged.
        """
        with translated(self.path):
            if is_sound(self._connection) and self._damage() is None:
                return False
            self.reindex()
            if damage := self._damage():
                raise StoreError(
                    f"{self.path.name} is damaged: {damage}", hint="copies made before upgrades lie beside it"
                )
            return True

    def _damage(self) -> str | None:
        try:
            rows = self._connection.execute("PRAGMA quick_check").fetchall()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return str(error)
        told = [line for row in rows for line in str(row["quick_check"]).splitlines() if not line.startswith("***")]
        # Pages that nothing uses are what is left of an index that was struck out; they cost only room.
        return next((line for line in told if line != "ok" and "never used" not in line), None)


def connect(path: Path) -> sqlite3.Connection:
    """Open a database for reading, each row a dictionary; NotFound if there is none."""
    if not path.is_file():
        raise NotFound(f"there is no catalogue at {path}", hint="episodes add SOURCE")
    with translated(path):
        connection = _connect_read_only(path)
    connection.row_factory = _as_dict
    return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError:
        # A folder that may not be written has no place for WAL's side files; nobody can be writing there either.
        connection.close()
        if path.with_name(path.name + "-wal").exists():
            raise
        connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> dict[str, Any]:
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def require_current(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NotFound or StoreError where a database is empty or of another form than this program reads."""
    schema = schema_of(connection)
    refuse_newer(schema, path.name)
    if schema is None:
        raise NotFound(f"{path.name} holds no catalogue yet", hint="episodes add SOURCE")
    if schema != HEAD:
        raise StoreError(
            f"{path.name} was written by an older version of this program (schema {schema}; this one reads {HEAD})",
            hint="episodes list",
        )
