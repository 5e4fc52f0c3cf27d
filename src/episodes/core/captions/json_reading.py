"""Transcripts in JSON: the podcast namespace's, Podlove's, YouTube's, and what recognisers write."""

from __future__ import annotations

import json
from typing import Any

from episodes.core.captions.cue import Captions, Cue
from episodes.core.timecode import parse_timecode, to_milliseconds

#: Seconds that no time reaches; Python makes no float of whole numbers of hundreds of digits.
_LATEST = 1e9


def read_json(text: str) -> Captions:
    """Read a list of segments, whatever the names of its fields."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Captions(cues=(), format="", notes=(f"it is no whole JSON: {error}",))
    listed, format_ = _listed(record)
    if listed is None:
        return Captions(cues=(), format="", notes=("its JSON holds no list of segments",))
    cues: list[Cue] = []
    notes: list[str] = []
    for number, segment in enumerate(listed, start=1):
        made = _cue(segment, cues[-1].end if cues else 0.0)
        if isinstance(made, str):
            notes.append(f"segment {number}: {made}")
        else:
            cues.append(made)
    language = record.get("language") if isinstance(record, dict) else ""
    return Captions(
        cues=tuple(cues), format=format_, language=language if isinstance(language, str) else "", notes=tuple(notes)
    )


def _listed(record: Any) -> tuple[list[Any] | None, str]:
    if isinstance(record, list):
        return record, "podlove"
    for name, format_ in (
        ("segments", "json"),
        ("transcripts", "podlove"),
        ("transcript", "podlove"),
        ("events", "json3"),
    ):
        if isinstance(record, dict) and isinstance(record.get(name), list):
            return record[name], format_
    return None, ""


def _cue(segment: Any, latest: float) -> Cue | str:
    """Make a cue, or say why there is none."""
    if not isinstance(segment, dict):
        return "is no object"
    lines = tuple(line for raw in _text(segment).split("\n") if (line := raw.strip()))
    if not lines:
        return "has no text"
    try:
        start = _time(segment, "startTime", "start_ms", "start", "tStartMs")
        end = _time(segment, "endTime", "end_ms", "end")
    except (ValueError, TypeError):
        return f"has no readable times: {' '.join(lines)[:60]!r}"
    start = latest if start is None else start
    if end is None:
        length = segment.get("dDurationMs")
        if not isinstance(length, int) or not 0 <= length < 1000 * _LATEST:
            length = max(1000.0, 1000 * len(" ".join(lines)) / 15)
        end = start + length / 1000
    speaker = segment.get("speaker") or ""
    voice = segment.get("voice") or speaker
    return Cue(
        start=to_milliseconds(start) / 1000,
        end=to_milliseconds(max(start, end)) / 1000,
        lines=lines,
        speaker=" ".join(str(voice).split()),
    )


def _text(segment: dict[str, Any]) -> str:
    if isinstance(segment.get("segs"), list):
        return "".join(str(part.get("utf8", "")) for part in segment["segs"] if isinstance(part, dict))
    for name in ("body", "text"):
        if isinstance(segment.get(name), str):
            return str(segment[name])
    return ""


def _time(segment: dict[str, Any], *names: str) -> float | None:
    """Read the first of these fields that is there, in seconds; a number in milliseconds is named so."""
    for name in names:
        value = segment.get(name)
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, int | float):
            if not 0 <= value < (1000 * _LATEST if name.lower().endswith("ms") else _LATEST):  # NaN is neither
                raise ValueError(name)
            return value / 1000 if name.lower().endswith("ms") else float(value)
        return parse_timecode(str(value))
    return None
