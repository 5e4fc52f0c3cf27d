"""The preview server: what players, podcast apps and browsers ask of it, through a real socket."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from episodes.core.errors import UsageError
from episodes.web.serve import PreviewServer, serve

PUBLIC = "https://shows.example.org/pods"
FEED = f'<?xml version="1.0"?><rss><link>{PUBLIC}/quick-take/</link><x>https://shows.example.org/podsong</x></rss>'
MEDIA = bytes(range(256)) * 40


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "feeds"
    files = {
        "index.html": "<p>home</p>",
        "404.html": f"<a href='{PUBLIC}/'>home</a>",
        "quick-take/index.html": f"<a href='{PUBLIC}/quick-take/feed.xml'>feed</a>",
        "quick-take/feed.xml": FEED,
        "quick-take/1/transcript.vtt": "WEBVTT\n",
        "quick-take/1/transcript.srt": "",
        "quick-take/1/chapters.json": "{}",
        "quick-take/1/oembed.json": "{}",
        "quick-take/.built": "hidden",
        "quick-take/media/a.mp3.part": "unfinished",
    }
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (root / "quick-take/media/a.mp3").write_bytes(MEDIA)
    (root / "quick-take/media/a.m4a").write_bytes(MEDIA)
    (tmp_path / "secret.txt").write_text("secret")
    return root


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def server(root: Path, log: list[str]) -> Iterator[PreviewServer]:
    server = serve(root, port=0, base_url=PUBLIC, log=log.append)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join(timeout=5)


def ask(server: PreviewServer, path: str, *, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=5)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/quick-take/feed.xml", "application/rss+xml; charset=utf-8"),
        ("/quick-take/1/transcript.vtt", "text/vtt; charset=utf-8"),
        ("/quick-take/1/transcript.srt", "application/x-subrip; charset=utf-8"),
        ("/quick-take/1/chapters.json", "application/json+chapters"),
        ("/quick-take/1/oembed.json", "application/json"),
        ("/quick-take/media/a.mp3", "audio/mpeg"),
        ("/quick-take/media/a.m4a", "audio/x-m4a"),
    ],
)
def test_types_are_exact(server, path, kind):
    """The same for HEAD, which sends no body but its length."""
    got, body = ask(server, path)
    head, nothing = ask(server, path, method="HEAD")

    assert (got.status, got.headers["Content-Type"]) == (200, kind)
    assert int(got.headers["Content-Length"]) == len(body)
    assert (head.headers["Content-Length"], head.headers["ETag"]) == (
        got.headers["Content-Length"],
        got.headers["ETag"],
    )
    assert nothing == b""


def test_a_part_of_a_file(server):
    """As players seek."""
    response, body = ask(server, "/quick-take/media/a.mp3", Range="bytes=100-199")

    assert response.status == 206
    assert response.headers["Content-Range"] == f"bytes 100-199/{len(MEDIA)}"
    assert body == MEDIA[100:200]


def test_several_parts_of_a_file(server):
    """Each with its own head, and the length right."""
    response, body = ask(server, "/quick-take/media/a.mp3", Range="bytes=0-9,-10")

    assert response.status == 206
    assert response.headers["Content-Type"].startswith("multipart/byteranges; boundary=")
    assert int(response.headers["Content-Length"]) == len(body)
    assert body.count(b"Content-Range: bytes ") == 2
    assert MEDIA[:10] in body
    assert MEDIA[-10:] in body


def test_a_part_beyond_the_end_is_refused(server):
    """With the true size."""
    response, body = ask(server, "/quick-take/media/a.mp3", Range="bytes=999999-")

    assert (response.status, response.headers["Content-Range"], body) == (416, f"bytes */{len(MEDIA)}", b"")


@pytest.mark.parametrize("path", ["/quick-take/media/a.mp3", "/quick-take/feed.xml"])
def test_an_unchanged_file_is_not_sent_again(server, path):
    """By its tag, also a weak one, or by its date where no tag is sent."""
    first, _ = ask(server, path)
    tag, date = first.headers["ETag"], first.headers["Last-Modified"]

    assert ask(server, path, If_None_Match=tag)[0].status == 304
    assert ask(server, path, If_None_Match=f'"x", W/{tag}')[0].status == 304
    assert ask(server, path, If_None_Match='"x"', If_Modified_Since=date)[0].status == 200
    assert ask(server, path, If_Modified_Since=date)[0].status == 304
    assert ask(server, path, If_Modified_Since="yesterday")[0].status == 200


def test_a_part_of_a_file_that_changed_is_the_whole_new_one(server, root):
    """A player must not put halves of two files together."""
    tag = ask(server, "/quick-take/media/a.mp3")[0].headers["ETag"]
    assert ask(server, "/quick-take/media/a.mp3", Range="bytes=0-9", If_Range=tag)[0].status == 206
    (root / "quick-take/media/a.mp3").write_bytes(MEDIA[::-1] + b"!")

    response, body = ask(server, "/quick-take/media/a.mp3", Range="bytes=0-9", If_Range=tag)

    assert (response.status, len(body)) == (200, len(MEDIA) + 1)


def test_the_public_address_becomes_the_one_that_was_asked(server):
    """So that the feed's media can be had; other addresses that begin alike stay."""
    _, body = ask(server, "/quick-take/feed.xml", Host="127.0.0.1:9999")

    assert b"<link>http://127.0.0.1:9999/quick-take/</link>" in body
    assert b"<x>https://shows.example.org/podsong</x>" in body


def test_a_strange_host_is_not_written_into_pages(server):
    """The server's own address stands there instead."""
    _, body = ask(server, "/quick-take/", Host="x'><script>")

    assert b"script" not in body
    assert server.url.encode() in body


def test_the_tag_is_of_what_is_sent(server):
    """The same page under two addresses has two tags and two lengths."""
    one, _ = ask(server, "/quick-take/feed.xml", Host="127.0.0.1:1")
    two, _ = ask(server, "/quick-take/feed.xml", Host="a-longer-name.example:80")

    assert one.headers["ETag"] != two.headers["ETag"]
    assert one.headers["Content-Length"] != two.headers["Content-Length"]


def test_texts_are_packed_for_those_who_unpack(server, root):
    """Media never are, nor a part of a text; the packed form has a tag of its own."""
    (root / "quick-take/feed.xml").write_text(FEED + "<!-- long -->" * 500)
    plain, body = ask(server, "/quick-take/feed.xml", Host="h:1")
    packed, fewer = ask(server, "/quick-take/feed.xml", Host="h:1", Accept_Encoding="deflate, gzip;q=0.8")

    assert (packed.headers["Content-Encoding"], gzip.decompress(fewer)) == ("gzip", body)
    assert int(packed.headers["Content-Length"]) == len(fewer) < len(body) / 5
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert ask(server, "/quick-take/feed.xml", Accept_Encoding="gzip;q=0")[0].headers["Content-Encoding"] is None
    assert ask(server, "/quick-take/media/a.mp3", Accept_Encoding="gzip")[1] == MEDIA
    assert ask(server, "/quick-take/feed.xml", Accept_Encoding="gzip", Range="bytes=0-4")[1] == b"<?xml"


def test_a_folder_is_called_with_a_slash(server):
    """Else its relative links would lead elsewhere."""
    response, _ = ask(server, "/quick-take?x=1")

    assert (response.status, response.headers["Location"]) == (301, "/quick-take/?x=1")
    assert ask(server, "//quick-take")[0].headers["Location"] == "/quick-take/"


def test_what_is_not_there_gets_the_site_s_own_page(server):
    """With links that work from any address."""
    response, body = ask(server, "/quick-take/none/at/all", Host="h:1")

    assert response.status == 404
    assert b"<a href='http://h:1/'>home</a>" in body


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/quick-take/../../secret.txt",
        "/..%2fsecret.txt",
        "/%5c..%5csecret.txt",
        "//../secret.txt",
        "/link.txt",
        "/linked/secret.txt",
        "/quick-take/.built",
        "/quick-take/media/a.mp3.part",
        "/quick-take/media/",
        "/index.html/",
        "/%00",
        "/%ff",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_or_unfinished_is_shown(server, root, path):
    """Neither by dots nor by links, however they are written."""
    (root / "link.txt").symlink_to(root.parent / "secret.txt")
    (root / "linked").symlink_to(root.parent)

    response, body = ask(server, path)

    assert response.status == 404
    assert b"secret" not in body


def test_other_methods_are_refused(server):
    """The preview changes nothing."""
    assert ask(server, "/", method="POST")[0].status == 501


def test_requests_go_to_the_log_and_nowhere_else(server, log, capfd):
    """One line each."""
    ask(server, "/")
    ask(server, "/none")

    assert log == ["GET / 200", "GET /none 404"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("http://h:1/quick-take/1/transcript.vtt", 200),
        ("HTTPS://h", 200),
        ("http://h?a=/none", 200),
        ("http://h//x", 404),
    ],
)
def test_a_whole_address_is_answered_as_its_path(server, asked, status):
    """As clients ask that think they talk to a proxy."""
    assert ask(server, asked)[0].status == status


@pytest.mark.parametrize(
    ("line", "status"),
    [(b"GET /" + b"a" * 70_000 + b" HTTP/1.1", b"414"), (b"GET / HTTP/9.9", b"505"), (b"nothing at all", b"400")],
)
def test_what_is_no_request_gets_an_answer(server, log, line, status):
    """Not a closed connection, by which nobody learns what is wrong."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(line + b"\r\n\r\n")
        answer = b""
        while part := connection.recv(4096):
            answer += part

    assert status in answer
    assert log == [f"? {status.decode()}"]


def test_listeners_do_not_wait_for_one_another(server):
    """A connection that says nothing holds nobody up."""
    with socket.create_connection(("127.0.0.1", server.port)):
        begun = time.monotonic()
        assert ask(server, "/")[0].status == 200
        assert time.monotonic() - begun < 2


def test_a_taken_port_is_said_in_words(server, root):
    """With what to type instead."""
    with pytest.raises(UsageError, match="is taken") as raised:
        serve(root, port=server.port, base_url=PUBLIC)

    assert "--port" in raised.value.hint


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 99999), ("127.0.0.1", -1), ("no.such.host.invalid", 0)])
def test_an_impossible_address_is_said_in_words(root, host, port):
    """Not as a traceback."""
    with pytest.raises(UsageError):
        serve(root, host=host, port=port, base_url=PUBLIC)


def test_nothing_to_serve_is_said_in_words(tmp_path):
    """The folder comes with the first build."""
    with pytest.raises(UsageError, match="nothing to serve") as raised:
        serve(tmp_path / "feeds", port=0, base_url=PUBLIC)

    assert raised.value.hint == "episodes build"
