"""Where the program starts: a plain search is read here, for reading it with Typer takes as long as answering it.

Only what is plainly right is understood; help, mistakes, rare options and all other commands are left to Typer.
A test holds the options below against those that Typer knows.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

#: Options of `search` by name, and what they set.
TEXTS = {"--since": "since", "--until": "until", "--episodes": "episodes", "--in": "scope", "--sort": "sort"}
LISTS = {"--show": "show", "-s": "show", "--host": "host", "--speaker": "speaker"}
NUMBERS = {"--limit": "limit", "--context": "around"}
FLAGS = {
    "--all-hits": "all_hits",
    "--count": "only_count",
    "--links": "links",
    "--json": "as_json",
    "--csv": "as_csv",
    "--md": "as_md",
}
CHOICES = {
    "scope": ("all", "transcript", "notes", "title", "comments"),
    "sort": ("best", "new", "old"),
}


#: So many new objects before Python looks for circles among them: a build makes hundreds of thousands, and no circles.
_OBJECTS = 50_000


def run() -> None:
    """Entry point of the console script."""
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called (`2>&-`); what is said is for nobody then
            setattr(sys, name, open(os.devnull, "w"))  # noqa: PTH123, SIM115 - until the end
    code = start(sys.argv[1:])
    gc.freeze()  # what is left goes with the process; without this, Python looks through all of it once more
    sys.exit(code)


def start(arguments: list[str]) -> int:
    """Run one command line and return its exit code."""
    if (plain := read_search(arguments)) is None:
        from episodes.cli.app import main

        return main(arguments)
    from episodes.cli.answering import Asked, answer
    from episodes.cli.ending import exit_code

    folder, words, options = plain

    def search() -> int:
        answer(folder, words, Asked(**options))
        return 0

    return exit_code(search, debug=False)


def read_search(arguments: Sequence[str]) -> tuple[Path, list[str], dict[str, Any]] | None:
    """Read folder, words and options of a search; None if this is another command or anything about it is unusual.

    >>> read_search(["search", "--limit", "3", "safe", "zone"])[1:]
    (['safe', 'zone'], {'limit': 3})
    >>> read_search(["search", "--limit", "three", "safe"]), read_search(["list"])
    (None, None)
    """
    rest = list(arguments)
    folder = Path()
    if rest[:1] in (["-C"], ["--workspace"]) and len(rest) > 2:
        folder, rest = Path(rest[1]), rest[2:]
    if rest[:1] != ["search"] or not os.path.isdir(folder):  # noqa: PTH112 - one that is closed to us is no error yet
        return None
    words: list[str] = []
    options: dict[str, Any] = {}
    waiting = iter(rest[1:])
    for one in waiting:
        if one == "--":
            words += waiting
        elif not one.startswith("-"):
            words.append(one)
        elif not _read_option(one, "" if one in FLAGS else next(waiting, ""), options):
            return None
    return (folder.absolute(), words, options) if words else None


def _read_option(name: str, value: str, options: dict[str, Any]) -> bool:
    """Note an option; tells whether name and value are plainly right."""
    if name in FLAGS:
        options[FLAGS[name]] = True
        return True
    if not value or value.startswith("-"):
        return False
    if name in LISTS:
        options[LISTS[name]] = (*options.get(LISTS[name], ()), value)
    elif name in NUMBERS and value.isascii() and value.isdigit() and len(value) < 10:
        options[NUMBERS[name]] = int(value)
    elif name in TEXTS and value in CHOICES.get(TEXTS[name], (value,)):
        options[TEXTS[name]] = value
    else:
        return False
    return True
