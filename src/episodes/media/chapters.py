"""Reading the chapters that are embedded in a media file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from episodes.core.chapter import Chapter
from episodes.media.mending import mend
from episodes.media.opening import Opened
from episodes.media.tags import RawChapter, TagSheet


def read_chapters(opened: Opened, sheet: TagSheet) -> list[Chapter]:
    """Read chapters in order of time: ID3 CHAP, MP4 text track or Nero list, Vorbis comments, Matroska."""
    found: dict[float, Chapter] = {}
    chapters_of: list[Any] = opened.container.chapters()
    if len(chapters_of) < len(sheet.chapters):
        chapters_of = [_as_library(chapter) for chapter in sheet.chapters]
    urls = sheet.chapter_urls
    for number, raw in enumerate(sorted(chapters_of, key=lambda raw: raw["start"] * (raw["time_base"] or 1)), 1):
        chapter = _chapter(raw, number, urls)
        if chapter.start >= 0:
            found.setdefault(chapter.start, chapter)
    chapters = list(found.values())
    if len(chapters) == 1 and chapters[0].start == 0 and not chapters_of[0]["metadata"].get("title"):
        return []  # some tools write one nameless chapter over the whole file
    return [_open_ended(chapter, chapters[place + 1 :]) for place, chapter in enumerate(chapters)]


def _as_library(chapter: RawChapter) -> dict[str, Any]:
    metadata = {"title": chapter.title} if chapter.title else {}
    return {"start": chapter.start, "end": chapter.end, "time_base": Fraction(1, 1000), "metadata": metadata}


def _chapter(raw: Any, number: int, urls: Mapping[int, str]) -> Chapter:
    start = round(float(raw["start"] * raw["time_base"]), 3)
    end = round(float(raw["end"] * raw["time_base"]), 3)
    title = mend(raw["metadata"].get("title", "")) or f"Chapter {number}"
    return Chapter(start=start, title=title, end=end if end > start else None, url=urls.get(round(start * 1000), ""))


def _open_ended(chapter: Chapter, following: list[Chapter]) -> Chapter:
    """Leave out an end that says no more than the next chapter's start, or the end of the file, does."""
    if (
        chapter.end is None
        or not following
        or abs(following[0].start - chapter.end) < 1.0
        or chapter.end > following[0].start
    ):
        return replace(chapter, end=None)
    return chapter
