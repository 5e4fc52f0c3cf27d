"""MPEG audio as it lies in a file: tags around it, frames in it, and what its first frame counts."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from episodes.core.check.facts import Read
from episodes.core.light import dataclass

#: Bytes in which two whole frames stand, wherever one begins to look.
WINDOW = 4096
_RATES = {
    3: (44_100, 48_000, 32_000),  # MPEG 1
    2: (22_050, 24_000, 16_000),  # MPEG 2
    0: (11_025, 12_000, 8_000),  # MPEG 2.5
}
#: Kilobits a second by (MPEG 1, layer) and the number that a frame gives.
_BITS = {
    (True, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_XING_FRAMES, _XING_BYTES = 1, 2
_TAGS_AT_MOST = 8
#: So many bytes that are no frames are let pass: remains at cuts, marks at the end.
_GAP = 600


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The head of a frame: its length in bytes, bits a second, and what all frames of a file share."""

    length: int
    bit_rate: int
    kind: tuple[int, int, int]  #: version, layer, samples a second


def read_frame(data: bytes, place: int = 0) -> Frame | None:
    r"""Read the head of a frame; None if there is none, or if its length is not told (free format).

    >>> read_frame(b"\xff\xfb\x90\x00").length, read_frame(b"<htm") is None
    (417, True)
    """
    if place + 4 > len(data) or data[place] != 0xFF or data[place + 1] & 0xE0 != 0xE0:
        return None
    version, layer = data[place + 1] >> 3 & 3, 4 - (data[place + 1] >> 1 & 3)
    number, rate = data[place + 2] >> 4, data[place + 2] >> 2 & 3
    if version == 1 or layer == 4 or rate == 3 or not 0 < number < 15:
        return None
    is_first = version == 3
    bits = _BITS[is_first, layer if is_first or layer == 1 else 2][number] * 1000
    hertz = _RATES[version][rate]
    padding = data[place + 2] >> 1 & 1
    if layer == 1:
        length = (12 * bits // hertz + padding) * 4
    else:
        length = (72 if layer == 3 and not is_first else 144) * bits // hertz + padding
    return Frame(length=length, bit_rate=bits, kind=(version, layer, hertz))


def find_frame(data: bytes) -> tuple[int, Frame] | None:
    """The first place where a frame is followed by one of its kind, or None."""
    place = data.find(0xFF)
    while place >= 0:
        frame = read_frame(data, place)
        if frame and (follower := read_frame(data, place + frame.length)) and follower.kind == frame.kind:
            return place, frame
        place = data.find(0xFF, place + 1)
    return None


def behind_tags(read: Read) -> int:
    """Where sound begins: behind the ID3v2 tags, whose sizes have seven bits a byte."""
    start = 0
    for _ in range(_TAGS_AT_MOST):
        head = read(start, 10)
        if head[:3] != b"ID3" or len(head) < 10:
            break
        size = 0
        for byte in head[6:10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size + (10 if head[5] & 0x10 else 0)
    return start


def before_tags(read: Read, length: int) -> int:
    """Where sound ends: before an ID3v1 and an APE tag."""
    end = length - 128 if length > 128 and read(length - 128, 3) == b"TAG" else length
    foot = read(max(0, end - 32), 32)
    if foot[:8] == b"APETAGEX":
        (size,) = struct.unpack_from("<I", foot, 12)
        end -= size + 32
    return max(0, end)


def counted_bytes(data: bytes) -> int:
    """How many bytes of sound the first frame counts (Xing, Info); 0 where it does not."""
    if len(data) < 4 or data[0] != 0xFF:
        return 0
    found = max(data.find(name, 0, 64) for name in (b"Xing", b"Info"))
    if found < 0 or found + 16 > len(data):
        return 0
    flags = int.from_bytes(data[found + 4 : found + 8], "big")
    if not flags & _XING_BYTES:
        return 0
    place = found + (12 if flags & _XING_FRAMES else 8)
    return int.from_bytes(data[place : place + 4], "big")


def samples(read: Read, start: int, end: int, count: int) -> Iterator[tuple[int, Frame | None]]:
    """Look at places all over the sound: where, and the frame that is there; None where there is none."""
    step = max(WINDOW, (end - start) // count)
    for place in range(start, end - WINDOW, step):
        found = find_frame(read(place, WINDOW))
        yield place, found[1] if found else None


def find_gap(data: bytes) -> tuple[int, int] | None:
    """The first gap between frames: where, and how many bytes; None where frame follows frame to the end."""
    place = 0
    while place + 4 <= len(data):
        if frame := read_frame(data, place):
            place += frame.length
            continue
        found = find_frame(data[place:])
        length = found[0] if found else len(data) - place
        if length > _GAP:
            return place, length
        place += max(1, length)
    return None
