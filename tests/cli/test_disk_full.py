"""A full disk: one clear line, exit code 3, and nothing half-written."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys

from conftest import run_cli

#: The largest file that the process may write, smaller than the episode: the system refuses as a full disk would.
ROOM = 200_000

PROGRAM = f"""
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from episodes.cli.app import main
resource.setrlimit(resource.RLIMIT_FSIZE, ({ROOM}, resource.RLIM_INFINITY))
sys.exit(main(sys.argv[1:]))
"""


def test_no_room_for_the_media_file(tmp_path, sample, capsys):
    """The add is refused in words; with room again the same command does it."""
    assert resource.RLIMIT_FSIZE is not None
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "add", str(sample), "--no-transcribe"],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip

    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("episodes:") == 1
    assert not [file for file in (tmp_path / "media").rglob("*") if file.is_file()]

    assert run_cli(tmp_path, "add", str(sample), "--no-transcribe") == 0
    assert run_cli(tmp_path, "list") == 0
    assert "How a spoken sentence" in capsys.readouterr().out


def test_no_room_for_what_will_be_heard(workspace, monkeypatch, capsys):
    """It is said before the first second is decoded; the transcript that there is stays."""
    nearly = shutil.disk_usage(workspace)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: nearly)

    assert run_cli(workspace, "transcribe", "7", "--again") == 3
    said = capsys.readouterr().err
    assert "1 MB are free for episodes.db" in said
    assert "make room" in said

    monkeypatch.undo()
    assert run_cli(workspace, "transcript", "7") == 0
    assert capsys.readouterr().out.strip()
