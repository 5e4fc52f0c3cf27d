"""The SQLAlchemy engine for a catalogue file: its settings, transactions, and how its form is brought up to date."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from episodes.core.errors import StoreError
from episodes.store.schema import HEAD, refuse_newer, schema_of
from episodes.store.trouble import store_error

#: Seconds that a writer waits for another one.
PATIENCE = 30.0


def make_engine(path: Path) -> Engine:
    """Make an engine whose transactions take the write lock at once, unless they have the option `reading`.

    Reading first and asking for the lock later fails with SQLITE_BUSY without waiting, see
    https://www.sqlite.org/lang_transaction.html.
    """
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    # sqlite3's own BEGIN comes too late and leaves DDL out of the transaction.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")


def _write_ahead(connection: Any) -> None:
    """Switch to write-ahead logging, which a database keeps from then on.

    Where several switch a new database at once SQLite does not let any wait, but reports all but one as busy
    (https://www.sqlite.org/c3ref/busy_handler.html tells of locks that wait for each other).
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's errors inside the block into StoreError."""
    try:
        yield
    except DBAPIError as error:
        raise store_error(error.orig or error, path) from error
    except sqlite3.Error as error:
        raise store_error(error, path) from error


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Create the tables, or migrate an older database after copying it; raises StoreError for a newer one."""
    with told(path):
        if (schema := _schema(engine)) == HEAD:
            return
        refuse_newer(schema, path.name)
        with engine.begin() as connection:  # the lock is ours: look again, another process may have been faster
            if (schema := schema_of(raw(connection))) == HEAD:
                return
            if schema is not None:
                _copy(path, path.with_name(f"{path.stem}-before-{HEAD}{path.suffix}"))
            _migrate(connection)


def raw(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection under an SQLAlchemy one, in the same transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _schema(engine: Engine) -> str | None:
    with closing(engine.raw_connection()) as connection:
        driver = connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return schema_of(driver)


def _copy(path: Path, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
        part.replace(target)
    except OSError as error:
        raise StoreError(
            f"{path.name} could not be copied before its upgrade: {error.strerror}",
            hint="free some space, then run the same command again",
        ) from error


def _migrate(connection: Connection) -> None:
    from alembic import command  # costs a tenth of a second; needed once in a database's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "episodes.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
