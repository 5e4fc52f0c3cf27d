"""A show in outline: number, title, date, people and media of every episode; the rest of a row is read when asked for.

A build looks closely at few episodes, and reading all texts of ten thousand takes longer than all else that it reads.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link, Origin
from episodes.core.media import Held
from episodes.core.transcript import Transcript
from episodes.store.later import Key, Rows
from episodes.store.stored import MediumRow, StoredEpisode, StoredHead, made
from episodes.store.values import parse_time, unpack

_Rest = Callable[[Key], dict[str, Any]]

#: What is read of every row, in this order, and taken as it stands; the first of them make up a line of a list.
PLAIN = (
    "slug", "title", "number", "number_label", "season", "season_name", "kind", "guid", "original_title", "language",
    "image",
)  # fmt: skip
_IN_A_LINE = PLAIN.index("guid")
_LATER_OF_MEDIUM = (
    "mime_type", "length", "sha256", "offset", "codec", "sample_rate", "channels", "width", "height", "loudness",
)  # fmt: skip
_LATER = ("summary", "notes", "disclaimer", "license", "license_url", "location")
_LISTS = {"links": Link, "chapters": Chapter, "comments": Comment, "origins": Origin, "soundbites": Soundbite}

_OF_SHOW = 'FROM episode e JOIN "show" s ON s.id = e.show_id '
_ITS_TEXTS = "LEFT JOIN transcript t ON t.episode_id = e.id LEFT JOIN overlay o ON o.episode_id = e.id "
#: Changes with the record, the media and the effective transcript.
_REVISION = "e.digest || '-' || coalesce(t.digest, '') || '-' || coalesce(o.digest, '')"
_FOLLOWS = """instr(e.links, '"subscribe"') OR instr(e.links, '"follow"')"""
_EPISODES = (
    f"SELECT {', '.join(f'e.{name}' for name in PLAIN)}, {_REVISION}, e.id, e.digest, e.published_at, e.date_is_sure, "
    f"e.credits, e.related, {_FOLLOWS}, t.language, t.origin, t.created_at, t.digest {_OF_SHOW} {_ITS_TEXTS}"
    "WHERE s.slug = ?"
)
_REVISIONS = f"SELECT e.guid, {_REVISION} {_OF_SHOW} {_ITS_TEXTS} WHERE s.slug = ?"
_MEDIA = (
    "SELECT m.episode_id, m.position, m.kind, m.media_key, o.provider, m.rendition <> '[]', m.duration, m.rendition, "
    f"o.key, o.url {_OF_SHOW} JOIN medium m ON m.episode_id = e.id JOIN source o ON o.id = m.source_id "
    "WHERE s.slug = ? ORDER BY m.episode_id, m.position"
)
_REST = f"SELECT {', '.join((*_LATER, *_LISTS, 'remarks, explicit'))} FROM episode WHERE id = ? AND digest = ?"  # noqa: S608 - constants
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

_AFTER_PLAIN = slice(len(PLAIN), None)
_ID, _PUBLISHED_AT = len(PLAIN) + 1, len(PLAIN) + 3
_credits = lru_cache(maxsize=4096)(unpack)  # a show has the same hosts in most of its episodes


class Outlined(NamedTuple):
    """An episode in outline, with what feeds say of its transcript: language, origin, date, whether it has words."""

    episode: Episode
    transcript: Transcript | None
    revision: str  #: of record, media and transcript: equal ones are the same


def text_mark(revision: str) -> str:
    """What of a revision hangs on the effective transcript alone."""
    return revision.partition("-")[2]


def load_outline(rows: Rows, show: str) -> list[Outlined]:
    media: dict[int, list[MediumRow]] = defaultdict(list)
    for episode_id, *medium in rows.all(_MEDIA, show):
        media[episode_id].append(tuple(medium))
    rests = rows.later(_REST, _read_rest), rows.later(_REST_OF_MEDIUM, _read_rest_of_medium)
    said = rows.later(_SAID, lambda row: {"has_words": bool(row[0])})
    # Sorted here: SQLite would move each row's texts to and fro.
    newest_first = sorted(rows.all(_EPISODES, show), key=itemgetter(_PUBLISHED_AT, _ID), reverse=True)
    return [_outlined(row, show, media.get(row[_ID], ()), rests, said) for row in newest_first]


def load_revisions(rows: Rows, show: str) -> dict[str, str]:
    return dict(rows.all(_REVISIONS, show))


def _outlined(
    row: Sequence[Any], show: str, media: Sequence[MediumRow], rests: tuple[_Rest, _Rest], said: _Rest
) -> Outlined:
    """Make an episode of a row as `_EPISODES` gives it; `media` are rows as `_MEDIA` gives them."""
    (
        revision, id, digest, published_at, date_is_sure, credits, related, follows,  # noqa: A001 - the column's name
        heard, origin, created_at, text_digest,
    ) = row[_AFTER_PLAIN]  # fmt: skip
    duration = next((medium[5] for medium in media if medium[2]), 0.0)
    held = dict(zip(PLAIN, row, strict=False))
    held["show"] = show
    held["published_at"] = parse_time(published_at)
    held["date_is_sure"] = bool(date_is_sure)
    held["credits"] = _credits(Credit, credits)
    held["related"] = tuple(json.loads(related)) if related != "[]" else ()
    held["line"] = repr((row[:_IN_A_LINE], published_at, duration))
    held["_follows"], held["_media"], held["_key"] = follows, media, (id, digest)
    held["_held"] = tuple([Held(*medium[1:5]) for medium in media if medium[2]])
    held["_rest"], held["_rest_of_medium"] = rests
    episode = made(StoredEpisode, held)
    if created_at is None:
        return Outlined(episode, None, revision)
    head: dict[str, Any] = {"language": heard, "origin": origin, "created_at": parse_time(created_at)}
    head["_rest"], head["_key"] = said, (id, text_digest)
    return Outlined(episode, made(StoredHead, head), revision)


def _read_rest(row: Sequence[Any]) -> dict[str, Any]:
    """Read what `_REST` gives."""
    plain, packed, (remarks, explicit) = row[: len(_LATER)], row[len(_LATER) : -2], row[-2:]
    return {
        **dict(zip(_LATER, plain, strict=True)),
        **{name: unpack(kind, text) for (name, kind), text in zip(_LISTS.items(), packed, strict=True)},
        "remarks": tuple(json.loads(remarks)),
        "explicit": None if explicit is None else bool(explicit),
    }


def _read_rest_of_medium(row: Sequence[Any]) -> dict[str, Any]:
    """Read what `_REST_OF_MEDIUM` gives."""
    return dict(zip(_LATER_OF_MEDIUM, row, strict=True))
