"""What makes and shows what listeners get: feeds, pages, clips, the judge, the preview."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from episodes.studio.ground import Ground

if TYPE_CHECKING:
    from pathlib import Path

    from episodes.core.check.online import Address, Answer
    from episodes.core.progress import Report
    from episodes.web.serve import PreviewServer
    from episodes.workflow.build import Builder
    from episodes.workflow.check import Checker
    from episodes.workflow.mastering import Mastering
    from episodes.workflow.ports import Cutter


class Publishing(Ground):
    """The parts between the catalogue and its listeners."""

    @cached_property
    def cutter(self) -> Cutter:
        from episodes.media.clipping import AvCutter

        return AvCutter()

    def builder(self, report: Report | None = None, *, processes: int = 1) -> Builder:
        """What builds; more than one of `processes` cut captions where there are many (see `Parts`)."""
        from episodes.media.colours import sample_colours
        from episodes.media.thumbnails import shrink_picture
        from episodes.site.search import SiteSearch, find_program
        from episodes.workflow.build import Builder
        from episodes.workflow.building.parts import Parts

        templates = self.workspace.templates if self.workspace.templates.is_dir() else None
        parts = Parts(
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
            processes=processes,
            report=report,
        )
        return Builder(parts=parts)

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
        from episodes.workflow.known_sums import KnownSums

        sums = KnownSums(
            reader=self.fresh_reader, feeds=self.workspace.feeds, state=self.workspace.state, root=self.workspace.root
        )
        return Checker(
            feeds=self.workspace.feeds,
            base_url=self.config.base_url,
            measure=_claimed_duration,
            known_sum=sums.of,
        )

    def visit(self, addresses: list[Address]) -> dict[str, Answer]:
        """Ask what the servers of these addresses answer."""
        from episodes.media.visiting import visit

        return visit(addresses)

    def server(self, *, host: str, port: int, log: Callable[[str], None]) -> PreviewServer:
        """A preview server of the web root; it does not run yet."""
        from episodes.web.serve import serve

        return serve(self.workspace.feeds, host=host, port=port, base_url=self.config.base_url, log=log)


def _claimed_duration(file: Path) -> float:
    from episodes.media.probe import claimed_duration  # a build, which judges too, measures nothing

    return claimed_duration(file)
