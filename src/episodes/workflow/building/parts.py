"""What the steps of a build work with, and what they hand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from episodes.core.accents import Point
from episodes.core.progress import Progress
from episodes.core.progress import Report as ProgressReport
from episodes.core.show import Show
from episodes.site import Planned
from episodes.site.search import SiteSearch
from episodes.site.write import Report, Writer
from episodes.store.outline import Outlined
from episodes.store.reader import Reader
from episodes.workflow.check import Checker
from episodes.workflow.ledger import Ledger
from episodes.workflow.mastering import Mastering
from episodes.workflow.pictures import Accents
from episodes.workflow.ports import MediaStorage
from episodes.workflow.stamps import stamp_of


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Everything that a build touches: the edges, the folders and the settings."""

    reader: Callable[[], Reader]  #: of the catalogue as it is now
    storage: MediaStorage
    checker: Checker
    mastering: Mastering
    root: Path  #: the workspace, in which pictures of shows lie
    feeds: Path  #: the web root
    #: the producer's own; settled once, so that a folder that appears during a build is the next one's
    templates: Path | None
    state: Path  #: where the stamps of the last build are kept
    base_url: str
    sample_colours: Callable[[bytes], Iterable[Point]]  #: of a picture
    shrink_picture: Callable[[bytes, int], bytes]
    search: SiteSearch
    processes: int = 1  #: that may cut captions; whoever lets there be more guards `__main__`, for they import it
    report: ProgressReport | None = None

    def tell(self, progress: Progress) -> None:
        if self.report is not None:
            self.report(progress)

    @cached_property
    def accents(self) -> Accents:
        return Accents.load(self.state / "accents.json")

    def with_accent(self, show: Show) -> Show:
        return self.accents.give(show, folder=self.root, sample_colours=self.sample_colours)

    def ledger(self, name: str) -> Ledger:
        return Ledger.load(self.state / f"{name}.built.json", web=self.feeds, root=self.root)


@dataclass(frozen=True, kw_only=True)
class Work:
    """What one build of a show goes through: what was made before, what is written now."""

    ledger: Ledger
    writer: Writer
    _standing: list[str] = field(default_factory=list)  #: units of this writer's

    def kept(self, name: str, stamp: str) -> bool:
        """Let a unit stand if nothing of it changed; False if it must be made."""
        stands = self.ledger.keep(name, stamp)
        if stands:
            self._standing.append(name)
        return stands

    def make(self, pages: Iterable[Planned], base: str) -> None:
        """Write the pages of which something changed; `base` is a mark of what stands around each."""
        for planned in pages:
            name, stamp = f"page {planned.path}", stamp_of(base, planned.made_from)
            if not self.kept(name, stamp):
                self.writer.write(planned.path, planned.render())
                self.ledger.put(name, stamp, [planned.path])

    def finish(self) -> Report:
        """Take away what is no longer made, and tell what was done."""
        self.writer.stand(self.ledger.paths(self._standing))
        return self.writer.finish()


@dataclass(frozen=True, kw_only=True)
class Built:
    """What building one show (or, with `show` empty, what stands above the shows) did."""

    what: str
    show: str = ""
    episodes: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    left_out: tuple[str, ...] = ()  #: reasons, a sentence each
    warnings: tuple[str, ...] = ()  #: what listeners would notice of this build, a sentence each
    search_bytes: int = 0  #: size of the index that finds what is said in it; 0 = there is none
    page: str = ""
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the pages above all shows tell of one; `episodes` is None while nobody has looked."""

    revisions: str  #: a mark of all its episodes
    left_out: tuple[str, ...]
    episodes: tuple[Outlined, ...] | None = None

    @property
    def mark(self) -> str:
        return stamp_of(self.revisions, self.left_out)


def counts(*reports: Report) -> dict[str, Any]:
    """Count what was written, for `Built`."""
    return {
        "written": sum(len(report.written) for report in reports),
        "unchanged": sum(report.unchanged for report in reports),
        "removed": sum(len(report.removed) for report in reports),
    }
