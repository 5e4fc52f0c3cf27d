"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Model = Annotated[
    str, typer.Option(help="A Whisper model by name (tiny.en, base, large-v3-turbo) or folder; auto picks.")
]
Words = Annotated[bool, typer.Option("--words", help="Keep the time of every word.")]
Reference = Annotated[
    str,
    typer.Argument(metavar="REF", help="An episode: 338, quick-take/338, a GUID, an address, part of a title, last."),
]
