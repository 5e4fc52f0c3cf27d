"""Building again when settings, templates or the catalogue change, as long as somebody looks at the pages."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from episodes.config.workspace import Workspace

#: Seconds between two looks at the files.
PAUSE = 0.5
#: Time stamp and size of each file that builds are made from.
Marks = dict[Path, tuple[int, int]]


def watch(
    workspace: Workspace, rebuild: Callable[[], None], *, stop: threading.Event, ready: threading.Event | None = None
) -> None:
    """Call `rebuild` after each change, once the files are quiet, until `stop`.

    What counts as known is what stood there before a build: a change that falls into it is seen
    by the next look. A build that wrote to the database itself is so followed by one that finds nothing to do.
    """
    known = marks_of(workspace)
    if ready:
        ready.set()
    while not stop.wait(PAUSE):
        seen = marks_of(workspace)
        if seen == known or stop.wait(PAUSE):
            continue
        if marks_of(workspace) != seen:  # somebody is still writing
            continue
        rebuild()
        known = seen


def marks_of(workspace: Workspace) -> Marks:
    """Look at everything that builds are made from, but the media."""
    return {file: mark for file in _files(workspace) if (mark := _mark(file))[1]}


def _files(workspace: Workspace) -> Iterator[Path]:
    database = workspace.database
    # What was written last stands in the log beside the database.
    yield from (workspace.settings, database, database.with_name(f"{database.name}-wal"))
    yield from (file for file in workspace.templates.rglob("*") if file.is_file())


def _mark(file: Path) -> tuple[int, int]:
    try:
        facts = file.stat()
    except OSError:  # gone between two looks, as editors do when they save
        return 0, 0
    return facts.st_mtime_ns, facts.st_size
