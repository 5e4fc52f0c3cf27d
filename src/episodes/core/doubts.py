"""Doubts: people who may take part in an episode, kept with the reason, shown to the producer, never published."""

from __future__ import annotations

from collections.abc import Iterable

from episodes.core.credit import Credit, Role
from episodes.core.episode import Episode, Origin

_FIELDS: dict[Role, str] = {"host": "doubtful host: ", "guest": "doubtful guest: "}


def doubt(person: Credit, *, origin: str, confidence: float, reason: str) -> Origin:
    """Keep a person as an origin without a field of its own; `doubted` reads it back."""
    return Origin(field=f"{_FIELDS[person.role]}{person.format()}", origin=origin, confidence=confidence, reason=reason)


def is_doubt(origin: Origin) -> bool:
    return origin.field.startswith(tuple(_FIELDS.values()))


def doubted(episode: Episode) -> list[tuple[Credit, Origin]]:
    """The people who were seen and are not among the episode's, unless a person has settled who takes part."""
    known = {credit.name for credit in episode.credits}
    if any(origin.field == "credits" and origin.locked for origin in episode.origins):
        return []
    return [(person, origin) for person, origin in _read(episode.origins) if person.name not in known]


def accepting(episode: Episode, person: Credit) -> str:
    """The change that makes a doubted person one of the episode's: `guests="Ann Lee; Bo Ek"`.

    >>> from datetime import UTC, datetime
    >>> empty = Episode(guid="1", show="a", slug="b", title="c", published_at=datetime(2020, 1, 1, tzinfo=UTC))
    >>> accepting(empty, Credit(name="Ann Lee", role="guest"))
    'guests="Ann Lee"'
    """
    there = [credit for credit in episode.credits if credit.role == person.role]
    return f'{person.role}s="{"; ".join(one.format() for one in (*there, person))}"'


def doubted_person(origin: Origin) -> Credit:
    """The person of an origin that is a doubt; ValueError for any other."""
    for role, beginning in _FIELDS.items():
        if origin.field.startswith(beginning):
            return Credit.parse(origin.field.removeprefix(beginning), role=role)
    raise ValueError(f"{origin.field} is no doubt")


def _read(origins: Iterable[Origin]) -> Iterable[tuple[Credit, Origin]]:
    return ((doubted_person(origin), origin) for origin in origins if is_doubt(origin))
