"""Values to rows and back, over plain mappings; shared by the catalogue and the light reader.

Episodes and their media are here; `search` pays for no others (`show_values.py`, `transcript_values.py`).

The JSON in a column leaves out what is empty or default, so that a field added later needs no migration.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link, Origin
from episodes.core.media import Medium, Rendition, Source

T = TypeVar("T")
Row = Mapping[Any, Any]

_EPISODE_PLAIN = (
    "guid", "slug", "title", "original_title", "number", "number_label", "season", "kind", "summary", "notes",
    "disclaimer", "language", "image", "season_name", "license", "license_url", "location",
)  # fmt: skip
_EPISODE_LISTS: dict[str, type] = {
    "credits": Credit, "links": Link, "chapters": Chapter, "comments": Comment, "origins": Origin,
    "soundbites": Soundbite,
}  # fmt: skip
_MEDIUM_PLAIN = (
    "kind", "media_key", "mime_type", "duration", "length", "sha256", "offset", "codec", "sample_rate", "channels",
    "width", "height", "loudness",
)  # fmt: skip


def clean(text: str) -> str:
    """Replace what UTF-8 cannot hold: file names and tags bring lone surrogates."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def format_time(at: datetime) -> str:
    """Write a time so that texts sort as times do.

    >>> format_time(datetime(2026, 1, 2, tzinfo=UTC))
    '2026-01-02T00:00:00.000000Z'
    """
    if at.tzinfo is None:
        raise ValueError("times in the catalogue have a zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def parse_time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def dump(value: Any) -> str:
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True))


_known: dict[Any, dict[str, Any]] = {}


def _defaults(kind: Any) -> dict[str, Any]:
    """The fields of a value and what they are by default (MISSING: nothing)."""
    if kind not in _known:
        from dataclasses import MISSING, fields  # 20 ms, and only who writes needs it

        _known[kind] = {
            f.name: f.default_factory() if f.default_factory is not MISSING else f.default for f in fields(kind)
        }
    return _known[kind]


def _packed(value: Any) -> dict[str, Any]:
    held = {name: getattr(value, name) for name in _defaults(type(value))}
    kept = {name: item for name, item in held.items() if item != _defaults(type(value))[name]}
    return {name: format_time(item) if isinstance(item, datetime) else item for name, item in kept.items()}


def pack(values: Iterable[Any]) -> str:
    """Write flat values as JSON, without what is default."""
    return dump([_packed(value) for value in values])


def unpack(kind: type[T], text: str) -> tuple[T, ...]:
    """Read what `pack` wrote."""
    return tuple(_unpacked(kind, held) for held in json.loads(text)) if text != "[]" else ()


def _unpacked(kind: type[T], held: dict[str, Any]) -> T:
    if "published_at" in held:
        held["published_at"] = parse_time(held["published_at"])
    return kind(**{name: item for name, item in held.items() if name in kind.__annotations__})


def digest_of(parts: Mapping[str, Any] | Iterable[Any]) -> str:
    """A short hash of row values; equal contents give equal hashes on every machine."""
    import hashlib  # 3 ms, and only who writes needs it

    return hashlib.sha256(dump(parts if isinstance(parts, Mapping) else list(parts)).encode()).hexdigest()[:24]


def episode_row(episode: Episode) -> dict[str, Any]:
    """The episode's own columns; show, media and digest are added by who saves it."""
    plain = {name: getattr(episode, name) for name in _EPISODE_PLAIN}
    return {
        **{name: clean(item) if isinstance(item, str) else item for name, item in plain.items()},
        "published_at": format_time(episode.published_at),
        "date_is_sure": episode.date_is_sure,
        "explicit": episode.explicit,
        "related": dump(episode.related),
        "remarks": dump(episode.remarks),
        **{name: pack(getattr(episode, name)) for name in _EPISODE_LISTS},
    }


def read_episode(row: Row, show: str, media: tuple[Medium, ...]) -> Episode:
    lists: dict[str, Any] = {name: unpack(kind, row[name]) for name, kind in _EPISODE_LISTS.items()}
    return Episode(
        show=show,
        media=media,
        published_at=parse_time(row["published_at"]),
        date_is_sure=bool(row["date_is_sure"]),
        explicit=None if row["explicit"] is None else bool(row["explicit"]),
        related=tuple(json.loads(row["related"])),
        remarks=tuple(json.loads(row["remarks"])),
        **{name: row[name] for name in _EPISODE_PLAIN},
        **lists,
    )


def medium_row(medium: Medium) -> dict[str, Any]:
    plain = {name: getattr(medium, name) for name in _MEDIUM_PLAIN}
    row = {name: clean(item) if isinstance(item, str) else item for name, item in plain.items()}
    return {**row, "rendition": pack((medium.rendition,) if medium.rendition else ())}


def source_row(source: Source) -> dict[str, Any]:
    return {"provider": clean(source.provider), "key": clean(source.key), "url": clean(source.url)}


def read_medium(row: Row) -> Medium:
    """Read a medium's row joined with its source's provider, key and url."""
    source = Source(provider=row["provider"], key=row["key"], url=row["url"])
    rendition = next(iter(unpack(Rendition, row["rendition"])), None)
    return Medium(source=source, rendition=rendition, **{name: row[name] for name in _MEDIUM_PLAIN})
