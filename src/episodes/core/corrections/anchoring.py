"""Finding the place of an edit in a machine's text, the one it was made on or any later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from episodes.core.corrections.tokens import Stream, keys
from episodes.core.corrections.values import Edit

#: Seconds around an edit's time in which its words are looked for first.
NEAR = 30.0
#: Words around an edit that are kept to find it again.
CONTEXT = 16
#: Share of the words that must be there again, at about the same time and anywhere.
ENOUGH_NEAR, ENOUGH_FAR = 0.4, 0.7


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where an edit goes: in place of the words from `first` to before `last`."""

    first: int
    last: int
    sure: float = 1.0  #: 0 to 1
    shift: float = 0.0  #: seconds that the place has moved since the edit was made


def find_spot(edit: Edit, stream: Stream) -> Spot | None:
    """Find the place of an edit by its position, its words and those around it near its time, or anywhere."""
    if edit.basis == stream.digest:
        return Spot(first=edit.position, last=edit.position + _words(edit))
    low, high = stream.at(edit.start - NEAR), stream.at(edit.end + NEAR)
    near = _best(edit, stream, low, high)
    if near and near.sure >= ENOUGH_NEAR:
        return near
    far = _best(edit, stream, 0, len(stream))
    if far and far.sure >= ENOUGH_FAR:
        return far
    if stream.at(edit.start) == stream.at(edit.end) and not _spoken_over(edit, stream):
        return Spot(first=stream.at(edit.start), last=stream.at(edit.start), sure=0.1)
    return None


def _words(edit: Edit) -> int:
    return sum(len(keys(segment.text)) for segment in edit.heard)


def _spoken_over(edit: Edit, stream: Stream) -> bool:
    """Tell whether the machine's text says something at the edit's time, or the edit replaced anything."""
    number = stream.at(edit.start)
    return bool(edit.heard) or (number > 0 and stream.times[number - 1][1] > edit.start + 0.5)


def _best(edit: Edit, stream: Stream, low: int, high: int) -> Spot | None:
    """Look for what the machine had heard, and for what the person wrote: a later machine may have heard that."""
    before, after = keys(edit.before)[-CONTEXT:], keys(edit.after)[:CONTEXT]
    found = [
        _aligned(before, [word for segment in text for word in keys(segment.text)], after, edit, stream, low, high)
        for text in dict.fromkeys((edit.heard, edit.lines))
    ]
    return max((spot for spot in found if spot), key=lambda spot: spot.sure, default=None)


def _aligned(
    before: list[str], middle: list[str], after: list[str], edit: Edit, stream: Stream, low: int, high: int
) -> Spot | None:
    quote = [*before, *middle, *after]
    window = stream.keys[low:high]
    matcher = SequenceMatcher(None, window, quote, autojunk=False)
    pairs = [(b.b + n, b.a + n) for b in matcher.get_matching_blocks() for n in range(b.size)]
    if not pairs:
        return None
    shift = _shift(edit, stream, pairs, low, len(before), len(middle))
    first = _border(pairs, len(before), len(quote), window, stream, low, edit.start + shift)
    last = _border(pairs, len(before) + len(middle), len(quote), window, stream, low, edit.end + shift)
    if shift and first < last:
        shift = stream.times[low + first][0] - edit.start
    return Spot(first=low + first, last=low + max(first, last), sure=len(pairs) / len(quote), shift=round(shift, 3))


def _shift(edit: Edit, stream: Stream, pairs: Sequence[tuple[int, int]], low: int, before: int, middle: int) -> float:
    """How far the place lies from the edit's time: the medium may have got a new beginning."""
    _quoted, found = min(pairs, key=lambda pair: abs(pair[0] - before - middle / 2))
    start, end = stream.times[low + found]
    apart = (start + end) / 2 - (edit.start + edit.end) / 2
    return apart if abs(apart) > NEAR + (edit.end - edit.start) else 0.0


def _border(
    pairs: Sequence[tuple[int, int]],
    place: int,
    length: int,
    window: Sequence[str],
    stream: Stream,
    low: int,
    time: float,
) -> int:
    """Map a border between two words of the quote to one between two words of the window."""
    left = max((pair for pair in pairs if pair[0] < place), default=(-1, -1))
    right = min((pair for pair in pairs if pair[0] >= place), default=(length, len(window)))
    gap = right[1] - left[1] - 1
    missing_left, missing_right = place - left[0] - 1, right[0] - place
    missing = missing_left + missing_right
    if left[0] >= 0 and right[0] < length and missing and gap <= missing + 1:
        return left[1] + 1 + min(gap, round(gap * missing_left / missing))
    # More words than were there: those that are said before the border's time lie before it.
    middles = [sum(stream.times[low + n]) / 2 for n in range(left[1] + 1, right[1])]
    return left[1] + 1 + sum(middle < time for middle in middles)
