"""Chapters as apps read them: the podcast namespace's JSON file and Podlove Simple Chapters inside the feed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from episodes.core.chapter import Chapter
from episodes.core.episode import Episode
from episodes.core.media import Medium
from episodes.core.timecode import format_normal_play_time, to_milliseconds
from episodes.feed.elements import DEPTH, INDENT, web_address
from episodes.feed.markup import Markup, in_value, line

#: Media type of a chapters file (source: the podcast namespace's jsonChapters.md).
CHAPTERS_TYPE = "application/json+chapters"


def chapters_of(episode: Episode, medium: Medium | None = None) -> tuple[Chapter, ...]:
    """The episode's chapters in order, in a medium's time, within its duration."""
    offset = medium.offset if medium else 0.0
    duration = (medium.duration if medium else episode.duration) or float("inf")
    if not offset and _stand(episode.chapters, duration):
        return episode.chapters
    moved = [_moved(chapter, offset, duration) for chapter in episode.chapters if chapter.title.strip()]
    return tuple(_parted(sorted((c for c in moved if c.start < duration), key=lambda chapter: chapter.start)))


def _stand(chapters: Iterable[Chapter], duration: float) -> bool:
    """Whether chapters are as they should be, as nearly all are: then there is nothing to move, sort or join."""
    before = -1
    for chapter in chapters:
        start, end, title = to_milliseconds(chapter.start), chapter.end, chapter.title
        if not before < start or chapter.start >= duration or not title or title != title.strip():
            return False
        if end is not None and not chapter.start <= end <= duration:
            return False
        before = start
    return True


def _parted(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    """Chapters that begin at the same moment are one: players show one at a time."""
    for _, together in groupby(chapters, key=lambda chapter: to_milliseconds(chapter.start)):
        first, *others = together
        if not others and first.title == first.title.strip():
            yield first
            continue
        yield replace(first, title=" / ".join(dict.fromkeys(c.title.strip() for c in (first, *others))))


def _moved(chapter: Chapter, offset: float, duration: float) -> Chapter:
    if not offset and (chapter.end is None or chapter.start <= chapter.end <= duration):
        return chapter
    # What begins the episode begins every medium of it, whatever comes before the first words there.
    start = max(0.0, chapter.start + offset) if chapter.start > 0 else 0.0
    end = None if chapter.end is None else min(duration, max(start, chapter.end + offset))
    return replace(chapter, start=start, end=end)


def render_chapters(episode: Episode, *, medium: Medium | None = None, show_title: str = "") -> bytes:
    """Write the chapters file of an episode, JSON chapters 1.2.0 (source: the podcast namespace)."""
    head = {"version": "1.2.0", "title": episode.title, "podcastName": show_title}
    chapters = [_record(chapter) for chapter in chapters_of(episode, medium)]
    record: dict[str, Any] = {**{name: text for name, text in head.items() if text}, "chapters": chapters}
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def _record(chapter: Chapter) -> dict[str, Any]:
    record: dict[str, Any] = {"startTime": _number(chapter.start), "title": chapter.title.strip()}
    if chapter.end is not None and chapter.end > chapter.start:
        record["endTime"] = _number(chapter.end)
    addresses = {"url": web_address(chapter.url), "img": web_address(chapter.image_url)}
    record |= {name: url for name, url in addresses.items() if url}
    return record


def _number(seconds: float) -> float:
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def add_simple_chapters(item: Markup, chapters: Iterable[Chapter]) -> None:
    """Write chapters into a feed's item (source: podlove.org/simple-chapters, version 1.2)."""
    item.put(f'{INDENT}<psc:chapters version="1.2">')
    for chapter in chapters:
        start, title = format_normal_play_time(chapter.start), chapter.title.strip()
        if chapter.url or chapter.image_url:
            addresses = {"href": web_address(chapter.url), "image": web_address(chapter.image_url)}
            item.put(line(DEPTH + 1, "psc:chapter", start=start, title=title, **addresses))
        else:
            item.put(f'{INDENT}  <psc:chapter start="{start}" title="{in_value(title)}"/>')
    item.put(f"{INDENT}</psc:chapters>")
