"""What a sync makes of items whose source changes, or whose sound cannot be had."""

from __future__ import annotations

import pytest

from cli import loopback
from cli.two_places import DAILY, FIRST, TITLES, Site
from conftest import run_cli
from episodes.core.facts import Facts
from episodes.core.item import Item
from episodes.core.show import Show
from episodes.workflow import comparing


def film(site: Site, number: int, place: str) -> str:
    """A linked film, which nobody fetches."""
    title = f"{TITLES[number % 6]} {'abcdefghij'[number // 6] * 9}"
    return site.item(f"{place}{number}.mp4", title, FIRST + number * DAILY, missing=True)


def test_a_source_that_moved_is_gone_through_in_time(site: Site, monkeypatch: pytest.MonkeyPatch):
    """All its items are gone, and as many others are there: each gone one is read once, not for each new one."""
    count, read, read_facts = 12, [], comparing.read_facts

    def counted(item: Item, show: Show, **more: bool) -> Facts:
        read.append(item.title)
        return read_facts(item, show, **more)

    monkeypatch.setattr(comparing, "read_facts", counted)
    site.feed("video", *(film(site, number, "old") for number in range(count)))
    site.watch("video")
    site.sync()
    read.clear()
    site.feed("video", *(film(site, number, "new").replace("aaa", "zzz") for number in range(6, 6 + count)))
    site.sync()

    assert count <= len(read) <= 4 * count


def test_a_question_is_asked_no_more_when_its_episode_has_another_film(site: Site):
    """The source's count was not known yet when the first one came."""
    site.feed("audio", site.item("1.mp3", "The rye field"))
    site.feed("video", site.item("2.mp4", "A rye field of old", FIRST))
    site.watch("audio")
    site.watch("video")
    site.sync()
    assert [title for title, _ in site.asked()] == ["A rye field of old"]

    site.feed("video", site.item("2.mp4", "A rye field of old", FIRST), site.item("1.mp4", "The rye field", FIRST))
    site.sync()
    assert site.episodes() == ["1.mp3 1.mp4"]
    site.sync()
    assert site.episodes() == ["1.mp3 1.mp4", "2.mp4"]
    assert site.asked() == []
    site.check_quiet()


def test_a_question_tells_that_the_sound_is_not_the_same(site: Site):
    site.feed("audio", site.item("1.mp3", "The rye field"))
    site.feed("video", site.item("2.mp4", "A rye field of old", FIRST))
    site.watch("audio")
    site.watch("video")
    site.sync()

    ((_, why),) = site.asked()
    assert "the sound is not the same" in why


def test_sound_that_cannot_be_had_is_asked_for_once(site: Site, monkeypatch: pytest.MonkeyPatch):
    """Not again for each episode that it could be."""
    asked: list[str] = []
    monkeypatch.setattr(loopback._Silent, "log_request", lambda handler, *_: asked.append(handler.path))
    site.feed("audio", *(site.item(f"{number}.mp3", f"Talk {number} of rye and more") for number in range(1, 5)))
    site.feed("video", site.item("9.mp4", "Other words on rye", FIRST + DAILY, missing=True))
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert asked.count("/9.mp4") == 1


def test_sounds_that_have_been_listened_to_do_not_pile_up(site: Site, monkeypatch: pytest.MonkeyPatch):
    """A channel has thousands of films, and only their sound is compared."""
    held: list[int] = []

    def count(*_: object) -> None:
        held.append(sum(file.is_file() for file in (site.desk / "media" / ".work" / "sounds").rglob("*")))

    site.feed("audio", *(site.item(f"{n}.mp3", TITLES[n], FIRST + n * DAILY) for n in range(1, 5)))
    site.feed("video", *(site.item(f"{n}.mp4", TITLES[n], FIRST + n * DAILY) for n in range(1, 5)))
    site.watch("audio")
    site.watch("video")
    monkeypatch.setattr(loopback._Silent, "log_request", count)
    site.sync()

    assert len(site.episodes()) == 4
    assert max(held) <= 1


def test_a_count_is_known_from_films_whose_sound_gave_way(site: Site):
    """The audio counts one more; it stands first in the episodes, which came from the films all the same."""
    both = {
        name: [site.item(f"{n}.{name}", f"Episode {n + by}: {TITLES[n]}", FIRST + n * DAILY * 7) for n in range(1, 5)]
        for name, by in (("mp4", 0), ("mp3", 1))
    }
    site.feed("video", *both["mp4"])
    site.feed("audio", *both["mp3"])
    assert run_cli(site.desk, "source", "add", "talk", f"{site.address}/video.xml", "--as", "video", "--download") == 0
    site.sync()
    site.watch("audio")
    site.sync()
    later = [FIRST + n * DAILY * 7 for n in (5, 6)]
    site.feed("video", *both["mp4"], *(site.item(f"{n}.mp4", f"Episode {n}", later[n - 5]) for n in (5, 6)))
    site.feed("audio", *both["mp3"], site.item("5.mp3", "Episode 6", later[0]))
    site.sync()

    assert "5.mp3 5.mp4" in site.episodes()
