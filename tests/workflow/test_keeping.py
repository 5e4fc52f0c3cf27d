"""Work folders: lent to one process, taken away when that process is gone."""

from __future__ import annotations

import os
import subprocess
import sys

from episodes.workflow.keeping import clear_abandoned


def test_only_what_dead_processes_left_is_cleared(tmp_path):
    """A download that another running process has under way is left alone."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for process in (dead.pid, os.getpid(), os.getppid()):
        (tmp_path / f"0123abcd.{process}").mkdir()

    clear_abandoned(tmp_path)

    assert {folder.suffix for folder in tmp_path.iterdir()} == {f".{os.getpid()}", f".{os.getppid()}"}
