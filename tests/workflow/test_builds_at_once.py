"""Builds that meet, or are killed: what is left is what one quiet build leaves."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from workflow.desk import Desk

BUILD = "import sys; from episodes.cli.app import main; sys.exit(main(['-q', 'build']))"


def start(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", BUILD], cwd=folder)


def files_of(folder: Path) -> dict[str, bytes]:
    """What a web server gives of it, whatever else lies about."""
    feeds = folder / "feeds"
    found = {file.relative_to(feeds).as_posix(): file for file in feeds.rglob("*") if file.is_file()}
    return {path: file.read_bytes() for path, file in found.items()}


def quietly_built(desk: Desk, folder: Path) -> dict[str, bytes]:
    desk.copy_to(folder)
    assert start(folder).wait() == 0
    return files_of(folder)


def test_two_processes_that_build_at_once_leave_one_build(tmp_path):
    """The second waits for the first, and both end well."""
    desk = Desk(tmp_path / "desk", seed=3)

    running = [start(tmp_path / "desk") for _ in range(2)]

    assert [process.wait() for process in running] == [0, 0]
    assert files_of(tmp_path / "desk") == quietly_built(desk, tmp_path / "quiet")


@pytest.mark.parametrize("built_before", [False, True], ids=["a first build", "a later build"])
def test_a_killed_build_is_made_whole_by_the_next(tmp_path, built_before):
    """Killed after a few files, and again after many; nothing half-written, stale or left over."""
    desk = Desk(tmp_path / "desk", seed=4)
    if built_before:
        assert start(tmp_path / "desk").wait() == 0
        desk.set(description="Other words.")  # stands on every page

    for written in (3, 100):
        process = start(tmp_path / "desk")
        began = time.time()
        while process.poll() is None and count_since(began, tmp_path / "desk" / "feeds") < written:
            time.sleep(0.02)  # looking takes processor time from the build
        process.kill()
        process.wait()
    assert start(tmp_path / "desk").wait() == 0

    assert files_of(tmp_path / "desk") == quietly_built(desk, tmp_path / "quiet")


def count_since(began: float, feeds: Path) -> int:
    count = 0
    for file in feeds.rglob("*"):
        try:
            count += file.stat().st_mtime >= began
        except FileNotFoundError:
            pass  # renamed meanwhile
    return count
