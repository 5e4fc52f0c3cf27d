"""What lies behind the end that a container gives itself (MP4, WAV, AIFF) or that no sound can go beyond (FLAC)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from episodes.media.boxes import iter_boxes
from episodes.media.surroundings import TAGS, Extent, behind_sound, tags_at_end

_PIECE = 64 * 1024
_ORDERS: dict[bytes, Literal["little", "big"]] = {b"RIFF": "little", b"FORM": "big"}


def junk_behind(file: Path, form: str, extent: Extent, *, start: int) -> list[str]:
    """Say how much lies behind a file's end and is no tag, in words of a warning; `form` is FFmpeg's name for it.

    A header that ends before the last sound does is wrong itself, and tells nothing.
    """
    kind = form.partition(",")[0]
    if kind == "flac":
        end = _zeros_start(file)
    elif kind in _STATED:
        end = _STATED[kind](file)
        end = end if end >= start + extent.last else 0
    else:
        return []
    if not end:
        return []
    with file.open("rb") as stream:
        stream.seek(end)
        if stream.read(8).startswith(TAGS):
            return []
        return behind_sound(tags_at_end(stream) - end)


def _boxes_end(file: Path) -> int:
    end, whole = 0, file.stat().st_size
    for name, position, size in iter_boxes(file):
        if not _is_name(name) or (position + size > whole and name != b"mdat"):  # of sound that is cut off, others tell
            break
        end = position + size
    return end


def _chunks_end(file: Path) -> int:
    """Where the outermost chunk ends, or the last one behind it, which some writers do not count in."""
    position, whole = 0, file.stat().st_size
    with file.open("rb") as stream:
        order = _ORDERS.get(stream.read(4))  # RF64 has its size elsewhere
        while order is not None:
            stream.seek(position)
            name, size = stream.read(4), int.from_bytes(stream.read(4), order)
            if not _is_name(name) or not 0 < size <= whole - position - 8:
                break
            position += 8 + size + size % 2
    return position


def _zeros_start(file: Path) -> int:
    """Where the zeros begin that a file ends with: a frame of FLAC has few of them, that of silence too."""
    with file.open("rb") as stream:
        end = tags_at_end(stream)
        while end:
            begin = max(0, end - _PIECE)
            stream.seek(begin)
            if piece := stream.read(end - begin).rstrip(b"\0"):
                return 0 if b"ID3" in piece else begin + len(piece)  # tags may end with zeros
            end = begin
    return 0


def _is_name(name: bytes) -> bool:
    return len(name) == 4 and all(0x20 <= byte < 0x7F for byte in name)


_STATED: dict[str, Callable[[Path], int]] = {"mov": _boxes_end, "wav": _chunks_end, "aiff": _chunks_end}
