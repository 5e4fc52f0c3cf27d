"""Chapters by topic: suggested, kept until they are accepted, marked as a machine's; a person's stay."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import run_cli
from episodes.core.chapter import Chapter
from episodes.core.episode import Episode
from episodes.core.transcript import Segment
from episodes.store.catalogue import Catalogue
from store.samples import a_transcript

BREAD = ("Sourdough flour needs water.", "The crust comes from a warm oven.", "Sourdough flour is alive.")
BOATS = ("The sailing boat lost its mast.", "We mended it in the harbour.", "A sailing boat is slow.")


@pytest.fixture
def desk(tmp_path: Path, sample: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    assert run_cli(folder, "add", str(sample), "--no-transcribe") == 0
    lines = [line for topic in (BREAD, BOATS) for _ in range(8) for line in topic]
    with Catalogue.open(folder / "episodes.db") as catalogue:
        episode = the(catalogue)
        each = episode.duration / len(lines)
        spoken = tuple(Segment(start=i * each, end=(i + 1) * each, text=line) for i, line in enumerate(lines))
        catalogue.save_transcript(episode.guid, a_transcript(segments=spoken))
        given(catalogue)
    return folder


def the(catalogue: Catalogue) -> Episode:
    (episode,) = catalogue.list_episodes()
    return episode


def given(catalogue: Catalogue, *chapters: Chapter) -> None:
    """Chapters as the source gives them; the sample's own are taken away."""
    catalogue.save_episode(replace(the(catalogue), chapters=chapters))


def asked(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    capsys.readouterr()
    assert run_cli(folder, *(arguments or ("info",)), "last", "--json") == 0
    return json.loads(capsys.readouterr().out)


def setting(folder: Path, line: str, *, table: str = "") -> None:
    """Add a setting to the workspace, or to its one show."""
    file = folder / "episodes.toml"
    text = file.read_text()
    if table:
        file.write_text(f"{text}\n[{table}]\n{line}\n")
    else:
        head = next(part for part in text.splitlines() if part.startswith("[shows."))
        file.write_text(text.replace(head, f"{head}\n{line}"))


def test_suggested_chapters_are_not_published_until_they_are_accepted(desk, capsys):
    """Accepted, they are the person's decision, and still a machine's work."""
    before = asked(desk, capsys)

    suggested = asked(desk, capsys, "chapters", "--suggest")["suggested"]
    assert [chapter["title"] for chapter in suggested] == ["Sourdough flour", "Sailing boat"]
    assert suggested[0]["start"] == 0
    assert asked(desk, capsys) == before
    assert asked(desk, capsys, "chapters")["suggested"] == suggested

    assert run_cli(desk, "chapters", "last", "--accept") == 0
    after = asked(desk, capsys)
    assert after["chapters"] == suggested
    assert after["machine_made"] == ["chapters"]
    (origin,) = [origin for origin in after["origins"] if origin["field"] == "chapters"]
    assert (origin["origin"], origin["locked"]) == ("machine", True)
    assert "accepted by" in origin["reason"]
    assert run_cli(desk, "chapters", "last", "--accept") == 1


def test_they_are_marked_where_they_are_shown(desk, capsys):
    """In info and on the page."""
    run_cli(desk, "chapters", "last", "--suggest", "--accept")
    assert run_cli(desk, "info", "last") == 0
    assert "machine-made chapter" in capsys.readouterr().out

    assert run_cli(desk, "build") == 0

    (page,) = [file for file in (desk / "feeds").glob("*/*/index.html") if "Sailing boat" in file.read_text()]
    assert "Machine-made chapters" in page.read_text()


def test_what_a_source_gave_is_replaced_by_force_only(desk, capsys):
    with Catalogue.open(desk / "episodes.db") as catalogue:
        given(catalogue, Chapter(start=0, title="Hello"), Chapter(start=20, title="Bye"))
    run_cli(desk, "chapters", "last", "--suggest")

    assert run_cli(desk, "chapters", "last", "--accept") == 2
    assert [chapter["title"] for chapter in asked(desk, capsys)["chapters"]] == ["Hello", "Bye"]

    assert run_cli(desk, "chapters", "last", "--accept", "--force") == 0
    assert asked(desk, capsys)["machine_made"] == ["chapters"]


@pytest.mark.parametrize(
    ("show", "workspace", "taken"), [("", "true", True), ("true", "false", True), ("false", "true", False)]
)
def test_a_show_may_take_them_over_at_once(desk, capsys, show, workspace, taken):
    """As the show says, else as the workspace does; marked as what nobody has looked at."""
    setting(desk, f"accept = {workspace}", table="summaries")
    if show:
        setting(desk, f"accept_proposals = {show}")

    assert run_cli(desk, "chapters", "last", "--suggest") == 0

    after = asked(desk, capsys)
    assert bool(after["chapters"]) == taken
    assert ("chapters" in after["guessed"]) == taken


def test_at_once_never_means_over_a_persons(desk, capsys):
    setting(desk, "accept_proposals = true")
    with Catalogue.open(desk / "episodes.db") as catalogue:
        given(catalogue, Chapter(start=0, title="Hello"), Chapter(start=20, title="Bye"))

    assert run_cli(desk, "chapters", "last", "--suggest") == 0

    assert [chapter["title"] for chapter in asked(desk, capsys)["chapters"]] == ["Hello", "Bye"]


def test_the_shows_setting_can_be_typed_and_is_checked(desk, capsys):
    show = asked(desk, capsys)["show"]
    assert run_cli(desk, "show", "edit", show, "accept_proposals=yes") == 0
    assert "accept_proposals = true" in (desk / "episodes.toml").read_text()
    assert run_cli(desk, "show", "edit", show, "accept_proposals=") == 0
    assert "accept_proposals" not in (desk / "episodes.toml").read_text()

    setting(desk, 'accept_proposals = "yes"')
    assert run_cli(desk, "chapters", "last") == 2


def test_a_number_of_chapters_can_be_asked_for(desk, capsys):
    assert len(asked(desk, capsys, "chapters", "--suggest", "--number", "3")["suggested"]) == 3


def test_suggestions_can_be_dropped(desk):
    run_cli(desk, "chapters", "last", "--suggest")

    assert run_cli(desk, "chapters", "last", "--reject") == 0
    assert run_cli(desk, "chapters", "last", "--reject") == 1


def test_without_a_transcript_or_a_topic_nothing_is_made_up(desk, capsys):
    with Catalogue.open(desk / "episodes.db") as catalogue:
        one = (Segment(start=0, end=30, text="Hello and welcome."),)
        catalogue.save_transcript(the(catalogue).guid, a_transcript(segments=one))

    assert run_cli(desk, "chapters", "last", "--suggest") == 1
    assert asked(desk, capsys, "chapters")["suggested"] is None


@pytest.mark.parametrize("options", [("--number", "3"), ("--accept", "--reject"), ("--suggest", "--reject")])
def test_options_that_make_no_sense_together_are_refused(desk, options):
    assert run_cli(desk, "chapters", "last", *options) == 2
