"""kill -9 at any moment: the same command, run again, ends in one whole episode."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import feedparser

from conftest import run_cli

#: Seconds after which the process is killed; the last ones fall into the transcription.
MOMENTS = (0.4, 0.9, 1.4, 2.0, 2.7, 3.6)


def start(folder, *arguments: str) -> subprocess.Popen:
    code = "import sys; from episodes.cli.start import run; run()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def test_kills_during_add_leave_one_whole_episode(tmp_path, sample, tiny_model, capsys):
    """Nothing half-written is ever taken for whole, nothing is there twice."""
    command = ["add", str(sample), "--model", tiny_model]
    for moment in random.sample(MOMENTS, len(MOMENTS)):
        process = start(tmp_path, *command)
        try:
            process.wait(timeout=moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    assert start(tmp_path, *command).wait(timeout=120) == 0
    assert run_cli(tmp_path, "build") == 0

    capsys.readouterr()
    assert run_cli(tmp_path, "list", "--json") == 0
    (episode,) = json.loads(capsys.readouterr().out)
    assert run_cli(tmp_path, "transcript", "last") == 0
    assert "haystack" in capsys.readouterr().out
    (entry,) = feedparser.parse((tmp_path / "feeds" / episode["show"] / "feed.xml").read_bytes()).entries
    assert int(entry.enclosures[0].length) == sample.stat().st_size
    media = [file for file in (tmp_path / "media").rglob("*") if file.is_file()]
    assert sorted(file.suffix for file in media) == [".jpg", ".mp3"]
    assert not list((tmp_path / "media" / ".work").glob("*"))
