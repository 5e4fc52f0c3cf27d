"""Pictures in an export: listed, copied, and found again where the settings say."""

from __future__ import annotations

import filecmp
import shutil
import struct
import tomllib
import zlib
from pathlib import Path

import pytest

from conftest import run_cli


def png(shade: int) -> bytes:
    """A small grey picture."""
    rows = b"".join(b"\x00" + bytes([shade]) * 8 for _ in range(8))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def differences(one: Path, other: Path) -> list[str]:
    files = {str(file.relative_to(one)) for file in one.rglob("*") if file.is_file()}
    others = {str(file.relative_to(other)) for file in other.rglob("*") if file.is_file()}
    _, different, odd = filecmp.cmpfiles(one, other, sorted(files & others), shallow=False)
    return [*sorted(files ^ others), *different, *odd]


def exported(folder: Path, name: str) -> Path:
    assert run_cli(folder, "export", str(folder.parent / name), "--media") == 0
    return folder.parent / name


def taken_in(export: Path, name: str) -> Path:
    folder = export.parent / name
    folder.mkdir()
    assert run_cli(folder, "import", str(export)) == 0
    return folder


def image_of(folder: Path) -> Path:
    (show,) = tomllib.loads((folder / "episodes.toml").read_text())["shows"].values()
    return folder / show["image"]


@pytest.mark.parametrize("place", ["art/cover.png", "../outside/Cover.PNG"])
def test_a_picture_outside_media_comes_back_found(tmp_path, sample, place):
    """Also one that lies outside of the workspace; exported again, it has the same bytes."""
    first = tmp_path / "first"
    first.mkdir()
    picture = (first / place).resolve()
    picture.parent.mkdir()
    picture.write_bytes(png(90))
    assert run_cli(first, "add", str(sample), "--no-transcribe") == 0
    said = str(picture) if place.startswith("..") else place
    assert run_cli(first, "show", "edit", "the-feed-desk", f"image={said}") == 0

    export = exported(first, "a")
    second = taken_in(export, "second")

    assert image_of(second).read_bytes() == png(90)
    assert image_of(second).resolve().is_relative_to(second)
    assert differences(export, exported(second, "b")) == []
    assert run_cli(second, "build") == 0


def test_pictures_stand_in_the_list_of_media(tmp_path, sample):
    """The show's and the episode's, with the file or the address."""
    folder = tmp_path / "desk"
    folder.mkdir()
    assert run_cli(folder, "add", str(sample), "--no-transcribe") == 0
    address = "https://example.org/cover.jpg"
    assert run_cli(folder, "show", "edit", "the-feed-desk", f"image={address}") == 0

    export = exported(folder, "out")

    lines = [line.split("\t") for line in (export / "the-feed-desk" / "media.tsv").read_text().splitlines()]
    pictures = [line for line in lines if line[1] == "picture"]
    assert pictures[0] == ["the-feed-desk", "picture", "", "", "", "", "", "", address]
    assert all(len(line) == len(lines[0]) for line in lines)
    assert all((export / "the-feed-desk" / "media" / line[2]).is_file() for line in lines[1:] if line[2])


def test_an_import_writes_no_picture_over_another(tmp_path, sample):
    """What lies in the workspace already is the producer's."""
    first = tmp_path / "first"
    (first / "art").mkdir(parents=True)
    (first / "art" / "cover.png").write_bytes(png(90))
    assert run_cli(first, "add", str(sample), "--no-transcribe") == 0
    assert run_cli(first, "show", "edit", "the-feed-desk", "image=art/cover.png") == 0
    export = exported(first, "a")
    second = tmp_path / "second"
    shutil.copytree(first / "art", second / "art")
    (second / "art" / "cover.png").write_bytes(png(10))

    assert run_cli(second, "import", str(export)) == 0

    assert image_of(second).read_bytes() == png(10)
