"""Captions first: what people wrote is taken for the transcript, a recogniser's captions only when asked for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.loopback import babble, served, write_media
from conftest import run_cli

SRT = """1
00:00:01,000 --> 00:00:04,000
Gutenberg did not invent the press alone.

2
00:00:05,000 --> 00:00:19,500
He borrowed from goldsmiths and vintners.
"""
LATE = SRT.replace("00:00:19,500", "00:01:19,500")
ROLLING = """WEBVTT

00:00:00.000 --> 00:00:05.000
 
press<00:00:02.000><c> alone</c>

00:00:05.000 --> 00:00:05.010
press alone
 

00:00:05.010 --> 00:00:18.000
press alone
goldsmiths<00:00:09.000><c> too</c>
"""  # noqa: W293  # so YouTube writes them


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_media(tmp_path_factory.mktemp("talk") / "ep.mp3", babble(5, 20))


@pytest.fixture
def film(tmp_path: Path, talk: Path) -> Path:
    """A media file in a folder of its own."""
    return shutil.copy(talk, tmp_path / "in" / "ep.mp3") if (tmp_path / "in").mkdir() is None else talk


def transcript(folder: Path, capsys) -> dict:
    capsys.readouterr()
    assert run_cli(folder, "info", "last", "--json") == 0
    return json.loads(capsys.readouterr().out)["transcript"] or {}


def added(folder: Path, *arguments: str) -> Path:
    desk = folder / "desk"
    desk.mkdir()
    assert run_cli(desk, "add", *arguments) == 0
    return desk


def test_captions_beside_a_file_are_its_transcript(tmp_path, film, capsys):
    """No model is loaded; who made them and where they lie is told."""
    film.with_name("ep.en.srt").write_text(SRT)

    desk = added(tmp_path, str(film))

    assert "captions made by people" in capsys.readouterr().err
    assert run_cli(desk, "transcript", "last") == 0
    assert "goldsmiths and vintners" in capsys.readouterr().out


def test_captions_of_another_medium_are_refused(tmp_path, film, capsys):
    """Times that end after the file belong to another edit."""
    film.with_name("ep.srt").write_text(LATE)

    desk = added(tmp_path, str(film), "--no-transcribe")

    assert "its times end at 1:19" in capsys.readouterr().err
    assert transcript(desk, capsys) == {}


def test_captions_can_be_left(tmp_path, film, capsys):
    film.with_name("ep.srt").write_text(SRT)

    desk = added(tmp_path, str(film), "--no-transcribe", "--no-captions-first")

    assert transcript(desk, capsys) == {}


def test_automatic_captions_are_taken_only_when_asked(tmp_path, film, capsys):
    """Rolling ones come without their repetitions."""
    film.with_name("ep.vtt").write_text(ROLLING)
    desk = added(tmp_path, str(film), "--no-transcribe")
    assert "a recogniser made it" in capsys.readouterr().err
    assert transcript(desk, capsys) == {}

    assert run_cli(desk, "add", str(film), "--automatic-captions") == 0

    assert "captions made by a recogniser" in capsys.readouterr().err
    assert run_cli(desk, "transcript", "last") == 0
    assert capsys.readouterr().out.count("press alone") == 1


def test_a_text_without_times_is_no_transcript(tmp_path, film, capsys):
    film.with_name("ep.txt").write_text("Gutenberg did not invent the press alone.\n" * 9)
    film.with_name("ep.json").write_text('{"chapters": [{"startTime": 1, "title": "One"}]}')

    desk = added(tmp_path, str(film), "--no-transcribe")

    assert transcript(desk, capsys) == {}


def test_subtitles_of_a_page_are_taken(tmp_path, talk, capsys):
    """Where the site's reader finds a track of captions with the film."""
    site = tmp_path / "site"
    site.mkdir()
    write_media(site / "ep.mp4", babble(5, 20), video=True)
    (site / "ep.vtt").write_text("WEBVTT\n\n" + SRT.replace(",", "."))
    track = '<track kind="subtitles" src="ep.vtt" srclang="en">'
    page = f'<html><title>Press</title><body><video><source src="ep.mp4" type="video/mp4">{track}</video></body></html>'
    (site / "page.html").write_text(page)
    with served(site) as address:
        added(tmp_path, f"{address}/page.html")

    assert "captions made by people" in capsys.readouterr().err


def feed(address: str) -> str:
    item = (
        '<item><title>Episode 3: Press</title><guid isPermaLink="false">Three!</guid>'
        "<pubDate>Wed, 09 Oct 2019 08:00:01 +0200</pubDate>"
        f'<enclosure url="{address}/ep.mp3" type="audio/mpeg" length="1"/>'
        f'<podcast:transcript url="{address}/ep.srt" type="application/srt"/></item>'
    )
    namespace = 'xmlns:podcast="https://podcastindex.org/namespace/1.0"'
    return f'<?xml version="1.0"?><rss version="2.0" {namespace}><channel><title>Talks</title>{item}</channel></rss>'


@pytest.fixture
def site(tmp_path: Path, talk: Path):
    folder = tmp_path / "site"
    folder.mkdir()
    shutil.copy(talk, folder / "ep.mp3")
    (folder / "ep.srt").write_text(SRT)
    with served(folder) as address:
        (folder / "feed.xml").write_text(feed(address))
        yield folder, address


def test_sync_takes_the_transcript_that_a_feed_points_to(tmp_path, site, capsys):
    assert run_cli(tmp_path, "init") == 0
    assert run_cli(tmp_path, "show", "add", "talks", "--title", "Talks") == 0
    assert run_cli(tmp_path, "source", "add", "talks", f"{site[1]}/feed.xml") == 0

    assert run_cli(tmp_path, "sync") == 0

    assert "captions made by people" in capsys.readouterr().err
    assert run_cli(tmp_path, "transcribe") == 0
    assert "every episode has its transcript" in capsys.readouterr().err


@pytest.mark.parametrize("where", ["address", "path"])
def test_adding_a_feed_is_importing_it_with_its_media(tmp_path, site, capsys, where):
    """The same reader: GUIDs and dates to the letter; a second time, nothing is new."""
    source = f"{site[1]}/feed.xml" if where == "address" else str(site[0] / "feed.xml")
    if where == "path":
        source_hosts = site[1].removeprefix("http://")
        (tmp_path / "desk").mkdir()
        (tmp_path / "desk" / "episodes.toml").write_text(f'[download]\nallow_hosts = ["{source_hosts}"]\n')
        desk = tmp_path / "desk"
        assert run_cli(desk, "add", source) == 0
    else:
        desk = added(tmp_path, source)

    assert "is a feed" in capsys.readouterr().err
    assert run_cli(desk, "info", "last", "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["guid"], record["published_at"][:19]) == ("Three!", "2019-10-09T06:00:01")
    assert record["media"][0]["media_key"]
    assert record["transcript"]
    assert run_cli(desk, "add", source) == 0
    assert "nothing new" in capsys.readouterr().err


def test_options_for_one_episode_are_refused_for_a_feed(tmp_path, site, capsys):
    assert run_cli(tmp_path, "add", f"{site[1]}/feed.xml", "--number", "3") == 2

    assert "is a feed" in capsys.readouterr().err
