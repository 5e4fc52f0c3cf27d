"""What lies beside a media file under the same name: a description, captions, or yt-dlp's info file."""

from __future__ import annotations

import glob
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from episodes.core.captions.offer import CaptionOffer
from episodes.core.captions.parsing import parse_captions
from episodes.core.item import Item
from episodes.media.infodict import item_from_info

#: A description beside a file is text; more than this is something else.
_LONGEST_NOTE = 1_000_000
#: Captions of a whole day, word by word, are smaller.
_LONGEST_CAPTIONS = 50_000_000


def beside(file: Path, duration: float = 0.0) -> str:
    """Read the description that lies beside a file: same name, .description, .md or .txt.

    A text that is as long as what is said in the file is a transcript and no description.
    """
    for suffix in (".description", ".md", ".txt"):
        note = file.with_suffix(suffix)
        if note.is_file() and 0 < note.stat().st_size < _LONGEST_NOTE:
            text = note.read_text(encoding="utf-8-sig", errors="replace").strip()
            if suffix == ".description" or not looks_spoken(text, duration):
                return text
    return ""


#: Endings of caption files, and the words that file names have between the medium's name and the ending.
_CAPTIONS = (".vtt", ".srt", ".sbv", ".json", ".html", ".txt")
_BETWEEN = re.compile(
    r"\.(?:(?P<language>[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)|transcript|captions?|subtitles?)", re.IGNORECASE
)


def captions_beside(file: Path) -> list[CaptionOffer]:
    """List the caption files that are named like a media file: ep.vtt, ep.en.srt, ep.transcript.json.

    A text is one only if times stand in it, a page or JSON file only if it is one of captions.
    """
    found = []
    for place in sorted(file.parent.glob(f"{glob.escape(file.stem)}.*")):
        between = _BETWEEN.fullmatch(place.stem[len(file.stem) :]) if place.stem != file.stem else None
        if place.suffix.lower() not in _CAPTIONS or (place.stem != file.stem and between is None):
            continue
        if place.suffix.lower() in (".txt", ".json", ".html") and not _holds_captions(place):
            continue
        language = (between["language"] if between else "") or ""
        found.append(CaptionOffer(place=str(place), kind=place.suffix.lower()[1:], language=language))
    return found


def _holds_captions(place: Path) -> bool:
    """Whether a file of a kind that can be anything holds captions with times."""
    try:
        text = (
            place.read_text(encoding="utf-8-sig", errors="replace") if place.stat().st_size < _LONGEST_CAPTIONS else ""
        )
    except OSError:
        return False
    return bool(parse_captions(text).cues)


def looks_spoken(text: str, duration: float) -> bool:
    """Tell a transcript by its length: people say 10 to 20 characters a second."""
    has_links = "http" in text or "www." in text or "@" in text
    return duration > 0 and len(text) > max(200.0, 8 * duration) and not has_links


def with_info_file(item: Item, file: Path) -> Item:
    """Let yt-dlp's info.json beside a file say what the site said; the file stays the source."""
    info = _info_file(file)
    if not info:
        return item
    told = item_from_info(info, source=item.source)
    keep: dict[str, Any] = {"kind": item.kind, "duration": item.duration, "tags": {**told.tags, **item.tags}}
    for name in (
        "title",
        "description",
        "show_title",
        "author",
        "number",
        "season",
        "language",
        "webpage_url",
        "chapters",
        "people",
    ):
        keep[name] = getattr(told, name) or getattr(item, name)
    if told.published_at is None:
        keep |= {"published_at": item.published_at, "date_is_sure": item.date_is_sure}
    return replace(told, **keep)


def _info_file(file: Path) -> dict[str, Any]:
    place = file.with_suffix(".info.json")
    try:
        data = json.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
    except (OSError, ValueError):
        return {}  # a broken note beside a file says nothing; the file itself is sound
    return data if isinstance(data, dict) else {}
