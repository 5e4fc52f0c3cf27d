"""Where the entries of an ID3 tag lie, read without a library: the tag may be made to keep a library busy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(rb"[A-Z][A-Z0-9]{2,3}")


class Frame(NamedTuple):
    """An entry of a tag, and where it lies in the bytes that were looked through."""

    name: bytes
    start: int  #: of its header
    begin: int  #: of its content
    end: int
    flags: bytes
    is_packed: bool  #: whether the content is compressed


def iter_frames(tag: bytes, version: int, position: int) -> Iterator[Frame]:
    """Go through entries in a row (ID3v2.2 to 2.4); what claims more than there is ends where the bytes end."""
    width = 3 if version == 2 else 4
    while position + 2 * width <= len(tag):
        name = tag[position : position + width]
        if not _NAME.fullmatch(name):
            return
        length = tag[position + width : position + 2 * width]
        header = 6 if version == 2 else 10
        plain = int.from_bytes(length)
        size = seven_bits(length) if version == 4 and max(length) < 0x80 else plain
        after = position + header + size
        # Some writers of 2.4 count in plain bytes: then no entry, nor padding, begins where the other reading ends.
        if size != plain and after < len(tag) and tag[after] and not _NAME.fullmatch(tag[after : after + 4]):
            size = plain
        flags = tag[position + 8 : position + 10] if version > 2 else b""
        is_packed = len(flags) == 2 and bool(flags[1] & (0x08 if version == 4 else 0x80))
        begin = position + header
        yield Frame(name, position, begin, min(begin + size, len(tag)), flags, is_packed)
        position = begin + size


def parts_of(name: bytes, content: bytes) -> int:
    """Where the entries within a chapter or a list of chapters begin (ID3v2 Chapters, 3.1 and 3.2); 0 = nowhere."""
    place = content.find(b"\0") + 1
    if not place:
        return 0
    if name == b"CHAP":
        return place + 16  # four times
    count, place = content[place + 1 : place + 2], place + 2
    for _ in range(count[0] if count else 0):
        place = content.find(b"\0", place) + 1 or len(content)
    return place


def header_length(tag: bytes, version: int, flags: int) -> int:
    """Count the bytes that stand before a tag's first entry."""
    if not flags & 0x40 or version < 3:
        return 10
    return 10 + (seven_bits(tag[10:14]) if version == 4 else 4 + int.from_bytes(tag[10:14]))


def seven_bits(data: bytes) -> int:
    """Read a number of which each byte holds seven bits."""
    number = 0
    for byte in data:
        number = number << 7 | byte
    return number
