"""Reading the chapters that are embedded in a media file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from episodes.core.chapter import Chapter
from episodes.media.mending import mend
from episodes.media.opening import Opened


def read_chapters(opened: Opened, urls: Mapping[int, str]) -> list[Chapter]:
    """Read chapters in order of time: ID3 CHAP, MP4 text track or Nero list, Vorbis comments, Matroska."""
    found: dict[float, Chapter] = {}
    for number, raw in enumerate(
        sorted(opened.container.chapters(), key=lambda raw: raw["start"] * (raw["time_base"] or 1)), 1
    ):
        chapter = _chapter(raw, number, urls)
        if chapter.start >= 0:
            found.setdefault(chapter.start, chapter)
    chapters = list(found.values())
    if len(chapters) == 1 and chapters[0].start == 0 and not opened.container.chapters()[0]["metadata"].get("title"):
        return []  # some tools write one nameless chapter over the whole file
    return [_open_ended(chapter, chapters[place + 1 :]) for place, chapter in enumerate(chapters)]


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
