"""Loudness by EBU R128: the meter shows what the standard's own test signals should show."""

from __future__ import annotations

import resource
from pathlib import Path

import av
import numpy as np
import pytest

from episodes.core.errors import MediaError
from episodes.core.progress import Progress
from episodes.media.loudness import measure_loudness
from media.making import make_media


def sine(file: Path, decibels: float, seconds: float = 20.0) -> Path:
    """A stereo sine of 1 kHz at a peak level in dBFS, as in EBU Tech 3341."""
    wave = 10 ** (decibels / 20) * np.sin(2 * np.pi * 1000 * np.arange(int(48_000 * seconds)) / 48_000)
    with av.open(str(file), "w", format="wav") as output:
        stream = output.add_stream("pcm_s16le", rate=48_000, layout="stereo")
        samples = np.repeat((wave * 32767).astype(np.int16), 2)[None, :]
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
        frame.sample_rate = 48_000
        output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return file


@pytest.mark.parametrize("level", [-23.0, -33.0, -16.0])
def test_the_signals_of_the_standard(tmp_path: Path, level: float) -> None:
    """EBU Tech 3341, tests 1 and 2: a stereo sine shows its peak level in LUFS, within 0.1."""
    found = measure_loudness(sine(tmp_path / "a.wav", level))

    assert found is not None
    assert found.integrated == pytest.approx(level, abs=0.1)
    assert found.true_peak == pytest.approx(level, abs=0.2)
    assert found.range == pytest.approx(0.0, abs=0.1)


def test_silence_has_no_loudness(tmp_path: Path) -> None:
    """And a film without sound cannot be measured."""
    assert measure_loudness(make_media(tmp_path / "a.wav", level=0.0)) is None
    with pytest.raises(MediaError, match="no audio track"):
        measure_loudness(make_media(tmp_path / "a.mp4", picture=True, sound=False))


def test_progress_is_told(tmp_path: Path) -> None:
    """Every ten seconds of sound."""
    seen: list[Progress] = []
    measure_loudness(make_media(tmp_path / "a.mp3", 35.0), report=seen.append)

    assert [round(progress.done) for progress in seen] == [10, 20, 30]


def test_a_long_tail_of_nothing_takes_no_memory(tmp_path: Path) -> None:
    """FFmpeg would gather all of it for one packet; a server may send zeros without an end."""
    file = make_media(tmp_path / "a.mp3", 3.0)
    with file.open("r+b") as stream:
        stream.truncate(600_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert measure_loudness(file) is not None

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 350_000  # kilobytes
