"""Hosts and guests, as tags, feeds and descriptions name them; a doubtful name is no name."""

from __future__ import annotations

from collections.abc import Iterable

from episodes.core.credit import Credit, Role
from episodes.core.naming.folding import tidy

_ROLES: dict[str, Role] = {"host": "host", "co-host": "host", "cohost": "host", "": "host", "presenter": "host", "guest host": "host", "moderator": "host", "guest": "guest"}  # fmt: skip


def credits_of_feed(people: Iterable[tuple[str, str]]) -> tuple[Credit, ...]:
    """Take the persons that a feed states (`podcast:person`), by role."""
    found = {}
    for role, name in people:
        if (kind := _ROLES.get(role.strip().lower())) and tidy(name):
            found.setdefault(tidy(name).lower(), Credit(name=tidy(name), role=kind))
    return tuple(found.values())
