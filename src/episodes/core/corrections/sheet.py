"""A transcript as a sheet to correct in an editor: a line a segment, with its time and speaker; and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from episodes.core.corrections.tokens import keys
from episodes.core.errors import UsageError
from episodes.core.timecode import parse_timecode, to_milliseconds
from episodes.core.transcript import Segment

HELP = """\
# Correct words, times and speakers; then save and close.
# [time speaker] begins a segment. To join two, delete the second one's brackets; to cut one in two, begin a new line
# with [+] or [+ speaker] where it is to be cut. A line that is deleted is taken out of the transcript.
"""
_LINE = re.compile(r"\[([^\]]*)\](.*)")
#: Seconds that a new line lasts where nothing says it.
_RATE = 15.0


def format_sheet(segments: Sequence[Segment], *, title: str = "") -> str:
    """Write a sheet.

    >>> print(format_sheet([Segment(start=61.5, end=63, text="Hello.", speaker="Ann")]).splitlines()[-1])
    [00:01:01.50 Ann] Hello.
    """
    head = f"# {_flat(title)}\n{HELP}\n" if title else f"{HELP}\n"
    return head + "".join(f"[{' '.join(filter(None, face(segment)[:2]))}] {face(segment)[2]}\n" for segment in segments)


def face(segment: Segment) -> tuple[str, str, str]:
    """A segment as it stands in a sheet: time, speaker, text."""
    return format_time(segment.start), re.sub(r"[\[\]]", "", _flat(segment.speaker)), _flat(segment.text)


def format_time(seconds: float) -> str:
    """Write a time to the hundredth."""
    hundredths = to_milliseconds(seconds) // 10
    minutes, rest = divmod(hundredths, 6000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 100:02d}.{rest % 100:02d}"


def _flat(text: str) -> str:
    return " ".join(text.split())


@dataclass
class _Draft:
    line: int
    time: str  #: as written; empty = to be found out
    speaker: str
    text: str


def parse_sheet(text: str, shown: Sequence[Segment]) -> list[Segment]:
    """Read a sheet back; what was not changed is the very segment that was shown.

    Raises UsageError that names the line which makes no sense.
    """
    drafts = _read(text)
    if not drafts and shown:
        raise UsageError("the text is empty", hint="to take a transcript out: `episodes transcribe REF --again`")
    known: dict[str, list[Segment]] = {}
    for segment in shown:
        known.setdefault(format_time(segment.start), []).append(segment)
    found = [_segment(draft, known) for draft in drafts]
    _use_vanished(found, [segment for left in known.values() for segment in left])
    _fill_times(found, drafts, shown)
    return [segment for segment, _ in found]


def _read(text: str) -> list[_Draft]:
    drafts: list[_Draft] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        stripped = line.strip()
        if not stripped or (stripped.startswith("#") and not drafts):
            continue
        if not stripped.startswith("["):
            if not drafts:
                raise _refusal(number, f"{_short(stripped)} stands before the first segment")
            drafts[-1].text = f"{drafts[-1].text} {stripped}".strip()
            continue
        match = _LINE.fullmatch(stripped)
        if not match:
            raise _refusal(number, f"{_short(stripped)} opens a bracket and does not close it")
        time, _, speaker = match[1].strip().partition(" ")
        drafts.append(_Draft(number, _time(time, number), speaker.strip(), match[2].strip()))
    return drafts


def _time(text: str, number: int) -> str:
    if text in ("", "+"):
        return ""
    try:
        return format_time(parse_timecode(text))
    except ValueError as error:
        raise _refusal(number, f"{_short(f'[{text}]')} holds no time") from error


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _refusal(number: int, why: str) -> UsageError:
    return UsageError(
        f"line {number}: {why}", hint="a segment begins with its time and speaker in brackets: [00:01:02.50 Ann Lee]"
    )


def _segment(draft: _Draft, known: dict[str, list[Segment]]) -> tuple[Segment, bool]:
    """The segment of a line, and whether its end is known."""
    before = known.get(draft.time, [])
    same = next((s for s in before if face(s)[1:] == (draft.speaker, draft.text)), None)
    if same is not None:
        before.remove(same)
        return same, True
    if before:
        old = before.pop(0)
        speaker = old.speaker if face(old)[1] == draft.speaker else draft.speaker
        text = old.text if face(old)[2] == draft.text else draft.text
        return Segment(start=old.start, end=old.end, text=text, speaker=speaker, language=old.language), True
    start = parse_timecode(draft.time) if draft.time else -1.0
    return Segment(start=start, end=start, text=draft.text, speaker=draft.speaker), False


def _use_vanished(found: list[tuple[Segment, bool]], vanished: list[Segment]) -> None:
    """Lines that got another time keep their end; a line that took in the text of the next one lasts as long."""
    for place, (segment, is_known) in enumerate(found):
        if not is_known and segment.start >= 0:
            same = next((old for old in vanished if face(old)[2] == face(segment)[2]), None)
            if same is not None and same.end > segment.start:
                vanished.remove(same)
                found[place] = (replace(segment, end=same.end), True)
                before = found[place - 1][0] if place else segment
                if before.start < segment.start < before.end <= same.start:
                    found[place - 1] = (replace(before, end=segment.start), found[place - 1][1])
    for place, (segment, is_known) in enumerate(found):
        while is_known:
            joined = next((old for old in vanished if 0 <= old.start - segment.end < 60 and _holds(segment, old)), None)
            if joined is None:
                break
            vanished.remove(joined)
            segment = replace(segment, end=joined.end, words=())
            found[place] = (segment, True)


def _holds(segment: Segment, other: Segment) -> bool:
    """Tell whether at least half of another's words stand in a segment, the last of them at its end."""
    mine, theirs = keys(segment.text), keys(other.text)
    tail = mine[-len(theirs) - 2 :] if theirs else []
    return 2 * sum(word in tail for word in theirs) >= len(theirs) > 0


def _fill_times(found: list[tuple[Segment, bool]], drafts: Sequence[_Draft], shown: Sequence[Segment]) -> None:
    """Give new lines their times, those in front of them new ends; refuse times that run backwards."""
    latest = 0.0
    for (segment, _), draft in zip(found, drafts, strict=True):
        if segment.start >= 0 and segment.start < latest - 0.005:
            raise _refusal(draft.line, f"[{draft.time}] is earlier than the line before it")
        latest = max(latest, segment.start)
    number = 0
    while number < len(found):
        if found[number][1] and (number + 1 == len(found) or found[number + 1][1]):
            number += 1
            continue
        until = number + 1
        while until < len(found) and not found[until][1]:
            until += 1
        _spread(found, number, until, shown)
        number = until


def _spread(found: list[tuple[Segment, bool]], first: int, last: int, shown: Sequence[Segment]) -> None:
    """Share the time of a run of lines whose ends are not known, and of the known line in front, by letters."""
    run = [segment for segment, _ in found[first:last]]
    begin = run[0].start if run[0].start >= 0 else (found[first - 1][0].end if first else 0.0)
    limit = found[last][0].start if last < len(found) else None
    end = _end(run, begin, limit, found[first][1], shown)
    starts = _starts(run, begin, end)
    for place, segment in enumerate(run):
        until = starts[place + 1] if place + 1 < len(run) else max(end, starts[place])
        is_shown = segment.start == starts[place] and segment.end == until
        found[first + place] = (
            segment if is_shown else replace(segment, start=starts[place], end=until, words=()),
            True,
        )


def _end(run: list[Segment], begin: float, limit: float | None, known: bool, shown: Sequence[Segment]) -> float:
    if known and len(run) > 1 and run[0].end > max(run[-1].start, begin):
        return run[0].end if limit is None else min(run[0].end, max(limit, begin))
    start = max(begin, run[-1].start)
    covered = [segment.end for segment in shown if segment.start <= start < segment.end]
    end = covered[-1] if covered else start + max(1.0, len(run[-1].text) / _RATE)
    return end if limit is None else min(end, max(limit, begin))


def _starts(run: list[Segment], begin: float, end: float) -> list[float]:
    starts = [segment.start for segment in run]
    starts[0] = begin
    number = 1
    while number < len(run):
        if starts[number] >= 0:
            number += 1
            continue
        until = number
        while until < len(run) and starts[until] < 0:
            until += 1
        finish = starts[until] if until < len(run) else end
        lengths = [len(run[n].text) + 1 for n in range(number - 1, until)]
        at, room, total = starts[number - 1], max(0.0, finish - starts[number - 1]), sum(lengths)
        for place in range(number, until):
            at += room * lengths[place - number] / total
            starts[place] = round(at, 3)
        number = until
    return starts
