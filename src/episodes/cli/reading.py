"""The command that reads what was said: transcript."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from episodes.cli import state
from episodes.cli.options import Json, Reference
from episodes.cli.output import talk

#: How a transcript is printed.
Format = Literal["txt", "srt", "vtt", "json", "md", "html"]


def register(app: typer.Typer) -> None:
    app.command()(transcript)


def transcript(
    context: typer.Context,
    reference: Reference,
    format: Annotated[Format, typer.Option("--format", "-f", help="The format.")] = "txt",  # noqa: A002  # the option's name
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    as_json: Json = False,
) -> None:
    """Print the transcript of an episode.

    Example: `episodes transcript 338 --format srt -o 338.srt`
    """
    from episodes.core.captions import format_captions
    from episodes.core.errors import NotFound

    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference)
        found = studio.reader.effective_transcript(episode.guid)
        if found is None:
            name = f"{episode.show}/{episode.slug}"
            raise NotFound(f"{name} has no transcript yet", hint=f"episodes transcribe {name}")
        names = tuple(credit.name for credit in episode.credits)
        text = format_captions(
            "json" if as_json else format,
            found.segments,
            duration=episode.duration or None,
            names=names,
            title=episode.title,
            language=found.language,
        )
        if output is None:
            print(text, end="" if text.endswith("\n") else "\n")
            return
        part = output.with_name(output.name + ".part")
        part.write_text(text, encoding="utf-8")
        part.replace(output)
        talk.say(f"wrote {output}")
