"""MP4 as it lies in a file: boxes within boxes, and what its tracks are."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from episodes.core.check.facts import Read
from episodes.core.light import dataclass

#: So many boxes are looked at: a file in fragments may have a hundred thousand.
_MOST = 10_000


@dataclass(frozen=True, kw_only=True)
class Box:
    """A box: its name, where it begins, where its content does, and how long it says it is."""

    name: bytes
    start: int
    inner: int
    size: int

    @property
    def end(self) -> int:
        return self.start + self.size


@dataclass(frozen=True, kw_only=True)
class Track:
    """A track: soun, vide, text, …; its codec by its four letters; its picture's height in pixels."""

    kind: str
    codec: str
    height: int


def boxes(read: Read, start: int, end: int) -> Iterator[Box]:
    """The boxes from a place to another; one whose size cannot be is the last."""
    for _ in range(_MOST):
        head = read(start, 16) if start < end else b""
        if len(head) < 8:
            return
        size, name = struct.unpack_from(">I4s", head)
        inner = start + 8
        if size == 1 and len(head) == 16:
            (size,) = struct.unpack_from(">Q", head, 8)
            inner = start + 16
        elif size == 0:
            size = end - start
        yield Box(name=name, start=start, inner=inner, size=size)
        if size < 8:
            return
        start += size


def find_box(read: Read, box: Box | None, *path: bytes) -> Box | None:
    """The box that lies on a path within another, the first of each name."""
    for name in path:
        if box is None:
            return None
        box = next((inner for inner in boxes(read, box.inner, box.end) if inner.name == name), None)
    return box


def tracks(read: Read, moov: Box) -> list[Track]:
    """The tracks that an index names."""
    found = []
    for trak in boxes(read, moov.inner, moov.end):
        if trak.name != b"trak":
            continue
        handler = find_box(read, trak, b"mdia", b"hdlr")
        table = find_box(read, trak, b"mdia", b"minf", b"stbl", b"stsd")
        head = find_box(read, trak, b"tkhd")
        found.append(
            Track(
                kind=read(handler.inner + 8, 4).decode("latin-1") if handler else "",
                codec=read(table.inner + 12, 4).decode("latin-1") if table else "",
                height=int.from_bytes(read(head.end - 4, 2), "big") if head else 0,
            )
        )
    return found
