"""Tags that would keep every reader busy: looked at by ourselves before a library is given the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from episodes.media.ebml import iter_elements
from episodes.media.sniff import id3_length

#: Entries of a tag; FFmpeg's time grows with their square (20,000 take up to 44 s). A long book has
#: hundreds of chapters.
MOST_ENTRIES = 2_000
#: Bytes of text in a tag, lyrics and all: a day's speech is less.
MOST_TEXT = 2 * 1024 * 1024
#: Bytes of compressed entries, which nobody writes: unpacked they can be a thousand times as many.
MOST_PACKED = 64 * 1024
#: Bytes of a tag, pictures and all.
MOST_BYTES = 64 * 1024 * 1024
#: The same where every 0xFF has a zero behind it, which has to be taken out byte by byte.
MOST_UNSYNCHRONISED = 8 * 1024 * 1024

#: An entry's name and the first byte of its length, which is 0 below 2 MB; in text and pictures that is rare.
_ENTRY = {2: re.compile(rb"[A-Z][A-Z0-9]{2}\x00"), 3: re.compile(rb"[A-Z][A-Z0-9]{3}\x00")}
_NAME = re.compile(rb"[A-Z][A-Z0-9]{2,3}")
#: What holds bytes and no text.
_BYTES = (b"APIC", b"GEOB", b"PRIV", b"PIC", b"GEO", b"MCDI", b"UFID", b"CHAP", b"CTOC", b"XHD3", b"SIGN", b"AENC")
_CHUNKED = (b"RIFF", b"FORM", b"RF64")


def excess(stream: BinaryIO, head: bytes) -> str:
    """Say what a file's tags have too much of, or "" for all that anybody writes; `head` is the file's beginning."""
    for position, size in _tags(stream, head):
        if size > MOST_BYTES:
            return f"a tag of {size:,} bytes"
        stream.seek(position)
        if reason := _excess(stream.read(size)):
            return reason
    return _matroska_excess(stream) if head.startswith(b"\x1aE\xdf\xa3") else _comments_excess(head)


def _tags(stream: BinaryIO, head: bytes) -> Iterator[tuple[int, int]]:
    """Where ID3 tags lie, and how long they are: at the beginning, or in a chunk of WAV and AIFF."""
    end = stream.seek(0, 2)
    position, start = 0, head
    while length := id3_length(start):
        yield position, min(length, end - position)  # a tag that claims more than there is may be cut off
        position += length
        stream.seek(position)
        start = stream.read(16)
        if position > MOST_BYTES or position >= end:
            return
    if start.startswith(_CHUNKED):
        order = "big" if start.startswith(b"FORM") else "little"
        stream.seek(position + 12)
        while len(chunk := stream.read(8)) == 8:
            size = int.from_bytes(chunk[4:], order)  # type: ignore[arg-type]  # one of the two
            if chunk[:4].lower() == b"id3 ":
                yield stream.tell(), size
                return
            stream.seek(size + size % 2, 1)


def _excess(tag: bytes) -> str:
    version, flags = (tag[3], tag[5]) if len(tag) > 10 else (4, 0)
    if flags & 0x80 and len(tag) > MOST_UNSYNCHRONISED:
        return f"an unsynchronised tag of {len(tag):,} bytes"
    entries = sum(1 for _ in _ENTRY[2 if version == 2 else 3].finditer(tag))
    if entries > MOST_ENTRIES:
        return f"a tag of {entries:,} entries"
    text = packed = values = 0
    for name, frame, is_packed in _frames(tag, version):
        packed += len(frame) * is_packed
        if not name.startswith(_BYTES):
            text += len(frame)
            values += frame.count(b"\0\0" if frame[:1] in (b"\1", b"\2") else b"\0")
    if packed > MOST_PACKED:
        return f"{packed:,} bytes of compressed tags"
    if text > MOST_TEXT:
        return f"{text:,} bytes of text in its tag"
    return f"a tag of {values:,} values" if values > MOST_ENTRIES else ""


def _frames(tag: bytes, version: int) -> Iterator[tuple[bytes, bytes, bool]]:
    """Go through a tag's entries: name, content, and whether that is compressed (ID3v2.2 to 2.4)."""
    width = 3 if version == 2 else 4
    position = 10
    while position + 2 * width <= len(tag):
        name = tag[position : position + width]
        if not _NAME.fullmatch(name):
            return
        length = tag[position + width : position + 2 * width]
        header = 6 if version == 2 else 10
        plain = int.from_bytes(length)
        size = _seven_bits(length) if version == 4 and max(length) < 0x80 else plain
        after = position + header + size
        # Some writers of 2.4 count in plain bytes: then no entry, nor padding, begins where the other reading ends.
        if size != plain and after < len(tag) and tag[after] and not _NAME.fullmatch(tag[after : after + 4]):
            size = plain
        flags = tag[position + 9] if version > 2 and position + 9 < len(tag) else 0
        is_packed = bool(flags & (0x08 if version == 4 else 0x80)) and version > 2
        yield name, tag[position + header : position + header + size], is_packed
        position += header + size


def _seven_bits(data: bytes) -> int:
    number = 0
    for byte in data:
        number = number << 7 | byte
    return number


def _comments_excess(head: bytes) -> str:
    """The same of the comments of FLAC and Ogg: how many there are stands before them (Vorbis I, 5.2.1)."""
    place = next((at + len(mark) for mark in (b"OpusTags", b"\x03vorbis") if (at := head.find(mark)) >= 0), 0)
    if head.startswith(b"fLaC"):
        place = _flac_comments(head)
    if not place or (place and not head.startswith((b"fLaC", b"OggS"))):
        return ""
    place += 4 + int.from_bytes(head[place : place + 4], "little")
    count = int.from_bytes(head[place : place + 4], "little")
    return f"{count:,} comments" if count > MOST_ENTRIES else ""


def _matroska_excess(stream: BinaryIO) -> str:
    entries = 0
    for name, position, size in iter_elements(stream):
        if name == b"\x12\x54\xc3\x67":  # Tags
            if size > MOST_BYTES:
                return f"tags of {size:,} bytes"
            stream.seek(position)
            entries += stream.read(size).count(b"\x67\xc8")  # SimpleTag
    return f"{entries:,} tags" if entries > MOST_ENTRIES else ""


def _flac_comments(head: bytes) -> int:
    position = 4
    while position + 4 <= len(head):
        kind, size = head[position], int.from_bytes(head[position + 1 : position + 4])
        if kind & 0x7F == 4:
            return position + 4
        if kind & 0x80:
            break
        position += 4 + size
    return 0
