"""The plain faster-whisper call: for comparison, and where the packed engine cannot run."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from episodes.core.errors import TranscriptionError
from episodes.core.transcript import Heard, ReviewPlace, Segment, Word
from episodes.speech.audio import Sound

if TYPE_CHECKING:
    from episodes.speech.models import Model

NAME = "simple/1"


class SimpleEngine:
    """faster-whisper as it comes, with its voice filter; holds the whole file in memory."""

    def __init__(self, model: Model, *, device: str = "auto", threads: int = 0) -> None:
        self.model, self.device, self.threads = model, device, threads
        self._loaded: Any = None

    def hear(
        self, sound: Sound, *, language: str, words: bool, hotwords: Sequence[str], resume_at: float
    ) -> Iterator[Heard]:
        """Yield each segment as it comes; the last item's `until` is the duration."""
        samples = np.concatenate([np.zeros(0, dtype=np.float32), *sound.pieces(resume_at)])
        duration = sound.hearing.decoded
        wanted = None if language in {"", "auto", "multi"} else language
        try:
            found, info = self._whisper().transcribe(
                samples,
                language=wanted,
                multilingual=language == "multi",
                vad_filter=True,
                word_timestamps=words,
                hotwords=", ".join(hotwords) or None,
            )
            for item in found:
                segment = _segment(item, resume_at, duration)
                yield Heard(until=segment.end, segments=(segment,), language=info.language)
        except (RuntimeError, ValueError) as error:
            raise TranscriptionError(f"{self.model.name} failed on {sound.file.name}: {error}") from error
        lost = [ReviewPlace(start=start, end=end, reason="damaged audio") for start, end in sound.hearing.lost]
        yield Heard(until=duration, review=tuple(lost), language=info.language)

    def _whisper(self) -> Any:
        if not self._loaded:
            from faster_whisper import WhisperModel

            self._loaded = WhisperModel(
                str(self.model.folder), device=self.device, compute_type="auto", cpu_threads=self.threads
            )
        return self._loaded


def _segment(item: Any, offset: float, duration: float) -> Segment:
    def at(seconds: float) -> float:
        return round(min(max(seconds + offset, 0.0), duration), 3)

    return Segment(
        start=at(item.start),
        end=at(item.end),
        text=item.text.strip(),
        confidence=round(min(1.0, math.exp(item.avg_logprob)), 3),
        words=tuple(
            Word(start=at(word.start), end=at(word.end), text=word.word.strip(), probability=round(word.probability, 3))
            for word in item.words or ()
        ),
    )
