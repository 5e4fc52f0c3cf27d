"""A show in outline: episodes whose lists are read when somebody asks for them; a build looks closely at few."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link, Origin
from episodes.core.media import Medium, Rendition, Source
from episodes.core.transcript import Fingerprint, Transcript
from episodes.store.values import parse_time, unpack

#: What is read of a row at once, in this order; then the JSON of the lists.
PLAIN = (
    "guid", "slug", "title", "original_title", "number", "number_label", "season", "kind", "summary", "notes",
    "disclaimer", "language", "image", "season_name", "license", "license_url", "location",
)  # fmt: skip
LISTS = ("credits", "links", "chapters", "comments", "origins", "soundbites", "related", "remarks")
COLUMNS = (*PLAIN, "published_at", "date_is_sure", "explicit", *LISTS)

_OF_SHOW = 'FROM episode e JOIN "show" s ON s.id = e.show_id '
_EPISODES = f"SELECT e.id, {', '.join(f'e.{name}' for name in COLUMNS)} {_OF_SHOW} WHERE s.slug = ?"
_REVISIONS = (
    f"SELECT e.guid, e.digest || '-' || coalesce(t.digest, '') || '-' || coalesce(o.digest, '') {_OF_SHOW}"
    "LEFT JOIN transcript t ON t.episode_id = e.id LEFT JOIN overlay o ON o.episode_id = e.id WHERE s.slug = ?"
)
_HEADS = (
    "SELECT e.guid, t.language, t.origin, t.created_at, "  # noqa: S608 - constants
    "EXISTS (SELECT 1 FROM spoken WHERE episode_id = t.episode_id AND trim(text) <> '') "
    f"{_OF_SHOW} JOIN transcript t ON t.episode_id = e.id WHERE s.slug = ?"
)
_OF_MEDIUM = (
    "kind", "media_key", "mime_type", "duration", "length", "sha256", "offset", "codec", "sample_rate", "channels",
    "width", "height", "loudness",
)  # fmt: skip
#: Of a medium `m` and its source `o`.
_MEDIUM_COLUMNS = ", ".join(("o.provider", "o.key", "o.url", "m.rendition", *(f'm."{name}"' for name in _OF_MEDIUM)))
_MEDIA = (
    f"SELECT m.episode_id, {_MEDIUM_COLUMNS} {_OF_SHOW} JOIN medium m ON m.episode_id = e.id "
    "JOIN source o ON o.id = m.source_id WHERE s.slug = ? ORDER BY m.episode_id, m.position"
)

_PUBLISHED_AND_ID = itemgetter(1 + COLUMNS.index("published_at"), 0)
_NOTHING = Fingerprint(media_sha256="", engine="", model="")
_NAMES = tuple(field.name for field in fields(Episode))
_credits = lru_cache(maxsize=4096)(unpack)  # a show has the same hosts in most of its episodes


def load_outline(cursor: sqlite3.Cursor, show: str) -> list[Episode]:
    cursor.row_factory = None
    media: dict[int, list[Medium]] = defaultdict(list)
    for row in cursor.execute(_MEDIA, [show]):
        media[row[0]].append(_medium(row[1:]))
    # Sorted here: SQLite would move each row's texts to and fro.
    newest_first = sorted(cursor.execute(_EPISODES, [show]), key=_PUBLISHED_AND_ID, reverse=True)
    return [_episode(row[1:], show, tuple(media.get(row[0], ()))) for row in newest_first]


def load_revisions(cursor: sqlite3.Cursor, show: str) -> dict[str, str]:
    cursor.row_factory = None
    return dict(cursor.execute(_REVISIONS, [show]))


def load_heads(cursor: sqlite3.Cursor, show: str) -> dict[str, tuple[Transcript, bool]]:
    cursor.row_factory = None
    return {guid: (_head(*head), bool(said)) for guid, *head, said in cursor.execute(_HEADS, [show])}


def _head(language: str, origin: str, created_at: str) -> Transcript:
    at = parse_time(created_at)
    return Transcript(fingerprint=_NOTHING, language=language, duration=0.0, created_at=at, origin=origin)


class StoredEpisode(Episode):
    """An episode as its row tells it; equal to any episode with the same fields."""

    _packed: Sequence[str]

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        return _credits(Credit, self._packed[0])

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return unpack(Link, self._packed[1])

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        return unpack(Chapter, self._packed[2])

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        return unpack(Comment, self._packed[3])

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        return unpack(Origin, self._packed[4])

    @cached_property
    def soundbites(self) -> tuple[Soundbite, ...]:
        return unpack(Soundbite, self._packed[5])

    @cached_property
    def related(self) -> tuple[str, ...]:
        return tuple(json.loads(self._packed[6])) if self._packed[6] != "[]" else ()

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        return tuple(json.loads(self._packed[7])) if self._packed[7] != "[]" else ()

    @property
    def tells_where_to_follow(self) -> bool:
        packed = self.__dict__.get("_packed")  # a changed copy has its links at hand
        if packed and '"subscribe"' not in packed[1] and '"follow"' not in packed[1]:
            return False
        return super().tells_where_to_follow

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Episode):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _NAMES)

    __hash__ = Episode.__hash__


def _episode(row: Sequence[Any], show: str, media: tuple[Medium, ...]) -> Episode:
    """Make an episode of a row with the columns `COLUMNS`."""
    episode = object.__new__(StoredEpisode)
    at = len(PLAIN)
    explicit = row[at + 2]
    episode.__dict__.update(  # frozen dataclasses are filled past their __setattr__
        zip(PLAIN, row, strict=False),
        show=show,
        media=media,
        published_at=parse_time(row[at]),
        date_is_sure=bool(row[at + 1]),
        explicit=None if explicit is None else bool(explicit),
        _packed=row[at + 3 :],
    )
    return episode


def _medium(row: Sequence[Any]) -> Medium:
    """Make a medium of a row with the columns `_MEDIUM_COLUMNS`."""
    provider, key, url, rendition = row[:4]
    medium = object.__new__(Medium)
    medium.__dict__.update(
        zip(_OF_MEDIUM, row[4:], strict=False),
        source=Source(provider=provider, key=key, url=url),
        rendition=next(iter(unpack(Rendition, rendition)), None) if rendition != "[]" else None,
    )
    return medium
