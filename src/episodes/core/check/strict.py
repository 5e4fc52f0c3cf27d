"""Rules of captions and chapters to the letter: this program reads what breaks them, and strict players do not."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeGuard

from episodes.core.check.cues import check_cues
from episodes.core.check.finding import CHAPTERS, JSON_TEXT, SUBRIP, TRANSCRIPTS, WEBVTT, Finding, error, warning

_BUILD = "`episodes build` writes it again"

CAPTIONS_TIMES = error(
    "captions-times", WEBVTT, f"VTT writes times as 00:01:05.250, SRT as 00:01:05,250, players skip others; {_BUILD}"
)
CAPTIONS_NUMBERS = warning("captions-numbers", SUBRIP, f"SRT numbers its cues 1, 2, 3, …; {_BUILD}")
JSON_SEGMENT = error(
    "captions-json-segment", TRANSCRIPTS, f"a segment has startTime, a later endTime (seconds) and a body; {_BUILD}"
)
JSON_TWICE = warning("captions-json-twice", JSON_TEXT, f"an object has each name once; {_BUILD}")
JSON_SPEAKER = warning("captions-json-speaker", TRANSCRIPTS, f"leave speaker out where nobody is named; {_BUILD}")
CHAPTERS_TOC = error("chapters-toc", CHAPTERS, f"toc and waypoints are true or false, without quotes; {_BUILD}")
CHAPTERS_PLACE = error("chapters-location", CHAPTERS, "a chapter's location has a name and geo:LATITUDE,LONGITUDE")
CHAPTERS_WORDS = error("chapters-words", CHAPTERS, f"title, author, podcastName and description are texts; {_BUILD}")
CHAPTERS_MARK = warning(
    "chapters-byte-order-mark", JSON_TEXT, f"write the chapters file without a byte order mark; {_BUILD}"
)

_VTT_TIME = r"(?:\d+:)?[0-5]\d:[0-5]\d\.\d{3}"
_SRT_TIME = r"\d+:[0-5]\d:[0-5]\d,\d{1,3}"
#: Seconds that no time reaches; Python makes no float of whole numbers of hundreds of digits.
LATEST = 1e9
_TIMES = {
    "vtt": re.compile(rf"{_VTT_TIME}[ \t]*-->[ \t]*{_VTT_TIME}(?:[ \t].*)?"),
    "srt": re.compile(rf"{_SRT_TIME}[ \t]*-->[ \t]*{_SRT_TIME}(?:[ \t].*)?"),
}


def check_letters(where: str, name: str, text: str, form: str) -> Iterator[Finding]:
    """Judge how a VTT, SRT or JSON transcript is written."""
    if form in _TIMES:
        lines = text.lstrip("\ufeff").splitlines()
        yield from _timing_lines(where, name, lines, form)
        yield from check_cues(where, name, lines, form)
    elif form == "json":
        twice: list[str] = []
        record = json.loads(text, object_pairs_hook=lambda pairs: json_object(pairs, twice))
        if twice:
            yield JSON_TWICE(where, f"{name}: an object has {twice[0]!r} twice")
        segments = record.get("segments") or ()
        if nobody := [
            n for n, one in enumerate(segments, start=1) if isinstance(one, dict) and one.get("speaker") == ""
        ]:
            yield JSON_SPEAKER(where, f"{name}: segment {nobody[0]} has an empty speaker")
        wrong = [n for n, segment in enumerate(segments, start=1) if not _is_segment(segment)]
        if wrong:
            yield JSON_SEGMENT(
                where, f"{name}: {len(wrong)} of {len(segments)} segments, the first is number {wrong[0]}"
            )


def json_object(pairs: list[tuple[str, Any]], twice: list[str]) -> dict[str, Any]:
    """Make an object, and note which names it has twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        counted = Counter(name for name, _ in pairs)
        twice += [name for name in made if counted[name] > 1]
    return made


def _timing_lines(where: str, name: str, lines: list[str], form: str) -> Iterator[Finding]:
    places = [place for place, line in enumerate(lines) if "-->" in line]
    wrong = [lines[place].strip() for place in places if not _TIMES[form].fullmatch(lines[place].strip())]
    if wrong:
        yield CAPTIONS_TIMES(
            where, f"{name}: {wrong[0][:60]!r}" + (f", and {len(wrong) - 1} more" if wrong[1:] else "")
        )
    if form != "srt":
        return
    numbers = [lines[place - 1].strip() if place else "" for place in places]
    for expected, number in enumerate(numbers, start=1):
        if number.lstrip("0") != str(expected):
            yield CAPTIONS_NUMBERS(
                where, f"{name}: cue {expected} has {f'number {number[:40]}' if number.isdecimal() else 'no number'}"
            )
            return


def _is_segment(segment: object) -> bool:
    if not isinstance(segment, dict):
        return False
    start, end = segment.get("startTime"), segment.get("endTime")
    return (
        is_time(start)
        and is_time(end)
        and end >= start
        and isinstance(segment.get("body"), str)
        and isinstance(segment.get("speaker") or "", str)
    )


def check_chapter_file(where: str, data: bytes, record: dict[str, Any]) -> Iterator[Finding]:
    """Judge the head of a chapters file."""
    if data.startswith(b"\xef\xbb\xbf"):
        yield CHAPTERS_MARK(where, "the chapters file begins with a byte order mark")
    if not isinstance(record.get("waypoints", True), bool):
        yield CHAPTERS_TOC(where, f"the chapters file's waypoints is {record['waypoints']!r}")
    for name in ("title", "author", "podcastName", "description", "fileName"):
        if not isinstance(record.get(name, ""), str):
            yield CHAPTERS_WORDS(where, f"the chapters file's {name} is {record[name]!r}")


def check_chapter_letters(where: str, number: int, chapter: dict[str, Any]) -> Iterator[Finding]:
    """Judge how a chapter of a chapters file is written."""
    if not isinstance(chapter.get("toc", True), bool):
        yield CHAPTERS_TOC(where, f"chapter {number}'s toc is {chapter['toc']!r}")
    if not isinstance(chapter.get("title", ""), str):
        yield CHAPTERS_WORDS(where, f"chapter {number}'s title is {chapter['title']!r}")
    place = chapter.get("location")
    if place is not None and not (
        isinstance(place, dict) and place.get("name") and str(place.get("geo") or "").startswith("geo:")
    ):
        yield CHAPTERS_PLACE(where, f"chapter {number}'s location is {place!r}")


def is_time(value: object) -> TypeGuard[float]:
    """Tell whether a value of a JSON file is a number of seconds (within 30 years), and no truth value or NaN."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < LATEST
