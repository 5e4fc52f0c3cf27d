"""The effective text: what the machine heard, with what people corrected laid over it; a pure function of both."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from episodes.core.corrections.anchoring import Spot, find_spot
from episodes.core.corrections.rules import Found, apply_rules
from episodes.core.corrections.timing import in_order, timed
from episodes.core.corrections.tokens import Stream
from episodes.core.corrections.values import Edit, Lost, Overlay
from episodes.core.transcript import Segment


@dataclass(frozen=True, kw_only=True)
class Part:
    """A segment of the effective text, before rules, and where it comes from."""

    segment: Segment
    edit: Edit | None = None  #: the edit that it is a line of; None = as the machine heard it
    first: int = 0  #: the machine's words that it stands for: from this one
    last: int = 0  #: to before this one


@dataclass(frozen=True, kw_only=True)
class Effective:
    """What corrections make of a transcript."""

    parts: tuple[Part, ...]
    segments: tuple[Segment, ...]  #: the effective text, one for each part
    lost: tuple[Lost, ...] = ()
    found: tuple[Found, ...] = ()  #: where rules were at work


def effective_segments(segments: Sequence[Segment], overlay: Overlay) -> tuple[Segment, ...]:
    """The effective text alone."""
    return effective(segments, overlay).segments


def effective(segments: Sequence[Segment], overlay: Overlay) -> Effective:
    """Lay corrections over what the machine heard: edits in their places, then rules over all that is older.

    Segments that nothing concerns come back as the same objects.
    """
    parts, lost = apply_edits(segments, overlay.edits)
    texts, found = apply_rules(
        [part.segment.text for part in parts],
        overlay.rules,
        edits=[part.edit.id if part.edit else 0 for part in parts],
    )
    spoken = tuple(
        part.segment if text == part.segment.text else with_text(part.segment, text)
        for part, text in zip(parts, texts, strict=True)
    )
    return Effective(parts=parts, segments=spoken, lost=lost, found=tuple(found))


def with_text(segment: Segment, text: str) -> Segment:
    """Give a segment another text; words that stay keep their times."""
    words = timed(text, segment.words, segment.start, segment.end) if segment.words else ()
    return replace(segment, text=text, words=words)


def apply_edits(segments: Sequence[Segment], edits: Iterable[Edit]) -> tuple[tuple[Part, ...], tuple[Lost, ...]]:
    """Put edits in the place of what the machine heard; what has no place is told."""
    edits = sorted(edits, key=lambda edit: edit.id)
    stream = Stream(segments)
    if not edits:
        return tuple(_machine_parts(stream, [])), ()
    spots, lost = _settle([(edit, find_spot(edit, stream)) for edit in edits])
    spots.sort(key=lambda pair: (pair[1].first, pair[1].last, pair[0].start, pair[0].id))
    ordered = [(part.first, 1 if part.last > part.first else 0, part.segment.start, part)
               for part in _machine_parts(stream, [spot for _, spot in spots])]  # fmt: skip
    for edit, spot in spots:
        ordered += [(spot.first, 0, part.segment.start, part) for part in _lines(edit, spot, stream)]
    ordered.sort(key=lambda entry: entry[:3])
    return tuple(_in_order([entry[3] for entry in ordered])), tuple(lost)


def _settle(found: list[tuple[Edit, Spot | None]]) -> tuple[list[tuple[Edit, Spot]], list[Lost]]:
    """Let no two edits have the same words: the surer, then the later one has them."""
    lost = [Lost(edit=edit, reason="its words are not said any more") for edit, spot in found if spot is None]
    placed: list[tuple[Edit, Spot]] = []
    candidates = [(edit, spot) for edit, spot in found if spot is not None]
    for edit, spot in sorted(candidates, key=lambda pair: (-pair[1].sure, -pair[0].id)):
        free = _free(spot, [other for _, other in placed])
        if free is None:
            lost.append(Lost(edit=edit, reason="another correction stands in its place"))
        else:
            placed.append((edit, free))
    return placed, lost


def _free(spot: Spot, taken: Iterable[Spot]) -> Spot | None:
    """What others leave of a place; None if that is less than half of it."""
    first, last = spot.first, spot.last
    for other in taken:
        if first == last:
            if other.first < first < other.last:
                return None
        elif other.first < last and first < other.last:
            if first < other.first and other.last < last:
                if other.first == other.last:  # an insertion: there is room for both
                    continue
                return None
            first, last = (other.last, last) if other.first <= first else (first, other.first)
            if (last - first) * 2 < spot.last - spot.first:
                return None
    return replace(spot, first=first, last=last)


def _machine_parts(stream: Stream, spots: Sequence[Spot]) -> list[Part]:
    """What the machine heard outside the given places, its segments cut where a place begins or ends in one."""
    borders = sorted({border for spot in spots for border in (spot.first, spot.last)})
    taken = [(spot.first, spot.last) for spot in spots if spot.last > spot.first]
    parts: list[Part] = []
    for number, segment in enumerate(stream.segments):
        begin, end = stream.begins[number], stream.begins[number + 1]
        if not spots:
            parts.append(Part(segment=segment, first=begin, last=end))
            continue
        if begin == end:
            if not any(first < begin < last for first, last in taken):
                parts.append(Part(segment=segment, first=begin, last=end))
            continue
        cuts = [begin, *(border for border in borders if begin < border < end), end]
        for first, last in itertools.pairwise(cuts):
            if not any(a <= first and last <= b for a, b in taken):
                parts.append(Part(segment=stream.cut(number, first, last), first=first, last=last))
    return parts


def _lines(edit: Edit, spot: Spot, stream: Stream) -> list[Part]:
    """The lines of an edit at their place, with the times of words that were heard too."""
    words = [
        word
        for segment in stream.segments
        if segment.words and segment.end > edit.start + spot.shift - 1 and segment.start < edit.end + spot.shift + 1
        for word in segment.words
    ]
    parts = []
    for line in edit.lines:
        start, end = max(0.0, line.start + spot.shift), max(0.0, line.end + spot.shift)
        inside = [word for word in words if start - 0.5 <= word.start and word.end <= end + 0.5]
        timed_words = timed(line.text, inside, start, end) if inside else ()
        segment = replace(line, start=start, end=end, words=timed_words)
        parts.append(Part(segment=segment, edit=edit, first=spot.first, last=spot.last))
    return parts


def _in_order(parts: list[Part]) -> list[Part]:
    """Keep lines of edits from beginning before what precedes them; what the machine heard keeps its times."""
    segments = in_order([part.segment for part in parts], [part.edit is not None for part in parts])
    return [
        part if part.segment is segment else replace(part, segment=segment)
        for part, segment in zip(parts, segments, strict=True)
    ]
