"""Where in a sound somebody speaks: voice activity, piece by piece."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from episodes.speech.audio import RATE
from episodes.speech.graph import session
from episodes.speech.voice_graph import voice_graph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from episodes.speech.audio import Samples
    from episodes.speech.tuning import Tuning

STEP = 512  #: samples that get one probability
SECONDS = STEP / RATE
CONTEXT = 64  #: samples of the step before that the model sees again
WARM_UP = 1_000  #: steps (32 s) that set the state of a new era
ERA = 20 * WARM_UP  #: steps (640 s) after which the state is made afresh


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of speech, seconds."""

    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start


class Voice:
    """Silero's model (the one faster-whisper brings), its state kept from piece to piece.

    The state is made afresh at every ERA of the sound, after a WARM_UP on what lies before. So a probability depends
    on its era alone: whoever begins at `beginning_before` a time hears from there on what one hears who began at 0.
    Kept for ever, the state of another beginning moves edges of speech by a step minutes later.
    """

    def __init__(self, first: int = 0) -> None:
        self._at = first  # the step of the sound that comes next
        self._now = _Detector()
        self._next: _Detector | None = None
        self._rest = np.zeros(0, dtype=np.float32)

    @staticmethod
    def beginning_before(step: int) -> int:
        """The step from which to listen in order to know the probabilities from `step` on."""
        return max(0, step // ERA * ERA - WARM_UP)

    def probabilities(self, samples: Samples, *, last: bool = False) -> Samples:
        """Speech probability of each whole step; the rest waits for the next piece, or is filled up at the last."""
        sound = np.concatenate([self._rest, samples])
        if last and len(sound) % STEP:
            sound = np.pad(sound, (0, STEP - len(sound) % STEP))
        count = len(sound) // STEP
        self._rest = sound[count * STEP :]
        steps = sound[: count * STEP].reshape(count, STEP)
        heard = [np.zeros(0, dtype=np.float32)]
        while len(steps):
            part, steps = np.split(steps, [self._until_change()])
            heard.append(self._heard(part))
        return np.concatenate(heard)

    def _until_change(self) -> int:
        """Steps to the next warm-up or era."""
        into = self._at % ERA
        return (ERA - WARM_UP if into < ERA - WARM_UP else ERA) - into

    def _heard(self, steps: Samples) -> Samples:
        if self._at % ERA == 0 and self._next:
            self._now, self._next = self._next, None
        if self._at % ERA == ERA - WARM_UP:
            self._next = _Detector()
        if self._next:
            self._next.probabilities(steps)
        self._at += len(steps)
        return self._now.probabilities(steps)


class _Detector:
    """One state of the model."""

    def __init__(self) -> None:
        self._session = _session()
        self._state = np.zeros((1, 1, 128), dtype=np.float32), np.zeros((1, 1, 128), dtype=np.float32)
        self._context = np.zeros(CONTEXT, dtype=np.float32)

    def probabilities(self, steps: Samples) -> Samples:
        before = np.concatenate([self._context[None, :], steps[:-1, -CONTEXT:]])
        self._context = steps[-1, -CONTEXT:].copy()
        heard, *state = self._session.run(
            None, {"input": np.concatenate([before, steps], axis=1), "h": self._state[0], "c": self._state[1]}
        )
        self._state = state[0], state[1]
        return np.asarray(heard, dtype=np.float32).reshape(-1)


@lru_cache(1)
def _session() -> Any:
    """Silero's model, in our form; as faster-whisper runs it, should it bring another one some day."""
    import faster_whisper  # first: threads that import parts of it at once wait for each other for ever
    from faster_whisper.vad import get_vad_model

    with suppress(Exception):  # of whatever kind, among them those of the libraries: there is another way
        (file,) = (Path(faster_whisper.__file__).parent / "assets").glob("silero_vad*.onnx")
        return session(voice_graph(file))
    return get_vad_model().session


def find_spans(probabilities: Samples | Sequence[float], start: float, tuning: Tuning) -> list[Span]:
    """Stretches of speech in a row of probabilities that begins at `start` seconds.

    >>> from episodes.speech.tuning import Tuning
    >>> find_spans([0.0, 0.9, 0.9, 0.9, 0.9, 0.0, 0.0, 0.0, 0.0, 0.0], 10.0, Tuning())
    [Span(start=10.032, end=10.16)]
    """
    spans: list[Span] = []
    begin = quiet = -1
    patience = round(tuning.pause / SECONDS)
    for index, probability in enumerate(probabilities):
        if begin < 0:
            if probability >= tuning.threshold:
                begin, quiet = index, -1
        elif probability >= tuning.release:
            quiet = -1
        else:
            quiet = index if quiet < 0 else quiet
            if index - quiet + 1 >= patience:
                spans.append(_span(begin, quiet, start))
                begin = quiet = -1
    if begin >= 0:
        spans.append(_span(begin, quiet if quiet >= 0 else len(probabilities), start))
    return [span for span in spans if span.length >= 0.06]


def _span(first: int, last: int, start: float) -> Span:
    return Span(start=round(start + first * SECONDS, 3), end=round(start + last * SECONDS, 3))
