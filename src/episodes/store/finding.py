"""From a path that a person gives to an open catalogue."""

from __future__ import annotations

from pathlib import Path

from episodes.config.stemming import read_stemming
from episodes.config.workspace import SETTINGS_FILE
from episodes.store.reader import Reader

DATABASE = "episodes.db"


def open_reader(path: Path) -> Reader:
    """Open the database at a path, or that of the workspace at or above a folder; an older one is migrated first."""
    database = _database(path)
    if database.exists() and not Reader.is_current(database):
        from episodes.store.catalogue import Catalogue  # loads the database libraries; needed once after an upgrade

        Catalogue.open(database).close()
    return Reader.open(database, stemming=read_stemming(database.with_name(SETTINGS_FILE)))


def _database(path: Path) -> Path:
    if not path.is_dir():
        return path
    folder = path.resolve()
    return next((f / DATABASE for f in (folder, *folder.parents) if (f / DATABASE).is_file()), folder / DATABASE)
