"""What is known of the files that a feed points to, given by who can look."""

from __future__ import annotations

import struct
from collections.abc import Callable, Collection

from episodes.core.light import dataclass

#: Reads so many bytes of a file from a place on; fewer where it ends.
Read = Callable[[int, int], bytes]
#: The checksum of a whole file by a method (sha256, sha384, sha512); one of those expected, if that is known to be it.
Digest = Callable[[str, Collection[bytes]], bytes]


@dataclass(frozen=True, kw_only=True)
class FileFacts:
    """A file as it lies under the web root or answers on the web."""

    exists: bool = True
    length: int = 0  #: bytes
    mime_type: str = ""  #: as it is or will be served; empty = not known
    data: bytes = b""  #: of captions and chapters the whole, of pictures and media at least the beginning
    duration: float = 0.0  #: seconds, of media, where known
    read: Read | None = None  #: of media that are at hand, any part
    digest: Digest | None = None  #: of media that are at hand

    @property
    def is_read(self) -> bool:
        """Whether `data` says what the file holds; an empty file holds nothing."""
        return self.exists and (bool(self.data) or not self.length)


#: Looks a URL up; None = nothing is known of it, so nothing is said about it.
Facts = Callable[[str], FileFacts | None]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What a picture's head says."""

    mime_type: str
    width: int
    height: int
    is_rgb: bool = True
    has_alpha: bool = False


def read_picture(data: bytes) -> Picture | None:
    """Read format, size and colours of a JPEG or PNG from its first bytes; None if it is neither.

    >>> read_picture(b"GIF89a") is None
    True
    """
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 26:
        width, height = struct.unpack(">II", data[16:24])
        return Picture(
            mime_type="image/png",
            width=width,
            height=height,
            is_rgb=data[25] in (2, 3, 6),
            has_alpha=data[25] in (4, 6),
        )
    if data[:3] == b"\xff\xd8\xff":
        return _read_jpeg(data)
    return None


def _read_jpeg(data: bytes) -> Picture | None:
    place = 2
    while place + 9 < len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker == 0xFF:  # padding
            place += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width, components = struct.unpack(">HHB", data[place + 5 : place + 10])
            return Picture(mime_type="image/jpeg", width=width, height=height, is_rgb=components == 3)
        else:
            place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
    return None
