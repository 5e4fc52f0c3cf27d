"""Where in a sound somebody speaks: voice activity, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from episodes.speech.audio import RATE
from episodes.speech.graph import UNSUITABLE, session
from episodes.speech.telephone import is_by_telephone, with_deep_tones
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
BLOCK = WARM_UP // 10  #: steps (3.2 s) that are looked at together for what a telephone took away
WILLING = 0.65  #: power that probabilities by telephone are raised to: speech begins at 0.2 there, and ends below 0.08
HINT = 0.3  #: probability that a block by telephone must reach without: 98 % of those with speech do, chords do not


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
        """Speech probability of each step of whole blocks; the rest waits for the next piece, filled up at last."""
        sound = np.concatenate([self._rest, samples])
        if last and len(sound) % STEP:
            sound = np.pad(sound, (0, STEP - len(sound) % STEP))
        size = BLOCK * STEP
        whole = len(sound) if last else len(sound) // size * size
        self._rest = sound[whole:]
        blocks = [self._heard(sound[begin : min(begin + size, whole)]) for begin in range(0, whole, size)]
        return np.concatenate([np.zeros(0, dtype=np.float32), *blocks])

    def _heard(self, block: Samples) -> Samples:
        if self._at % ERA == 0 and self._next:
            self._now, self._next = self._next, None
        if self._at % ERA == ERA - WARM_UP:
            self._next = _Detector()
        if self._next:
            self._next.probabilities(block)
        self._at += len(block) // STEP
        return self._now.probabilities(block)


class _Detector:
    """One state of the model, and while somebody telephones another one for that."""

    def __init__(self) -> None:
        self._session = _session()
        self._state = np.zeros((1, 1, 128), dtype=np.float32), np.zeros((1, 1, 128), dtype=np.float32)
        self._context = np.zeros(CONTEXT, dtype=np.float32)
        self._line: _Detector | None = None

    def probabilities(self, block: Samples) -> Samples:
        """Speech probability of each step of a block; where somebody telephones, with deep tones put in.

        Only where a moment of speech is heard without them: chords in a high place beat as voices do. Behind a host in
        full sound not even that is heard of a guest, so it is asked of a state that knows no host.
        """
        found = self._run(block)
        if not is_by_telephone(block):
            self._line = None
            return found
        self._line = self._line or _Detector()
        again = self._line.by_telephone(block)
        return found if again is None else again

    def by_telephone(self, block: Samples) -> Samples | None:
        """The same with deep tones; None where nobody speaks."""
        before = self._state, self._context
        if self._run(block).max() < HINT:
            return None
        after = self._state, self._context
        self._state, self._context = before
        found: Samples = self._run(with_deep_tones(block)) ** np.float32(WILLING)
        self._state, self._context = after
        return found

    def _run(self, block: Samples) -> Samples:
        steps = block.reshape(-1, STEP)
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

    try:
        (file,) = (Path(faster_whisper.__file__).parent / "assets").glob("silero_vad*.onnx")
        return session(voice_graph(file))
    except UNSUITABLE as error:
        getLogger(__name__).info("faster-whisper's slower voice detector is used, for ours cannot be: %r", error)
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
