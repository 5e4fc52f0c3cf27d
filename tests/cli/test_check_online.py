"""`episodes check --online`: every address of the feed is asked, as an app would."""

from __future__ import annotations

import json
import threading

import pytest

from conftest import run_cli
from episodes.studio import Studio


@pytest.fixture
def published(workspace):
    """The workspace built for a real server on loopback, which runs."""
    with Studio.open(workspace) as studio:
        server = studio.server(host="127.0.0.1", port=0, log=lambda line: None)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        assert run_cli(workspace, "init", "--base-url", server.url.rstrip("/")) == 0
        assert run_cli(workspace, "build", "--force") == 0
        yield workspace
    finally:
        server.shutdown()
        thread.join(timeout=10)


def online(folder, capsys) -> list[dict]:
    capsys.readouterr()
    run_cli(folder, "check", "--online", "--json")
    findings = json.loads(capsys.readouterr().out)
    return [
        finding for finding in findings if finding["rule"].startswith("online") and "example" not in finding["what"]
    ]


def test_our_own_server_answers_as_apps_want_it(published, capsys):
    """HEAD, ranges, length and type are right."""
    assert online(published, capsys) == []


def test_a_missing_enclosure_is_found(published, capsys):
    for file in (published / "feeds" / "the-feed-desk" / "media").iterdir():
        file.unlink()

    found = online(published, capsys)

    assert [(one["level"], one["rule"]) for one in found] == [("error", "online-dead")]


def test_another_length_is_found(published, capsys):
    (file,) = (published / "feeds" / "the-feed-desk" / "media").iterdir()
    file.write_bytes(file.read_bytes() + b"more")

    found = online(published, capsys)

    assert [one["rule"] for one in found] == ["online-length"]
