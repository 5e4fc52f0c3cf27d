"""The command `episodes`: its commands and the options before them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main
from typer.exceptions import TyperException

from episodes.cli.ending import INTERRUPTED, exit_code
from episodes.cli.lazy import lazy_group
from episodes.cli.output import Voice, talk
from episodes.cli.state import State

#: Where the commands are, in the order in which the help lists them.
_MODULES = {
    "episodes.cli.starting": ("init", "demo", "doctor"),
    "episodes.cli.shows": ("show",),
    "episodes.cli.sources": ("source",),
    "episodes.cli.syncing": ("sync",),
    "episodes.cli.matching": ("match", "unmatch"),
    "episodes.cli.adding": ("add",),
    "episodes.cli.transcribing": ("transcribe",),
    "episodes.cli.records": ("list", "info", "edit", "remove"),
    "episodes.cli.comments": ("comments",),
    "episodes.cli.searching": ("search",),
    "episodes.cli.reading": ("transcript",),
    "episodes.cli.clipping": ("clip",),
    "episodes.cli.building": ("build", "check", "serve"),
    "episodes.cli.bringing": ("import", "export"),
    "episodes.cli.fixing": ("fix", "glossary"),
    "episodes.cli.correcting": ("diff", "history", "undo"),
    "episodes.cli.reviewing": ("review",),
    "episodes.cli.summarizing": ("summarize",),
    "episodes.cli.chapters": ("chapters",),
    "episodes.cli.models": ("models",),
}
app = typer.Typer(
    name="episodes",
    cls=lazy_group(_MODULES),
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `episodes demo`, or `episodes add talk.mp3` in an empty folder. Exit codes: 0 done, "
    "1 nothing found or not all done, 2 wrong use, 3 outside trouble (network, disk, bad media).",
)


def _version(wanted: bool) -> None:
    if wanted:
        from episodes import __version__

        print(f"episodes {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    workspace: Annotated[
        Path, typer.Option("-C", "--workspace", metavar="DIR", help="Work in this folder instead of the current one.")
    ] = Path(),
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but results and errors.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Say more: what is heard, why it was chosen.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[  # noqa: ARG001  # the callback answers it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Catalogue podcast and video episodes: fetch, transcribe, publish feeds and pages, search what was said."""
    talk.voice = Voice.quiet if quiet else Voice.verbose if verbose or debug else Voice.normal
    if talk.voice >= Voice.verbose:
        from episodes.cli.logs import tell_logs

        tell_logs()
    context.obj = State(folder=workspace, debug=debug)


@cache
def command() -> Any:
    """The command as Click knows it, made once."""
    return typer.main.get_command(app)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    return exit_code(lambda: _run(arguments), debug="--debug" in arguments)


def _run(arguments: list[str]) -> int:
    try:
        code = int(command().main(arguments, prog_name="episodes", standalone_mode=False) or 0)
    except TyperException as error:
        talk.error(error.format_message(), hint=f"`{_command_path(error)} --help` tells how")
        return error.exit_code
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # Click's own way to end
            raise end.__context__ from None
        raise
    except typer.Abort:
        raise KeyboardInterrupt from None
    if code == INTERRUPTED:  # Typer turns Ctrl-C into this code, and says nothing
        raise KeyboardInterrupt
    return code


def _command_path(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    return str(context.command_path) if context else "episodes"
