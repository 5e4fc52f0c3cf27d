"""Bringing a show in from its feed: every item once, GUIDs and dates to the letter, media linked or fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from episodes.core.apart import settled, with_items_apart
from episodes.core.bringing import free_show_slug, imported_episode, same_show, to_fetch
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, HookFailed, NotFound
from episodes.core.incoming import Document, IncomingFeed, IncomingItem
from episodes.core.kin import Kin
from episodes.core.plan import Wishes
from episodes.core.progress import Report
from episodes.core.show import Show
from episodes.feed.reading import is_feed, is_opml, read_opml, read_part
from episodes.store.catalogue import Catalogue
from episodes.tagger.tag import marked
from episodes.workflow.add import Failed
from episodes.workflow.ahead import looking_ahead
from episodes.workflow.fetching import MediaFetcher
from episodes.workflow.further_feed import FurtherFeed
from episodes.workflow.hooks import Hook
from episodes.workflow.joining import Joiner
from episodes.workflow.keeping import Keeper
from episodes.workflow.pages import PageAdder, is_page_document, refuse_what_is_no_text
from episodes.workflow.ports import Documents, Downloader, Prober
from episodes.workflow.presenting import Presented, present
from episodes.workflow.shows import ShowBook

#: Pages of one feed that are followed at most.
MOST_PAGES = 500


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What became of one feed."""

    show: Show
    is_new_show: bool = False
    items: int = 0  #: that the feed has
    added: int = 0
    completed: int = 0  #: known episodes that got a medium, or what only this feed says
    fetched: int = 0  #: media files that are held now
    remarks: int = 0  #: notes on single episodes; `info` shows them
    notes: tuple[str, ...] = ()  #: on the feed as a whole
    presented: Presented = field(default_factory=Presented)  #: hosts whom only the episodes together tell of
    guids: tuple[str, ...] = ()  #: of the episodes that its items are, oldest first
    new_guids: frozenset[str] = frozenset()  #: of those that were not here before
    has_media: bool = True  #: False for a page that names none


@dataclass(frozen=True, kw_only=True)
class Importer:
    """Brings feeds into the catalogue; the fields are everything that this touches."""

    catalogue: Catalogue
    shows: ShowBook
    documents: Documents
    downloader: Downloader
    prober: Prober
    keeper: Keeper
    joiner: Joiner
    pages: PageAdder
    hook: Hook
    work: Path
    report: Report | None = None

    def run(self, place: str, *, show: str = "", with_media: bool = False) -> Iterator[Imported | Failed]:
        """Import a feed, or each feed of a list (OPML); `place` is an address or a path.

        Raises SourceError for what is neither, UsageError for a path that is not there.
        """
        document = self.documents.read(place)
        refuse_what_is_no_text(document)
        is_list = is_feed(document.data) or is_opml(document.data)
        if not is_list and is_page_document(document):
            yield from self._import_page(document, show, with_media=with_media)
            return
        if not is_opml(document.data) or is_feed(document.data):
            yield from self._import(document, show, with_media=with_media)
            return
        outlines = read_opml(document.data)
        if not outlines:
            raise NotFound(f"there is no feed in {place}", hint="it is a list (OPML) without addresses of feeds")
        for outline in outlines:
            try:
                if not outline.url:
                    raise NotFound("the list has no web address of its feed", hint="look it up and import it by itself")
                yield from self._import(self.documents.read(outline.url), "", with_media=with_media)
            except EpisodesError as error:
                yield Failed(what=outline.title or outline.url, error=error)

    def _import_page(self, document: Document, show: str, *, with_media: bool) -> Iterator[Imported | Failed]:
        """Bring in the one episode that a page is about; raises SourceError for what is neither page nor feed.

        The producer's hook is run after it, as after one that is added; a feed's episodes were out before.
        """
        page = self.pages.add(document, Wishes(show=show))
        fetched = self._fetcher().fetch(page.episode) if with_media else 0
        yield Imported(
            show=self.shows.get(page.episode.show),
            is_new_show=page.new_show is not None,
            items=1,
            added=int(page.is_new),
            completed=int(page.is_completed),
            has_media=bool(page.episode.media),
            fetched=fetched,
            notes=page.notes,
        )
        if page.is_new:
            try:
                self.hook.run(page.episode)
            except HookFailed as error:
                yield Failed(what=page.episode.title, error=error)

    def _import(self, document: Document, wanted: str, *, with_media: bool) -> Iterator[Imported | Failed]:
        feed = self._whole(document)
        known = same_show(wanted, feed.show, self.shows.shows)
        show = known or self._new_show(feed, wanted)
        counts = {"added": 0, "completed": 0, "fetched": 0, "remarks": 0}
        episodes = {episode.guid: episode for episode in self.catalogue.list_episodes(show.slug)}
        kin = Kin(episodes.values(), listed=feed.items)
        taken = {episode.slug for episode in episodes.values()}
        points_to: dict[str, IncomingItem] = {}
        before, own, there = frozenset(episodes), [], []
        for read in reversed(feed.items):  # oldest first, so that slugs are given in the order of publication
            incoming = settled(read, kin)
            try:
                found = self._find(incoming, episodes)
                episode = found or self._add(incoming, show, taken)
                counts["added"] += found is None
                counts["remarks"] += len(episode.remarks)
                there += [(episode, incoming)] if found else []
                episodes[episode.guid] = episode
                kin.add(episode)
                own.append(episode.guid)
                taken.add(episode.slug)
                points_to[episode.guid] = incoming
            except EpisodesError as error:
                yield Failed(what=incoming.item.title, error=error)
        further = self._further(replace(show, image=feed.show.image or show.image), _address(document), feed.url)
        for joined in further.join(there):
            if isinstance(joined, Failed):
                yield joined
            else:
                episodes[joined.guid] = joined
                counts["completed"] += 1
        hosts = Presented()
        try:
            hosts = present(self.catalogue, show) if counts["added"] or counts["completed"] else hosts
        except EpisodesError as error:
            yield Failed(what=show.title, error=error)
        if with_media:
            own_items = ((episodes[guid], incoming) for guid, incoming in points_to.items())
            pairs = [(episode, one) for episode, one in own_items if not further.is_of_another(episode, one)]
            for result in self._fetch(pairs, further):
                if isinstance(result, Failed):
                    yield result
                else:
                    counts["fetched"] += result
        yield Imported(
            show=show,
            is_new_show=known is None,
            items=len(feed.items),
            notes=feed.notes,
            presented=hosts,
            guids=tuple(own),
            new_guids=frozenset(own) - before,
            added=counts["added"],
            completed=counts["completed"],
            fetched=counts["fetched"],
            remarks=counts["remarks"],
        )

    def _further(self, show: Show, channel: str, address: str) -> FurtherFeed:
        return FurtherFeed(catalogue=self.catalogue, joiner=self.joiner, show=show, channel=channel, address=address)

    def _fetch(self, wanted: Sequence[tuple[Episode, IncomingItem]], further: FurtherFeed) -> Iterator[int | Failed]:
        """Fetch what episodes point to, in order; while one is kept and measured, the next one's media come in."""
        fetcher = self._fetcher()
        to_load = [episode.guid for episode, incoming in wanted if to_fetch(episode.media, incoming)]
        places = {guid: (number, len(to_load)) for number, guid in enumerate(to_load, 1)}
        jobs = (
            fetcher.ahead(episode, incoming.item.title, places.get(episode.guid, (0, 0)), incoming)
            for episode, incoming in wanted
        )
        with looking_ahead(jobs) as ready:
            for (episode, incoming), job in zip(wanted, ready, strict=False):
                try:
                    count = fetcher.fetch(episode, incoming, job.result())
                    now = further.settle(episode) if count else episode
                    fetcher.fetch_words(now, incoming, further.told_by(now, incoming))
                    yield count
                except EpisodesError as error:
                    yield Failed(what=incoming.item.title, error=error)

    def _whole(self, document: Document) -> IncomingFeed:
        """Read a feed, and the pages that follow it where it came from the web."""
        feed = read_part(document.data, url=_address(document), charset=document.charset)
        if not _address(document):
            note = f"it goes on at {feed.next_url}; import its address to get all of it"
            feed = replace(feed, notes=(*feed.notes, note)) if feed.next_url else feed
            return with_items_apart(feed)
        seen, items, notes, following = {document.url}, list(feed.items), list(feed.notes), feed.next_url
        known = {thing for incoming in items for thing in _things(incoming)}
        while following and following not in seen and len(seen) < MOST_PAGES:
            seen.add(following)
            try:
                page = read_part(self.documents.read(following).data, url=following)
            except EpisodesError as error:
                notes.append(f"its next page {following} could not be read: {error.message}")
                break
            fresh = [one for one in page.items if known.isdisjoint(_things(one))]  # pages overlap while a feed grows
            items += fresh
            notes += [f"{following}: {page.cut}"] if page.cut else []
            following = page.next_url if fresh else ""  # a page that brings nothing new is the last
            known.update(thing for one in fresh for thing in _things(one))
        return with_items_apart(replace(feed, items=tuple(items), notes=tuple(notes)))

    def _new_show(self, feed: IncomingFeed, wanted: str) -> Show:
        slug = free_show_slug(wanted or feed.show.slug, self.shows.shows)
        previous = (feed.url,) if feed.url.startswith(("http://", "https://")) else ()
        return self.shows.add(replace(feed.show, slug=slug, previous_urls=previous))

    def _find(self, incoming: IncomingItem, episodes: dict[str, Episode]) -> Episode | None:
        """The episode that an item is already: by GUID (our video editions add a word to it), else by source."""
        for guid in (incoming.guid, incoming.guid.removesuffix("-video")):
            if guid in episodes:
                return episodes[guid]
        return self.catalogue.find_episode(incoming.item.source)

    def _add(self, incoming: IncomingItem, show: Show, taken: set[str]) -> Episode:
        now = datetime.now(UTC).replace(microsecond=0)
        incoming = replace(incoming, item=marked(incoming.item, show))
        episode = imported_episode(incoming, show, now=now, taken=taken)
        return self.catalogue.add_episode(episode)

    def _fetcher(self) -> MediaFetcher:
        return MediaFetcher(
            catalogue=self.catalogue,
            documents=self.documents,
            downloader=self.downloader,
            prober=self.prober,
            keeper=self.keeper,
            work=self.work,
            report=self.report,
        )


def _address(document: Document) -> str:
    return document.url if document.url.startswith(("http://", "https://")) else ""


def _things(incoming: IncomingItem) -> Iterator[tuple[object, ...]]:
    """What is the same in an item that another page of its feed has too; addresses without what tokens stand in."""
    item = incoming.item
    address = incoming.files[0].url.partition("?")[0] if incoming.files else ""
    yield incoming.guid, item.title, item.published_at
    if incoming.is_guid_stated and item.published_at:
        yield incoming.guid, address, item.published_at
    if incoming.is_guid_stated and not item.published_at:
        yield incoming.guid, item.title, address
