"""`episodes build` and what listeners get of it, through a real server and real feed readers."""

from __future__ import annotations

import hashlib
import http.client
import json
import shutil
import threading
from contextlib import contextmanager
from urllib.parse import urlsplit

import feedparser
import pytest

from conftest import run_cli


def digests(root) -> dict[str, tuple[str, int]]:
    return {
        file.relative_to(root).as_posix(): (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mtime_ns)
        for file in root.rglob("*")
        if file.is_file()
    }


@contextmanager
def serving(folder):
    from episodes.studio import Studio

    with Studio.open(folder) as studio:
        server = studio.server(host="127.0.0.1", port=0, log=lambda line: None)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.url.rstrip("/")
        finally:
            server.shutdown()
            thread.join(timeout=10)


def ask(url: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    try:
        connection.request(
            method, parts.path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def test_a_second_build_changes_no_file(workspace):
    """The same catalogue gives the same bytes, and nothing is even touched."""
    before = digests(workspace / "feeds")

    assert run_cli(workspace, "build") == 0

    assert digests(workspace / "feeds") == before


def test_a_build_from_nothing_gives_the_same_bytes(workspace):
    """What a build remembers changes the work, never the result."""
    before = {path: digest for path, (digest, _) in digests(workspace / "feeds").items()}
    shutil.rmtree(workspace / "feeds")
    shutil.rmtree(workspace / ".episodes")

    assert run_cli(workspace, "build") == 0

    assert {path: digest for path, (digest, _) in digests(workspace / "feeds").items()} == before


def test_a_podcast_client_gets_the_episode(demo_workspace, sample):
    """A reader of feeds finds the episode with its facts; the enclosure gives the very bytes, whole and in ranges."""
    with serving(demo_workspace) as url:
        _, data = ask(f"{url}/the-feed-desk/feed.xml")
        feed = feedparser.parse(data)
        (entry,) = feed.entries
        (enclosure,) = entry.enclosures
        whole, body = ask(enclosure.href)
        part, piece = ask(enclosure.href, Range="bytes=1000-1999")
        again, nothing = ask(enclosure.href, If_None_Match=whole.headers["ETag"])
        head, no_body = ask(enclosure.href, "HEAD")

    assert not feed.bozo
    assert feed.feed.title == "The Feed Desk"
    assert entry.title == "How a spoken sentence becomes searchable"
    assert entry.itunes_episode == "7"
    assert enclosure.type == "audio/mpeg"
    assert int(enclosure.length) == sample.stat().st_size
    assert body == sample.read_bytes()
    assert (part.status, piece) == (206, body[1000:2000])
    assert (again.status, nothing) == (304, b"")
    assert (head.headers["Content-Length"], no_body) == (str(len(body)), b"")


def test_the_feed_names_the_transcripts_and_they_are_there(demo_workspace):
    """podcast:transcript as VTT and SRT, with the words that were spoken."""
    with serving(demo_workspace) as url:
        _, feed = ask(f"{url}/the-feed-desk/feed.xml")
        addresses = {
            kind: next(line for line in feed.decode().split("<podcast:transcript ") if f'type="{kind}"' in line)
            for kind in ("text/vtt", "application/x-subrip")
        }
        found = {kind: ask(text.split('url="')[1].split('"')[0]) for kind, text in addresses.items()}

    for kind, (response, body) in found.items():
        assert response.status == 200
        assert response.headers["Content-Type"].startswith(kind)
        assert "haystack" in body.decode()


def test_edits_reach_feed_and_page_but_move_nothing(workspace, capsys):
    """A better title is published; GUID, date, addresses and the enclosure stay."""
    before = feedparser.parse((workspace / "feeds/the-feed-desk/feed.xml").read_bytes()).entries[0]

    assert run_cli(workspace, "edit", "7", "title=A better title", "number=8", "hosts=Ann Lee|Editor") == 0
    assert run_cli(workspace, "build") == 0

    after = feedparser.parse((workspace / "feeds/the-feed-desk/feed.xml").read_bytes()).entries[0]
    assert after.title == "A better title"
    assert (after.id, after.published, after.link) == (before.id, before.published, before.link)
    assert after.enclosures == before.enclosures
    page = workspace / "feeds" / urlsplit(after.link).path.strip("/") / "index.html"
    assert "A better title" in page.read_text()
    assert "Ann Lee" in page.read_text()


def test_removing_takes_it_out_of_everything(workspace, capsys):
    """Record, media, pages and feed item go."""
    assert run_cli(workspace, "remove", "7", "--yes") == 0
    assert run_cli(workspace, "build") == 0

    assert feedparser.parse((workspace / "feeds/the-feed-desk/feed.xml").read_bytes()).entries == []
    assert not list((workspace / "feeds").rglob("*.mp3"))
    assert not list((workspace / "media").rglob("*.mp3"))
    assert not list((workspace / "feeds/the-feed-desk").glob("7-*"))


def test_a_guessed_date_is_not_published(workspace, capsys):
    """The episode is left out, with the command that confirms it; confirmed, it is there."""
    import dataclasses

    from episodes.store.catalogue import Catalogue

    with Catalogue.open(workspace / "episodes.db") as catalogue:
        (episode,) = catalogue.list_episodes()
        catalogue.remove_episode(episode.guid)
        catalogue.add_episode(dataclasses.replace(episode, date_is_sure=False))
    capsys.readouterr()

    assert run_cli(workspace, "build") == 0
    said = capsys.readouterr().err
    left_out = feedparser.parse((workspace / "feeds/the-feed-desk/feed.xml").read_bytes()).entries
    assert run_cli(workspace, "edit", "7", "date=2026-11-19") == 0
    assert run_cli(workspace, "build") == 0

    assert "its date is a guess" in said
    assert left_out == []
    assert len(feedparser.parse((workspace / "feeds/the-feed-desk/feed.xml").read_bytes()).entries) == 1


def test_check_finds_no_error_in_the_sample(demo_workspace, capsys):
    """Our own judge has nothing against it but what only its owner can add."""
    capsys.readouterr()
    code = run_cli(demo_workspace, "check", "--json")

    findings = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [finding for finding in findings if finding["level"] == "error"] == []


@pytest.mark.parametrize("extension", ["txt", "srt", "vtt", "json", "md"])
def test_every_format_says_the_same_words(demo_workspace, capsys, extension):
    """A transcript is the same text in all its formats."""
    capsys.readouterr()
    assert run_cli(demo_workspace, "transcript", "last", "--format", extension) == 0

    text = " ".join(capsys.readouterr().out.split())
    assert "haystack" in text
