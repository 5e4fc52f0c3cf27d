"""What media files are by their first bytes, beside the types that feeds state."""

from __future__ import annotations

import re

_MP4 = "audio/mp4 audio/x-m4a audio/m4a audio/x-m4b audio/aac video/mp4 video/x-m4v video/m4v video/quicktime"
_OGG = "audio/ogg audio/opus audio/vorbis video/ogg application/ogg"
_WEBM = "video/webm audio/webm video/x-matroska audio/x-matroska"
_WAVE = "audio/wav audio/x-wav audio/vnd.wave audio/wave"
_TYPES = {
    "MP3": frozenset(("audio/mpeg", "audio/mp3", "audio/mpeg3", "audio/x-mp3")),
    "raw AAC": frozenset(("audio/aac", "audio/aacp", "audio/x-aac")),
    "MP4": frozenset(_MP4.split()),
    "Ogg": frozenset(_OGG.split()),
    "FLAC": frozenset(("audio/flac", "audio/x-flac")),
    "WAV": frozenset(_WAVE.split()),
    "Matroska or WebM": frozenset(_WEBM.split()),
    "PDF": frozenset(("application/pdf",)),
    "ZIP": frozenset(("application/epub+zip",)),
}
_KNOWN = frozenset().union(*_TYPES.values())
_BEGINNINGS = (
    (b"OggS", "Ogg"), (b"fLaC", "FLAC"), (b"\x1aE\xdf\xa3", "Matroska or WebM"), (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"), (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
)  # fmt: skip
_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"moof")
#: An MPEG audio frame: sync, a layer, and neither bit rate nor sample rate reserved.
_FRAME = re.compile(rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff][\x00-\xef][\x00-\xff]", re.DOTALL)
_ADTS = re.compile(rb"\xff[\xf0\xf1\xf8\xf9]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def trouble_of_media(head: bytes, mime_type: str) -> str:
    r"""Say what a file is that is not of the stated type, by its first bytes; empty if nothing speaks against it.

    >>> trouble_of_media(b"<html><title>Log in</title>", "audio/mpeg"), trouble_of_media(b"ID3\x04", "audio/mpeg")
    ('text', '')
    >>> trouble_of_media(b"\x00\x00\x00\x18ftypM4A ", "audio/mpeg"), trouble_of_media(bytes(64), "audio/mpeg")
    ('MP4', 'nothing known')
    """
    if not head or mime_type not in _KNOWN:
        return ""
    kind = _kind(head)
    if kind == "nothing known" and mime_type in _TYPES["MP3"] and _FRAME.search(head):
        return ""  # players skip what stands before the first frame
    return "" if mime_type in _TYPES.get(kind, ()) else kind


def _kind(head: bytes) -> str:
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head[4:8] in _BOXES:
        return "MP4"
    if head[:4] == b"RIFF":
        return "WAV" if head[8:12] == b"WAVE" else "RIFF"
    if _ADTS.match(head):
        return "raw AAC"
    if head[:3] == b"ID3" or _FRAME.match(head):
        return "MP3"
    return "nothing known" if _CONTROL.search(head[:512]) else "text"
