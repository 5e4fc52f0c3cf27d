"""What lies before and behind the sound of a bare stream: junk is told, tags are not."""

from __future__ import annotations

import itertools
import random
import re
from pathlib import Path

import pytest

from episodes.media.probe import probe
from media.making import make_media

TAG = b"ID3\x03\x00\x00\x00\x06\x00\x00" + bytes(6 << 14)  # 98 kB


def around(folder: Path, suffix: str, before: bytes = b"", after: bytes = b"") -> Path:
    sound = make_media(folder / f"whole{suffix}", 10.0)
    file = folder / f"odd{suffix}"
    file.write_bytes(before + sound.read_bytes() + after)
    return file


@pytest.mark.parametrize("suffix", [".mp3", ".aac"])
@pytest.mark.parametrize("junk", [bytes(80_000), random.Random(1).randbytes(80_000)], ids=["zeros", "noise"])
@pytest.mark.parametrize("place", ["before", "after"])
def test_junk_around_the_sound_is_told(tmp_path: Path, suffix: str, junk: bytes, place: str) -> None:
    found = probe(around(tmp_path, suffix, **{place: junk}))

    assert found.duration == pytest.approx(10.0, rel=0.1)  # FFmpeg loses a little AAC behind noise
    words = "no sound" if suffix == ".aac" else {"before": "before its first", "after": "behind its last"}[place]
    told = [re.search(r"has (8\d,\d{3}) bytes", warning) for warning in found.warnings if words in warning]
    assert len(told) == 1
    assert told[0]


@pytest.mark.parametrize("suffix", [".mp3", ".aac"])
@pytest.mark.parametrize(("before", "after"), [(b"", b""), (TAG, b""), (b"", TAG), (b"", bytes(4000))])
def test_tags_and_a_little_padding_are_no_junk(tmp_path: Path, suffix: str, before: bytes, after: bytes) -> None:
    found = probe(around(tmp_path, suffix, before, after))

    assert not [warning for warning in found.warnings if "bytes" in warning]


def ape(size: int) -> bytes:
    """An APE tag of version 1: no header, its footer tells how long it is."""
    return bytes(size) + b"APETAGEX" + (1000).to_bytes(4, "little") + (size + 32).to_bytes(4, "little") + bytes(16)


@pytest.mark.parametrize("last", [b"", b"TAG" + bytes(125)])
def test_tags_behind_a_cut_frame_are_no_junk(tmp_path: Path, last: bytes) -> None:
    """They are found from the file's end, wherever the sound ends."""
    whole = make_media(tmp_path / "whole.mp3", 10.0).read_bytes()
    file = tmp_path / "odd.mp3"
    file.write_bytes(whole[:-100] + ape(80_000) + last)

    assert not [warning for warning in probe(file).warnings if "bytes" in warning]


def test_tags_between_joined_parts_are_no_junk(tmp_path: Path) -> None:
    """AAC files that were joined keep the tags of each."""
    part = make_media(tmp_path / "part.aac", 5.0).read_bytes()
    file = tmp_path / "odd.aac"
    file.write_bytes((part + TAG) * 3)

    assert not [warning for warning in probe(file).warnings if "bytes" in warning]


ENDED = [*itertools.product((".wav", ".aiff", ".m4a"), ("zeros", "noise")), (".flac", "zeros")]
JUNK = {"zeros": bytes(80_000), "noise": b"\x01\xff" + random.Random(1).randbytes(80_000)}


@pytest.mark.parametrize(("suffix", "junk"), ENDED)
@pytest.mark.parametrize("last", [b"", b"TAG" + bytes(125)], ids=["", "ID3v1"])
def test_junk_behind_a_container_is_told(tmp_path: Path, suffix: str, junk: str, last: bytes) -> None:
    """Its own header, or zeros that no sound has, tell where it ends."""
    found = probe(around(tmp_path, suffix, after=JUNK[junk] + last))

    assert found.duration == pytest.approx(10.0, rel=0.1)
    assert [warning for warning in found.warnings if re.search(r"has 8\d,\d{3} bytes behind its last", warning)]


@pytest.mark.parametrize("suffix", [".wav", ".aiff", ".m4a", ".mp4", ".flac"])
@pytest.mark.parametrize(
    "after",
    [b"", bytes(4000), TAG, ape(80_000), b"LIST" + (80_000).to_bytes(4, "little") + bytes(80_000)],
    ids=["nothing", "padding", "ID3", "APE", "chunk"],
)
def test_what_belongs_behind_a_container_is_no_junk(tmp_path: Path, suffix: str, after: bytes) -> None:
    """Tags of other forms, a little padding, and chunks that the header does not count in."""
    if after.startswith(b"LIST") and suffix != ".wav":
        after = b""

    assert not [warning for warning in probe(around(tmp_path, suffix, after=after)).warnings if "bytes" in warning]


@pytest.mark.parametrize("size", [0, 1000, 0xFFFFFFFF])
def test_a_size_that_was_never_filled_in_tells_no_junk(tmp_path: Path, size: int) -> None:
    """Recorders that are cut off, and streams, leave it at what it was."""
    sound = make_media(tmp_path / "whole.wav", 10.0).read_bytes()
    file = tmp_path / "odd.wav"
    file.write_bytes(sound[:4] + size.to_bytes(4, "little") + sound[8:])

    assert not [warning for warning in probe(file).warnings if "bytes" in warning]
