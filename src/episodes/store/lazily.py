"""Episodes whose lists are read when somebody asks for them: a build of ten thousand looks closely at few."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from functools import cached_property, lru_cache
from typing import Any

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link, Origin
from episodes.core.media import Medium, Rendition, Source
from episodes.store.values import parse_time, unpack

#: What is read of a row at once, in this order; then the JSON of the lists.
PLAIN = (
    "guid", "slug", "title", "original_title", "number", "number_label", "season", "kind", "summary", "notes",
    "disclaimer", "language", "image", "season_name", "license", "license_url", "location",
)  # fmt: skip
LISTS = ("credits", "links", "chapters", "comments", "origins", "soundbites", "related", "remarks")
COLUMNS = (*PLAIN, "published_at", "date_is_sure", "explicit", *LISTS)
_OF_MEDIUM = (
    "kind", "media_key", "mime_type", "duration", "length", "sha256", "offset", "codec", "sample_rate", "channels",
    "width", "height", "loudness",
)  # fmt: skip
#: Of a medium `m` and its source `o`.
MEDIUM_COLUMNS = ", ".join(("o.provider", "o.key", "o.url", "m.rendition", *(f'm."{name}"' for name in _OF_MEDIUM)))

_NAMES = tuple(field.name for field in fields(Episode))
_credits = lru_cache(maxsize=4096)(unpack)  # a show has the same hosts in most of its episodes


class StoredEpisode(Episode):
    """An episode as its row tells it; equal to any episode with the same fields."""

    _packed: Sequence[str]

    @cached_property
    def credits(self) -> tuple[Credit, ...]:  # type: ignore[override]
        return _credits(Credit, self._packed[0])  # type: ignore[arg-type]

    @cached_property
    def links(self) -> tuple[Link, ...]:  # type: ignore[override]
        return unpack(Link, self._packed[1])

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:  # type: ignore[override]
        return unpack(Chapter, self._packed[2])

    @cached_property
    def comments(self) -> tuple[Comment, ...]:  # type: ignore[override]
        return unpack(Comment, self._packed[3])

    @cached_property
    def origins(self) -> tuple[Origin, ...]:  # type: ignore[override]
        return unpack(Origin, self._packed[4])

    @cached_property
    def soundbites(self) -> tuple[Soundbite, ...]:  # type: ignore[override]
        return unpack(Soundbite, self._packed[5])

    @cached_property
    def related(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(json.loads(self._packed[6])) if self._packed[6] != "[]" else ()

    @cached_property
    def remarks(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(json.loads(self._packed[7])) if self._packed[7] != "[]" else ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Episode):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _NAMES)

    __hash__ = Episode.__hash__


def stored_episode(row: Sequence[Any], show: str, media: tuple[Medium, ...]) -> Episode:
    """Make an episode of a row with the columns `COLUMNS`."""
    episode = object.__new__(StoredEpisode)
    held = episode.__dict__  # frozen dataclasses are filled past their __setattr__
    held.update(zip(PLAIN, row, strict=False))
    at = len(PLAIN)
    explicit = row[at + 2]
    held.update(
        show=show,
        media=media,
        published_at=parse_time(row[at]),
        date_is_sure=bool(row[at + 1]),
        explicit=None if explicit is None else bool(explicit),
        _packed=row[at + 3 :],
    )
    return episode


def stored_medium(row: Sequence[Any]) -> Medium:
    """Make a medium of a row with the columns `MEDIUM_COLUMNS`."""
    provider, key, url, rendition = row[:4]
    medium = object.__new__(Medium)
    medium.__dict__.update(zip(_OF_MEDIUM, row[4:], strict=False))
    medium.__dict__.update(
        source=Source(provider=provider, key=key, url=url),
        rendition=next(iter(unpack(Rendition, rendition)), None),
    )
    return medium
