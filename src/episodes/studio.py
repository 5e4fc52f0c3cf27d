"""Config in, working parts out: the only file that names adapters, each made at first use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from episodes.config.workspace import Workspace, find_workspace
from episodes.core.errors import UsageError

if TYPE_CHECKING:
    from episodes.config.settings import Config
    from episodes.core.check.online import Address, Answer
    from episodes.core.progress import Report
    from episodes.llm.chat import ChatModel
    from episodes.media.needs import Need
    from episodes.speech.shelf import Shelf
    from episodes.store.catalogue import Catalogue
    from episodes.store.reader import Reader
    from episodes.web.serve import PreviewServer
    from episodes.workflow.add import Adder
    from episodes.workflow.build import Builder
    from episodes.workflow.captions_first import CaptionTaker
    from episodes.workflow.check import Checker
    from episodes.workflow.export import Exporter
    from episodes.workflow.import_export import ExportReader
    from episodes.workflow.import_feed import Importer
    from episodes.workflow.joining import Joiner
    from episodes.workflow.keeping import Keeper
    from episodes.workflow.mastering import Mastering
    from episodes.workflow.match import Matcher
    from episodes.workflow.pages import PageAdder
    from episodes.workflow.ports import (
        Converter,
        Cutter,
        Documents,
        Downloader,
        Master,
        MediaStorage,
        Prober,
        Transcriber,
    )
    from episodes.workflow.shows import ShowBook
    from episodes.workflow.sync import Syncer


class Studio:
    """The parts of one workspace.

    Heavy libraries load when a part is first asked for, so that `search` and `list` pay for none.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._closing: list[Catalogue | Reader] = []

    @classmethod
    @contextmanager
    def open(cls, folder: Path) -> Iterator[Studio]:
        """Open the workspace at or above a folder; raises UsageError if there is none."""
        workspace = find_workspace(folder)
        if workspace is None:
            raise UsageError(
                f"{folder} is no workspace, nor is any folder above it",
                hint="`episodes init` makes one here; `episodes add SOURCE` does so too",
            )
        studio = cls(workspace)
        try:
            yield studio
        finally:
            studio.close()

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

        catalogue = Catalogue.open(self.workspace.database)
        self._closing.append(catalogue)
        return catalogue

    @cached_property
    def reader(self) -> Reader:
        """The light way to read; a database of an older version is migrated first."""
        from episodes.config.stemming import read_stemming
        from episodes.store.reader import Reader

        if self.workspace.database.exists() and not Reader.is_current(self.workspace.database):
            _ = self.catalogue
        reader = Reader.open(self.workspace.database, stemming=read_stemming(self.workspace.settings))
        self._closing.append(reader)
        return reader

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

    def downloader(self, typed: Iterable[str] = ()) -> Downloader:
        """The chooser among sources.

        A person who types an address means that host, private or not; what feeds and pages name is guarded.
        """
        from episodes.media.downloads import Downloads

        settings = self.config.download
        return Downloads(allow_hosts=self._hosts(typed), cookies=settings.cookies, proxy=settings.proxy)

    def _hosts(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Hosts that may be asked although they are private: those of the settings, and those a person typed."""
        meant = [
            f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
            for parts in map(urlsplit, typed)
            if parts.hostname
        ]
        return (*self.config.download.allow_hosts, *meant)

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
    def cutter(self) -> Cutter:
        from episodes.media.clipping import AvCutter

        return AvCutter()

    @cache  # noqa: B019  # a studio lives as long as its command; a model is loaded once
    def transcriber(self, *, model: str = "", engine: str = "", language: str = "") -> Transcriber:
        """The recogniser that the settings, or these words of the command line, ask for."""
        wanted = self.config.transcription
        engine, model, language = engine or wanted.engine, model or wanted.model, language or wanted.language
        if engine == "remote":
            return self._remote_transcriber(model, language)
        from episodes.speech.whisper import Whisper  # loads a model runtime

        folder = self.workspace.models
        if engine == "auto":
            return Whisper(model, language=language, models_folder=folder)
        return Whisper(model, language=language, models_folder=folder, engine=engine)  # type: ignore[arg-type]

    def _remote_transcriber(self, model: str, language: str) -> Transcriber:
        import os

        from episodes.speech.remote import RemoteTranscriber

        wanted = self.config.transcription
        if not wanted.url or model == "auto":
            raise UsageError(
                "the remote engine needs a server and a model",
                hint='in episodes.toml: [transcription] url = "http://127.0.0.1:8000/v1", model = "…"',
            )
        key = os.environ.get(wanted.key_env, "") if wanted.key_env else ""
        return RemoteTranscriber(url=wanted.url, model=model, key=key, language=language)

    def chat_model(self) -> ChatModel:
        """The language model that the settings name; raises UsageError if they name none."""
        import os

        from episodes.llm.chat import ChatModel

        wanted = self.config.summaries
        if not wanted.url or not wanted.model:
            raise UsageError(
                "no language model is set, and nothing is made up without one",
                hint='in episodes.toml: [summaries] url = "http://127.0.0.1:11434/v1", model = "…"',
            )
        return ChatModel(url=wanted.url, model=wanted.model, key=os.environ.get(wanted.key_env, ""))

    @cached_property
    def shelf(self) -> Shelf:
        from episodes.speech.shelf import Shelf

        return Shelf(self.workspace.models)

    def takes_proposals(self, show: str) -> bool:
        """Tell whether proposals by machine go into the record at once: as the show says, else as the workspace."""
        own = self.config.shows[show].accept_proposals if show in self.config.shows else None
        return self.config.summaries.accept if own is None else own

    def pick_model(self) -> tuple[str, str]:
        """Name the model that would be used without being asked, and why; nothing is downloaded."""
        from episodes.speech.models import find_model

        model = find_model(
            self.config.transcription.model,
            language=self.config.transcription.language,
            folder=self.workspace.models,
            pull=False,
        )
        return model.name, model.reason

    def site_needs(self, site: str) -> Iterable[Need]:
        from episodes.media.needs import needs_of

        settings = self.config.download
        return needs_of(site, cookies=settings.cookies, proxy=settings.proxy)

    def counts(self) -> dict[str, int]:
        """How many episodes each show has."""
        if not self.workspace.database.exists():
            return {}
        return dict(Counter(episode.show for episode in self.reader.list_episodes()))

    def test_database(self) -> str:
        if not self.workspace.database.exists():
            return "not there yet; the first `episodes add` makes it"
        counts = self.counts()
        return f"{sum(counts.values())} episodes of {len(counts)} shows"

    def keeper(self, report: Report | None) -> Keeper:
        from episodes.workflow.keeping import Keeper

        return Keeper(
            prober=self.prober, converter=self.converter, storage=self.storage, master=self.master, report=report
        )

    def documents(self, typed: Iterable[str] = ()) -> Documents:
        """The reader of feeds, pages and caption files."""
        from episodes.media.documents import WebDocuments

        return WebDocuments(allow_hosts=self._hosts(typed), proxy=self.config.download.proxy)

    def caption_taker(self, *, typed: Iterable[str] = (), automatic: bool = False) -> CaptionTaker:
        """What takes captions of a source for the transcript."""
        from episodes.speech.fitting import VoiceFitter
        from episodes.workflow.captions_first import CaptionTaker

        return CaptionTaker(
            catalogue=self.catalogue,
            documents=self.documents(typed),
            downloader=self.downloader(typed),
            storage=self.storage,
            fitter=VoiceFitter(),
            automatic=automatic,
        )

    def importer(self, report: Report | None, *, typed: Iterable[str] = ()) -> Importer:
        from episodes.workflow.import_feed import Importer

        return Importer(
            catalogue=self.catalogue,
            shows=self.shows,
            documents=self.documents(typed),
            downloader=self.downloader(typed),
            prober=self.prober,
            keeper=self.keeper(report),
            pages=self.page_adder(),
            work=self.work,
            report=report,
        )

    def joiner(
        self, report: Report | None, *, typed: Iterable[str] = (), downloader: Downloader | None = None
    ) -> Joiner:
        from episodes.media.alignment import SoundAligner
        from episodes.workflow.joining import Joiner

        return Joiner(
            catalogue=self.catalogue,
            storage=self.storage,
            downloader=downloader or self.downloader(typed),
            prober=self.prober,
            keeper=self.keeper(report),
            aligner=SoundAligner(),
            work=self.work,
            report=report,
        )

    def syncer(
        self, report: Report | None, *, typed: Iterable[str] = (), captions: CaptionTaker | None = None
    ) -> Syncer:
        """The parts that keep shows up with their sources, whose addresses a person `typed`."""
        from episodes.workflow.listing import Lister
        from episodes.workflow.sync import Syncer

        downloads = self.downloader(typed)
        return Syncer(
            catalogue=self.catalogue,
            lister=Lister(documents=self.documents(typed), downloader=downloads, knows_site=downloads.knows_site),
            joiner=self.joiner(report, typed=typed, downloader=downloads),
            captions=captions,
            root=self.workspace.root,
            lock=self.workspace.state / "sync.lock",
            hook=self.config.hooks.new_episode,
        )

    def matcher(self, report: Report | None, *, typed: Iterable[str] = ()) -> Matcher:
        from episodes.workflow.match import Matcher

        return Matcher(catalogue=self.catalogue, joiner=self.joiner(report, typed=typed))

    def export_reader(self) -> ExportReader:
        from episodes.workflow.import_export import ExportReader

        return ExportReader(catalogue=self.catalogue, shows=self.shows, storage=self.storage, root=self.workspace.root)

    def exporter(self) -> Exporter:
        from episodes.workflow.export import Exporter

        return Exporter(catalogue=self.catalogue, storage=self.storage, root=self.workspace.root)

    def page_adder(self) -> PageAdder:
        from episodes.workflow.pages import PageAdder

        name = self.workspace.root.name.replace("-", " ").replace("_", " ").strip().title() or "My show"
        return PageAdder(catalogue=self.catalogue, shows=self.shows, first_show_title=name)

    def adder(self, report: Report | None, *, typed: Iterable[str] = ()) -> Adder:
        from episodes.workflow.add import Adder

        return Adder(
            catalogue=self.catalogue,
            shows=self.shows,
            downloader=self.downloader(typed),
            prober=self.prober,
            keeper=self.keeper(report),
            documents=self.documents(typed),
            pages=self.page_adder(),
            work=self.work,
            first_show_title=self.page_adder().first_show_title,
            report=report,
        )

    def builder(self) -> Builder:
        from episodes.media.colours import sample_colours
        from episodes.media.thumbnails import shrink_picture
        from episodes.site.search import SiteSearch, find_program
        from episodes.workflow.build import Builder

        templates = self.workspace.templates if self.workspace.templates.is_dir() else None
        return Builder(
            reader=self.fresh_reader,
            storage=self.storage,
            checker=self.checker(),
            mastering=self.mastering(),
            root=self.workspace.root,
            feeds=self.workspace.feeds,
            templates=templates,
            state=self.workspace.state,
            base_url=self.config.base_url,
            sample_colours=sample_colours,
            shrink_picture=shrink_picture,
            search=SiteSearch(
                root=self.workspace.feeds,
                state=self.workspace.state / "search",
                program=find_program(),
                templates=templates,
            ),
        )

    @cached_property
    def master(self) -> Master:
        from episodes.media.mastering import AvMaster

        return AvMaster()

    def mastering(self) -> Mastering:
        from episodes.workflow.mastering import Mastering

        return Mastering(
            catalogue=lambda: self.catalogue,
            storage=self.storage,
            master=self.master,
            root=self.workspace.root,
            feeds=self.workspace.feeds,
        )

    def checker(self) -> Checker:
        from episodes.workflow.check import Checker

        return Checker(feeds=self.workspace.feeds, base_url=self.config.base_url)

    def visit(self, addresses: list[Address]) -> dict[str, Answer]:
        """Ask what the servers of these addresses answer."""
        from episodes.media.visiting import visit

        return visit(addresses)

    def server(self, *, host: str, port: int, log: Callable[[str], None]) -> PreviewServer:
        """A preview server of the web root; it does not run yet."""
        from episodes.web.serve import serve

        return serve(self.workspace.feeds, host=host, port=port, base_url=self.config.base_url, log=log)
