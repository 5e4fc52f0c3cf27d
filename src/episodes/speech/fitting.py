"""Laying captions on the speech they belong to: where the voice is, and at which offset and rate they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from episodes.core.captions.clock import Fit
from episodes.core.progress import Progress, Report
from episodes.speech.audio import Sound
from episodes.speech.voice import SECONDS, Voice

if TYPE_CHECKING:
    from episodes.core.transcript import Segment

Signal = NDArray[np.float32]

STEP = 0.05  #: seconds, the grain of the comparison
FURTHEST = 90.0  #: seconds of offset that are looked for
#: Rates at which films and talks are played on other systems (24, 25 and 23.976 pictures a second), and none.
RATES = (1.0, 25 / 24, 24 / 25, 1001 / 1000, 1000 / 1001, 25.025 / 24, 24 / 25.025)
STRETCH = 120.0  #: seconds that are compared on their own, to find a slow drift
NEAR = 4.0  #: seconds around the common offset in which a stretch's own is looked for
LEAST_CUES = 25  #: fewer captions tell nothing
COARSE = 15.0  #: seconds; captions longer than this, in the middle, are paragraphs, and tell nothing of pauses
BLUR = 0.25  #: seconds by which beginnings of captions and of speech may miss each other


@dataclass(frozen=True, kw_only=True)
class VoiceFitter:
    """Compares captions with a file's voice activity; satisfies `CaptionFitter`."""

    report: Report | None = None

    def fit(self, audio: Path, segments: Sequence[Segment], /) -> Fit:
        """Find the offset and rate at which captions fit the speech; raises MediaError where there is no sound."""
        lengths = [segment.end - segment.start for segment in segments]
        if len(segments) < LEAST_CUES or np.median(lengths) > COARSE:
            return Fit()
        return fit_captions(voice_of(audio, self.report), segments)


def voice_of(audio: Path, report: Report | None = None) -> Signal:
    """How surely somebody speaks, every STEP seconds; raises MediaError."""
    voice, sound, heard = Voice(), Sound(audio), list[Signal]()
    for samples in sound.pieces():
        heard.append(voice.probabilities(samples))
        if report:
            done, total = sound.hearing.decoded, sound.hearing.stated
            report(Progress(stage="compare captions", done=done, total=max(done, total)))
    chances = np.concatenate([*heard, voice.probabilities(np.zeros(0, dtype=np.float32), last=True)])
    times = np.arange(0, len(chances) * SECONDS, STEP)
    every: Signal = np.interp(times, np.arange(len(chances)) * SECONDS, chances).astype(np.float32)
    return every


def fit_captions(voice: Signal, segments: Sequence[Segment]) -> Fit:
    """Find the best rate of the usual ones, then the drift that is left."""
    heard = _features(voice)
    found = [(_at_rate(heard, segments, rate), rate) for rate in RATES]
    (clearness, offset), rate = max(found, key=lambda one: one[0][0] - (0.5 if one[1] != 1.0 else 0.0))
    drift, offset = _drift(heard, segments, rate, offset)
    telling = len(voice) * STEP > 2 * STRETCH and float(np.std(_activity(segments, 1.0, len(voice)))) > 0.2
    return Fit(
        offset=round(offset, 3), rate=round(rate * (1.0 + drift), 7), clearness=round(clearness, 2), telling=telling
    )


def _at_rate(heard: Signal, segments: Sequence[Segment], rate: float) -> tuple[float, float]:
    """How clearly the best offset stands out, and which it is."""
    return _best(heard, _features(_activity(segments, rate, heard.shape[1])), FURTHEST)


def _drift(heard: Signal, segments: Sequence[Segment], rate: float, offset: float) -> tuple[float, float]:
    """Refine an offset by stretches: seconds gained a second, and the offset at the beginning."""
    said = _features(_activity(segments, rate, heard.shape[1], offset))
    size = round(STRETCH / STEP)
    places, found = [], []
    for begin in range(0, heard.shape[1] - size // 2, size // 2):
        part = slice(begin, begin + size)
        clear, own = _best(heard[:, part], said[:, part], NEAR)
        if clear >= 4.0:
            places.append((begin + size / 2) * STEP)
            found.append(own)
    if len(found) < 3:
        return 0.0, offset + (float(np.median(found)) if found else 0.0)
    slopes = [
        (found[later] - found[one]) / (places[later] - places[one])
        for one in range(len(found))
        for later in range(one + 1, len(found))
    ]
    drift = float(np.median(slopes))
    if abs(drift) * len(said[0]) * STEP < 0.2:
        drift = 0.0  # within the grain of the comparison
    rest = float(np.median([own - drift * place for own, place in zip(found, places, strict=True)]))
    # A time t of the captions lies at u = rate * t + offset, and is heard at u + rest + drift * u.
    return drift, offset * (1.0 + drift) + rest


def _activity(segments: Sequence[Segment], rate: float, count: int, offset: float = 0.0) -> Signal:
    shown = np.zeros(count, dtype=np.float32)
    for segment in segments:
        first = max(0, round((rate * segment.start + offset) / STEP))
        shown[first : max(first + 1, round((rate * segment.end + offset) / STEP))] = 1.0
    return shown


def _features(activity: Signal) -> Signal:
    """Two rows to be compared: whether there is speech, and where it begins."""
    width = round(BLUR / STEP)
    window = np.hanning(2 * width + 1)[1:-1].astype(np.float32)
    begins = np.maximum(0.0, np.diff(activity, prepend=activity[:1]))
    return np.stack([_centred(activity), _centred(np.convolve(begins, window, "same"))])


def _centred(values: Signal) -> Signal:
    away = values - values.mean()
    size = float(np.linalg.norm(away))
    centred: Signal = (away / size if size else away).astype(np.float32)
    return centred


def _best(heard: Signal, said: Signal, furthest: float) -> tuple[float, float]:
    """The offset (seconds that `said` must be moved) of the best agreement, and how clearly it is the best."""
    count = heard.shape[1]
    size = 1 << (2 * count - 1).bit_length()
    agreement = np.zeros(size)
    for one, other in zip(heard, said, strict=True):
        agreement += np.fft.irfft(np.fft.rfft(one, size) * np.conj(np.fft.rfft(other, size)), size)
    reach = min(round(furthest / STEP), count - 1)
    around = np.concatenate([agreement[-reach:], agreement[: reach + 1]])
    spread = float(np.std(around))
    peak = int(np.argmax(around))
    return (float(around[peak] - np.median(around)) / spread if spread else 0.0), (peak - reach) * STEP
