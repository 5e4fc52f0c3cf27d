"""Transactions of the catalogue, in which the search index follows what is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from episodes.core.errors import StoreError
from episodes.store import episodes
from episodes.store.closing import Closing
from episodes.store.engine import raw, told
from episodes.store.search import index
from episodes.store.search.tables import is_sound
from episodes.store.tables import EpisodeRow
from episodes.store.trouble import translated


class Transactions(Closing):
    """A database that is read and written in transactions, each on its own or as a part of a `together`.

    Subclasses say what is read and written: `_reading` and `_writing` give them the session, `_changing` also the
    episode that they change.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path
        self._index_follows = True
        self._shared: Session | None = None  # the transaction of a block `together`

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make what is written inside the block one transaction: all of it is kept or, if the block raises, nothing.

        Others wait meanwhile, so nothing slow belongs into the block.
        """
        with self._writing() as session:
            self._shared, outer = session, self._shared
            try:
                yield
            finally:
                self._shared = outer

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        if self._shared is not None:
            yield self._shared
            return
        with told(self.path), Session(self._engine.execution_options(reading=True)) as session, session.begin():
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self._shared is not None:
            with self._shared.begin_nested():  # what is refused inside a block leaves nothing of itself
                yield self._shared
            return
        try:
            with told(self.path), Session(self._engine, expire_on_commit=False) as session, session.begin():
                yield session
        except StoreError as error:
            # What is damaged below SQLAlchemy is nearly always the index, and that can be made anew from the rest.
            code = getattr(error.__cause__, "sqlite_errorcode", 0)
            if not isinstance(error.__cause__, sqlite3.Error) or code & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            self.reindex()
            raise StoreError(
                "the search index was damaged; it has been made anew", hint="run the same command again"
            ) from error

    @contextmanager
    def _changing(self, guid: str, show: str | None = None) -> Iterator[tuple[Session, EpisodeRow]]:
        """A transaction that changes an episode, after which the search index holds it as it then is."""
        with self._writing() as session:
            row = episodes.get_episode_row(session, guid, show)
            self._out_of_index(session, row)
            yield session, row
            self._into_index(session, row)

    def _out_of_index(self, session: Session, row: EpisodeRow) -> None:
        if self._index_follows:
            index.remove_episode(raw(session.connection()), episodes.row_id(row))

    def _into_index(self, session: Session, row: EpisodeRow) -> None:
        if self._index_follows:
            session.flush()
            index.add_episode(raw(session.connection()), episodes.row_id(row))

    # Search index

    def mend_index(self) -> None:
        """Make the search index anew if it is missing, of an older form, or does not fit the catalogue."""
        with self._reading() as session:
            if is_sound(raw(session.connection())):
                return
        self.reindex()

    def reindex(self) -> None:
        """Make the search index anew, in one transaction: searches see the old one until then."""
        with translated(self.path):
            index.rebuild_in(self.path)

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Let the index wait while many episodes are saved inside the block; it is made anew at the end.

        After a kill in between, the next opening finds that it does not fit and makes it anew.
        """
        self._index_follows = False
        try:
            yield
        finally:
            self._index_follows = True
            self.reindex()
