"""Titles that all have, parts, rebroadcasts, uploads: nothing is joined wrongly, nothing comes in twice."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from cli.two_places import DAILY, FIRST, TITLES, WEEK, Site, watch_both
from conftest import run_cli


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
    talks = range(90, 94)
    site.feed("audio", *(site.item(f"{n}.mp3", f"Weekly news #{n}", FIRST + n * WEEK) for n in talks))
    site.feed("video", *(site.item(f"{n}.mp4", f"Weekly news #{n + 1}", FIRST + n * WEEK, lasts=100) for n in talks))
    watch_both(site)

    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in talks]
    site.check_quiet()


def test_one_number_for_two_talks_is_a_question(site: Site):
    """Other words and other sound under the same number."""
    site.feed("audio", site.item("90.mp3", "#7 Rye", FIRST))
    site.feed("video", site.item("91.mp4", "#7 Gutenberg's press", FIRST + 9 * WEEK, lasts=100))
    watch_both(site)

    assert site.episodes() == ["90.mp3"]
    ((_, why),) = site.asked()
    assert "the sound is not the same" in why


def test_one_number_joins_what_is_too_short_to_tell(site: Site):
    """Twelve seconds of other sound say less than the number does."""
    site.feed("audio", site.item("1.mp3", "#7 Rye", FIRST))
    site.feed("video", site.item("2.mp4", "#7 Gutenberg's press", FIRST + 9 * WEEK, lasts=12))
    watch_both(site)

    assert site.episodes() == ["1.mp3 2.mp4"]


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


def test_a_question_about_the_likelier_episode_is_asked(site: Site):
    """Not about one that has a film of another source already, and is less like it."""
    other = site.item("1.mp4", "The rye field", FIRST + 30 * DAILY, lasts=3000, missing=True)
    site.feed("video", other)
    site.watch("video")
    site.sync()
    site.feed("audio", site.item("2.mp3", "The rye field", FIRST + 8 * DAILY, lasts=600))
    site.watch("audio")
    site.sync()
    assert site.episodes() == ["1.mp4", "2.mp3"]
    site.feed("video2", site.item("3.mp4", "The rye field", FIRST, missing=True))
    site.watch("video2")
    site.sync()

    site.capsys.readouterr()
    assert run_cli(site.desk, "match", "--json") == 0
    asked = json.loads(site.capsys.readouterr().out)
    assert [one["guid"] for one in asked] == ["2.mp3"]
