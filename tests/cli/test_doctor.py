"""`episodes doctor`: what is there, what is missing, and the command that mends it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from conftest import run_cli


def findings(folder, capsys, *arguments: str) -> dict[str, dict]:
    capsys.readouterr()
    run_cli(folder, "doctor", *arguments, "--json")
    return {one["what"]: one for one in json.loads(capsys.readouterr().out)}


def test_a_sound_workspace_has_nothing_broken(demo_workspace, capsys):
    found = findings(demo_workspace, capsys)

    assert run_cli(demo_workspace, "doctor") == 0
    assert found["database"]["state"] == "good"
    assert "tiny.en" in found["Whisper model"]["detail"]


def test_a_damaged_database_is_told(workspace, capsys):
    """Exit code 1, and the words say what is broken."""
    (workspace / "episodes.db").write_bytes(b"not a database at all" * 100)
    for name in ("episodes.db-wal", "episodes.db-shm"):
        (workspace / name).unlink(missing_ok=True)

    found = findings(workspace, capsys)

    assert run_cli(workspace, "doctor") == 1
    assert found["database"]["state"] == "broken"


@pytest.mark.parametrize("arguments", [["list"], ["add", "SAMPLE", "--no-transcribe"], ["build"]])
def test_an_emptied_database_is_damaged_where_there_are_files(workspace, sample, capsys, arguments):
    """As a full disk or a broken copy leaves it: nothing is begun anew over it."""
    (workspace / "episodes.db").write_bytes(b"")

    assert run_cli(workspace, *[str(sample) if one == "SAMPLE" else one for one in arguments]) == 3

    assert "episodes.db is empty" in capsys.readouterr().err
    assert (workspace / "episodes.db").read_bytes() == b""
    run_cli(workspace, "doctor")
    assert "episodes.db is empty" in capsys.readouterr().out


def test_an_empty_database_of_a_new_workspace_is_begun(tmp_path, sample, capsys):
    """A command that was killed while it made the first one leaves it so."""
    run_cli(tmp_path, "init")
    (tmp_path / "episodes.db").touch()

    assert run_cli(tmp_path, "list") == 0
    assert run_cli(tmp_path, "add", str(sample), "--no-transcribe") == 0


def test_a_damaged_index_is_mended(demo_workspace, tmp_path, capsys):
    """It is made from the catalogue, so nobody need be asked."""
    copy = tmp_path / "copy"
    shutil.copytree(demo_workspace, copy)
    with closing(sqlite3.connect(copy / "episodes.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'search_term'"
        (page,) = connection.execute(query).fetchone()
    with (copy / "episodes.db").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))

    found = findings(copy, capsys)

    assert found["database"]["state"] == "good"
    assert "made anew" in found["database"]["detail"]
    assert "made anew" not in findings(copy, capsys)["database"]["detail"]


def test_youtube_needs_a_runtime_and_says_how_to_get_it(tmp_path, capsys, monkeypatch):
    """Without one on the path or beside Python, the command that brings one is named."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))

    found = findings(tmp_path, capsys, "youtube")

    assert found["JavaScript runtime"]["state"] == "missing"
    assert found["JavaScript runtime"]["mend"] == "pip install 'episodes[youtube]'"


def test_cookies_of_another_site_are_told(workspace, capsys):
    """A cookie file without a word of the site cannot sign in there."""
    (workspace / "cookies.txt").write_text("example.org\tTRUE\t/\tTRUE\t0\ta\tb\n")
    settings = workspace / "episodes.toml"
    settings.write_text(settings.read_text() + f'\n[download]\ncookies = "{workspace / "cookies.txt"}"\n')

    found = findings(workspace, capsys, "soundcloud")

    assert found["cookies"]["state"] == "missing"
    assert "soundcloud" in found["cookies"]["detail"]


def test_an_unknown_site_is_wrong_use(tmp_path, capsys):
    assert run_cli(tmp_path, "doctor", "youtub") == 2
    assert "did you mean 'youtube'" in capsys.readouterr().err
