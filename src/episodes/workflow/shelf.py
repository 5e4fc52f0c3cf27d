"""A show while one of its sources is gone through: its episodes and what is known of items, read once and kept up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from episodes.core.naming.learned import taught
from episodes.core.ranking import Lineup
from episodes.workflow.presenting import regulars_in

if TYPE_CHECKING:
    from episodes.core.episode import Episode
    from episodes.core.media import Source
    from episodes.core.regulars import Regular
    from episodes.core.remote import RemoteItem
    from episodes.core.show import Show
    from episodes.store.catalogue import Catalogue

Key = tuple[str, str]


def key_of(source: Source) -> Key:
    """What a source's items are told apart by."""
    return source.provider, source.key


class Shelf:
    """The episodes of a show and its remote items, as they were at the beginning and as this process changed them.

    Asking the catalogue again for each of a thousand items would take longer than the rest of a sync.
    """

    def __init__(self, catalogue: Catalogue, show: Show) -> None:
        self._catalogue = catalogue
        self._episodes = {episode.guid: episode for episode in catalogue.list_episodes(show.slug)}
        self._remotes = {key_of(one.source): one for one in catalogue.list_remote(show.slug)}
        self._lineup: Lineup | None = None
        self.show = taught(show, self.episodes)  #: with what its episodes teach of its titles
        self._own, self._begun_with = show, self.episodes

    @property
    def episodes(self) -> list[Episode]:
        return list(self._episodes.values())

    @property
    def by_guid(self) -> Mapping[str, Episode]:
        return self._episodes

    @cached_property
    def regulars(self) -> tuple[Regular, ...]:
        """Hosts by being in so many of the episodes that were there at the beginning; found when the first is new."""
        return regulars_in(self._own, self._begun_with)

    @property
    def lineup(self) -> Lineup:
        """The episodes as items are compared with them; made when the first item asks."""
        if self._lineup is None:
            self._lineup = Lineup(self._episodes.values())
        return self._lineup

    def episode(self, guid: str) -> Episode | None:
        return self._episodes.get(guid)

    def keep(self, episode: Episode) -> Episode:
        """Take note of an episode that was added or changed; the newest need not be first any more."""
        self._episodes[episode.guid] = episode
        if self._lineup is not None:
            self._lineup.keep(episode)
        return episode

    def remote(self, source: Source) -> RemoteItem | None:
        return self._remotes.get(key_of(source))

    def remotes(self, channel: str) -> list[RemoteItem]:
        """What is known of a channel's items."""
        return [one for one in self._remotes.values() if one.channel == channel]

    @property
    def all_remotes(self) -> list[RemoteItem]:
        return list(self._remotes.values())

    def taken(self, channel: str) -> set[str]:
        """The GUIDs of episodes that have an item of the channel already."""
        return {one.guid for one in self.remotes(channel) if one.state in ("episode", "apart")}

    def put(self, remote: RemoteItem) -> None:
        """Remember an item, in the catalogue too."""
        self._catalogue.put_remote(remote)
        self._remotes[key_of(remote.source)] = remote

    def note(self, remote: RemoteItem, episode: Episode) -> None:
        """Take note of an item and its episode, which the catalogue has already."""
        self._remotes[key_of(remote.source)] = remote
        self.keep(episode)
