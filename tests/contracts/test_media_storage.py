"""What every media storage promises: files appear whole under their keys or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from episodes.core.errors import MediaError
from episodes.media.folder import FolderStorage


@pytest.fixture
def storage(tmp_path: Path) -> FolderStorage:
    return FolderStorage(tmp_path / "media")


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    file = tmp_path / "a.mp3"
    file.write_bytes(b"sound" * 1000)
    return file


def test_what_is_kept_can_be_read(storage: FolderStorage, a_file: Path) -> None:
    """Under its key, with its length."""
    length = storage.keep(a_file, "quick-take/ab12.mp3")

    assert length == 5000
    assert storage.has("quick-take/ab12.mp3")
    assert storage.path("quick-take/ab12.mp3").read_bytes() == a_file.read_bytes()


def test_keeping_twice_gives_one_file(storage: FolderStorage, a_file: Path) -> None:
    """The second replaces the first, whole."""
    storage.keep(a_file, "s/a.mp3")
    a_file.write_bytes(b"other")
    storage.keep(a_file, "s/a.mp3")

    assert [file.name for file in storage.path("s/a.mp3").parent.iterdir()] == ["a.mp3"]
    assert storage.path("s/a.mp3").read_bytes() == b"other"


def test_the_original_may_change(storage: FolderStorage, a_file: Path) -> None:
    """What is kept is a copy: no link to the file of the user."""
    storage.keep(a_file, "s/a.mp3")
    with a_file.open("r+b") as file:
        file.write(b"XXXX")

    assert storage.path("s/a.mp3").read_bytes().startswith(b"sound")


def test_keeping_a_file_of_the_storage_itself(storage: FolderStorage, a_file: Path) -> None:
    """A file that is its own target is left in peace."""
    storage.keep(a_file, "s/a.mp3")

    assert storage.keep(storage.path("s/a.mp3"), "s/a.mp3") == 5000


def test_what_is_removed_is_gone(storage: FolderStorage, a_file: Path) -> None:
    """With the folder that it leaves empty; removing twice is no error."""
    storage.keep(a_file, "s/t/a.mp3")
    storage.remove("s/t/a.mp3")
    storage.remove("s/t/a.mp3")

    assert not storage.has("s/t/a.mp3")
    assert list(storage.root.iterdir()) == []


def test_of_many_keys_those_without_a_file_are_told(storage: FolderStorage, a_file: Path) -> None:
    """As `has` tells of each; a folder is no file, and a key that leads out of the storage is a fault."""
    keys = ["s/a.mp3", "s/t/b.mp3", "s/t/c.mp3", "u/a.mp3", "s/t", "d.mp3", "e.mp3"]
    for key in ("s/a.mp3", "s/t/b.mp3", "d.mp3"):
        storage.keep(a_file, key)
    (storage.root / "s" / "l.mp3").symlink_to(storage.root / "gone.mp3")

    assert storage.missing([*keys, "s/l.mp3"]) == {"s/t/c.mp3", "u/a.mp3", "s/t", "e.mp3", "s/l.mp3"}
    assert storage.missing(keys) == {key for key in keys if not storage.has(key)}
    with pytest.raises(MediaError, match="no place"):
        storage.missing(["../s/a.mp3"])


def test_a_missing_file_is_named(storage: FolderStorage) -> None:
    """With the key and what brings it back."""
    with pytest.raises(MediaError, match=r"s/none\.mp3 is missing") as caught:
        storage.path("s/none.mp3")
    assert "again" in caught.value.hint


@pytest.mark.parametrize("key", ["../a.mp3", "s/../../a.mp3", "/etc/a.mp3", "", "s\\..\\a.mp3", "a\x00b", "C:/a.mp3"])
def test_a_key_stays_inside(storage: FolderStorage, a_file: Path, key: str) -> None:
    """Whatever the catalogue says, nothing outside of the folder is touched."""
    with pytest.raises(MediaError, match="no place in the media folder"):
        storage.keep(a_file, key)


def test_nothing_to_keep(storage: FolderStorage, tmp_path: Path) -> None:
    """A file that is gone is told."""
    with pytest.raises(MediaError, match="to keep"):
        storage.keep(tmp_path / "none.mp3", "s/a.mp3")


def test_a_full_disk_says_which_and_how_much(
    storage: FolderStorage, a_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays, and no part is left."""
    storage.keep(a_file, "s/a.mp3")

    def full(source: Path, target: Path) -> None:
        Path(target).write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(MediaError, match=r"no space left on .+ for a\.mp3 \(needs 1 MB\)"):
        storage.keep(a_file, "s/a.mp3")

    assert [file.name for file in (storage.root / "s").iterdir()] == ["a.mp3"]


def test_a_file_that_cannot_fit_is_refused_before_the_work(storage: FolderStorage, tmp_path: Path) -> None:
    """A sparse file larger than any disk."""
    huge = tmp_path / "huge.mp3"
    with huge.open("wb") as file:
        file.truncate(1 << 43)

    with pytest.raises(MediaError, match="no space left on"):
        storage.keep(huge, "s/a.mp3")


KEEPER = """
import shutil, sys, time
from pathlib import Path
from episodes.media.folder import FolderStorage

def slow(source, target):
    data = Path(source).read_bytes()
    with open(target, "wb") as file:
        for start in range(0, len(data), 500):
            file.write(data[start:start + 500]); file.flush(); time.sleep(0.005)

shutil.copyfile = slow
FolderStorage(Path(sys.argv[1])).keep(Path(sys.argv[2]), "s/a.mp3")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot kill so")
def test_a_kill_leaves_nothing_half_written(storage: FolderStorage, a_file: Path) -> None:
    """The key is empty after a kill in the middle, and keeping again clears what was left."""
    process = subprocess.Popen([sys.executable, "-c", KEEPER, str(storage.root), str(a_file)])
    try:
        while not list(storage.root.glob("s/.*.part")) and process.poll() is None:
            time.sleep(0.002)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    assert not storage.has("s/a.mp3")
    storage.keep(a_file, "s/a.mp3")
    assert [file.name for file in (storage.root / "s").iterdir()] == ["a.mp3"]
