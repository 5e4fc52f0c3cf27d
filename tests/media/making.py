"""Media files made on the spot: tones in any container, a film, and files that are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np

#: Container by extension -> (muxer, audio codec, sample rate).
KINDS = {
    ".mp3": ("mp3", "libmp3lame", 44_100),
    ".m4a": ("ipod", "aac", 44_100),
    ".mp4": ("mp4", "aac", 44_100),
    ".mov": ("mov", "aac", 44_100),
    ".ogg": ("ogg", "flac", 44_100),
    ".opus": ("ogg", "libopus", 48_000),
    ".flac": ("flac", "flac", 44_100),
    ".wav": ("wav", "pcm_s16le", 22_050),
    ".aiff": ("aiff", "pcm_s16be", 22_050),
    ".webm": ("webm", "libopus", 48_000),
    ".mkv": ("matroska", "libopus", 48_000),
    ".mka": ("matroska", "flac", 44_100),
    ".aac": ("adts", "aac", 44_100),
    ".ts": ("mpegts", "aac", 44_100),
    ".avi": ("avi", "libmp3lame", 44_100),
    ".ac3": ("ac3", "ac3", 48_000),
    ".caf": ("caf", "pcm_s16le", 22_050),
    ".au": ("au", "pcm_s16be", 22_050),
    ".wma": ("asf", "wmav2", 44_100),
    ".w64": ("w64", "pcm_s16le", 22_050),
}
VIDEO_CODECS = {".webm": "libvpx", ".mkv": "mpeg4", ".avi": "mpeg4", ".ts": "mpeg2video"}


def tone(seconds: float, rate: int, channels: int = 1, *, level: float = 0.3, phase: float = 1.0) -> Any:
    """A tone that moves up, so that no two seconds are alike; `phase` -1 turns the right channel over."""
    times = np.arange(int(seconds * rate)) / rate
    wave = level * np.sin(2 * np.pi * (220 + 20 * times) * times)
    return np.stack([wave, wave * phase][:channels]).astype(np.float32)


def make_media(
    file: Path,
    seconds: float = 3.0,
    *,
    channels: int = 1,
    picture: bool = False,
    sound: bool = True,
    tracks: int = 1,
    tags: dict[str, str] | None = None,
    chapters: list[tuple[float, str]] | None = None,
    level: float = 0.3,
    phase: float = 1.0,
    options: dict[str, str] | None = None,
    bit_rate: int = 64_000,
) -> Path:
    """Write a media file whose kind follows from its name."""
    muxer, codec, rate = KINDS[file.suffix]
    with av.open(str(file), "w", format=muxer, options=options or {}) as output:
        output.metadata.update(tags or {})
        if chapters:
            output.set_chapters(raw_chapters(chapters, seconds))
        audio = [add_audio(output, codec, rate, channels, bit_rate, number) for number in range(tracks * sound)]
        film = add_picture(output, VIDEO_CODECS.get(file.suffix, "libx264")) if picture else None
        if film is not None:
            write_picture(output, film, seconds)
        for stream in audio:
            write_sound(output, stream, tone(seconds, rate, channels, level=level, phase=phase), rate, channels)
    return file


def add_audio(output: Any, codec: str, rate: int, channels: int, bit_rate: int, number: int) -> Any:
    stream = output.add_stream(codec, rate=rate, layout="mono" if channels == 1 else "stereo")
    if not codec.startswith(("pcm", "flac")):
        stream.bit_rate = bit_rate
    stream.metadata["language"] = ("eng", "deu", "fra")[number % 3]
    return stream


def add_picture(output: Any, codec: str) -> Any:
    stream = output.add_stream(codec, rate=10)
    stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
    return stream


def write_picture(output: Any, stream: Any, seconds: float) -> None:
    for number in range(int(seconds * 10)):
        shade = np.full((48, 64, 3), number * 5 % 256, dtype=np.uint8)
        output.mux(stream.encode(av.VideoFrame.from_ndarray(shade, format="rgb24").reformat(format="yuv420p")))
    output.mux(stream.encode(None))


def write_sound(output: Any, stream: Any, samples: Any, rate: int, channels: int) -> None:
    layout = "mono" if channels == 1 else "stereo"
    resampler = av.AudioResampler(
        format=stream.format.name, layout=layout, rate=rate, frame_size=stream.frame_size or 1024
    )
    for start in range(0, samples.shape[1], 4096):
        part = np.ascontiguousarray(samples[:, start : start + 4096])
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout=layout)
        frame.sample_rate, frame.pts = rate, start
        for ready in resampler.resample(frame):
            output.mux(stream.encode(ready))
    for ready in resampler.resample(None):
        output.mux(stream.encode(ready))
    output.mux(stream.encode(None))


def raw_chapters(chapters: list[tuple[float, str]], seconds: float) -> list[Any]:
    from fractions import Fraction

    ends = [start for start, _ in chapters[1:]] + [seconds]
    return [
        {
            "id": number,
            "start": round(start * 1000),
            "end": round(end * 1000),
            "time_base": Fraction(1, 1000),
            "metadata": {"title": title},
        }
        for number, ((start, title), end) in enumerate(zip(chapters, ends, strict=True))
    ]


#: A real 1x1 PNG picture.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
PAGE = b"<!DOCTYPE html>\n<html><head><title>Log in</title></head><body><form>Name <input></form></body></html>"
