"""Listing a source: what a channel, feed or page has now, flat and fast; details are asked for one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from episodes.core.errors import EpisodesError, NotFound
from episodes.core.incoming import Document, IncomingItem
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.feed.reading import is_feed, read_feed
from episodes.feed.reading.page import PageMedium, read_page
from episodes.media.addresses import canonical_url, without_secrets
from episodes.workflow.ports import Documents, Downloader

#: Pages below a page that are looked into, where the page itself has no media.
MOST_PAGES = 60


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One entry of a source."""

    item: Item
    incoming: IncomingItem | None = None  #: what a feed says of it beyond the item
    is_whole: bool = False  #: nothing more is to be asked


@dataclass(frozen=True, kw_only=True)
class Listing:
    """All entries of a source, in its own order."""

    entries: tuple[Listed, ...]
    is_window: bool = False  #: older ones fall out of it in time, as out of a feed
    cut: str = ""  #: where it breaks off, if it does: what is missing may be there all the same


@dataclass(frozen=True, kw_only=True)
class Lister:
    """Asks sources what they have; the fields are everything that this touches."""

    documents: Documents
    downloader: Downloader
    knows_site: Callable[[str], bool]  #: whether there is a reader made for this very site

    def list(self, url: str, *, was_feed: bool = False) -> Listing:
        """List a source; raises SourceError or UsageError where it cannot be asked, NotFound where nothing is.

        What `was_feed` the last time is looked at before the readers of 1,700 sites are asked whether it is theirs,
        which takes longer than all the rest of a run that finds nothing new.
        """
        is_web = url.lower().startswith(("http://", "https://"))
        document = self.documents.read(url) if is_web and was_feed else None
        if document is not None and is_feed(document.data):
            return self._feed(document)
        if not is_web or self.knows_site(url):
            return self._asked(url)
        document = document or self.documents.read(url)
        if is_feed(document.data):
            return self._feed(document)
        page = read_page(document.data, url=document.url, charset=document.charset)
        if page.media:
            return Listing(entries=tuple(_of_page(medium, document.url) for medium in page.media))
        if page.feed_url:
            return self._feed(self.documents.read(page.feed_url))
        try:
            return self._asked(url)
        except EpisodesError:
            entries = tuple(self._below(page.pages[:MOST_PAGES]))
            if not entries:
                raise
            return Listing(entries=entries)

    def details(self, listed: Listed) -> Item:
        """Ask for what the list left open; what the list says itself wins."""
        if listed.is_whole:
            return listed.item
        item = listed.item
        if item.source.provider != "web":
            return self.downloader.details(item)
        found = self.downloader.info(item.source.url)
        if not found:
            raise NotFound(f"{item.title or item.source.url} is no longer there", hint="look at the source")
        full = next((one for one in found if one.source.key == item.source.key), found[0])
        return replace(
            full,
            source=item.source,
            title=item.title or full.title,
            description=item.description or full.description,
            show_title=item.show_title or full.show_title,
            published_at=item.published_at or full.published_at,
            date_is_sure=item.published_at is not None or full.date_is_sure,
            duration=full.duration or item.duration,
            webpage_url=item.webpage_url or full.webpage_url,
        )

    def _feed(self, document: Document) -> Listing:
        feed = read_feed(document.data, url=document.url, charset=document.charset)
        entries = tuple(Listed(item=one.item, incoming=one, is_whole=True) for one in feed.items if one.files)
        return Listing(entries=entries, is_window=True, cut=feed.cut)

    def _asked(self, url: str) -> Listing:
        items = self.downloader.info(url)
        return Listing(entries=tuple(Listed(item=item, is_whole=item.source.provider == "file") for item in items))

    def _below(self, pages: tuple[str, ...]) -> Iterator[Listed]:
        """A page that lists pages: each of them with a medium is an entry."""
        for address in pages:
            try:
                document = self.documents.read(address)
            except EpisodesError:
                continue
            page = read_page(document.data, url=document.url, charset=document.charset)
            for medium in page.media:
                title = medium.title or (page.title if len(page.media) == 1 else "")
                yield _of_page(replace(medium, title=title), document.url)


def _of_page(medium: PageMedium, page: str) -> Listed:
    item = Item(
        source=Source(provider="web", key=canonical_url(medium.url), url=without_secrets(medium.url)),
        title=medium.title,
        description=medium.description,
        published_at=medium.published_at,
        date_is_sure=medium.published_at is not None,
        kind=medium.kind,
        duration=medium.duration,
        webpage_url=page,
    )
    return Listed(item=item)
