"""What a file is by its first bytes: enough to refuse in words what is no media."""

from __future__ import annotations

import re

from episodes.core.id3 import id3_length

#: So many bytes from the beginning of a file are enough for everything here.
HEAD = 64 * 1024

_NOT_MEDIA = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"8BPS", "a Photoshop picture"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"MThd", "a MIDI file (notes without sound)"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"%!PS", "a PostScript document"),
    (b"FWS", "a Flash program"),
    (b"CWS", "a Flash program"),
    (b"wOFF", "a font"),
    (b"d8:announce", "a torrent"),
    (b"bplist00", "a binary property list"),
)
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis")
_AUDIBLE_BRANDS = (b"aax ", b"aaxc")
_MEDIA = (
    b"ID3", b"OggS", b"\x1aE\xdf\xa3", b"fLaC", b"caff", b"wvpk", b"MAC ", b"TTA1", b"MPCK", b"MP+", b"FLV\x01",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"#!AMR", b".snd", b".RMF", b".ra\xfd", b"\x00\x00\x01\xba", b"riff",
    b"DSD ", b"Creative Voice File", b"\x0bw", b"\x7f\xfe\x80\x01",
)  # fmt: skip
_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"styp", b"moof")


def refusal(head: bytes) -> str:
    r"""Say what a file is that is no media ("a web page", …), or "" where it may be media.

    >>> refusal(b"<!DOCTYPE html><title>Log in</title>")
    'a web page (HTML)'
    >>> refusal(b"ID3\x04\x00\x00\x00\x00\x00\x00\xff\xfb")
    ''
    """
    body = head[id3_length(head) :] or head
    for magic, name in _NOT_MEDIA:
        if body.startswith(magic):
            return name
    if body[4:8] == b"ftyp" and body[8:12] in _PICTURE_BRANDS:
        return "a picture (HEIF or AVIF)"
    if (body[4:8] == b"ftyp" and body[8:12] in _AUDIBLE_BRANDS) or body[4:8] == b"\x57\x90\x75\x36":
        return "an encrypted Audible book"
    if body[:4] == b"RIFF" and body[8:12] not in (b"WAVE", b"AVI ", b""):
        return "a WebP picture" if body[8:12] == b"WEBP" else "a RIFF file without audio"
    if body[:2] == b"BM" and body[6:10] == b"\x00\x00\x00\x00" and body[10:14] != b"":
        return "a BMP picture"
    return _text_kind(body)


def looks_like_media(head: bytes) -> bool:
    """Tell whether the first bytes are those of a media file that we know."""
    if refusal(head):
        return False
    if head.startswith(_MEDIA) or head[4:8] in _BOXES:
        return True
    if head[:4] == b"RIFF" or (head[:4] == b"FORM" and head[8:11] == b"AIF"):
        return True
    if len(head) > 376 and head[0] == head[188] == head[376] == 0x47:
        return True
    return is_mpeg_audio(head)


def no_document(head: bytes) -> str:
    r"""Say what a file is that holds no text to be read ("a PDF document", …), or "" where it may hold some.

    >>> no_document(b"%PDF-1.7\x00"), no_document(b"MZ Talk, episode 12")
    ('a PDF document', '')
    """
    if head.startswith(b"\x1f\x8b") or _as_text(head[:4096]) is not None:  # feeds come compressed
        return ""
    return "audio or video" if looks_like_media(head) else refusal(head)


def is_mpeg_audio(head: bytes) -> bool:
    """Tell whether an MPEG audio or ADTS frame begins here: sync, and no reserved value."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    if head[1] & 0xF6 == 0xF0:  # ADTS: layer bits are zero
        return (head[2] >> 2) & 0xF < 13
    return head[1] & 0x18 != 0x08 and head[1] & 0x06 != 0 and head[2] >> 4 not in (0, 15) and head[2] & 0x0C != 0x0C


def _text_kind(body: bytes) -> str:
    text = _as_text(body[:4096])
    if text is None:
        return ""
    start = re.sub(r"^(?:\s|<!--.*?-->|<\?xml.*?\?>)+", "", text, flags=re.DOTALL).lower()
    if re.match(r"<(?:!doctype html|html|head|body|title|meta|script|div|p>|h1|table|form)", start):
        return "a web page (HTML)"
    if re.match(r"<(?:rss|feed|rdf)\b", start):
        return "a feed"
    if start.startswith("<svg"):
        return "an SVG picture"
    if start.startswith(("#extm3u", "[playlist]", "ffconcat")):
        return "a playlist"
    if start.startswith("webvtt") or re.match(r"\d+\s*\n\d+:\d\d:\d\d,\d{3} -->", start):
        return "captions"
    if start.startswith("{\\rtf"):
        return "an RTF document"
    if start.startswith(("{", "[")):
        return "JSON text"
    if start.startswith("<"):
        return "an XML document"
    return "plain text"


def _as_text(body: bytes) -> str | None:
    """Decode what is surely text; None for anything binary."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = body[: len(body) // 2 * 2].decode("utf-16", errors="replace")
        return text if text and _oddities(text) <= len(text) // 50 else None
    if b"\x00" in body:
        return None
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start < len(body) - 4:  # not just a character cut in two at the end
            text = body.decode("latin-1")
            letters = sum(character.isascii() for character in text)
            return text if not _oddities(text) and letters > 0.8 * len(text) else None
        text = body[: error.start].decode("utf-8-sig")
    control = sum(character < " " and character not in "\t\r\n\f\x1b" for character in text)
    return text if text and control <= len(text) // 100 else None


def _oddities(text: str) -> int:
    """Count the characters that nobody writes."""
    return sum(
        not (character.isprintable() or character in "\t\r\n\f\ufeff") or character == "\ufffd" for character in text
    )
