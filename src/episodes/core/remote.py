"""Remote items: what a watched source lists, whether it became an episode, waits for an answer, or failed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from episodes.core.completing import Account
from episodes.core.episode import Episode
from episodes.core.item import Item
from episodes.core.media import Kind, Source
from episodes.core.rebuild import from_record
from episodes.core.record import to_record

#: "episode": it is (part of) one · "asked": a person is to say whether it is the episode `guid` ·
#: "apart": a person said that it is an episode of its own, which the next sync makes if `guid` is empty ·
#: "passed": the source's filter leaves it out · "failed": it could not be taken and is tried again
RemoteState = Literal["episode", "asked", "apart", "passed", "failed"]

#: After the first failure the next run tries again; then the waits double, up to a week.
FIRST_WAIT = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class RemoteItem:
    """One item of a source that is watched; (`provider`, `key`) of its source is unique."""

    source: Source
    show: str  #: the show's slug
    channel: str  #: address of the source that lists it
    state: RemoteState
    kind: Kind = "audio"
    title: str = ""
    guid: str = ""  #: of the episode that it is part of, or may be
    score: float = 0.0  #: how sure the match is, 0 to 1
    reasons: tuple[str, ...] = ()  #: for people: why it was joined, asked, passed or failed
    attempts: int = 0  #: failures in a row
    #: Of what failed; of what is asked: another episode fits better, or its own is another item.
    next_try_at: datetime | None = None
    published_at: datetime | None = None
    gone_at: datetime | None = None  #: since when the source no longer lists it
    record: str = ""  #: JSON of what is needed to undo a match


def item_of(remote: RemoteItem) -> Item:
    """The item as it was when it was taken, or what little is known of it."""
    held = json.loads(remote.record) if remote.record.startswith("{") else {}
    if "item" not in held:
        return Item(source=remote.source, title=remote.title, kind=remote.kind, published_at=remote.published_at)
    return from_record(Item, held["item"])


def record_of(item: Item, account: Account | None = None) -> str:
    """What is kept of an item: itself, and what it says of an episode that it is, or may be, a part of."""
    held = {"item": to_record(item)}
    if account is not None and isinstance(account.said, Episode):
        own = replace(account.said, media=())
        held |= {"own": to_record(own), "is_numbered_alike": account.is_numbered_alike}
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


def account_of(remote: RemoteItem, item: Item) -> Account | None:
    """What an item said of its episode when it was joined or asked about; None where that was not kept."""
    held = json.loads(remote.record) if remote.record.startswith("{") else {}
    if "own" not in held:
        return None
    own = from_record(Episode, held["own"])
    return Account(said=own, source=item.source, is_numbered_alike=bool(held.get("is_numbered_alike", True)))


def next_try(attempts: int, now: datetime) -> datetime:
    """When to try again after so many failures in a row.

    >>> from datetime import UTC
    >>> now = datetime(2026, 1, 1, tzinfo=UTC)
    >>> [str(next_try(n, now) - now) for n in (1, 2, 3, 20)]
    ['0:00:00', '1:00:00', '2:00:00', '7 days, 0:00:00']
    """
    if attempts <= 1:
        return now
    wait: timedelta = FIRST_WAIT * 2 ** min(attempts - 2, 20)
    return now + min(wait, LONGEST_WAIT)
