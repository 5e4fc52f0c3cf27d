"""Loudness for podcasts: one gain, peaks under the ceiling, everything else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from episodes.core.errors import MediaError
from episodes.media.levelling import CEILING, level_audio
from episodes.media.loudness import measure_loudness
from episodes.media.probe import probe
from media.making import make_media


@pytest.mark.parametrize(
    ("suffix", "channels", "goal"),
    [(".mp3", 1, -19.0), (".mp3", 2, -16.0), (".m4a", 2, -16.0), (".wav", 1, -19.0), (".opus", 2, -16.0)],
)
def test_quiet_and_loud_files_come_to_the_goal(tmp_path: Path, suffix: str, channels: int, goal: float) -> None:
    """Stereo to -16, mono to -19 LUFS, whatever they were; length and tags stay."""
    for number, level in enumerate((0.02, 0.9)):
        tags = {} if suffix == ".wav" else {"title": "T"}
        source = make_media(tmp_path / f"{number}{suffix}", 8.0, channels=channels, level=level, tags=tags)
        target = tmp_path / f"{number}-level{'.mp3' if suffix == '.mp3' else '.m4a'}"

        assert level_audio(source, target)
        found, measured = probe(target), measure_loudness(target)

        assert measured is not None
        assert measured.integrated == pytest.approx(goal, abs=0.5)
        assert found.channels == channels
        assert found.duration == pytest.approx(8.0, rel=0.02)
        assert found.warnings == ()
        assert found.tags.get("title", "") == tags.get("title", "")


def test_real_speech_keeps_its_peaks_under_the_ceiling(tmp_path: Path, shared: Path) -> None:
    """Speech with full-scale peaks is raised, and no peak passes."""
    target = tmp_path / "a.mp3"

    assert level_audio(shared / "audio" / "sonnet_p001.mp3", target)
    measured = measure_loudness(target)

    assert measured is not None
    assert measured.integrated == pytest.approx(-16.0, abs=1.0)
    assert measured.true_peak <= CEILING + 0.5


def test_what_is_right_is_left_alone(tmp_path: Path) -> None:
    """New bytes would make every listener download again."""
    source = make_media(tmp_path / "a.mp3", 8.0)
    assert level_audio(source, tmp_path / "b.mp3")

    assert not level_audio(tmp_path / "b.mp3", tmp_path / "c.mp3")
    assert not (tmp_path / "c.mp3").exists()


def test_a_film_keeps_its_picture(tmp_path: Path) -> None:
    """Its sound alone is changed."""
    film = make_media(tmp_path / "a.mp4", 8.0, picture=True, level=0.02, chapters=[(0.0, "A"), (4.0, "B")])

    assert level_audio(film, tmp_path / "b.mp4")
    found = probe(tmp_path / "b.mp4")

    assert (found.kind, found.width, len(found.chapters), found.warnings) == ("video", 64, 2, ())


def test_silence_cannot_be_raised(tmp_path: Path) -> None:
    """There is nothing to measure."""
    with pytest.raises(MediaError, match="is silent"):
        level_audio(make_media(tmp_path / "a.wav", level=0.0), tmp_path / "b.m4a")
