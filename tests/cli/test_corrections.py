"""Correcting from the command line: what is fixed and edited is there everywhere, for good, and can be taken back."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from conftest import run_cli
from episodes.core.transcript import Segment, Transcript
from episodes.store.catalogue import Catalogue
from store.samples import DAY, a_fingerprint

LINES = ("Welcome to the show.", "I am Marcurius in London.", "With me is Alex Christofur.", "Good bye.")


def a_text(*lines: str, confidence: float = 1.0) -> Transcript:
    segments = tuple(
        Segment(start=5.0 * n, end=5.0 * n + 5, text=line, confidence=confidence) for n, line in enumerate(lines)
    )
    return Transcript(fingerprint=a_fingerprint(), language="en", duration=20.0, created_at=DAY, segments=segments)


@pytest.fixture
def desk(tmp_path: Path, sample: Path) -> Path:
    """A workspace with the sample episode and a transcript of ours, built."""
    folder = tmp_path / "desk"
    folder.mkdir()
    assert run_cli(folder, "add", str(sample), "--no-transcribe") == 0
    hear(folder, *LINES)
    assert run_cli(folder, "build") == 0
    return folder


def hear(folder: Path, *lines: str, confidence: float = 1.0) -> None:
    with Catalogue.open(folder / "episodes.db") as catalogue:
        (episode,) = catalogue.list_episodes()
        catalogue.save_transcript(episode.guid, a_text(*lines, confidence=confidence))


@pytest.fixture
def said(desk, capsys):
    """What a command prints, which must succeed."""

    def run(*arguments: str, code: int = 0) -> str:
        capsys.readouterr()
        assert run_cli(desk, *arguments) == code
        return capsys.readouterr().out

    return run


def files(folder: Path, ending: str) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((folder / "feeds").rglob(f"*.{ending}"))}


def with_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: str, new: str) -> None:
    """An editor that replaces words."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
        f"file.write_text(file.read_text(encoding='utf-8').replace({old!r}, {new!r}), encoding='utf-8')\n"
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


def test_a_fix_is_there_everywhere(desk, said):
    """Transcript, captions, page and search; the feed keeps GUID, date and enclosure."""
    feeds = files(desk, "xml")
    out = said("fix", "marcurius", "Mercouris")

    assert "- I am Marcurius in London." in out
    assert "+ I am Mercouris in London." in out
    assert "Mercouris" in said("transcript", "last")
    assert "Mercouris in London" in said("search", "mercouris london")
    said("build")
    assert all(b"Marcurius" not in content for content in files(desk, "vtt").values())
    assert any(b"Mercouris" in content for content in files(desk, "html").values())
    for path, before in feeds.items():
        for name in (b"<guid", b"<pubDate", b"<enclosure"):
            lines = [line for line in before.split(b"\n") if name in line]
            assert lines == [line for line in path.read_bytes().split(b"\n") if name in line]


def test_a_dry_run_changes_nothing(said):
    found = json.loads(said("fix", "marcurius", "Mercouris", "--dry-run", "--json"))

    assert found["episodes"][0]["count"] == 1
    assert "Marcurius" in said("transcript", "last")
    assert json.loads(said("fix", "list", "--json")) == []


def test_fixes_are_listed_and_removed(said):
    before = said("transcript", "last")
    said("fix", "marcurius", "Mercouris", "--everywhere")
    (rule,) = json.loads(said("fix", "list", "--json"))

    assert (rule["wrong"], rule["count"]) == ("marcurius", 1)
    said("fix", "remove", str(rule["id"]))
    assert said("transcript", "last") == before


def test_misheard_names_are_suggested_and_never_applied(said):
    said("glossary", "the-feed-desk", "Alexander Mercouris", "Alex Christoforou")
    found = json.loads(said("fix", "suggest", "--json"))["the-feed-desk"]

    assert ("Marcurius", "Mercouris") in [(one["wrong"], one["right"]) for one in found]
    assert "Marcurius" in said("transcript", "last")


def test_the_glossary_stands_in_the_settings(desk, said):
    said("glossary", "the-feed-desk", "Pieter Wuille", "ComfyUI")
    said("glossary", "the-feed-desk", "--remove", "comfyui")

    assert said("glossary", "the-feed-desk") == "Pieter Wuille\n"
    assert 'glossary = ["Pieter Wuille"]' in (desk / "episodes.toml").read_text()
    said("glossary", "the-feed-desk", "--remove", "nobody", code=1)


def test_an_edit_in_the_editor_outlives_a_new_transcript(desk, said, monkeypatch, tmp_path):
    with_editor(monkeypatch, tmp_path, "Marcurius", "Alexander Mercouris")
    said("edit", "last", "--transcript")
    hear(desk, "Welcome to the show. I'm", "Mark Urius in London. With me", "is Alex Christofer. Good bye.")

    assert "I am Alexander Mercouris in London." in said("transcript", "last")
    verbs = [change["verb"] for change in json.loads(said("history", "last", "--json"))]
    assert verbs == ["transcribe", "edit", "transcribe"]


def test_a_broken_edit_is_refused_and_kept(desk, said, monkeypatch, tmp_path, capsys):
    with_editor(monkeypatch, tmp_path, "[00:00:05.00]", "[five]")
    said("edit", "last", "--transcript", code=2)
    (kept,) = (desk / ".episodes" / "edits").iterdir()
    assert "[five] I am" in kept.read_text()
    said("edit", "last", "--transcript", code=2)  # the kept one first

    kept.write_text(kept.read_text().replace("[five]", "[5]").replace("Marcurius", "Mercouris"))
    said("edit", "last", "--transcript", "--file", str(kept))

    assert "Mercouris" in said("transcript", "last")
    assert not kept.exists()


def test_undo_brings_the_same_bytes_back(desk, said, monkeypatch, tmp_path):
    before = [said("transcript", "last", "--format", name) for name in ("vtt", "json", "txt")]
    said("fix", "marcurius", "Mercouris")
    with_editor(monkeypatch, tmp_path, "London", "Paris")
    said("edit", "last", "--transcript")
    assert "Mercouris in Paris" in said("transcript", "last")

    said("undo")
    assert "Mercouris in London" in said("transcript", "last")
    said("undo")
    assert [said("transcript", "last", "--format", name) for name in ("vtt", "json", "txt")] == before
    said("undo", code=1)


@pytest.mark.parametrize("name", ["srt", "vtt", "json", "md"])
def test_a_file_corrected_elsewhere_comes_home(desk, said, tmp_path, name):
    file = tmp_path / f"out.{name}"
    said("export", "last", "--transcript", "--format", name, "--output", str(file))
    said("import", str(file), "last", "--transcript")
    assert [change["verb"] for change in json.loads(said("history", "--json"))] == ["transcribe"]

    file.write_text(file.read_text().replace("Marcurius", "Mercouris"))
    said("import", str(file), "last", "--transcript")

    assert "I am Mercouris in London." in said("transcript", "last")
    assert [change["verb"] for change in json.loads(said("history", "--json"))] == ["transcribe", "import"]


def test_differences_are_shown_by_word(said):
    said("fix", "marcurius", "Mercouris")
    (found,) = json.loads(said("diff", "last", "--json"))["differences"]

    assert (found["old"], found["new"], found["start"] >= 5) == ("Marcurius", "Mercouris", True)


def test_doubtful_places_are_listed_and_accepted(desk, said):
    hear(desk, *LINES, confidence=0.2)

    assert "low probability" in said("review", "last", "--list")
    assert len(json.loads(said("list", "--needs", "review", "--json"))) == 1
    said("review", "last", "--accept", "all")
    assert json.loads(said("review", "last", "--json")) == []
    assert json.loads(said("list", "--needs", "review", "--json")) == []


def test_a_walk_saves_each_answer(desk, said, monkeypatch):
    hear(desk, *LINES, confidence=0.2)
    answers = io.StringIO("a\ne\nI am Mercouris in London.\ns\nq\n")
    monkeypatch.setattr(answers, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", answers)
    monkeypatch.setenv("PATH", "")  # no player

    said("review", "last")

    assert "I am Mercouris in London." in said("transcript", "last")
    left = [doubt["text"] for doubt in json.loads(said("review", "last", "--json"))]
    assert left == [LINES[2], LINES[3]]


def test_wrong_use_is_told(said):
    said("fix", "one", code=2)
    said("fix", "same", "same", code=2)
    said("fix", "remove", "99", code=1)
    said("edit", "last", code=2)
    said("import", "nothing.srt", "last", "--transcript", code=2)
    said("review", "last", "--accept", "7", code=2)
    said("list", "--needs", "sleep", code=2)
