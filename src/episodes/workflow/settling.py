"""Ending joins that were cut off, and filling in once what those of earlier versions left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from episodes.core.bringing import further_media
from episodes.core.completing import Account, lacks_times
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, Interrupted
from episodes.core.incoming import IncomingItem
from episodes.core.media import Source
from episodes.core.numbering import ahead_by_nearest, joined_numbers
from episodes.core.remote import (
    THERE,
    RemoteItem,
    account_of,
    is_cut_off,
    is_joined,
    is_unsettled,
    item_of,
    record_of,
    settled,
    unsettled,
)
from episodes.core.show import Show
from episodes.core.timing import timed_by
from episodes.store.catalogue import Catalogue
from episodes.workflow.alone import alone
from episodes.workflow.joining import Joiner
from episodes.workflow.listing import Listed
from episodes.workflow.shelf import Key, key_of


@dataclass(frozen=True, kw_only=True)
class Settler:
    """Settles joins; the fields are everything that this touches."""

    catalogue: Catalogue
    joiner: Joiner

    def settle(
        self,
        show: Show,
        remotes: Sequence[RemoteItem],
        episodes: Mapping[str, Episode],
        listed: Mapping[Key, Listed] | None = None,
    ) -> Iterator[Episode]:
        """End what is open of the joins of one source, and tell which episodes got something by that.

        `show` knows what its episodes teach of titles, `episodes` are these by GUID; `listed` is what the source says
        now, for joins of which nothing was kept but the item. A second run finds nothing open.
        """
        waiting = [one for one in remotes if is_unsettled(one) and one.guid in episodes]
        if not waiting:
            return
        kept = {key_of(one.source): account_of(one, item_of(one)) for one in remotes if is_joined(one)}
        read = {
            key_of(one.source): _read(one, show, listed or {}) for one in waiting if kept[key_of(one.source)] is None
        }
        pairs = (
            (episodes.get(one.guid), read.get(key_of(one.source)) or kept.get(key_of(one.source))) for one in remotes
        )
        counts = joined_numbers((episode, account.said) for episode, account in pairs if episode and account)
        for remote in waiting:
            before = episodes[remote.guid]
            if account := read.get(key_of(remote.source)):
                number = account.said.number
                account = replace(account, is_numbered_alike=number is None or not ahead_by_nearest(number, counts))
                remote = replace(remote, record=record_of(item_of(remote), account))
            now = (listed or {}).get(key_of(remote.source))
            incoming = now.incoming if now is not None and remote.reasons == THERE else None
            try:
                episode = self._settled(remote, before, account or kept[key_of(remote.source)], incoming)
            except Interrupted:
                raise
            except EpisodesError:
                continue  # the episode was removed meanwhile, or its medium is another's: it stays open
            if episode != before:
                yield episode

    def _settled(
        self, remote: RemoteItem, episode: Episode, account: Account | None, incoming: IncomingItem | None
    ) -> Episode:
        assert account is not None
        if is_cut_off(remote):  # what it says was saved with its medium
            if episode.main_medium is None and self.joiner.with_known_times(episode, account) == episode:
                return episode  # it can be heard when one of its media is fetched
            return self._measured(episode, account, remote)
        media = further_media(incoming, account.source, episode.media) if incoming is not None else ()
        with self.catalogue.together():
            episode = self.joiner.add(episode, media, account)
            is_whole = not lacks_times(episode, account)
            remote = settled(remote) if is_whole else unsettled(remote, timed_by(episode.media))
            self.catalogue.put_remote(remote)
        return episode if is_whole else self._measured(episode, account, remote, only=account.source)

    def _measured(
        self, episode: Episode, account: Account, remote: RemoteItem, *, only: Source | None = None
    ) -> Episode:
        is_heard = only is not None and self.joiner.trust(episode, only)
        episode = self.joiner.measure(episode, account, remote=remote, only=only, is_heard=is_heard)
        self.joiner.forget(account.source)
        return episode


def _read(remote: RemoteItem, show: Show, listed: Mapping[Key, Listed]) -> Account:
    """What an item says of which nothing was kept but itself: as its source has it now, else as it was."""
    item, now = item_of(remote), listed.get(key_of(remote.source))
    at = datetime.now(UTC).replace(microsecond=0)
    return Account(said=alone(item, now.incoming if now else None, show, now=at), source=item.source)
