"""What the tags of a media file say of an item that its source leaves open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from episodes.core.item import Item
from episodes.core.probe import Probe


def with_tags(item: Item, probe: Probe) -> Item:
    """Fill what the source left open from the media file's own tags and chapters; facts of the file win."""
    tags = probe.tags
    date = next((date for name in ("release_date", "date") if (date := full_date(tags.get(name, "")))), None)
    knows_better = date is not None and (item.published_at is None or not item.date_is_sure)
    return replace(
        item,
        kind=probe.kind,
        duration=probe.duration or item.duration,
        title=item.title or tags.get("title", ""),
        description=item.description
        or tags.get("synopsis", "")
        or tags.get("description", "")
        or tags.get("comment", ""),
        show_title=item.show_title or tags.get("show", "") or tags.get("album", ""),
        author=item.author or tags.get("artist", ""),
        published_at=date if knows_better else item.published_at,
        date_is_sure=knows_better or item.date_is_sure,
        number=item.number or episode_number(tags),
        season=item.season or tags.get("season_number", ""),
        chapters=item.chapters or probe.chapters,
        tags={**tags, **item.tags},
    )


def episode_number(tags: dict[str, str]) -> str:
    """Take the episode's number as a tag states it: an MP4 episode tag, else the track.

    >>> episode_number({"track": "12/30"}), episode_number({"episode_id": "S2E13", "track": "1"})
    ('12', '13')
    """
    for name in ("episode_sort", "episode_id", "movement", "track"):
        text = tags.get(name, "")
        match = re.search(r"(?:e|ep\.?\s*|episode\s*)?0*(\d+)(?:\s*(?:/|of)\s*\d+)?$", text.strip(), re.IGNORECASE)
        if match and int(match[1]):
            return match[1]
    return ""


def full_date(text: str) -> datetime | None:
    """Read a date that has a day, with or without a time; None for less.

    >>> full_date("2019-10-17"), full_date("2019")
    (datetime.datetime(2019, 10, 17, 0, 0, tzinfo=datetime.timezone.utc), None)
    """
    text = text.strip()
    if re.fullmatch(r"\d{8}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if not re.match(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
