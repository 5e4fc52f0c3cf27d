"""Config in, working parts out: the only place that names adapters, each made at first use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from episodes.config.workspace import find_workspace
from episodes.core.errors import UsageError
from episodes.studio.hearing import Hearing
from episodes.studio.publishing import Publishing
from episodes.studio.sourcing import Sourcing

__all__ = ["Studio"]


class Studio(Sourcing, Hearing, Publishing):
    """The parts of one workspace.

    Heavy libraries load when a part is first asked for, so that `search` and `list` pay for none.
    """

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
