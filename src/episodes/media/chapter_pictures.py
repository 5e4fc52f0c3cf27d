"""The pictures of a tag's chapters: a long book has more of them than a tag library reads in minutes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from episodes.core.id3 import id3_length
from episodes.media.id3_frames import header_length, iter_frames, parts_of

#: Bytes of chapters' pictures that a tag which we write keeps; a tag library takes minutes for ten times as many.
MOST_PICTURES = 8 * 1024 * 1024
#: Tags up to so many bytes are read as they are.
_SMALL = 1024 * 1024


def tag_stream(file: Path, *, most: int) -> tuple[BinaryIO | None, int]:
    """A file's first tag with at most so many bytes of chapters' pictures, and how many bytes were left out.

    There is no stream where the tag is small, or is of a kind that is left as it is: the file itself is to be read.
    """
    with file.open("rb") as stream:
        head = stream.read(16)
        length = id3_length(head)
        if length <= _SMALL:
            return None, 0
        stream.seek(0)
        tag = stream.read(length)
        slim, left_out = without_pictures(tag, most=most)
        if not left_out:
            return None, 0
        stream.seek(-min(128, file.stat().st_size), io.SEEK_END)  # where the oldest kind of tag lies
        return io.BytesIO(slim + stream.read()), left_out


def without_pictures(tag: bytes, *, most: int) -> tuple[bytes, int]:
    """A tag whose chapters have pictures of at most so many bytes, the first ones, and how many bytes were left out."""
    version, flags = tag[3], tag[5]
    if version not in (3, 4) or flags & 0x80:  # chapters came with 2.3; unsynchronised tags are left as they are
        return tag, 0
    start = header_length(tag, version, flags)
    view = memoryview(tag)  # a cover may be large: no copy of it is made
    parts: list[bytes | memoryview] = [view[10:start]]
    left_out, room = 0, most
    for frame in iter_frames(tag, version, start):
        content: bytes | memoryview = view[frame.begin : frame.end]
        if frame.name == b"CHAP" and frame.flags == b"\0\0":
            content, kept, less = _slimmed(bytes(content), version, room)
            room -= kept
            left_out += less
        parts += [_header(tag[frame.start : frame.begin], len(content), version), content]
    if not left_out:
        return tag, 0
    body = b"".join(parts)
    return tag[:5] + bytes([flags & ~0x10]) + _seven_bits(len(body)) + body, left_out


def pictures_length(tag: bytes) -> int:
    """How many bytes the pictures of a tag's chapters have that could be left out."""
    return without_pictures(tag, most=0)[1]


def _slimmed(content: bytes, version: int, room: int) -> tuple[bytes, int, int]:
    """A chapter with the pictures that there is room for, and how many bytes of them were kept and left out."""
    place = parts_of(b"CHAP", content)
    parts, kept, left_out = [content[:place]], 0, 0
    for frame in iter_frames(content, version, place) if place else ():
        length = frame.end - frame.start
        if frame.name == b"APIC" and kept + length > room:
            left_out += length
            continue
        kept += length if frame.name == b"APIC" else 0
        parts.append(content[frame.start : frame.end])
    return (b"".join(parts), kept, left_out) if left_out else (content, kept, 0)


def _header(header: bytes, length: int, version: int) -> bytes:
    """An entry's header with the length of what follows it now."""
    return header[:4] + (_seven_bits(length) if version == 4 else length.to_bytes(4)) + header[8:]


def _seven_bits(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))
