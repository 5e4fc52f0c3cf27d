"""The same three talks at a place with audio and a place with video, however those places are built."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from cli.loopback import RATE, babble, quiet, served, write_media
from conftest import run_cli

#: Seconds that the videos' sound lies after (before) the audio's.
OFFSETS = (3.7, -2.1, 8.25)
AUDIO = [("a0.mp3", "Morning at the mill"), ("a1.mp3", "How type is cast"), ("a2.mp3", "The last page")]
VIDEO = [("v2.mp4", "Ending it well"), ("v0.mp4", "Live: millers talk"), ("v1.mp4", "Lead, tin and patience")]
Entries = list[tuple[str, str]]


def page(body: str, title: str = "Talks", head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>"


def links(folder: Path, name: str, entries: Entries) -> str:
    """A plain list of links to the files."""
    rows = "".join(f"<li><a href='{file}'>{title}</a></li>" for file, title in entries)
    (folder / f"{name}.html").write_text(page(f"<ul>{rows}</ul>"))
    return f"{name}.html"


def figures(folder: Path, name: str, entries: Entries) -> str:
    """Players with captions below."""
    tag = "video" if name == "video" else "audio"
    rows = "".join(
        f"<figure><{tag} controls><source src='{file}'></{tag}><figcaption>{title}</figcaption></figure>"
        for file, title in entries
    )
    (folder / f"{name}.html").write_text(page(rows))
    return f"{name}.html"


def pages(folder: Path, name: str, entries: Entries) -> str:
    """An index, and a page for each talk with a player in it."""
    tag = "video" if name == "video" else "audio"
    rows = ""
    for number, (file, title) in enumerate(entries):
        (folder / f"{name}-{number}.html").write_text(page(f"<p>Words.</p><{tag} src='{file}'></{tag}>", title=title))
        rows += f"<article><h2><a href='{name}-{number}.html'>{title}</a></h2><p>Words.</p></article>"
    (folder / f"{name}.html").write_text(page(rows))
    return f"{name}.html"


def feed(folder: Path, name: str, entries: Entries) -> str:
    """An RSS feed."""
    kind = "video/mp4" if name == "video" else "audio/mpeg"
    items = "".join(
        f"<item><title>{title}</title><guid isPermaLink='false'>{name}-{file}</guid>"
        f"<enclosure url='{file}' type='{kind}' length='0'/></item>"
        for file, title in entries
    )
    (folder / f"{name}.xml").write_text(f"<rss version='2.0'><channel><title>Talks</title>{items}</channel></rss>")
    return f"{name}.xml"


def linked_data(folder: Path, name: str, entries: Entries) -> str:
    """JSON-LD for machines, buttons for people."""
    kind = "VideoObject" if name == "video" else "AudioObject"
    data = [{"@type": kind, "name": title, "contentUrl": file} for file, title in entries]
    script = (
        f"<script type='application/ld+json'>{json.dumps({'@context': 'https://schema.org', '@graph': data})}</script>"
    )
    (folder / f"{name}.html").write_text(page("<button>Play</button>", head=script))
    return f"{name}.html"


Layout = Callable[[Path, str, Entries], str]


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talks")
    write_talks(folder, [babble(20 + number, 26 + number) for number in range(3)])
    return folder


def write_talks(folder: Path, sounds: list[np.ndarray]) -> None:
    for number, (sound, offset) in enumerate(zip(sounds, OFFSETS, strict=True)):
        write_media(folder / f"a{number}.mp3", sound)
        film = np.concatenate([quiet(max(0, offset)), (sound[int(max(0, -offset) * RATE) :] * 0.6).astype(np.int16)])
        write_media(folder / f"v{number}.mp4", film, video=True)


def offsets(folder: Path) -> tuple[set[str], list[float]]:
    with sqlite3.connect(folder / "episodes.db") as connection:
        rows = connection.execute(
            "SELECT e.guid, s.url, m.offset, a.offset FROM medium m JOIN episode e ON e.id = m.episode_id "
            "JOIN medium a ON a.episode_id = e.id AND a.kind = 'audio' JOIN source s ON s.id = a.source_id "
            "WHERE m.kind = 'video'"
        ).fetchall()
        count = connection.execute("SELECT count(*) FROM medium").fetchone()[0]
    connection.close()
    assert count == 6
    ordered = sorted(rows, key=lambda row: row[1])
    return {row[0] for row in rows}, [row[2] - row[3] for row in ordered]


def check(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guids, found = offsets(desk)
    assert len(guids) == 3
    assert found == pytest.approx(OFFSETS, abs=0.2)
    before = (desk / "episodes.db").read_bytes()
    capsys.readouterr()
    assert run_cli(desk, "sync") == 0
    assert "nothing new" in capsys.readouterr().err
    assert run_cli(desk, "info", next(iter(guids))) == 0
    told = re.search(r"^video .*$", capsys.readouterr().out, re.MULTILINE).group()
    assert re.fullmatch(
        r"video +(video/mp4, )?\d+:\d\d, http://\S+, only linked, [+-]\d+\.\d s to the transcript's times", told
    )
    assert offsets(desk) == (guids, found)
    assert len(before) == len((desk / "episodes.db").read_bytes())


@pytest.mark.parametrize(
    ("audio", "video"),
    [(links, figures), (pages, links), (feed, pages), (linked_data, feed), (figures, linked_data)],
    ids=lambda make: make.__name__,
)
def test_three_talks_at_two_places(tmp_path: Path, talks: Path, capsys, audio: Layout, video: Layout) -> None:
    """Other order, other titles: three episodes, six media, offsets right; a second run changes nothing."""
    desk = tmp_path / "desk"
    desk.mkdir()
    for file in talks.iterdir():
        (tmp_path / file.name).hardlink_to(file)
    places = audio(tmp_path, "audio", AUDIO), video(tmp_path, "video", VIDEO)
    with served(tmp_path) as address:
        run_cli(desk, "show", "add", "talk", "--title", "Talks")
        assert run_cli(desk, "source", "add", "talk", f"{address}/{places[0]}") == 0
        assert run_cli(desk, "source", "add", "talk", f"{address}/{places[1]}", "--as", "video") == 0
        assert run_cli(desk, "sync") == 0
        check(desk, capsys)


def test_real_speech_at_two_places(tmp_path: Path, shared: Path, capsys) -> None:
    """Three stretches of a real talk; the video comes a week later, and GUIDs stay."""
    sound = decoded(shared / "episodes" / "ep_dev_1.mp3")
    write_talks(tmp_path, [sound[start * RATE : (start + 40) * RATE] for start in (10, 120, 250)])
    desk = tmp_path / "desk"
    desk.mkdir()
    with served(tmp_path) as address:
        run_cli(desk, "show", "add", "talk", "--title", "Talks")
        assert run_cli(desk, "source", "add", "talk", f"{address}/{figures(tmp_path, 'audio', AUDIO)}") == 0
        assert run_cli(desk, "sync") == 0
        with sqlite3.connect(desk / "episodes.db") as connection:
            before = set(connection.execute("SELECT guid, published_at, slug FROM episode"))
        connection.close()
        video = pages(tmp_path, "video", VIDEO)
        assert run_cli(desk, "source", "add", "talk", f"{address}/{video}", "--as", "video") == 0
        assert run_cli(desk, "sync") == 0
        with sqlite3.connect(desk / "episodes.db") as connection:
            assert set(connection.execute("SELECT guid, published_at, slug FROM episode")) == before
        connection.close()
        check(desk, capsys)


def decoded(file: Path) -> np.ndarray:
    """A file's sound, mono."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    with av.open(str(file)) as container:
        parts = [part.to_ndarray()[0] for frame in container.decode(audio=0) for part in resampler.resample(frame)]
    return np.concatenate(parts)
