"""Going through the outer elements of a Matroska or WebM file (RFC 8794), without reading what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

SEGMENT = b"\x18\x53\x80\x67"
#: Elements that are gone through at most: a day of clusters is less.
_MOST = 100_000


def iter_elements(stream: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Name, place and size of what a segment holds; ends where a size is left open, as in recordings of streams."""
    end = stream.seek(0, 2)
    position = 0
    for _ in range(_MOST):
        if position >= end:
            return
        stream.seek(position)
        header = stream.read(12)
        name_width = _width(header[:1])
        name, rest = header[:name_width], header[name_width:]
        size_width = _width(rest[:1])
        if not name or not 0 < size_width <= len(rest):
            return
        size = int.from_bytes(rest[:size_width]) & ((1 << 7 * size_width) - 1)
        position += name_width + size_width
        if name == SEGMENT:
            continue  # what it holds comes next
        if size == (1 << 7 * size_width) - 1:
            return
        yield name, position, min(size, end - position)
        position += size


def _width(first: bytes) -> int:
    """How many bytes a number takes: as many as there are zero bits before the first one, and that one."""
    return 9 - first[0].bit_length() if first and first[0] else 0
