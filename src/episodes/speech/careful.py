"""Short recordings, for which there is time: loading the model takes as long as hearing them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from episodes.speech.audio import RATE
from episodes.speech.doubt import is_silent
from episodes.speech.recogniser import Manner, Reading
from episodes.speech.tuning import FULL

if TYPE_CHECKING:
    from episodes.speech.attempts import Finding, Listener
    from episodes.speech.listening import Excerpt
    from episodes.speech.words import TimedWord

_Task = Future[tuple[Reading, str]]

REMEMBERED = 110  #: tokens of the window before; with as many hotwords they fill what a prompt may take


class CarefulListener:
    """Hears each window twice, at the full thirty seconds with the wide search.

    The second time there is half a second of silence before it, and the model is told what was said in the window
    before; the better reading is taken. The window before is known as it was read at first: so what a window's text
    is depends on two windows alone, and a run that goes on makes the same as one that was never stopped.
    """

    def __init__(self, listener: Listener, pool: ThreadPoolExecutor, before: Excerpt | None) -> None:
        """Take the window before the first one, if the run goes on after it."""
        self._listener, self._pool = listener, pool
        self._before = pool.submit(self._first, before, lambda: None) if before else None

    def submit(self, excerpts: Sequence[Excerpt], begin: Callable[[], None]) -> Future[list[Finding]]:
        """Have one window heard; `begin` returns when the search may begin."""
        (excerpt,) = excerpts
        # Whoever waits for another reading stands behind it in the pool's queue: it has begun, and comes to an end.
        first, before = self._pool.submit(self._first, excerpt, begin), self._before
        self._before = first
        return self._pool.submit(self._heard, excerpt, first, before)

    def _heard(self, excerpt: Excerpt, first: _Task, before: _Task | None) -> list[Finding]:
        told = before.result()[0] if before else None
        again, _ = self._read(excerpt, self._listener.tuning.lead, lambda: None, told)
        reading, other = first.result()
        return [self._listener.settle(excerpt, [reading, again], other)]

    def _first(self, excerpt: Excerpt, begin: Callable[[], None]) -> tuple[Reading, str]:
        return self._read(excerpt, 0.0, begin)

    def _read(
        self, excerpt: Excerpt, lead: float, begin: Callable[[], None], before: Reading | None = None
    ) -> tuple[Reading, str]:
        """A reading after so much silence, and what other language is spoken though one was asked for."""
        listener, recogniser = self._listener, self._listener.recogniser
        sound = np.concatenate([np.zeros(round(lead * RATE), dtype=np.float32), excerpt.samples])
        encoded = recogniser.encode([sound], FULL)
        begin()
        ((language, other),) = listener.languages_of(encoded, [excerpt])
        known = before and before.language == language and self._may_be_told(before)
        told = recogniser.tokenizer(language).encode(" " + before.text)[-REMEMBERED:] if before and known else []
        manner = Manner(beam=listener.tuning.beam, name="again" if lead else "full")
        length = excerpt.window.length + lead
        (reading,) = recogniser.read(encoded, [length], manner, language, [*listener.hotwords, *told])
        return replace(reading, words=tuple(map(partial(_earlier, by=lead), reading.words))), other

    def _may_be_told(self, reading: Reading) -> bool:
        """A text that is doubtful itself would lead the next one astray."""
        tuning = self._listener.tuning
        ended_well = reading.ended and reading.compression <= tuning.compression
        return ended_well and reading.probability >= tuning.unsure and not is_silent(reading, tuning)


def _earlier(word: TimedWord, by: float) -> TimedWord:
    return replace(word, start=max(0.0, word.start - by), end=max(0.0, word.end - by))
