"""Where in a bare stream (MP3, AAC) the sound lies, and how much that is none lies before and behind it."""

from __future__ import annotations

import mmap
import re
from pathlib import Path
from typing import BinaryIO

#: What other tools put between the frames of files that they join, and behind them.
TAGS = (b"ID3", b"TAG", b"APETAGEX", b"LYRICS", b"Xing")
#: Fewer bytes around the sound are not worth a word: encoders and taggers leave some.
_MOST_LEFT = 16 * 1024
#: So many frames in a row are sound; one or two may be found in any noise.
_ROW = 3
#: No frame has more bytes (ADTS: 13 bits); FFmpeg gives junk together with the frame before or behind it.
_LARGEST_FRAME = 8191
_ID3 = re.compile(rb"ID3[\x02-\x04]\x00.([\x00-\x7f]{4})", re.DOTALL)
_ID3V1, _APE = 128, 32  # bytes of the one, and of the other's footer


class Extent:
    """The bytes from the first to the last row of frames; positions are as FFmpeg counts them."""

    def __init__(self) -> None:
        self.first: int | None = None  #: None = no row of frames was seen
        self.last = 0
        self._row = 0
        self._begin = 0

    def see(self, position: int | None, size: int, *, is_sound: bool) -> None:
        """Note a packet, and whether a sound came out of it."""
        if position is None or not is_sound or size > _LARGEST_FRAME:
            self._row = 0
            return
        if not self._row:
            self._begin = position
        self._row += 1
        if self._row >= _ROW:
            self.first = self._begin if self.first is None else self.first
            self.last = position + size


def surroundings(file: Path, extent: Extent, *, body: int, start: int, keeps_places: bool) -> list[str]:
    """Say what lies around the sound and is neither sound nor tag, in words of a warning.

    `body` is where the file's tags end, `start` where FFmpeg's count begins. Where FFmpeg leaves junk out
    of its count (AAC), only how much there is can be said.
    """
    if extent.first is None:
        return []
    before, end = start + extent.first - body, start + extent.last
    with file.open("rb") as stream:
        stream.seek(end)
        is_tag = stream.read(8).startswith(TAGS)
        behind = 0 if is_tag else max(0, tags_at_end(stream) - end)
        rest = before + behind
        if not keeps_places and rest > _MOST_LEFT:
            rest -= _inner_tags(stream, body)
    if not keeps_places:
        return [f"has {rest:,} bytes that are no sound, which some players stumble over"] if rest > _MOST_LEFT else []
    found = []
    if before > _MOST_LEFT:
        found.append(f"has {before:,} bytes before its first sound that are none, which some players refuse")
    return found + behind_sound(behind)


def behind_sound(size: int) -> list[str]:
    """Say that so many bytes lie behind the last sound, if they are worth a word."""
    if size <= _MOST_LEFT:
        return []
    return [f"has {size:,} bytes behind its last sound that are none, which listeners download in vain"]


def tags_at_end(stream: BinaryIO) -> int:
    """Where the tags at a file's end begin: ID3v1, and APE before it."""
    end = stream.seek(0, 2)
    if end >= _ID3V1:
        stream.seek(end - _ID3V1)
        end -= _ID3V1 * stream.read(3).startswith(b"TAG")
    if end >= _APE:
        stream.seek(end - _APE)
        footer = stream.read(_APE)
        if footer.startswith(b"APETAGEX"):  # its size leaves its header out
            has_header = bool(footer[23] & 0x80)
            end -= int.from_bytes(footer[12:16], "little") + _APE * has_header
    return end


def _inner_tags(stream: BinaryIO, body: int) -> int:
    """How many bytes are ID3 tags behind a file's own: joined files keep those of their parts."""
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        sizes = [match[1] for match in _ID3.finditer(whole, body)]
    return sum(10 + sum(byte << 7 * (3 - at) for at, byte in enumerate(size)) for size in sizes)
