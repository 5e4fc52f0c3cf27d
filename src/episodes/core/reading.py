"""Readings: what an item's own words say of show, number, people, summary, links and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Comment, EpisodeKind, Link, Origin


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The fields that were read out of an item, each with its origin in `origins`."""

    title: str = ""
    original_title: str = ""  #: with show, number and "(Video)", as the source has it
    show_title: str = ""
    number: int | None = None
    number_label: str = ""
    season: int | None = None
    kind: EpisodeKind = "full"
    is_video: bool = False  #: the words say so: "(Video)"
    summary: str = ""
    notes: str = ""
    disclaimer: str = ""
    language: str = ""
    published_at: datetime | None = None
    date_is_sure: bool = True
    credits: tuple[Credit, ...] = ()
    doubtful: tuple[Credit, ...] = ()  #: people who may take part; told to the producer, never published
    links: tuple[Link, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    related: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    origins: tuple[Origin, ...] = ()
