"""Captions are laid on the speech they belong to, whatever their clock; those of other speech are known for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from episodes.core.captions.clock import Fit, set_right
from episodes.core.transcript import Segment
from episodes.speech.fitting import STEP, VoiceFitter, fit_captions, voice_of
from speech.test_whisper import a_wave, samples_of, silence


def cues_of(spoken: list[tuple[float, float]]) -> list[Segment]:
    """Captions as people make them: a little early, a little long, a long one cut in two."""
    chance = np.random.default_rng(7)
    cues = []
    for start, end in spoken:
        ends = [(start, end)] if end - start < 6 else [(start, (start + end) / 2), ((start + end) / 2, end)]
        for first, last in ends:
            early, late = chance.uniform(0, 0.25), chance.uniform(0, 0.4)
            cues.append(Segment(start=max(0.0, first - early), end=last + late, text="said"))
    return cues


def moved(cues: list[Segment], rate: float, offset: float) -> list[Segment]:
    clocked = [replace(cue, start=cue.start * rate + offset, end=cue.end * rate + offset) for cue in cues]
    return [cue for cue in clocked if cue.start >= 0]


@pytest.fixture(scope="module")
def voice() -> np.ndarray:
    """Ten minutes of talk and pauses, as a voice detector sees them."""
    chance = np.random.default_rng(3)
    parts = []
    while sum(map(len, parts)) < 600 / STEP:
        parts += [np.full(int(chance.uniform(0.5, 9) / STEP), 0.9), np.full(int(chance.uniform(0.2, 3) / STEP), 0.05)]
    return np.concatenate(parts).astype(np.float32)


def spoken(voice: np.ndarray) -> list[tuple[float, float]]:
    edges = np.diff((voice > 0.5).astype(int), prepend=0, append=0)
    return list(zip(np.flatnonzero(edges > 0) * STEP, np.flatnonzero(edges < 0) * STEP, strict=True))


@pytest.mark.parametrize(
    ("rate", "offset"), [(1, 0), (1, 2.5), (1, -8.2), (1, 55), (25 / 24, 0), (24 / 25, 3), (1.001, -2), (0.9985, 4)]
)
def test_another_clock_is_found(voice, rate: float, offset: float):
    """Offsets of up to a minute, the rates of film, and a slow drift: all within 0.3 s afterwards."""
    true = cues_of(spoken(voice))

    fit = fit_captions(voice, moved(true, rate, offset))

    back = [(fit.rate * (rate * cue.start + offset) + fit.offset) - cue.start for cue in true]
    assert max(map(abs, back)) < 0.3
    assert fit.needs_mending(600) == (rate != 1 or offset != 0)
    assert not fit.is_foreign


def test_captions_of_other_speech_fit_nowhere(voice):
    """They are not taken for a late edition of this one."""
    fit = fit_captions(voice, cues_of(spoken(np.roll(voice[::-1], 700))))

    assert fit.is_foreign
    assert not fit.needs_mending(600)


def test_captions_without_pauses_tell_nothing(voice):
    """One caption directly after the other all the time: no ground to refuse them, none to move them."""
    fit = fit_captions(voice, [Segment(start=at, end=at + 4.0, text="said") for at in range(0, 600, 4)])

    assert not fit.is_foreign
    assert not fit.needs_mending(600)


def test_mended_captions_stay_in_the_medium():
    """What would begin before the beginning begins at 0; what would end before it is gone."""
    cues = [
        Segment(start=0, end=1, text="gone"),
        Segment(start=1, end=4, text="cut"),
        Segment(start=5, end=6, text="on"),
    ]

    right = set_right(cues, Fit(offset=-2.0))

    assert [(cue.start, cue.end, cue.text) for cue in right] == [(0, 2, "cut"), (3, 4, "on")]


def test_real_speech_is_heard(shared: Path, tmp_path: Path):
    """The detector itself, on recorded speech with pauses between."""
    speech = samples_of(shared / "audio" / "jfk_inaugural.mp3")
    parts = [part for pause in (3, 5, 2, 6, 4, 1) for part in (silence(pause), speech, silence(1), speech)]
    file = a_wave(tmp_path / "talk.wav", *parts)
    voice = voice_of(file)
    cues = [cue for cue in cues_of(spoken(voice)) if cue.end - cue.start > 0.4]

    fit = VoiceFitter().fit(file, moved(cues, 1, 4.0))

    assert len(cues) >= 25
    assert fit.offset == pytest.approx(-4.0, abs=0.2)
    assert fit.needs_mending(len(voice) * STEP)
