"""Places of a transcript that a person should look at, the most doubtful first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from episodes.core.corrections.effective import Effective
from episodes.core.corrections.values import Looked
from episodes.core.transcript import Transcript

#: Seconds without any text that are told as a gap.
GAP = 30.0
#: Segments below this confidence are told.
DOUBTED = 0.4
#: How bad each reason is; the worst come first.
_WEIGHTS = {
    "a correction has lost its place": 9.0,
    "speech without text": 6.0,
    "repetition": 5.0,
    "text without speech": 5.0,
    "other language": 3.0,
    "low probability": 3.0,
    "long gap": 1.0,
}


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A place to look at, and why."""

    start: float
    end: float
    reason: str
    text: str = ""  #: as it stands there now
    segments: tuple[int, ...] = ()  #: positions in the effective text
    weight: float = 1.0


def doubtful(machine: Transcript, now: Effective, looked: Sequence[Looked] = ()) -> list[Doubt]:
    """Find what to look at: what the recogniser doubts, repetition, gaps, other languages, edits without a place.

    What a person wrote, or has looked at as it stands, is left out.
    """
    found: dict[tuple[str, tuple[int, ...], int], Doubt] = {}
    for start, end, reason in _places(machine, now):
        numbers = tuple(
            n for n, segment in enumerate(now.segments) if segment.start < end - 0.01 and segment.end > start + 0.01
        )
        text = " ".join(now.segments[n].text.strip() for n in numbers)
        written = numbers and all(now.parts[n].edit for n in numbers)
        if (written and not reason.startswith("a correction")) or _is_looked_at(looked, start, end, reason, text):
            continue
        weight = _WEIGHTS.get(reason, 2.0)
        key = (reason, numbers, int(start))
        found[key] = Doubt(start=start, end=end, reason=reason, text=text, segments=numbers, weight=weight)
    return sorted(found.values(), key=lambda doubt: (-doubt.weight, doubt.start))


def _is_looked_at(looked: Sequence[Looked], start: float, end: float, reason: str, text: str) -> bool:
    return any(
        one.reason == reason and one.text == text and one.start < end + 0.01 and one.end > start - 0.01
        for one in looked
    )


def _places(machine: Transcript, now: Effective) -> Iterator[tuple[float, float, str]]:
    for place in machine.review:
        yield place.start, place.end, place.reason
    latest = 0.0
    texts: list[str] = []
    for segment, part in zip(now.segments, now.parts, strict=True):
        if segment.start - latest > GAP:
            yield latest, segment.start, "long gap"
        latest = max(latest, segment.end)
        if part.edit is None:
            yield from ((segment.start, segment.end, doubt) for doubt in segment.doubts)
            if segment.confidence < DOUBTED and "low probability" not in segment.doubts:
                yield segment.start, segment.end, "low probability"
            if segment.language and segment.language != machine.language and "other language" not in segment.doubts:
                yield segment.start, segment.end, "other language"
        texts = [*texts[-2:], segment.text.strip().casefold()]
        if len(texts) == 3 and texts[0] and len(set(texts)) == 1 and "repetition" not in segment.doubts:
            yield segment.start, segment.end, "repetition"
    if machine.duration - latest > GAP:
        yield latest, machine.duration, "long gap"
    for lost in now.lost:
        yield lost.edit.start, lost.edit.end, "a correction has lost its place"
