"""Folding: one plain spelling of any text, so that rules need not know accents, case and wide forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SPACES = re.compile(r"[^\S\n]+")
#: Joiners stay where they join: Persian is spelt with them, and families are made of them.
_UNSEEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f\u00ad]"
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)
_KANA_TO_HANGUL = range(0x3040, 0xD7B0)
_DASHES = dict.fromkeys("‐‑‒–—―−－", "-")
_QUOTES = dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("“”„«»‟″", '"')
_LETTERS = {"ı": "i", "ß": "s", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "º": "o", "°": "o", "№": "#", "＃": "#"}
_SAME_LENGTH = _DASHES | _QUOTES | _LETTERS


def tidy(text: str) -> str:
    r"""Write text in composed form on one line, without invisible marks and double spaces.

    >>> tidy("  A\u00a0title\u200b  of \n two lines ")
    'A title of two lines'
    >>> tidy("می\u200cخواهم") == "می\u200cخواهم", tidy("talk\u200d \u200c")
    (True, 'talk')
    """
    composed = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return " ".join(composed.split())


def tidy_lines(text: str) -> list[str]:
    """Split text into its lines, each tidy; empty lines stay as the borders of paragraphs."""
    composed = unicodedata.normalize("NFC", _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return [_SPACES.sub(" ", line).strip() for line in composed.split("\n")]


def cut_at_word(text: str, most: int) -> str:
    """Keep the first words of a text, at most so many characters, so that no name is cut in two.

    >>> cut_at_word("with Sarah Millerton", 16), cut_at_word("with Sarah", 16)
    ('with Sarah', 'with Sarah')
    """
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0] or text[:most]


def fold(text: str) -> str:
    """Lower the case, take accents off and write digits, dashes and quotes plainly; the length stays.

    The same length lets a rule find its place in the folded text and cut the original there.

    >>> fold("Épisode １２ – “Ça va”")
    'episode 12 - "ca va"'
    """
    return text.lower() if text.isascii() else "".join(map(_fold_character, text))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in _SAME_LENGTH:
        return _SAME_LENGTH[character]
    digit = unicodedata.digit(character, None) if unicodedata.category(character) == "Nd" else None
    if digit is not None:
        return str(digit)
    if ord(character) in _KANA_TO_HANGUL:
        return character
    base = unicodedata.normalize("NFKD", character)[0].lower()[0]
    return _SAME_LENGTH.get(base, base)


def opening_of(lines: Sequence[str], most: int, *, end: int) -> list[str]:
    """The lines of the first `most` characters, and of a longer text those of its last `end`, where credits stand."""
    first = _within(lines, most)
    if len(first) == len(lines):
        return first
    last = _within(lines[: len(first) - 1 : -1], end)
    return [*first, *reversed(last)]


def _within(lines: Sequence[str], most: int) -> list[str]:
    """So many lines as have no more than `most` characters together; one that is longer alone is cut at a word."""
    kept: list[str] = []
    for line in lines:
        most -= len(line) + 1
        if most < 0:
            return kept or [cut_at_word(line, most + len(line) + 1)]
        kept.append(line)
    return kept
