"""What the options before the command say, and the studio that a command opens with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from episodes.core.errors import UsageError

if TYPE_CHECKING:
    from episodes.studio import Studio


@dataclass(frozen=True)
class State:
    """The folder to work in, and whether errors show their traceback."""

    folder: Path
    debug: bool = False


@contextmanager
def studio(context: typer.Context) -> Iterator[Studio]:
    """Open the workspace that the command line is about."""
    from episodes.studio import Studio

    with Studio.open(folder(context)) as opened:
        yield opened


@contextmanager
def loose_studio(context: typer.Context) -> Iterator[Studio]:
    """Open the workspace, or, where there is none, parts that need none."""
    from episodes.config.workspace import Workspace, find_workspace
    from episodes.studio import Studio

    here = folder(context)
    opened = Studio(find_workspace(here) or Workspace(here))
    try:
        yield opened
    finally:
        opened.close()


def folder(context: typer.Context) -> Path:
    state: State = context.obj
    if not state.folder.is_dir():
        raise UsageError(f"there is no folder {state.folder}")
    return state.folder.absolute()


def who() -> str:
    """Who changes things, for the history: EPISODES_WHO, else the name of the account."""
    import getpass
    import os

    if name := os.environ.get("EPISODES_WHO"):
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return "somebody"
