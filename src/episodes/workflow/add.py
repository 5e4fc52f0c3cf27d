"""Adding episodes: ask the source, fetch, probe, keep, read, save; each step can be cut off and done again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from episodes.core.completing import Account, completed, with_times
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, HookFailed, MediaError, SourceError, Unreachable, UsageError
from episodes.core.incoming import Document
from episodes.core.item import Item
from episodes.core.matching import Match
from episodes.core.media import Medium
from episodes.core.naming.learned import taught
from episodes.core.naming.reader import read_item
from episodes.core.paged import tells_of_an_episode, with_page
from episodes.core.plan import Wishes, choose_show, find_show, new_episode
from episodes.core.probe import Probe
from episodes.core.progress import Report
from episodes.core.reading import Reading
from episodes.core.shared_numbers import number_note
from episodes.core.show import Show
from episodes.core.sound import belongs_to, has_sound
from episodes.core.tagged import with_tags
from episodes.feed.reading import is_feed
from episodes.feed.reading.article import Article, read_article
from episodes.media.sniff import HEAD, looks_like_media
from episodes.media.types import MEDIA_EXTENSIONS
from episodes.store.catalogue import Catalogue
from episodes.tagger.tag import marked
from episodes.workflow.ahead import Job, looking_ahead
from episodes.workflow.counterparts import Counterparts, Siblings, question
from episodes.workflow.embedded_players import is_of_one
from episodes.workflow.hooks import Hook
from episodes.workflow.keeping import Keeper, file_sha256, work_folder
from episodes.workflow.known_files import Copy, KnownFiles
from episodes.workflow.pages import PageAdded, PageAdder, is_page_file
from episodes.workflow.pages import read as read_page_of
from episodes.workflow.ports import Documents, Downloader, Prober
from episodes.workflow.presenting import present
from episodes.workflow.shows import ShowBook


@dataclass(frozen=True, kw_only=True)
class Added:
    """An episode that is in the catalogue now; `is_new` is False if it was there before."""

    episode: Episode
    is_new: bool
    is_completed: bool = False  #: it was there, and got what it lacked
    match: Match | None = None  #: how sure it is the episode that it joined
    is_kept: bool = False  #: it was there, and its file was lost or only linked
    is_listed: bool = False  #: it is one of several that the source lists
    new_show: Show | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Failed:
    """One thing of several that could not be done; the others go on."""

    what: str
    error: EpisodesError


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """An item with its file in a work folder, or with the medium of an episode that it is already."""

    item: Item
    file: Path | None = None
    folder: Path | None = None
    known: Copy | None = None


@dataclass(frozen=True, kw_only=True)
class Adder:
    """Brings items into the catalogue; the fields are everything that this touches."""

    catalogue: Catalogue
    shows: ShowBook
    downloader: Downloader
    prober: Prober
    keeper: Keeper
    documents: Documents
    files: KnownFiles
    counterparts: Counterparts
    pages: PageAdder
    hook: Hook
    work: Path  #: folder for unfinished downloads
    first_show_title: str  #: title of the show made when there is none and nothing names one
    report: Report | None = None

    def is_feed(self, source: str) -> bool:
        """Whether a source is a podcast feed, which is brought in as a whole; a site's own list is none."""
        if self.downloader.knows_site(source) or self.files.at(source):
            return False
        return is_feed(self.downloader.beginning(source))

    def add(self, source: str, wishes: Wishes) -> Iterator[Added | Failed]:
        """Add every item of a source; raises what stands in the way of a single one.

        The producer's hook is run when whoever asks goes on after a new episode, which may then be transcribed.
        """
        for event in self._add(source, wishes):
            yield event
            if isinstance(event, Added) and event.is_new:
                try:
                    self.hook.run(event.episode)
                except HookFailed as error:
                    yield Failed(what=event.episode.title, error=error)

    def _add(self, source: str, wishes: Wishes) -> Iterator[Added | Failed]:
        show = self._show(wishes)  # a mistyped name is told before anything is fetched
        there = self.files.at(source, show=show)
        if there and all(map(self.files.is_whole, there)):
            yield Added(episode=there[0].episode, is_new=False)
            return
        if is_page_file(source):
            yield _added(self.pages.add(self.documents.read(source), wishes))
            return
        try:
            items = self.downloader.info(source)
        except (SourceError, MediaError) as error:
            yield self._page_alone(source, wishes, error)
            return
        if not items:
            raise SourceError(f"{source} lists nothing that can be had now", hint="open it in a browser to see why")
        document, page = self._page_of(source)
        if document and page and len(items) > 1 and is_of_one(page):
            yield _added(self.pages.add(document, wishes))
            return
        if len(items) > 1 and (wishes.title or wishes.number is not None):
            raise UsageError(
                f"--title and --number fit one episode, and {source} has {len(items)}",
                hint="add that one by itself, or leave the option out",
            )
        page = page if len(items) == 1 else None
        if len(items) == 1:
            job = self._job(items[0], show)
            try:
                yield self._add_item(job, wishes, page, Siblings())
            finally:
                job.close()
            return
        siblings = Siblings([item.title for item in items])
        with looking_ahead(self._job(item, show) for item in items) as jobs:
            for item, job in zip(items, jobs, strict=False):
                try:
                    added = self._add_item(job, wishes, page, siblings)
                    siblings.guids.add(added.episode.guid)
                    yield replace(added, is_listed=True)
                except EpisodesError as error:
                    yield Failed(what=item.source.url or item.title, error=error)

    def _show(self, wishes: Wishes) -> str:
        """The slug of the show that a person names; "" for any. NotFound for a mistyped name."""
        show = find_show(wishes.show, self.shows.shows) if wishes.show else None
        return show.slug if show is not None else ""

    def _job(self, item: Item, show: str) -> Job[Fetched]:
        """The part of adding an item that waits for servers; what is there already is not asked about."""
        room = ExitStack()
        if (known := self._known(item, show)) is not None and self.files.is_whole(known):
            return Job(lambda _: Fetched(item=item, known=known), room=room)
        folder = room.enter_context(work_folder(self.work, item.source))

        def work(report: Report) -> Fetched:
            whole = self.downloader.details(item)
            file = self.downloader.fetch(whole, folder, audio_only=False, report=report)
            return Fetched(item=whole, file=file, folder=folder)

        return Job(work, subject=item.title or item.source.url, report=self.report, room=room)

    def _known(self, item: Item, show: str, file: Path | None = None) -> Copy | None:
        """The medium that an item is already: by its source, the address of its file, or its bytes."""
        source = item.source
        if (episode := self.catalogue.find_episode(source)) is not None:
            own = next((one for one in episode.media if belongs_to(one, source)), None)
            return Copy(episode, own) if own is not None else None
        at = self.files.at(source.url, show=show) if source.provider == "web" else []
        sha256 = source.key if source.provider == "file" else file_sha256(file) if file is not None else ""
        return min([*at, *self.files.of(sha256, show=show)], key=self.files.is_whole, default=None)

    def _add_item(self, job: Job[Fetched], wishes: Wishes, page: Article | None, siblings: Siblings) -> Added:
        fetched = job.result()
        item, file = fetched.item, fetched.file
        known = fetched.known or self._known(item, self._show(wishes), file)
        if known is not None and self.files.is_whole(known):
            return Added(episode=known.episode, is_new=False)
        assert file is not None
        assert fetched.folder is not None
        probe = self.prober.probe(file)
        if known is not None:
            episode = self.files.keep(known, file, probe, fetched.folder)
            return Added(episode=episode, is_new=False, is_kept=True, warnings=probe.warnings)
        return self._save_new(with_tags(item, probe), wishes, page, file, probe, fetched.folder, siblings)

    def _page_alone(self, source: str, wishes: Wishes, error: EpisodesError) -> Added:
        """Make a record of a page that has no media; where it is no episode's page, the first error stands."""
        if isinstance(error, Unreachable) or not self._may_be_page(source):
            raise error
        try:
            document = self.documents.read(source)
            if looks_like_media(document.data[:HEAD]):
                raise error
            return _added(self.pages.add(document, wishes))
        except EpisodesError:
            raise error from None

    def _may_be_page(self, source: str) -> bool:
        return source.lower().startswith(("http://", "https://")) and not self.downloader.knows_site(source)

    def _page_of(self, source: str) -> tuple[Document, Article] | tuple[None, None]:
        """The page in which media were found, if it is one of an episode: it says more than the site's reader."""
        if not self._may_be_page(source) or PurePosixPath(urlsplit(source).path).suffix.lower() in MEDIA_EXTENSIONS:
            return None, None
        try:
            document = self.documents.read(source)
        except EpisodesError:
            return None, None  # media were found; their page is worth no failure
        article = read_article(document.data, url=document.url, charset=document.charset)
        is_of_feed = bool(article.page.feed_url)
        return (
            (document, article) if tells_of_an_episode(read_page_of(article), is_of_feed=is_of_feed) else (None, None)
        )

    def _read(self, item: Item, page: Article | None, show: Show | None = None) -> Reading:
        reading = read_item(marked(item, show) if show else item, show=show)  # first only the show is asked for
        return with_page(reading, read_page_of(page, show=show)) if page else reading

    def _save_new(
        self,
        item: Item,
        wishes: Wishes,
        page: Article | None,
        file: Path,
        probe: Probe,
        folder: Path,
        siblings: Siblings,
    ) -> Added:
        reading = self._read(item, page)
        author = "" if item.source.provider == "file" else item.author  # a file's artist is the episode's
        choice = choose_show(wishes.show, reading, self.shows.shows, fallback=self.first_show_title, author=author)
        known = [] if choice.is_new else self.catalogue.list_episodes(choice.show.slug)
        reading = self._read(item, page, taught(choice.show, known))
        place = (choice.show.slug, item.source, file, probe, folder)
        if waiting := self._waiting(known, reading, wishes):
            media = self.keeper.keep(*place)
            return self._give_media(waiting, media, Account(said=reading, source=item.source), probe)
        found = self.counterparts.find(item, reading, wishes, file, known=known, siblings=siblings) if known else None
        now = datetime.now(UTC).replace(microsecond=0)
        if found is not None and found[1].verdict == "joined":
            media = self.keeper.keep(*place, with_sound=not has_sound(found[0].media))
            said = new_episode(item, reading, wishes, show=choice.show, media=(), now=now, taken=())
            episode = self.counterparts.join(item, said, found, media)
            told = (*probe.warnings, *present(self.catalogue, choice.show).told)
            return Added(episode=episode, is_new=False, match=found[1], warnings=told)
        media = self.keeper.keep(*place)
        image = self.keeper.keep_cover(choice.show.slug, item.source, probe.cover, folder)
        new_show = None
        if choice.is_new:
            new_show = self.shows.ensure(replace(choice.show, image=f"media/{image}" if image else ""))
        taken = self.catalogue.slugs(choice.show.slug)
        episode = new_episode(item, reading, wishes, show=choice.show, media=media, now=now, taken=taken)
        episode = self.catalogue.add_episode(replace(episode, image=image))
        hosts = present(self.catalogue, choice.show)
        warnings = (*probe.warnings, *hosts.told, *(question(episode, found) or _doubt(episode, known)))
        return Added(episode=hosts.now(episode), is_new=True, new_show=new_show, warnings=warnings)

    def _waiting(self, known: Sequence[Episode], reading: Reading, wishes: Wishes) -> Episode | None:
        """The episode of that number which has no medium but players of sites, of which nothing is held."""
        number = wishes.number if wishes.number is not None else reading.number
        same = [one for one in known if number is not None and one.number == number]
        if len(same) != 1 or same[0].season != reading.season:
            return None
        return (
            None if any(one.media_key or one.source.provider in ("web", "feed") for one in same[0].media) else same[0]
        )

    def _give_media(self, waiting: Episode, media: tuple[Medium, ...], account: Account, probe: Probe) -> Added:
        episode = waiting
        with self.catalogue.together():  # cut off in between, its medium would be known, and its words never read
            for medium in media:
                episode = self.catalogue.add_medium(waiting.guid, medium, show=waiting.show)
            episode = self.catalogue.save_episode(with_times(completed(episode, account), account, 0.0))
        return Added(episode=episode, is_new=False, is_completed=True, warnings=probe.warnings)


def _doubt(episode: Episode, known: Sequence[Episode]) -> tuple[str, ...]:
    return (note,) if (note := number_note(episode, known)) else ()


def _added(page: PageAdded) -> Added:
    linked = ("its media are only linked; `episodes import PAGE --media` fetches them",) if page.episode.media else ()
    return Added(
        episode=page.episode,
        is_new=page.is_new,
        is_completed=page.is_completed,
        new_show=page.new_show,
        warnings=(*(linked if page.is_new else ()), *page.notes, *page.told),
    )
