"""A number that two full episodes have is told of, until somebody mends it or says that it is right."""

from __future__ import annotations

import pytest

from cli.loopback import babble, write_media
from cli.two_places import FIRST, WEEK, Site
from conftest import run_cli

MISTYPED = "number 41 is that of talk/41-rye"


def said(site: Site, *command: str) -> str:
    site.capsys.readouterr()
    assert run_cli(site.desk, *command) == 0
    return site.capsys.readouterr().err


@pytest.fixture
def numbered(site: Site) -> Site:
    """A feed whose second talk has the number of the first."""
    site.feed("audio", site.item("1.mp3", "#41 Rye"), site.item("2.mp3", "#41 Mills", FIRST + WEEK))
    site.watch("audio")
    return site


def test_a_sync_tells_of_a_number_that_is_there(numbered: Site):
    """Both are taken, and the line says how to mend it."""
    told = said(numbered, "sync")

    assert f"{MISTYPED}, too: if it is mistyped, `episodes edit talk/41-mills number=…`" in told
    assert numbered.episodes() == ["1.mp3", "2.mp3"]


def test_match_tells_of_it_until_it_is_mended(numbered: Site):
    numbered.sync()

    assert f"{MISTYPED} and talk/41-mills" in said(numbered, "match")
    assert run_cli(numbered.desk, "edit", "talk/41-mills", "number=42") == 0

    assert MISTYPED not in said(numbered, "match")


def test_match_tells_of_it_until_somebody_says_that_they_are_two(numbered: Site):
    numbered.sync()

    assert run_cli(numbered.desk, "match", "talk/41-rye", "talk/41-mills", "--apart") == 0

    assert MISTYPED not in said(numbered, "match")


def test_add_tells_of_it(site: Site):
    for number, title in enumerate(("Rye", "Mills")):
        file = write_media(site.folder / f"{number}.mp3", babble(number, 12 + 5 * number))
        told = said(site, "add", str(file), "--number", "41", "--title", title, "--show", "talk", "--no-transcribe")

    assert f"{MISTYPED}, too" in told


def test_seasons_and_kinds_may_count_anew(site: Site):
    """A trailer has the number of its episode, and each season begins with 1."""
    site.feed(
        "audio",
        site.item("1.mp3", "S1E1 Rye"),
        site.item("2.mp3", "S2E1 Mills", FIRST + WEEK),
        site.item("3.mp3", "S2E1 Mills (Trailer)", FIRST + WEEK / 7),
    )
    site.watch("audio")

    assert "number" not in said(site, "sync")
    assert "number" not in said(site, "match")
