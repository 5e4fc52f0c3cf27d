"""`episodes clip`: the stretch that was asked for, with captions, tags and a link."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from conftest import run_cli
from episodes.media.probe import probe


@pytest.fixture
def clip(demo_workspace, capsys, tmp_path):
    def run(*arguments: str) -> tuple[int, dict, str]:
        capsys.readouterr()
        code = run_cli(demo_workspace, "clip", *arguments, "--output", str(tmp_path / "piece"), "--json")
        printed = capsys.readouterr()
        return code, json.loads(printed.out or "{}"), printed.err

    return run


def test_a_clip_by_times_lasts_as_long_as_asked(clip):
    """The sound is copied, to a packet."""
    code, made, _ = clip("7", "--from", "0:20", "--to", "0:26.5")

    found = probe(Path(made["file"]))
    assert code == 0
    assert abs(found.duration - 6.5) < 0.1
    assert found.tags["album"] == "The Feed Desk"
    assert made["url"].endswith("#t=20")
    assert found.tags["comment"] == made["url"]


def test_a_quote_is_cut_with_its_captions(clip):
    """The words are said in the clip, and the captions begin with it."""
    code, made, _ = clip("7", "--quote", "a whisper in the haystack")

    captions = Path(made["captions"][0]).read_text()
    assert code == 0
    assert "haystack" in captions
    assert 1 < made["end"] - made["start"] < 12


def test_a_hit_of_a_search_is_cut(clip, demo_workspace, capsys, monkeypatch):
    """What `search --json` prints is what `clip -` reads."""
    capsys.readouterr()
    assert run_cli(demo_workspace, "search", "haystack", "--in", "transcript", "--json") == 0
    answer = capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))

    code, made, _ = clip("-")

    assert code == 0
    assert made["start"] <= json.loads(answer)["episodes"][0]["hits"][0]["at"] <= made["end"]


def test_a_soundbite_reaches_the_feed(workspace, tmp_path):
    """podcast:soundbite with start and duration."""
    arguments = ["--from", "1:11", "--to", "1:16", "--soundbite", "--output", str(tmp_path / "piece")]
    assert run_cli(workspace, "clip", "7", *arguments) == 0
    assert run_cli(workspace, "build") == 0

    feed = (workspace / "feeds/the-feed-desk/feed.xml").read_text()
    assert "podcast:soundbite" in feed
    assert 'startTime="71' in feed


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["7"], 2, "--from"),
        (["7", "--from", "x", "--to", "1:00"], 2, "no time"),
        (["7", "--from", "1:00", "--to", "0:30"], 2, "end after"),
        (["7", "--from", "10:00", "--to", "11:00"], 2, "over after"),
        (["7", "--quote", "words that nobody says"], 1, "nobody says"),
        (["99", "--from", "0:01", "--to", "0:02"], 1, "99"),
    ],
)
def test_wrong_wishes_are_refused_in_words(clip, arguments, code, words):
    got, _, said = clip(*arguments)

    assert got == code
    assert words in said
