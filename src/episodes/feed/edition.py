"""Editions: a show's audio feed, video feed and further feeds by rule, their addresses and identities."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from episodes.core.addresses import extra_feed_file, feed_file, join_url, media_file
from episodes.core.choosing import is_chosen, parse_rule
from episodes.core.episode import Episode
from episodes.core.light import dataclass
from episodes.core.media import Kind, Medium
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import ExtraFeed, Show
from episodes.feed.markup import clean

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
    """One feed of a show: the same episodes, as sound or as pictures; or, with `extra`, those that a rule chooses."""

    show: Show
    kind: Kind
    base_url: str
    extra: ExtraFeed | None = None

    @property
    def path(self) -> str:
        """Where the feed lies under the web root."""
        return extra_feed_file(self.show.slug, self.extra) if self.extra else feed_file(self.show.slug, self.kind)

    @property
    def url(self) -> str:
        return join_url(self.base_url, self.path)

    @property
    def guid(self) -> str:
        """The podcast:guid; those of other editions follow from the show's, so that a move does not change them."""
        if self.extra:
            return self._derived(f"feeds/{self.extra.name}")
        if self.kind == "audio":
            return self.show.guid or podcast_guid(self.url)
        return self.show.video_guid or self._derived("video")

    def _derived(self, name: str) -> str:
        if not self.show.guid:
            return podcast_guid(self.url)
        return str(uuid.uuid5(PODCAST_NAMESPACE, f"{clean(self.show.guid)}/{name}"))

    @property
    def title(self) -> str:
        if self.extra:
            return self.extra.title.strip() or f"{self.show.title} ({self.extra.name})"
        return self.show.title if self.kind == "audio" else f"{self.show.title} (Video)"

    @property
    def medium(self) -> str:
        return self.show.medium if self.kind == "audio" else "video"

    @property
    def new_url(self) -> str:
        if self.extra:
            return ""
        return self.show.new_feed_url if self.kind == "audio" else self.show.new_video_feed_url

    @property
    def previous_urls(self) -> tuple[str, ...]:
        return () if self.extra else self.show.previous_urls

    @property
    def is_blocked(self) -> bool:
        return self.show.blocked or bool(self.extra and self.extra.private)

    @property
    def limit(self) -> int:
        """Items before older ones go to archives; the latest few have none, for archives may never change."""
        return 0 if self.extra and self.extra.latest else self.show.feed_limit

    @property
    def plain(self) -> Edition:
        """The edition of that kind with all its items, which are written alike here; its mark is that of the items."""
        return replace(self, extra=None, show=replace(self.show, feeds=()))

    def item_guid(self, episode: Episode) -> str:
        return episode.guid if self.kind == "audio" else f"{episode.guid}-video"

    def media_url(self, episode: Episode, medium: Medium) -> str:
        return join_url(self.base_url, media_file(episode, medium))

    def published(self, publication: ShowPublication) -> list[Publication]:
        """What belongs into this edition, newest first: held in this kind, with a date that is sure, chosen by rule."""
        held = [item for item in publication.episodes if item.is_held_as(self.kind) and item.episode.date_is_sure]
        held.sort(key=lambda item: (item.episode.published_at, item.episode.number or 0), reverse=True)
        if self.extra is None:
            return held
        rule = parse_rule(self.extra.where)
        chosen = [item for item in held if is_chosen(rule, item.episode, language=language_of(item, self.show))]
        return chosen[: self.extra.latest or None]

    def language(self, publication: ShowPublication) -> str:
        """The show's language, else that of most of its episodes; a feed by rule speaks as its own episodes do."""
        items = self.published(publication) if self.extra else publication.episodes
        if self.extra and len(said := {language_of(item, self.show) for item in items}) == 1:
            return said.pop() or "en"
        return self.show.language or most_said(items)


def language_of(item: Publication, show: Show) -> str:
    """The language of an episode: its own, else the show's, else the one that was heard in it."""
    return item.episode.language or show.language or (item.transcript.language if item.transcript else "")


def most_said(items: Iterable[Publication]) -> str:
    """The language of most episodes."""
    items = list(items)
    said = Counter(item.transcript.language for item in items if item.transcript)
    said.update(item.episode.language for item in items)
    said.pop("", None)
    return min(said, key=lambda language: (-said[language], language)) if said else "en"


def editions_of(publication: ShowPublication) -> list[Edition]:
    """The feeds that a show has: the audio feed always, the video feed where there is video, and those by rule."""
    show, base_url = publication.show, publication.base_url
    has_video = "video" in publication.kinds
    kinds: tuple[Kind, ...] = ("audio", "video") if has_video else ("audio",)
    main = [Edition(show=show, kind=kind, base_url=base_url) for kind in kinds]
    return main + [Edition(show=show, kind=extra.kind, base_url=base_url, extra=extra) for extra in show.feeds]
