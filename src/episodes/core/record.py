"""Records: the JSON shapes of values, as `--json` prints them and exports keep them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from episodes.core.doubts import is_doubt
from episodes.core.episode import Episode

if TYPE_CHECKING:
    from episodes.core.transcript import Transcript


def to_record(value: Any) -> Any:
    """Turn a value into what JSON can hold: dataclasses by field name, dates in ISO 8601, bytes left out.

    >>> from episodes.core.chapter import Chapter
    >>> to_record(Chapter(start=1.5, title="Start"))
    {'start': 1.5, 'title': 'Start', 'end': None, 'url': '', 'image_url': ''}
    """
    from dataclasses import fields, is_dataclass  # 20 ms, and a search prints no whole record

    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_record(getattr(value, f.name)) for f in fields(value) if f.type != "bytes"}
    if isinstance(value, dict):
        return {key: to_record(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [to_record(entry) for entry in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def episode_record(episode: Episode, *, transcript: Transcript | None = None) -> dict[str, Any]:
    """The whole record of an episode, with what is guessed or machine-made, and what its transcript was made by."""
    record: dict[str, Any] = to_record(episode)
    record["duration"] = episode.duration
    record["guessed"] = [
        origin.field for origin in episode.origins if episode.is_guessed(origin.field) and not is_doubt(origin)
    ]
    record["machine_made"] = [one.field for one in episode.origins if episode.is_machine_made(one.field)]
    record["transcript"] = transcript_summary(transcript)
    return record


def episode_line(episode: Episode) -> dict[str, Any]:
    """An episode in a list: what one needs to pick it."""
    return {
        "show": episode.show,
        "number": episode.number,
        "title": episode.title,
        "published_at": episode.published_at.isoformat(),
        "duration": episode.duration,
        "slug": episode.slug,
        "guid": episode.guid,
        "reference": reference(episode),
    }


def transcript_summary(transcript: Transcript | None) -> dict[str, Any] | None:
    if transcript is None:
        return None
    return {
        "language": transcript.language,
        "origin": transcript.origin,
        "segments": len(transcript.segments),
        "words": sum(len(segment.text.split()) for segment in transcript.segments),
        "review": to_record(transcript.review),
        "created_at": transcript.created_at.isoformat(),
        **to_record(transcript.fingerprint),
    }


def reference(episode: Episode) -> str:
    """The shortest reference that stays unambiguous: show and number, else show and slug."""
    return f"{episode.show}/{episode.number if episode.number is not None else episode.slug}"
