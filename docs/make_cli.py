"""Make docs/cli.md from the help texts; with --check, fail if it is behind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from episodes.cli.app import app

MANUAL = Path(__file__).parent / "cli.md"

HEAD = """\
# The command line

Made from the help texts by `docs/make_cli.py`; change those, then run it.

Results go to stdout, talk and progress to stderr. `--json` prints one JSON value. Every command can be repeated safely.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | nothing found, or not all of several things done |
| 2 | wrong use: an option, a setting, a path that is not there, a reference that several episodes answer to |
| 3 | outside trouble: network, disk, a file that is no media, a model that cannot be had |
| 130 | stopped by Ctrl-C; what was finished is saved |

An episode reference (`REF`) is what a person would say: `338`, `quick-take/338`, a GUID, an address, a piece of the
title, `last`.
"""


def manual() -> str:
    """The whole page, as it should be."""
    command = typer.main.get_command(app)
    parts = [HEAD, *(_section(path, part) for path, part in _commands(command, "episodes"))]
    return "\n".join(parts)


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, part in sorted(getattr(command, "commands", {}).items()):
        yield from _commands(part, f"{path} {name}")


def _section(path: str, command: Any) -> str:
    lines = [f"## {path}", "", _flowed(command.help or "")]
    if getattr(command, "commands", None):
        lines += ["", "Commands: " + ", ".join(f"`{name}`" for name in sorted(command.commands)) + "."]
    rows = [_row(parameter) for parameter in command.params if not getattr(parameter, "hidden", False)]
    if rows:
        lines += ["", "| | |", "| --- | --- |", *rows]
    return "\n".join(lines) + "\n"


def _flowed(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def _row(parameter: Any) -> str:
    text = getattr(parameter, "help", "") or ""
    if parameter.param_type_name == "argument":
        return f"| `{_safe(parameter.metavar or parameter.name.upper())}` | {_safe(text)} |"
    names = ", ".join(f"`{name}`" for name in [*parameter.opts, *parameter.secondary_opts])
    taken = "|".join(getattr(parameter.type, "choices", ())) or parameter.type.name.upper()
    metavar = "" if parameter.is_flag else f" {_safe(parameter.metavar or taken)}"
    default = f" Default: {parameter.default}." if isinstance(parameter.default, int) and not parameter.is_flag else ""
    return f"| {names}{metavar} | {_safe(text)}{default} |"


def _safe(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    if "--check" in sys.argv:
        if MANUAL.read_text(encoding="utf-8") != manual():
            sys.exit("docs/cli.md is behind the help texts: run python docs/make_cli.py")
    else:
        MANUAL.write_text(manual(), encoding="utf-8")
