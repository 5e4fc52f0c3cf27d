"""A build of which nothing changed is skipped as a whole, but only then."""

from __future__ import annotations

import json

from conftest import run_cli


def built(workspace, capsys) -> dict:
    capsys.readouterr()
    assert run_cli(workspace, "build", "--json") == 0
    return json.loads(capsys.readouterr().out)[0]


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


def test_a_media_file_that_is_gone_is_noticed(workspace, capsys):
    """The episode is left out, and the reason is told again by the next build."""
    built(workspace, capsys)
    next((workspace / "media").rglob("*.mp3")).unlink()

    first, second = built(workspace, capsys), built(workspace, capsys)

    assert "is gone" in first["left_out"][0]
    assert second["left_out"] == first["left_out"]
