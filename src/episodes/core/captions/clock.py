"""Whether captions keep time with the speech, and how they are set right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from episodes.core.light import dataclass
from episodes.core.transcript import Segment

#: Seconds by which captions may be early or late before they are mended: people cut them a little off the speech.
TOLERABLE = 0.35
#: How far the peak stands out from all other offsets (in their standard deviations) before it is believed, and the
#: least that captions of this speech reach where there is enough of both to tell.
SURE, FOREIGN = 7.0, 4.5


@dataclass(frozen=True, kw_only=True)
class Fit:
    """How captions lie on the speech: a time t of theirs is heard at `rate * t + offset`."""

    offset: float = 0.0  #: seconds
    rate: float = 1.0
    clearness: float = 0.0  #: standard deviations by which this fit stands out from others
    telling: bool = False  #: there were enough captions, pauses and speech to tell at all

    @property
    def is_foreign(self) -> bool:
        """The captions fit nowhere: they are not of this speech."""
        return self.telling and self.clearness < FOREIGN

    def needs_mending(self, end: float) -> bool:
        """The captions are surely off by more than anybody would leave, somewhere up to `end` seconds."""
        worst = max(abs(self.offset), abs((self.rate - 1.0) * end + self.offset))
        return self.clearness >= SURE and worst > TOLERABLE


def set_right(segments: Iterable[Segment], fit: Fit) -> tuple[Segment, ...]:
    """Lay captions on the speech; what would begin before the medium begins at 0, what would end before it goes."""
    moved = retimed(segments, lambda time: round(fit.rate * time + fit.offset, 3))
    return tuple(segment for segment in moved if segment.end > 0)


def retimed(segments: Iterable[Segment], at: Callable[[float], float]) -> tuple[Segment, ...]:
    """Put segments and their words on another clock; what would be before its beginning is at 0."""

    def new(time: float) -> float:
        return max(0.0, at(time))

    return tuple(
        replace(
            segment,
            start=new(segment.start),
            end=new(segment.end),
            words=tuple(replace(word, start=new(word.start), end=new(word.end)) for word in segment.words),
        )
        for segment in segments
    )


def format_fit(fit: Fit) -> str:
    """What was done to captions to set them right, in words.

    >>> format_fit(Fit(offset=-2.5)), format_fit(Fit(rate=0.96))
    ('their times were 2.5 s late', 'their times went 4.17 % too slowly')
    """
    said = []
    if abs(fit.offset) >= 0.05:
        said.append(f"were {abs(fit.offset):.1f} s {'late' if fit.offset < 0 else 'early'}")
    if fit.rate != 1.0:
        said.append(f"went {abs(1 / fit.rate - 1):.2%} too {'slowly' if fit.rate < 1 else 'fast'}".replace("%", " %"))
    return f"their times {' and '.join(said)}"
