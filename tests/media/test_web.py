"""Addresses of media files: what is known of them before they are downloaded."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from episodes.core.errors import SourceError
from episodes.feed.reading import read_feed
from episodes.media.asking import Limits
from episodes.media.documents import WebDocuments
from episodes.media.downloads import Downloads
from episodes.media.web import WebFiles
from media.making import PAGE, make_media
from media.servers import Call, files, serving

TAGS = {"title": "T", "album": "Show", "artist": "Anna", "track": "12", "date": "2019-10-17", "comment": "About"}


def web() -> WebFiles:
    return WebFiles(allow_hosts=["127.0.0.1"], limits=Limits(answer_seconds=3, attempts=1))


@pytest.mark.parametrize(
    ("suffix", "options"),
    [(".mp3", {}), (".m4a", {"movflags": "faststart"}), (".m4a", {}), (".opus", {}), (".flac", {}), (".webm", {})],
)
def test_tags_are_read_without_the_whole_file(tmp_path: Path, suffix: str, options: dict[str, str]) -> None:
    """From the beginning; for an MP4 file whose index is at its end, from both."""
    sound = make_media(tmp_path / f"a{suffix}", 90.0, tags=TAGS, options=options).read_bytes()
    sent: list[int] = []

    def script(call: Call) -> None:
        start = call.start or 0
        status = "206 Partial Content" if call.start is not None else "200 OK"
        part = f"bytes {start}-{len(sound) - 1}/{len(sound)}" if call.start is not None else None
        sent.append(len(sound) - start)
        call.reply(sound[start:], status, Content_Type="application/octet-stream", Content_Range=part)

    with serving(script) as server:
        (item,) = web().info(f"{server.url}/{'x/' * 3}a{suffix}")

    assert (item.title, item.show_title, item.author) == ("T", "Show", "Anna")
    assert (item.published_at, item.date_is_sure) == (datetime(2019, 10, 17, tzinfo=UTC), True)
    assert len(sent) <= 2


def test_a_file_without_tags_is_named_after_its_address(tmp_path: Path) -> None:
    """And dated by the server, as a guess."""
    sound = make_media(tmp_path / "a.mp3").read_bytes()
    stamp = "Thu, 17 Oct 2019 08:00:00 GMT"
    with serving(files({"/ep_12_how_printing_began.mp3": ("audio/mpeg", sound)}, Last_Modified=stamp)) as server:
        url = f"{server.url}/ep_12_how_printing_began.mp3"
        (item,) = web().info(url)

    assert item.source.key == url
    assert item.title == "ep 12 how printing began"
    assert (item.published_at, item.date_is_sure) == (datetime(2019, 10, 17, 8, tzinfo=UTC), False)


def test_a_server_without_ranges_and_an_index_at_the_end(tmp_path: Path) -> None:
    """Then the name is all there is, before the download."""
    sound = make_media(tmp_path / "a.m4a", 90.0, tags=TAGS).read_bytes()
    with serving(lambda call: call.reply(sound, Content_Type="audio/mp4")) as server:
        (item,) = web().info(f"{server.url}/a.m4a")

    assert item.title == "a"


def test_a_server_that_is_busy() -> None:
    """It may not be so later."""
    with serving(lambda call: call.reply(b"", "503 Busy")) as server, pytest.raises(SourceError) as caught:
        web().info(f"{server.url}/a.mp3")

    assert "try again later" in caught.value.hint


def test_what_is_no_media_is_told_from_the_beginning() -> None:
    """A page is named as such, whatever type it is sent with."""
    with serving(lambda call: call.reply(PAGE)) as server, pytest.raises(SourceError, match="a web page"):
        web().info(f"{server.url}/a.mp3")
    thing = serving(lambda call: call.reply(b"\x00\x01" * 500, Content_Type="application/x-thing"))
    with thing as server, pytest.raises(SourceError, match="something else"):
        Downloads(allow_hosts=["127.0.0.1"]).info(f"{server.url}/a")


def test_a_media_file_behind_a_page_address(tmp_path: Path) -> None:
    """What is sent counts, not how the address ends."""
    sound = make_media(tmp_path / "a.mp3").read_bytes()
    with serving(lambda call: call.reply(sound, Content_Type="application/octet-stream")) as server:
        (item,) = Downloads(allow_hosts=["127.0.0.1"]).info(f"{server.url}/download.php?id=3")

    assert (item.source.provider, item.source.key) == ("web", f"{server.url}/download.php?id=3")


def _then(sound: bytes, *first: Callable[[Call], None]) -> Callable[[Call], None]:
    """Trouble at the first requests, and the file at the next."""

    def script(call: Call) -> None:
        (first[call.number] if call.number < len(first) else lambda one: one.reply(sound))(call)

    return script


@pytest.mark.parametrize(
    "trouble",
    [
        lambda call: call.reply(b"", "429 Too Many Requests", Retry_After="0"),
        lambda call: call.reply(b"<html>", "502 Bad Gateway", Content_Type="text/html"),
        lambda call: call.send(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\nID3"),
    ],
    ids=["wait", "bad gateway", "cut"],
)
def test_an_address_is_looked_at_again(tmp_path: Path, trouble: Callable[[Call], None]) -> None:
    """A server that answers badly for the moment may answer well in the next."""
    sound = make_media(tmp_path / "a.mp3", 3.0).read_bytes()

    with serving(_then(sound, trouble, trouble)) as server:
        (item,) = WebFiles(allow_hosts=["127.0.0.1"], limits=Limits(pause=0.05)).info(f"{server.url}/a.mp3")

        assert item.title == "a"
        assert len(server.calls) == 3


def test_a_beginning_that_drips_is_called_slow(tmp_path: Path) -> None:
    """A tag of which only some letters came looks like text; the server is slow."""
    sound = make_media(tmp_path / "a.mp3", 3.0).read_bytes()
    limits = Limits(slow_seconds=0.5, answer_seconds=1.5, stall_seconds=0.5, pause=0.05)

    def drip(call: Call) -> None:
        call.head("200 OK", Content_Type="audio/mpeg", Content_Length=len(sound))
        call.drip(sound, 0.05)

    with serving(drip) as server, pytest.raises(SourceError, match=r"sends only \d+ bytes a second"):
        WebFiles(allow_hosts=["127.0.0.1"], limits=limits).info(f"{server.url}/a.mp3")


def test_a_small_body_that_unpacks_without_end(tmp_path: Path) -> None:
    """Sound is packed already: what grows two hundred times is a trap, long before the disk is full."""
    sound = make_media(tmp_path / "a.mp3", 3.0).read_bytes()
    packed = gzip.compress(sound + bytes(120_000_000))

    def trap(call: Call) -> None:
        call.reply(packed, Content_Encoding="gzip")

    with serving(trap) as server, pytest.raises(SourceError, match="200 times its size"):
        WebFiles(allow_hosts=["127.0.0.1"]).download(f"{server.url}/a.mp3", tmp_path / "in")


def test_a_body_whose_length_nobody_says_has_a_limit_of_its_own(tmp_path: Path) -> None:
    """It may have no end, as a stream has none."""
    limits = Limits(max_unstated=2_000_000, attempts=1)

    def endless(call: Call) -> None:
        call.head("200 OK", Content_Type="audio/mpeg")
        call.send((b"\xff\xfb\x90\x64" + bytes(413)) * 20_000)

    with serving(endless) as server, pytest.raises(SourceError, match="larger than 2 MB"):
        WebFiles(allow_hosts=["127.0.0.1"], limits=limits).download(f"{server.url}/a.mp3", tmp_path / "in")


def test_a_file_that_leads_to_a_log_in_page_says_so() -> None:
    """Not only that no player was found there."""

    def script(call: Call) -> None:
        if call.path.startswith("/login"):
            call.reply(PAGE, Content_Type="text/html")
        else:
            call.reply(b"", "302 Found", Location="/login?next=/a.mp3")

    with serving(script) as server, pytest.raises(SourceError, match="sent a web page"):
        Downloads(allow_hosts=[f"127.0.0.1:{server.port}"]).info(f"{server.url}/a.mp3")


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        ("204 No Content", {}, "HTTP 204 No Content"),
        ("304 Not Modified", {}, "HTTP 304 Not Modified"),
        ("302 Found", {}, "HTTP 302 Found"),
        ("200 OK", {"Content_Type": "application/octet-stream"}, "nothing|empty"),
        ("302 Found", {"Location": "data:text/html," + "a" * 200}, r"leads to data:text/html,a{30,60}…, which"),
        ("302 Found", {"Location": "ftp://me:secret@example.org/a"}, "leads to ftp://example.org/a, which"),
    ],
    ids=["no content", "not modified", "to nowhere", "empty", "to data", "to ftp"],
)
def test_an_answer_without_anything_is_told_by_its_status(status: str, headers: dict[str, str], said: str) -> None:
    """Of media and of feeds alike, and where a redirect leads to, without what is secret or long in it."""
    with serving(lambda call: call.reply(b"", status, **headers)) as server:
        with pytest.raises(SourceError, match=said):
            web().info(f"{server.url}/a.mp3")
        documents = WebDocuments(allow_hosts=["127.0.0.1"], limits=Limits(pause=0.01))
        with pytest.raises(SourceError, match=said):
            read_feed(documents.read(f"{server.url}/feed").data)
