"""Measuring models on this machine, and picking one by a wish."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from episodes.core.errors import NotFound
from episodes.workflow.ports import Transcriber

Wish = Literal["speed", "quality"]


@dataclass(frozen=True, kw_only=True)
class Measured:
    """How a model did on the sample."""

    name: str
    size: int  #: bytes of the weights
    load: float  #: seconds until the first words, the model's loading included
    speed: float  #: times real time, once it is loaded
    words: int


def measure(name: str, size: int, transcriber: Transcriber, sample: Path, *, language: str = "en") -> Measured:
    """Transcribe a sample twice: the first time loads the model, the second one counts."""
    started = time.monotonic()
    first = list(transcriber.hear(sample, language=language))
    load = time.monotonic() - started
    started = time.monotonic()
    list(transcriber.hear(sample, language=language))
    took = max(time.monotonic() - started, 1e-6)
    words = sum(len(segment.text.split()) for heard in first for segment in heard.segments)
    return Measured(name=name, size=size, load=load, speed=(first[-1].until if first else 0.0) / took, words=words)


def pick(measured: Sequence[Measured], wish: Wish, *, at_least: float) -> Measured:
    """Pick the fastest, or for quality the largest that is `at_least` so many times faster than real time.

    Larger Whisper models make fewer errors (Radford et al. 2022, table 4). Raises NotFound if nothing was measured.

    >>> small = Measured(name="tiny", size=75, load=1.0, speed=40.0, words=250)
    >>> large = Measured(name="base", size=145, load=1.5, speed=20.0, words=250)
    >>> pick([small, large], "speed", at_least=1).name, pick([small, large], "quality", at_least=1).name
    ('tiny', 'base')
    """
    if not measured:
        raise NotFound("no model is on this machine", hint="episodes models pull base")
    if wish == "speed":
        return max(measured, key=lambda one: one.speed)
    fast_enough = [one for one in measured if one.speed >= at_least]
    return max(fast_enough, key=lambda one: one.size) if fast_enough else max(measured, key=lambda one: one.speed)
