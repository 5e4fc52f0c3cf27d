"""What lies before and behind the sound of a bare stream: junk is told, tags are not."""

from __future__ import annotations

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
