"""When cues come and go: long enough to read, never two at a time, never after the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from episodes.core.timecode import to_milliseconds


@dataclass
class Draft:
    """A cue whose times are not settled yet, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str = ""


def settle(
    drafts: Sequence[Draft],
    min_duration: float,
    max_duration: float,
    max_rate: float,
    duration: float | None = None,
) -> Sequence[Draft]:
    """Give drafts their final times, to the thousandth of a second, in order and without overlap.

    A cue stays longer than its words where the next one leaves room, and borrows from a longer neighbour where not.
    """
    starts = _in_order([to_milliseconds(draft.start) for draft in drafts])
    ends = [to_milliseconds(draft.end) for draft in drafts]
    limit = to_milliseconds(duration) if duration else None
    _fit_before(starts, limit)
    shortest = to_milliseconds(min_duration)
    longest = to_milliseconds(max_duration)
    for place, draft in enumerate(drafts):
        wanted = max(shortest, round(1000 * sum(map(len, draft.lines)) / max_rate))
        room = _following(starts, place, limit) - starts[place]
        ends[place] = starts[place] + min(room, longest, max(ends[place] - starts[place], wanted))
    _borrow(starts, ends, shortest)
    for draft, start, end in zip(drafts, starts, ends, strict=True):
        draft.start, draft.end = start / 1000, end / 1000
    return drafts


def _in_order(times: list[int]) -> list[int]:
    latest = -1
    for place, time in enumerate(times):
        latest = max(time, latest + 1)
        times[place] = latest
    return times


def _fit_before(starts: list[int], limit: int | None) -> None:
    """Move what would begin after the end of the medium before it, closing up from behind."""
    if limit is None:
        return
    # A caption that lasts under a tenth of a second is a flash; on a file too short even for that, any room is shared.
    step = min(100, limit // (len(starts) + 1)) if starts else 0
    latest = limit
    for place in range(len(starts) - 1, -1, -1):
        latest = min(starts[place], latest - max(step, 1))
        if latest == starts[place]:
            break
        starts[place] = max(latest, 0)


def _following(starts: Sequence[int], place: int, limit: int | None) -> int:
    if place + 1 < len(starts):
        return starts[place + 1]
    return starts[place] + 3_600_000 if limit is None else limit


def _borrow(starts: list[int], ends: list[int], shortest: int) -> None:
    """Let a cue that is too short to read begin a little earlier or end later, at a longer neighbour's cost."""
    for place in range(len(starts)):
        missing = shortest - (ends[place] - starts[place])
        if missing > 0 and place > 0:
            spare = max(0, ends[place - 1] - starts[place - 1] - shortest) + starts[place] - ends[place - 1]
            taken = min(missing, spare, starts[place] - starts[place - 1] - 1, 500)
            starts[place] -= taken
            ends[place - 1] = min(ends[place - 1], starts[place])
            missing -= taken
        if missing > 0 and place + 1 < len(starts):
            spare = ends[place + 1] - starts[place + 1] - shortest
            taken = min(missing, max(0, spare), 500)
            if taken > 0 and ends[place] + taken > starts[place + 1]:
                starts[place + 1] = ends[place] + taken
                ends[place] += taken
