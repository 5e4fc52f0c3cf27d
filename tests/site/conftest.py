"""A small site with media that play, a server for it, and a real browser; without one, these tests skip."""

from __future__ import annotations

import math
import shutil
import threading
import wave
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from episodes import site
from episodes.core import addresses
from episodes.core.publication import Publication, ShowPublication
from episodes.site.search import SiteSearch, find_program
from episodes.web.serve import serve
from web.examples import AUDIO, BASE_URL, EPISODE, VIDEO, a_publication, a_show
from web.unusual import all_shows
from web.writing import write_tree

SECONDS = 400
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
)  # fmt: skip


@dataclass(frozen=True)
class Preview:
    """The served site: its address, and the page of the full episode."""

    url: str

    @property
    def episode(self) -> str:
        return self.url + "quick-take/338-the-bridge/"


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("site")
    publish(root)
    server = serve(root, port=0, base_url=BASE_URL)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Preview(server.url)
    server.shutdown()
    thread.join(timeout=5)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        pytest.skip("there is no Chromium here; Debian's package chromium has one")
    api = pytest.importorskip("playwright.sync_api", reason="the package playwright drives the browser")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that judges whether everybody can use a page."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh window without memory; any complaint of the browser fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def publish(root: Path) -> None:
    """Write a show with a full episode, and enough older ones for several pages."""
    show = published()
    search = SiteSearch(root=root, state=root.with_name("search-state"), program=find_program())
    if search.program:
        for one in show.episodes:
            search.keep(one, show.show)
        search.index(show.show, [one.episode.slug for one in reversed(show.episodes)])
        show = replace(show, searchable=True, indexes=search.indexes(show.show.slug))
    unusual = [one for one in all_shows() if one.show.slug != show.show.slug]
    pages = [page for one in (show, *unusual) for page in site.render_show(one)]
    write_tree(root, [*site.render_home([show]), *pages, *site.assets()])
    for one in show.episodes[:1]:
        sound, moving = (root / addresses.media_file(one.episode, medium) for medium in one.episode.media)
        sound.parent.mkdir(parents=True, exist_ok=True)
        _write_sound(sound)
        _write_video(moving)
        captions = root / addresses.transcript_file(one.episode, "vtt")
        captions.write_text("WEBVTT\n\n00:10.000 --> 00:14.000\nSaid at ten.\n")
        for other in (one for show in unusual for one in show.episodes):
            _put_media(root, other, {"audio": sound, "video": moving}, captions)


def _put_media(root: Path, publication: Publication, recordings: dict[str, Path], captions: Path) -> None:
    """Let an episode have the recordings of another one."""
    for medium in publication.episode.media:
        target = root / addresses.media_file(publication.episode, medium)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            target.hardlink_to(recordings[medium.kind])
    shutil.copy(captions, root / addresses.transcript_file(publication.episode, "vtt"))


def published() -> ShowPublication:
    sound = replace(AUDIO, media_key="a.wav", mime_type="audio/wav", duration=SECONDS)
    moving = replace(VIDEO, media_key="a.webm", mime_type="video/webm", duration=SECONDS + 2, width=64, height=36)
    show = a_show(older=65)
    full = a_publication(replace(EPISODE, media=(sound, moving)))
    older = tuple(replace(one, episode=replace(one.episode, media=())) for one in show.episodes[1:])
    return replace(show, episodes=(full, *older))


def _write_sound(file: Path) -> None:
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(3000)
        second = bytes(int(128 + 20 * math.sin(place / 3)) for place in range(3000))
        sound.writeframes(second * SECONDS)


def _write_video(file: Path) -> None:
    """A grey picture a second; VP8 in WebM, which every browser plays."""
    import av
    import numpy

    with av.open(str(file), "w", format="webm") as container:
        stream = container.add_stream("libvpx", rate=1)
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        stream.codec_context.options = {"deadline": "realtime", "cpu-used": "8"}
        for second in range(SECONDS + 2):
            frame = av.VideoFrame.from_ndarray(numpy.full((36, 64, 3), second % 256, numpy.uint8), format="rgb24")
            frame.pts = second
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
