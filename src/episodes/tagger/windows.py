"""Windows: what the network reads at once, pieces of words with the field that each stands in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from episodes.tagger.words import Word

#: Fields in the order in which the network reads them, and how many pieces of each it is given beside the text.
FIELDS = {"show": 30, "author": 30, "about": 110, "title": 60, "by": 30, "persons": 60, "text": 0}
TEXT = "text"
LONGEST = 448  #: pieces of a window
MOST_WINDOWS = 16
OVERLAP = 40  #: words at the end of a window that the next one reads again, a third of it at most
START, END, UNKNOWN = 0, 2, 3  #: pieces that are no words
SPACE = "▁"
MOST_PIECES = 8  #: of one word
LONGEST_WORD = 64  #: letters that are looked at

Pieces = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Window:
    """What is read at once; `pieces` and `fields` are as long as each other."""

    pieces: list[int]
    fields: list[int]
    places: list[tuple[int, int]]  #: (place of its first piece, number of the word)


def windows_of(words: Sequence[Word], pieces: Pieces) -> list[Window]:
    """Cut words into windows: each begins with all other fields, cut short, and goes on with a part of the text."""
    cut = [(number, pieces(written(word))) for number, word in enumerate(words)]
    head = list(_shortened((part for part in cut if words[part[0]].field != TEXT), words))
    body = [part for part in cut if words[part[0]].field == TEXT]
    room = LONGEST - sum(len(part[1]) for part in head) - len(FIELDS) - 2
    windows: list[Window] = []
    at = 0
    while True:
        end, left = at, room
        while end < len(body) and len(body[end][1]) < left:
            left -= len(body[end][1])
            end += 1
        windows.append(_window([*head, *body[at:end]], words))
        if end >= len(body) or len(windows) == MOST_WINDOWS:
            return windows
        at = max(at + 1, end - min(OVERLAP, (end - at) // 3))


def written(word: Word) -> str:
    """A word as the pieces know it: composed, and a sign before it where space stands.

    >>> written(Word("text", "Ann", 0, 3, True))
    '▁Ann'
    """
    text = unicodedata.normalize("NFKC", word.text[:LONGEST_WORD]).encode("utf-8", "replace").decode()
    return (SPACE if word.is_spaced else "") + text


def _shortened(
    parts: Iterable[tuple[int, Sequence[int]]], words: Sequence[Word]
) -> Iterable[tuple[int, Sequence[int]]]:
    used = dict.fromkeys(FIELDS, 0)
    for number, pieces in parts:
        field = words[number].field
        used[field] += len(pieces)
        if used[field] <= FIELDS[field]:
            yield number, pieces


def _window(parts: Iterable[tuple[int, Sequence[int]]], words: Sequence[Word]) -> Window:
    numbers = {field: number for number, field in enumerate(FIELDS, start=1)}
    window = Window([START], [0], [])
    last = ""
    for number, pieces in parts:
        field = words[number].field
        if field != last:
            window.pieces.append(END)
            window.fields.append(numbers[field])
            last = field
        window.places.append((len(window.pieces), number))
        window.pieces.extend(pieces)
        window.fields.extend([numbers[field]] * len(pieces))
    window.pieces.append(END)
    window.fields.append(0)
    return window
