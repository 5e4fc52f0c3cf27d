"""The feed of a show's edition: RSS 2.0 by feedgen, with our own elements added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, MutableMapping, Sequence
from datetime import datetime
from typing import Any

from feedgen.feed import FeedGenerator

from episodes.core.addresses import join_url, page_url, show_page
from episodes.core.light import dataclass
from episodes.core.media import Kind
from episodes.core.publication import Publication, ShowPublication
from episodes.core.written import WrittenFeed
from episodes.feed.channel import ChannelElements
from episodes.feed.edition import Edition
from episodes.feed.elements import HOOK, picture_url, web_address
from episodes.feed.item import render_item
from episodes.feed.markup import clean
from episodes.feed.paging import Page, pages_of

GENERATOR = "episodes"
#: Of the way feeds are written; another one has every feed and cached item made anew.
VERSION = 3


def render_feed(
    publication: ShowPublication, *, edition: Kind | Edition = "audio", cache: MutableMapping[str, bytes] | None = None
) -> bytes:
    """Write a show's feed: the same publication gives the same bytes, at any time and place.

    Items that are not held in the edition's kind, or whose date is a guess, are left out. A `cache` kept from one
    build to the next spares the work for items that did not change; it is brought up to date, old entries leave it.
    """
    return next(data for _, data in render_pages(publication, edition=edition, cache=cache))


def render_pages(
    publication: ShowPublication, *, edition: Kind | Edition = "audio", cache: MutableMapping[str, bytes] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Write a show's feed and, where it has a limit, its archive pages (RFC 5005): path, then bytes, the feed first."""
    chosen = edition
    if not isinstance(chosen, Edition):
        chosen = Edition(show=publication.show, kind=chosen, base_url=publication.base_url)
    for page in write_pages(publication, chosen, cache):
        yield page.path, page.feed.text


@dataclass(frozen=True, kw_only=True)
class WrittenPage:
    """A feed or one of its archives, with the keys of its items in the cache that they came from or went to."""

    path: str
    feed: WrittenFeed
    keys: Sequence[str]


def write_pages(
    publication: ShowPublication, edition: Edition, cache: MutableMapping[str, bytes] | None
) -> Iterator[WrittenPage]:
    """What `render_pages` gives, in parts; without a cache, items have no keys."""
    items = edition.published(publication)
    keys = [""] * len(items) if cache is None else _keys(edition, items)
    known = cache or {}
    written = [known.get(key) or render_item(edition, item) for key, item in zip(keys, items, strict=True)]
    if cache is not None:
        cache.clear()
        cache.update(zip(keys, written, strict=True))
    for page in pages_of(edition, len(items)):
        shown = slice(page.first, page.last)
        has_chapters = any(b"<psc:" in item for item in written[shown])
        head, tail = _frame(publication, edition, items[shown], page, has_chapters)
        yield WrittenPage(path=page.path, feed=WrittenFeed(head, written[shown], tail), keys=keys[shown])


def _keys(edition: Edition, items: Sequence[Publication]) -> list[str]:
    """Marks of all that each item is made from."""
    shown = hashlib.sha256(f"{VERSION}\n{edition.plain!r}".encode("utf-8", "replace")).hexdigest()
    return [hashlib.sha256(f"{shown}\n{_facts(item)}".encode("utf-8", "replace")).hexdigest() for item in items]


def _facts(item: Publication) -> str:
    """All that an item is made of; of the transcript only what the feed says of it."""
    if item.mark:
        return f"{item.mark}\n{item.cover}"
    transcript = item.transcript
    said = (transcript.language, transcript.origin) if transcript else None
    return f"{item.episode!r}\n{item.cover}\n{item.has_text}\n{said}"


def _frame(
    publication: ShowPublication, edition: Edition, items: Sequence[Publication], page: Page, has_chapters: bool
) -> tuple[bytes, bytes]:
    """Write the feed without its items, in two parts."""
    feed = _channel(publication, edition, items, page)
    getattr(feed, HOOK).has_chapters = has_chapters
    data: bytes = feed.rss_str(pretty=True)
    end = data.rindex(b"  </channel>")
    return data[:end], data[end:]


def _channel(publication: ShowPublication, edition: Edition, items: Sequence[Publication], page: Page) -> Any:
    show = edition.show
    link = web_address(show.link) or page_url(publication.base_url, show_page(show.slug))
    feed = FeedGenerator()
    feed.register_extension(HOOK, ChannelElements, None, atom=False, rss=True)
    title = clean(edition.title).strip() or show.slug
    feed.title(title)
    feed.description(clean(show.description).strip() or title)
    feed.link(href=join_url(publication.base_url, page.path), rel="self", type="application/rss+xml")
    feed.link(href=link, rel="alternate")  # last, for the last one becomes the channel's <link>
    feed.language(clean(edition.language(publication)).strip() or "en")
    if show.copyright:
        feed.copyright(clean(show.copyright).strip())
    feed.generator(GENERATOR)
    if items:
        feed.lastBuildDate(_changed_at(items))
        feed.pubDate(max(item.episode.published_at for item in items))
    hook = getattr(feed, HOOK)
    hook.edition, hook.published, hook.page, hook.link = edition, items, page, link
    hook.cover_url = picture_url(publication.base_url, publication.cover, show.image)
    return feed


def _changed_at(items: Sequence[Publication]) -> datetime:
    """When the feed's contents last changed, as far as the data tell; never the present time."""
    made = [item.transcript.created_at for item in items if item.transcript]
    return max([*made, *(item.episode.published_at for item in items)])
