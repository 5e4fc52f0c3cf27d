"""Tags that nobody writes are refused at once, by name and reason, wherever they stand; what people write is read."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from episodes.core.errors import MediaError
from episodes.core.id3 import id3_length
from episodes.media.probe import probe
from episodes.media.tag_limits import excess
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


def chapter(number: int, *parts: bytes, name: bytes = b"c%d") -> bytes:
    return entry(
        b"CHAP", name % number + b"\0" + struct.pack(">4I", number, number + 1, 2**32 - 1, 2**32 - 1) + b"".join(parts)
    )


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
    "chapters of many parts": (
        tag(*(chapter(n, *(entry(b"TXXX", b"\x03k%d\0v" % k) for k in range(100))) for n in range(100))),
        "10,100 entries",
    ),
    "an extended header": (
        tag(seven_bits(6) + b"\1\0", entry(b"TPE1", b"\x03" + b"v\0" * 500_000), flags=0x40), "values"
    ),
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
    file.write_bytes(PLACES[suffix](file.read_bytes(), many(9000)))

    assert "9,000 entries" in refused(file)


@pytest.mark.parametrize("suffix", [".flac", ".opus", ".mka"])
def test_too_many_comments_are_refused(tmp_path: Path, suffix: str):
    """FLAC, Ogg and Matroska have tags of their own kinds."""
    file = make_media(tmp_path / f"talk{suffix}", tags={f"key{number}": "value" for number in range(9000)})

    assert "9,00" in refused(file)


@pytest.mark.parametrize("suffix", PLACES)
def test_a_tag_that_people_write_is_read(tmp_path: Path, suffix: str):
    """Hundreds of chapters, a cover, long lyrics in UTF-16, an entry that is compressed, several tags in a row."""
    chapters = [chapter(n, entry(b"TIT2", b"\x03part")) for n in range(500)]
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
    """An M4A file whose tags are nested three thousand deep plays, and is told about."""
    file = make_media(tmp_path / "talk.m4a")
    data, nested = file.read_bytes(), b""
    for _ in range(3000):
        nested = struct.pack(">I4sI", len(nested) + 12, b"meta", 0) + nested
    nested = struct.pack(">I4s", len(nested) + 8, b"udta") + nested
    place = data.rindex(b"moov") - 4
    size = int.from_bytes(data[place : place + 4])
    assert place + size == len(data)
    file.write_bytes(data[:place] + struct.pack(">I", size + len(nested)) + data[place + 4 :] + nested)

    found = probe(file)

    assert found.duration == pytest.approx(3.0, abs=0.2)
    assert any("tags cannot be read in full" in warning for warning in found.warnings)


PICTURE = entry(b"APIC", b"\0image/png\0\0\0\x89PNG")
SOUND = {
    "1,189 chapters": tag(*(chapter(n, entry(b"TIT2", b"\x03part"), name=b"CHP%d") for n in range(1189))),
    "chapters with address and picture": tag(
        *(
            chapter(n, entry(b"TIT2", b"\x03part"), entry(b"WXXX", b"\0\0https://example.org"), PICTURE, name=b"CHP%d")
            for n in range(1500)
        )
    ),
    "words with their times": tag(entry(b"SYLT", b"\3eng\2\1\0" + b"la\0\0\0\0\7" * 20_000)),
    "places of frames": tag(entry(b"MLLT", bytes(100_000))),
    "lyrics with zeros": tag(entry(b"USLT", b"\3eng\0la" + bytes(10_000))),
    "an unsynchronised picture": tag(
        entry(b"APIC", b"\0image/png\0\3\0\x89PNG" + (b"ab" * 150 + b"\xff\0") * 30_000), flags=0x80
    ),
    "slides": tag(*(chapter(n, entry(b"APIC", b"\0image/png\0\0\0\x89PNG" + bytes(400_000))) for n in range(200))),
}  # fmt: skip


@pytest.mark.parametrize("kind", SOUND)
def test_what_audio_books_and_lectures_have_is_no_excess(kind: str):
    """Thousands of entries and zeros in bytes that are no text."""
    assert excess(io.BytesIO(SOUND[kind]), SOUND[kind][:65_536]) == ""


def test_very_many_entries_of_very_many_bytes_are_refused():
    """Each alone is read in seconds, both together take minutes."""
    data = tag(*(entry(b"PRIV", b"k%d\0" % n + bytes(20_000)) for n in range(4000)))

    assert excess(io.BytesIO(data), data[:65_536]) == f"a tag of 4,000 entries in {len(data):,} bytes"


def test_a_tag_of_very_many_bytes_is_refused(tmp_path: Path):
    """Whatever is in it."""
    file = tmp_path / "talk.mp3"
    file.write_bytes(b"ID3\4\0\0" + seven_bits(150_000_000))
    with file.open("r+b") as stream:
        stream.truncate(150_000_010)

    assert "150,000,010 bytes" in refused(file)


def test_a_recording_that_begins_with_silence_is_not_gone_through(tmp_path: Path):
    """A recorder that writes into a pipe leaves the size of the sound open; silence looks like empty chunks."""
    file = tmp_path / "talk.wav"
    head = make_media(tmp_path / "a.wav").read_bytes()[:36] + b"data" + bytes(4)
    for open_size in (head, head[:36]):
        file.write_bytes(open_size)
        with file.open("r+b") as stream:
            stream.truncate(100_000_000)
            clock = time.process_time()

            assert excess(stream, open_size) == ""
            assert time.process_time() - clock < 0.2


@pytest.mark.parametrize("start", [b"", tag(entry(b"TIT2", b"\x03Rye"))])
def test_too_many_comments_behind_a_picture_are_refused(tmp_path: Path, start: bytes):
    """FLAC may have a cover before its comments, and ID3 tags before all."""
    file = make_media(tmp_path / "talk.flac", tags={f"key{number}": "value" for number in range(9000)})
    data = file.read_bytes()
    picture = b"\6" + (70_000).to_bytes(3) + bytes(70_000)
    file.write_bytes(start + data[:42] + picture + data[42:])

    assert "9,00" in refused(file)


@pytest.mark.parametrize("suffix", [".mp3", ".aac", ".flac"])
@pytest.mark.parametrize("size", [600_000, 4_000_000])
def test_chapters_behind_a_large_cover_are_read(tmp_path: Path, suffix: str, size: int):
    """Also where zeros stand between the tag and the sound."""
    cover = entry(b"APIC", b"\0image/png\0\3\0\x89PNG" + bytes(size))
    written = tag(cover, *(chapter(n, entry(b"TIT2", b"\x03part")) for n in range(20)))
    file = make_media(tmp_path / f"talk{suffix}")
    gap = bytes(100) if suffix == ".mp3" else b""
    file.write_bytes(before(file.read_bytes(), written + gap))

    found = probe(file)

    assert found.duration == pytest.approx(3.0, abs=0.2)
    if suffix == ".mp3" or (suffix == ".aac" and size < 1_000_000):
        assert len(found.chapters) == 20


def test_sound_behind_very_many_zeros_is_refused_with_what_is_true(tmp_path: Path):
    """There is sound in it, but nobody would find it."""
    file = make_media(tmp_path / "talk.mp3")
    file.write_bytes(bytes(5_000_000) + file.read_bytes())

    assert refused(file) == "talk.mp3 begins with 1,048,576 or more zero bytes"


PEAK = """
import sys
from pathlib import Path
import av, mutagen.id3, numpy
from episodes.media.probe import probe
def peak():  # getrusage has the peak of the process that started this one
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
before = peak()
found = probe(Path(sys.argv[1]))
print(peak() - before, found.tags["title"], len(found.chapters), found.duration)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read as Linux tells it")
def test_a_large_tag_takes_a_few_times_its_size(tmp_path: Path):
    """Bytes of the writer's own, which FFmpeg would write out as text, and chapters behind them."""
    own = entry(b"PRIV", b"own\0" + bytes(20 << 20))
    file = make_media(tmp_path / "talk.mp3")
    file.write_bytes(
        before(file.read_bytes(), tag(entry(b"TIT2", b"\x03Rye"), own, chapter(1, entry(b"TIT2", b"\3A"))))
    )

    ran = subprocess.run([sys.executable, "-c", PEAK, str(file)], capture_output=True, text=True, check=True)
    kilobytes, title, chapters, seconds = ran.stdout.split()

    assert int(kilobytes) < 5.5 * 20 * 1024
    assert (title, chapters) == ("Rye", "1")
    assert float(seconds) == pytest.approx(3.0, abs=0.2)
