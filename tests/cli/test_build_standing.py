"""A build of which nothing changed is skipped as a whole, but only then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import run_cli
from media.making import make_media


def built(workspace, capsys, *options: str) -> dict:
    capsys.readouterr()
    assert run_cli(workspace, "build", "--json", *options) == 0
    return json.loads(capsys.readouterr().out)[0]


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_an_unchanged_show_is_reported_as_it_was(workspace, capsys):
    """The skipped build says what the whole one said."""
    whole, skipped = built(workspace, capsys), built(workspace, capsys)

    assert skipped == {**whole, "written": 0, "unchanged": whole["written"] + whole["unchanged"]}


def test_a_file_that_somebody_touched_is_mended(workspace, capsys):
    """Feeds, pages and captions are looked at, not only what they are made from."""
    built(workspace, capsys)
    feed, page = workspace / "feeds/the-feed-desk/feed.xml", workspace / "feeds/the-feed-desk/index.html"
    before = feed.read_bytes()
    feed.write_bytes(before + b"<!-- oops -->")
    page.unlink()

    assert built(workspace, capsys)["written"] == 2

    assert feed.read_bytes() == before
    assert page.is_file()


@pytest.mark.parametrize("gone", ["file", "disk"])
def test_no_episode_is_lost_because_its_file_is_missing(workspace, capsys, gone):
    """Not by one file and not by the whole disk; what was published stays, and is built on when they are back."""
    built(workspace, capsys)
    before = files(workspace / "feeds")
    there = next((workspace / "media").rglob("*.mp3")) if gone == "file" else workspace / "media"
    there.rename(workspace / "hidden")
    assert run_cli(workspace, "edit", "7", "summary=Told anew.") == 0
    capsys.readouterr()

    assert run_cli(workspace, "build") == 3

    said = capsys.readouterr().err
    assert "the-feed-desk/7-" in said
    assert "--force" in said
    assert files(workspace / "feeds") == before
    (workspace / "hidden").rename(there)
    assert built(workspace, capsys)["episodes"] == 1
    assert files(workspace / "feeds") != before


def test_one_file_of_many_that_is_gone_stops_nothing(workspace, capsys):
    """Its episode is left out until it is back; the others are built."""
    for seconds in (2, 3):
        make_media(workspace / f"Desk {seconds} Rye.mp3", seconds=seconds)
        assert run_cli(workspace, "add", str(workspace / f"Desk {seconds} Rye.mp3"), "--show", "the-feed-desk") == 0
    assert built(workspace, capsys)["episodes"] == 3
    next((workspace / "media").rglob("*.mp3")).rename(workspace / "hidden.mp3")

    found = built(workspace, capsys)

    assert found["episodes"] == 2
    assert "is gone" in found["left_out"][0]


def test_a_media_file_that_is_gone_is_noticed(workspace, capsys):
    """The episode is left out where that is wanted, and the reason is told again by the next build."""
    built(workspace, capsys)
    next((workspace / "media").rglob("*.mp3")).unlink()

    first, second = built(workspace, capsys, "--force"), built(workspace, capsys)

    assert "is gone" in first["left_out"][0]
    assert first["episodes"] == 0
    assert second["left_out"] == first["left_out"]
