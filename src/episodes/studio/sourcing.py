"""What brings episodes in and takes them out: sources, feeds, captions, exports."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from episodes.studio.ground import Ground

if TYPE_CHECKING:
    from episodes.core.progress import Report
    from episodes.media.needs import Need
    from episodes.workflow.add import Adder
    from episodes.workflow.captions_first import CaptionTaker
    from episodes.workflow.export import Exporter
    from episodes.workflow.hooks import Hook
    from episodes.workflow.import_export import ExportReader
    from episodes.workflow.import_feed import Importer
    from episodes.workflow.joining import Joiner
    from episodes.workflow.match import Matcher
    from episodes.workflow.pages import PageAdder
    from episodes.workflow.parting import Parter
    from episodes.workflow.ports import Documents, Downloader
    from episodes.workflow.sync import Syncer


class Sourcing(Ground):
    """The parts between the catalogue and the world it comes from."""

    def downloader(self, typed: Iterable[str] = ()) -> Downloader:
        """The chooser among sources.

        A person who types an address means that host, private or not; what feeds and pages name is guarded.
        """
        from episodes.media.downloads import Downloads

        settings = self.config.download
        return Downloads(
            allow_hosts=self._hosts(typed), cookies=settings.cookies, proxy=settings.proxy, resting=self.resting
        )

    def _hosts(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Hosts that may be asked although they are private: those of the settings, and those a person typed."""
        from episodes.media.addresses import host_of  # a command that searches needs no addresses

        allowed = (re.sub(r"[\[\]]", "", host).lower() for host in self.config.download.allow_hosts)
        return (*allowed, *filter(None, map(host_of, typed)))

    def documents(self, typed: Iterable[str] = ()) -> Documents:
        """The reader of feeds, pages and caption files."""
        from episodes.media.documents import WebDocuments

        return WebDocuments(allow_hosts=self._hosts(typed), proxy=self.config.download.proxy, resting=self.resting)

    def site_needs(self, site: str) -> Iterable[Need]:
        from episodes.media.needs import needs_of

        settings = self.config.download
        return needs_of(site, cookies=settings.cookies, proxy=settings.proxy)

    def page_adder(self) -> PageAdder:
        from episodes.workflow.pages import PageAdder

        name = self.workspace.root.name.replace("-", " ").replace("_", " ").strip().title() or "My show"
        return PageAdder(catalogue=self.catalogue, shows=self.shows, first_show_title=name)

    @property
    def _hook(self) -> Hook:
        from episodes.workflow.hooks import Hook

        return Hook(command=self.config.hooks.new_episode, folder=self.workspace.root)

    def adder(self, report: Report | None, *, typed: Iterable[str] = ()) -> Adder:
        from episodes.workflow.add import Adder
        from episodes.workflow.counterparts import Counterparts
        from episodes.workflow.known_files import KnownFiles

        return Adder(
            catalogue=self.catalogue,
            shows=self.shows,
            downloader=self.downloader(typed),
            prober=self.prober,
            keeper=self.keeper(report),
            documents=self.documents(typed),
            files=KnownFiles(catalogue=self.catalogue, keeper=self.keeper(report)),
            counterparts=Counterparts(catalogue=self.catalogue, joiner=self.joiner(report, typed=typed)),
            pages=self.page_adder(),
            hook=self._hook,
            work=self.work,
            first_show_title=self.page_adder().first_show_title,
            report=report,
        )

    def caption_taker(
        self, report: Report | None, *, typed: Iterable[str] = (), automatic: bool = False
    ) -> CaptionTaker:
        """What takes captions of a source for the transcript."""
        from episodes.speech.fitting import VoiceFitter
        from episodes.workflow.captions_first import CaptionTaker

        return CaptionTaker(
            catalogue=self.catalogue,
            documents=self.documents(typed),
            downloader=self.downloader(typed),
            storage=self.storage,
            fitter=VoiceFitter(report=report),
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
            joiner=self.joiner(report, typed=typed),
            pages=self.page_adder(),
            hook=self._hook,
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
            feeds=self.workspace.feeds,
            report=report,
        )

    def syncer(
        self, report: Report | None, *, typed: Iterable[str] = (), captions: CaptionTaker | None = None
    ) -> Syncer:
        """The parts that keep shows up with their sources, whose addresses a person `typed`."""
        from episodes.workflow.listing import Lister
        from episodes.workflow.resting import RestingSources
        from episodes.workflow.sync import Syncer

        downloads = self.downloader(typed)
        return Syncer(
            catalogue=self.catalogue,
            lister=Lister(documents=self.documents(typed), downloader=downloads, knows_site=downloads.knows_site),
            joiner=self.joiner(report, typed=typed, downloader=downloads),
            captions=captions,
            lock=self.workspace.state / "sync.lock",
            resting=RestingSources(file=self.workspace.state / "resting.json"),
            hook=self._hook,
        )

    def matcher(self, report: Report | None, *, typed: Iterable[str] = ()) -> Matcher:
        from episodes.workflow.match import Matcher

        return Matcher(catalogue=self.catalogue, joiner=self.joiner(report, typed=typed))

    def parter(self, *, typed: Iterable[str] = ()) -> Parter:
        from episodes.workflow.parting import Parter

        return Parter(catalogue=self.catalogue, joiner=self.joiner(None, typed=typed))

    def export_reader(self) -> ExportReader:
        from episodes.workflow.import_export import ExportReader

        return ExportReader(catalogue=self.catalogue, shows=self.shows, storage=self.storage, root=self.workspace.root)

    def exporter(self) -> Exporter:
        from episodes.workflow.export import Exporter

        return Exporter(catalogue=self.catalogue, storage=self.storage, root=self.workspace.root)
