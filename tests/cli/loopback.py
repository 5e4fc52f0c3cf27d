"""A small web site on loopback with the same talks as audio and as video, for the tests of sources."""

from __future__ import annotations

import fractions
import functools
import http.server
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import numpy as np

from serving import running

RATE = 16000


@functools.cache
def babble(seed: int, seconds: float) -> np.ndarray:
    """Noise that comes and goes like syllables, other for each seed."""
    rng = np.random.default_rng(seed)
    count = int(seconds * RATE)
    sound = np.zeros(count, np.float32)
    at = 0
    while at < count:
        length = int(rng.uniform(0.08, 0.4) * RATE)
        time = np.arange(min(length, count - at)) / RATE
        tone = sum(np.sin(2 * np.pi * rng.uniform(150, 3000) * time) for _ in range(4))
        sound[at : at + len(time)] = tone * np.hanning(len(time)) * rng.uniform(0.2, 1)
        at += length + int(rng.uniform(0.02, 0.5) * RATE)
    sound = (sound * 5000).astype(np.int16)
    sound.flags.writeable = False  # others get the same
    return sound


def quiet(seconds: float) -> np.ndarray:
    return np.random.default_rng(99).normal(0, 200, int(seconds * RATE)).astype(np.int16)


def write_media(file: Path, sound: np.ndarray, *, video: bool = False) -> Path:
    """Encode sound as MP3, or with a picture as MP4; what was encoded before is only written again."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_encoded(sound.tobytes(), file.suffix.removeprefix("."), video=video))
    return file


@functools.cache
def _encoded(samples: bytes, form: str, *, video: bool) -> bytes:
    sound, file = np.frombuffer(samples, np.int16), io.BytesIO()
    with av.open(file, "w", format=form) as container:
        picture = container.add_stream("mpeg4", rate=5) if video else None
        quickly = {"aac_coder": "fast"} if video else {"compression_level": "9"}
        stream = container.add_stream("aac" if video else "libmp3lame", rate=RATE, options=quickly)
        stream.layout, stream.bit_rate = "mono", 48000
        if picture is not None:
            picture.width, picture.height, picture.pix_fmt = 160, 96, "yuv420p"
            for number in range(int(len(sound) / RATE * 5)):
                frame = av.VideoFrame.from_ndarray(np.full((96, 160, 3), number % 255, np.uint8), format="rgb24")
                frame.pts = number
                container.mux(picture.encode(frame))
            container.mux(picture.encode(None))
        resampler = av.AudioResampler(format=stream.codec_context.format.name, layout="mono", rate=RATE)
        for place in range(0, len(sound), 1024):
            frame = av.AudioFrame.from_ndarray(sound[place : place + 1024].reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = RATE, place, fractions.Fraction(1, RATE)
            for part in resampler.resample(frame):
                container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return file.getvalue()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Clients that only look at the beginning of a file hang up."""


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody wants to read it."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of loopback and lend its address."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Silent, directory=str(folder)))
    with running(server):
        yield f"http://127.0.0.1:{server.server_port}"


def audio_page(entries: list[tuple[str, str]]) -> str:
    parts = [f"<article><h2>{title}</h2><audio src='{source}'></audio></article>" for source, title in entries]
    return f"<html><title>Talks</title><body><h1>Talks</h1>{''.join(parts)}</body></html>"


def video_page(entries: list[tuple[str, str]]) -> str:
    parts = [
        f"<div><h3>{title}</h3><video><source src='{source}' type='video/mp4'></video></div>"
        for source, title in entries
    ]
    return f"<html><title>Films</title><body>{''.join(parts)}</body></html>"
