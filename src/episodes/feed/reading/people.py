"""The people that a channel or item names."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from episodes.core.credit import Credit, Role
from episodes.feed.reading.names import attribute, children, text
from episodes.feed.reading.words import plain_title, web_address

_ROLES: dict[str, Role] = {
    "": "host", "host": "host", "co-host": "host", "cohost": "host", "guest host": "host", "presenter": "host",
    "moderator": "host", "narrator": "host", "guest": "guest", "interviewee": "guest", "panelist": "guest",
}  # fmt: skip


def read_persons(element: etree._Element, notes: list[str]) -> tuple[Credit, ...]:
    """Read podcast:person: hosts and guests; other parts are told in `notes`."""
    found: dict[tuple[str, str], Credit] = {}
    others = []
    for person in children(element, "podcast:person"):
        name = plain_title((person.text or "").strip() or attribute(person, "name"))
        role = attribute(person, "role").lower()
        if not name:
            continue
        if role not in _ROLES:
            others.append(f"{name} ({role})")
            continue
        credit = Credit(
            name=name,
            role=_ROLES[role],
            url=web_address(attribute(person, "href")),
            image_url=web_address(attribute(person, "img")),
        )
        found.setdefault((name.lower(), credit.role), credit)
    if others:
        notes.append(f"neither host nor guest, and left out: {', '.join(others)}")
    return tuple(found.values())


def read_contributors(element: etree._Element, own: Collection[str]) -> tuple[Credit, ...]:
    """Read atom:contributor, which says no part: those of the show's own names are hosts, the others guests."""
    found: dict[str, Credit] = {}
    for person in children(element, "atom:contributor"):
        name = plain_title(text(person, "atom:name", "name"))
        if name:
            role: Role = "host" if name.lower() in own else "guest"
            found.setdefault(
                name.lower(), Credit(name=name, role=role, url=web_address(text(person, "atom:uri", "atom:url", "uri")))
            )
    return tuple(found.values())
