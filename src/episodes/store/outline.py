"""A show in outline: number, title, date, people and media of every episode; the rest of a row is read when asked for.

A build looks closely at few episodes, and reading all texts of ten thousand takes longer than all else that it reads.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any, TypeVar

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link, Origin
from episodes.core.media import Medium, Rendition, Source
from episodes.core.transcript import Fingerprint, Transcript
from episodes.store.later import Key, Later, Rows
from episodes.store.values import parse_time, unpack

T = TypeVar("T")
_Rest = Callable[[Key], dict[str, Any]]

#: What is read of every row, in this order, and taken as it stands; then what must be read out of its text.
PLAIN = (
    "guid", "slug", "title", "original_title", "number", "number_label", "season", "season_name", "kind", "language",
    "image",
)  # fmt: skip
_COLUMNS = (*PLAIN, "published_at", "date_is_sure", "explicit", "credits", "links", "related", "id", "digest")
_OF_MEDIUM = ("kind", "media_key", "duration")
_LATER_OF_MEDIUM = (
    "mime_type", "length", "sha256", "offset", "codec", "sample_rate", "channels", "width", "height", "loudness",
)  # fmt: skip
_LATER = ("summary", "notes", "disclaimer", "license", "license_url", "location")
_LISTS = {"chapters": Chapter, "comments": Comment, "origins": Origin, "soundbites": Soundbite}

_OF_SHOW = 'FROM episode e JOIN "show" s ON s.id = e.show_id '
_EPISODES = f"SELECT {', '.join(f'e.{name}' for name in _COLUMNS)} {_OF_SHOW} WHERE s.slug = ?"
_REVISIONS = (
    f"SELECT e.guid, e.digest || '-' || coalesce(t.digest, '') || '-' || coalesce(o.digest, '') {_OF_SHOW}"
    "LEFT JOIN transcript t ON t.episode_id = e.id LEFT JOIN overlay o ON o.episode_id = e.id WHERE s.slug = ?"
)
_HEADS = (
    "SELECT e.guid, t.language, t.origin, t.created_at, t.episode_id, t.digest "
    f"{_OF_SHOW} JOIN transcript t ON t.episode_id = e.id WHERE s.slug = ?"
)
_MEDIA = (
    f"SELECT m.episode_id, m.position, m.rendition, {', '.join(f'm.{name}' for name in _OF_MEDIUM)}, "
    f"o.provider, o.key, o.url {_OF_SHOW} JOIN medium m ON m.episode_id = e.id JOIN source o ON o.id = m.source_id "
    "WHERE s.slug = ?"
)
_REST = f"SELECT {', '.join((*_LATER, *_LISTS, 'remarks'))} FROM episode WHERE id = ? AND digest = ?"  # noqa: S608 - constants
_REST_OF_MEDIUM = (
    f"SELECT {', '.join(f'm.{name}' for name in _LATER_OF_MEDIUM)} "  # noqa: S608 - constants
    "FROM medium m JOIN episode e ON e.id = m.episode_id "
    "WHERE e.id = ? AND e.digest = ? AND m.position = ?"
)
#: What `str.strip` takes off: SQL's `trim` takes spaces alone.
_BLANKS = f"char({', '.join(str(ord(sign)) for sign in map(chr, range(0x3001)) if sign.isspace())})"
_SAID = (
    f"SELECT EXISTS (SELECT 1 FROM spoken WHERE episode_id = t.episode_id AND trim(text, {_BLANKS}) <> '') "  # noqa: S608 - constants
    "FROM transcript t WHERE t.episode_id = ? AND t.digest = ?"
)
_NOTHING = Fingerprint(media_sha256="", engine="", model="")

_PUBLISHED_AND_ID = itemgetter(_COLUMNS.index("published_at"), _COLUMNS.index("id"))
_credits = lru_cache(maxsize=4096)(unpack)  # a show has the same hosts in most of its episodes


def load_outline(rows: Rows, show: str) -> list[Episode]:
    media: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows.all(_MEDIA, show):
        media[row[0]].append(row[1:])
    rest, rest_of_medium = rows.later(_REST, _read_rest), rows.later(_REST_OF_MEDIUM, _read_rest_of_medium)
    # Sorted here: SQLite would move each row's texts to and fro.
    newest_first = sorted(rows.all(_EPISODES, show), key=_PUBLISHED_AND_ID, reverse=True)
    return [_episode(row, show, media.get(row[-2], ()), rest, rest_of_medium) for row in newest_first]


def load_revisions(rows: Rows, show: str) -> dict[str, str]:
    return dict(rows.all(_REVISIONS, show))


def load_heads(rows: Rows, show: str) -> dict[str, Transcript]:
    rest = rows.later(_SAID, lambda row: {"has_words": bool(row[0])})
    return {guid: _head(rest, *head) for guid, *head in rows.all(_HEADS, show)}


def _tell_the_same(one: Any, other: Any, kind: type) -> bool:
    """Whether two values have the same fields, however they were read."""
    return all(getattr(one, field.name) == getattr(other, field.name) for field in fields(kind))


class StoredMedium(Medium):
    """A medium as its row tells it; equal to any medium with the same fields."""

    mime_type: Any = Later()
    length: Any = Later()
    sha256: Any = Later()
    offset: Any = Later()
    codec: Any = Later()
    sample_rate: Any = Later()
    channels: Any = Later()
    width: Any = Later()
    height: Any = Later()
    loudness: Any = Later()

    @property
    def published(self) -> Medium:
        return self if self.rendition is None else _changed(self, **self.as_published)

    def __eq__(self, other: object) -> bool:
        return _tell_the_same(self, other, Medium) if isinstance(other, Medium) else NotImplemented

    __hash__ = Medium.__hash__


class StoredEpisode(Episode):
    """An episode as its row tells it; equal to any episode with the same fields."""

    summary: Any = Later()
    notes: Any = Later()
    disclaimer: Any = Later()
    license: Any = Later()
    license_url: Any = Later()
    location: Any = Later()
    chapters: Any = Later()
    comments: Any = Later()
    origins: Any = Later()
    soundbites: Any = Later()
    remarks: Any = Later()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return unpack(Link, self.__dict__["_links"])

    @property
    def tells_where_to_follow(self) -> bool:
        packed = self.__dict__.get("_links")  # a changed copy has its links at hand
        if packed and '"subscribe"' not in packed and '"follow"' not in packed:
            return False
        return super().tells_where_to_follow

    @property
    def published(self) -> Episode:
        if all(medium.rendition is None for medium in self.media):
            return self
        return _changed(self, media=tuple(medium.published for medium in self.media))

    def __eq__(self, other: object) -> bool:
        return _tell_the_same(self, other, Episode) if isinstance(other, Episode) else NotImplemented

    __hash__ = Episode.__hash__


class StoredHead(Transcript):
    """What feeds say of a transcript; whether it has words is asked of the database when somebody wants to know."""

    has_words: Any = Later()


def _changed(value: T, **changes: object) -> T:
    """A copy with other values, of which what was not read yet is read later still."""
    copy = object.__new__(type(value))
    copy.__dict__.update(value.__dict__, **changes)
    return copy


def _episode(
    row: Sequence[Any], show: str, media: Sequence[tuple[Any, ...]], rest: _Rest, rest_of_medium: _Rest
) -> Episode:
    """Make an episode of a row with the columns `_COLUMNS`; `media` are rows as `_MEDIA` gives them."""
    *plain, published_at, date_is_sure, explicit, credits, links, related, id, digest = row  # noqa: A001 - columns
    episode = object.__new__(StoredEpisode)
    episode.__dict__.update(  # frozen dataclasses are filled past their __setattr__
        zip(PLAIN, plain, strict=True),
        show=show,
        media=tuple([_medium(medium, id, digest, rest_of_medium) for medium in sorted(media)]),
        published_at=parse_time(published_at),
        date_is_sure=bool(date_is_sure),
        explicit=None if explicit is None else bool(explicit),
        credits=_credits(Credit, credits),
        related=tuple(json.loads(related)) if related != "[]" else (),
        _links=links,
        _rest=rest,
        _key=(id, digest),
    )
    return episode


def _read_rest(row: Sequence[Any]) -> dict[str, Any]:
    """Read what `_REST` gives."""
    *plain, chapters, comments, origins, soundbites, remarks = row
    lists = zip(_LISTS.items(), (chapters, comments, origins, soundbites), strict=True)
    return {
        **dict(zip(_LATER, plain, strict=True)),
        **{name: unpack(kind, packed) for (name, kind), packed in lists},
        "remarks": tuple(json.loads(remarks)),
    }


def _medium(row: Sequence[Any], id: int, digest: str, rest: _Rest) -> Medium:  # noqa: A002 - the column's name
    """Make a medium of a row as `_MEDIA` gives it."""
    position, rendition, kind, media_key, duration, provider, key, url = row
    source, medium = object.__new__(Source), object.__new__(StoredMedium)
    source.__dict__.update(provider=provider, key=key, url=url)
    medium.__dict__.update(
        source=source,
        kind=kind,
        media_key=media_key,
        duration=duration,
        rendition=next(iter(unpack(Rendition, rendition)), None) if rendition != "[]" else None,
        _rest=rest,
        _key=(id, digest, position),
    )
    return medium


def _read_rest_of_medium(row: Sequence[Any]) -> dict[str, Any]:
    """Read what `_REST_OF_MEDIUM` gives."""
    return dict(zip(_LATER_OF_MEDIUM, row, strict=True))


def _head(rest: _Rest, language: str, origin: str, created_at: str, episode_id: int, digest: str) -> Transcript:
    head = object.__new__(StoredHead)
    head.__dict__.update(
        fingerprint=_NOTHING,
        language=language,
        duration=0.0,
        created_at=parse_time(created_at),
        segments=(),
        review=(),
        origin=origin,
        _rest=rest,
        _key=(episode_id, digest),
    )
    return head
