"""SQLite's complaints in words that a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from episodes.core.errors import StoreError

_WORDS = {
    sqlite3.SQLITE_FULL: (
        "the disk is full; {name} was not changed",
        "free some space, then run the same command again",
    ),
    sqlite3.SQLITE_BUSY: (
        "{name} is in use by another program",
        "wait for it to finish, then run the same command again",
    ),
    sqlite3.SQLITE_LOCKED: (
        "{name} is in use by another program",
        "wait for it to finish, then run the same command again",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "{name} is damaged",
        "`episodes doctor` looks closer; copies made before upgrades lie beside it",
    ),
    sqlite3.SQLITE_NOTADB: ("{name} is not a database", "name another workspace folder, or move the file away"),
    sqlite3.SQLITE_READONLY: ("{name} may not be written", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_PERM: ("{name} may not be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: ("{name} cannot be opened", "check that its folder exists and may be written"),
    sqlite3.SQLITE_IOERR: ("{name} cannot be read or written", "check the disk and its free space"),
    sqlite3.SQLITE_TOOBIG: ("a text is too long for {name}", "shorten it"),
}


def store_error(error: BaseException, path: Path) -> StoreError:
    """Say in words what SQLite reports of a database file."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by the module itself, without a code
        return StoreError(f"{path.name}: {error}")
    words, hint = _WORDS.get(code & 0xFF, ("{name}: " + str(error).replace("{", "{{").replace("}", "}}"), ""))
    return StoreError(words.format(name=path.name), hint=hint)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what goes wrong with a database file inside the block into StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(error, path) from error
