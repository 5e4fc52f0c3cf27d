"""Remote items: what a watched source lists, whether it became an episode, waits for an answer, or failed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from episodes.core.completing import Account
from episodes.core.episode import Episode
from episodes.core.item import Item
from episodes.core.media import Kind, Medium, Source
from episodes.core.rebuild import from_record
from episodes.core.record import to_record
from episodes.core.sound import sources_of
from episodes.core.transcript import Transcript

#: "episode": it is (part of) one · "asked": a person is to say whether it is the episode `guid` ·
#: "apart": a person said that it is an episode of its own, which the next sync makes if `guid` is empty ·
#: "passed": the source's filter leaves it out · "failed": it could not be taken and is tried again
RemoteState = Literal["episode", "asked", "apart", "passed", "failed"]

#: After the first failure the next run tries again; then the waits double, up to a week.
FIRST_WAIT = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=7)
#: Why an item is a part of an episode that came from elsewhere, where no sync has joined it.
THERE = ("it was there already, by its address or GUID",)
#: How `settled` writes it; inside of other texts the quotes have backslashes before them.
_SETTLED = '"is_settled": true'


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
    held = _held(remote)
    if "item" not in held:
        return Item(source=remote.source, title=remote.title, kind=remote.kind, published_at=remote.published_at)
    return from_record(Item, held["item"])


def record_of(item: Item, account: Account | None = None) -> str:
    """What is kept of an item: itself, and what it says of an episode that it is, or may be, a part of."""
    held: dict[str, Any] = {"item": to_record(item)}
    if account is not None and isinstance(account.said, Episode):
        own = replace(account.said, media=())
        held |= {"own": to_record(own), "is_numbered_alike": account.is_numbered_alike}
    return _written(held)


def account_of(remote: RemoteItem, item: Item) -> Account | None:
    """What an item said of its episode when it was joined or asked about; None where that was not kept.

    Of an episode that was joined to another as a whole, that is what it was until then.
    """
    held = _held(remote)
    if "episode" in held:
        whole = from_record(Episode, held["episode"])
        return Account(said=whole, source=next(iter(sources_of(whole.media)), item.source))
    if "own" not in held:
        return None
    own = from_record(Episode, held["own"])
    return Account(said=own, source=item.source, is_numbered_alike=bool(held.get("is_numbered_alike", True)))


def is_account_kept(remote: RemoteItem) -> bool:
    """Whether there is something for `account_of` to read, without reading it."""
    return not {"own", "episode"}.isdisjoint(_held(remote))


def merged_record(other: Episode, transcript: Transcript | None, known: RemoteItem | None) -> str:
    """What is kept where an episode is joined to another as a whole: all of it, and what was known of its item."""
    held = {"episode": to_record(other), "transcript": to_record(transcript)}
    return _written(held | ({"known": to_record(known)} if known is not None else {}))


def merged_of(remote: RemoteItem) -> tuple[Episode, Transcript | None, RemoteItem | None] | None:
    """What `merged_record` kept; None where the item was joined by itself."""
    held = _held(remote)
    if "episode" not in held:
        return None
    transcript = from_record(Transcript, held["transcript"]) if held.get("transcript") else None
    known = from_record(RemoteItem, held["known"]) if held.get("known") else None
    return from_record(Episode, held["episode"]), transcript, known


# A join has two steps: what an item says is saved with its media, at once; how these lie in time takes long to hear.
# Until that is done, the record says whose times the episode still has.


def is_joined(remote: RemoteItem) -> bool:
    """Whether an item is a part of an episode that did not come from it; those have their reasons."""
    return remote.state == "episode" and bool(remote.guid and remote.reasons)


def is_unsettled(remote: RemoteItem) -> bool:
    """Whether the second step of a join is open: it was cut off, or an earlier version made it, who kept no note."""
    return is_joined(remote) and _SETTLED not in remote.record


def unsettled(remote: RemoteItem, timed: Medium | None) -> RemoteItem:
    """Note that a join is begun, and which medium the times of the episode were those of until then."""
    held = {name: value for name, value in _held(remote).items() if name != "is_settled"}
    return replace(remote, record=_written(held | {"timed_by": to_record(timed.source) if timed else None}))


def settled(remote: RemoteItem) -> RemoteItem:
    held = {name: value for name, value in _held(remote).items() if name != "timed_by"}
    return replace(remote, record=_written(held | {"is_settled": True}))


def is_cut_off(remote: RemoteItem) -> bool:
    """Whether this version began a join and did not end it."""
    return "timed_by" in _held(remote)


def timed_before(remote: RemoteItem) -> Source | None:
    """Whose times an episode has whose join was cut off."""
    held = _held(remote).get("timed_by")
    return from_record(Source, held) if held else None


def _held(remote: RemoteItem) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(remote.record) if remote.record.startswith("{") else {}
    return held


def _written(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


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
