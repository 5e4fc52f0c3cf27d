"""How long our downloader waits for a server that is busy."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest

from episodes.core.errors import SourceError, Unreachable
from episodes.media.asking import Limits, Web
from episodes.media.documents import WebDocuments
from episodes.media.patience import retry_after
from episodes.media.resting import Resting
from episodes.media.transfer import Received, Transfer
from episodes.media.web import WebFiles
from media.making import make_media
from media.servers import Call, Script, Server, serving

DAY, WEEK = 86_400, 7 * 86_400
#: Short time-outs; who keeps us waiting for longer than `soon_seconds` is not asked again.
QUICK = Limits(
    max_seconds=8, answer_seconds=1, stall_seconds=0.3, slow_seconds=0.5, soon_seconds=0.2, min_rate=20_000, pause=0.01
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """More than half a megabyte."""
    return make_media(tmp_path_factory.mktemp("a") / "a.mp3", 80.0).read_bytes()


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [
        ("7", 7, 7),
        ("99999", 99999, 99999),
        ("9" * 4000, WEEK, WEEK),
        (timedelta(days=1), DAY - 60, DAY),
        (timedelta(days=99), WEEK, WEEK),
        (timedelta(days=-1), 0, 0),
        ("Wed, 99 Foo 2015 77:28:00 GMT", 0, 0),
        ("-5 soon", 0, 0),
        ("", 0, 0),
    ],
)
def test_a_server_says_how_long_to_wait(said: str | timedelta, least: float, most: float) -> None:
    """In seconds or as a date, and never longer than a week."""
    if isinstance(said, timedelta):  # made here: each process that runs tests has to give them the same names
        said = format_datetime(datetime.now(UTC) + said, usegmt=True)
    assert least <= retry_after(httpx.Response(503, headers={"Retry-After": said})) <= most


def test_nothing_waits_behind_the_last_attempt(tmp_path: Path) -> None:
    """Whoever has given up need not wait before saying so."""
    limits = Limits(attempts=1, pause=30.0)
    began = time.monotonic()

    busy = serving(lambda call: call.reply(b"", "503 Service Unavailable", Retry_After="20"))
    with busy as server, pytest.raises(SourceError, match="503"):
        Transfer(Web(allow_hosts=["127.0.0.1"], limits=limits), f"{server.url}/a.mp3", tmp_path / "a.part").run()

    assert time.monotonic() - began < 5


def transferred(server: Server, part: Path) -> Received:
    return Transfer(Web(allow_hosts=["127.0.0.1"], limits=QUICK), f"{server.url}/a.mp3", part).run()


def silent(call: Call) -> None:
    call.stopping.wait(5)


def silent_after_some(call: Call) -> None:
    call.head("200 OK", Content_Length=100_000)
    call.send(b"\xff\xfb\x90\x64" + bytes(5000))
    call.stopping.wait(5)


def late_with_an_error(call: Call) -> None:
    call.stopping.wait(0.25)
    call.reply(b"", "500 Oops")


def drips(call: Call) -> None:
    call.head("200 OK", Content_Length=100_000)
    call.drip(b"\xff\xfb\x90\x64" + bytes(5000), 0.01)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (silent, "stopped sending"),
        (silent_after_some, "stopped sending"),
        (late_with_an_error, "500"),
        (drips, r"sends only \d+ bytes a second"),
    ],
)
def test_who_keeps_us_waiting_for_nothing_is_asked_once(tmp_path: Path, script: Script, reason: str) -> None:
    """The next attempt would cost as much, whether a file is fetched or looked at."""
    with serving(script) as server:
        with pytest.raises(Unreachable, match=reason):
            transferred(server, tmp_path / "a.part")
        with pytest.raises(Unreachable, match=reason):
            WebFiles(allow_hosts=["127.0.0.1"], limits=QUICK).info(f"{server.url}/a.mp3")

        assert len(server.calls) == 2


def test_a_drip_behind_a_fast_beginning_is_seen_as_soon(tmp_path: Path, sound: bytes) -> None:
    """What came before it does not make up for it; it went further, so it is asked once more."""

    def script(call: Call) -> None:
        call.head("200 OK", Content_Length=len(sound))
        call.send(sound[:300_000])
        call.drip(sound[300_000:], 0.01)

    began = time.monotonic()
    with serving(script) as server:
        with pytest.raises(Unreachable, match=r"sends only \d+ bytes a second"):
            transferred(server, tmp_path / "a.part")

        assert len(server.calls) == 2
    assert time.monotonic() - began < 2 * 2 * QUICK.slow_seconds


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_who_asks_for_a_long_rest_is_left_alone_at_once(tmp_path: Path, status: str) -> None:
    """The message and the error say until when."""
    with serving(lambda call: call.reply(b"", status, Retry_After=DAY)) as server:
        with pytest.raises(Unreachable, match=r"asks to be left alone until 20\d\d-.* UTC") as caught:
            transferred(server, tmp_path / "a.part")

        assert len(server.calls) == 1
    assert caught.value.until is not None
    assert abs((caught.value.until - datetime.now(UTC)).total_seconds() - DAY) < 90


@pytest.mark.parametrize(("status", "others"), [("429 Too Many Requests", 0), ("503 Service Unavailable", 1)])
def test_too_many_requests_are_followed_by_none(status: str, others: int) -> None:
    """The other files of the host are not asked for either; where one is unavailable, others may be there."""
    with serving(lambda call: call.reply(b"", status, Retry_After=DAY)) as server:
        web = WebFiles(allow_hosts=["127.0.0.1"], limits=QUICK)
        for name in ("a", "b"):
            with pytest.raises(Unreachable, match="left alone until") as caught:
                web.info(f"{server.url}/{name}.mp3")
            assert caught.value.until is not None

        assert len(server.calls) == 1 + others


def test_a_host_rests_whatever_it_was_asked_for(sound: bytes) -> None:
    """Feeds, pages and media share one rest; other hosts are asked."""
    resting = Resting()
    documents = WebDocuments(allow_hosts=["127.0.0.1"], limits=QUICK, resting=resting)
    web = WebFiles(allow_hosts=["127.0.0.1"], limits=QUICK, resting=resting)

    busy = serving(lambda call: call.reply(b"", "429 Too Many Requests", Retry_After=DAY))
    with busy as server, serving(lambda call: call.reply(sound)) as other:
        with pytest.raises(Unreachable, match="left alone until"):
            documents.read(f"{server.url}/feed.xml")
        with pytest.raises(Unreachable, match="left alone until"):
            web.info(f"{server.url}/a.mp3")

        assert len(server.calls) == 1
        assert web.info(f"{other.url}/a.mp3")


def flows_and_breaks_off(body: bytes, *, silence: float) -> Script:
    """Send a body in pieces, and break off before its end, the second time not."""

    def script(call: Call) -> None:
        whole = body if call.number else body[:-1]
        call.head("200 OK", Content_Length=len(body))
        for start in range(0, len(whole), 4000):
            call.send(whole[start : start + 4000])
            call.stopping.wait(QUICK.soon_seconds / 10)
        call.stopping.wait(silence)

    return script


def test_a_feed_that_flows_and_breaks_off_is_asked_for_again() -> None:
    """However long it flowed: it was not silent."""
    feed = b"<rss>" + bytes(60_000)
    with serving(flows_and_breaks_off(feed, silence=0)) as server:
        assert WebDocuments(allow_hosts=["127.0.0.1"], limits=QUICK).read(f"{server.url}/feed").data == feed

        assert len(server.calls) == 2


def test_a_feed_that_breaks_off_after_a_silence_is_not_asked_for_again() -> None:
    """The next attempt would cost as much."""
    with serving(flows_and_breaks_off(bytes(12_000), silence=QUICK.soon_seconds + 0.05)) as server:
        with pytest.raises(Unreachable, match="could not be fetched"):
            WebDocuments(allow_hosts=["127.0.0.1"], limits=QUICK).read(f"{server.url}/feed")

        assert len(server.calls) == 1


def test_a_feed_that_breaks_off_each_time_ends_with_its_whole_time() -> None:
    """The limit is for all attempts together."""
    limits = replace(QUICK, max_seconds=0.6, min_rate=1)

    def script(call: Call) -> None:
        call.head("200 OK", Content_Length=100_000)
        for _ in range(20):
            call.send(bytes(100))
            call.stopping.wait(0.02)

    began = time.monotonic()
    with serving(script) as server, pytest.raises(Unreachable, match=r"could not be fetched|took too long"):
        WebDocuments(allow_hosts=["127.0.0.1"], limits=limits).read(f"{server.url}/feed")

    assert time.monotonic() - began < 2 * limits.max_seconds
    assert len(server.calls) == 2


def cut_every(body: bytes, size: int, **pause: float) -> Script:
    """Send so much of what is asked for, and break off, or first wait."""

    def script(call: Call) -> None:
        start = call.start or 0
        part = None if call.start is None else f"bytes {start}-{len(body) - 1}/{len(body)}"
        status = "200 OK" if part is None else "206 Partial Content"
        call.head(status, Content_Length=len(body) - start, ETag='"v1"', Content_Range=part)
        call.send(body[start : start + size])
        call.stopping.wait(pause.get("seconds", 0))

    return script


@pytest.mark.parametrize("seconds", [0, 0.5])
def test_a_server_that_always_breaks_off_and_goes_on_is_no_failure(
    tmp_path: Path, sound: bytes, seconds: float
) -> None:
    """Each attempt brings a useful piece, more often than a server may fail; also where it ends in silence."""
    with serving(cut_every(sound, 70_000, seconds=seconds)) as server:
        got = transferred(server, tmp_path / "a.part")

        assert len(server.calls) > QUICK.attempts
    assert got.length == len(sound)
    assert (tmp_path / "a.part").read_bytes() == sound


@pytest.mark.parametrize("size", [1, 2000])
def test_a_server_that_gives_a_little_each_time_ends_soon(tmp_path: Path, sound: bytes, size: int) -> None:
    """It would take thousands of requests."""
    with serving(cut_every(sound, size)) as server:
        with pytest.raises(Unreachable, match="5 times"):
            transferred(server, tmp_path / "a.part")

        assert len(server.calls) == QUICK.attempts


def test_the_number_of_requests_for_a_file_is_bounded(tmp_path: Path) -> None:
    """A piece counts only if a thousand of them are the whole file."""

    def script(call: Call) -> None:
        start, size = call.start or 0, 1_000_000_000
        part = None if call.start is None else f"bytes {start}-{size - 1}/{size}"
        status = "200 OK" if part is None else "206 Partial Content"
        call.head(status, Content_Length=size - start, ETag='"v1"', Content_Range=part)
        call.send(b"\xff\xfb\x90\x64" + bytes(100_000))

    with serving(script) as server:
        with pytest.raises(Unreachable, match="5 times"):
            transferred(server, tmp_path / "a.part")

        assert len(server.calls) == QUICK.attempts
