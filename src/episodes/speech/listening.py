"""Sound in, windows of speech out: the streaming half of the engine."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from episodes.speech.audio import RATE, Samples, Sound
from episodes.speech.tuning import Tuning
from episodes.speech.voice import SECONDS, Voice, find_spans
from episodes.speech.windows import Window, next_window


@dataclass(frozen=True, kw_only=True)
class Excerpt:
    """A window with its sound."""

    window: Window
    samples: Samples


class Listening:
    """Cuts a sound into windows as it is decoded, holding only what no window has taken yet."""

    def __init__(self, sound: Sound, tuning: Tuning, start: float = 0.0) -> None:
        self.sound, self.tuning = sound, tuning
        self.since = start
        self.now = start  # decoded up to here, seconds
        self.speech = 0.0  # seconds of speech found so far

    def excerpts(self) -> Iterator[Excerpt]:
        """Yield windows in order as soon as they are certain."""
        step = Voice.beginning_before(math.floor(self.since / SECONDS))
        self._held = np.zeros(0, dtype=np.float32)
        self._held_from = round(step * SECONDS * RATE)
        self._chances: list[float] = []
        self._chances_from = step
        self._voice = Voice(step)
        for samples in self.sound.pieces(self._held_from / RATE):
            self._take(samples, last=False)
            yield from self._ready(last=False)
        self._take(np.zeros(0, dtype=np.float32), last=True)
        yield from self._ready(last=True)

    def _take(self, samples: Samples, *, last: bool) -> None:
        self._held = np.concatenate([self._held, samples])
        self.now = (self._held_from + len(self._held)) / RATE
        self._chances += self._voice.probabilities(samples, last=last).tolist()

    def _ready(self, *, last: bool) -> Iterator[Excerpt]:
        while window := self._next(last=last):
            self.speech += window.spoken
            yield Excerpt(window=window, samples=self._sound_of(window))
            self.since = window.end
            self._forget()

    def _next(self, *, last: bool) -> Window | None:
        first = math.ceil(self.since / SECONDS)
        chances = self._chances[max(0, first - self._chances_from) :]
        begin = max(first, self._chances_from) * SECONDS
        known = min(self.now, begin + len(chances) * SECONDS)
        spans = find_spans(chances, begin, self.tuning)
        if not spans and not last:
            self.since = max(self.since, known - 1.0)  # nobody spoke: nothing of it is needed
            self._forget()
        window = next_window(spans, begin, known, chances, self.tuning, last=last)
        return window.starting(self.since) if window else None

    def _forget(self) -> None:
        """Drop sound that no window will ask for, but for what the padding before speech may want."""
        keep = min(len(self._held), max(0, round((self.since - 1.0) * RATE) - self._held_from))
        if keep > 10 * RATE:
            self._held = self._held[keep:].copy()
            self._held_from += keep
        done = min(len(self._chances), max(0, math.floor(self.since / SECONDS) - self._chances_from))
        self._chances = self._chances[done:]
        self._chances_from += done

    def _sound_of(self, window: Window) -> Samples:
        def at(seconds: float) -> int:
            return max(0, round(seconds * RATE) - self._held_from)

        return np.concatenate([self._held[at(piece.start) : at(piece.end)] for piece in window.pieces])
