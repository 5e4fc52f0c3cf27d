"""Texts cut into the words that the tagger marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: A word, with the sign that ties it to the next (`O'Hara` is two), or one sign.
_WORD = re.compile(r"[^\W_]+(?:[.'’\-](?=[^\W_]))?|[^\w\s]|_")
MOST_TEXT = 20_000  #: characters of a field that are looked at


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a field, from `start` to `end` of its text."""

    field: str
    text: str
    start: int
    end: int
    is_spaced: bool  #: space stands before it, or it begins the field


def words_of(field: str, text: str) -> Iterator[Word]:
    """Cut a field into words.

    >>> [word.text for word in words_of("text", "With Ann O'Hara.")]
    ['With', 'Ann', "O'", 'Hara', '.']
    """
    last = 0
    for found in _WORD.finditer(text[:MOST_TEXT]):
        start, end = found.span()
        yield Word(field, found[0], start, end, start > last or start == 0)
        last = end
