"""Episodes, media and transcripts as a show's outline holds them: what their rows tell at once, and the rest later."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from typing import Any, TypeVar

from episodes.core.episode import Episode
from episodes.core.media import Held, Medium, Rendition, Source
from episodes.core.transcript import Fingerprint, Transcript
from episodes.store.later import Later
from episodes.store.values import unpack

T = TypeVar("T")
#: A row as `outline.py` reads it: position, kind, path, provider, whether it has a rendition, then the rest at hand.
MediumRow = tuple[Any, ...]


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
        return self if self.rendition is None else changed(self, **self.as_published)

    def __eq__(self, other: object) -> bool:
        return _tell_the_same(self, other, Medium) if isinstance(other, Medium) else NotImplemented

    __hash__ = Medium.__hash__


class StoredEpisode(Episode):
    """An episode as its row tells it; equal to any episode with the same fields."""

    summary: Any = Later()
    notes: Any = Later()
    disclaimer: Any = Later()
    explicit: Any = Later()
    license: Any = Later()
    license_url: Any = Later()
    location: Any = Later()
    links: Any = Later()
    chapters: Any = Later()
    comments: Any = Later()
    origins: Any = Later()
    soundbites: Any = Later()
    remarks: Any = Later()

    @cached_property
    def media(self) -> tuple[Medium, ...]:
        rows, rest, key = (self.__dict__[name] for name in ("_media", "_rest_of_medium", "_key"))
        return tuple([_medium(row, rest, key) for row in rows])

    @property
    def held(self) -> tuple[Held, ...]:
        if "media" in self.__dict__:
            return super().held
        found: tuple[Held, ...] = self.__dict__["_held"]
        return found

    @property
    def tells_where_to_follow(self) -> bool:
        return bool(self.__dict__["_follows"]) and super().tells_where_to_follow

    @property
    def published(self) -> Episode:
        if not any(one.is_mastered for one in self.held):
            return self
        return changed(self, media=tuple(medium.published for medium in self.media))

    def __eq__(self, other: object) -> bool:
        return _tell_the_same(self, other, Episode) if isinstance(other, Episode) else NotImplemented

    __hash__ = Episode.__hash__


class StoredHead(Transcript):
    """What feeds say of a transcript; whether it has words is asked of the database when somebody wants to know."""

    fingerprint: Any = Fingerprint(media_sha256="", engine="", model="")
    duration: Any = 0.0
    has_words: Any = Later()


def made(kind: type[T], held: dict[str, Any]) -> T:
    """A value with these fields; thousands are made, and a frozen dataclass takes ten times as long to fill itself."""
    value = object.__new__(kind)
    object.__setattr__(value, "__dict__", held)
    return value


def changed(value: T, **changes: object) -> T:
    """A copy with other values, of which what was not read yet is read later still."""
    return made(type(value), {**value.__dict__, **changes})


def _tell_the_same(one: Any, other: Any, kind: type) -> bool:
    """Whether two values have the same fields, however they were read."""
    return all(getattr(one, field.name) == getattr(other, field.name) for field in fields(kind))


def _medium(row: MediumRow, rest: Any, key: tuple[Any, ...]) -> Medium:
    position, kind, media_key, provider, is_mastered, duration, rendition, source_key, url = row
    return made(
        StoredMedium,
        {
            "source": Source(provider=provider, key=source_key, url=url),
            "kind": kind,
            "media_key": media_key,
            "duration": duration,
            "rendition": unpack(Rendition, rendition)[0] if is_mastered else None,
            "_rest": rest,
            "_key": (*key, position),
        },
    )
