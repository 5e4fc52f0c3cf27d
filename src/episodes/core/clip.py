"""Clips: which stretch of an episode to cut, and what is said in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from episodes.core.errors import NotFound, UsageError
from episodes.core.transcript import Segment
from episodes.core.words import terms


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A piece of an episode's time."""

    start: float  #: seconds in the medium that the transcript's times refer to
    end: float


def checked(start: float, end: float, *, duration: float) -> Stretch:
    """Make a stretch that lies in the episode; raises UsageError."""
    if end <= start:
        raise UsageError("a clip must end after it starts", hint="clip REF --from 4:12 --to 4:40")
    if duration and start >= duration:
        raise UsageError(f"the episode is over after {duration:.0f} s", hint="choose an earlier --from")
    return Stretch(start=max(0.0, start), end=min(end, duration) if duration else end)


def find_quote(quote: str, segments: Sequence[Segment]) -> Stretch:
    """Find the segments in which these words are said one after the other; raises NotFound.

    >>> said = [Segment(start=0, end=2, text="Well, I think"), Segment(start=2, end=4, text="therefore I am.")]
    >>> find_quote("i think, therefore", said)
    Stretch(start=0, end=4)
    """
    wanted = terms(quote)
    spoken = [(word, place) for place, segment in enumerate(segments) for word in terms(segment.text)]
    words = [word for word, _ in spoken]
    for position in range(len(words) - len(wanted) + 1) if wanted else ():
        if words[position : position + len(wanted)] == wanted:
            first, last = spoken[position][1], spoken[position + len(wanted) - 1][1]
            return Stretch(start=segments[first].start, end=segments[last].end)
    raise NotFound(f"nobody says {quote!r} there", hint="`episodes search` finds the spot; --from and --to cut by time")


def title_of(text: str, size: int = 100) -> str:
    """Name a clip by what is said in it: its first words, at most `size` characters.

    >>> title_of("Who pays for the bridge? The city does.", 26), title_of("誰が橋の代金を払うのか", 6)
    ('Who pays for the bridge? …', '誰が橋の代…')
    """
    if len(text := " ".join(text.split())) <= size:
        return text
    words = text[: size - 1].rpartition(" ")[0]
    return f"{words} …" if len(words) > size // 2 else f"{text[: size - 1]}…"


def segments_in(stretch: Stretch, segments: Sequence[Segment], *, offset: float = 0.0) -> tuple[Segment, ...]:
    """The segments of a stretch, their times counted from its beginning; those cut by its ends are shortened.

    `offset` (seconds) is added to the transcript's times first, for a medium whose times differ.
    """
    length = stretch.end - stretch.start
    moved = []
    for segment in segments:
        start, end = (time + offset - stretch.start for time in (segment.start, segment.end))
        if end > 0 and start < length:
            moved.append(replace(segment, start=max(0.0, start), end=min(length, end), words=()))
    return tuple(moved)
