"""A workspace and what everything else stands on: its settings, its records, its media."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from episodes.core.errors import StoreError

if TYPE_CHECKING:
    from episodes.config.settings import Config
    from episodes.config.workspace import Workspace
    from episodes.core.progress import Report
    from episodes.media.resting import Resting
    from episodes.store.catalogue import Catalogue
    from episodes.store.reader import Reader
    from episodes.workflow.keeping import Keeper
    from episodes.workflow.ports import Converter, Master, MediaStorage, Prober
    from episodes.workflow.shows import ShowBook


class Ground:
    """The workspace at hand."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._closing: list[Catalogue | Reader] = []

    def close(self) -> None:
        while self._closing:
            self._closing.pop().close()

    @cached_property
    def config(self) -> Config:
        from episodes.config.settings import Config, load_config  # `search` seldom needs to know

        return load_config(self.workspace.settings) if self.workspace.settings.exists() else Config()

    @cached_property
    def catalogue(self) -> Catalogue:
        from episodes.store.catalogue import Catalogue  # SQLModel: over a second; `search` must not pay for it

        self._refuse_emptied()
        catalogue = Catalogue.open(self.workspace.database)
        self._closing.append(catalogue)
        return catalogue

    @cached_property
    def reader(self) -> Reader:
        """The light way to read; a database of an older version is migrated first."""
        from episodes.config.stemming import read_stemming
        from episodes.store.reader import Reader

        self._refuse_emptied()
        if self.workspace.database.exists() and not Reader.is_current(self.workspace.database):
            _ = self.catalogue
        reader = Reader.open(self.workspace.database, stemming=read_stemming(self.workspace.settings))
        self._closing.append(reader)
        return reader

    def _refuse_emptied(self) -> None:
        """Raise StoreError for a database without a byte where there are episodes' files.

        In a new workspace, such a file is what a command leaves that was killed while it made the database.
        """
        database, made = self.workspace.database, self.workspace.has_files_of_episodes
        if database.is_file() and not database.stat().st_size and made():
            raise StoreError(
                f"{database.name} is empty, and {self.workspace.media} or {self.workspace.feeds} is not: it is damaged",
                hint="put a copy of it back; to begin anew, move it away (`episodes import` brings in an export)",
            )

    def fresh_reader(self) -> Reader:
        """The light way to read, where a new workspace may have no database yet."""
        if not self.workspace.database.exists():
            _ = self.catalogue
        return self.reader

    @cached_property
    def shows(self) -> ShowBook:
        from episodes.workflow.shows import ShowBook

        mirrored = self.fresh_reader().list_shows()
        return ShowBook.open(self.workspace.settings, self.config, lambda: self.catalogue, mirrored)

    @cached_property
    def storage(self) -> MediaStorage:
        from episodes.media.folder import FolderStorage

        return FolderStorage(self.workspace.media)

    @cached_property
    def work(self) -> Path:
        """The folder for unfinished downloads, swept of what killed processes left there."""
        from episodes.workflow.keeping import clear_abandoned

        clear_abandoned(self.workspace.work)
        return self.workspace.work

    @cached_property
    def prober(self) -> Prober:
        from episodes.media.probe import AvProber

        return AvProber()

    @cached_property
    def converter(self) -> Converter:
        from episodes.media.convert import AvConverter

        return AvConverter()

    @cached_property
    def master(self) -> Master:
        from episodes.media.mastering import AvMaster

        return AvMaster()

    @cached_property
    def resting(self) -> Resting:
        """Hosts that asked to be left alone, whatever it was that they were asked for."""
        from episodes.media.resting import Resting

        return Resting()

    def keeper(self, report: Report | None) -> Keeper:
        from episodes.workflow.keeping import Keeper

        return Keeper(
            prober=self.prober, converter=self.converter, storage=self.storage, master=self.master, report=report
        )

    def counts(self) -> dict[str, int]:
        """How many episodes each show has."""
        if not self.workspace.database.exists():
            return {}
        return dict(Counter(episode.show for episode in self.reader.list_episodes()))

    def test_database(self) -> str:
        if not self.workspace.database.exists():
            return "not there yet; the first `episodes add` makes it"
        mended = "; its search index did not fit and has been made anew" if self.reader.examine() else ""
        counts = self.counts()
        return f"{sum(counts.values())} episodes of {len(counts)} shows{mended}"
