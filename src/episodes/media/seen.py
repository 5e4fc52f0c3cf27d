"""What the first bytes of a file on the web, and perhaps its last, tell before it is downloaded."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import httpcore
import httpx

from episodes.core.errors import MediaError
from episodes.core.id3 import id3_length
from episodes.core.probe import Probe
from episodes.media.asking import NETWORK_TROUBLE
from episodes.media.connecting import TooSlow
from episodes.media.patience import Pace
from episodes.media.probe import glance
from episodes.media.sniff import HEAD, looks_like_media, refusal
from episodes.media.unpacking import iter_body

#: Tags and covers larger than this are not waited for when an address is only looked at.
LARGEST_HEADER = 8 * 1024 * 1024
#: Types that servers give to any file.
_ANY_TYPE = (
    "",
    "application/octet-stream",
    "binary/octet-stream",
    "application/force-download",
    "application/x-download",
)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What an address turned out to be, from its headers and first bytes."""

    url: str  #: where it ended after redirects
    status: int
    content_type: str
    head: bytes = field(repr=False)
    tail: bytes = field(default=b"", repr=False)  #: the end of a file whose index is there
    length: int = 0
    disposition: str = ""
    modified: str = ""

    @property
    def what(self) -> str:
        """What it is if it is no media; "" if it is."""
        if reason := refusal(self.head):
            return reason
        if looks_like_media(self.head) or self.content_type.startswith(("audio/", "video/")):
            return ""
        if not self.head:
            return "nothing"
        return "" if self.content_type in _ANY_TYPE else f"something else ({self.content_type})"


#: So many bytes tell what a file is; who fetches it asks again for what was cut off.
LEAST_HEADER = 4096
#: The letters of a tag's first frames look like text.
_ENOUGH_TO_JUDGE = 1024


def header_bytes(response: httpx.Response, pace: Pace) -> bytes:
    """Read as much of a body as holds the tags, if they are at its beginning; what comes before a cut will do.

    Before a silence it must be more: who fetches it would only wait again.
    """
    head = b""
    try:
        for chunk in iter_body(response):
            head += chunk
            pace.see(len(chunk))
            if len(head) >= min(LARGEST_HEADER, _wanted(head)) or (len(head) >= _ENOUGH_TO_JUDGE and refusal(head)):
                break
    except NETWORK_TROUBLE as error:
        is_silent = isinstance(error, httpcore.ReadTimeout) and not isinstance(error, TooSlow)
        if len(head) < (HEAD if is_silent else LEAST_HEADER):
            raise
    return head


def read_bytes(response: httpx.Response, size: int) -> bytes:
    data = b""
    for chunk in iter_body(response):
        data += chunk
        if len(data) >= size:
            break
    return data[:size]


def _wanted(head: bytes) -> int:
    if head.startswith(b"ID3"):
        return id3_length(head) + 2 * HEAD
    if head[4:8] == b"ftyp":
        return _moov_end(head) + 4 * HEAD
    return 4 * HEAD


def _moov_end(head: bytes) -> int:
    """Find where the index of an MP4 file ends, if it comes before the sound."""
    position = 0
    while position + 8 <= len(head):
        size, name = int.from_bytes(head[position : position + 4]), head[position + 4 : position + 8]
        if name == b"moov":
            return position + size
        if name == b"mdat" or size < 8:
            return 0
        position += size
    return position


def has_index_last(seen: Seen) -> bool:
    return seen.head[4:8] == b"ftyp" and not _moov_end(seen.head) and seen.length > len(seen.head)


def glance_at(seen: Seen, name: str) -> Probe | None:
    """Read the tags of a file of which only the beginning, and perhaps the end, is there."""
    with tempfile.TemporaryDirectory(prefix="episodes-") as folder:
        file = Path(folder) / name
        try:
            with file.open("wb") as stream:
                stream.write(seen.head)
                if seen.tail:
                    stream.seek(seen.length - len(seen.tail))  # a hole takes no room on the disk
                    stream.write(seen.tail)
            return glance(file)
        except (MediaError, OSError):
            return None  # the whole file will tell
