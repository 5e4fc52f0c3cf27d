"""Packing speech into windows: what the recogniser hears at once, and where the file is cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from episodes.speech.voice import SECONDS, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from episodes.speech.tuning import Tuning


@dataclass(frozen=True, kw_only=True)
class Window:
    """A stretch of the medium that is heard at once, long pauses left out; times in seconds of the medium."""

    start: float  #: where the window before ends
    end: float  #: everything up to here belongs to this window or an earlier one
    pieces: tuple[Span, ...]  #: the sound that is heard, in order
    speech: tuple[Span, ...]  #: where the voice detector found speech

    @property
    def length(self) -> float:
        return sum(piece.length for piece in self.pieces)

    @property
    def spoken(self) -> float:
        return sum(span.length for span in self.speech)

    def to_media(self, time: float) -> float:
        """Turn a time within the heard sound into one of the medium.

        >>> window = Window(start=0, end=9, pieces=(Span(start=1, end=3), Span(start=5, end=9)), speech=())
        >>> [window.to_media(time) for time in (0.5, 2.5, 99)]
        [1.5, 5.5, 9]
        """
        for piece in self.pieces:
            if time < piece.length:
                return piece.start + max(0.0, time)
            time -= piece.length
        return self.pieces[-1].end

    def starting(self, start: float) -> Window:
        return replace(self, start=start)

    def part(self, start: float, end: float) -> Window | None:
        """The same window between two times of the medium; None where nothing is spoken."""
        pieces = _within(self.pieces, start, end)
        speech = _within(self.speech, start, end)
        return Window(start=start, end=end, pieces=pieces, speech=speech) if pieces and speech else None


def next_window(
    spans: Sequence[Span], since: float, now: float, probabilities: Sequence[float], tuning: Tuning, *, last: bool
) -> Window | None:
    """Cut the first window off the speech found between `since` and `now`; None if more must be heard first.

    The cut is made in a long pause between `tuning.shortest` and `tuning.longest` seconds, so that few words meet it;
    none is made where all the speech there is fits into `tuning.whole`. It depends on nothing before `since`: a
    transcription that goes on from a cut makes the same windows as one that was never stopped.
    """
    known = _divided(spans, since, probabilities, tuning)
    closed = last or not known or known[-1].end < now - SECONDS
    usable = known if closed else known[:-1]
    if not usable:
        return None
    horizon = now if closed else known[-1].start
    group = _group(usable, tuning)
    certain = last or len(group) < len(usable) or horizon - group[-1].end >= tuning.apart
    enough = _length(group, tuning) > tuning.longest + tuning.remainder
    if not (enough or certain):
        return None
    if certain and (whole := _closed(known, len(group), since, now, tuning, last=last)).length <= tuning.whole:
        return whole
    count = _best_cut(group, tuning) if _length(group, tuning) > tuning.longest else len(group)
    return _closed(known, count, since, now, tuning, last=last)


def _closed(spans: Sequence[Span], count: int, since: float, now: float, tuning: Tuning, *, last: bool) -> Window:
    """The window of the first `count` spans; it ends midway to the next one, or some way behind."""
    head = spans[:count]
    following = spans[count] if len(spans) > count else None
    end = (head[-1].end + following.start) / 2 if following else (now if last else head[-1].end + tuning.apart / 2)
    return _window(head, since, round(end, 3), tuning)


def _group(spans: Sequence[Span], tuning: Tuning) -> list[Span]:
    """Spans from the first on that may share a window, and some more to see what a cut leaves over."""
    group: list[Span] = []
    for span in spans:
        if group and span.start - group[-1].end > tuning.apart:
            break
        group.append(span)
        if _length(group, tuning) > tuning.longest + tuning.remainder:
            break
    return group


def _best_cut(group: Sequence[Span], tuning: Tuning) -> int:
    def merit(count: int) -> float:
        length = _length(group[:count], tuning)
        pause = min(1.0, group[count].start - group[count - 1].end)
        early = 0.0 if length >= tuning.shortest else 2.0 - length / tuning.shortest
        rest = _length(group[count:], tuning)
        scrap = 0.0 if rest >= tuning.remainder else 1.0 - rest / tuning.remainder
        return pause - early - scrap + tuning.fullness * length / tuning.longest

    fitting = [count for count in range(1, len(group)) if _length(group[:count], tuning) <= tuning.longest]
    return max(fitting, key=merit, default=1)


def _length(spans: Sequence[Span], tuning: Tuning) -> float:
    pauses = sum(min(tuning.silence, after.start - span.end) for span, after in pairwise(spans))
    return sum(span.length for span in spans) + pauses + 2 * tuning.padding


def _divided(spans: Sequence[Span], since: float, probabilities: Sequence[float], tuning: Tuning) -> list[Span]:
    """Speech without any pause for longer than a window is cut where the voice is weakest."""
    most = tuning.longest - 2 * tuning.padding
    parts: list[Span] = []
    for span in spans:
        rest = span
        while rest.length > most:
            first = int((rest.start + tuning.shortest * 0.8 - since) / SECONDS)
            until = int((rest.start + most - since) / SECONDS)
            weakest = min(range(first, until), key=lambda index: float(probabilities[index]))
            cut = round(since + weakest * SECONDS, 3)
            parts.append(Span(start=rest.start, end=cut))
            rest = Span(start=cut, end=rest.end)
        parts.append(rest)
    return parts


def _window(spans: Sequence[Span], since: float, end: float, tuning: Tuning) -> Window:
    pieces: list[Span] = []
    begin = max(since, spans[0].start - tuning.padding)
    for span, after in pairwise(spans):
        if after.start - span.end > tuning.silence:
            pieces.append(Span(start=begin, end=span.end + tuning.silence / 2))
            begin = after.start - tuning.silence / 2
    pieces.append(Span(start=begin, end=min(end, spans[-1].end + tuning.padding)))
    return Window(start=since, end=end, pieces=tuple(pieces), speech=tuple(spans))


def _within(spans: Sequence[Span], start: float, end: float) -> tuple[Span, ...]:
    cut = (Span(start=max(start, span.start), end=min(end, span.end)) for span in spans)
    return tuple(span for span in cut if span.length > 0.05)
