"""Items: what a source says of one piece of media, before we make an episode of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from episodes.core.chapter import Chapter
from episodes.core.media import Kind, Source
from episodes.core.mention import Mention


@dataclass(frozen=True, kw_only=True)
class Item:
    """One entry of a source, in the source's own words; reading it is `core/reading.py`'s job."""

    source: Source
    title: str = ""
    description: str = ""
    show_title: str = ""  #: album tag, channel or feed title
    author: str = ""  #: artist tag, uploader
    published_at: datetime | None = None
    date_is_sure: bool = True  #: False: taken from a file's time stamp or the like
    number: str = ""  #: as a tag states it: track, itunes:episode
    season: str = ""
    kind: Kind = "audio"
    duration: float = 0.0  #: seconds; 0 = not told
    language: str = ""
    webpage_url: str = ""
    image_url: str = ""
    tags: dict[str, str] = field(default_factory=dict, hash=False)
    chapters: tuple[Chapter, ...] = ()
    people: tuple[tuple[str, str], ...] = ()  #: (role, name) as feeds state them
    mentions: tuple[Mention, ...] | None = None  #: what a tagger marked in all this; None where none has read it
