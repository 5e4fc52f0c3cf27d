"""Our downloader against servers that misbehave: the right bytes, or a refusal in words, in bounded time."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from episodes.core.errors import EpisodesError, MediaError, SourceError
from episodes.core.progress import Progress
from episodes.media.asking import Limits
from episodes.media.web import WebFiles
from media.making import PAGE, make_media
from media.servers import Call, Script, files, serving

#: Short waits, so that the worst server costs a test a second.
QUICK = Limits(
    max_bytes=3_000_000,
    max_seconds=4,
    answer_seconds=0.6,
    stall_seconds=0.4,
    slow_seconds=0.3,
    min_rate=5_000,
    redirects=5,
    attempts=3,
    pause=0.01,
)
OLD = "Mon, 01 Jan 2024 00:00:00 GMT"
NOW = "Mon, 01 Jul 2024 00:00:00 GMT"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_media(tmp_path_factory.mktemp("a") / "a.mp3", 6.0).read_bytes()


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A different recording of exactly the same length in bytes."""
    return make_media(tmp_path_factory.mktemp("b") / "b.mp3", 6.0, level=0.05).read_bytes()


def downloader(limits: Limits = QUICK) -> WebFiles:
    return WebFiles(allow_hosts=["127.0.0.1"], limits=limits)


def fetched(script: Script, folder: Path, limits: Limits = QUICK, path: str = "/a.mp3") -> bytes:
    with serving(script) as server:
        return downloader(limits).download(server.url + path, folder).read_bytes()


def refused(script: Script, folder: Path, limits: Limits = QUICK, path: str = "/a.mp3") -> EpisodesError:
    """Fetch what must be refused; nothing may be left in the folder, and it may not take long."""
    began = time.monotonic()
    with serving(script) as server, pytest.raises((SourceError, MediaError)) as caught:
        downloader(limits).download(server.url + path, folder)
    assert time.monotonic() - began < 20
    assert list(folder.iterdir()) == []
    assert caught.value.hint
    return caught.value


# Servers that trip, and servers that lie, but give the right bytes in the end.


def test_a_server_that_behaves(tmp_path: Path, sound: bytes) -> None:
    """The bytes arrive, under the name of the address."""
    with serving(files({"/x/a.mp3": ("audio/mpeg", sound)})) as server:
        file = downloader().download(f"{server.url}/x/a.mp3?token=1", tmp_path)

    assert file.name == "a.mp3"
    assert file.read_bytes() == sound


def cut_then_range(body: bytes) -> Script:
    """Break off after a third, continue when asked for the rest with the right validator."""

    def script(call: Call) -> None:
        if call.start is None:
            call.head("200 OK", Content_Length=len(body), ETag='"v1"', Accept_Ranges="bytes")
            call.send(body[: len(body) // 3])
        else:
            assert call.headers["if-range"] == '"v1"'
            part = f"bytes {call.start}-{len(body) - 1}/{len(body)}"
            call.reply(body[call.start :], "206 Partial Content", ETag='"v1"', Content_Range=part)

    return script


def test_a_cut_is_taken_up_where_it_broke(tmp_path: Path, sound: bytes) -> None:
    """With a strong ETag, only the missing bytes are asked for."""
    with serving(cut_then_range(sound)) as server:
        file = downloader().download(f"{server.url}/a.mp3", tmp_path)

    assert file.read_bytes() == sound
    assert [call.headers.get("range") for call in server.calls] == [None, f"bytes={len(sound) // 3}-"]


def cut_then(after: Callable[[Call, bytes], None], body: bytes, **headers: object) -> Script:
    def script(call: Call) -> None:
        if call.number == 0:
            call.head("200 OK", **{"Content_Length": len(body), "ETag": '"v1"', **headers})
            call.send(body[: len(body) // 2])
        else:
            after(call, body)

    return script


def whole(call: Call, body: bytes) -> None:
    call.reply(body, ETag='"v1"')


def refuse_range(call: Call, body: bytes) -> None:
    if call.start is not None:
        call.reply(b"", "416 Range Not Satisfiable", Content_Range=f"bytes */{len(body)}")
    else:
        whole(call, body)


def wrong_part(call: Call, body: bytes) -> None:
    if call.start is None:
        whole(call, body)
        return
    call.reply(body[10:], "206 Partial Content", ETag='"v1"', Content_Range=f"bytes 10-{len(body) - 1}/{len(body)}")


def no_content_range(call: Call, body: bytes) -> None:
    if call.start is None:
        whole(call, body)
        return
    call.reply(body[call.start :], "206 Partial Content", ETag='"v1"')


def other_total(call: Call, body: bytes) -> None:
    if call.start is None:
        whole(call, body)
        return
    part = f"bytes {call.start}-{len(body) + 99}/{len(body) + 100}"
    call.reply(body[call.start :] + bytes(100), "206 Partial Content", ETag='"v1"', Content_Range=part)


def busy_once(call: Call, body: bytes) -> None:
    if call.number == 1:
        call.reply(b"", "503 Service Unavailable", Retry_After="0")
    else:
        wrong_part(call, body) if call.start is None else cut_then_range(body)(call)


@pytest.mark.parametrize("after", [whole, refuse_range, wrong_part, no_content_range, other_total, busy_once])
def test_after_a_cut_only_the_right_rest_is_taken(tmp_path: Path, sound: bytes, after: Callable[..., None]) -> None:
    """No ranges, 416, a wrong part, a part without its place, another total, a pause: the bytes are right."""
    assert fetched(cut_then(after, sound), tmp_path) == sound


def test_a_file_that_changes_midway_is_never_glued(tmp_path: Path, sound: bytes, other: bytes) -> None:
    """If-Range makes an honest server send the new file, and that is what is kept."""
    assert fetched(cut_then(lambda call, _: call.reply(other, ETag='"v2"'), sound), tmp_path) == other


def test_a_server_that_ignores_if_range_is_found_out(tmp_path: Path, sound: bytes, other: bytes) -> None:
    """A 206 with another ETag is another file."""

    def continue_with_other(call: Call, body: bytes) -> None:
        if call.start is None:
            call.reply(other, ETag='"v2"')
            return
        part = f"bytes {call.start}-{len(other) - 1}/{len(other)}"
        call.reply(other[call.start :], "206 Partial Content", ETag='"v2"', Content_Range=part)

    assert fetched(cut_then(continue_with_other, sound), tmp_path) == other


def test_a_206_without_a_validator_is_not_trusted(tmp_path: Path, sound: bytes, other: bytes) -> None:
    """Nothing says that these are bytes of the same file."""

    def continue_bare(call: Call, body: bytes) -> None:
        if call.start is None:
            call.reply(other)
            return
        part = f"bytes {call.start}-{len(other) - 1}/{len(other)}"
        call.reply(other[call.start :], "206 Partial Content", Content_Range=part)

    assert fetched(cut_then(continue_bare, sound), tmp_path) == other


@pytest.mark.parametrize(
    "headers",
    [
        {"ETag": 'W/"v1"'},
        {"ETag": None},
        {"ETag": None, "Last_Modified": NOW, "Date": NOW},
    ],
)
def test_without_a_strong_validator_it_starts_again(tmp_path: Path, sound: bytes, headers: dict[str, object]) -> None:
    """A weak ETag, none, or a Last-Modified of this very second do not stand for exact bytes."""
    with serving(cut_then(whole, sound, **headers)) as server:
        file = downloader().download(f"{server.url}/a.mp3", tmp_path)

    assert file.read_bytes() == sound
    assert "range" not in server.calls[1].headers


def test_an_old_last_modified_is_a_strong_validator(tmp_path: Path, sound: bytes) -> None:
    """A date well before the answer's own stands for exact bytes."""

    def script(call: Call) -> None:
        stamps = {"Last_Modified": OLD, "Date": NOW}
        if call.start is None:
            call.head("200 OK", Content_Length=len(sound), **stamps)
            call.send(sound[:5000])
        else:
            assert call.headers["if-range"] == OLD
            part = f"bytes {call.start}-{len(sound) - 1}/{len(sound)}"
            call.reply(sound[call.start :], "206 Partial Content", Content_Range=part, **stamps)

    assert fetched(script, tmp_path) == sound


def test_no_length_is_no_obstacle(tmp_path: Path, sound: bytes) -> None:
    """A body that ends with the connection is taken, because probing finds it whole."""

    def script(call: Call) -> None:
        call.head("200 OK", Content_Type="audio/mpeg")
        call.send(sound)

    assert fetched(script, tmp_path) == sound


def test_a_chunked_body(tmp_path: Path, sound: bytes) -> None:
    """Chunked transfer has its own ends."""

    def script(call: Call) -> None:
        call.head("200 OK", Transfer_Encoding="chunked")
        for start in range(0, len(sound), 7000):
            part = sound[start : start + 7000]
            call.send(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        call.send(b"0\r\n\r\n")

    assert fetched(script, tmp_path) == sound


def test_a_chunked_body_that_breaks_off_is_asked_for_again(tmp_path: Path, sound: bytes) -> None:
    """The last chunk is missing the first time."""

    def script(call: Call) -> None:
        call.head("200 OK", Transfer_Encoding="chunked")
        call.send(f"{len(sound):x}\r\n".encode() + sound + b"\r\n" + (b"0\r\n\r\n" if call.number else b""))

    assert fetched(script, tmp_path) == sound


def test_a_compressed_body_is_unpacked(tmp_path: Path, sound: bytes) -> None:
    """Some servers compress whatever they send, asked or not."""
    assert fetched(lambda call: call.reply(gzip.compress(sound), Content_Encoding="gzip"), tmp_path) == sound


def test_redirects_are_followed(tmp_path: Path, sound: bytes) -> None:
    """Trackers in front of a file are common in podcasts."""

    def script(call: Call) -> None:
        if call.path == "/real.mp3":
            call.reply(sound)
        else:
            call.reply(b"", "302 Found", Location={"/a.mp3": "/b", "/b": "real.mp3"}[call.path])

    assert fetched(script, tmp_path) == sound


def test_a_connection_that_closes_at_once_is_tried_again(tmp_path: Path, sound: bytes) -> None:
    """The second try succeeds."""
    assert fetched(lambda call: call.reply(sound) if call.number else None, tmp_path) == sound


@pytest.mark.parametrize("status", ["429 Too Many Requests", "500 Oops", "502 Bad Gateway", "503 Busy", "504 Late"])
def test_passing_trouble_passes(tmp_path: Path, sound: bytes, status: str) -> None:
    """What may be different in a moment is asked for again."""
    assert fetched(lambda call: call.reply(sound) if call.number else call.reply(b"", status), tmp_path) == sound


def test_the_name_and_type_that_the_server_gives(tmp_path: Path, sound: bytes) -> None:
    """A name with a folder in it stays in the folder, and the ending says what the content is."""
    disposition = 'attachment; filename="../../etc/Episode.wav"'
    with serving(lambda call: call.reply(sound, Content_Disposition=disposition)) as server:
        web = downloader()
        (item,) = web.info(f"{server.url}/download?id=5")
        file = web.fetch(item, tmp_path)

    assert file == tmp_path / "Episode.mp3"


def test_progress_is_reported_to_the_last_byte(tmp_path: Path, sound: bytes) -> None:
    """The last report says that all is there."""
    seen: list[Progress] = []
    with serving(files({"/a.mp3": ("audio/mpeg", sound)})) as server:
        downloader().download(f"{server.url}/a.mp3", tmp_path, report=seen.append)

    assert (seen[-1].stage, seen[-1].done, seen[-1].total) == ("download", len(sound), len(sound))


# Servers that never give the right bytes.


def always_cut(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.head("200 OK", Content_Length=len(body))
        call.send(body[:9000])

    return script


def stalls(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.head("200 OK", Content_Length=len(body))
        call.send(body[:9000])
        call.stopping.wait(5)

    return script


def drips(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.head("200 OK", Content_Length=len(body))
        call.drip(body, 0.02)

    return script


def drips_headers(body: bytes) -> Script:
    return lambda call: call.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Slow: 1\r\n" * 1000, 0.02)


def never_answers(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.stopping.wait(5)

    return script


def endless(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.head("200 OK", Content_Type="audio/mpeg")
        while not call.stopping.is_set():
            call.send(body)

    return script


def endless_headers(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.send(b"HTTP/1.1 200 OK\r\n")
        while not call.stopping.is_set():
            call.send(b"X-More: " + b"y" * 1000 + b"\r\n")

    return script


def ends_short(body: bytes) -> Script:
    """A Content-Length that is half of the truth: what comes is whole by HTTP, and cut by its own header."""
    return lambda call: call.reply(body[: len(body) // 2])


def just(body: bytes, status: str = "200 OK", **headers: object) -> Script:
    return lambda call: call.reply(body, status, **headers)


def sends(*parts: bytes) -> Script:
    return lambda call: call.send(b"".join(parts))


def redirects(location: str) -> Script:
    return just(b"", "302 Found", Location=location)


def ever_further(body: bytes) -> Script:
    return lambda call: call.reply(b"", "302 Found", Location=f"/{call.number}.mp3")


TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n12345"
PAGE_WITHOUT_LENGTH = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + PAGE * 50

#: What the server does -> its script, and words of the refusal.
REFUSALS: dict[str, tuple[Callable[[bytes], Script], str]] = {
    "always cut": (always_cut, "3 times"),
    "stalls": (stalls, "stopped sending"),
    "drips": (drips, "bytes a second"),
    "drips its headers": (drips_headers, "bytes a second"),
    "never answers": (never_answers, "stopped sending"),
    "endless": (endless, "larger than 3 MB"),
    "endless headers": (endless_headers, "no HTTP"),
    "announces too much": (lambda body: lambda call: call.head("200 OK", Content_Length=10**12), "larger than"),
    "length too small": (ends_short, "not whole"),
    "empty": (lambda body: just(b""), "sent nothing"),
    "no HTTP": (lambda body: sends(b"hello, this is no HTTP\r\n\r\n"), "no HTTP"),
    "two lengths": (lambda body: sends(TWO_LENGTHS), "no HTTP"),
    "log-in page as audio": (lambda body: just(PAGE), "a web page"),
    "page without a length": (lambda body: sends(PAGE_WITHOUT_LENGTH), "a web page"),
    "a picture": (lambda body: just(b"\x89PNG\r\n\x1a\n" + bytes(5000)), "PNG"),
    "zeros": (lambda body: just(bytes(50_000)), "zero bytes"),
    "noise": (lambda body: just(bytes(range(1, 256)) * 200), "cannot|no audio|damaged|no sound"),
    "gone": (lambda body: just(b"", "404 Not Found"), "nothing at"),
    "gone for good": (lambda body: just(b"", "410 Gone"), "nothing at"),
    "asks for a password": (lambda body: just(b"", "401 Unauthorized"), "not for everybody"),
    "forbids": (lambda body: just(b"", "403 Forbidden"), "not for everybody"),
    "always busy": (lambda body: just(b"", "503 Service Unavailable"), "503"),
    "always 416": (lambda body: just(b"", "416 Range Not Satisfiable"), "416"),
    "a part unasked": (lambda body: just(body[50:], "206 Partial Content", Content_Range="bytes 50-99/100"), "206"),
    "no content": (lambda body: lambda call: call.head("204 No Content"), "204"),
    "to file:": (lambda body: redirects("file:///etc/passwd"), "no web address"),
    "to ftp:": (lambda body: redirects("ftp://example.org/a.mp3"), "no web address"),
    "in a circle": (lambda body: redirects("/a.mp3"), "in a circle"),
    "ever further": (ever_further, "more than 5"),
    "to a private address": (lambda body: redirects("http://10.0.0.8/a.mp3"), "private address"),
    "to this machine by number": (lambda body: redirects("http://2130706434/a.mp3"), "private address"),
    "to a private address in IPv6": (lambda body: redirects("http://[::ffff:10.0.0.1]/a.mp3"), "private address"),
    "to nonsense": (lambda body: redirects("http://[nonsense"), "nonsense|web address"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_server_that_never_gives_the_file(tmp_path: Path, sound: bytes, name: str) -> None:
    """A clean refusal with the reason, bounded in time, and nothing left behind."""
    make, reason = REFUSALS[name]

    error = refused(make(sound), tmp_path)

    assert [True for word in reason.split("|") if word in error.message], error.message


def test_an_address_with_a_long_name_in_letters_of_three_bytes(tmp_path: Path, sound: bytes) -> None:
    """Disks count bytes, not letters."""
    assert fetched(just(sound), tmp_path, path="/" + "%E4%B8%AD" * 90 + ".mp3") == sound


def test_the_next_step_names_the_file_as_the_user_knows_it(tmp_path: Path) -> None:
    """Not as it was called while it came in."""
    tag = b"ID3\x04\0\0" + bytes([0, 18, 39, 96]) + bytes(300_000)

    assert refused(just(tag + b"%PDF-1.7\n" + bytes(50_000)), tmp_path).hint == "check where a.mp3 came from"


def test_another_port_of_an_allowed_host(tmp_path: Path, sound: bytes) -> None:
    """An allowance for one port is none for the others."""
    with serving(files({"/a.mp3": ("audio/mpeg", sound)})) as inner:
        redirect = just(b"", "302 Found", Location=f"{inner.url}/a.mp3")
        with serving(redirect) as outer, pytest.raises(SourceError, match="private address") as caught:
            WebFiles(allow_hosts=[f"127.0.0.1:{outer.port}"], limits=QUICK).download(f"{outer.url}/a.mp3", tmp_path)

    assert 'allow_hosts = ["127.0.0.1"]' in caught.value.hint


def test_a_host_that_cannot_be_found(tmp_path: Path) -> None:
    """The message names the host."""
    with pytest.raises(SourceError, match=r"host nobody\.invalid cannot be found"):
        downloader().download("https://nobody.invalid/a.mp3", tmp_path)


def test_a_port_where_nobody_listens(tmp_path: Path) -> None:
    """The message says that there is no connection."""
    with pytest.raises(SourceError, match="no connection to the server"):
        downloader().download("http://127.0.0.1:9/a.mp3", tmp_path)


def test_a_password_in_the_address_is_used_and_never_shown(tmp_path: Path, sound: bytes) -> None:
    """It is sent to the server and is in no item, file name or message."""

    def script(call: Call) -> None:
        if call.headers.get("authorization") == "Basic bWU6c2VjcmV0":
            call.reply(sound)
        else:
            call.reply(b"", "401 Unauthorized")

    with serving(script) as server:
        web = downloader()
        (item,) = web.info(f"http://me:secret@127.0.0.1:{server.port}/a.mp3")
        file = web.fetch(item, tmp_path)

    assert file.read_bytes() == sound
    assert "secret" not in repr(item)
