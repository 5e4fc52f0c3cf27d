"""Rules of the small files that items point to: captions and chapters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from episodes.core.captions import Captions, Cue
from episodes.core.check.cues import NO_LENGTH
from episodes.core.check.facts import Facts, FileFacts
from episodes.core.check.finding import CHAPTERS, JSON_TEXT, TRANSCRIPTS, WEBVTT, Finding, error, warning
from episodes.core.check.media import MISSING_FILE
from episodes.core.check.pages import check_page
from episodes.core.check.strict import check_chapter_file, check_chapter_letters, check_letters, is_time, json_object
from episodes.core.check.values import trouble_of_url

_BUILD = "`episodes build` writes it again"

CAPTIONS_EMPTY = error("captions-empty", TRANSCRIPTS, f"the file has no text; {_BUILD}")
CAPTIONS_ENCODING = error("captions-encoding", WEBVTT, f"captions are UTF-8; {_BUILD}")
CAPTIONS_HEAD = error("captions-head", WEBVTT, f"a VTT file begins with WEBVTT; {_BUILD}")
CAPTIONS_FORMAT = error("captions-format", TRANSCRIPTS, f"the file is not of the type that the feed states; {_BUILD}")
CAPTIONS_TROUBLE = error("captions-unreadable", TRANSCRIPTS, f"apps skip what they cannot read; {_BUILD}")
CAPTIONS_ORDER = error("captions-order", WEBVTT, f"cues stand in order of their times; {_BUILD}")
CAPTIONS_OVERLAP = warning("captions-overlap", TRANSCRIPTS, f"one cue at a time; {_BUILD}")
CAPTIONS_LENGTH = warning("captions-length", TRANSCRIPTS, f"a cue ends after it begins; {_BUILD}")
CAPTIONS_END = warning("captions-after-end", TRANSCRIPTS, f"cues end with the episode; {_BUILD}")
CAPTIONS_LINES = warning(
    "captions-lines", TRANSCRIPTS, f"SRT for podcasts has at most 2 lines of 32 characters; {_BUILD}"
)
CAPTIONS_CONTROL = warning("captions-control", TRANSCRIPTS, f"take control characters out of the text; {_BUILD}")
JSON_VERSION = error("captions-json-version", TRANSCRIPTS, f'JSON transcripts have "version": "1.0.0"; {_BUILD}')

JSON_MARK = warning("captions-byte-order-mark", JSON_TEXT, f"write JSON without a byte order mark; {_BUILD}")

CHAPTERS_JSON = error("chapters-json", CHAPTERS, f"the chapters file is no JSON with a list of chapters; {_BUILD}")
CHAPTERS_VERSION = error("chapters-version", CHAPTERS, f'chapters files have "version": "1.2.0"; {_BUILD}')
CHAPTERS_START = error("chapters-start", CHAPTERS, f"startTime is seconds, as a number; {_BUILD}")
CHAPTERS_ORDER = error("chapters-order", CHAPTERS, f"chapters stand in the order of startTime; {_BUILD}")
CHAPTERS_END = error("chapters-after-end", CHAPTERS, "chapters begin within the episode: `episodes edit REF`")
CHAPTERS_SPAN = error("chapters-span", CHAPTERS, f"endTime is a number after startTime; {_BUILD}")
CHAPTERS_TITLE = warning("chapters-title", CHAPTERS, "name each chapter that is shown")
CHAPTERS_ADDRESS = error("chapters-link", CHAPTERS, "url and img are whole web addresses")
CHAPTERS_EMPTY = warning("chapters-empty", CHAPTERS, "leave podcast:chapters out where there are none")
CHAPTERS_TWICE = warning("chapters-twice", JSON_TEXT, f"an object has each name once; {_BUILD}")
CHAPTERS_PICTURE = warning("chapters-picture", CHAPTERS, "img is a picture")
CHAPTERS_FIRST = warning("chapters-first", CHAPTERS, "players expect the first chapter at 0")

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_FORMATS = {
    "text/vtt": "vtt",
    "application/x-subrip": "srt",
    "application/srt": "srt",
    "text/srt": "srt",
    "application/json": "json",
    "text/html": "html",
}


def check_captions(
    where: str, url: str, data: bytes, kind: str, *, duration: float = 0.0, language: str = ""
) -> Iterator[Finding]:
    """Judge a transcript by its type; `duration` (seconds) is the episode's, 0 = not known, `language` as stated."""
    name = url.rsplit("/", 1)[-1]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as trouble:
        yield CAPTIONS_ENCODING(where, f"{name}: byte {trouble.start} is no UTF-8")
        return
    if not text.strip():
        yield CAPTIONS_EMPTY(where, f"{name} is empty")
        return
    if found := _CONTROL.search(text):
        yield CAPTIONS_CONTROL(where, f"{name} holds the control character {found[0]!r}")
    if kind not in _FORMATS:
        return
    if kind == "text/vtt" and not re.match("\ufeff?WEBVTT(?:[ \t\r\n]|$)", text):
        yield CAPTIONS_HEAD(where, f"{name} begins with {text[:20]!r}")
    from episodes.core.captions.parsing import parse_captions  # a build, which judges too, reads no captions

    captions = parse_captions(text)
    if captions.format != _FORMATS[kind]:
        yield CAPTIONS_FORMAT(where, f"{name} is {captions.format or 'nothing known'}, the feed says {kind}")
        return
    if captions.format == "html":
        yield from check_page(where, name, text, duration=duration, language=language)
    if captions.format == "json" and text.startswith("\ufeff"):
        yield JSON_MARK(where, f"{name} begins with a byte order mark")
    yield from _content(where, name, text.lstrip("\ufeff"), captions, duration)


def _content(where: str, name: str, text: str, captions: Captions, duration: float) -> Iterator[Finding]:
    if captions.notes:
        more = f", and {len(captions.notes) - 1} more" if len(captions.notes) > 1 else ""
        yield CAPTIONS_TROUBLE(where, f"{name}: {captions.notes[0]}{more}")
    if not any(cue.text for cue in captions.cues):
        yield CAPTIONS_EMPTY(where, f"{name} has no text")
    if captions.format == "json" and json.loads(text).get("version") != "1.0.0":
        yield JSON_VERSION(where, f"{name}'s version is {json.loads(text).get('version')!r}")
    letters = list(check_letters(where, name, text, captions.format))
    yield from letters
    # A page says when somebody begins to speak; its ends are guessed.
    times = _times(where, name, captions.cues, 0.0 if captions.format == "html" else duration)
    is_said = any(one.rule == NO_LENGTH.name for one in letters)
    yield from (one for one in times if not is_said or one.rule != CAPTIONS_LENGTH.name)
    if captions.format == "srt":
        wide = [cue for cue in captions.cues if len(cue.lines) > 2 or max(map(len, cue.lines), default=0) > 32]
        if wide:
            yield CAPTIONS_LINES(where, f"{name}: {len(wide)} cues are larger, first “{wide[0].text[:40]}”")


def _times(where: str, name: str, cues: Sequence[Cue], duration: float) -> Iterator[Finding]:
    pairs = list(pairwise(cues))
    if late := next((b for a, b in pairs if b.start < a.start), None):
        yield CAPTIONS_ORDER(where, f"{name}: the cue at {late.start} s comes after a later one")
    elif over := next((b for a, b in pairs if b.start < a.end - 0.001), None):
        yield CAPTIONS_OVERLAP(where, f"{name}: the cue at {over.start} s begins before the last one ends")
    if still := next((cue for cue in cues if cue.end <= cue.start), None):
        yield CAPTIONS_LENGTH(where, f"{name}: the cue at {still.start} s has no length")
    if duration and cues and max(cue.end for cue in cues) > duration + 1:
        yield CAPTIONS_END(
            where, f"{name}: the last cue ends at {max(cue.end for cue in cues)} s, the episode at {duration} s"
        )


def check_chapters(where: str, data: bytes, duration: float = 0.0, facts: Facts | None = None) -> Iterator[Finding]:
    """Judge a chapters file; `duration` (seconds) is the episode's, 0 = not known."""
    try:
        twice: list[str] = []
        record = json.loads(data, object_pairs_hook=lambda pairs: json_object(pairs, twice))
        chapters = record["chapters"]
        listed = isinstance(chapters, list) and all(isinstance(chapter, dict) for chapter in chapters)
    except (ValueError, KeyError, TypeError, RecursionError):
        listed = False
    if not listed:
        yield CHAPTERS_JSON(where, "the chapters file cannot be read")
        return
    if twice:
        yield CHAPTERS_TWICE(where, f"an object of the chapters file has {twice[0]!r} twice")
    yield from check_chapter_file(where, data, record)
    if not re.fullmatch(r"1\.[0-2](\.\d+)?", str(record.get("version"))) or not isinstance(record["version"], str):
        yield CHAPTERS_VERSION(where, f"the chapters file's version is {record.get('version')!r}")
    if not chapters:
        yield CHAPTERS_EMPTY(where, "the chapters file holds none")
    yield from _chapter_times(where, chapters, duration)
    yield from _chapter_ends(where, [chapter for chapter in chapters if chapter.get("toc") is not False])
    for number, chapter in enumerate(chapters, start=1):
        yield from _chapter(where, number, chapter, duration, facts)
        yield from check_chapter_letters(where, number, chapter)


def _chapter_times(where: str, chapters: Sequence[dict[str, Any]], duration: float) -> Iterator[Finding]:
    starts = [chapter.get("startTime") for chapter in chapters]
    if wrong := [start for start in starts if not is_time(start)]:
        yield CHAPTERS_START(where, f"a chapter's startTime is {wrong[0]!r}")
        return
    times = [float(start) for start in starts if start is not None]
    if any(b <= a for a, b in pairwise(times)):
        yield CHAPTERS_ORDER(where, "the chapters file is not in the order of its times")
    if duration and times and max(times) > duration + 1:
        yield CHAPTERS_END(where, f"a chapter starts at {max(times):g} s, the episode ends at {duration:g} s")
    if times and min(times) > 0:
        yield CHAPTERS_FIRST(where, f"the first chapter starts at {min(times):g} s")


def _chapter_ends(where: str, shown: Sequence[dict[str, Any]]) -> Iterator[Finding]:
    for number, (one, other) in enumerate(pairwise(shown), start=1):
        end, start, following = one.get("endTime"), one.get("startTime"), other.get("startTime")
        if is_time(end) and is_time(start) and is_time(following) and start < following < end - 0.001:
            yield CHAPTERS_SPAN(where, f"chapter {number} ends at {end:g} s, after the next one begins")


def _chapter(
    where: str, number: int, chapter: dict[str, Any], duration: float, facts: Facts | None
) -> Iterator[Finding]:
    if not str(chapter.get("title") or "").strip() and chapter.get("toc") is not False:
        yield CHAPTERS_TITLE(where, f"chapter {number} has no title")
    end, start = chapter.get("endTime"), chapter.get("startTime")
    if end is not None and (not is_time(end) or (is_time(start) and end <= start)):
        yield CHAPTERS_SPAN(where, f"chapter {number} ends at {end!r}")
    elif end is not None and duration and end > duration + 2:
        yield CHAPTERS_SPAN(where, f"chapter {number} ends at {end:g} s, the episode at {duration:g} s")
    for name in ("url", "img"):
        if name in chapter and trouble_of_url(str(chapter[name])):
            yield CHAPTERS_ADDRESS(where, f"chapter {number}'s {name} is {chapter[name]!r}")
        elif name in chapter and facts and (known := facts(str(chapter[name]))) and not known.exists:
            yield MISSING_FILE(where, f"there is no {chapter[name]}, of chapter {number}")
        elif name == "img" and name in chapter and _is_no_picture(facts(str(chapter[name])) if facts else None):
            yield CHAPTERS_PICTURE(where, f"chapter {number}'s img is no picture: {chapter[name]}")


def _is_no_picture(known: FileFacts | None) -> bool:
    return bool(known and known.mime_type and not known.mime_type.startswith(("image/", "video/")))
