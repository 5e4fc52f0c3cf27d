"""Transcripts: what a recogniser heard, from which bytes, how, and where it doubts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word with its time in the medium."""

    start: float  #: seconds
    end: float
    text: str
    probability: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A stretch of speech as the recogniser cut it; immutable once saved."""

    start: float  #: seconds from the beginning of the transcribed medium
    end: float
    text: str
    speaker: str = ""
    words: tuple[Word, ...] = ()
    confidence: float = 1.0  #: 0 to 1
    doubts: tuple[str, ...] = ()  #: reasons: "low probability", "repetition", …
    language: str = ""  #: where it differs from the transcript's


@dataclass(frozen=True, kw_only=True)
class ReviewPlace:
    """A time range that a person should look at, and why."""

    start: float
    end: float
    reason: str  #: "speech without text", "other language", "low probability", …


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A finished window of a transcription: everything before `until` is settled and can be saved."""

    until: float  #: seconds of audio that are finished, from the beginning
    segments: tuple[Segment, ...] = ()
    review: tuple[ReviewPlace, ...] = ()
    language: str = ""  #: as settled so far


@dataclass(frozen=True, kw_only=True)
class Fingerprint:
    """What a transcript was made from and how; two equal ones mean that nothing need be redone."""

    media_sha256: str
    engine: str  #: name and version, "packed/4"
    model: str
    options: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, kw_only=True)
class Transcript:
    """All segments of one medium, in order, with the fingerprint of their making."""

    fingerprint: Fingerprint
    language: str
    duration: float  #: seconds of audio that were decoded
    created_at: datetime
    segments: tuple[Segment, ...] = ()
    review: tuple[ReviewPlace, ...] = ()
    origin: str = "machine"  #: "machine", "person" (human-made captions) or "captions" (automatic ones)

    @property
    def text(self) -> str:
        return join_text(self.segments)

    @cached_property
    def has_words(self) -> bool:
        """Whether anything is said; music has a transcript without words."""
        return any(segment.text.strip() for segment in self.segments)


def join_text(segments: Iterable[Segment]) -> str:
    """Join segments to running text.

    >>> join_text([Segment(start=0, end=1, text=" Hello"), Segment(start=1, end=2, text="world. ")])
    'Hello world.'
    """
    return " ".join(text for segment in segments if (text := segment.text.strip()))
