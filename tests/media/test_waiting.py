"""How long our downloader waits for a server that is busy."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest

from episodes.core.errors import SourceError
from episodes.media.asking import Limits, Web
from episodes.media.transfer import LONGEST_WAIT, Transfer, retry_after
from media.servers import serving


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [
        ("7", 7, 7),
        ("99999", LONGEST_WAIT, LONGEST_WAIT),
        ("9" * 4000, LONGEST_WAIT, LONGEST_WAIT),
        (timedelta(days=1), LONGEST_WAIT, LONGEST_WAIT),
        (timedelta(days=-1), 0, 0),
        ("Wed, 99 Foo 2015 77:28:00 GMT", 0, 0),
        ("-5 soon", 0, 0),
        ("", 0, 0),
    ],
)
def test_a_server_says_how_long_to_wait(said: str | timedelta, least: float, most: float) -> None:
    """In seconds or as a date, and never longer than our patience."""
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
