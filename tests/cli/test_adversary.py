"""Two places with the same talks, made to be taken for one another: nothing is joined wrongly, nothing is there twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from cli.loopback import babble, served, write_media
from conftest import run_cli

FIRST = datetime(2024, 3, 4, 8, tzinfo=UTC)
WEEK = timedelta(days=7)


@dataclass
class Site:
    """A folder that is served, and a workspace that watches two feeds in it."""

    folder: Path
    desk: Path
    address: str
    capsys: pytest.CaptureFixture[str]
    talks: dict[str, Path] = field(default_factory=dict)

    def feed(self, name: str, *items: str) -> None:
        """Write a feed of items, the newest last."""
        rss = f"<rss version='2.0'><channel><title>Talks</title>{''.join(reversed(items))}</channel></rss>"
        (self.folder / f"{name}.xml").write_text(rss)

    def item(
        self,
        talk: str,
        title: str,
        at: datetime | None = FIRST,
        *,
        lasts: float = 0.0,
        guid: str = "",
        missing: bool = False,
    ) -> str:
        """An item: `talk` is the file that it points to, "3.mp4" being the film of talk 3; what is missing is no file."""
        if not missing:
            self.make(talk)
        kind = "video/mp4" if talk.endswith("4") else "audio/mpeg"
        date = f"<pubDate>{format_datetime(at)}</pubDate>" if at else ""
        lasting = (
            f"<d:duration xmlns:d='http://www.itunes.com/dtds/podcast-1.0.dtd'>{lasts:.0f}</d:duration>"
            if lasts
            else ""
        )
        return (
            f"<item><title>{title}</title><guid isPermaLink='false'>{guid or talk}</guid>{date}{lasting}"
            f"<enclosure url='{talk}' type='{kind}' length='0'/></item>"
        )

    def make(self, talk: str) -> None:
        """Make a film or sound: "3.mp4" and "3.mp3" are one talk, "3-again.mp4" is it once more, "3-clip.mp4" a piece."""
        if (self.folder / talk).exists():
            return
        number, _, form = Path(talk).stem.partition("-")
        sound = babble(int(number), 100 if form in ("", "again") and int(number) >= 90 else 12)
        write_media(self.folder / talk, sound[: 16000 * 9] if form == "clip" else sound, video=talk.endswith("4"))

    def watch(self, name: str) -> None:
        more = ["--as", "video"] if name.startswith("video") else []
        assert run_cli(self.desk, "source", "add", "talk", f"{self.address}/{name}.xml", *more) == 0

    def sync(self) -> None:
        assert run_cli(self.desk, "sync") == 0

    def episodes(self) -> list[str]:
        """Each episode's files, as "1.mp3 1.mp4"."""
        with closing(sqlite3.connect(self.desk / "episodes.db")) as connection:
            rows = connection.execute(
                "SELECT e.guid, s.url FROM medium m JOIN episode e ON e.id = m.episode_id JOIN source s ON s.id = m.source_id"
            ).fetchall()
        found: dict[str, list[str]] = {}
        for guid, url in rows:
            found.setdefault(guid, []).append(url.rpartition("/")[2])
        return sorted(" ".join(sorted(files)) for files in found.values())

    def asked(self) -> list[tuple[str, str]]:
        """What a person is asked: the item, and the reasons."""
        self.capsys.readouterr()
        assert run_cli(self.desk, "match", "--json") == 0
        return [(one["title"], "; ".join(one["reasons"])) for one in json.loads(self.capsys.readouterr().out)]

    def check_quiet(self) -> None:
        """A further run does nothing."""
        before = self.dump()
        self.capsys.readouterr()
        self.sync()
        assert "nothing new" in self.capsys.readouterr().err
        assert self.dump() == before

    def dump(self) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.desk / "episodes.db")) as connection:
            return [
                row for name in ("episode", "medium", "source") for row in connection.execute(f"SELECT * FROM {name}")
            ]  # noqa: S608  # our own tables


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Site]:
    folder, desk = tmp_path / "site", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()
    with served(folder) as address:
        assert run_cli(desk, "show", "add", "talk", "--title", "Talks") == 0
        yield Site(folder, desk, address, capsys)


@pytest.mark.parametrize("stated", [3, 36_000])
def test_a_length_that_is_wildly_wrong_does_not_part_two_media(site: Site, stated: int):
    """The sound can be had: it says that they are one, and how long the film is."""
    site.feed("audio", site.item("90.mp3", "The rye field"))
    site.feed("video", site.item("90.mp4", "The rye field", lasts=stated))
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert site.episodes() == ["90.mp3 90.mp4"]
    with closing(sqlite3.connect(site.desk / "episodes.db")) as connection:
        lengths = [row[0] for row in connection.execute("SELECT duration FROM medium")]
    assert lengths == pytest.approx([100, 100], abs=1)
    site.check_quiet()


@pytest.mark.parametrize("stated", [3, 36_000])
def test_a_wrong_length_where_nothing_can_be_heard_is_a_question(site: Site, stated: int):
    site.feed("audio", site.item("90.mp3", "The rye field"))
    site.feed("video", site.item("90.mp4", "Rye fields", lasts=stated, missing=True))
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert site.episodes() == ["90.mp3"]
    assert [title for title, _ in site.asked()] == ["Rye fields"]


def test_a_clip_of_a_talk_is_not_the_talk(site: Site):
    """It has the same title, day and sound, and a length that is true."""
    site.feed("audio", site.item("91.mp3", "The rye field"))
    site.feed("video", site.item("91-clip.mp4", "The rye field", lasts=9))
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert site.episodes() == ["91.mp3"]
    ((_, why),) = site.asked()
    assert "lengths 91 s apart" in why


TITLES = ["Rye", "Lead type", "The last page", "Mills", "Paper", "Ink"]


@pytest.mark.parametrize("can_be_heard", [True, False])
@pytest.mark.parametrize("by", [1, -1])
def test_numbers_that_run_apart_join_nothing(site: Site, by: int, *, can_be_heard: bool):
    """The channel counts a trailer, or from 0; titles and dates say which is which."""
    audio = [site.item(f"{n}.mp3", f"Episode {n}: {title}", FIRST + n * WEEK) for n, title in enumerate(TITLES, 3)]
    video = [
        site.item(f"{n}.mp4", f"Episode {n + by}: {title}", FIRST + n * WEEK, lasts=12, missing=not can_be_heard)
        for n, title in enumerate(TITLES, 3)
    ]
    site.feed("audio", *audio)
    site.feed("video", *video)
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in range(3, 9)]
    site.check_quiet()
    site.feed("audio", *audio, site.item("9.mp3", "Episode 9: Glue", FIRST + 9 * WEEK))
    site.feed(
        "video", *video, site.item("9.mp4", f"Episode {9 + by}: Glue", FIRST + 9 * WEEK, missing=not can_be_heard)
    )
    site.sync()
    assert "9.mp3 9.mp4" in site.episodes()
    assert len(site.episodes()) == 7


def test_numbers_that_run_apart_from_the_middle_on(site: Site):
    """A special was numbered at one place alone."""
    audio = [site.item(f"{n}.mp3", f"#{n} {title}", FIRST + n * WEEK) for n, title in enumerate(TITLES, 1)]
    video = [site.item(f"{n}.mp4", f"#{n + (n > 3)} {title}", FIRST + n * WEEK) for n, title in enumerate(TITLES, 1)]
    special = site.item("40.mp4", "#4 Summer party", FIRST + 3.5 * WEEK)
    site.feed("audio", *audio)
    site.feed("video", *video[:3], special, *video[3:])
    site.watch("audio")
    site.watch("video")
    site.sync()

    found = site.episodes()
    assert [one for one in found if " " in one] == [f"{n}.mp3 {n}.mp4" for n in range(1, 7)]
    site.check_quiet()


def test_one_number_that_contradicts_is_a_question(site: Site):
    """Somebody mistyped it; words and day say something else."""
    site.feed("audio", site.item("1.mp3", "#1 Rye"), site.item("2.mp3", "#2 Lead type", FIRST + WEEK))
    site.feed("video", site.item("1.mp4", "#2 Rye", lasts=12, missing=True))
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert site.episodes() == ["1.mp3", "2.mp3"]
    ((_, why),) = site.asked()
    assert "its number 2 is that of another episode" in why


def test_other_words_under_the_same_number_still_join(site: Site):
    """A producer means the number; titles are made for each place, and films come a week later."""
    site.feed("audio", *(site.item(f"{n}.mp3", f"#{n} {title}", FIRST + n * WEEK) for n, title in enumerate(TITLES, 1)))
    other = ["Bread", "Printers", "Goodbye", "Water", "Rags", "Black"]
    site.feed(
        "video",
        *(
            site.item(f"{n}.mp4", f"#{n} {title}", FIRST + (n + 1) * WEEK, lasts=12, missing=True)
            for n, title in enumerate(other, 1)
        ),
    )
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in range(1, 7)]
