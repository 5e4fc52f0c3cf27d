"""What is compared of two that may be one episode: of an item as it says it, of an episode as it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from episodes.core.episode import SURE, Episode
from episodes.core.item import Item
from episodes.core.likeness import part_of
from episodes.core.naming.reader import read_item
from episodes.core.reading import Reading
from episodes.core.show import Show


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is compared of an item or episode."""

    title: str = ""
    number: int | None = None
    number_is_sure: bool = True
    season: int | None = None
    published_at: datetime | None = None
    duration: float = 0.0  #: seconds; 0 = not known
    is_measured: bool = False  #: whether the length was measured, and not only stated
    kind: str = "full"
    part: int | None = None  #: of a talk in several, as the title says
    is_title_common: bool = False  #: whether other episodes of the show, or items of the source, have the same title
    doubt: str = ""  #: why its number says nothing here
    is_contradicted: bool = False  #: whether number and words name different episodes: words alone do not join it

    @property
    def sure_number(self) -> int | None:
        return self.number if self.number_is_sure and not self.doubt else None


def facts_of_item(item: Item, reading: Reading, *, is_measured: bool = False) -> Facts:
    origin = next((origin for origin in reading.origins if origin.field == "number"), None)
    return Facts(
        title=reading.title or item.title,
        number=reading.number,
        number_is_sure=origin is None or origin.confidence >= SURE,
        season=reading.season,
        published_at=item.published_at if item.date_is_sure else None,
        duration=item.duration,
        is_measured=is_measured,
        kind=reading.kind,
        part=part_of(reading.title or item.title),
    )


def read_facts(item: Item, show: Show, *, is_measured: bool = False) -> Facts:
    """What an item says of itself that can be compared; `is_measured` where its length is that of a file."""
    reading = read_item(replace(item, show_title=item.show_title or show.title), show=show)
    return facts_of_item(item, reading, is_measured=is_measured)


def facts_of_episode(episode: Episode) -> Facts:
    return Facts(
        title=episode.title,
        number=episode.number,
        number_is_sure=not episode.is_guessed("number"),
        season=episode.season,
        published_at=episode.published_at if episode.date_is_sure else None,
        duration=episode.duration or max((medium.duration for medium in episode.media), default=0.0),
        is_measured=episode.duration > 0,
        kind=episode.kind,
        part=part_of(episode.title),
    )
