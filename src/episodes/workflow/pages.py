"""Episodes from their pages: a saved page, plain text, or a page on the web becomes a record."""

from __future__ import annotations

import hashlib
import shlex
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePath, PurePosixPath
from urllib.parse import urlsplit

from episodes.core.completing import Account, completed, with_times
from episodes.core.episode import Episode, Link, Origin
from episodes.core.errors import NotFound, SourceError
from episodes.core.incoming import Document
from episodes.core.item import Item
from episodes.core.media import Medium, Source
from episodes.core.naming import new_guid
from episodes.core.paged import has_marks, tells_of_an_episode
from episodes.core.plan import Wishes, choose_show, new_episode
from episodes.core.reading import Reading
from episodes.core.show import Show
from episodes.feed.reading.article import Article, is_page, read_article
from episodes.media.addresses import canonical_url, without_secrets
from episodes.media.sniff import HEAD, no_document
from episodes.store.catalogue import Catalogue
from episodes.tagger.tag import marked
from episodes.workflow.embedded_players import embedded_players
from episodes.workflow.presenting import present
from episodes.workflow.shows import ShowBook

#: Files that are read as pages.
ENDINGS = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive", ".txt", ".text", ".md"})
#: A page with more media than this lists several episodes.
MOST_MEDIA = 2


@dataclass(frozen=True, kw_only=True)
class PageAdded:
    """What became of a page: a new record, or what it added to one that was there."""

    episode: Episode
    is_new: bool
    is_completed: bool = False
    new_show: Show | None = None
    told: tuple[str, ...] = ()  #: of other episodes that changed with it
    notes: tuple[str, ...] = ()  #: on the page itself


def is_page_file(place: str) -> bool:
    """Whether a path is, by its ending, a page and no medium; addresses are asked first."""
    return "://" not in place and PurePath(place).suffix.lower() in ENDINGS


def is_page_document(document: Document) -> bool:
    """Whether what was read is a page: by its markup, or plain text by its ending or by what its server calls it."""
    if is_page(document.data):
        return True
    if "://" not in document.url:
        return is_page_file(document.url)
    ending = PurePosixPath(urlsplit(document.url).path).suffix.lower()
    return ending in ENDINGS or (not ending and document.mime_type == "text/plain")


def refuse_what_is_no_text(document: Document) -> None:
    """Raise SourceError for a document that is binary, with the way to bring in what it holds."""
    what = no_document(document.data[:HEAD])
    if not what or is_page(document.data):  # Safari's archives are binary
        return
    place = without_secrets(document.url)
    hint = "save it as HTML or plain text, or give the address of the page or feed"
    if what == "audio or video":
        hint = f"`episodes add {shlex.quote(place)}` makes an episode of it"
    raise SourceError(f"{place} is {what}, no page or feed", hint=hint)


@dataclass(frozen=True, kw_only=True)
class PageAdder:
    """Brings pages into the catalogue; the fields are everything that this touches."""

    catalogue: Catalogue
    shows: ShowBook
    first_show_title: str  #: title of the show made when there is none and nothing names one

    def add(self, document: Document, wishes: Wishes) -> PageAdded:
        """Make an episode of its page, or complete the one it is about; raises SourceError if it is none's."""
        refuse_what_is_no_text(document)
        article = read_article(document.data, url=document.url, charset=document.charset)
        reading = read(article)
        if not tells_of_an_episode(reading, is_of_feed=bool(article.page.feed_url)):
            raise SourceError(
                f"{without_secrets(document.url)} is no episode's page: no number or summary is to be found in it",
                hint="give the page of one episode, the feed's address, or a media file",
            )
        if wishes == Wishes() and not is_page(document.data) and not has_marks(reading):
            raise SourceError(
                f"{without_secrets(document.url)} may be about anything: no show, number, date, people or chapters "
                "are to be found in it",
                hint="if it is an episode's page, say of which show: `--show NAME`",
            )
        choice = choose_show(wishes.show, reading, self.shows.shows, fallback=self._fallback(article))
        reading = read(article, show=choice.show)
        source = _source(document, article)
        players = embedded_players(article.players)
        reading = with_links(reading, players.links)
        media = (*_linked(article), *players.media)
        known = None if choice.is_new else self._known(source, media, reading, wishes, choice.show)
        if known is not None:
            return self._complete(known, Account(said=reading, source=source), players.media)
        new_show = self.shows.ensure(choice.show) if choice.is_new else None
        episode = self._episode(source, reading, wishes, choice.show, media)
        episode = self.catalogue.add_episode(episode)
        found = present(self.catalogue, choice.show)
        return PageAdded(
            episode=found.now(episode), is_new=True, new_show=new_show, told=found.told, notes=players.notes
        )

    def _fallback(self, article: Article) -> str:
        """The show of a page that names none: its site, where there is no show yet or one of that name."""
        site = next((show.title for show in self.shows.shows.values() if show.title == article.site), "")
        return site or (article.site if not self.shows.shows else "") or self.first_show_title

    def _episode(
        self, source: Source, reading: Reading, wishes: Wishes, show: Show, media: tuple[Medium, ...]
    ) -> Episode:
        item = Item(source=source, title=reading.original_title or reading.title, webpage_url=source.url)
        taken = {episode.slug for episode in self.catalogue.list_episodes(show.slug)}
        now = datetime.now(UTC).replace(microsecond=0)
        return new_episode(item, reading, wishes, show=show, media=media, now=now, taken=taken)

    def _known(
        self, source: Source, media: tuple[Medium, ...], reading: Reading, wishes: Wishes, show: Show
    ) -> Episode | None:
        """The episode that a page is about: made from it before, of one of its media, or of the same number."""
        try:
            return self.catalogue.get_episode(new_guid(source), show=show.slug)
        except NotFound:
            pass
        for medium in media:
            if found := self.catalogue.find_episode(medium.source):
                return found
        number = wishes.number if wishes.number is not None else reading.number
        same = [
            episode
            for episode in self.catalogue.list_episodes(show.slug)
            if number is not None and (episode.number, episode.season) == (number, reading.season)
        ]
        return same[0] if len(same) == 1 else None

    def _complete(self, known: Episode, account: Account, players: tuple[Medium, ...]) -> PageAdded:
        """Fill what an episode lacks, with links to what players of other sites have of it."""
        is_free = self.catalogue.is_number_free(known, account.said.number, account.said.season)
        account = replace(account, is_numbered_alike=is_free)
        episode = with_times(completed(known, account), account, 0.0)
        sites = {medium.source.provider for medium in known.media}
        further = [one for one in players if one.source.provider not in sites and self._is_free(one)]
        episode = replace(episode, media=(*episode.media, *further))
        if episode == known:
            return PageAdded(episode=known, is_new=False)
        return PageAdded(episode=self.catalogue.save_episode(episode), is_new=False, is_completed=True)

    def _is_free(self, medium: Medium) -> bool:
        return self.catalogue.find_episode(medium.source) is None


def with_links(reading: Reading, links: tuple[Link, ...]) -> Reading:
    """Put links to players before those of a page's text, which may name some of them too."""
    known = {link.url for link in reading.links}
    return replace(reading, links=(*(link for link in links if link.url not in known), *reading.links))


def read(article: Article, *, show: Show | None = None) -> Reading:
    """Read a page's words; a date that it states for machines is surer than one in its text."""
    from episodes.core.naming.pages import read_page  # many patterns, made when the first page is read

    reading = read_page(
        article.text, title=article.title, url=article.url, show=show, below=article.below, comments=article.comments,
        marked=marked if show else None,
    )  # fmt: skip
    if article.published_at is None:
        return reading
    origins = [origin for origin in reading.origins if origin.field != "published_at"]
    reason = "its date as the page states it for machines"
    origins.append(Origin(field="published_at", origin="page", confidence=0.97, reason=reason))
    return replace(reading, published_at=article.published_at, date_is_sure=True, origins=tuple(origins))


def _source(document: Document, article: Article) -> Source:
    """Name a page: by the address that it states, else by where it was found, else by its bytes."""
    found_at = document.url if document.url.startswith(("http://", "https://")) else ""
    if address := article.url or found_at:
        return Source(provider="page", key=canonical_url(address), url=without_secrets(address))
    return Source(provider="page", key=hashlib.sha256(document.data).hexdigest(), url=document.url)


def _linked(article: Article) -> tuple[Medium, ...]:
    """The media of an episode's page, as links; those of a page that lists many are not one episode's."""
    offered = [one for one in article.page.media if one.url.startswith(("http://", "https://"))]
    if len(offered) > MOST_MEDIA:
        return ()
    return tuple(
        Medium(
            kind=one.kind,
            source=Source(provider="web", key=canonical_url(one.url), url=without_secrets(one.url)),
            duration=one.duration,
        )
        for one in offered
    )
