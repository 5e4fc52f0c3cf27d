"""A further feed of a show: what its items say of episodes that are there fills these, and their media join them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from episodes.core.bringing import (
    called_alike,
    further_media,
    further_source,
    imported_episode,
    is_named_by,
    is_one_item,
)
from episodes.core.completing import Account, lacks_times
from episodes.core.episode import Episode
from episodes.core.errors import AlreadyThere, EpisodesError
from episodes.core.incoming import IncomingItem
from episodes.core.kin import address_of
from episodes.core.likeness import similarity
from episodes.core.matching import DAYS
from episodes.core.media import Medium, Source
from episodes.core.numbering import ahead_by_nearest, joined_numbers
from episodes.core.remote import (
    RemoteItem,
    account_of,
    is_account_kept,
    is_joined,
    is_unsettled,
    item_of,
    record_of,
    settled,
    unsettled,
)
from episodes.core.show import Show
from episodes.core.sound import belongs_to, own_source, sources_of
from episodes.core.timing import timed_by
from episodes.store.catalogue import Catalogue
from episodes.tagger.tag import marked
from episodes.workflow.add import Failed
from episodes.workflow.joining import Joiner
from episodes.workflow.shelf import Key, key_of

#: Why an item is a part of an episode; the sources that one came from have no reasons.
_REASONS = ("the same GUID",)
#: Titles are not alike below this.
_UNLIKE = 0.5


@dataclass(frozen=True, kw_only=True)
class FurtherFeed:
    """Joins one feed's items to episodes; the fields are everything that this touches."""

    catalogue: Catalogue
    joiner: Joiner
    show: Show  #: with the feed's own picture, which says nothing of an episode
    channel: str  #: where the feed was read; "" for a file
    address: str = ""  #: that it states, else where it was read

    def join(self, found: Sequence[tuple[Episode, IncomingItem]]) -> Iterator[Episode | Failed]:
        """Join items to the episodes that have their GUIDs, and tell which episodes got something by that.

        An item that an episode came from, or that was joined before, changes nothing; where its file has moved that
        nobody has fetched yet, the link follows.
        """
        said = []
        for episode, incoming in found:
            if moved := self._moved(episode, incoming):
                yield from self._followed(episode, incoming, moved)
            elif account := self._account(episode, incoming):
                said.append((episode, incoming, account))
        counts = joined_numbers((episode, account.said) for episode, _, account in said)
        for episode, incoming, account in said:
            number = account.said.number
            is_alike = number is None or not ahead_by_nearest(number, counts)
            try:
                joined = self._join(episode, incoming, replace(account, is_numbered_alike=is_alike))
            except AlreadyThere:
                continue  # its medium was joined to another episode by hand
            except EpisodesError as error:
                yield Failed(what=incoming.item.title, error=error)
                continue
            if joined != episode:
                yield joined

    def settle(self, episode: Episode) -> Episode:
        """Measure how an episode's media lie to each other that have been fetched, and give it waiting chapters."""
        episode = self.catalogue.get_episode(episode.guid, show=episode.show)
        if len(sources_of(episode.media)) < 2 or episode.main_medium is None:
            return episode
        remotes = [one for one in self.catalogue.list_remote(self.show.slug) if one.guid == episode.guid]
        waiting = [one for one in remotes if is_unsettled(one)]
        if not waiting:
            return self.joiner.measure(episode, None)
        for place, remote in enumerate(waiting):
            account = account_of(remote, item_of(remote))
            episode = self.joiner.measure(episode, account, remote=remote, is_heard=place > 0)
        return episode

    def told_by(self, episode: Episode, incoming: IncomingItem) -> Medium | None:
        """The medium whose times an item's chapters and transcript have, where that is not the episode's main one."""
        own = further_source(incoming, episode.media)
        medium = next((one for one in episode.media if own is not None and belongs_to(one, own)), None)
        timed = timed_by(episode.media)
        is_main = medium is None or timed is None or own_source(medium.source) == own_source(timed.source)
        return None if is_main else medium

    def is_of_another(self, episode: Episode, incoming: IncomingItem) -> bool:
        """Whether an item has an episode's GUID by chance: nothing of it is to be fetched for that."""
        source = further_source(incoming, episode.media)
        if source is None or self._is_founder(source, episode):
            return False
        known = self._remotes.get(key_of(source))
        is_part = known is not None and known.state == "episode" and known.guid == episode.guid
        return not is_part and _is_other_talk(self._said(incoming), episode)

    def _moved(self, episode: Episode, incoming: IncomingItem) -> Medium | None:
        """The medium that an item has given an episode before, where its file lies elsewhere now."""
        return next((one for one in called_alike(incoming, episode.media) if self._is_ours(one, incoming)), None)

    def _is_ours(self, medium: Medium, incoming: IncomingItem) -> bool:
        """Whether a medium that is called as an item came with this feed, and not with one of the same identity."""
        known = self._remotes.get(key_of(medium.source))
        if known is not None and (is_joined(known) or known.channel == self.channel):
            return known.channel == self.channel
        return self.address in self.show.previous_urls or is_named_by(incoming.item.source, self.address)

    def _followed(self, episode: Episode, incoming: IncomingItem, moved: Medium) -> Iterator[Episode]:
        if moved.media_key:
            return

        def linked(episode: Episode) -> Episode:
            source = replace(moved.source, url=address_of(incoming))
            media = (
                replace(one, source=source) if one.source == moved.source and not one.media_key else one
                for one in episode.media
            )
            return replace(episode, media=tuple(media))

        yield self.catalogue.change_episode(episode.guid, linked, show=episode.show)

    def _account(self, episode: Episode, incoming: IncomingItem) -> Account | None:
        """What an item says of an episode; None where this came from it, or it was joined before, or is another's."""
        source = further_source(incoming, episode.media)
        known = self._remotes.get(key_of(source)) if source is not None else None
        if source is None or (known is not None and _is_decided(known, episode)) or self._is_founder(source, episode):
            return None
        other = self.catalogue.find_episode(source)
        if other is not None and other.guid != episode.guid:  # a person has parted them
            return None
        said = self._said(incoming)
        return Account(said=replace(said, media=()), source=source) if not _is_other_talk(said, episode) else None

    def _said(self, incoming: IncomingItem) -> Episode:
        incoming = replace(incoming, item=marked(incoming.item, self.show))
        return imported_episode(incoming, self.show, now=datetime.now(UTC).replace(microsecond=0), taken=())

    def _is_founder(self, source: Source, episode: Episode) -> bool:
        """Whether an episode came from an item, as far as is known: what was joined later has its reasons."""
        for one in sources_of(episode.media):
            known = self._remotes.get(key_of(one))
            if known is None or not is_joined(known):
                return is_one_item(one, source)
        return False

    def _join(self, episode: Episode, incoming: IncomingItem, account: Account) -> Episode:
        item = replace(incoming.item, source=account.source)
        known = self._remotes.get(key_of(account.source))
        remote = RemoteItem(
            source=account.source,
            show=episode.show,
            channel=known.channel if known is not None else self.channel,
            state="episode",
            kind=item.kind,
            title=item.title,
            guid=episode.guid,
            score=1.0,
            reasons=_REASONS,
            published_at=item.published_at,
            record=record_of(item, account),
        )
        remote = unsettled(remote, timed_by(episode.media))
        with self.catalogue.together():
            joined = self.joiner.add(episode, further_media(incoming, account.source, episode.media), account)
            told = self.joiner.with_known_times(joined, account)
            told = self.catalogue.save_episode(told) if told != joined else joined
            if told != episode:
                is_timed = told.main_medium is not None or not (told.chapters or told.soundbites)
                is_whole = is_timed and not lacks_times(told, account)
                self.catalogue.put_remote(settled(remote) if is_whole else remote)
        return told

    @cached_property
    def _remotes(self) -> Mapping[Key, RemoteItem]:
        return {key_of(one.source): one for one in self.catalogue.list_remote(self.show.slug)}


def _is_other_talk(said: Episode, episode: Episode) -> bool:
    """Whether title and date both speak against a GUID: feeds that count "1", "2" share theirs with any other."""
    are_dated = said.date_is_sure and episode.date_is_sure
    is_far = are_dated and abs(said.published_at - episode.published_at) > DAYS
    return is_far and similarity(said.title, episode.title) < _UNLIKE


def _is_decided(known: RemoteItem, episode: Episode) -> bool:
    """Whether an item is what it is: another episode, a question, or joined with all that it says."""
    if known.state != "episode" or known.guid != episode.guid:
        return known.state in ("episode", "apart", "asked")
    return is_joined(known) and is_account_kept(known)
