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
from episodes.speech.plain import plain_reading, whole_excerpt
from episodes.speech.recogniser import Manner, Reading
from episodes.speech.tuning import FULL

if TYPE_CHECKING:
    from episodes.speech.attempts import Finding, Listener
    from episodes.speech.audio import Sound
    from episodes.speech.encoded import Encoded
    from episodes.speech.listening import Excerpt
    from episodes.speech.words import TimedWord

_Task = Future[tuple[Reading, str]]

REMEMBERED = 110  #: tokens of the window before; with as many hotwords they fill what a prompt may take


class CarefulListener:
    """Hears each window twice, at the full thirty seconds with the wide search.

    The second time there is half a second of silence before it, and the model is told what was said in the window
    before; the better reading is taken. The window before is known as it was read at first: so what a window's text
    is depends on two windows alone, and a run that goes on makes the same as one that was never stopped.
    Of a recording that is one window the plain call (`plain.py`) is asked before, and believed if it can be.
    """

    def __init__(
        self, listener: Listener, pool: ThreadPoolExecutor, before: Excerpt | None, whole: Sound | None = None
    ) -> None:
        """Take the window before the first one, if the run goes on after it, or all the sound if it is one window's."""
        self._listener, self._pool, self._whole = listener, pool, whole
        self._before = pool.submit(self._first, before, lambda: None) if before else None

    def submit(self, excerpts: Sequence[Excerpt], begin: Callable[[], None]) -> Future[list[Finding]]:
        """Have one window heard; `begin` returns when the search may begin."""
        # Whoever waits for another's result stands behind it in the pool's queue: it has begun, and comes to an end.
        (excerpt,) = excerpts
        if self._whole and (everything := whole_excerpt(self._whole, excerpt.window)):
            encoded = self._pool.submit(self._listener.recogniser.encode, [everything.samples], FULL)
            return self._pool.submit(self._plain, everything, excerpt, encoded, begin)
        first, before = self._pool.submit(self._first, excerpt, begin), self._before
        self._before = first
        return self._pool.submit(self._heard, excerpt, first, before)

    def _plain(
        self, everything: Excerpt, excerpt: Excerpt, encoded: Future[Encoded], begin: Callable[[], None]
    ) -> list[Finding]:
        begin()
        if found := self._believed(everything, encoded):
            return [found]
        first, other = self._first(excerpt, lambda: None)
        again, _ = self._read(excerpt, self._listener.tuning.lead, lambda: None)
        return [self._listener.settle(excerpt, [first, again], other)]

    def _believed(self, excerpt: Excerpt, encoded: Future[Encoded]) -> Finding | None:
        """What the plain call finds in a whole recording; None where something speaks against it."""
        listener = self._listener
        settled = listener.languages.settled
        reading = plain_reading(listener.recogniser, excerpt, encoded, settled, listener.hotwords)
        ((language, other),) = listener.languages_of(encoded.result(), [excerpt])
        return listener.accept(excerpt, reading, other) if reading and language == settled else None

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
