"""A join that was cut off is ended by the next run, and what earlier versions left open is filled in once."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from cli.killing import killed_while_joining
from cli.test_joined_fields import TOLD, record, talk, told, why, worded
from cli.two_places import Site
from conftest import run_cli
from episodes.core.remote import account_of, is_cut_off, item_of
from episodes.studio import Studio

__all__ = ["talk"]


def killed(site: Site, moment: str, *command: str) -> None:
    assert killed_while_joining(site.desk, moment, *command)


def remotes(site: Site) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(site.desk / "episodes.db")) as connection:
        return connection.execute("SELECT * FROM remote ORDER BY provider, key").fetchall()


def starts(site: Site) -> list[float]:
    return [one["start"] for one in record(site, "talk/338")["chapters"]]


def both(talk: Site, *, with_words: str) -> None:
    for name, file in (("audio", "7.mp3"), ("video", "7.mp4")):
        talk.feed(name, worded(talk, file) if name == with_words else talk.item(file, "The rye field"))


@pytest.mark.parametrize("moment", ["before", "within"])
@pytest.mark.parametrize("ended_by", ["sync", "match"])
def test_chapters_come_after_a_kill(talk: Site, moment: str, ended_by: str):
    """The film's words have them, eight seconds later than the audio."""
    both(talk, with_words="video")
    talk.watch("audio")
    talk.sync()
    talk.watch("video")
    killed(talk, moment, "sync")
    assert told(talk, "talk/338") == {**TOLD, "chapters": []}

    assert run_cli(talk.desk, ended_by) == 0
    assert told(talk, "talk/338") == TOLD
    assert starts(talk) == pytest.approx([0, 12, 32], abs=0.2)
    assert record(talk, "talk/338")["media"][1]["offset"] == pytest.approx(8, abs=0.2)
    talk.check_quiet()


@pytest.mark.parametrize("moment", ["before", "within"])
def test_chapters_move_once_after_a_kill(talk: Site, moment: str):
    """They were the film's, and the audio became what times refer to."""
    both(talk, with_words="video")
    talk.watch("video")
    talk.sync()
    talk.watch("audio")
    killed(talk, moment, "sync")
    talk.sync()

    assert starts(talk) == pytest.approx([0, 12, 32], abs=0.2)
    talk.check_quiet()
    assert starts(talk) == pytest.approx([0, 12, 32], abs=0.2)


def test_a_yes_is_ended_after_a_kill(talk: Site):
    both(talk, with_words="video")
    talk.watch("audio")
    talk.sync()
    talk.watch("video")
    talk.sync()
    assert run_cli(talk.desk, "unmatch", "talk/338", f"{talk.address}/7.mp4") == 0
    assert told(talk, "talk/the-rye-field") == {"number": None, "guests": [], "chapters": []}
    killed(talk, "before", "match", "talk/the-rye-field", "talk/338")
    assert run_cli(talk.desk, "match") == 0

    assert told(talk, "talk/338") == TOLD
    assert starts(talk) == pytest.approx([0, 12, 32], abs=0.2)


def as_earlier(site: Site, before: list[dict[str, Any]]) -> None:
    """Make a join look as an earlier version left it: media joined, nothing filled, nothing kept but the item."""
    with closing(sqlite3.connect(site.desk / "episodes.db")) as connection, connection:
        for row in before:
            names = [name for name in row if name not in ("id", "digest")]
            values = [row[name] for name in names]
            connection.execute(
                f"UPDATE episode SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?", [*values, row["id"]]
            )
        for provider, key, text in connection.execute("SELECT provider, key, record FROM remote").fetchall():
            kept = {
                name: value for name, value in json.loads(text).items() if name in ("item", "episode", "transcript")
            }
            connection.execute(
                "UPDATE remote SET record = ? WHERE provider = ? AND key = ?", [json.dumps(kept), provider, key]
            )


def rows(site: Site) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(site.desk / "episodes.db")) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM episode")]


def joined_by_an_earlier_version(talk: Site) -> None:
    both(talk, with_words="video")
    talk.watch("audio")
    talk.sync()
    before = rows(talk)
    talk.watch("video")
    talk.sync()
    as_earlier(talk, before)


def test_a_join_of_an_earlier_version_is_filled_once(talk: Site):
    joined_by_an_earlier_version(talk)
    assert told(talk, "talk/the-rye-field") == {"number": None, "guests": [], "chapters": []}

    talk.capsys.readouterr()
    talk.sync()
    assert "filled in: talk/338" in talk.capsys.readouterr().err
    assert told(talk, "talk/338") == TOLD
    assert starts(talk) == pytest.approx([0, 12, 32], abs=0.2)
    assert "told by" in " ".join(why(talk, "talk/338")["number"].split())
    talk.check_quiet()

    assert run_cli(talk.desk, "unmatch", "talk/338", f"{talk.address}/7.mp4") == 0
    assert told(talk, "talk/the-rye-field") == {"number": None, "guests": [], "chapters": []}
    assert told(talk, "talk/338") == TOLD


def test_what_a_person_set_meanwhile_stays(talk: Site):
    joined_by_an_earlier_version(talk)
    assert run_cli(talk.desk, "edit", "talk/the-rye-field", "guests=Bo Ek", "number=") == 0
    talk.sync()

    assert told(talk, "talk/the-rye-field") == {"number": None, "guests": ["Bo Ek"], "chapters": TOLD["chapters"]}


@pytest.mark.parametrize("by", ["sync", "match"])
def test_a_join_by_hand_of_an_earlier_version_is_filled_once(talk: Site, by: str):
    """Whose sources are not watched any more: `sync` has another one to go through."""
    both(talk, with_words="video")
    talk.watch("audio")
    talk.sync()
    before = rows(talk)
    talk.watch("video")
    talk.sync()
    assert run_cli(talk.desk, "unmatch", "talk/338", f"{talk.address}/7.mp4") == 0
    assert run_cli(talk.desk, "match", "talk/the-rye-field", "talk/338") == 0
    as_earlier(talk, before)
    assert run_cli(talk.desk, "source", "remove", "talk", f"{talk.address}/video.xml") == 0
    assert run_cli(talk.desk, by) == 0

    assert told(talk, "talk/338") == TOLD
    assert starts(talk) == pytest.approx([0, 12, 32], abs=0.2)
    before = remotes(talk)
    talk.check_quiet()
    assert run_cli(talk.desk, "match") == 0
    assert remotes(talk) == before


def test_a_join_that_two_processes_end_is_ended_once(talk: Site):
    """One listens while the other is done: chapters move once."""
    both(talk, with_words="video")
    talk.watch("video")
    talk.sync()
    talk.watch("audio")
    killed(talk, "before", "sync")
    with Studio.open(talk.desk) as studio:
        (episode,) = studio.catalogue.list_episodes("talk")
        (begun,) = [one for one in studio.catalogue.list_remote("talk") if is_cut_off(one)]
        joiner = studio.joiner(None, typed=[talk.address])
        for _ in range(2):
            joiner.measure(episode, account_of(begun, item_of(begun)), remote=begun)

    assert starts(talk) == pytest.approx([0, 12, 32], abs=0.2)


def test_two_joins_that_wait_move_chapters_once(talk: Site):
    """Three feeds of linked media: the times are the film's until one of the sounds is fetched."""
    (talk.folder / "17.mp3").hardlink_to(talk.folder / "7.mp3")
    talk.feed("video", worded(talk, "7.mp4", guid="t7"))
    talk.feed("audio", talk.item("7.mp3", "The rye field", guid="t7"))
    talk.feed("copy", talk.item("17.mp3", "The rye field", guid="t7"))
    for name in ("video", "audio", "copy"):
        assert run_cli(talk.desk, "import", f"{talk.address}/{name}.xml") == 0
    assert starts(talk) == [0, 20, 40]
    film = (talk.folder / "7.mp4").rename(talk.folder / "away.mp4")
    assert run_cli(talk.desk, "import", f"{talk.address}/audio.xml", "--media") in (0, 1)
    film.rename(talk.folder / "7.mp4")
    for name in ("copy", "audio", "video"):
        assert run_cli(talk.desk, "import", f"{talk.address}/{name}.xml", "--media") == 0

    timed = next(one for one in record(talk, "talk/338")["media"] if one["media_key"])
    assert starts(talk) == pytest.approx([0, 20, 40] if timed["kind"] == "video" else [0, 12, 32], abs=0.2)
