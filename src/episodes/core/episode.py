"""Episodes, and where each of their fields comes from."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Literal

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.light import dataclass, replace
from episodes.core.media import Held, Medium

EpisodeKind = Literal["full", "trailer", "bonus", "rebroadcast"]
LinkKind = Literal["link", "citation", "subscribe", "follow", "sponsor", "watch", "listen"]


@dataclass(frozen=True, kw_only=True)
class Link:
    """An address that the show notes point to; a citation may lack the address."""

    title: str
    url: str = ""
    kind: LinkKind = "link"


@dataclass(frozen=True, kw_only=True)
class Comment:
    """A reader's comment; hidden until the producer approves it."""

    author: str
    text: str
    published_at: datetime | None = None
    approved: bool = False
    reply_to: int | None = None  #: position of the comment that it answers


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a field's value comes from, and how sure we are.

    `origin` is "person", "tag", "title", "description", "page", "feed", "file", "default",
    "episodes" (the others of the show), "machine", …
    A locked field was set by a person and is never changed by a machine.
    """

    field: str
    origin: str
    confidence: float = 1.0  #: 0 to 1; below `SURE` the value is marked as guessed
    locked: bool = False
    reason: str = ""  #: for people: "'Ep. 338' in the title; the tag says 337"
    source: str = ""  #: of what a joined item brought: that item's (core/completing.py)


#: Values at least this sure are shown without a mark.
SURE = 0.8


@dataclass(frozen=True, kw_only=True)
class Episode:
    """One episode of a show; `guid` and `published_at` are fixed at first save."""

    guid: str
    show: str  #: the show's slug
    slug: str
    title: str  #: without show name, number and "(Video)"
    published_at: datetime  #: aware, UTC
    date_is_sure: bool = True  #: a guessed date is not published until confirmed
    original_title: str = ""
    number: int | None = None
    number_label: str = ""  #: as shown, where it is more than the number: "2.15a"
    season: int | None = None
    season_name: str = ""
    kind: EpisodeKind = "full"
    summary: str = ""  #: one paragraph
    notes: str = ""  #: show notes, Markdown
    disclaimer: str = ""
    language: str = ""
    explicit: bool | None = None  #: None = as the show
    image: str = ""
    credits: tuple[Credit, ...] = ()
    links: tuple[Link, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    related: tuple[str, ...] = ()  #: titles of other episodes that the source names
    comments: tuple[Comment, ...] = ()
    media: tuple[Medium, ...] = ()
    origins: tuple[Origin, ...] = ()
    soundbites: tuple[Soundbite, ...] = ()
    license: str = ""  #: where it differs from the show's
    license_url: str = ""
    location: str = ""  #: as the show's: "Name|geo:…|OpenStreetMap id|creator|US"
    remarks: tuple[str, ...] = ()  #: what was mended or left out when it was brought in, a sentence each

    @property
    def hosts(self) -> tuple[Credit, ...]:
        return tuple(credit for credit in self.credits if credit.role == "host")

    @property
    def guests(self) -> tuple[Credit, ...]:
        return tuple(credit for credit in self.credits if credit.role == "guest")

    @property
    def main_medium(self) -> Medium | None:
        """The medium that is transcribed and that times refer to: the first that is held."""
        return next((medium for medium in self.media if medium.media_key), None)

    @property
    def duration(self) -> float:
        return self.main_medium.duration if self.main_medium else 0.0

    @property
    def held(self) -> tuple[Held, ...]:
        """Its media that are here, in short."""
        return tuple(medium.in_short for medium in self.media if medium.media_key)

    @cached_property
    def line(self) -> str:
        """A mark of all that one line of a long list tells: number, title, date, length, and where the page lies."""
        named = self.slug, self.title, self.number, self.number_label, self.season, self.season_name, self.kind
        return repr((*named, self.published_at, self.duration))

    @property
    def published(self) -> Episode:
        """The episode with its media as listeners get them."""
        if all(medium.rendition is None for medium in self.media):
            return self
        return replace(self, media=tuple(medium.published for medium in self.media))

    @property
    def tells_where_to_follow(self) -> bool:
        """Whether it has a link to where the show can be followed."""
        return any(link.kind in ("subscribe", "follow") and (link.title or link.url) for link in self.links)

    def origin_of(self, name: str) -> Origin | None:
        return next((origin for origin in self.origins if origin.field == name), None)

    def is_guessed(self, name: str) -> bool:
        origin = self.origin_of(name)
        return origin is not None and not origin.locked and origin.confidence < SURE

    def is_machine_made(self, name: str) -> bool:
        """Tell whether a machine wrote the field, whoever accepted it (core/proposal.py)."""
        origin = self.origin_of(name)
        return origin is not None and (origin.origin == "machine" or origin.origin.startswith("model "))
