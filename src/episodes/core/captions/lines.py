"""Lines of a cue: as few as can be, of like length, ending well."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple


class Atom(NamedTuple):
    """Words that stay together on a line: one, or a whole name."""

    text: str
    columns: int
    start: float
    end: float
    space: bool
    cost: float  #: of ending a line after it


def columns_of(atoms: Sequence[Atom]) -> list[int]:
    """Running sum of columns, each atom with the space before it."""
    return list(accumulate((atom.columns + atom.space for atom in atoms), initial=0))


def line_ends(atoms: Sequence[Atom], columns: Sequence[int], room: int) -> list[int]:
    """For each atom, where a line that begins with it must end at the latest."""
    ends, last = [], 0
    for first, atom in enumerate(atoms):
        last = max(last, first + 1)
        while last < len(atoms) and columns[last + 1] - columns[first] - atom.space <= room:
            last += 1
        ends.append(last)
    return ends


def break_lines(atoms: Sequence[Atom], max_chars: int, max_lines: int, indent: int) -> tuple[str, ...]:
    """Break a cue's text into lines: as few as can be, of like length, ending well."""
    room, left = max_chars - indent, max_lines
    if indent and atoms[0].columns > room:  # the name takes a line of its own
        room, left = max_chars, max(1, left - 1)
    lines: list[str] = []
    while atoms:
        cut = _line_cut(atoms, room, max_chars, left)
        lines.append(_join(atoms[:cut]))
        atoms, room, left = atoms[cut:], max_chars, left - 1
    return tuple(lines)


def _line_cut(atoms: Sequence[Atom], room: int, full: int, left: int) -> int:
    """Choose how many atoms the first of at most `left` lines takes."""
    columns = columns_of(atoms)
    widths = [total - atoms[0].space for total in columns]
    if widths[-1] <= room or left <= 1:
        return len(atoms)
    ends = line_ends(atoms, columns, full)
    best, best_cost = 0, float("inf")
    for cut in range(1, len(atoms)):
        if widths[cut] > room:
            break
        if _lines_needed(ends, cut) <= left - 1:
            cost = abs(widths[-1] - 2 * widths[cut]) / full * 6 + atoms[cut - 1].cost
            best, best_cost = (cut, cost) if cost < best_cost else (best, best_cost)
    return best or max(1, bisect_right(widths, room) - 1)


def _lines_needed(ends: Sequence[int], place: int) -> int:
    lines = 0
    while place < len(ends):
        place, lines = ends[place], lines + 1
    return lines


def _join(atoms: Sequence[Atom]) -> str:
    return "".join((" " if atom.space and place else "") + atom.text for place, atom in enumerate(atoms))
