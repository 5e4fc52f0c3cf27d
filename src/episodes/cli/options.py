"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def complete_shows(context: typer.Context, incomplete: str) -> list[str]:
    """The shows of the workspace that begin like what is typed; nothing where there is no workspace."""
    from episodes.config.settings import load_config
    from episodes.config.workspace import find_workspace
    from episodes.core.errors import EpisodesError

    folder = context.find_root().params.get("workspace") or Path()
    workspace = find_workspace(Path(folder))
    if workspace is None:
        return []
    try:
        return [slug for slug in load_config(workspace.settings).shows if slug.startswith(incomplete)]
    except EpisodesError:
        return []  # a key press is no time for messages


Shows = Annotated[
    list[str] | None, typer.Argument(metavar="[SHOW]...", autocompletion=complete_shows, help="Shows; none means all.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Model = Annotated[
    str, typer.Option(help="A Whisper model by name (tiny.en, base, large-v3-turbo) or folder; auto picks.")
]
CaptionsFirst = Annotated[
    bool,
    typer.Option(
        "--captions-first/--no-captions-first",
        help="Take captions that people made, beside the file or at the source, for the transcript.",
    ),
]
AutomaticCaptions = Annotated[
    bool,
    typer.Option("--automatic-captions", help="Where there are no others, take those that a recogniser made too."),
]
Words = Annotated[bool, typer.Option("--words", help="Keep the time of every word.")]
Reference = Annotated[
    str,
    typer.Argument(metavar="REF", help="An episode: 338, quick-take/338, a GUID, an address, part of a title, last."),
]
