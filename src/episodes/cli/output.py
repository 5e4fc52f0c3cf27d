"""Printing: results to stdout, talk to stderr, colour only on a terminal."""

from __future__ import annotations

import enum
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from episodes.core.timecode import format_clock


class Voice(enum.IntEnum):
    """How much is said on the side."""

    quiet = 0
    normal = 1
    verbose = 2


class Talk:
    """What is said on stderr; it never mixes with results."""

    voice = Voice.normal

    def say(self, text: str) -> None:
        if self.voice >= Voice.normal:
            print(printable(text), file=sys.stderr)

    def more(self, text: str) -> None:
        if self.voice >= Voice.verbose:
            print(printable(text), file=sys.stderr)

    def warn(self, text: str) -> None:
        if self.voice >= Voice.normal:
            print(f"{paint('warning:', '33', sys.stderr)} {printable(text)}", file=sys.stderr)

    def error(self, message: str, *, hint: str = "") -> None:
        print(f"{paint('episodes:', '31;1', sys.stderr)} {printable(message)}", file=sys.stderr)
        if hint:
            self.detail(hint)

    def detail(self, text: str) -> None:
        print(f"  {printable(text)}", file=sys.stderr)


talk = Talk()


#: Control characters.
_BLANKED = dict.fromkeys([*range(32), *range(127, 160)], " ")


def printable(text: str) -> str:
    r"""Keep foreign text from steering the terminal: control characters and line breaks become spaces.

    >>> printable("a\x1b[31mb\nc")
    'a [31mb c'
    """
    return text if text.isprintable() else text.translate(_BLANKED)


def paint(text: str, code: str, stream: TextIO | None = None) -> str:
    """Colour text where somebody looks: on a terminal, unless NO_COLOR is set (no-color.org)."""
    stream = stream or sys.stdout
    if not stream.isatty() or os.environ.get("NO_COLOR"):
        return text
    return f"\033[{code}m{text}\033[0m"


def print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print columns; on a terminal the last one is cut to fit."""
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(_width(row[i]) for row in [list(headings), *cells]) for i in range(len(headings))]
    limit = columns(sys.stdout)
    print(paint(_line(headings, widths, limit), "1"))
    for row in cells:
        print(_line(row, widths, limit))


def _line(cells: Sequence[str], widths: Sequence[int], limit: int) -> str:
    padded = [cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)]
    line = "  ".join(padded).rstrip()
    return cut(line, limit) if limit else line


def columns(stream: TextIO) -> int:
    """How many columns a terminal has; 0 where there is none, or it does not tell."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except OSError:
        return 0


def cut(text: str, limit: int) -> str:
    """Take what fits into so many columns, with an ellipsis where something is left out.

    >>> cut("Episode 338", 9), cut("第三百話", 7), cut("short", 9)
    ('Episode …', '第三百…', 'short')
    """
    if _width(text) <= limit:
        return text
    kept, room = "", limit - 1
    for char in text:
        room -= _width(char)
        if room < 0:
            break
        kept += char
    return kept + "…"


def _width(text: str) -> int:
    """Count columns: East Asian wide characters take two."""
    import unicodedata

    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def print_facts(facts: Sequence[tuple[str, str]]) -> None:
    """Print names and values, the values in line; empty ones are left out."""
    shown = [(name, value) for name, value in facts if value]
    width = max((len(name) for name, _ in shown), default=0)
    for name, value in shown:
        print(f"{paint(name.ljust(width), '1')}  {printable(value)}")


def length(seconds: float) -> str:
    """How long something plays, to the nearest second as feeds have it; moments are cut, so that no seek is late.

    >>> length(59.9), length(0)
    ('1:00', '-')
    """
    return format_clock(max(1, round(seconds))) if seconds else "-"


def counted(count: int, noun: str) -> str:
    """Count things in words.

    >>> counted(1, "episode"), counted(0, "file"), counted(2, "entry")
    ('1 episode', '0 files', '2 entries')
    """
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("ry") else f"{count} {noun}s"


def size(count: int) -> str:
    """Write bytes for people.

    >>> size(900), size(3_032_478)
    ('900 bytes', '3.0 MB')
    """
    if count < 1000:
        return f"{count} bytes"
    power = min(4, (len(str(count)) - 1) // 3)
    return f"{count / 1000**power:.1f} {('kB', 'MB', 'GB', 'TB')[power - 1]}"
