"""Cues: what a caption file shows at a time, and what reading such a file gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from episodes.core.transcript import Segment


@dataclass(frozen=True, kw_only=True)
class Cue:
    """A caption: one or more lines of text from `start` to `end`, said by `speaker` if that is known."""

    start: float  #: seconds, to the thousandth
    end: float
    lines: tuple[str, ...]
    speaker: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.lines)


@dataclass(frozen=True, kw_only=True)
class Captions:
    """A caption file as read: its cues in order, and what could not be taken as it stood."""

    cues: tuple[Cue, ...]
    format: str  #: "vtt", "srt", "sbv", "json", "podlove", "html"; empty = nothing was recognised
    language: str = ""  #: as the file states it
    automatic: bool = False  #: made by a recogniser, as far as the file shows (rolling captions)
    notes: tuple[str, ...] = ()  #: for people: what was skipped or mended, and on which line


def to_segments(cues: Iterable[Cue]) -> tuple[Segment, ...]:
    """Take captions for a transcript: one segment a cue."""
    return tuple(Segment(start=cue.start, end=cue.end, text=cue.text, speaker=cue.speaker) for cue in cues)
