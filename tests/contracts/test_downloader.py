"""What every downloader promises, asked of local files, web addresses, pages and the chooser."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from episodes.core.errors import EpisodesError
from episodes.core.media import Source
from episodes.media.downloads import Downloads
from episodes.media.probe import probe
from media.making import make_media
from media.servers import Call, files, serving


@dataclass(frozen=True)
class Case:
    downloader: Any
    url: str
    missing: str
    sound: bytes


def local(folder: Path, sound: Path, address: str) -> tuple[Any, str, str]:
    return Downloads().local, str(sound), str(folder / "none.mp3")


def web(folder: Path, sound: Path, address: str) -> tuple[Any, str, str]:
    return Downloads(allow_hosts=["127.0.0.1"]).web, f"{address}/a.mp3", f"{address}/none.mp3"


def sites(folder: Path, sound: Path, address: str) -> tuple[Any, str, str]:
    return Downloads(allow_hosts=["127.0.0.1"]).sites, f"{address}/page.html", f"{address}/none.html"


def chooser(folder: Path, sound: Path, address: str) -> tuple[Any, str, str]:
    return Downloads(allow_hosts=["127.0.0.1"]), f"{address}/a.mp3", f"{address}/none.mp3"


@pytest.fixture(params=[local, web, sites, chooser], ids=lambda make: make.__name__)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    make: Callable[..., tuple[Any, str, str]] = request.param
    sound = make_media(tmp_path / "a.mp3")
    page = b"<!DOCTYPE html><html><title>T</title><body><audio src='a.mp3'></audio></body></html>"
    with serving(files({"/a.mp3": ("audio/mpeg", sound.read_bytes()), "/page.html": ("text/html", page)})) as server:
        yield Case(*make(tmp_path, sound, server.url), sound=sound.read_bytes())


def test_it_handles_its_own(case: Case) -> None:
    """And says so without asking anybody."""
    assert case.downloader.handles(case.url)


def test_info_gives_an_identity_that_stays(case: Case) -> None:
    """Asked twice, the same (provider, key)."""
    first, second = case.downloader.info(case.url), case.downloader.info(case.url)

    assert len(first) == 1
    assert first[0].source == second[0].source
    assert first[0].source.provider
    assert first[0].source.key
    assert isinstance(first[0].source, Source)
    assert first[0].title


def test_fetch_brings_the_very_bytes(case: Case, tmp_path: Path) -> None:
    """As one finished file, and nothing else in the work folder."""
    work = tmp_path / "work"
    work.mkdir()
    file = case.downloader.fetch(case.downloader.info(case.url)[0], work)

    assert file.read_bytes() == case.sound
    assert probe(file).mime_type == "audio/mpeg"
    assert [other.name for other in work.iterdir() if other != file] == []


def test_what_is_not_there_is_refused(case: Case) -> None:
    """With an error of ours and a hint."""
    with pytest.raises(EpisodesError) as caught:
        case.downloader.info(case.missing)
    assert caught.value.hint


FETCHER = """
import sys
from pathlib import Path
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.media.downloads import Downloads

item = Item(source=Source(provider="web", key=sys.argv[1], url=sys.argv[1]))
Downloads(allow_hosts=["127.0.0.1"]).fetch(item, Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot kill so")
def test_a_kill_leaves_no_finished_looking_file(tmp_path: Path) -> None:
    """Only a hidden part is left in the work folder, which is cleared at the next run."""
    sound = make_media(tmp_path / "a.mp3", 20.0).read_bytes()
    work = tmp_path / "work"
    work.mkdir()

    def slow(call: Call) -> None:
        call.head("200 OK", Content_Length=len(sound), Content_Type="audio/mpeg")
        for start in range(0, len(sound), 1000):
            if call.stopping.wait(0.01):
                return
            call.send(sound[start : start + 1000])

    with serving(slow) as server:
        process = subprocess.Popen([sys.executable, "-c", FETCHER, f"{server.url}/a.mp3", str(work)])
        try:
            while not any(part.stat().st_size for part in work.iterdir()) and process.poll() is None:
                time.sleep(0.005)
        finally:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()

    assert process.returncode == -signal.SIGKILL
    assert [file.name.startswith(".") and file.suffix == ".part" for file in work.iterdir()] == [True]
