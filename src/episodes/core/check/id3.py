"""ID3v2 tags as they lie in a file: chapters, their table of contents, pictures (ID3v2.3 and 2.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from episodes.core.check.facts import Read
from episodes.core.light import dataclass

#: Frames of which the whole is read; of all others, a picture among them, only the beginning.
_READ = (b"CHAP", b"CTOC")
_HEAD = 256
#: A tag that was freed of false syncs has to be read as a whole; one beyond this size is left alone.
_MOST = 8_000_000
_FRAMES_AT_MOST = 4000
_UNSYNCHRONISED, _EXTENDED = 0x80, 0x40
_PACKED = 0x0C  #: flags of a 2.4 frame: compressed, encrypted
_CODES = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}


@dataclass(frozen=True, kw_only=True)
class TagChapter:
    """A chapter frame; times in seconds."""

    name: str
    start: float
    end: float
    title: str


@dataclass(frozen=True, kw_only=True)
class TagContents:
    """A table of contents: the names of its chapters, and whether it is the top one."""

    name: str
    is_top: bool
    is_ordered: bool
    children: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TagPicture:
    """A picture: its stated type, its size and its first bytes."""

    mime_type: str
    size: int
    head: bytes


@dataclass(frozen=True, kw_only=True)
class Tag:
    """What is judged of a tag."""

    chapters: tuple[TagChapter, ...]
    contents: tuple[TagContents, ...]
    pictures: tuple[TagPicture, ...]


def read_tag(read: Read) -> Tag | None:
    """Read the tag that a file begins with; None where there is none of version 2.3 or 2.4."""
    head = read(0, 10)
    if head[:3] != b"ID3" or len(head) < 10 or head[3] not in (3, 4):
        return None
    size, start = _safe(head[6:10]), 10
    if head[5] & _UNSYNCHRONISED and head[3] == 3:
        if size > _MOST:
            return None
        data = read(10, size).replace(b"\xff\x00", b"\xff")
        read, start, size = (lambda place, length: data[place : place + length]), 0, len(data)
    end = start + size
    if head[5] & _EXTENDED:
        extended = read(start, 4)
        start += _safe(extended) if head[3] == 4 else 4 + int.from_bytes(extended, "big")
    frames = list(_frames(read, start, end, head[3]))
    return Tag(
        chapters=tuple(_chapter(body, head[3]) for name, _, body in frames if name == b"CHAP" and b"\0" in body[:-16]),
        contents=tuple(_contents(body) for name, _, body in frames if name == b"CTOC" and b"\0" in body[:-2]),
        pictures=tuple(_picture(body, length) for name, length, body in frames if name == b"APIC"),
    )


def _safe(data: bytes) -> int:
    """A number whose bytes have seven bits."""
    size = 0
    for byte in data:
        size = size << 7 | byte & 0x7F
    return size


def _frames(read: Read, start: int, end: int, version: int) -> Iterator[tuple[bytes, int, bytes]]:
    """Name, length and content of frames; of most, the beginning of it."""
    for _ in range(_FRAMES_AT_MOST):
        if start + 10 > end:
            return
        head = read(start, 10)
        if len(head) < 10 or not head[:4].isalnum():
            return
        size = _safe(head[4:8]) if version == 4 else int.from_bytes(head[4:8], "big")
        flags = head[9] if version == 4 else 0
        body = read(start + 10, min(size, end - start - 10) if head[:4] in _READ else min(size, _HEAD))
        if not flags & _PACKED:
            body = body[4:] if flags & 1 else body  # how long the content is
            yield head[:4], size, body.replace(b"\xff\x00", b"\xff") if flags & 2 else body
        start += 10 + size


def _chapter(body: bytes, version: int) -> TagChapter:
    name, _, rest = body.partition(b"\0")
    start, end = struct.unpack(">II", rest[:8])
    inner = rest[16:]
    titles = [
        _text(content)
        for frame, _, content in _frames(lambda place, length: inner[place : place + length], 0, len(inner), version)
        if frame == b"TIT2"
    ]
    return TagChapter(
        name=name.decode("latin-1"), start=start / 1000, end=end / 1000, title=titles[0] if titles else ""
    )


def _contents(body: bytes) -> TagContents:
    name, _, rest = body.partition(b"\0")
    children = rest[2:].split(b"\0")[: rest[1]]
    return TagContents(
        name=name.decode("latin-1"),
        is_top=bool(rest[0] & 2),
        is_ordered=bool(rest[0] & 1),
        children=tuple(child.decode("latin-1") for child in children),
    )


def _picture(body: bytes, length: int) -> TagPicture:
    mime, _, rest = body[1:].partition(b"\0")
    wide = body[:1] in (b"\1", b"\2")
    mark = b"\0\0" if wide else b"\0"
    place = rest.find(mark, 1)
    if wide:
        while place >= 0 and place % 2 == 0:  # the description begins at 1, and has two bytes a sign
            place = rest.find(mark, place + 1)
    head = rest[place + len(mark) :] if place >= 0 else b""
    return TagPicture(mime_type=mime.decode("latin-1").lower(), size=length - (len(body) - len(head)), head=head)


def _text(body: bytes) -> str:
    code = _CODES.get(body[0] if body else 0, "latin-1")
    return body[1:].decode(code, "replace").strip("\0\ufeff ")
