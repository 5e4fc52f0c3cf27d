"""Editions: the audio feed and the video feed of a show, their addresses and identities."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from urllib.parse import urlsplit

from episodes.core.addresses import feed_file, join_url, media_file
from episodes.core.episode import Episode
from episodes.core.media import Kind, Medium
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.feed.elements import clean

#: Namespace of podcast:guid (source: the podcast namespace's docs/tags/guid.md).
PODCAST_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def podcast_guid(feed_url: str) -> str:
    """Make the podcast:guid that a feed at this address is given once in its life.

    >>> podcast_guid("https://podnews.net/rss/")
    '9b024349-ccf0-5f69-a609-6b82873eab3c'
    """
    address = urlsplit(feed_url)
    query = f"?{address.query}" if address.query else ""
    return str(uuid.uuid5(PODCAST_NAMESPACE, f"{address.netloc}{address.path}{query}".rstrip("/")))


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One feed of a show: the same episodes, as sound or as pictures."""

    show: Show
    kind: Kind
    base_url: str

    @property
    def url(self) -> str:
        return join_url(self.base_url, feed_file(self.show.slug, self.kind))

    @property
    def guid(self) -> str:
        """The podcast:guid; that of the video edition follows from the show's, so that a move does not change it."""
        if self.kind == "audio":
            return self.show.guid or podcast_guid(self.url)
        if self.show.video_guid or not self.show.guid:
            return self.show.video_guid or podcast_guid(self.url)
        return str(uuid.uuid5(PODCAST_NAMESPACE, f"{clean(self.show.guid)}/video"))

    @property
    def title(self) -> str:
        return self.show.title if self.kind == "audio" else f"{self.show.title} (Video)"

    @property
    def medium(self) -> str:
        return self.show.medium if self.kind == "audio" else "video"

    @property
    def new_url(self) -> str:
        return self.show.new_feed_url if self.kind == "audio" else self.show.new_video_feed_url

    def item_guid(self, episode: Episode) -> str:
        return episode.guid if self.kind == "audio" else f"{episode.guid}-video"

    def media_url(self, episode: Episode, medium: Medium) -> str:
        return join_url(self.base_url, media_file(episode, medium))

    def published(self, publication: ShowPublication) -> list[Publication]:
        """What belongs into this edition, newest first: held in this kind, with a date that is sure."""
        held = [item for item in publication.episodes if item.enclosure(self.kind) and item.episode.date_is_sure]
        return sorted(held, key=lambda item: (item.episode.published_at, item.episode.number or 0), reverse=True)
