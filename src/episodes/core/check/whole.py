"""Whether a media file is whole and can be played while it loads, by its size and what it says of itself."""

from __future__ import annotations

import struct

from episodes.core.check.boxes import Box, boxes
from episodes.core.check.facts import Read
from episodes.core.check.frames import behind_tags, counted_bytes

#: Bytes that an MP3 may lack of what its first frame counts: encoders pad, editors cut tags.
_SLACK = 0.01
#: So many bytes at an end hold the beginning of an Ogg file's last page.
_LAST_PAGE = 66_000
#: From here on the size of a WAV says nothing: programs that cannot go back write such numbers.
_RIFF_UNKNOWN = 0x7FFF_0000
_EBML = b"\x1aE\xdf\xa3"
_SEGMENT = b"\x18S\x80g"


def is_cut(read: Read, length: int) -> bool:
    """Whether a file of so many bytes says that it once had more.

    MP4 by its boxes (ISO 14496-12), MP3 by the bytes that its Xing header counts, WAV and WebM by the size that they
    begin with, Ogg by its last page.
    """
    head = read(0, 16)
    if head[4:8] == b"ftyp":
        return any(box.end > length for box in boxes(read, 0, length) if box.name in (b"moov", b"mdat", b"moof"))
    if head[:4] == b"RIFF":
        size = int.from_bytes(head[4:8], "little")
        return size < _RIFF_UNKNOWN and size + 8 > length + 1  # some leave out the last byte, which only fills up
    if head[:4] == b"OggS":
        return _is_page_cut(read, length)
    if head[:4] == _EBML:
        return _segment_end(read) > length
    start = behind_tags(read)
    counted = counted_bytes(read(start, 256))
    return counted > 0 and counted * (1 - _SLACK) > length - start


def is_index_last(found: list[Box]) -> bool:
    """Whether an MP4 has its sound and picture before the index (`moov`) without which nothing can be played."""
    names = [box.name for box in found]
    return b"mdat" in names and b"moov" in names and names.index(b"mdat") < names.index(b"moov")


def _is_page_cut(read: Read, length: int) -> bool:
    """Whether the last page of an Ogg file reaches beyond its end; its mark of being last is often missing."""
    data = read(max(0, length - _LAST_PAGE), _LAST_PAGE)
    place = data.rfind(b"OggS")
    if place < 0 or place + 27 > len(data):
        return place >= 0
    sizes = data[place + 27 : place + 27 + data[place + 26]]
    return place + 27 + len(sizes) + sum(sizes) > len(data)


def _segment_end(read: Read) -> int:
    """Where the segment of a Matroska file says that it ends; 0 where it does not say."""
    data = read(0, 4096)
    place = data.find(_SEGMENT)
    if place < 0 or place + 12 > len(data) or not data[place + 4]:
        return 0
    width = 9 - data[place + 4].bit_length()
    (whole,) = struct.unpack(">Q", data[place + 4 : place + 4 + width].rjust(8, b"\0"))
    size = whole & (1 << 7 * width) - 1
    return 0 if size == (1 << 7 * width) - 1 else place + 4 + width + size
