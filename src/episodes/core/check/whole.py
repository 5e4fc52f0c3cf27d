"""Whether a media file is whole and can be played while it loads, by its size and first bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

#: Bytes that an MP3 may lack of what its first frame counts: encoders pad, editors cut tags.
_SLACK = 0.01
_XING_FRAMES, _XING_BYTES = 1, 2


def is_cut(data: bytes, length: int) -> bool:
    """Whether a file of so many bytes says in its first ones, `data`, that it once had more.

    MP4 by its boxes (ISO 14496-12), MP3 by the bytes that its Xing header counts.
    """
    if data[4:8] == b"ftyp":
        return any(start + size > length for name, start, size in _boxes(data) if name in (b"moov", b"mdat"))
    counted, start = _counted(data)
    return counted * (1 - _SLACK) > length - start


def is_index_last(data: bytes) -> bool:
    """Whether an MP4 has its sound and picture before the index (`moov`) without which nothing can be played.

    >>> box = lambda name: (8).to_bytes(4, "big") + name
    >>> is_index_last(box(b"ftyp") + box(b"mdat")), is_index_last(box(b"ftyp") + box(b"moov") + box(b"mdat"))
    (True, False)
    """
    if data[4:8] != b"ftyp":
        return False
    names = [name for name, _, _ in _boxes(data)]
    return b"mdat" in names and b"moov" not in names[: names.index(b"mdat")]


def _boxes(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, place and size of the boxes whose heads are in the data; one without a size reaches to the end."""
    start = 0
    while start + 16 <= len(data) or start + 8 == len(data):
        size, name = struct.unpack_from(">I4s", data, start)
        if size == 1:
            if start + 16 > len(data):
                return
            (size,) = struct.unpack_from(">Q", data, start + 8)
        yield name, start, size
        if size < 8:
            return
        start += size


def _counted(data: bytes) -> tuple[int, int]:
    """How many bytes of sound an MP3 counts, and where they begin; 0 where it does not count."""
    start = _behind_tag(data)
    if start + 4 > len(data) or data[start] != 0xFF:
        return 0, 0
    found = max(data.find(name, start, start + 64) for name in (b"Xing", b"Info"))
    if found < 0 or found + 16 > len(data):
        return 0, 0
    flags = int.from_bytes(data[found + 4 : found + 8], "big")
    if not flags & _XING_BYTES:
        return 0, 0
    place = found + (12 if flags & _XING_FRAMES else 8)
    return int.from_bytes(data[place : place + 4], "big"), start


def _behind_tag(data: bytes) -> int:
    """Where sound begins: behind an ID3v2 tag, whose size has seven bits a byte."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size
