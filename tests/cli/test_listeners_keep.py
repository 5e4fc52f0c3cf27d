"""What a producer changes reaches listeners, and what their apps go by stays: GUIDs, dates, order, files' addresses."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import run_cli
from episodes.core.media import Medium, Source
from episodes.store.catalogue import Catalogue
from episodes.store.schema import HEAD

SHOW = "the-feed-desk"
GUID = "{https://podcastindex.org/namespace/1.0}guid"


@dataclass(frozen=True)
class Feed:
    """Of a feed what apps remember."""

    guid: str
    items: tuple[tuple[str, str, str, str], ...]  #: guid, date, file's address and length, in order

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(url for _, _, url, _ in self.items)


def read_feed(folder: Path, name: str = "feed.xml") -> Feed:
    channel = ElementTree.parse(folder / "feeds" / SHOW / name).getroot().find("channel")
    items = [
        (
            item.findtext("guid"),
            item.findtext("pubDate"),
            item.find("enclosure").get("url"),
            item.find("enclosure").get("length"),
        )
        for item in channel.iter("item")
    ]
    return Feed(channel.findtext(GUID), tuple(items))


@pytest.fixture
def desk(workspace: Path, tmp_path: Path, sample: Path) -> Path:
    """The sample and an older episode, built."""
    older = tmp_path / "older.mp3"
    older.write_bytes(sample.read_bytes() + b"\0")
    given = ("--show", SHOW, "--number", "6", "--date", "2026-01-02", "--title", "Older", "--no-transcribe")
    assert run_cli(workspace, "add", str(older), *given) == 0
    assert run_cli(workspace, "build") == 0
    return workspace


def setting(name: str, value: str) -> Callable[[Path], object]:
    return lambda folder: run_cli(folder, "show", "edit", SHOW, f"{name}={value}")


def render_again(folder: Path) -> None:
    shutil.rmtree(folder / ".episodes")
    shutil.rmtree(folder / "feeds")


def say_otherwise(folder: Path) -> None:
    with Catalogue.open(folder / "episodes.db") as catalogue:
        guid = catalogue.list_episodes(SHOW)[0].guid
        heard = catalogue.find_transcript(guid, show=SHOW)
        words = tuple(replace(segment, text="Other words.") for segment in heard.segments)
        catalogue.save_transcript(guid, replace(heard, segments=words), show=SHOW)


def move_page(folder: Path) -> None:
    with Catalogue.open(folder / "episodes.db") as catalogue:
        catalogue.save_episode(replace(catalogue.list_episodes(SHOW)[0], slug="another-slug"))


CHANGES: dict[str, Callable[[Path], object]] = {
    "rendered again": render_again,
    "a title": lambda folder: run_cli(folder, "edit", "7", "title=Another title"),
    "a new transcript": say_otherwise,
    "a slug": move_page,
    "the show's name": setting("title", "Another Show"),
    "the show's host": setting("hosts", "Cy Ng|Editor"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_apps_see_the_same_episodes(desk, change):
    """And the change is published: another feed, with the same GUIDs, dates, files and order."""
    before, text = read_feed(desk), (desk / "feeds" / SHOW / "feed.xml").read_bytes()

    CHANGES[change](desk)
    assert run_cli(desk, "build") == 0

    assert len(before.items) == 2
    assert read_feed(desk) == before
    if change not in ("rendered again", "a new transcript"):
        assert (desk / "feeds" / SHOW / "feed.xml").read_bytes() != text


def test_a_file_written_anew_keeps_its_address(desk):
    """Tags on request make other bytes: length and checksum change, nothing else that apps go by."""
    before = read_feed(desk)
    run_cli(desk, "edit", "7", "title=Another title")

    assert run_cli(desk, "build", "--retag") == 0

    after = read_feed(desk)
    assert [item[:3] for item in after.items] == [item[:3] for item in before.items]
    assert after.items[0][3] != before.items[0][3]


def test_another_base_address_moves_files_and_nothing_else(desk, capsys):
    """GUIDs, the podcast's too, dates and order stay; addresses change in their beginning only."""
    before = read_feed(desk)
    settings = desk / "episodes.toml"
    old = before.addresses[0].partition(f"/{SHOW}/")[0]
    settings.write_text(settings.read_text().replace(old, "https://new.example/shows"))
    assert "https://new.example/shows" in settings.read_text()

    assert run_cli(desk, "build") == 0

    after = read_feed(desk)
    assert (after.guid, [item[:2] for item in after.items]) == (before.guid, [item[:2] for item in before.items])
    assert after.addresses == tuple(url.replace(old, "https://new.example/shows") for url in before.addresses)
    assert "enclosure" in capsys.readouterr().err  # the producer is told


def test_a_second_medium_makes_a_second_feed_and_leaves_the_first(desk):
    """The video's item has a GUID of its own, which follows from the episode's."""
    before = read_feed(desk)
    with Catalogue.open(desk / "episodes.db") as catalogue:
        episode = catalogue.list_episodes(SHOW)[0]
        file = desk / "media" / SHOW / "joined.mp4"
        file.write_bytes(b"not much of a film")
        video = Medium(
            kind="video",
            source=Source(provider="file", key="joined"),
            media_key=f"{SHOW}/joined.mp4",
            mime_type="video/mp4",
            duration=91.0,
            length=18,
            sha256="0" * 64,
        )
        catalogue.save_episode(replace(episode, media=(*episode.media, video)))

    assert run_cli(desk, "build") == 0

    assert read_feed(desk) == before
    assert [item[0] for item in read_feed(desk, "video.xml").items] == [f"{before.items[0][0]}-video"]


def test_another_machine_publishes_the_same(desk, tmp_path):
    """Export with media, import, the settings copied: the feed is the same to the byte."""
    before = (desk / "feeds" / SHOW / "feed.xml").read_bytes()
    other = tmp_path / "other"
    other.mkdir()

    assert run_cli(desk, "export", str(tmp_path / "moved"), "--media") == 0
    assert run_cli(other, "import", str(tmp_path / "moved")) == 0
    assert run_cli(other, "build") == 0

    base = read_feed(desk).addresses[0].partition(f"/{SHOW}/")[0]
    here = read_feed(other).addresses[0].partition(f"/{SHOW}/")[0]
    assert (other / "feeds" / SHOW / "feed.xml").read_bytes().replace(here.encode(), base.encode()) == before


def test_the_same_source_again_changes_nothing(desk, sample):
    """Added again, with another title on the command line; what is there stays."""
    before = (desk / "feeds" / SHOW / "feed.xml").read_bytes()

    assert run_cli(desk, "add", str(sample), "--no-transcribe") == 0
    assert run_cli(desk, "build") == 0

    assert (desk / "feeds" / SHOW / "feed.xml").read_bytes() == before


def test_an_older_database_is_brought_up_and_publishes_the_same(desk):
    """A step back in the tables, as an older version of the program left them."""
    before = (desk / "feeds" / SHOW / "feed.xml").read_bytes()
    with closing(sqlite3.connect(desk / "episodes.db")) as connection, connection:
        connection.execute("ALTER TABLE medium DROP COLUMN rendition")
        connection.execute("UPDATE alembic_version SET version_num = '0003'")

    assert run_cli(desk, "list") == 0
    assert run_cli(desk, "build") == 0

    assert (desk / "feeds" / SHOW / "feed.xml").read_bytes() == before
    with closing(sqlite3.connect(desk / "episodes.db")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
