"""Two places with the same talks, made to be mistaken: nothing is joined wrongly, nothing comes in twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import numpy as np
import pytest
from lxml import etree

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
        """An item: `talk` is the file that it points to (as `make` has it); what is missing is no file."""
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
        """Make a film or sound: "3.mp4" and "3.mp3" are one talk, "3-again.mp4" is it again, "3-clip.mp4" a piece."""
        if (self.folder / talk).exists():
            return
        number, _, form = Path(talk).stem.partition("-")
        sound = babble(int(number), 100 if form in ("", "again") and int(number) >= 90 else 12)
        if form == "news":  # half of it is jingle
            sound = np.concatenate([babble(1000, 21), sound[: 16000 * 10], babble(1001, 10)])
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
                "SELECT e.guid, s.url FROM medium m "
                "JOIN episode e ON e.id = m.episode_id JOIN source s ON s.id = m.source_id"
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
            ]


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
    film = site.item("10.mp4", f"Episode {10 + by}: Cloth", FIRST + 10 * WEEK, missing=not can_be_heard)
    site.feed("video", *video, film)
    site.sync()
    site.feed("audio", *audio, site.item("10.mp3", "Episode 10: Cloth", FIRST + 10 * WEEK))
    site.sync()
    assert "10.mp3 10.mp4" in site.episodes()


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


DAILY = timedelta(days=1)


def watch_both(site: Site) -> None:
    site.watch("audio")
    site.watch("video")
    site.sync()


def test_the_same_title_each_week(site: Site):
    """Nothing but date and sound tells them apart; the newest film is there before its sound."""
    news = [site.item(f"{n}.mp3", "Weekly news", FIRST + n * WEEK) for n in range(1, 6)]
    films = [site.item(f"{n}.mp4", "Weekly news", FIRST + n * WEEK + 2 * DAILY, lasts=12) for n in range(1, 7)]
    site.feed("audio", *news)
    site.feed("video", *films)
    watch_both(site)

    assert site.episodes() == [*(f"{n}.mp3 {n}.mp4" for n in range(1, 6)), "6.mp4"]
    site.check_quiet()
    site.feed("audio", *news, site.item("6.mp3", "Weekly news", FIRST + 6 * WEEK))
    site.sync()
    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in range(1, 7)]
    site.check_quiet()


def test_the_same_title_each_day_across_time_zones(site: Site):
    """A feed that dates at midnight, and a channel that publishes late in another zone."""
    sound = [site.item(f"{n}.mp3", "The news", FIRST.replace(hour=0) + n * DAILY) for n in range(1, 6)]
    late = FIRST.replace(hour=0) + timedelta(hours=29)
    films = [site.item(f"{n}.mp4", "The news", late + n * DAILY, lasts=12) for n in range(1, 6)]
    site.feed("audio", *sound)
    site.feed("video", *reversed(films))
    watch_both(site)

    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in range(1, 6)]
    site.check_quiet()


def test_the_same_title_where_nothing_can_be_heard_joins_nothing(site: Site):
    """The day before's sound is no sure thing."""
    site.feed("audio", *(site.item(f"{n}.mp3", "The news", FIRST + n * DAILY) for n in range(1, 4)))
    site.feed("video", *(site.item(f"{n}.mp4", "The news", FIRST + n * DAILY, lasts=12, missing=True) for n in (2, 4)))
    watch_both(site)

    assert site.episodes() == ["1.mp3", "2.mp3", "3.mp3"]
    assert len(site.asked()) == 2


def test_one_title_of_one_week_each_joins_nothing_unheard(site: Site):
    """Each place shows only its newest, and they are not of the same week."""
    site.feed("audio", site.item("1.mp3", "Weekly news", FIRST))
    site.feed("video", site.item("2.mp4", "Weekly news", FIRST + WEEK, lasts=12, missing=True))
    watch_both(site)

    assert site.episodes() == ["1.mp3"]


@pytest.mark.parametrize(
    ("one", "two"), [("Rye, part 1", "Rye, part 2"), ("Rye (1/2)", "Rye (2/2)"), ("Rye I", "Rye II")]
)
@pytest.mark.parametrize("can_be_heard", [True, False])
def test_parts_of_a_talk_stay_apart(site: Site, one: str, two: str, *, can_be_heard: bool):
    """On one day, of one length; the second part is a film before it is sound."""
    site.feed("audio", site.item("1.mp3", one, FIRST))
    site.feed("video", site.item("2.mp4", two, FIRST + DAILY, lasts=12, missing=not can_be_heard))
    watch_both(site)
    assert "1.mp3 2.mp4" not in site.episodes()

    site.feed("audio", site.item("1.mp3", one, FIRST), site.item("2.mp3", two, FIRST))
    site.sync()

    assert "1.mp3 2.mp4" not in site.episodes()
    if can_be_heard:
        assert site.episodes() == ["1.mp3", "2.mp3 2.mp4"]
        site.check_quiet()


def test_parts_of_a_numbered_episode_stay_apart(site: Site):
    site.feed("audio", *(site.item(f"{n}.mp3", f"Episode 12, part {n}: Rye", FIRST) for n in (1, 2)))
    site.feed("video", *(site.item(f"{n}.mp4", f"Episode 12, part {n}: Rye", FIRST, missing=True) for n in (2, 1)))
    watch_both(site)

    assert site.episodes() == ["1.mp3 1.mp4", "2.mp3 2.mp4"]
    site.check_quiet()


def test_a_rebroadcast_is_not_its_original(site: Site):
    """It sounds the same, two years later."""
    later = FIRST + 104 * WEEK
    site.feed(
        "audio", site.item("1.mp3", "The rye field", FIRST), site.item("1-again.mp3", "Encore: The rye field", later)
    )
    site.feed(
        "video", site.item("1-again.mp4", "Encore: The rye field", later), site.item("1.mp4", "The rye field", FIRST)
    )
    watch_both(site)

    assert site.episodes() == ["1-again.mp3 1-again.mp4", "1.mp3 1.mp4"]
    site.check_quiet()


def test_a_rebroadcast_alone_asks(site: Site):
    site.feed("audio", site.item("1.mp3", "The rye field", FIRST))
    site.feed("video", site.item("1-again.mp4", "Encore: The rye field", FIRST + 104 * WEEK))
    watch_both(site)

    assert site.episodes() == ["1.mp3"]
    ((_, why),) = site.asked()
    assert "rebroadcast" in why


def test_a_talk_that_was_aired_twice_under_one_title(site: Site):
    """Two episodes sound the same; the date says which one the film is of, else a person does."""
    again = FIRST + 50 * WEEK
    site.feed("audio", site.item("1.mp3", "Rye", FIRST), site.item("1-again.mp3", "Rye", again))
    site.feed("video", site.item("1-again.mp4", "Rye", again + DAILY), site.item("1.mp4", "Rye", FIRST + 20 * WEEK))
    watch_both(site)

    assert site.episodes() == ["1-again.mp3 1-again.mp4", "1.mp3"]
    assert len(site.asked()) == 1


def test_a_long_jingle_makes_no_two_news_the_same(site: Site):
    """They have three quarters of their sound in common: nobody is told that they are one, a person is asked."""
    site.feed("audio", *(site.item(f"{n}-news.mp3", "The news", FIRST + n * DAILY) for n in range(1, 4)))
    site.feed("video", *(site.item(f"{n}-news.mp4", "The news", FIRST + n * DAILY, lasts=41) for n in (4, 2)))
    watch_both(site)

    assert site.episodes() == ["1-news.mp3", "2-news.mp3 2-news.mp4", "3-news.mp3"]
    assert len(site.asked()) == 1
    site.feed("audio", *(site.item(f"{n}-news.mp3", "The news", FIRST + n * DAILY) for n in range(1, 5)))
    site.sync()
    assert site.episodes() == ["1-news.mp3", "2-news.mp3 2-news.mp4", "3-news.mp3", "4-news.mp3 4-news.mp4"]
    site.check_quiet()


def test_numbers_that_run_apart_under_one_title(site: Site):
    """Neither title nor length tells which is which: the sound does."""
    site.feed("audio", *(site.item(f"{n}.mp3", f"Weekly news #{n}", FIRST + n * WEEK) for n in range(1, 6)))
    site.feed(
        "video", *(site.item(f"{n}.mp4", f"Weekly news #{n + 1}", FIRST + n * WEEK, lasts=12) for n in range(1, 6))
    )
    watch_both(site)

    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in range(1, 6)]
    site.check_quiet()


def test_one_number_for_two_talks_is_a_question(site: Site):
    """Other words and other sound under the same number."""
    site.feed("audio", site.item("1.mp3", "#7 Rye", FIRST))
    site.feed("video", site.item("2.mp4", "#7 Gutenberg's press", FIRST + 9 * WEEK, lasts=12))
    watch_both(site)

    assert site.episodes() == ["1.mp3"]
    ((_, why),) = site.asked()
    assert "the sound is not the same" in why


def test_other_order_other_titles_and_the_second_place_a_week_later(site: Site):
    """GUIDs, dates and addresses stay as the first place made them."""
    site.feed("audio", *(site.item(f"{n}.mp3", title, FIRST + n * WEEK) for n, title in enumerate(TITLES, 1)))
    site.watch("audio")
    site.sync()
    with closing(sqlite3.connect(site.desk / "episodes.db")) as connection:
        before = connection.execute("SELECT guid, slug, published_at, title FROM episode").fetchall()
    names = ["Bread of old", "Printers talk", "Goodbye", "Water and stone", "Rags", "Blackest black"]
    films = [site.item(f"{n}.mp4", name, FIRST + n * WEEK + 9 * DAILY) for n, name in enumerate(names, 1)]
    site.feed("video", *films[::2], *films[1::2])
    site.watch("video")
    site.sync()

    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in range(1, 7)]
    with closing(sqlite3.connect(site.desk / "episodes.db")) as connection:
        assert connection.execute("SELECT guid, slug, published_at, title FROM episode").fetchall() == before
    site.check_quiet()


@pytest.mark.parametrize("is_held", [False, True])
def test_a_film_that_is_uploaded_again_is_no_second_episode(site: Site, *, is_held: bool):
    """The first upload is gone; the new one has another address, and takes its place where that was only a link."""
    older = site.item("5.mp4", "Oats", FIRST - WEEK)
    site.feed("audio", site.item("1.mp3", "Rye", FIRST))
    site.feed("video", older, site.item("1.mp4", "Rye", FIRST))
    site.watch("audio")
    site.watch("video")
    if is_held:
        settings = site.desk / "episodes.toml"
        settings.write_text(settings.read_text().replace('kind = "video"', 'kind = "video"\ndownload = true'))
    site.sync()
    before = site.episodes()
    site.feed("video", older, site.item("1-again.mp4", "Rye", FIRST + DAILY))
    site.sync()

    assert site.episodes() == before
    ((_, why),) = site.asked()
    assert "is gone at its source" in why
    site.check_quiet()
    assert run_cli(site.desk, "match", "--yes-above", "0.6") == 0
    assert site.episodes() == ["1.mp3 1.mp4" if is_held else "1-again.mp4 1.mp3", before[1]]
    site.check_quiet()


def test_what_is_asked_is_looked_at_again_when_its_own_episode_comes(site: Site):
    """The sequel was a film first, and was taken for the first part."""
    first = site.item("1.mp3", "The rye field", FIRST)
    site.feed("audio", first)
    site.feed("video", site.item("2.mp4", "The rye field 2", FIRST + DAILY, lasts=12, missing=True))
    watch_both(site)
    assert len(site.asked()) == 1

    site.feed("audio", first, site.item("2.mp3", "The rye field 2", FIRST + DAILY))
    site.sync()

    assert site.episodes() == ["1.mp3", "2.mp3 2.mp4"]
    assert site.asked() == []
    site.check_quiet()


def enclosures(site: Site) -> list[tuple[str, str, str]]:
    """What listeners get: kind and address of each enclosure of the audio feed's items, by title."""
    assert run_cli(site.desk, "build") == 0
    root = etree.parse(site.desk / "feeds" / "talk" / "feed.xml").getroot()
    found = []
    for item in root.iter("item"):
        title, own = item.findtext("title"), item.find("enclosure")
        found.append((title, "enclosure", own.get("url")))
        found += [
            (title, one.get("title"), one[0].get("uri")) for one in item if one.tag.endswith("}alternateEnclosure")
        ]
    return found


def watch_downloading(site: Site, *names: str) -> None:
    for name in names:
        more = ["--as", "video", "--download"] if name == "video" else []
        assert run_cli(site.desk, "source", "add", "talk", f"{site.address}/{name}.xml", *more) == 0
    site.sync()


@pytest.mark.parametrize("names", [("audio", "video"), ("video", "audio")])
def test_a_downloaded_film_brings_no_second_sound(site: Site, names: tuple[str, str]):
    """Listeners get the audio source's file, whichever source was gone through first."""
    site.feed("audio", site.item("1.mp3", "Rye", FIRST))
    site.feed("video", site.item("1.mp4", "Rye", FIRST))
    watch_downloading(site, *names)

    assert site.episodes() == ["1.mp3 1.mp4"]
    (_, _, address), *others = enclosures(site)
    assert address.endswith(".mp3")
    assert [(what, url == address) for _, what, url in others] == [("Audio", True), ("Video", False)]
    assert sorted(file.suffix for file in (site.desk / "media" / "talk").iterdir()) == [".mp3", ".mp4"]
    site.check_quiet()


def test_a_sound_that_is_out_stays_what_listeners_get(site: Site):
    """The film's sound was published before the audio came; apps would load another file anew."""
    site.feed("video", site.item("1.mp4", "Rye", FIRST))
    watch_downloading(site, "video")
    before = enclosures(site)
    site.feed("audio", site.item("1.mp3", "Rye", FIRST))
    watch_downloading(site, "audio")

    assert site.episodes() == ["1.mp3 1.mp4 1.mp4"]
    assert enclosures(site) == before
    site.check_quiet()


def test_a_film_that_is_parted_again_has_its_sound(site: Site):
    """It is an episode of its own then, for listeners too; joined once more, there is one sound."""
    site.feed("audio", site.item("1.mp3", "Rye", FIRST))
    site.feed("video", site.item("1.mp4", "Rye", FIRST))
    watch_downloading(site, "audio", "video")
    joined = enclosures(site)
    assert run_cli(site.desk, "unmatch", "talk/rye") == 0

    assert site.episodes() == ["1.mp3", "1.mp4 1.mp4"]
    assert len([what for _, what, _ in enclosures(site) if what == "enclosure"]) == 2
    assert run_cli(site.desk, "match", "talk/rye", "talk/rye-2") == 0
    assert site.episodes() == ["1.mp3 1.mp4"]
    assert enclosures(site) == joined


def test_the_same_talks_at_two_places_for_sound(site: Site):
    """A feed, and a second host for audio: still one episode each, and its file is the first one's."""
    site.feed("audio", *(site.item(f"{n}.mp3", title, FIRST + n * WEEK) for n, title in enumerate(TITLES, 1)))
    site.watch("audio")
    site.sync()
    names = ["Bread of old", "Printers talk", "Goodbye", "Mills", "Paper", "Ink"]
    site.feed("audio-two", *(site.item(f"{n}-again.mp3", name, FIRST + n * WEEK) for n, name in enumerate(names, 1)))
    site.watch("audio-two")
    site.sync()

    assert site.episodes() == [f"{n}-again.mp3 {n}.mp3" for n in range(1, 7)]
    with closing(sqlite3.connect(site.desk / "episodes.db")) as connection:
        query = "SELECT s.url FROM medium m JOIN source s ON s.id = m.source_id WHERE m.media_key != ''"
        held = [url.rpartition("/")[2] for (url,) in connection.execute(query)]
    assert sorted(held) == [f"{n}.mp3" for n in range(1, 7)]
    site.check_quiet()


def test_two_series_of_one_show_stay_apart(site: Site):
    """Extras have a feed, and numbers, of their own; some come on the days of others."""
    site.feed("audio", *(site.item(f"{n}.mp3", f"#{n} {title}", FIRST + n * WEEK) for n, title in enumerate(TITLES, 1)))
    names = ["Bread of old", "Printers talk", "Goodbye", "Rags"]
    site.feed(
        "audio-two", *(site.item(f"1{n}.mp3", f"#{n} {name}", FIRST + n * WEEK) for n, name in enumerate(names, 1))
    )
    site.watch("audio")
    site.watch("audio-two")
    site.sync()

    assert len(site.episodes()) == 10
    assert site.asked() == []
    site.check_quiet()


def test_episodes_of_one_title_are_not_asked_about_each_with_each(site: Site):
    """Films of other weeks than the sounds there are."""
    site.feed("audio", *(site.item(f"{n}.mp3", "Weekly news", FIRST + n * WEEK) for n in range(1, 5)))
    films = [site.item(f"{n}.mp4", "Weekly news", FIRST + n * WEEK, missing=True, lasts=12) for n in range(11, 15)]
    site.feed("video", *films)
    watch_both(site)

    assert len(site.episodes()) == 8
    assert site.asked() == []
