"""Which form of the database this program writes, and how to tell the form of a file; plain sqlite3."""

from __future__ import annotations

import sqlite3

from episodes.core.errors import StoreError

#: The newest migration in `migrations/versions`; a test holds the two equal.
HEAD = "0004"
#: All migrations this program knows, oldest first.
KNOWN = ("0001", "0002", "0003", "0004")


def schema_of(connection: sqlite3.Connection) -> str | None:
    """Tell the form of an open database; None = an empty file.

    Raises StoreError for a database that another program made.
    """
    cursor = connection.cursor()
    cursor.row_factory = None  # whatever the connection's owner likes its rows to be
    tables = {name for (name,) in cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    if not {"alembic_version", "episode", "show"} <= tables:
        raise StoreError("the file is a database of another program", hint="name another workspace folder")
    row = cursor.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def refuse_newer(schema: str | None, name: str) -> None:
    """Raise StoreError if the database was written by a later version of this program."""
    if schema is not None and schema not in KNOWN:
        raise StoreError(
            f"{name} was written by a newer version of this program (schema {schema}; this one knows up to {HEAD})",
            hint="upgrade: pip install --upgrade episodes",
        )
