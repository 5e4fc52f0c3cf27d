"""Letters of a card: what the typeface has, how wide it runs, and lines that fill a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

_FONTS = Path(__file__).parents[1] / "static" / "fonts"
#: The typeface of the pages, in the files that browsers get; a letter is taken from the first that has it.
FILES = ("source-serif-4-latin.woff2", "source-serif-4-latin-ext.woff2")
#: Lines lie this much of the letters' size apart.
LEADING = 1.12
#: Words are measured once, in this size, and not in each that is tried; hinting may add a little to others.
_MEASURED_AT, _SPARE = 100, 1.01
#: In letters of this size and below, a word that is wider than a line is broken.
_BREAKS_FROM = 54
_NOT_THERE = "\U0010ffff"
_CUT = "…"
#: Up to here the first file has all letters; most titles have no others, and need no typeface loaded to be known.
_LAST_KNOWN = "\u00ff"
#: Marks that only say how the letter before them should look.
_UNSEEN = {"\ufe0e", "\ufe0f", "\u20e3", "\u034f"}


@dataclass(frozen=True)
class Face:
    """The typeface in one size and weight."""

    fonts: tuple[Any, ...]
    size: int

    def runs(self, text: str) -> list[tuple[Any, str]]:
        """Part a text into stretches of one font file each."""
        parts = groupby(text, key=_file_of)
        return [(self.fonts[file], "".join(letters)) for file, letters in parts if file is not None]

    def width(self, text: str) -> float:
        return float(sum(font.getlength(run) for font, run in self.runs(text)))


@cache
def face(size: int, weight: int) -> Face:
    """Load the typeface; drawing needs Pillow, which only a build loads."""
    from PIL import ImageFont

    fonts = []
    for name in FILES:
        font = ImageFont.truetype(_FONTS / name, size)
        font.set_variation_by_axes([weight])
        fonts.append(font)
    return Face(tuple(fonts), size)


@lru_cache(maxsize=20_000)
def _file_of(character: str) -> int | None:
    """Which file has a letter: one that a font has not is drawn as the box that stands for all such letters."""
    if character.isspace() or (character <= _LAST_KNOWN and character.isprintable()):
        return 0
    for file, font in enumerate(face(_MEASURED_AT, 600).fonts):
        drawn = font.getmask(character)
        if drawn.getbbox() and bytes(drawn) != bytes(font.getmask(_NOT_THERE)):
            return file
    return None


def legible(text: str) -> str:
    """The text as it can be drawn: without pictographs; empty where a letter of it is not in the typeface.

    >>> legible("Mainz 🎉  and Dvořák №3"), legible("Привет, Mainz")
    ('Mainz and Dvořák No3', '')
    """
    text = unicodedata.normalize("NFKC", text)
    missing = {character for character in set(text) if _file_of(character) is None}
    if any(unicodedata.category(character)[0] in "LNM" and character not in _UNSEEN for character in missing):
        return ""
    return " ".join("".join(character for character in text if character not in missing).split())


@dataclass(frozen=True, kw_only=True)
class Block:
    """Lines set in a face."""

    face: Face
    lines: tuple[str, ...]

    @property
    def step(self) -> float:
        return self.face.size * LEADING

    @property
    def height(self) -> float:
        return self.step * len(self.lines)


def fit(text: str, *, width: int, height: int, sizes: Sequence[int], weight: int) -> Block:
    """Set a text as large as a box takes it, in lines of about the same length; what is too long is cut."""
    measured = _measure(text, weight)
    set_in, size = measured, sizes[-1]
    for size in sizes:
        em = width / (size * _SPARE)
        set_in = measured if size > _BREAKS_FROM else _broken(measured, em, weight)
        lines = _lines(set_in, em)
        if len(lines) * size * LEADING <= height and set_in.widest <= em:
            return Block(face=face(size, weight), lines=_balanced(set_in, len(lines), em))
    block = Block(face=face(size, weight), lines=_lines(set_in, width / (size * _SPARE)))
    return _cut(block, width=width, most=max(1, int(height // block.step)))


@dataclass(frozen=True, kw_only=True)
class _Measured:
    """Words with their widths, in parts of the letters' size."""

    words: tuple[tuple[str, float], ...]
    space: float

    @property
    def widest(self) -> float:
        return max((width for _, width in self.words), default=0.0)


def _measure(text: str, weight: int) -> _Measured:
    return _Measured(words=tuple((word, _ems(word, weight)) for word in text.split()), space=_ems(" ", weight))


@lru_cache(maxsize=20_000)
def _ems(word: str, weight: int) -> float:
    return face(_MEASURED_AT, weight).width(word) / _MEASURED_AT


def _broken(measured: _Measured, width: float, weight: int) -> _Measured:
    """Break words that are wider than a line."""
    words: list[tuple[str, float]] = []
    for word, length in measured.words:
        pieces = [word] if length <= width else _pieces(word, width, weight)
        words += [(piece, _ems(piece, weight)) for piece in pieces]
    return _Measured(words=tuple(words), space=measured.space)


def _pieces(word: str, width: float, weight: int) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and _ems(f"{pieces[-1]}{character}-", weight) > width:
            pieces[-1] += "-" if pieces[-1][-1].isalpha() and character.isalpha() else ""
            pieces.append("")
        pieces[-1] += character
    return pieces


def _lines(measured: _Measured, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    used = width
    for word, length in measured.words:
        if lines and used + measured.space + length <= width:
            lines[-1] += f" {word}"
            used += measured.space + length
        else:
            lines.append(word)
            used = length
    return tuple(lines)


def _balanced(measured: _Measured, count: int, width: float) -> tuple[str, ...]:
    """The same number of lines in the narrowest column that takes them."""
    narrow = measured.widest
    while width - narrow > 0.2:
        middle = (narrow + width) / 2
        if len(_lines(measured, middle)) > count:
            narrow = middle
        else:
            width = middle
    return _lines(measured, width)


def _cut(block: Block, *, width: float, most: int) -> Block:
    if len(block.lines) <= most:
        return block
    last = block.lines[most - 1]
    while last and block.face.width(last + _CUT) > width:
        last = last[:-1]
    return Block(face=block.face, lines=(*block.lines[: most - 1], last.rstrip(" ,;:–-") + _CUT))
