"""What is no media, or too broken to be any, is refused soon, by name and reason."""

from __future__ import annotations

import os
import random
import time
import zipfile
from pathlib import Path

import pytest

from episodes.core.errors import MediaError
from episodes.media.paths import no_such_path
from episodes.media.probe import probe
from media.making import PAGE, PNG, make_media


def zipped(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")


def noise(file: Path) -> None:
    file.write_bytes(random.Random(3).randbytes(3_000_000))


def noise_after_a_tag(file: Path) -> None:
    file.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + random.Random(4).randbytes(300_000))


def film_without_index(file: Path) -> None:
    whole = make_media(file.with_name("whole.mp4"), 3.0, picture=True).read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


def only_a_header(suffix: str, length: int) -> object:
    def write(file: Path) -> None:
        file.write_bytes(make_media(file.with_name(f"whole{suffix}"), 2.0).read_bytes()[:length])

    return write


def one_sample_a_second(file: Path) -> None:
    """A WAV file whose rate is broken: 40,000 samples would last eleven hours."""
    data = bytearray(make_media(file.with_name("slow.wav")).read_bytes())
    at = data.index(b"fmt ") + 8
    data[at + 4 : at + 12] = (1).to_bytes(4, "little") + (2).to_bytes(4, "little")
    file.write_bytes(data)


def absurdly_fast(file: Path) -> None:
    data = bytearray(make_media(file.with_name("whole.wav"), 1.0).read_bytes())
    place = data.index(b"fmt ") + 12
    data[place : place + 4] = (2**31 - 1).to_bytes(4, "little")
    file.write_bytes(data)


def audible(file: Path) -> None:
    file.write_bytes(b"\x00\x00\x00\x20ftypaax " + bytes(4000))


def encrypted(file: Path) -> None:
    """An MP4 file whose sound is marked as protected, as shops did."""
    data = make_media(file.with_name("whole.m4a"), 2.0).read_bytes()
    file.write_bytes(data.replace(b"mp4a", b"drms", 1))


def text(content: bytes) -> object:
    return lambda file: file.write_bytes(content)


UNSOUND = {
    "two thousand million samples a second": (absurdly_fast, "samples a second"),
    "one sample a second": (one_sample_a_second, "1 samples a second"),
    "text named mp3": (text(b"Episode 338, transcript.\nHello and welcome.\n" * 50), "plain text"),
    "text in Latin-1": (text("Führung über Köln, schön wäre es.\n".encode("latin-1") * 50), "plain text"),
    "text in UTF-16": (text(("\ufeff" + "Hello and welcome.\n" * 50).encode("utf-16-le")), "plain text"),
    "empty": (text(b""), "empty"),
    "one byte": (text(b"\xff"), "no audio or video"),
    "log-in page": (text(PAGE), "web page"),
    "page after a comment": (text(b"\xef\xbb\xbf  <!-- x -->\n<html><body>Not found</body></html>"), "web page"),
    "feed": (text(b"<?xml version='1.0'?>\n<rss version='2.0'><channel/></rss>"), "a feed"),
    "page after a long tag": (text(b"ID3\x04\x00\x00\x00\x08\x00\x00" + bytes(1 << 17) + PAGE), "web page"),
    "rich text": (text(b"{\\rtf1 Hello}"), "RTF"),
    "json": (text(b'{"error": "not found"}'), "JSON"),
    "playlist": (text(b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n"), "playlist"),
    "list for ffmpeg": (text(b"ffconcat version 1.0\nfile /etc/passwd\n"), "playlist"),
    "captions": (text(b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"), "captions"),
    "subrip captions": (text(b"1\n00:00:00,000 --> 00:00:01,000\nHello\n"), "captions"),
    "picture": (text(PNG), "PNG picture"),
    "photo": (text(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500)), "JPEG picture"),
    "zip": (zipped, "ZIP archive"),
    "pdf": (text(b"%PDF-1.7\n" + bytes(300)), "PDF"),
    "program": (text(b"\x7fELF" + bytes(300)), "program"),
    "midi": (text(b"MThd\x00\x00\x00\x06" + bytes(50)), "MIDI"),
    "zeros": (text(bytes(1_000_000)), "zero bytes"),
    "noise": (noise, "no audio|damaged|no sound"),
    "noise after a tag": (noise_after_a_tag, "damaged|no sound|cut off"),
    "film without index": (film_without_index, "moov"),
    "wav of a header": (only_a_header(".wav", 44), "no sound|header"),
    "half a wav header": (only_a_header(".wav", 20), "header|no audio"),
    "mp3 of a tag": (only_a_header(".mp3", 45), "header|no sound|no audio"),
    "ogg of a page": (only_a_header(".opus", 47), "no sound|header"),
    "flac of a header": (only_a_header(".flac", 42), "no sound|header"),
    "webm of a header": (only_a_header(".webm", 60), "header|no sound|no audio"),
    "audible book": (audible, "encrypted"),
    "protected m4a": (encrypted, "encrypted"),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_what_is_no_media_is_refused(tmp_path: Path, name: str) -> None:
    """Within two seconds, with the file's name, the reason and what to do."""
    write, reason = UNSOUND[name]
    file = tmp_path / "episode.mp3"
    write(file)  # type: ignore[operator]

    began = time.process_time()
    with pytest.raises(MediaError) as caught:
        probe(file)

    assert time.process_time() - began < 2
    assert "episode.mp3" in caught.value.message
    assert any(word in caught.value.message for word in reason.split("|")), caught.value.message
    assert caught.value.hint


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """Folders, pipes and names of nothing do not make the reader wait."""
    os.mkfifo(tmp_path / "pipe.mp3")
    (tmp_path / "loop.mp3").symlink_to(tmp_path / "loop.mp3")
    for file, reason in [
        (tmp_path, "is a folder"),
        (tmp_path / "pipe.mp3", "is a device or pipe"),
        (tmp_path / "none.mp3", "there is no file"),
        (tmp_path / "loop.mp3", "cannot read loop.mp3"),
    ]:
        with pytest.raises(MediaError, match=reason):
            probe(file)


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    """It is told where it leads, and is not taken for its own nearest name."""
    link = tmp_path / "talk.mp3"
    link.symlink_to("gone.mp3")

    assert no_such_path(str(link)).hint == "it leads to gone.mp3, which is not there"


def test_a_broken_tag_spoils_nothing(tmp_path: Path) -> None:
    """A tag that cannot be read becomes a warning."""
    sound = make_media(tmp_path / "a.mp3", options={"id3v2_version": "0"}).read_bytes()
    body = b"TIT2\x00\x00\x00\x7f\x00\x00\x03short" + b"\xff" * 20
    file = tmp_path / "b.mp3"
    file.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00" + bytes([len(body)]) + body + sound)

    assert probe(file).duration == pytest.approx(3.0, rel=0.02)
