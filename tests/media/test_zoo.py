"""A zoo of media files: codecs, containers, rates, channels, cuts and oddities that are rare and real."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from episodes.core.errors import MediaError
from episodes.core.probe import Probe
from episodes.media.probe import probe
from media.making import PAGE, PNG, make_media, tone

BARE = {"write_xing": "0", "id3v2_version": "0"}


def encode(
    file: Path,
    muxer: str,
    codec: str,
    *,
    rate: int = 44_100,
    layout: str = "mono",
    seconds: float = 2.0,
    options: dict[str, str] | None = None,
    delay: float = 0.0,
) -> Path:
    """Write a tone with any codec into any container."""
    channels = len(av.AudioLayout(layout).channels)
    samples = np.repeat(tone(seconds, rate), channels, axis=0)
    with av.open(str(file), "w", format=muxer, options=options or {}) as output:
        stream: Any = output.add_stream(codec, rate=rate, layout=layout)
        resampler = av.AudioResampler(
            format=stream.format.name, layout=layout, rate=rate, frame_size=stream.frame_size or 1024
        )
        for start in range(0, samples.shape[1], 4096):
            frame = av.AudioFrame.from_ndarray(
                np.ascontiguousarray(samples[:, start : start + 4096]), format="fltp", layout=layout
            )
            frame.sample_rate, frame.pts = rate, start + int(delay * rate)
            for ready in resampler.resample(frame):
                output.mux(stream.encode(ready))
        for ready in resampler.resample(None):
            output.mux(stream.encode(ready))
        output.mux(stream.encode(None))
    return file


#: Container, codec, sample rate, layout: all of them sound.
SOUND = [
    ("mp3", "libmp3lame", 8_000, "mono"), ("mp3", "libmp3lame", 11_025, "mono"), ("mp3", "libmp3lame", 16_000, "mono"),
    ("mp3", "libmp3lame", 24_000, "stereo"), ("mp3", "libmp3lame", 48_000, "stereo"), ("mp2", "mp2", 44_100, "stereo"),
    ("wav", "pcm_u8", 8_000, "mono"), ("wav", "pcm_s24le", 96_000, "stereo"), ("wav", "pcm_s32le", 48_000, "mono"),
    ("wav", "pcm_f32le", 192_000, "mono"), ("wav", "pcm_f64le", 48_000, "mono"), ("wav", "pcm_mulaw", 8_000, "mono"),
    ("wav", "pcm_alaw", 8_000, "mono"), ("wav", "adpcm_ima_wav", 22_050, "mono"), ("wav", "adpcm_ms", 22_050, "mono"),
    ("wav", "pcm_s16le", 48_000, "5.1"), ("flac", "flac", 96_000, "stereo"), ("flac", "flac", 48_000, "5.1"),
    ("ogg", "libvorbis", 44_100, "stereo"), ("ogg", "libvorbis", 22_050, "mono"), ("ogg", "libopus", 48_000, "stereo"),
    ("ipod", "alac", 44_100, "stereo"), ("mp4", "aac", 8_000, "mono"), ("mp4", "aac", 96_000, "stereo"),
    ("mp4", "aac", 48_000, "5.1"), ("mp4", "libmp3lame", 44_100, "mono"), ("mp4", "ac3", 48_000, "stereo"),
    ("mp4", "flac", 44_100, "mono"), ("mp4", "libopus", 48_000, "mono"), ("mov", "pcm_s16be", 44_100, "mono"),
    ("matroska", "aac", 44_100, "stereo"), ("matroska", "libvorbis", 44_100, "mono"),
    ("matroska", "pcm_s16le", 44_100, "mono"), ("matroska", "libmp3lame", 44_100, "mono"),
    ("webm", "libvorbis", 44_100, "mono"), ("ac3", "ac3", 32_000, "5.1"), ("eac3", "eac3", 48_000, "stereo"),
    ("asf", "wmav1", 44_100, "mono"), ("asf", "wmav2", 22_050, "stereo"), ("aiff", "pcm_s24be", 48_000, "stereo"),
    ("caf", "alac", 44_100, "mono"), ("au", "pcm_mulaw", 8_000, "mono"), ("mpegts", "libmp3lame", 44_100, "mono"),
    ("mpegts", "ac3", 48_000, "mono"), ("flv", "aac", 44_100, "mono"), ("flv", "libmp3lame", 22_050, "mono"),
    ("nut", "libopus", 48_000, "mono"), ("wv", "wavpack", 44_100, "mono"), ("tta", "tta", 44_100, "mono"),
    ("avi", "pcm_s16le", 22_050, "mono"), ("voc", "pcm_u8", 20_000, "mono"), ("rm", "ac3", 44_100, "mono"),
]  # fmt: skip


@pytest.mark.parametrize("kind", SOUND, ids=lambda kind: "-".join(map(str, kind)))
def test_sound_of_every_kind(tmp_path: Path, kind: tuple[str, str, int, str]) -> None:
    """Taken without a word, the duration within 2 % of what is heard."""
    muxer, codec, rate, layout = kind
    try:
        file = encode(tmp_path / "a.bin", muxer, codec, rate=rate, layout=layout)
    except (av.FFmpegError, ValueError) as error:
        pytest.skip(f"this FFmpeg cannot make it: {error}")

    found = probe(file.rename(tmp_path / "a"))

    assert found.duration == pytest.approx(2.0, rel=0.02, abs=0.08)  # codecs pad
    assert found.sample_rate == rate
    assert found.channels == len(av.AudioLayout(layout).channels)
    assert not [warning for warning in found.warnings if "damaged" in warning or "cut off" in warning]


def mp3(folder: Path, seconds: float = 4.0, **options: Any) -> bytes:
    return make_media(folder / "whole.mp3", seconds, **options).read_bytes()


def picture_tag(size: int) -> bytes:
    """An ID3 tag with a cover of so many bytes."""
    body = b"\x00image/png\x00\x03\x00" + PNG + bytes(size)
    frame = b"APIC" + len(body).to_bytes(4, "big") + b"\x00\x00" + body
    length = len(frame)
    return b"ID3\x03\x00\x00" + bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0)) + frame


def with_duration(data: bytes, seconds: int) -> bytes:
    """An MP4 file whose header claims another length, in all three places."""
    out = bytearray(data)
    for name, scale_at, length_at in ((b"mvhd", 16, 20), (b"mdhd", 16, 20)):
        at = out.index(name)
        scale = int.from_bytes(out[at + scale_at : at + scale_at + 4])
        out[at + length_at : at + length_at + 4] = (seconds * scale).to_bytes(4)
    return bytes(out)


def two_tracks(file: Path, *, silent_first: bool) -> bytes:
    with av.open(str(file), "w", format="matroska") as output:
        streams: list[Any] = [output.add_stream("flac", rate=22_050, layout="mono") for _ in range(2)]
        for number, stream in enumerate(streams):
            samples = tone(4.0, 22_050, level=0.0 if silent_first and number == 0 else 0.3)
            resampler = av.AudioResampler(format=stream.format.name, layout="mono", rate=22_050, frame_size=4096)
            frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
            frame.sample_rate, frame.pts = 22_050, 0
            for ready in [*resampler.resample(frame), *resampler.resample(None)]:
                output.mux(stream.encode(ready))
            output.mux(stream.encode(None))
    return file.read_bytes()


def damaged(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + random.Random(5).randbytes(len(data) // 20) + data[middle + len(data) // 20 :]


#: Odd files, taken: how they are made, their true length, and words of a warning ("" = none is due).
ODD: dict[str, tuple[Callable[[Path], bytes], float, str]] = {
    "variable rate": (lambda f: mp3(f, 4.0, options={"q:a": "4"}), 4.0, ""),
    "no Xing header": (lambda f: mp3(f, 4.0, options=BARE), 4.0, ""),
    "two rates, no header": (lambda f: mp3(f, 4.0, options=BARE, bit_rate=32_000)
                             + mp3(f, 4.0, options=BARE, bit_rate=256_000), 8.0, "no length in its header"),
    "a cover of 3 MB": (lambda f: picture_tag(3_000_000) + mp3(f, options=BARE), 4.0, ""),
    "garbage before": (lambda f: random.Random(2).randbytes(5000).replace(b"\xff", b"\x00") + mp3(f, options=BARE),
                       4.0, ""),
    "garbage after": (lambda f: mp3(f) + b"<html>trailer</html>" * 200, 4.0, ""),
    "a tag after": (lambda f: mp3(f) + b"TAG" + bytes(125), 4.0, ""),
    "damaged mp3": (lambda f: damaged(mp3(f, 8.0)), 8.0, "damaged"),
    "cut mp3": (lambda f: mp3(f, 8.0)[: -len(mp3(f, 8.0)) // 2], 4.0, "cut off"),
    "cut mp3 without header": (lambda f: mp3(f, 8.0, options=BARE)[: -len(mp3(f, 8.0, options=BARE)) // 2], 4.0, ""),
    "cut flac": (lambda f: make_media(f / "w.flac", 8.0).read_bytes()[:-60_000], 0.0, "cut off"),
    "cut wav": (lambda f: make_media(f / "w.wav", 8.0).read_bytes()[: 44 + 22_050 * 8], 4.0, "cut off"),
    "cut opus": (lambda f: make_media(f / "w.opus", 8.0).read_bytes()[:30_000], 0.0, "cut off"),
    "cut mkv": (lambda f: make_media(f / "w.mkv", 8.0).read_bytes()[:30_000], 0.0, "cut off"),
    "cut avi": (lambda f: make_media(f / "w.avi", 8.0, picture=True).read_bytes()[:40_000], 0.0, "cut off"),
    "cut webm": (lambda f: make_media(f / "w.webm", 8.0).read_bytes()[:30_000], 0.0, "cut off"),
    "claims an hour": (lambda f: with_duration(make_media(f / "w.m4a", 4.0).read_bytes(), 3600), 4.0, "header says"),
    "claims a second": (lambda f: with_duration(make_media(f / "w.m4a", 4.0).read_bytes(), 1), 4.0, "header says"),
    "two tracks": (lambda f: two_tracks(f / "w.mkv", silent_first=False), 4.0, "2 audio tracks"),
    "silent first track": (lambda f: two_tracks(f / "w.mkv", silent_first=True), 4.0, "2 audio tracks"),
    "silence": (lambda f: make_media(f / "w.flac", 4.0, level=0.0).read_bytes(), 4.0, "silent"),
    "starts late": (lambda f: encode(f / "w.mka", "matroska", "flac", delay=5.0).read_bytes(), 2.0, ""),
    "film without sound": (lambda f: make_media(f / "w.mp4", 4.0, picture=True, sound=False).read_bytes(),
                           4.0, "no audio track"),
    "index last": (lambda f: make_media(f / "w.mp4", 4.0, picture=True).read_bytes(), 4.0, ""),
    "index first": (lambda f: make_media(f / "w.mp4", 4.0, options={"movflags": "faststart"}).read_bytes(), 4.0, ""),
    "in fragments": (lambda f: make_media(f / "w.mp4", 4.0, options={"movflags": "frag_keyframe+empty_moov"})
                     .read_bytes(), 4.0, ""),
    "a twentieth of a second": (lambda f: encode(f / "w.wav", "wav", "pcm_s16le", seconds=0.05).read_bytes(), 0.05, ""),
    "joined": (lambda f: mp3(f) * 2, 8.0, "header says"),
    "a tag of the future": (lambda f: b"ID3\x09\x00\x00\x00\x00\x00\x20" + bytes(32) + mp3(f, options=BARE), 4.0, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_files_are_taken_with_a_word(tmp_path: Path, name: str) -> None:
    """What a person should know is said; the length is what is heard."""
    make, seconds, word = ODD[name]
    file = tmp_path / "episode"
    file.write_bytes(make(tmp_path))

    found = probe(file)

    if seconds:
        assert found.duration == pytest.approx(seconds, rel=0.05 if "damaged" in word or "cut" in name else 0.02)
    assert not word or any(word in warning for warning in found.warnings), found.warnings
    assert word or not _alarms(found), found.warnings


def _alarms(found: Probe) -> list[str]:
    words = ("damaged", "cut off", "silent", "cancel")
    return [warning for warning in found.warnings if any(word in warning for word in words)]


def _cut(suffix: str, keep: int, **options: Any) -> Callable[[Path], bytes]:
    return lambda folder: make_media(folder / f"w{suffix}", 4.0, **options).read_bytes()[:keep]


UNSOUND: dict[str, Callable[[Path], bytes]] = {
    "mp4 without its end": _cut(".mp4", 9000, picture=True),
    "m4a of a header": _cut(".m4a", 40),
    "mov without its end": _cut(".mov", 6000, picture=True),
    "mkv of a header": _cut(".mkv", 60),
    "avi of a header": _cut(".avi", 100),
    "aiff of a header": _cut(".aiff", 30),
    "wma of a header": _cut(".wma", 200),
    "only a cover": lambda folder: picture_tag(40_000),
    "only a tag": lambda folder: b"ID3\x04\x00\x00\x00\x00\x08\x00" + bytes(1024),
    "one frame's beginning": lambda folder: b"\xff\xfb\x90\x64" + bytes(20),
    "noise that looks encrypted": lambda folder: random.Random(9).randbytes(500_000),
    "zeros behind a name": lambda folder: b"RIFF\xff\xff\xff\xffWAVEfmt " + bytes(60_000),
    "a page in capitals": lambda folder: PAGE.upper() * 3,
    "a page behind a tag": lambda folder: b"ID3\x03\x00\x00\x00\x00\x00\x0a" + bytes(10) + PAGE,
    "XML of a store": lambda folder: b"<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>",
    "a torrent": lambda folder: b"d8:announce35:udp://tracker.example.org:6969e",
    "a pointer of git": lambda folder: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n",
    "a picture of the web": lambda folder: b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(100),
    "an archive": lambda folder: b"Rar!\x1a\x07\x00" + bytes(500),
    "a packed archive": lambda folder: b"\x1f\x8b\x08\x00" + random.Random(1).randbytes(900),
    "spaces": lambda folder: b" \n" * 5000,
}


@pytest.mark.parametrize("name", UNSOUND)
def test_unsound_files_are_refused_soon(tmp_path: Path, name: str) -> None:
    """Within two seconds, by name and reason."""
    file = tmp_path / "episode.mp3"
    file.write_bytes(UNSOUND[name](tmp_path))

    began = time.process_time()
    with pytest.raises(MediaError) as caught:
        probe(file)

    assert time.process_time() - began < 2
    assert "episode.mp3" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("name", ["only a cover", "only a tag"])
def test_a_tag_without_sound_is_called_so(tmp_path: Path, name: str) -> None:
    """Nothing is cut off: there never was any sound."""
    file = tmp_path / "episode.mp3"
    file.write_bytes(UNSOUND[name](tmp_path))

    with pytest.raises(MediaError, match="a tag, and no sound behind it"):
        probe(file)
