"""From a changed text to edits: only what a person changed becomes one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from episodes.core.corrections.anchoring import CONTEXT
from episodes.core.corrections.effective import Effective, Part
from episodes.core.corrections.tokens import Stream
from episodes.core.corrections.values import Edit
from episodes.core.transcript import Segment


@dataclass(frozen=True, kw_only=True)
class Changes:
    """New edits, and the older ones whose places they take."""

    edits: tuple[Edit, ...] = ()
    replaced: tuple[Edit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edits or self.replaced)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Neighbouring segments of the effective text, from `first` to before `last`, and what a person made of them."""

    first: int
    last: int
    lines: tuple[Segment, ...]


def changes(machine: Sequence[Segment], now: Effective, wanted: Sequence[Segment]) -> Changes:
    """Find what differs between the effective text and the text that a person wants.

    Segments count as unchanged if text, speaker and times are; text is compared without its outer spaces.
    """
    matcher = SequenceMatcher(None, [_face(s) for s in now.segments], [_face(s) for s in wanted], autojunk=False)
    groups = []
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        if i_end - i == j_end - j:  # each for itself: small edits find their places again more surely
            groups += [Group(first=i + n, last=i + n + 1, lines=(wanted[j + n],)) for n in range(i_end - i)]
        else:
            groups.append(Group(first=i, last=i_end, lines=tuple(wanted[j:j_end])))
    return from_groups(machine, now, groups)


def _face(segment: Segment) -> tuple[str, str, float, float]:
    return segment.text.strip(), segment.speaker, round(segment.start, 3), round(segment.end, 3)


def from_groups(machine: Sequence[Segment], now: Effective, groups: Sequence[Group]) -> Changes:
    """Make edits of changed groups, given in order; an older edit that is touched goes into the new one whole."""
    stream = Stream(machine)
    slots = [(segment,) for segment in now.segments]  # what a person made of each segment
    gaps: list[tuple[Segment, ...]] = [()] * (len(slots) + 1)  # and put in before it
    for group in groups:
        if group.first == group.last:
            gaps[group.first] = group.lines
        else:
            slots[group.first : group.last] = [group.lines, *[()] * (group.last - group.first - 1)]  # type: ignore[list-item]
    made: list[Edit] = []
    replaced: list[Edit] = []
    for first, last in _united([_widened(group, now.parts) for group in groups]):
        lines = list(gaps[first]) if first == last else []
        for number in range(first, last):
            lines += (*(gaps[number] if number > first else ()), *slots[number])
        replaced += dict.fromkeys(part.edit for part in now.parts[first:last] if part.edit)
        edit = _edit(stream, now.parts, first, last, lines)
        made += [edit] if edit.heard or edit.lines else []
    return Changes(edits=tuple(made), replaced=tuple(replaced))


def _widened(group: Group, parts: Sequence[Part]) -> tuple[int, int]:
    """Take in all lines of the older edits that a group touches, or that an insertion lies within."""
    first, last = group.first, group.last
    while 0 < first < len(parts) and _same_edit(parts[first - 1], parts[first]):
        first -= 1
    while 0 < last < len(parts) and _same_edit(parts[last - 1], parts[last]):
        last += 1
    return first, last


def _same_edit(one: Part, other: Part) -> bool:
    return one.edit is not None and one.edit is other.edit


def _united(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for first, last in places:
        if united and (first < united[-1][1] or (first, last) == united[-1]):
            united[-1] = (min(first, united[-1][0]), max(last, united[-1][1]))
        else:
            united.append((first, last))
    return united


def _edit(stream: Stream, parts: Sequence[Part], first: int, last: int, lines: Sequence[Segment]) -> Edit:
    begin, end = _position(parts, first, last, len(stream))
    return Edit(
        heard=_heard(stream, begin, end),
        lines=tuple(replace(line, text=line.text.strip(), words=()) for line in lines if line.text.strip()),
        before=stream.text(begin - CONTEXT, begin),
        after=stream.text(end, end + CONTEXT),
        position=begin,
        basis=stream.digest,
    )


def _position(parts: Sequence[Part], first: int, last: int, length: int) -> tuple[int, int]:
    """The machine's words that parts stand for; for an insertion, the place between two of them."""
    if first < last:
        return min(part.first for part in parts[first:last]), max(part.last for part in parts[first:last])
    place = parts[first].first if first < len(parts) else length
    return place, place


def _heard(stream: Stream, first: int, last: int) -> tuple[Segment, ...]:
    """The machine's segments, or parts of them, between two words."""
    found = []
    for number in range(len(stream.segments)):
        begin, end = max(first, stream.begins[number]), min(last, stream.begins[number + 1])
        if begin < end:
            segment = stream.cut(number, begin, end)
            found.append(Segment(start=segment.start, end=segment.end, text=segment.text, speaker=segment.speaker))
    return tuple(found)
