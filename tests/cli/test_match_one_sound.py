"""A downloaded film brings no second sound to listeners."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from lxml import etree

from cli.loopback import audio_page, video_page
from cli.two_places import FIRST, Site
from conftest import run_cli


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


def call_films_sound(site: Site, before: str, after: str) -> None:
    with closing(sqlite3.connect(site.desk / "episodes.db")) as connection, connection:
        connection.execute("UPDATE source SET provider = ? WHERE provider = ?", [after, before])
    for file in (site.desk / ".episodes").glob("talk.*"):
        file.unlink()  # as another version's


def test_what_an_earlier_version_published_stays_where_it_is(site: Site):
    """It offered both sounds: apps have the addresses, though feeds name one of them no more."""
    site.feed("video", site.item("1.mp4", "Rye", FIRST))
    watch_downloading(site, "video")
    before = enclosures(site)
    site.feed("audio", site.item("1.mp3", "Rye", FIRST))
    watch_downloading(site, "audio")
    call_films_sound(site, "audio-of", "said-otherwise")
    assert len(enclosures(site)) == len(before) + 1
    call_films_sound(site, "said-otherwise", "audio-of")

    assert enclosures(site) == before
    published = [file.suffix for file in (site.desk / "feeds" / "talk" / "media").iterdir()]
    assert sorted(published) == [".m4a", ".mp3", ".mp4"]


def test_a_film_that_a_feed_names_first_brings_no_second_sound(site: Site):
    """It names the audio, too, which is fetched before it."""
    podcast = "xmlns:podcast='https://podcastindex.org/namespace/1.0'"
    other = "<podcast:alternateEnclosure type='audio/mpeg'><podcast:source uri='1.mp3'/></podcast:alternateEnclosure>"
    site.make("1.mp3")
    site.feed(
        "both", site.item("1.mp4", "Rye").replace("<item>", f"<item {podcast}>").replace("</item>", f"{other}</item>")
    )
    assert run_cli(site.desk, "import", f"{site.address}/both.xml", "--media") == 0

    kept = [file.suffix for file in (site.desk / "media").glob("talk*/*.*")]
    assert sorted(kept) == [".mp3", ".mp4"]


def test_what_came_last_is_parted_from_a_film_whose_sound_gave_way(site: Site):
    """The audio stands first now; the film gave the episode its GUID, and cannot take it along."""
    for name, page in (("v", video_page([("1.mp4", "Rye")])), ("a", audio_page([("1.mp3", "Rye")]))):
        (site.folder / f"{name}.html").write_text(page)
        site.make("1.mp3" if name == "a" else "1.mp4")
        more = ["--as", "video", "--download"] if name == "v" else []
        assert run_cli(site.desk, "source", "add", "talk", f"{site.address}/{name}.html", *more) == 0
        site.sync()
    assert site.episodes() == ["1.mp3 1.mp4"]
    assert run_cli(site.desk, "unmatch", "talk/rye", f"{site.address}/1.mp4") == 2
    assert "part its other medium" in site.capsys.readouterr().err

    assert run_cli(site.desk, "unmatch", "talk/rye") == 0
    assert site.episodes() == ["1.mp3", "1.mp4 1.mp4"]
    site.check_quiet()


def test_audio_that_no_feed_offers_is_not_levelled(site: Site):
    """It came after the film's sound was out, and is kept beside it."""
    site.feed("video", site.item("1.mp4", "Rye", FIRST))
    watch_downloading(site, "video")
    enclosures(site)
    site.feed("audio", site.item("1.mp3", "Rye", FIRST))
    watch_downloading(site, "audio")
    before = sorted(file.name for file in (site.desk / "media" / "talk").iterdir())
    assert run_cli(site.desk, "show", "edit", "talk", "level=yes") == 0
    enclosures(site)

    assert sorted(file.name for file in (site.desk / "media" / "talk").iterdir()) == before
