"""`episodes add`: from a file to an episode, once, whole, with what the file says of itself."""

from __future__ import annotations

import io
import json
import shutil

import pytest

from conftest import run_cli
from media.making import make_media


def listed(folder, capsys) -> list[dict]:
    capsys.readouterr()
    assert run_cli(folder, "list", "--json") == 0
    return json.loads(capsys.readouterr().out)


def info(folder, capsys, reference="last") -> dict:
    capsys.readouterr()
    assert run_cli(folder, "info", reference, "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_the_sample_is_read_as_its_producer_wrote_it(demo_workspace, capsys):
    """Show, number, title, hosts, date, chapters and links come out of the tags and the description."""
    record = info(demo_workspace, capsys)

    assert record["show"] == "the-feed-desk"
    assert record["number"] == 7
    assert record["title"] == "How a spoken sentence becomes searchable"
    assert [(c["name"], c["title"]) for c in record["credits"]] == [
        ("Nora Bennett", "Editor-in-Chief"),
        ("Daniel Brooks", "Audio Producer"),
    ]
    assert record["published_at"].startswith("2026-11-19")
    assert [c["title"] for c in record["chapters"]][:2] == ["Welcome", "From a source to an episode"]
    assert [c["start"] for c in record["chapters"]] == sorted(c["start"] for c in record["chapters"])
    assert record["summary"].startswith("How does a spoken sentence") or record["summary"].startswith("Hosts Nora")
    assert "synthetic" in record["disclaimer"]
    assert any(link["url"] == "https://example.com/guides/podcast-feeds" for link in record["links"])
    assert record["transcript"]["language"] == "en"


def test_adding_again_makes_no_second_episode(workspace, sample, capsys):
    """The bytes name the source, wherever the file lies and whatever it is called."""
    other_name = workspace / "renamed.mp3"
    shutil.copy(sample, other_name)
    before = listed(workspace, capsys)

    assert run_cli(workspace, "add", str(other_name), "--no-transcribe") == 0

    assert listed(workspace, capsys) == before


def test_what_the_person_says_wins(tmp_path, sample, capsys):
    """Options beat what the file says, and are locked."""
    options = ["--title", "My own", "--number", "99", "--host", "Ann Lee|Editor", "--date", "2020-02-02"]

    assert run_cli(tmp_path, "add", str(sample), "--no-transcribe", *options) == 0

    record = info(tmp_path, capsys, "99")
    locked = {origin["field"] for origin in record["origins"] if origin["locked"]}
    assert (record["title"], record["number"]) == ("My own", 99)
    assert [c["name"] for c in record["credits"] if c["role"] == "host"] == ["Ann Lee"]
    assert record["published_at"] == "2020-02-02T00:00:00+00:00"
    assert {"title", "number", "credits", "published_at"} <= locked


def test_the_first_add_makes_the_workspace_and_says_so(tmp_path, sample, capsys):
    """Nobody has to know about `init`."""
    assert run_cli(tmp_path, "add", str(sample), "--no-transcribe") == 0

    said = capsys.readouterr().err
    assert "made a workspace" in said
    assert "made the show 'the-feed-desk'" in said
    assert (tmp_path / "episodes.toml").is_file()


def test_one_bad_file_does_not_stop_the_others(tmp_path, sample, capsys):
    """The rest is added; the exit code and the messages tell."""
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(sample, folder / "good.mp3")
    (folder / "bad.mp3").write_text("this is no sound")

    code = run_cli(tmp_path, "add", str(folder), "--no-transcribe")

    said = capsys.readouterr().err
    assert code == 1
    assert "bad.mp3" in said
    assert len(listed(tmp_path, capsys)) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["add", "nowhere.mp3"], 2, "nowhere.mp3"),
        (["add", "text.mp3"], 3, "text.mp3"),
        (["add", "empty.mp3"], 3, "empty.mp3"),
        (["add", "http://127.0.0.1:9/dead.mp3"], 3, "127.0.0.1"),
        (["add", "SAMPLE", "--show", "the-fed-desk"], 1, "did you mean 'the-feed-desk'"),
        (["add", "SAMPLE", "--date", "someday"], 2, "someday"),
        (["info", "no such thing"], 1, "no such thing"),
        (["add", ""], 2, "a source is empty"),
        (["add", "http://"], 2, "http:// names no host"),
        (["add", "http://[::1"], 2, "no web address"),
        (["import", "https://localhost:99999/feed.xml"], 2, "check its host and port"),
        (["info", "999"], 1, "999"),
        (["edit", "last", "tittle=x"], 2, "did you mean 'title'"),
        (["edit", "last", "language=klingonese"], 2, "write it like en, pt-BR"),
        (["show", "edit", "the-feed-desk", "language=en_US"], 2, "write it like en, pt-BR"),
        (["show", "add", "other", "language=xx"], 2, "there is no language 'xx'"),
        (["build", "the-fed-desk"], 1, "did you mean 'the-feed-desk'"),
        (["transcript", "last", "--format", "doc"], 2, "doc"),
        (["serach", "x"], 2, "search"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_input_gets_one_clear_line(workspace, sample, capsys, arguments, code, words):
    """A message, a hint, the right exit code; no traceback, nothing half-written."""
    (workspace / "text.mp3").write_text("this is no sound, whatever the name says\n" * 50)
    (workspace / "empty.mp3").touch()
    names = {"SAMPLE": str(sample), "text.mp3": str(workspace / "text.mp3"), "empty.mp3": str(workspace / "empty.mp3")}
    before = listed(workspace, capsys)

    got = run_cli(workspace, *[names.get(argument, argument) for argument in arguments])

    said = capsys.readouterr().err
    assert got == code, said
    assert words in said
    assert said.count("episodes:") == 1
    assert "Traceback" not in said
    assert listed(workspace, capsys) == before
    assert not list((workspace / "media").rglob("*.part"))


def test_an_ambiguous_reference_lists_the_candidates(workspace, sample, tmp_path, capsys):
    """Two shows with a number 7: the person says which."""
    assert run_cli(workspace, "show", "add", "other", "--title", "Other") == 0
    changed = tmp_path / "changed.mp3"
    changed.write_bytes(sample.read_bytes() + b"\0" * 64)
    assert run_cli(workspace, "add", str(changed), "--show", "other", "--no-transcribe") == 0
    capsys.readouterr()

    code = run_cli(workspace, "info", "7")

    said = capsys.readouterr().err
    assert code == 2
    assert "the-feed-desk/7" in said
    assert "other/7" in said


def test_lengths_are_told_to_the_nearest_second(tmp_path, capsys):
    """As the feed has them: 59.7 seconds are a minute in the table, the record and what `add` says."""
    file = make_media(tmp_path / "talk.wav", 59.7)

    assert run_cli(tmp_path, "add", str(file), "--no-transcribe") == 0
    said = [capsys.readouterr()]
    for command in (["list"], ["info", "last"]):
        assert run_cli(tmp_path, *command) == 0
        said.append(capsys.readouterr())

    assert all("1:00" in one.out + one.err for one in said)


def test_the_hook_gets_each_new_record_and_one_that_fails_stops_nothing(tmp_path, capsys):
    """A folder has several; the same ones again are not new."""
    folder = tmp_path / "talks"
    folder.mkdir()
    for number in (1, 2):
        make_media(folder / f"Crumb Hour {number} Rye.mp3", seconds=2 + number)
    run_cli(tmp_path, "init")
    with (tmp_path / "episodes.toml").open("a") as settings:
        settings.write("\n[hooks]\nnew_episode = 'cat >> new.jsonl; echo >> new.jsonl; exit 4'\n")

    assert run_cli(tmp_path, "add", str(folder), "--no-transcribe") == 1
    told = capsys.readouterr().err
    assert run_cli(tmp_path, "add", str(folder), "--no-transcribe") == 0

    assert "the hook failed for 2 episodes; all else is done" in told
    assert "run the same command again" not in told
    records = [json.loads(line) for line in (tmp_path / "new.jsonl").read_text().splitlines()]
    assert sorted(record["title"] for record in records) == ["Crumb Hour 1 Rye", "Crumb Hour 2 Rye"]


@pytest.mark.parametrize("thing", ["file", "link"])
def test_a_file_where_the_media_folder_belongs_is_named(tmp_path, sample, capsys, thing):
    """Or a link that leads nowhere, as to a disk that is not there."""
    run_cli(tmp_path, "init")
    (tmp_path / "media").rmdir()
    if thing == "file":
        (tmp_path / "media").touch()
    else:
        (tmp_path / "media").symlink_to(tmp_path / "unplugged")

    assert run_cli(tmp_path, "add", str(sample), "--no-transcribe") == 3

    assert f"{tmp_path / 'media'} is a file where a folder belongs" in capsys.readouterr().err


def test_nothing_is_removed_where_nobody_answers(workspace, capsys, monkeypatch):
    """As under cron, or behind a pipe that says nothing."""
    before = listed(workspace, capsys)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert run_cli(workspace, "remove", "last") == 2

    assert "`--yes` removes without asking" in capsys.readouterr().err
    assert listed(workspace, capsys) == before
