"""Lengths and numbers that lie: nothing is joined wrongly, nothing comes in twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from cli.two_places import FIRST, TITLES, WEEK, Site
from conftest import run_cli


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


def test_the_first_item_of_a_source_that_counts_from_0_is_asked_about(site: Site):
    """All titles are alike, so that nothing tells before others are joined by their sound."""
    site.feed("audio", *(site.item(f"9{n}.mp3", f"Episode {n}: Weekly news", FIRST + n * WEEK) for n in range(1, 5)))
    films = (site.item(f"9{n}.mp4", f"Episode {n - 1}: Weekly news", FIRST + n * WEEK, lasts=100) for n in range(1, 5))
    site.feed("video", *films)
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert site.episodes() == ["91.mp3", "91.mp4", *(f"9{n}.mp3 9{n}.mp4" for n in range(2, 5))]
    ((_, why),) = site.asked()
    assert "its source's numbers run 1 behind the show's" in why
    assert run_cli(site.desk, "match", "--yes-above", "0.6") == 0
    assert site.episodes() == [f"9{n}.mp3 9{n}.mp4" for n in range(1, 5)]
    assert site.asked() == []
    site.check_quiet()
