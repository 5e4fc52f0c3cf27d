"""The remote engine against a real server on loopback that hears with a real model."""

from __future__ import annotations

import json
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import ClassVar

import pytest

from episodes.core.errors import TranscriptionError
from episodes.speech.remote import RemoteTranscriber
from episodes.speech.whisper import Whisper
from serving import running


class Handler(BaseHTTPRequestHandler):
    """Answers as OpenAI-compatible servers do, with what a Whisper model hears in the file that came."""

    asked: ClassVar[list[dict[str, str]]] = []
    whisper: Whisper | None = None
    folder = None
    status = 200

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        parts = BytesParser().parsebytes(b"Content-Type: " + self.headers["Content-Type"].encode() + b"\r\n\r\n" + body)
        fields = {}
        for part in parts.get_payload():
            name = part.get_param("name", header="content-disposition")
            fields[name] = part.get_payload(decode=True)
        type(self).asked.append({"auth": self.headers.get("Authorization", ""), "model": fields["model"].decode()})
        answer = {"error": "no such model"}
        if self.status == 200:
            file = self.folder / "came.flac"
            file.write_bytes(fields["file"])
            heard = [s for h in self.whisper.hear(file, language="en") for s in h.segments]
            segments = [{"start": s.start, "end": s.end, "text": f" {s.text}", "avg_logprob": -0.2} for s in heard]
            answer = {"language": "english", "segments": segments}
        data = json.dumps(answer).encode()
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def whisper(tiny_model):
    return Whisper(tiny_model)


@pytest.fixture
def server(tmp_path, whisper):
    handler = type("Fresh", (Handler,), {"asked": [], "whisper": whisper, "folder": tmp_path})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    with running(server):
        yield f"http://127.0.0.1:{server.server_port}/v1", handler


def test_it_hears_what_the_server_hears(server, sample):
    """Segments lie in the file, in order, with their text and language."""
    url, handler = server

    heard = list(RemoteTranscriber(url=url, model="tiny", key="secret").hear(sample))

    segments = [segment for one in heard for segment in one.segments]
    assert "haystack" in " ".join(segment.text for segment in segments)
    assert heard[-1].language == "en"
    assert abs(heard[-1].until - 91.6) < 0.5
    assert [s.start for s in segments] == sorted(s.start for s in segments)
    assert handler.asked == [{"auth": "Bearer secret", "model": "tiny"}]


def test_long_sound_goes_in_pieces_cut_where_it_is_quiet(server, sample, monkeypatch):
    """Each request ends in a pause, and no word is lost between them."""
    url, handler = server
    monkeypatch.setattr("episodes.speech.remote.LONGEST", 40.0)
    monkeypatch.setattr("episodes.speech.remote.REACH", 10.0)

    heard = list(RemoteTranscriber(url=url, model="tiny").hear(sample))

    assert len(handler.asked) == len(heard) == 3
    assert all(30 <= b.until - a.until <= 40 for a, b in pairwise(heard[:-1]))
    assert "haystack" in " ".join(s.text for one in heard for s in one.segments)


def test_it_goes_on_where_it_stopped(server, sample):
    url, _ = server

    heard = list(RemoteTranscriber(url=url, model="tiny").hear(sample, resume_at=60.0))

    assert min(segment.start for one in heard for segment in one.segments) >= 60.0


def test_what_the_server_says_is_told(server, sample):
    """The status and the server's own words, and what to check."""
    url, handler = server
    handler.status = 404

    with pytest.raises(TranscriptionError, match=r"404.*no such model"):
        list(RemoteTranscriber(url=url, model="nix").hear(sample))


def test_no_server_is_told(sample):
    with pytest.raises(TranscriptionError, match="cannot be asked"):
        list(RemoteTranscriber(url="http://127.0.0.1:9/v1", model="tiny").hear(sample))
