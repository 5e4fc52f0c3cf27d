"""The sound of a film, taken out without loss where podcast players know its codec."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from episodes.core.errors import MediaError
from episodes.core.progress import Progress
from episodes.media.boxes import iter_boxes
from episodes.media.convert import AvConverter, extract_audio, to_mp4
from episodes.media.muxing import join_tracks
from episodes.media.probe import probe
from media.making import make_media, tone


def packets(file: Path) -> list[bytes]:
    with av.open(str(file)) as container:
        return [bytes(packet) for packet in container.demux(container.streams.audio[0]) if packet.size]


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [(".mp4", ".m4a"), (".mov", ".m4a"), (".webm", ".opus"), (".mkv", ".opus"), (".avi", ".mp3"), (".mka", ".flac")],
)
def test_known_codecs_are_copied(tmp_path: Path, suffix: str, expected: str) -> None:
    """Packet for packet the same sound, in the container that belongs to it."""
    film = make_media(tmp_path / f"film{suffix}", 3.0, picture=suffix != ".mka", tags={"title": "T"})

    file = extract_audio(film, tmp_path / "out")
    found = probe(file)

    assert file == tmp_path / "out" / f"film{expected}"
    assert packets(file) == packets(film)
    assert (found.kind, found.warnings) == ("audio", ())
    assert found.duration == pytest.approx(3.0, rel=0.03)
    assert found.tags["title"] == "T"


@pytest.mark.parametrize("suffix", [".wma", ".wav", ".ac3"])
def test_other_codecs_become_aac(tmp_path: Path, suffix: str) -> None:
    """Every podcast player knows AAC."""
    file = extract_audio(make_media(tmp_path / f"a{suffix}", 5.0, channels=2), tmp_path / "out")
    found = probe(file)

    assert (file.suffix, found.codec, found.channels) == (".m4a", "aac", 2)
    assert found.duration == pytest.approx(5.0, rel=0.02)


def test_sound_whose_rate_is_told_late_becomes_aac(tmp_path: Path) -> None:
    """A transport stream whose sound begins behind five megabytes of picture does not tell its rate at first."""
    film = late_sound(tmp_path / "film.ts")
    with av.open(str(film)) as opened:
        assert opened.streams.audio[0].codec_context.sample_rate == 0
    found = probe(extract_audio(film, tmp_path / "out"))
    assert (found.codec, found.sample_rate) == ("aac", 44_100)
    assert found.duration == pytest.approx(3.0, abs=0.1)


def late_sound(file: Path) -> Path:
    with av.open(str(file), "w", format="mpegts") as output:
        picture: Any = output.add_stream("mpeg2video", rate=25)
        picture.width, picture.height, picture.pix_fmt, picture.bit_rate = 320, 240, "yuv420p", 4_000_000
        sound: Any = output.add_stream("aac", rate=44_100, layout="mono")
        noise = np.random.default_rng(1)
        for number in range(500):
            pixels = noise.integers(0, 255, (240, 320, 3), dtype=np.uint8)
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts = number
            output.mux(picture.encode(frame))
        output.mux(picture.encode(None))
        samples = tone(3.0, 44_100)
        for start in range(0, samples.shape[1], 1024):
            part = np.ascontiguousarray(samples[:, start : start + 1024])
            heard = av.AudioFrame.from_ndarray(part, format="fltp", layout="mono")
            heard.sample_rate, heard.pts = 44_100, start
            output.mux(sound.encode(heard))
        output.mux(sound.encode(None))
    return file


def test_chapters_come_along(tmp_path: Path) -> None:
    """The chapters of a film are those of its sound."""
    film = make_media(tmp_path / "film.mp4", 6.0, picture=True, chapters=[(0.0, "A"), (3.0, "B")])

    chapters = probe(extract_audio(film, tmp_path / "out")).chapters

    assert [(chapter.start, chapter.title) for chapter in chapters] == [(0.0, "A"), (3.0, "B")]


def test_the_index_comes_first(tmp_path: Path) -> None:
    """For sound and for films."""
    film = make_media(tmp_path / "film.mp4", picture=True)
    for file in (extract_audio(film, tmp_path / "out"), to_mp4(film, tmp_path / "out")):
        names = [name for name, _, _ in iter_boxes(file)]
        assert names.index(b"moov") < names.index(b"mdat")


def test_damaged_sound_is_converted_as_far_as_it_goes(tmp_path: Path) -> None:
    """A hole in the time stamps does not stop the encoder."""
    data = bytearray(make_media(tmp_path / "a.wma", 10.0).read_bytes())
    data[len(data) // 2 : len(data) // 2 + 3000] = bytes(3000)
    (tmp_path / "b.wma").write_bytes(data)

    assert probe(extract_audio(tmp_path / "b.wma", tmp_path / "out")).duration > 7


def test_progress_goes_to_the_end(tmp_path: Path) -> None:
    """A film of ten seconds is told in seconds."""
    seen: list[Progress] = []
    AvConverter().extract_audio(
        make_media(tmp_path / "a.mp4", 10.0, picture=True), tmp_path / "out", report=seen.append
    )

    assert seen[-1].stage == "convert"
    assert 8 < seen[-1].done <= seen[-1].total < 11


def test_a_film_without_sound_is_refused(tmp_path: Path) -> None:
    """There is nothing to take out, and nothing is left behind."""
    film = make_media(tmp_path / "film.mp4", picture=True, sound=False)

    with pytest.raises(MediaError, match="no audio track"):
        extract_audio(film, tmp_path / "out")
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []


def test_the_original_is_never_written_to(tmp_path: Path) -> None:
    """Sound taken out into its own folder gets another name."""
    source = make_media(tmp_path / "a.m4a")
    before = source.read_bytes()

    file = extract_audio(source, tmp_path)

    assert file.name == "a-audio.m4a"
    assert source.read_bytes() == before


@pytest.mark.parametrize(("picture", "sound", "expected"), [(".mp4", ".m4a", ".mp4"), (".webm", ".opus", ".webm")])
def test_picture_and_sound_are_joined(tmp_path: Path, picture: str, sound: str, expected: str) -> None:
    """As sites give them apart."""
    film = make_media(tmp_path / f"id.137{picture}", 4.0, picture=True, sound=False)
    voice = make_media(tmp_path / f"id.140{sound}", 4.0)

    file = join_tracks(film, voice, tmp_path / "out")
    found = probe(file)

    assert file.name == f"id{expected}"
    assert (found.kind, found.has_audio, found.warnings) == ("video", True, ())
    assert packets(file) == packets(voice)
