"""Our downloader against bodies that are packed, mislabelled or endless, and against stranger answers still."""

from __future__ import annotations

import gzip
import socket
import struct
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from episodes.core.errors import MediaError, SourceError
from episodes.media.asking import Limits
from episodes.media.documents import WebDocuments
from episodes.media.web import WebFiles
from media.making import PAGE, make_media
from media.servers import Call, Script, serving

QUICK = Limits(
    max_bytes=3_000_000,
    max_seconds=4,
    answer_seconds=1.0,
    stall_seconds=0.6,
    slow_seconds=0.5,
    min_rate=5_000,
    redirects=5,
    attempts=3,
    pause=0.01,
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_media(tmp_path_factory.mktemp("a") / "a.mp3", 6.0).read_bytes()


def deflated(data: bytes, *, bare: bool) -> bytes:
    packer = zlib.compressobj(wbits=-15 if bare else 15)
    return packer.compress(data) + packer.flush()


def reset(call: Call) -> None:
    """Hang up as a machine does that was switched off."""
    call.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    call.connection.close()


def reply(body: bytes, status: str = "200 OK", **headers: object) -> Script:
    return lambda call: call.reply(body, status, **headers)


def first(trouble: Callable[[Call], None]) -> Callable[[bytes], Script]:
    """Trouble at the first request, and the file at the next."""

    def make(body: bytes) -> Script:
        return lambda call: call.reply(body, ETag='"v1"') if call.number else trouble(call)

    return make


def chunked_with_length(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.head("200 OK", Transfer_Encoding="chunked", Content_Length=7)
        call.send(f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n")

    return script


def longer_part(body: bytes) -> Script:
    """The rest comes with more bytes than its Content-Range says; asked anew, the file comes whole."""

    def script(call: Call) -> None:
        if call.number == 0:
            call.head("200 OK", Content_Length=len(body), ETag='"v1"')
            call.send(body[:9000])
        elif call.number == 1:
            part = f"bytes 9000-{len(body) - 1}/{len(body)}"
            call.reply(body[9000:] + bytes(500), "206 Partial Content", ETag='"v1"', Content_Range=part)
        elif call.start is not None:
            call.reply(b"", "416 Range Not Satisfiable")
        else:
            call.reply(body)

    return script


def to(location: str | bytes) -> Callable[[bytes], Script]:
    """A redirect to an address that gives the file."""

    def make(body: bytes) -> Script:
        def script(call: Call) -> None:
            if call.path == "/a.mp3":
                place = location if isinstance(location, bytes) else location.encode()
                place = place.replace(b"PORT", str(call.connection.getsockname()[1]).encode())
                call.send(b"HTTP/1.1 302 Found\r\nLocation: " + place + b"\r\nContent-Length: 0\r\n\r\n")
            else:
                call.reply(body)

        return script

    return make


def wants_cookie(body: bytes) -> Script:
    def script(call: Call) -> None:
        if "seen=1" in call.headers.get("cookie", ""):
            call.reply(body)
        else:
            call.reply(b"", "302 Found", Location="/a.mp3", Set_Cookie="seen=1; Path=/")

    return script


def raw(head: bytes) -> Callable[[bytes], Script]:
    return lambda body: lambda call: call.send(head.replace(b"LENGTH", str(len(body)).encode()) + body)


OK = b"HTTP/1.1 200 OK\r\nContent-Length: LENGTH\r\n\r\n"

#: What the server does; the right bytes come all the same.
TAKEN: dict[str, Callable[[bytes], Script]] = {
    "says gzip, sends plain": lambda body: reply(body, Content_Encoding="gzip"),
    "deflate": lambda body: reply(deflated(body, bare=False), Content_Encoding="deflate"),
    "bare deflate": lambda body: reply(deflated(body, bare=True), Content_Encoding="deflate"),
    "gzip in two parts": lambda body: reply(
        gzip.compress(body[:5000]) + gzip.compress(body[5000:]), Content_Encoding="gzip"
    ),
    "gzip with padding": lambda body: reply(gzip.compress(body) + bytes(700), Content_Encoding="x-gzip"),
    "encoding that means nothing": lambda body: reply(body, Content_Encoding="aws-chunked"),
    "encoding of text": lambda body: reply(body, Content_Encoding="UTF-8"),
    "chunks and a length": chunked_with_length,
    "a part that is all": lambda body: reply(
        body, "206 Partial Content", Content_Range=f"bytes 0-{len(body) - 1}/{len(body)}"
    ),
    "HTTP/1.0": raw(b"HTTP/1.0 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n"),
    "goes on behind its length": lambda body: lambda call: raw(OK)(body)(call) or call.send(b"HTTP/1.1 500 No\r\n\r\n"),
    "early hints": raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + OK),
    "headers of odd case": raw(b"HTTP/1.1 200 OK\r\ncOnTeNt-LeNgTh:LENGTH   \r\nX-Empty:\r\n\r\n"),
    "sound as a web page": lambda body: reply(body, Content_Type="text/html; charset=utf-8"),
    "no reason": raw(OK.replace(b" OK", b"")),
    "reset at first": first(reset),
    "wait until a date": first(
        lambda call: call.reply(b"", "429 Too Many", Retry_After="Wed, 21 Oct 2015 07:28:00 GMT")
    ),
    "wait no time": first(lambda call: call.reply(b"", "429 Too Many", Retry_After="0")),
    "nonsense to wait": first(lambda call: call.reply(b"", "503 Busy", Retry_After="-5 soon")),
    "a page of an error at first": first(lambda call: call.reply(PAGE, "500 Oops", Content_Type="text/html")),
    "a longer part": longer_part,
    "to letters that are not ASCII": to("/große.mp3"),
    "to letters in Latin-1": to("/gro\xdfe.mp3".encode("latin-1")),
    "to spaces": to("/a b c.mp3"),
    "to the same host without scheme": to("//127.0.0.1:PORT/b.mp3"),
    "to two slashes": to("/x//b.mp3"),
    "to dots": to("../../b.mp3"),
    "to a query": to("?token=1"),
    "to itself with a cookie": wants_cookie,
}


@pytest.mark.parametrize("name", TAKEN)
def test_the_right_bytes_come(tmp_path: Path, sound: bytes, name: str) -> None:
    """To the last one, however oddly they are sent."""
    with serving(TAKEN[name](sound)) as server:
        file = WebFiles(allow_hosts=[f"127.0.0.1:{server.port}"], limits=QUICK).download(
            f"{server.url}/a.mp3", tmp_path
        )

    assert file.read_bytes() == sound


def endless_continues(body: bytes) -> Script:
    def script(call: Call) -> None:
        while not call.stopping.is_set():
            call.send(b"HTTP/1.1 100 Continue\r\n\r\n")

    return script


def radio(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.head("200 OK", Content_Type="audio/mpeg", icy_name="Radio", icy_br=128)
        while not call.stopping.is_set():
            call.send(body)

    return script


def drips_chunks(body: bytes) -> Script:
    def script(call: Call) -> None:
        call.head("200 OK", Transfer_Encoding="chunked")
        call.drip(b"".join(b"1\r\n" + bytes([byte]) + b"\r\n" for byte in body), 0.01)

    return script


def bomb() -> bytes:
    return gzip.compress(bytes(60_000_000))


JSON = b'{"error": {"code": 403, "message": "expired"}}'

#: What the server does, and words of the refusal.
REFUSED: dict[str, tuple[Callable[[bytes], Script], str]] = {
    "a bomb": (lambda body: reply(bomb(), Content_Encoding="gzip"), "larger than 3 MB|zero bytes"),
    "a bomb in a bomb": (lambda body: reply(gzip.compress(bomb()), Content_Encoding="gzip, gzip"), "gzip, gzip"),
    "packed as nobody asked": (lambda body: reply(body, Content_Encoding="br"), "packed as br"),
    "cut within gzip": (lambda body: reply(gzip.compress(body)[:-3000], Content_Encoding="gzip"), "cut off"),
    "damaged gzip": (
        lambda body: reply(gzip.compress(body)[:500] + b"\xff" * 900, Content_Encoding="gzip"), "damaged|cut off"
    ),
    "an error in JSON": (lambda body: reply(JSON), "JSON text"),
    "an error in XML": (lambda body: reply(b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"), "XML"),
    "an error in words": (lambda body: reply(b"Internal error. Please try again later.\n" * 40), "plain text"),
    "a playlist": (lambda body: reply(b"#EXTM3U\nhttp://127.0.0.1:9/a.mp3\n"), "playlist"),
    "a PDF": (lambda body: reply(b"%PDF-1.7\n" + bytes(3000)), "PDF"),
    "no chunks": (lambda body: lambda call: call.send(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), "sent nothing"),
    "chunks without sizes": (lambda body: lambda call: call.send(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n" + body), "no HTTP"),
    "a length below zero": (lambda body: lambda call: call.send(
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + body), "no HTTP"),
    "ever resets": (lambda body: reset, "connection"),
    "talks TLS": (lambda body: lambda call: call.send(b"\x15\x03\x01\x00\x02\x02\x28"), "no HTTP"),
    "radio": (radio, "radio stream"),
    "drips chunks": (drips_chunks, "bytes a second|took longer|stopped sending"),
    "continues without end": (endless_continues, "no whole answer|no HTTP"),
    "one huge header": (lambda body: lambda call: call.send(
        b"HTTP/1.1 200 OK\r\nX-Big: " + b"y" * 300_000 + b"\r\n\r\n"), "no HTTP"),
    "leads nowhere": (lambda body: reply(b"", "302 Found"), "HTTP 302"),
    "nothing changed": (lambda body: lambda call: call.head("304 Not Modified"), "HTTP 304"),
    "to data:": (lambda body: reply(b"", "302 Found", Location="data:audio/mpeg;base64,AAAA"), "no web address"),
    "to javascript:": (lambda body: reply(b"", "302 Found", Location="javascript:alert(1)"), "no web address"),
    "to the machine's own data": (
        lambda body: reply(b"", "301 Moved", Location="http://169.254.169.254/latest/meta-data"), "private address"),
    "to this machine": (lambda body: reply(b"", "308 Moved", Location="http://0.0.0.0:9/a.mp3"), "private address"),
    "to this machine in IPv6": (lambda body: reply(b"", "307 Moved", Location="http://[::1]:9/"), "private address"),
    "to localhost": (lambda body: reply(b"", "303 See", Location="http://localhost:9/"), "private address"),
    "to octal": (lambda body: reply(b"", "302 Found", Location="http://0177.0.0.1:9/"), "nonsense|private address"),
    "payment wanted": (lambda body: reply(b"", "402 Payment Required"), "not for everybody"),
    "for legal reasons": (lambda body: reply(b"", "451 Unavailable"), "legal reasons"),
    "a teapot": (lambda body: reply(b"", "418 I'm a teapot"), "418"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_clean_refusal(tmp_path: Path, sound: bytes, name: str) -> None:
    """With the reason and a hint, nothing left behind, in bounded time and memory."""
    make, reason = REFUSED[name]
    script = make(sound)
    tracemalloc.start()
    began = time.monotonic()
    try:
        with serving(script) as server, pytest.raises((SourceError, MediaError)) as caught:
            WebFiles(allow_hosts=[f"127.0.0.1:{server.port}"], limits=QUICK).download(f"{server.url}/a.mp3", tmp_path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert any(words in caught.value.message for words in reason.split("|")), caught.value.message
    assert caught.value.hint
    assert list(tmp_path.iterdir()) == []
    assert time.monotonic() - began < 30
    assert peak < 60_000_000


def test_an_address_that_is_only_looked_at_is_bounded_too(sound: bytes) -> None:
    """Looking at what is there unpacks no bombs and records no radio."""
    for script in (reply(bomb(), Content_Encoding="gzip"), radio(sound)):
        with serving(script) as server:
            assert len(WebFiles(allow_hosts=["127.0.0.1"], limits=QUICK).info(f"{server.url}/a.mp3")) == 1


@pytest.mark.parametrize("packed", [True, False])
def test_a_feed_that_is_packed_or_only_says_so(packed: bool) -> None:
    """A wrong header is no reason to lose a feed."""
    feed = b"<rss version='2.0'><channel><title>T</title></channel></rss>"
    with serving(reply(gzip.compress(feed) if packed else feed, Content_Encoding="gzip")) as server:
        assert WebDocuments(allow_hosts=["127.0.0.1"]).read(f"{server.url}/feed").data == feed


def test_a_page_that_drips_is_given_up_once_and_for_all() -> None:
    """Each byte comes in time; a server that is so slow is not asked a second time."""
    asked: list[Call] = []

    def drips(call: Call) -> None:
        asked.append(call)
        call.head("200 OK", Content_Length=100_000)
        call.drip(bytes(100_000), 0.02)

    with serving(drips) as server:
        documents = WebDocuments(allow_hosts=["127.0.0.1"], limits=QUICK)
        with pytest.raises(SourceError, match=r"sends only \d+ bytes a second"):
            documents.read(f"{server.url}/page")

    assert len(asked) == 1


def test_a_connection_that_is_cut_while_a_file_is_looked_at_is_no_end(tmp_path: Path, sound: bytes):
    """What came before tells what the file is; fetching it asks for the rest."""

    def script(call: Call) -> None:
        if call.number:
            call.reply(sound)
        else:
            call.head("200 OK", Content_Length=len(sound), Content_Type="audio/mpeg")
            call.send(sound[: len(sound) // 2])

    with serving(script) as server:
        files = WebFiles(allow_hosts=[f"127.0.0.1:{server.port}"], limits=QUICK)
        (item,) = files.info(f"{server.url}/a.mp3")

        assert files.fetch(item, tmp_path).read_bytes() == sound
