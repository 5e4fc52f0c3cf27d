"""Reading yt-dlp's info dictionaries, fresh or saved as .info.json, as items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from episodes.core.captions.offer import CaptionOffer
from episodes.core.chapter import Chapter
from episodes.core.item import Item
from episodes.core.media import Kind, Source

Info = Mapping[str, Any]


def item_from_info(info: Info, *, source: Source | None = None) -> Item:
    """Make an item of what yt-dlp reports of one video or track; odd values are left out."""
    published_at, date_is_sure = publication_date(info)
    return Item(
        source=source or source_from_info(info),
        title=_text(info, "title", "fulltitle"),
        description=_text(info, "description"),
        show_title=_text(info, "series", "album", "channel", "uploader", "playlist_title"),
        author=_text(info, "artist", "creator", "channel", "uploader"),
        published_at=published_at,
        date_is_sure=date_is_sure,
        number=_text(info, "episode_number", "track_number"),
        season=_text(info, "season_number"),
        kind=_kind(info),
        duration=_number(info, "duration"),
        language=_text(info, "language"),
        webpage_url=_text(info, "webpage_url", "original_url"),
        image_url=_picture(info),
        tags=_tags(info),
        chapters=_chapters(info),
        people=_people(info),
    )


def source_from_info(info: Info) -> Source:
    """Name an item by its extractor and id, as yt-dlp's own archive file does."""
    provider = _text(info, "extractor_key", "ie_key", "extractor").lower().split(":")[0]
    return Source(
        provider=provider or "generic", key=_text(info, "id"), url=_text(info, "webpage_url", "original_url", "url")
    )


def publication_date(info: Info) -> tuple[datetime | None, bool]:
    """Find when an item came out; a day without a time is sure, a year alone is a guess."""
    for name in ("release_timestamp", "timestamp"):
        stamp = info.get(name)
        if isinstance(stamp, int | float) and stamp > 0:
            try:
                return datetime.fromtimestamp(stamp, UTC), True
            except (ValueError, OverflowError, OSError):
                continue
    for name in ("release_date", "upload_date"):
        try:
            return datetime.strptime(str(info.get(name)), "%Y%m%d").replace(tzinfo=UTC), True
        except ValueError:
            continue
    return None, True


#: Forms of subtitles that can be read here, by yt-dlp's names.
_CAPTIONS = ("vtt", "srt", "json", "sbv")


def captions_from_info(info: Info) -> list[CaptionOffer]:
    """List the subtitles of an item: those that people made, then a recogniser's in the language that is spoken."""
    found = list(_captions(info, "subtitles", automatic=False))
    return found + [one for one in _captions(info, "automatic_captions", automatic=True) if _is_spoken(one, info)]


def _captions(info: Info, name: str, *, automatic: bool) -> Iterator[CaptionOffer]:
    listed = info.get(name)
    for language, forms in listed.items() if isinstance(listed, Mapping) else ():
        for one in forms if isinstance(forms, list) else ():
            place, text = str(one.get("url") or ""), str(one.get("data") or "")
            if one.get("ext") in _CAPTIONS and (place or text) and language != "live_chat":
                said = "" if language == "und" else str(language)
                yield CaptionOffer(place=place or name, kind=one["ext"], language=said, automatic=automatic, text=text)


def _is_spoken(offer: CaptionOffer, info: Info) -> bool:
    """Sites translate a recogniser's captions into every language there is; only the original says what was said."""
    spoken = str(info.get("language") or "")
    return offer.language.endswith("-orig") or offer.language == spoken or not offer.language


def _kind(info: Info) -> Kind:
    """Audio if it says that there is no picture, or shows none."""
    if info.get("vcodec") not in (None, "none") or _number(info, "height", "width"):
        return "video"
    formats = _mappings(info, "formats")
    if any(one.get("vcodec") not in (None, "none") for one in formats):
        return "video"
    if (
        info.get("vcodec") == "none"
        or formats
        or _text(info, "ext") in ("mp3", "m4a", "ogg", "opus", "flac", "wav", "aac")
    ):
        known = [one for one in formats if one.get("vcodec") == "none"]
        return "audio" if not formats or known or info.get("vcodec") == "none" else _kind_by_extension(info)
    return _kind_by_extension(info)


def _kind_by_extension(info: Info) -> Kind:
    return "video" if _text(info, "ext") in ("mp4", "webm", "mkv", "mov", "flv", "m4v", "avi") else "audio"


def _chapters(info: Info) -> tuple[Chapter, ...]:
    found = []
    for raw in _mappings(info, "chapters"):
        if not isinstance(raw.get("start_time"), int | float):
            continue
        title = _text(raw, "title")
        if title and title != "<Untitled Chapter 1>":  # what yt-dlp puts before the first one
            found.append(Chapter(start=float(raw["start_time"]), title=title))
    return tuple(sorted(found, key=lambda chapter: chapter.start))


def _people(info: Info) -> tuple[tuple[str, str], ...]:
    cast = info.get("cast")
    return tuple(("guest", name) for name in cast if isinstance(name, str)) if isinstance(cast, list) else ()


def _picture(info: Info) -> str:
    if picture := _text(info, "thumbnail"):
        return picture
    pictures = [one for one in _mappings(info, "thumbnails") if one.get("url")]
    return str(pictures[-1]["url"]) if pictures else ""


#: What else is worth keeping, by yt-dlp's names (its README, "Output template").
_KEPT = (
    "album", "artist", "track", "series", "season", "episode", "channel", "channel_url", "uploader", "uploader_url",
    "license", "availability", "playlist_title", "playlist_index", "display_id", "genre", "alt_title", "extractor",
)  # fmt: skip


def _tags(info: Info) -> dict[str, str]:
    tags = {name: text for name in _KEPT if (text := _text(info, name))}
    words = info.get("tags")
    if isinstance(words, list) and words:
        tags["keywords"] = ", ".join(str(word) for word in words[:50])
    return tags


def _mappings(info: Info, name: str) -> list[Info]:
    values = info.get(name)
    return [one for one in values if isinstance(one, Mapping)] if isinstance(values, list | tuple) else []


def _text(info: Info, *names: str) -> str:
    """Take the first of these fields that holds something; lists of names are joined."""
    for name in names:
        value = info.get(name)
        if isinstance(value, list):
            value = ", ".join(str(part) for part in value if part)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def _number(info: Info, *names: str) -> float:
    return next(
        (float(info[name]) for name in names if isinstance(info.get(name), int | float) and info[name] > 0), 0.0
    )
