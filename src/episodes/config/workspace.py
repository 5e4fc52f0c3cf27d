"""The workspace: a folder that the producer owns, and what lies where in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

SETTINGS_FILE = "episodes.toml"


class Workspace(NamedTuple):
    """A folder with settings, database, media and the web root."""

    root: Path

    @property
    def settings(self) -> Path:
        return self.root / SETTINGS_FILE

    @property
    def database(self) -> Path:
        return self.root / "episodes.db"

    @property
    def media(self) -> Path:
        return self.root / "media"

    @property
    def feeds(self) -> Path:
        """The web root: everything that listeners get."""
        return self.root / "feeds"

    @property
    def templates(self) -> Path:
        """Page templates of the producer's own, which win over ours piece by piece."""
        return self.root / "templates"

    @property
    def models(self) -> Path:
        """Whisper models of the producer's own, a folder each; looked into before anything is downloaded."""
        return self.root / "models"

    @property
    def state(self) -> Path:
        """What builds and syncs remember; safe to delete."""
        return self.root / ".episodes"

    def has_files_of_episodes(self) -> bool:
        """Whether media files were kept here, or anything was published."""
        return any(any(folder.glob(pattern)) for folder, pattern in ((self.media, "[!.]*/*"), (self.feeds, "*")))

    @property
    def work(self) -> Path:
        """Unfinished downloads; safe to delete when nothing runs."""
        return self.media / ".work"


def find_workspace(start: Path) -> Workspace | None:
    """Look for a workspace here and in the folders above, as git does for a repository."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return Workspace(folder)
    return None
