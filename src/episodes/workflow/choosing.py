"""Choosing what of a source's list is looked at: what is new or due, wanted, and no episode yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from episodes.core.apart import settled
from episodes.core.completing import Account
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError
from episodes.core.item import Item
from episodes.core.kin import Kin, plain
from episodes.core.media import Source
from episodes.core.remote import THERE, RemoteItem, RemoteState, is_joined, record_of
from episodes.core.show import ShowSource
from episodes.core.sound import sources_of
from episodes.core.syncing import filter_of, is_due, passed_over
from episodes.store.catalogue import Catalogue
from episodes.workflow.listing import Listed, Lister, Listing
from episodes.workflow.shelf import Key, Shelf, key_of

#: So many items in a row that are older than wanted end the search in a list that begins with the newest.
ENOUGH = 4


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How much of a source is looked at."""

    since: datetime | None = None
    limit: int = 0  #: newest first; 0 = all
    dry_run: bool = False
    unfinished: bool = False  #: also what an earlier sync was stopped in transcribing


@dataclass(frozen=True, kw_only=True)
class Chooser:
    """Chooses from the list of one source, and remembers what is passed over or was an episode before."""

    catalogue: Catalogue
    lister: Lister
    shelf: Shelf
    source: ShowSource
    wanted: Wanted
    now: datetime

    def fresh(self, listing: Listing) -> list[Listed]:
        """What is to be looked at, oldest first, as producers number their episodes."""
        entries: dict[Key, Listed] = {}
        kin = Kin(self.shelf.episodes, listed=[one.incoming for one in listing.entries if one.incoming is not None])
        for listed in (_settled(listed, kin) for listed in listing.entries):
            entries.setdefault(key_of(listed.item.source), listed)
        fresh = self._newest_first([listed for listed in entries.values() if self._is_wanted(listed)])
        fresh = fresh[: self.wanted.limit] if self.wanted.limit else fresh
        return list(reversed(fresh))

    def is_late(self, item: Item) -> bool:
        """Whether an item is older than wanted, as far as its date is known."""
        return bool(self.wanted.since and item.published_at and item.published_at < self.wanted.since)

    def is_passed_over(self, listed: Listed, item: Item) -> bool:
        """Whether the source's filter leaves an item out, which is then remembered."""
        reason = passed_over(item, self.source)
        if reason and not self.wanted.dry_run:
            remote = self.remote(listed, item, state="passed")
            self.shelf.put(replace(remote, reasons=(reason,), record=filter_of(self.source)))
        return bool(reason)

    def is_known(self, listed: Listed, item: Item) -> bool:
        """Whether an item is an episode already that came in another way; it is then watched like the others."""
        episode = self.catalogue.find_episode(item.source) or self._same_guid(listed)
        if episode is not None and not self.wanted.dry_run:
            remote = self.remote(listed, item, state="episode", guid=episode.guid)
            came_from = self._founder(episode) or item.source
            is_own = key_of(came_from) == key_of(item.source) or plain(came_from.url) == plain(item.source.url)
            self.shelf.put(remote if is_own else replace(remote, reasons=THERE))
        return episode is not None

    def _founder(self, episode: Episode) -> Source | None:
        """The source that an episode came from, as far as is known: what was joined later has its reasons."""
        known = ((source, self.shelf.remote(source)) for source in sources_of(episode.media))
        return next((source for source, remote in known if remote is None or not is_joined(remote)), None)

    def remote(
        self, listed: Listed, item: Item, *, state: RemoteState, guid: str = "", account: Account | None = None
    ) -> RemoteItem:
        """What is kept of an item, under the name that its list gives it: the next sync knows it by that.

        `account` is what it says of an episode that is not its own.
        """
        return RemoteItem(
            source=listed.item.source,
            show=self.shelf.show.slug,
            channel=self.source.url,
            state=state,
            kind=self.source.kind,
            title=item.title,
            guid=guid,
            published_at=item.published_at,
            record=record_of(item, account),
        )

    def _is_wanted(self, listed: Listed) -> bool:
        item = listed.item
        known = self.shelf.remote(item.source)
        if not is_due(known, self.source, self.now) or (
            (known is None or known.state == "failed") and self.is_known(listed, item)
        ):
            return False
        return not self.is_late(item) and not self.is_passed_over(listed, item)

    def _same_guid(self, listed: Listed) -> Episode | None:
        """The episode of a feed item's GUID, unless the item brings the kind of medium that it lacks."""
        episode = self.shelf.episode(listed.incoming.guid) if listed.incoming is not None else None
        lacks = episode is not None and all(medium.kind != self.source.kind for medium in episode.media)
        return None if lacks else episode

    def _newest_first(self, fresh: list[Listed]) -> list[Listed]:
        """Order what is new, and leave out what is older than wanted, asking for as few dates as will do."""
        if all(listed.item.published_at for listed in fresh):
            return sorted(fresh, key=lambda listed: listed.item.published_at or self.now, reverse=True)
        if not self.wanted.since and not 0 < self.wanted.limit < len(fresh):
            return fresh
        first, last = self._date(fresh[0]), self._date(fresh[-1])
        if first and last and first < last:  # playlists often begin with the oldest
            fresh = [*reversed(fresh)]
        if not self.wanted.since:
            return fresh
        found, older = [], 0
        for listed in fresh:
            date = self._date(listed)
            older = older + 1 if date and date < self.wanted.since else 0
            if older == ENOUGH:
                break
            found += [listed] if not older else []
        return found

    def _date(self, listed: Listed) -> datetime | None:
        """When an item was published, by its list, else by its own page."""
        if listed.item.published_at:
            return listed.item.published_at
        try:
            return self.lister.details(listed).published_at
        except EpisodesError:
            return None  # it is taken in its turn, and says then what is wrong


def _settled(listed: Listed, kin: Kin) -> Listed:
    """Call a feed's item as its episode is called, where items share a GUID."""
    if listed.incoming is None:
        return listed
    incoming = settled(listed.incoming, kin)
    return replace(listed, incoming=incoming, item=incoming.item)
