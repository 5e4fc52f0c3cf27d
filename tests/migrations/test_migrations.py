"""The migrations lead to the tables, and older, newer and foreign databases are treated as they should be."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from episodes.core.errors import StoreError
from episodes.store import schema
from episodes.store.catalogue import Catalogue


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "episodes.db"


def test_migrations_lead_to_the_tables(path: Path):
    Catalogue.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        ours = {"include_object": lambda _o, name, kind, *_: kind != "table" or not str(name).startswith("search_")}
        differences = compare_metadata(MigrationContext.configure(connection, opts=ours), SQLModel.metadata)
    engine.dispose()

    assert differences == []


def test_the_program_knows_its_own_migrations():
    config = Config()
    config.set_main_option("script_location", "episodes.store:migrations")
    script = ScriptDirectory.from_config(config)

    assert script.get_current_head() == schema.HEAD
    assert [step.revision for step in script.walk_revisions()] == list(reversed(schema.KNOWN))


def test_a_newer_database_is_refused_in_words(path: Path):
    Catalogue.open(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StoreError, match="newer version") as caught:
        Catalogue.open(path)

    assert "upgrade" in caught.value.hint


def test_another_programs_database_is_left_alone(path: Path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE recipe (name)")

    with pytest.raises(StoreError, match="another program"):
        Catalogue.open(path)


def test_opening_at_once_from_many_sides_makes_one_database(path: Path):
    troubles: list[BaseException] = []

    def opened() -> None:
        try:
            Catalogue.open(path).close()
        except BaseException as error:  # noqa: BLE001 - reported below
            troubles.append(error)

    threads = [threading.Thread(target=opened) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert troubles == []


def test_an_existing_database_is_copied_before_it_is_migrated(path: Path, monkeypatch: pytest.MonkeyPatch):
    """Seen from a program that knows one step more."""
    from episodes.store import engine

    Catalogue.open(path).close()
    monkeypatch.setattr(engine, "HEAD", "0999")
    monkeypatch.setattr(engine, "_migrate", lambda _connection: None)

    Catalogue.open(path).close()

    copy = path.with_name("episodes-before-0999.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (schema.HEAD,)
