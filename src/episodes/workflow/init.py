"""Making a workspace out of a folder."""

from __future__ import annotations

from pathlib import Path

from episodes.config.edit import create_settings
from episodes.config.workspace import Workspace
from episodes.core.errors import ConfigError

_IGNORED = """\
# What `episodes` makes again or what is too large for a repository
episodes.db*
media/
feeds/*/media/
.episodes/
"""


def make_folder(folder: Path) -> Path:
    """Make a folder, with those above it; raises ConfigError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"cannot make the folder {folder}: {error.strerror}", hint="choose another place") from error
    return folder


def make_workspace(folder: Path) -> Workspace:
    """Write the settings and the folders of a workspace; what is there already is left alone."""
    workspace = Workspace(folder)
    try:
        create_settings(workspace.settings)
        workspace.media.mkdir(exist_ok=True)
        workspace.feeds.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text(_IGNORED, encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            f"cannot make a workspace in {folder}: {error.strerror}", hint="choose a folder that you may write to"
        ) from error
    return workspace
