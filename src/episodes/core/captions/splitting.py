"""Segments to cues: where captions are cut, so that each reads as one thought and stays on long enough."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from episodes.core.captions.cue import Cue
from episodes.core.captions.grammar import PLAIN, SENTENCE, break_cost, name_joints
from episodes.core.captions.lines import Atom, break_lines, columns_of, line_ends
from episodes.core.captions.timing import Draft, settle
from episodes.core.captions.words import Piece, clean, pieces, width
from episodes.core.light import dataclass
from episodes.core.transcript import Segment

#: Silence that always parts two cues, seconds.
PAUSE = 1.5
#: A cue does not end with fewer columns than these of a new sentence, if it can be helped.
TORN_START = 24
#: What each cue costs in itself: fewer, fuller ones are calmer to read.
CUE = 1.5


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How much a cue may hold; the defaults are those of broadcasters' guides (BBC, Netflix: 42 by 2, 1 to 7 s)."""

    max_chars: int = 42
    max_lines: int = 2
    min_duration: float = 1.0  #: seconds, where the following speech leaves room
    max_duration: float = 7.0
    max_rate: float = 20.0  #: characters a second that can be read, where there is room
    label_speakers: bool = False  #: leave room for `Name: ` where the speaker changes


def cues(
    segments: Iterable[Segment],
    *,
    max_chars: int = 42,
    max_lines: int = 2,
    label_speakers: bool = False,
    duration: float | None = None,
    names: Iterable[str] = (),
    layout: Layout | None = None,
) -> list[Cue]:
    """Make captions of what was said: no word lost, in order, never two at a time, none after `duration` (seconds).

    `names` are people's names that must not be parted; names are otherwise known by their capitals.
    """
    layout = layout or Layout(max_chars=max_chars, max_lines=max_lines, label_speakers=label_speakers)
    known = tuple(names)
    drafts: list[Draft] = []
    speaker = ""
    for said_by, block in _blocks(segments, layout):
        atoms = _atoms(block, known, layout)
        label = f"{said_by}: " if layout.label_speakers and said_by and said_by != speaker else ""
        drafts += _drafts(atoms, said_by, layout, width(label))
        speaker = said_by
    return [
        Cue(start=draft.start, end=draft.end, lines=draft.lines, speaker=draft.speaker)
        for draft in settle(drafts, layout.min_duration, layout.max_duration, layout.max_rate, duration)
    ]


def _blocks(segments: Iterable[Segment], layout: Layout) -> Iterator[tuple[str, list[Piece]]]:
    """Gather what one speaker says without a long pause."""
    block: list[Piece] = []
    speaker, until = "", 0.0
    for segment in sorted(segments, key=lambda segment: segment.start):
        said_by = clean(segment.speaker)
        for piece in pieces(segment, max_chars=layout.max_chars):
            if block and (said_by != speaker or piece.start - until >= PAUSE):
                yield speaker, block
                block = []
            block.append(piece)
            speaker, until = said_by, max(piece.end, until)
    if block:
        yield speaker, block


def _atoms(block: Sequence[Piece], names: Sequence[str], layout: Layout) -> list[Atom]:
    words = [piece.text for piece in block]
    joints = name_joints(words, names)
    atoms: list[Atom] = []
    for place, piece in enumerate(block):
        following = words[place + 1] if place + 1 < len(words) else ""
        cost = break_cost(piece.text, following)
        if piece.closes and cost >= PLAIN:
            cost -= 2
        if following and (gap := block[place + 1].start - piece.end) > 0:
            cost *= 1 - min(0.8, gap)
        columns = width(piece.text)
        if atoms and joints[place] and _fits_name(atoms[-1], piece, columns, layout):
            last = atoms[-1]
            text = f"{last.text} {piece.text}" if piece.space else last.text + piece.text
            atoms[-1] = Atom(text, last.columns + piece.space + columns, last.start, piece.end, last.space, cost)
        else:
            atoms.append(Atom(piece.text, columns, piece.start, piece.end, piece.space, cost))
    return atoms


def _fits_name(last: Atom, piece: Piece, columns: int, layout: Layout) -> bool:
    return last.columns + columns + 1 <= layout.max_chars * 3 // 4 and piece.start - last.end < 1.0


def _drafts(atoms: Sequence[Atom], speaker: str, layout: Layout, indent: int) -> list[Draft]:
    cuts = _cuts(atoms, layout, indent)
    found = []
    for first, last in pairwise(cuts):
        lines = break_lines(atoms[first:last], layout.max_chars, layout.max_lines, indent if first == 0 else 0)
        found.append(Draft(atoms[first].start, atoms[last - 1].end, lines, speaker))
    return found


def _cuts(atoms: Sequence[Atom], layout: Layout, indent: int) -> list[int]:
    """Find the cheapest way to part atoms into cues (shortest path over the places where one may end).

    A cue costs something in itself, for where it ends, for a sentence that it tears or a pause that it joins, and for
    being too short or too fast to read. All in one loop, for this is most of the work of writing captions.
    """
    count, columns = len(atoms), columns_of(atoms)
    reaches = line_ends(atoms, columns, layout.max_chars)
    ends = [0.0, *(atom.cost for atom in atoms[:-1]), 0.0]
    silence = _silences(atoms)
    torn = _torn(atoms, columns, ends)
    until = [0.0, *(atom.start for atom in atoms[1:]), atoms[-1].end + 1.0]
    shortest, fastest = layout.min_duration, layout.max_rate
    best = [0.0] + [float("inf")] * count
    came_from = [0] * (count + 1)
    for first, atom in enumerate(atoms):
        reach = _reach(reaches, columns, first, layout, 0 if first else indent)
        before, start = best[first] + CUE, atom.start
        latest = start + layout.max_duration
        for last in range(first + 1, reach + 1):
            if atoms[last - 1].end > latest and last > first + 1:
                break
            cost = before + ends[last]
            if cost >= best[last]:  # what else it costs makes it only dearer
                continue
            begun, price = torn[last]
            more = silence[last - 1] - silence[first] + (price if first < begun else 0.0)
            time, length = until[last] - start, columns[last] - columns[first]
            if time < shortest:
                more += 6 * (shortest - time)
            if length < 15:
                more += (15 - length) * 0.25
            if length > fastest * time:
                more += min(6.0, (length / max(time, 0.05) - fastest) * 0.3)
            if cost + more < best[last]:
                best[last], came_from[last] = cost + more, first
    cuts = [count]
    while cuts[-1] > 0:
        cuts.append(came_from[cuts[-1]])
    return cuts[::-1]


def _torn(atoms: Sequence[Atom], columns: Sequence[int], ends: Sequence[float]) -> list[tuple[int, float]]:
    """For each place, where the sentence begins that a cue ending there would tear, and what that costs."""
    found, begin = [(0, 0.0)], 0
    for last, atom in enumerate(atoms, start=1):
        price = 4.0 if columns[last] - columns[begin] < TORN_START else 1.5
        found.append((begin, price) if ends[last] > SENTENCE else (0, 0.0))
        begin = last if atom.cost == SENTENCE else begin
    return found


def _silences(atoms: Sequence[Atom]) -> list[float]:
    """Running sum of what it costs to show at once what a pause parts: the second half would come too early."""
    gaps = (after.start - before.end for before, after in pairwise(atoms))
    return list(accumulate((min(4.0, gap * 4) if gap > 0.4 else 0.0 for gap in gaps), initial=0.0))


def _reach(ends: Sequence[int], columns: Sequence[int], first: int, layout: Layout, indent: int) -> int:
    """How far a cue that begins with this atom may go; the first line may share its room with a name."""
    place, lines = first, layout.max_lines
    if indent:
        lines = max(1, lines - 1)
        beside = layout.max_chars - indent + 1  # the first atom's space is not written
        place = max(place, bisect_right(columns, columns[first] + beside) - 1)
    for _ in range(lines):
        if place < len(ends):
            place = ends[place]
    return place
