"""The tables of the search index: made, looked at for soundness, and thrown away however damaged they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

#: Changes whenever the same catalogue would be indexed otherwise; an index of another form is made anew.
FORM = 1

_TABLES = """
CREATE VIRTUAL TABLE search_speech USING fts5(words, speakers, content='', columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE search_about USING fts5(
    title, people, notes, comments, content='', columnsize=0, tokenize='ascii'
);
CREATE TABLE search_term (term TEXT PRIMARY KEY, rows INTEGER NOT NULL, sound TEXT) WITHOUT ROWID;
CREATE INDEX search_term_sound ON search_term (sound) WHERE sound IS NOT NULL;
CREATE TABLE search_episode (
    episode_id INTEGER PRIMARY KEY, digest TEXT NOT NULL, starts BLOB NOT NULL, people TEXT NOT NULL
);
CREATE TABLE search_form (form INTEGER NOT NULL);
"""
_VIRTUAL = "search_speech", "search_about"
_PLAIN = "search_term", "search_episode", "search_form"
_SHADOWS = tuple(f"{table}_{part}" for table in _VIRTUAL for part in ("data", "idx", "content", "docsize", "config"))
DIGESTS = """
SELECT e.id, e.digest || '-' || coalesce(t.digest, '') || '-' || coalesce(o.digest, '') AS digest
FROM episode e LEFT JOIN transcript t ON t.episode_id = e.id LEFT JOIN overlay o ON o.episode_id = e.id
"""
_STALE = f"""
SELECT 1 FROM ({DIGESTS}) c LEFT JOIN search_episode s ON s.episode_id = c.id WHERE s.digest IS NOT c.digest
UNION ALL SELECT 1 FROM search_episode WHERE episode_id NOT IN (SELECT id FROM episode)
UNION ALL SELECT 1 FROM search_episode WHERE NOT EXISTS (SELECT 1 FROM search_term) AND length(starts) > 0 LIMIT 1
"""  # noqa: S608 - made of constants


class IndexDamaged(Exception):
    """The index contradicts itself; it has to be made anew."""


def is_sound(connection: sqlite3.Connection) -> bool:
    """Tell whether the index is there, of this form, and made from what the catalogue holds now."""
    cursor = plain(connection)
    try:
        form = cursor.execute("SELECT form FROM search_form").fetchone()
        if form is None or form[0] != FORM:
            return False
        stale = cursor.execute(_STALE).fetchone()
    except sqlite3.DatabaseError as error:
        if is_damage(error):  # tables that are missing too
            return False
        raise
    return stale is None


def is_there(cursor: sqlite3.Cursor) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE name = 'search_form'"
    return cursor.execute(query).fetchone() is not None


def create(cursor: sqlite3.Cursor, *, by_force: bool = False) -> None:
    """Make the tables anew, empty."""
    if by_force:
        tear_out(cursor)
    else:
        discard(cursor)
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            cursor.execute(statement)


def finish(cursor: sqlite3.Cursor) -> None:
    """Write down that the index is complete."""
    cursor.execute("INSERT INTO search_form VALUES (?)", [FORM])


def discard(cursor: sqlite3.Cursor) -> None:
    """Throw the tables away; fails where pages of theirs cannot be read, for SQLite walks through what it drops."""
    for table in (*_VIRTUAL, *_PLAIN):
        try:
            cursor.execute(f"DROP TABLE IF EXISTS {table}")
        except sqlite3.DatabaseError:  # a full-text table must be understood to be dropped
            tear_out(cursor, [table])
    for table in _SHADOWS:
        cursor.execute(f"DROP TABLE IF EXISTS {table}")


def tear_out(cursor: sqlite3.Cursor, tables: Sequence[str] = (*_VIRTUAL, *_PLAIN, *_SHADOWS)) -> None:
    """Strike tables out of the schema, unread; their pages stay in the file until VACUUM.

    The way that SQLite leaves for repairs: https://www.sqlite.org/pragma.html#pragma_writable_schema.
    It refuses that in a transaction in which it has met a page that it cannot read.
    """
    cursor.execute("PRAGMA writable_schema = ON")
    try:
        marks = ", ".join("?" * len(tables))
        cursor.execute(f"DELETE FROM sqlite_schema WHERE tbl_name IN ({marks})", tables)  # noqa: S608 - question marks
    finally:
        cursor.execute("PRAGMA writable_schema = RESET")


@contextmanager
def dropped_if_damaged(cursor: sqlite3.Cursor) -> Iterator[None]:
    """Throw the index away if it turns out to be damaged: saving goes on, and who searches next makes it anew."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        discard(cursor)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error of the index tells that its tables do not hold what they should."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)


def plain(connection: sqlite3.Connection) -> Any:
    """A cursor whose rows are tuples, whatever the connection's owner likes them to be."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor
