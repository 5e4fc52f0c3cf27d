"""One file is one episode, whichever way it comes: from a feed, by its address, or from the disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from cli.loopback import babble, write_media
from cli.two_places import FIRST, WEEK, Site
from conftest import run_cli


def add(site: Site, *what: str) -> str:
    """Add something that is to go well; returns what was said."""
    site.capsys.readouterr()
    assert run_cli(site.desk, "add", *what, "--no-transcribe") == 0
    return site.capsys.readouterr().err


def stored(site: Site) -> list[Path]:
    return sorted((site.desk / "media" / "talk").iterdir())


@pytest.fixture
def synced(site: Site) -> Site:
    """A feed of two talks, taken."""
    site.feed("audio", site.item("1.mp3", "#41 Rye"), site.item("2.mp3", "#42 Mills", FIRST + WEEK))
    site.watch("audio")
    site.sync()
    return site


def test_a_feeds_enclosure_is_known_by_its_address(synced: Site):
    """It is told without asking the server, which may be gone, also where the address is written otherwise."""
    (synced.folder / "1.mp3").unlink()

    said = add(synced, f"{synced.address.replace('http', 'HTTP')}/%31.mp3#t=5", "--show", "talk")

    assert "already there: talk/41" in said
    assert synced.episodes() == ["1.mp3", "2.mp3"]


def test_a_feeds_file_is_known_by_its_bytes(synced: Site):
    """From the disk, or from another address."""
    other = synced.folder / "press kit.mp3"
    shutil.copy(synced.folder / "1.mp3", other)

    assert "already there: talk/41" in add(synced, str(other))
    assert "already there: talk/41" in add(synced, f"{synced.address}/press%20kit.mp3")
    assert synced.episodes() == ["1.mp3", "2.mp3"]


@pytest.mark.parametrize("name", ["Rye and me.mp3", "Mühle.mp3"])
def test_an_address_is_known_however_it_is_escaped(site: Site, name: str):
    write_media(site.folder / name, babble(1, 12))
    add(site, f"{site.address}/{quote(name)}", "--show", "talk")
    before = site.episodes()
    (site.folder / name).unlink()

    for written in (quote(name), quote(name).replace("C3%BC", "c3%bc"), name):
        assert "already there" in add(site, f"{site.address}/{written}")
    assert site.episodes() == before


def test_another_show_may_have_the_same_file(synced: Site):
    assert run_cli(synced.desk, "show", "add", "best", "--title", "Best of") == 0

    assert "added best/" in add(synced, str(synced.folder / "1.mp3"), "--show", "best")


@pytest.mark.parametrize("is_local", [True, False])
def test_a_feeds_item_joins_the_episode_of_its_file(site: Site, is_local: bool):
    """Whatever its title, date and length say; once, with the episode's GUID."""
    place = write_media(site.folder / "1.mp3", babble(1, 12)) if is_local else f"{site.address}/1.mp3"
    write_media(site.folder / "1.mp3", babble(1, 12))
    add(site, str(place), "--show", "talk", "--title", "Wholly other words")
    site.feed("audio", site.item("1.mp3", "Rye", lasts=3000))
    site.watch("audio")

    site.sync()

    assert "(the same file)" in site.capsys.readouterr().err
    assert site.episodes() == ["1.mp3 1.mp3"]
    assert len(stored(site)) == 1
    site.check_quiet()


def test_a_file_that_its_number_contradicts_is_asked_about(site: Site):
    """The feed's enclosure may be the wrong one: neither a double nor a join."""
    write_media(site.folder / "1.mp3", babble(1, 12))
    add(site, str(site.folder / "1.mp3"), "--show", "talk", "--number", "41")
    site.feed("audio", site.item("1.mp3", "#42 Mills"))
    site.watch("audio")

    site.sync()

    assert site.episodes() == ["1.mp3"]
    assert site.asked() == [("#42 Mills", "numbers 42 and 41 differ; but the file is the same")]


def test_two_items_of_one_feed_may_have_one_file(site: Site):
    """A rerun is an item of its own, when it comes and later, and nobody is asked."""
    site.feed("audio", site.item("1.mp3", "Rye"))
    site.watch("audio")
    site.sync()
    site.feed("audio", site.item("1.mp3", "Rye again", FIRST + 9 * WEEK, guid="again"))

    site.sync()

    assert site.episodes() == ["1.mp3", "1.mp3"]
    assert site.asked() == []


def test_a_rerun_in_a_feed_that_was_imported_stays_an_episode(site: Site):
    """Also where the first item has fallen out of the feed, so that no sync has seen it."""
    site.feed("audio", site.item("1.mp3", "Rye"))
    assert run_cli(site.desk, "import", f"{site.address}/audio.xml", "--show", "talk", "--media") == 0
    site.feed("audio", site.item("1.mp3", "From the archive", FIRST + 9 * WEEK, guid="again"))
    site.watch("audio")

    site.sync()

    assert site.episodes() == ["1.mp3", "1.mp3"]
    assert site.asked() == []


def test_an_import_keeps_its_items_and_asks(site: Site):
    """GUIDs to the letter, and a question instead of a silent double."""
    write_media(site.folder / "1.mp3", babble(1, 12))
    add(site, str(site.folder / "1.mp3"), "--show", "talk")
    site.feed("audio", site.item("1.mp3", "Rye"))

    assert run_cli(site.desk, "import", f"{site.address}/audio.xml", "--show", "talk", "--media") == 0

    assert site.episodes() == ["1.mp3", "1.mp3"]
    assert [reason for _, reason in site.asked()] == ["the same file"]


@pytest.mark.parametrize("is_local", [True, False])
def test_adding_again_brings_a_lost_file_back(synced: Site, is_local: bool):
    """By its address, or the same file from the disk; the record stays to the letter."""
    before = synced.dump()
    files = {file.name: file.read_bytes() for file in stored(synced)}
    for file in stored(synced):
        file.unlink()

    for name in ("1.mp3", "2.mp3"):
        said = add(synced, str(synced.folder / name) if is_local else f"{synced.address}/{name}")
        assert "which lacked its file" in said

    assert {file.name: file.read_bytes() for file in stored(synced)} == files
    assert synced.dump() == before


def test_adding_a_lost_film_brings_back_its_sound(site: Site):
    film = write_media(site.folder / "1.mp4", babble(1, 12), video=True)
    add(site, str(film), "--show", "talk")
    kept = [file.name for file in stored(site)]
    for file in stored(site):
        file.unlink()

    add(site, str(film))

    assert [file.name for file in stored(site)] == kept
    assert len(kept) == 2


def test_adding_what_an_import_only_linked_fetches_it(site: Site):
    site.feed("audio", site.item("1.mp3", "Rye"))
    assert run_cli(site.desk, "import", f"{site.address}/audio.xml", "--show", "talk") == 0

    add(site, f"{site.address}/1.mp3")

    assert site.episodes() == ["1.mp3"]
    assert len(stored(site)) == 1
