"""Authors of an item who do not host it: some houses tag whoever speaks, guests too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.name_rows import names_from
from episodes.core.naming.same_person import is_among
from episodes.core.naming.show_people import sightings_of_author
from episodes.core.naming.sightings import BAR, Sighting
from episodes.core.naming.tongues import frames

#: `Interview with Ann Lee`, as an episode is called.
_TALK_WITH = re.compile(rf"(?<!\w)(?:(?:interview|conversation) with|{frames.TALK_WITH})\s+(?=[^\W\d_])", re.IGNORECASE)


def without_guest_authors(of_show: list[Sighting], title: str, *, author: str, said: str) -> list[Sighting]:
    """Take for guests, leave out or doubt the authors of an item beside whom another author hosts.

    The title names the guest (`12: Ann Lee, baker` by Ann Lee and Bo Ek) or calls one the person talked with. Who
    writes beside the show's own `author` is a host or a guest, so that nothing is published. Whom the show names in
    what is `said` of it stays.
    """
    plain = tidy(title[:300])
    authors = [one for one in of_show if one.origin == "tag"]
    strangers = [one for one in authors if one.credit.name not in said]
    talk = _TALK_WITH.search(plain)
    asked = [found.text for found in names_from(plain, talk.end(), known=False)] if talk else []
    left_out = [one for one in strangers if is_among(one.credit.name, asked)]
    invited = [one for one in strangers if one not in left_out and _stands_in(one.credit.name, plain)]
    if len(left_out) + len(invited) >= len(authors):
        return of_show
    owners = [seen.credit.name for seen in sightings_of_author(author, origin="show")]
    beside = [one for one in authors if not is_among(one.credit.name, owners)]
    doubted = [one for one in strangers if one in beside] if len(beside) < len(authors) else []
    return [_settled(one, invited, doubted) for one in of_show if one not in left_out]


def _stands_in(name: str, title: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", fold(title)) is not None


def _settled(one: Sighting, invited: list[Sighting], doubted: list[Sighting]) -> Sighting:
    if one in invited:
        reason = f"{one.reason}, and the title names whom it is about"
        return replace(one, credit=replace(one.credit, role="guest"), reason=reason)
    return replace(one, confidence=min(one.confidence, BAR - 0.1)) if one in doubted else one


def invited_authors(of_show: list[Sighting], seen: Iterable[Sighting], said: str) -> list[Sighting]:
    """Take for guests the authors of an item one of whom a list calls a guest.

    Whom the show itself names in what is `said` of it stays a host.
    """
    invited = [one.credit.name for one in seen if one.exact and one.credit.role == "guest"]
    authors = [one for one in of_show if one.origin == "tag" and one.credit.name not in said]
    if not any(is_among(one.credit.name, invited) for one in authors):
        return of_show
    return [
        replace(one, credit=replace(one.credit, role="guest"), exact=True) if one in authors else one for one in of_show
    ]
