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


def test_what_another_machine_has_under_way_stays(tmp_path):
    """Its process has a number that nobody has here; the folder is held all the same."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    folder = tmp_path / f"0123abcd.{gone.pid}"
    folder.mkdir()
    code = (
        "import pathlib, sys; from episodes.workflow.lock import held\n"
        "with held(pathlib.Path(sys.argv[1])): print(flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline()
        clear_abandoned(tmp_path)
        assert folder.exists()
        holder.communicate(b"\n")

    clear_abandoned(tmp_path)
    assert not folder.exists()
