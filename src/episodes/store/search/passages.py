"""Cutting speech into passages: the units that are indexed.

A passage is a run of whole segments of at least `LENGTH` words; its text goes on for `OVERLAP` words into the next
one, so that a phrase is found wherever it lies. Two neighbours together are the window that is scored.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from episodes.core.words import terms

LENGTH = 120
OVERLAP = 5
ROOM = 65536  #: passages an episode can have


class Passage(NamedTuple):
    """What is indexed of one passage."""

    first: int  #: position of its first segment
    words: list[str]
    speakers: list[str]


def cut(segments: Iterable[tuple[str, str, str]]) -> Iterator[Passage]:
    """Cut segments, as (text, speaker, text before fixes), into passages.

    Lengths are those before fixes, so that a fix leaves the cuts alone and touches few passages.
    """
    waiting: Passage | None = None
    first, length, words, speakers = 0, 0, list[str](), dict[str, None]()
    for position, (text, speaker, unfixed) in enumerate(segments):
        found = terms(text)
        words += found
        length += len(found) if text == unfixed else len(terms(unfixed))
        speakers[speaker] = None
        if length >= LENGTH:
            if waiting:
                yield _closed(waiting, words)
            waiting = Passage(first, words, list(speakers))
            first, length, words, speakers = position + 1, 0, [], {}
    if waiting:
        yield _closed(waiting, words)
    if length:
        yield Passage(first, words, list(speakers))


def _closed(passage: Passage, following: list[str]) -> Passage:
    return Passage(passage.first, passage.words + following[:OVERLAP], passage.speakers)


def pack_starts(starts: Iterable[int]) -> bytes:
    """Write the first segments of an episode's passages, in order."""
    return array("I", starts).tobytes()


def unpack_starts(packed: bytes) -> array[int]:
    starts = array("I")
    starts.frombytes(packed)
    return starts
