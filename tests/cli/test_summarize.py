"""Summaries by a language model: off by default, kept with model and prompt, in the record only when accepted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from conftest import run_cli
from episodes.core.transcript import Segment
from episodes.store.catalogue import Catalogue
from serving import running
from store.samples import a_transcript

ANSWER = {
    "summary": "Everything about  feeds.",
    "title": "Feeds",
    "chapters": [
        {"start": "0:00", "title": "Start"},
        {"start": "0:30", "title": "Feeds"},
        {"start": "9:59:00", "title": "x"},
    ],
}


class Server(ThreadingHTTPServer):
    """An OpenAI-compatible server with one answer."""

    content = f"Here you are: {json.dumps(ANSWER)}"
    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict] = []


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path, "key": self.headers.get("Authorization"), **body})
        answer = json.dumps({"choices": [{"message": {"content": self.server.content}}]}).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    with running(server):
        yield server


@pytest.fixture
def desk(tmp_path: Path, sample: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    assert run_cli(folder, "add", str(sample), "--no-transcribe") == 0
    with Catalogue.open(folder / "episodes.db") as catalogue:
        (episode,) = catalogue.list_episodes()
        spoken = (Segment(start=0, end=30, text="Welcome to Marcurius."), Segment(start=30, end=60, text="Now feeds."))
        catalogue.save_transcript(episode.guid, a_transcript(segments=spoken))
    return folder


def with_model(folder: Path, server: Server, more: str = "") -> None:
    with (folder / "episodes.toml").open("a") as file:
        url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        file.write(f'\n[summaries]\nurl = "{url}"\nmodel = "small"\nkey_env = "MY_KEY"\n{more}')


def info(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    capsys.readouterr()
    assert run_cli(folder, "info", "last", "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_nothing_is_made_up_without_a_model(desk, capsys):
    before = info(desk, capsys)

    assert run_cli(desk, "summarize", "last") == 2
    assert info(desk, capsys) == before


def test_a_proposal_changes_nothing_until_it_is_accepted(desk, server, capsys, monkeypatch):
    monkeypatch.setenv("MY_KEY", "secret")
    with_model(desk, server)
    run_cli(desk, "fix", "Marcurius", "Mercouris")
    before = info(desk, capsys)
    assert run_cli(desk, "summarize", "last") == 0
    assert run_cli(desk, "summarize", "last") == 0  # it waits; the model is not asked again
    assert info(desk, capsys) == before

    assert run_cli(desk, "summarize", "last", "--accept", "--field", "summary") == 0
    after = info(desk, capsys)

    assert after["summary"] == "Everything about feeds."
    (origin,) = [origin for origin in after["origins"] if origin["field"] == "summary"]
    assert (origin["origin"], origin["locked"]) == ("model small", True)
    assert "accepted by" in origin["reason"]
    assert len(server.asked) == 1
    assert (server.asked[0]["path"], server.asked[0]["key"]) == ("/v1/chat/completions", "Bearer secret")
    assert "Mercouris" in server.asked[0]["messages"][1]["content"]
    assert run_cli(desk, "summarize", "last", "--accept") == 1


def test_a_show_may_take_them_over_at_once_marked(desk, server, capsys):
    with_model(desk, server, "accept = true\n")
    assert run_cli(desk, "summarize", "last") == 0

    after = info(desk, capsys)

    assert after["summary"] == "Everything about feeds."
    assert "summary" in after["guessed"]


def test_a_proposal_can_be_dropped(desk, server, capsys):
    with_model(desk, server)
    run_cli(desk, "summarize", "last")

    assert run_cli(desk, "summarize", "last", "--reject") == 0
    assert run_cli(desk, "summarize", "last", "--reject") == 1


@pytest.mark.parametrize(("content", "status"), [("I cannot do that.", 200), ("", 200), ("{}", 500)])
def test_a_model_that_fails_is_told(desk, server, capsys, content, status):
    server.content, server.status = content, status
    with_model(desk, server)

    assert run_cli(desk, "summarize", "last") == 3


def test_a_server_that_is_not_there_is_told(desk, server, capsys):
    with_model(desk, server)
    server.server_close()
    server.asked.clear()

    assert run_cli(desk, "summarize", "last") == 3
