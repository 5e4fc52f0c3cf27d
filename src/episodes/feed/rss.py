"""The feed of a show's edition: RSS 2.0 by feedgen, with our own elements added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from episodes.core.addresses import episode_page, join_url, page_url, show_page
from episodes.core.media import Kind
from episodes.core.publication import Publication, ShowPublication
from episodes.feed.channel import ChannelElements
from episodes.feed.chapters import chapters_of
from episodes.feed.edition import Edition
from episodes.feed.elements import clean
from episodes.feed.item import ItemElements
from episodes.feed.notes import render_content, render_description

GENERATOR = "episodes"
#: The name of our elements on feedgen's objects; "podcast" is taken by its own extension.
_HOOK = "published"


def render_feed(publication: ShowPublication, *, edition: Kind = "audio") -> bytes:
    """Write a show's feed: the same publication gives the same bytes, at any time and place.

    Items that are not held in the edition's kind, or whose date is a guess, are left out.
    """
    chosen = Edition(show=publication.show, kind=edition, base_url=publication.base_url)
    items = chosen.published(publication)
    feed = _channel(publication, chosen, items)
    for item in items:
        feed.add_entry(_entry(publication, chosen, item), order="append")  # it would put each one first
    data: bytes = feed.rss_str(pretty=True)
    return data


def _channel(publication: ShowPublication, edition: Edition, items: Sequence[Publication]) -> Any:
    show = edition.show
    page = show.link or page_url(publication.base_url, show_page(show.slug))
    feed = FeedGenerator()
    feed.register_extension(_HOOK, ChannelElements, None, atom=False, rss=True)
    feed.title(clean(edition.title))
    feed.description(clean(show.description) or clean(show.title))
    feed.link(href=edition.url, rel="self", type="application/rss+xml")
    feed.link(href=page, rel="alternate")  # last, for the last one becomes the channel's <link>
    feed.language(_language(publication))
    if show.copyright:
        feed.copyright(clean(show.copyright))
    feed.generator(GENERATOR)
    if items:
        feed.lastBuildDate(_changed_at(items))
        feed.pubDate(max(item.episode.published_at for item in items))
    hook = getattr(feed, _HOOK)
    hook.edition, hook.published, hook.page_url = edition, items, page
    hook.cover_url = _picture(publication.base_url, publication.cover, show.image)
    return feed


def _entry(publication: ShowPublication, edition: Edition, item: Publication) -> Any:
    episode, medium = item.episode, item.enclosure(edition.kind)
    assert medium is not None
    entry = FeedEntry()
    entry.register_extension(_HOOK, ItemElements, atom=False, rss=True)
    entry.title(clean(episode.title))
    entry.guid(clean(edition.item_guid(episode)))
    entry.description(clean(render_description(episode, chapters_of(episode, medium))))
    entry.content(clean(render_content(episode, episode.disclaimer or edition.show.disclaimer)))
    entry.link(href=page_url(publication.base_url, episode_page(episode)))
    entry.enclosure(edition.media_url(episode, medium), str(medium.length), medium.mime_type)
    hook = getattr(entry, _HOOK)
    hook.edition, hook.publication = edition, item
    hook.cover_url = _picture(publication.base_url, item.cover, episode.image)
    return entry


def _picture(base_url: str, path: str, address: str) -> str:
    if path:
        return join_url(base_url, path)
    return address if address.lower().startswith(("http://", "https://")) else ""


def _changed_at(items: Sequence[Publication]) -> datetime:
    """When the feed's contents last changed, as far as the data tell; never the present time."""
    made = [item.transcript.created_at for item in items if item.transcript]
    return max([*made, *(item.episode.published_at for item in items)])


def _language(publication: ShowPublication) -> str:
    """The show's language, else that of most of its episodes."""
    if publication.show.language:
        return publication.show.language
    said = Counter(item.transcript.language for item in publication.episodes if item.transcript)
    said.update(item.episode.language for item in publication.episodes)
    said.pop("", None)
    return min(said, key=lambda language: (-said[language], language)) if said else "en"
