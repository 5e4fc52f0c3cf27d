"""Tags that nobody writes are refused at once, by name and reason, wherever they stand; what people write is read."""

from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from episodes.core.errors import MediaError
from episodes.media.probe import probe
from episodes.media.sniff import id3_length
from media.making import make_media

Tagger = Callable[[bytes], bytes]


def seven_bits(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def entry(name: bytes, content: bytes, flags: bytes = b"\0\0") -> bytes:
    return name + seven_bits(len(content)) + flags + content


def tag(*entries: bytes, flags: int = 0) -> bytes:
    body = b"".join(entries)
    return b"ID3\x04\0" + bytes([flags]) + seven_bits(len(body)) + body


def many(number: int) -> bytes:
    return tag(*(entry(b"USLT", b"\x03eng%d\0words" % place) for place in range(number)))


PACKED = zlib.compress(b"\x03" + b"a" * (1 << 27), 9)
TAGS = {
    "entries": (many(20_000), "20,000 entries"),
    "entries in UTF-16": (
        tag(*(entry(b"TXXX", b"\1\xff\xfe%c\0\0\0\xff\xfev\0" % (65 + n % 26)) for n in range(9000))),
        "9,000 entries",
    ),
    "values": (tag(entry(b"TPE1", b"\x03" + b"v\0" * 500_000)), "values"),
    "text": (tag(entry(b"TXXX", b"\1\xff\xfek\0\0\0" + b"\xff\xfev\0" * 2_000_000)), "bytes of text"),
    "compressed text": (tag(entry(b"TIT2", seven_bits(1000) + PACKED, b"\0\x09")), "compressed"),
    "zeros to take out": (tag(entry(b"APIC", b"\xff\0" * 6_000_000), flags=0x80), "unsynchronised"),
    "bytes": (tag(entry(b"TIT2", b"\x03v")) [:6] + seven_bits(100_000_000) + bytes(100_000_000), "100,000,010 bytes"),
}  # fmt: skip


def in_wav(data: bytes, tagged: bytes) -> bytes:
    tagged += bytes(len(tagged) % 2)
    body = data[12:] + b"id3 " + struct.pack("<I", len(tagged)) + tagged
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def in_aiff(data: bytes, tagged: bytes) -> bytes:
    tagged += bytes(len(tagged) % 2)
    body = data[12:] + b"ID3 " + struct.pack(">I", len(tagged)) + tagged
    return b"FORM" + struct.pack(">I", len(body) + 4) + b"AIFF" + body


def before(data: bytes, tagged: bytes) -> bytes:
    return tagged + data[id3_length(data[:65_536]) :]


PLACES = {".mp3": before, ".aac": before, ".flac": before, ".wav": in_wav, ".aiff": in_aiff}


def refused(file: Path) -> str:
    clock = time.process_time()
    with pytest.raises(MediaError) as caught:
        probe(file)
    assert time.process_time() - clock < 2
    assert file.name in caught.value.message
    return caught.value.message


@pytest.mark.parametrize("kind", TAGS)
def test_a_tag_that_nobody_writes_is_refused_at_once(tmp_path: Path, kind: str):
    """A reader would take minutes, or gigabytes; the reason says what there is too much of."""
    data, reason = TAGS[kind]
    file = make_media(tmp_path / "talk.mp3")
    file.write_bytes(before(file.read_bytes(), data))

    assert reason in refused(file)


@pytest.mark.parametrize("suffix", PLACES)
def test_it_is_refused_wherever_the_tag_stands(tmp_path: Path, suffix: str):
    """In front of the sound, or in a chunk behind it."""
    file = make_media(tmp_path / f"talk{suffix}")
    file.write_bytes(PLACES[suffix](file.read_bytes(), many(3000)))

    assert "3,000 entries" in refused(file)


@pytest.mark.parametrize("suffix", [".flac", ".opus", ".mka"])
def test_too_many_comments_are_refused(tmp_path: Path, suffix: str):
    """FLAC, Ogg and Matroska have tags of their own kinds."""
    file = make_media(tmp_path / f"talk{suffix}", tags={f"key{number}": "value" for number in range(3000)})

    assert "3,00" in refused(file)


@pytest.mark.parametrize("suffix", PLACES)
def test_a_tag_that_people_write_is_read(tmp_path: Path, suffix: str):
    """Hundreds of chapters, a cover, long lyrics in UTF-16, an entry that is compressed, several tags in a row."""
    chapters = [
        entry(b"CHAP", b"c%d\0" % n + struct.pack(">4I", n, n + 1, 2**32 - 1, 2**32 - 1) + entry(b"TIT2", b"\x03part"))
        for n in range(500)
    ]
    lyrics = entry(b"USLT", b"\1eng\xff\xfe\0\0" + ("la la\n" * 20_000).encode("utf-16"))
    cover = entry(b"APIC", b"\0image/png\0\3\0\x89PNG" + bytes(range(256)) * 8000)
    packed = entry(b"TPE1", seven_bits(4) + zlib.compress(b"\x03Ann"), b"\0\x09")
    written = tag(entry(b"TIT2", b"\x03Rye"), lyrics, cover, packed, *chapters)
    file = make_media(tmp_path / f"talk{suffix}")
    file.write_bytes(PLACES[suffix](file.read_bytes(), written))

    found = probe(file)

    assert found.duration == pytest.approx(3.0, abs=0.2)
    assert suffix == ".flac" or found.tags["title"] == "Rye"  # FLAC has comments of its own
    assert not [warning for warning in found.warnings if "tags" in warning]


def test_boxes_within_boxes_are_no_end(tmp_path: Path):
    """An M4A file whose tags are nested a thousand deep plays, and is told about."""
    file = make_media(tmp_path / "talk.m4a")
    data, nested = file.read_bytes(), b""
    for _ in range(3000):
        nested = struct.pack(">I4sI", len(nested) + 12, b"meta", 0) + nested
    nested = struct.pack(">I4s", len(nested) + 8, b"udta") + nested
    place = data.rindex(b"moov") - 4
    size = int.from_bytes(data[place : place + 4])
    assert place + size == len(data)
    file.write_bytes(data[:place] + struct.pack(">I", size + len(nested)) + data[place + 4 :] + nested)

    assert probe(file).duration == pytest.approx(3.0, abs=0.2)
