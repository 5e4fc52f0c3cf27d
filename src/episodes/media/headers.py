"""How long a file's own header says it is, where FFmpeg guesses or trusts the file's size instead."""

from __future__ import annotations

from pathlib import Path

from episodes.media.boxes import iter_boxes
from episodes.media.sniff import is_mpeg_audio

#: Sample rates of MPEG-1 by their index; MPEG-2 has half of them, MPEG-2.5 a quarter.
_RATES = (44_100, 48_000, 32_000)
_UNKNOWN_SIZE = 0xFFFFFFFF
_LARGEST_OGG_PAGE = 65_307
#: Bytes of an MP4 file's index that are looked through: a day's needs less.
_LARGEST_INDEX = 64 * 1024 * 1024


def mp3_duration(body: bytes) -> float:
    """Read the number of frames from a Xing, Info or VBRI header as seconds; 0 if there is none.

    `body` begins with the first frame, after any tags. FFmpeg prefers a guess from the bit rate
    where the file's size does not fit; what players show is what this header says.
    """
    if not is_mpeg_audio(body):
        return 0.0
    version, rate_index = (body[1] >> 3) & 3, (body[2] >> 2) & 3
    rate = _RATES[rate_index] / {3: 1, 2: 2, 0: 4}[version]
    samples = 1152 if version == 3 else 576
    return _frame_count(body) * samples / rate


def _frame_count(body: bytes) -> int:
    for mark in (b"Xing", b"Info"):
        place = body.find(mark, 4, 200)
        if place > 0 and body[place + 7] & 1:
            return int.from_bytes(body[place + 8 : place + 12])
    place = body.find(b"VBRI", 4, 200)
    return int.from_bytes(body[place + 14 : place + 18]) if place > 0 else 0


def wav_duration(head: bytes) -> float:
    """Read the length that a WAV file's chunks claim, in seconds; 0 if they claim none.

    Recorders that write to a pipe leave the size open, as 0 or as the largest number.
    """
    position, bytes_per_second = 12, 0
    while position + 8 <= len(head):
        name, size = head[position : position + 4], int.from_bytes(head[position + 4 : position + 8], "little")
        if name == b"fmt ":
            bytes_per_second = int.from_bytes(head[position + 16 : position + 20], "little")
        if name == b"data":
            return size / bytes_per_second if bytes_per_second and 0 < size < _UNKNOWN_SIZE - 4096 else 0.0
        position += 8 + size + size % 2
    return 0.0


#: Some writers leave so many bytes of padding out.
_RIFF_SLACK = 2048


def lacks_ogg_end(file: Path) -> bool:
    """Tell whether an Ogg file stops within a page, or before the one that says it is the last (RFC 3533, 6)."""
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - 2 * _LARGEST_OGG_PAGE))
        end = stream.read()
    page = end[place:] if (place := end.rfind(b"OggS")) >= 0 else b""
    lengths = page[27 : 27 + page[26]] if len(page) > 26 else b""
    is_whole = len(page) >= 27 and len(page) >= 27 + page[26] + sum(lengths)
    return not (is_whole and page[5] & 4)


def lacks_riff_end(file: Path) -> bool:
    """Tell whether a RIFF file (AVI) is shorter than its first chunk says; FFmpeg guesses the length of such a one."""
    with file.open("rb") as stream:
        head = stream.read(8)
    stated = int.from_bytes(head[4:8], "little")
    return head[:4] == b"RIFF" and 0 < stated < 0xFFFF_FFFF and file.stat().st_size + _RIFF_SLACK < stated + 8


def movie_duration(file: Path) -> float:
    """Read the length that an MP4 file's movie header (mvhd) claims, in seconds; 0 if it claims none.

    FFmpeg adds up the frames instead; some players show what this header says (ISO 14496-12, 8.2.2).
    """
    place = next((position for name, position, _ in iter_boxes(file) if name == b"moov"), None)
    if place is None:
        return 0.0
    with file.open("rb") as stream:
        stream.seek(place)
        head = stream.read(4096)
    at = head.find(b"mvhd") + 4
    if at < 4 or len(head) < at + 32:
        return 0.0
    scale_at, length_at, width = (at + 20, at + 24, 8) if head[at] == 1 else (at + 12, at + 16, 4)
    scale = int.from_bytes(head[scale_at : scale_at + 4])
    length = int.from_bytes(head[length_at : length_at + width])
    is_open = length in (0, (1 << 8 * width) - 1)
    return 0.0 if is_open or not scale else length / scale


def has_empty_edit(file: Path) -> bool:
    """Tell whether an edit list in an MP4 file's index begins with an edit of nothing (elst, ISO 14496-12, 8.6.6)."""
    place = next(((position, size) for name, position, size in iter_boxes(file) if name == b"moov"), (0, 0))
    with file.open("rb") as stream:
        stream.seek(place[0])
        index = stream.read(min(place[1], _LARGEST_INDEX))
    at = -1
    while (at := index.find(b"elst", at + 1)) >= 0:
        time_at, width = (at + 20, 8) if index[at + 4 : at + 5] == b"\1" else (at + 16, 4)
        if index[time_at : time_at + width] == b"\xff" * width:
            return True
    return False
