"""Tags that would keep every reader busy: looked at by ourselves before a library is given the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from episodes.core.id3 import id3_length
from episodes.media.chapter_pictures import pictures_length
from episodes.media.ebml import iter_elements
from episodes.media.id3_frames import header_length, iter_frames, parts_of
from episodes.media.sniff import HEAD

#: Entries of a tag, those of its chapters too; FFmpeg's time grows with their square (20,000 take up to 44 s). A long
#: book has 1,200 chapters, each of which may have an id, a title, an address and, if not all are large, a picture.
MOST_ENTRIES = 8_000
#: What looks like the beginning of an entry, wherever it stands: one reader may find entries where another sees none.
MOST_LIKENESSES = 20_000
#: Bytes of text in a tag, lyrics and all: a day's speech is less.
MOST_TEXT = 2 * 1024 * 1024
#: Bytes of compressed entries, which nobody writes: unpacked they can be a thousand times as many.
MOST_PACKED = 64 * 1024
#: Bytes of a tag, pictures and all: a lecture may have hundreds of slides.
MOST_BYTES = 128 * 1024 * 1024
#: Bytes that mutagen copies, which takes what is left of a tag anew behind each entry: some 16 seconds.
MOST_COPIED = 32 * 1024**3
#: Zeros behind a 0xFF that have to be taken out of an unsynchronised tag, byte by byte; a large picture has 10,000.
MOST_TAKEN_OUT = 1_000_000
#: Chunks of a WAV or AIFF file, and blocks of a FLAC file, that are gone through: others have a dozen.
_MOST_CHUNKS = 1_000

#: An entry's name and the first byte of its length, which is 0 below 2 MB; in text and pictures that is rare.
_ENTRY = {2: re.compile(rb"[A-Z][A-Z0-9]{2}\x00"), 3: re.compile(rb"[A-Z][A-Z0-9]{3}\x00")}
#: What holds bytes and no text.
_BYTES = (
    b"APIC",
    b"GEOB",
    b"PRIV",
    b"PIC",
    b"GEO",
    b"MCDI",
    b"UFID",
    b"CHAP",
    b"CTOC",
    b"XHD3",
    b"SIGN",
    b"AENC",
    b"MLLT",
)
_CHUNKED = (b"RIFF", b"FORM", b"RF64")


def excess(stream: BinaryIO, head: bytes) -> str:
    """Say what a file's tags have too much of, or "" for all that anybody writes; `head` is the file's beginning."""
    behind = 0
    for position, size in _tags(stream, head):
        if size > MOST_BYTES:
            return f"a tag of {size:,} bytes"
        stream.seek(position)
        if reason := _excess(stream.read(size), is_first=not position):
            return reason
        behind = position + size if position == behind else behind
    if head.startswith(b"\x1aE\xdf\xa3"):
        return _matroska_excess(stream)
    stream.seek(behind)
    return _comments_excess(stream, behind, stream.read(HEAD) if behind else head)


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
    if not start.startswith(_CHUNKED):
        return
    order = "big" if start.startswith(b"FORM") else "little"
    stream.seek(position + 12)
    for _ in range(_MOST_CHUNKS):
        chunk = stream.read(8)
        if len(chunk) < 8:
            return
        size = int.from_bytes(chunk[4:], order)  # type: ignore[arg-type]  # one of the two
        if chunk[:4].lower() == b"id3 ":
            at = stream.tell()
            end = stream.seek(0, 2)
            yield at, min(size, end - at)
            return
        if not size and chunk[:4] in (b"data", b"SSND"):
            return  # recorded into a pipe: all that follows is sound
        stream.seek(size + size % 2, 1)


def _excess(tag: bytes, *, is_first: bool) -> str:
    version, flags = (tag[3], tag[5]) if len(tag) > 10 else (4, 0)
    if flags & 0x80:
        if tag.count(b"\xff\0") > MOST_TAKEN_OUT:
            return f"an unsynchronised tag of {len(tag):,} bytes"
        if version < 4:  # since then lengths count the zeros
            tag = tag[:10] + tag[10:].replace(b"\xff\0", b"\xff")
    if (likenesses := sum(1 for _ in _ENTRY[2 if version == 2 else 3].finditer(tag))) > MOST_LIKENESSES:
        return f"a tag of up to {likenesses:,} entries"
    # Chapters' pictures are not given to a library, where the tag stands at the beginning of its file.
    left_out = pictures_length(tag) if is_first and len(tag) > 10 and not flags & 0x80 else 0
    return _frames_excess(tag, version, header_length(tag, version, flags), len(tag) - left_out)


def _frames_excess(tag: bytes, version: int, start: int, read: int) -> str:
    """Judge a tag's entries; of its bytes so many are `read` by a library."""
    entries = text = packed = values = 0
    for name, frame, is_packed in _all_frames(tag, version, start):
        entries += 1
        packed += len(frame) * is_packed
        text += 0 if name.startswith(_BYTES) else len(frame)
        if name.startswith(b"T"):
            values += frame.count(b"\0\0" if frame[:1] in (b"\1", b"\2") else b"\0")
    if entries > MOST_ENTRIES:
        return f"a tag of {entries:,} entries"
    if sum(1 for _ in iter_frames(tag, version, start)) * read // 2 > MOST_COPIED:
        return f"a tag of {entries:,} entries in {read:,} bytes"
    if packed > MOST_PACKED:
        return f"{packed:,} bytes of compressed tags"
    if text > MOST_TEXT:
        return f"{text:,} bytes of text in its tag"
    return f"a tag of {values:,} values" if values > MOST_ENTRIES else ""


def _all_frames(tag: bytes, version: int, start: int) -> Iterator[tuple[bytes, bytes, bool]]:
    """Go through a tag's entries, and those within its chapters and lists of chapters: name, content, is it packed."""
    for frame in iter_frames(tag, version, start):
        content = tag[frame.begin : frame.end]
        yield frame.name, content, frame.is_packed
        if frame.name in (b"CHAP", b"CTOC") and (place := parts_of(frame.name, content)):
            for part in iter_frames(content, version, place):
                yield part.name, content[part.begin : part.end], part.is_packed


def _comments_excess(stream: BinaryIO, start: int, head: bytes) -> str:
    """The same of the comments of FLAC and Ogg: how many there are stands before them (Vorbis I, 5.2.1)."""
    count = 0
    if head.startswith(b"fLaC"):
        count = max((_comment_count(stream, place) for place in _flac_comments(stream, start)), default=0)
    elif head.startswith(b"OggS"):
        marks = ((at, mark) for mark in (b"OpusTags", b"\x03vorbis") if (at := head.find(mark)) >= 0)
        if first := min(marks, default=None):
            count = _comment_count(stream, start + first[0] + len(first[1]))
    return f"{count:,} comments" if count > MOST_ENTRIES else ""


def _comment_count(stream: BinaryIO, place: int) -> int:
    """Read how many comments there are; the writer's name stands before the number."""
    stream.seek(place)
    stream.seek(int.from_bytes(stream.read(4), "little"), 1)
    return int.from_bytes(stream.read(4), "little")


def _matroska_excess(stream: BinaryIO) -> str:
    entries = 0
    for name, position, size in iter_elements(stream):
        if name == b"\x12\x54\xc3\x67":  # Tags
            if size > MOST_BYTES:
                return f"tags of {size:,} bytes"
            stream.seek(position)
            entries += stream.read(size).count(b"\x67\xc8")  # SimpleTag
    return f"{entries:,} tags" if entries > MOST_ENTRIES else ""


def _flac_comments(stream: BinaryIO, start: int) -> Iterator[int]:
    """Where the comments of a FLAC file begin that itself begins at `start`; pictures may stand before them."""
    position = start + 4
    for _ in range(_MOST_CHUNKS):
        stream.seek(position)
        header = stream.read(4)
        if len(header) < 4:
            return
        if header[0] & 0x7F == 4:
            yield position + 4
        if header[0] & 0x80:
            return
        position += 4 + int.from_bytes(header[1:])
