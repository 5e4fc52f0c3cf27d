"""Checksums of published media that need not be computed: the files are as the last build left them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from episodes.core.addresses import media_file
from episodes.workflow.ledger import Ledger, mark_of

if TYPE_CHECKING:
    from episodes.store.reader import Reader


@dataclass(frozen=True, kw_only=True)
class KnownSums:
    """What the catalogue knows of files under the web root; nothing is read before the first question."""

    reader: Callable[[], Reader]
    feeds: Path
    state: Path
    root: Path
    _shows: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def of(self, file: Path) -> str:
        """SHA-256 of a published media file, hexadecimal; empty where it is not known, or somebody touched the file.

        What the catalogue says may be newer than the file, where nothing was built since.
        """
        path = file.relative_to(self.feeds).as_posix()
        show = path.partition("/")[0]
        if show not in self._shows:
            self._shows[show] = self._of_show(show)
        mark, known = self._shows[show].get(path, ("", ""))
        return known if mark and mark == mark_of(str(file)) else ""

    def _of_show(self, show: str) -> dict[str, tuple[str, str]]:
        marks = Ledger.load(self.state / f"{show}.built.json", web=self.feeds, root=self.root).marks()
        found = {}
        for episode in self.reader().list_episodes(show) if marks else ():
            for medium in episode.published.media:
                path = media_file(episode, medium) if medium.media_key else ""
                if path in marks and medium.sha256:
                    found[path] = (marks[path], medium.sha256)
        return found
