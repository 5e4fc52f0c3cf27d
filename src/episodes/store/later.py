"""Fields that are read when somebody asks for them: of many rows hardly any is looked at closely."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from episodes.core.errors import StoreError
from episodes.store.trouble import translated

#: What tells a row, and that it is still the one that was read before.
Key = tuple[Any, ...]


class Later:
    """A field that is read, with the others of its row, when it is first asked for; what was set stands."""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, value: Any, _kind: type | None = None) -> Any:
        if value is None:
            return self
        held = value.__dict__
        held.update({**held["_rest"](held["_key"]), **held})
        return held[self._name]


class Rows:
    """Reads rests of rows one by one, of the state of the catalogue in which the rows themselves were read."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._cursor = connection.cursor()
        self._cursor.row_factory = None
        self._path = path

    def all(self, query: str, *given: object) -> list[tuple[Any, ...]]:
        return self._cursor.execute(query, given).fetchall()

    def later(self, query: str, read: Callable[[Sequence[Any]], Mapping[str, Any]]) -> Callable[[Key], dict[str, Any]]:
        """A way to get the rest of a row by its key; raises StoreError if it was changed or taken out meanwhile."""

        def rest(key: Key) -> dict[str, Any]:
            with translated(self._path):
                row = self._cursor.execute(query, key).fetchone()
            if row is None:
                raise StoreError("an episode was changed while it was read", hint="run the same command again")
            return dict(read(row))

        return rest
