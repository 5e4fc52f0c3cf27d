"""`episodes add`: a film of a talk that is there as sound joins it, as it does in `sync`."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import numpy as np
import pytest

from cli.loopback import babble, quiet, write_media
from cli.two_places import FIRST, WEEK, Site
from conftest import run_cli

#: Seconds that the film begins before the audio does.
OFFSET = 4.0


def add(site: Site, *what: str) -> str:
    site.capsys.readouterr()
    assert run_cli(site.desk, "add", *what, "--no-transcribe", "--show", "talk") == 0
    return site.capsys.readouterr().err


def film(site: Site, name: str, seed: int, seconds: float = 70) -> str:
    sound = np.concatenate([quiet(OFFSET), babble(seed, seconds)])
    return str(write_media(site.folder / "films" / name, sound, video=True))


@pytest.fixture
def desk(site: Site) -> Site:
    """Two talks as sound, from a feed."""
    for number in (1, 2):
        write_media(site.folder / f"{number}.mp3", babble(number, 70))
    site.feed("audio", site.item("1.mp3", "#41 Rye"), site.item("2.mp3", "#42 Mills", FIRST + WEEK))
    site.watch("audio")
    site.sync()
    return site


@pytest.mark.parametrize("options", [["--number", "41"], ["--title", "Rye", "--date", "2024-03-04"]])
def test_a_film_joins_its_audio(desk: Site, options: list[str]):
    """By number, or by title and day; GUID and title stay, the offset is heard, and no second sound is kept."""
    said = add(desk, film(desk, "film.mp4", 1), *options)

    assert "joined talk/41  Rye (" in said
    assert desk.episodes() == ["1.mp3 film.mp4", "2.mp3"]
    with closing(sqlite3.connect(desk.desk / "episodes.db")) as connection:
        media = connection.execute("SELECT kind, offset FROM medium ORDER BY episode_id, position").fetchall()
    assert [kind for kind, _ in media] == ["audio", "video", "audio"]
    assert media[1][1] == pytest.approx(OFFSET, abs=0.1)
    assert desk.asked() == []


def test_a_join_can_be_undone_and_is_not_made_again(desk: Site):
    """The film has its words and its sound again, and adding it once more changes nothing."""
    file = film(desk, "film.mp4", 1)
    add(desk, file, "--number", "41", "--title", "Rye on film")
    before = desk.episodes()

    assert run_cli(desk.desk, "unmatch", "talk/41") == 0
    assert "already there" in add(desk, file)

    assert before == ["1.mp3 film.mp4", "2.mp3"]
    assert desk.episodes() == ["1.mp3", "2.mp3", "film.mp4 film.mp4"]
    desk.capsys.readouterr()
    assert run_cli(desk.desk, "info", "talk/41-rye-on-film", "--json") == 0
    assert json.loads(desk.capsys.readouterr().out)["title"] == "Rye on film"


def test_what_is_left_open_is_told_with_the_command_that_joins(desk: Site):
    """The number of one talk and the sound of none: a person is to say."""
    said = add(desk, film(desk, "film.mp4", 7), "--number", "41", "--title", "Quite another")

    assert "may be talk/41-rye  Rye (84%: both are number 41; but the sound is not the same)" in said
    assert "`episodes match talk/41-rye talk/41-quite-another` joins the two" in said
    assert desk.episodes() == ["1.mp3", "2.mp3", "film.mp4 film.mp4"]


def test_another_number_and_other_words_stay_apart(desk: Site):
    add(desk, film(desk, "film.mp4", 7), "--number", "43", "--title", "Rye")

    assert desk.episodes() == ["1.mp3", "2.mp3", "film.mp4 film.mp4"]


def test_files_of_one_folder_do_not_join_one_another(site: Site):
    """Sounds of one name and length are as many episodes, and so are films."""
    for seed in (1, 2):
        write_media(site.folder / "all" / str(seed) / "Weekly news.mp3", babble(seed, 12))
        film(site, f"../all/{seed}/Weekly news.mp4", seed, 12)

    add(site, str(site.folder / "all"))

    assert len(site.episodes()) == 4
