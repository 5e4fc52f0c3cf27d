"""Whether files are whole, by their first bytes and their size."""

from __future__ import annotations

import pytest

from episodes.core.check.boxes import boxes
from episodes.core.check.facts import Read
from episodes.core.check.whole import is_cut, is_index_last
from media.making import make_media


def reading(data: bytes) -> Read:
    return lambda start, size: data[start : start + size]


def index_is_last(data: bytes) -> bool:
    return is_index_last(list(boxes(reading(data), 0, len(data))))


@pytest.mark.parametrize("suffix", [".mp3", ".m4a", ".mp4"])
def test_a_file_that_ends_early_says_so_itself(tmp_path, suffix):
    """Xing's count in an MP3, the boxes of an MP4; what is whole is never doubted."""
    data = make_media(tmp_path / f"a{suffix}", 6.0, picture=suffix == ".mp4").read_bytes()

    assert not is_cut(reading(data), len(data))
    assert is_cut(reading(data[: len(data) // 2]), len(data) // 2)


@pytest.mark.parametrize(
    "data", [b"", b"OggS" + bytes(99), bytes(9), b"\xff\xfb" + bytes(400), b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f"]
)
def test_of_what_does_not_count_nothing_is_said(data):
    assert not is_cut(reading(data), 10)
    assert not index_is_last(data)


@pytest.mark.parametrize(
    ("size", "length", "expected"),
    [(1000, 1008, False), (1000, 1007, False), (1000, 1006, True), (0x7FFF_0000, 1008, False), (0x7FFE_FFFF, 9, True)],
)
def test_the_size_of_a_wav_is_taken_with_a_grain(size, length, expected):
    """The last byte that fills up may be missing; programs that write as they go say the largest number."""
    assert is_cut(reading(b"RIFF" + size.to_bytes(4, "little") + b"WAVEfmt "), length) is expected


def test_an_index_at_the_end_is_found(tmp_path):
    data = make_media(tmp_path / "a.m4a", 3.0).read_bytes()
    sound, index = data.index(b"mdat") - 4, data.index(b"moov") - 4
    first = data[:sound] + data[index:] + data[sound:index]

    assert index_is_last(data) is (sound < index)
    assert not index_is_last(first if sound < index else data)


def test_what_stands_behind_the_last_box_is_no_box(tmp_path):
    """Some programs append tags."""
    data = make_media(tmp_path / "a.m4a", 1.0).read_bytes() + b"\xff" * 20

    assert not is_cut(reading(data), len(data))


def test_shared_files_are_whole(shared):
    files = [file for kind in ("mp3", "m4a", "mp4") for file in shared.rglob(f"*.{kind}")]

    assert len(files) > 5
    assert [file.name for file in files if is_cut(reading(file.read_bytes()), file.stat().st_size)] == []
