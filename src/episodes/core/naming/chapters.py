"""Chapters, and how to find them in a description."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from episodes.core.chapter import Chapter

_TIME = r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?(?!\d|:\d)"
_LEADING = re.compile(
    rf"^[\s\-–—•*·>►▶→#]{{0,6}}(?:\d{{1,2}}[.)]\s)?[(\[⌚⏱⌛🕐\s]{{0,4}}{_TIME}\s?h?(?:\s?[-–—]{{1,2}}>?\s?(?:\d{{1,2}}:)?\d{{1,3}}:\d{{2}}(?:[.,]\d{{1,3}})?)?"
    r"\s?[)\]]?[\s:|–—~>=•·.-]{0,5}(.*)$"
)
_TRAILING = re.compile(rf"^[\s\-–—•*·>]{{0,6}}(\S.{{0,300}}?)\s*(?:[-–—:|.]{{1,60}}|\s)\s*[(\[]?{_TIME}[)\]]?\s*$")
_INLINE = re.compile(rf"(?<![\d:]){_TIME}")
_URL = re.compile(r"\(?<?(https?://[^\s)>]+)\)?>?")
#: A figure that nothing sets apart from the words before it: as well a verse, `Exodus 2:10`, or a time of day.
_LOOSE = re.compile(r"[^\W\d_]\s+(?:\d{1,2}:)?\d{1,3}:\d{2}\s*$")
#: Of such lines a list needs so many, or it starts at the beginning.
LEAST_LOOSE = 5
_BEGINNING = 60.0  # seconds
_LONGEST_LINE = 2000
_LONGEST_TITLE = 300


def find_chapters(lines: Iterable[str], *, duration: float = 0.0) -> tuple[Chapter, ...]:
    """Read the list of time stamps out of a description: two or more, each later than the one before.

    >>> [(chapter.start, chapter.title) for chapter in find_chapters(["00:00 Intro", "Text", "1:02:03 - End"])]
    [(0.0, 'Intro'), (3723.0, 'End')]
    >>> find_chapters(["Genesis 1:01", "Exodus 2:10"])
    ()
    """
    read = [(line[:_LONGEST_LINE], _read_line(line[:_LONGEST_LINE])) for line in lines]
    found = [chapter for _, chapters in read for chapter in chapters if not duration or chapter.start < duration]
    rising = _longest_rise(found)
    is_loose = all(_LOOSE.search(line) for line, chapters in read if chapters)
    if is_loose and len(rising) < LEAST_LOOSE and rising and rising[0].start >= _BEGINNING:
        return ()
    return tuple(rising) if len(rising) > 1 else ()


def is_chapter_line(line: str) -> bool:
    """Whether a line begins or ends with a time stamp and names what is there."""
    return bool(_read_line(line[:_LONGEST_LINE]))


def _read_line(line: str) -> list[Chapter]:
    if ":" not in line:
        return []
    stamps = list(_INLINE.finditer(line))
    if len(stamps) > 2 and (split := _split(line, stamps)):
        return split
    if match := _LEADING.match(line):
        chapter = _chapter(match.groups()[:4], match[5])
        return [chapter] if chapter else []
    if len(stamps) == 1 and (match := _TRAILING.match(line)):
        chapter = _chapter(match.groups()[1:5], match[1])
        return [chapter] if chapter else []
    return []


def _split(line: str, stamps: list[re.Match[str]]) -> list[Chapter]:
    """Take a line apart that holds a whole list, as texts do whose line breaks were lost."""
    if any(map(str.isalpha, line[: stamps[0].start()])) and len(line[: stamps[0].start()].split()) > 12:
        return []
    ends = [*(stamp.start() for stamp in stamps[1:]), len(line)]
    pieces = [_chapter(stamp.groups(), line[stamp.end() : end]) for stamp, end in zip(stamps, ends, strict=True)]
    chapters = [piece for piece in pieces if piece]
    rising = all(one.start < other.start for one, other in pairwise(chapters))
    return chapters if rising and len(chapters) == len(stamps) else []


def _chapter(time: tuple[str | None, ...], text: str) -> Chapter | None:
    hours, minutes, seconds, fraction = time
    if int(seconds or 0) > 59 or (hours and int(minutes or 0) > 59):
        return None
    start = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{fraction or 0}")
    url = _URL.search(text)
    title = _URL.sub("", text).strip(" -–—:|()[]>•·~=\t*_") or (url[1] if url else "")
    return Chapter(start=float(start), title=title[:_LONGEST_TITLE], url=url[1] if url else "") if title else None


def _longest_rise(chapters: list[Chapter]) -> list[Chapter]:
    """Keep the longest run of rising times: a stray time of day among them breaks no list."""
    runs: list[list[Chapter]] = []
    for chapter in chapters:
        if runs and chapter.start > runs[-1][-1].start:
            runs[-1].append(chapter)
        else:
            runs.append([chapter])
    return max(runs, key=len, default=[])
