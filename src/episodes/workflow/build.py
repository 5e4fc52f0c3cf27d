"""Building the web root: media, captions, pages and feeds of every show; only what changed is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from episodes import feed, site
from episodes.core.accents import Point
from episodes.core.addresses import media_file, page_url, show_page
from episodes.core.episode import Episode
from episodes.core.errors import PublishError
from episodes.core.media import Kind
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.feed import Edition
from episodes.site.search import SiteSearch
from episodes.site.write import Report, Writer
from episodes.store.reader import Reader
from episodes.workflow.cards import with_card, with_show_card
from episodes.workflow.check import Checker
from episodes.workflow.items import KeptItems
from episodes.workflow.ledger import Ledger
from episodes.workflow.locking import only_one
from episodes.workflow.mastering import Mastering
from episodes.workflow.pictures import Accents, picture_path, publish_picture, publish_small_picture, small_path
from episodes.workflow.ports import MediaStorage
from episodes.workflow.stamps import stamp_of

OPML = "shows.opml"


@dataclass(frozen=True, kw_only=True)
class Built:
    """What building one show (or, with `show` empty, what stands above the shows) did."""

    what: str
    show: str = ""
    episodes: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    left_out: tuple[str, ...] = ()  #: reasons, a sentence each
    warnings: tuple[str, ...] = ()  #: what listeners would notice of this build, a sentence each
    search_bytes: int = 0  #: size of the index that finds what is said in it; 0 = there is none
    page: str = ""
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Builder:
    """Makes everything that listeners get; the fields are everything that this touches."""

    reader: Callable[[], Reader]  #: of the catalogue as it is now
    storage: MediaStorage
    checker: Checker
    mastering: Mastering
    root: Path  #: the workspace, in which pictures of shows lie
    feeds: Path  #: the web root
    templates: (
        Path | None
    )  #: the producer's own; settled once, so that a folder that appears during a build is the next one's
    state: Path  #: where the stamps of the last build are kept
    base_url: str
    sample_colours: Callable[[bytes], Iterable[Point]]  #: of a picture
    shrink_picture: Callable[[bytes, int], bytes]
    search: SiteSearch

    @cached_property
    def accents(self) -> Accents:
        return Accents.load(self.state / "accents.json")

    def build(
        self, chosen: Mapping[str, Show], *, all_shows: Mapping[str, Show], force: bool = False, retag: bool = False
    ) -> Iterator[Built]:
        """Build the chosen shows, then the pages above all shows; `retag` writes tags into audio that is out already.

        Waits for another build of the same workspace. Raises PublishError where a file cannot be written, or where
        a feed would get errors (unless `force`).
        """
        with only_one(self.state / "build.lock"):
            made: dict[str, _Shown] = {}
            for show in chosen.values():
                built, made[show.slug] = self._build_show(show, force=force, retag=retag)
                yield built
            yield self._build_home(all_shows, made)

    def _build_show(self, show: Show, *, force: bool, retag: bool) -> tuple[Built, _Shown]:
        ledger = self._ledger(show.slug)
        revisions = self.reader().revisions(show.slug)
        if not retag and ledger.stands(self._stamp(show, revisions)):
            facts = ledger.facts
            left_out = tuple(facts["left_out"])
            built = Built(**{**facts, "left_out": left_out, "feeds": tuple(facts["feeds"])}, unchanged=ledger.files)
            return built, _Shown(revisions=revisions, left_out=left_out)
        return self._build_anew(show, ledger, revisions, force=force, retag=retag)

    def _ledger(self, name: str) -> Ledger:
        return Ledger.load(self.state / f"{name}.built.json", web=self.feeds, root=self.root)

    def _stamp(self, show: Show, revisions: Mapping[str, str]) -> str:
        """A mark of all that a show's build is made from, files apart."""
        return stamp_of(show, self.base_url, site.version(self.templates), self.search.mark, sorted(revisions.items()))

    def _build_anew(
        self, show: Show, ledger: Ledger, revisions: Mapping[str, str], *, force: bool, retag: bool
    ) -> tuple[Built, _Shown]:
        given, show = show, self._with_accent(show)
        ready, left_out, missing = self._publishable(show)
        settled = [self.mastering.settle(episode, show, retag=retag) for episode in ready]
        if any(after is not before for after, before in zip(settled, ready, strict=True)):
            revisions = self.reader().revisions(show.slug)
        ledger.put("left out", "", (), missing)
        work = _Work(ledger=ledger, writer=Writer(self.feeds, scope=show.slug), revisions=revisions)
        episodes = [_as_published(episode) for episode in settled]
        publication = self._publication(show, episodes, work)
        self._write_episodes(publication, work)
        self._write_lists(publication, work)
        editions = feed.editions_of(publication)
        hidden = Writer(self.feeds, scope=show.slug, listed=self.state / f"{show.slug}.private.list")
        warnings = self._write_feeds(publication, editions, work, hidden, force=force)
        reports = [work.writer.finish(), *([hidden.finish()] if hidden.has_work else [])]
        slugs = [episode.slug for episode in episodes]
        indexed = self.search.index(show, slugs, again=bool(ledger.touched("search")))
        ledger.put("search", "", indexed.files)
        facts: dict[str, Any] = {
            "what": show.slug,
            "show": show.slug,
            "episodes": len(episodes),
            "left_out": left_out,
            "page": page_url(self.base_url, show_page(show.slug)),
            "feeds": [edition.url for edition in editions],
            "search_bytes": indexed.bytes,
        }
        ledger.save(self._stamp(given, revisions), facts)
        facts |= {"left_out": tuple(left_out), "feeds": tuple(edition.url for edition in editions)}
        built = Built(**facts, warnings=tuple(warnings), **_counts(*reports, indexed.report))
        return built, _Shown(revisions=revisions, left_out=tuple(left_out), episodes=tuple(settled))

    def _publishable(self, show: Show) -> tuple[list[Episode], list[str], list[Path]]:
        """Part the episodes that can be published from those that cannot, with the reason and files that lack."""
        episodes: list[Episode] = []
        left_out, missing = [], []
        for episode in self.reader().outline(show.slug):
            name = f"{show.slug}/{episode.slug}"
            held = [medium.media_key for medium in episode.media if medium.media_key]
            if not episode.date_is_sure:
                date = f"{episode.published_at:%Y-%m-%d}"
                left_out.append(
                    f"{name} is left out: its date is a guess; `episodes edit {name} date={date}` confirms it"
                )
            elif not held:
                left_out.append(f"{name} is left out: it has no media file here")
            elif gone := [key for key in held if not self.storage.has(key)]:
                left_out.append(f"{name} is left out: media/{gone[0]} is gone; add its source again")
                missing += [self.root / "media" / key for key in gone]
            else:
                episodes.append(episode)
        return episodes, left_out, missing

    def _publication(self, show: Show, episodes: Sequence[Episode], work: _Work) -> ShowPublication:
        heads = self.reader().transcript_heads(show.slug)
        cover, small_cover = self._publish_picture(show.image, show.slug, self.root, work)
        publications = []
        for episode in episodes:
            picture = small = ""
            if episode.image:
                place = f"{show.slug}/{episode.slug}"
                picture, small = self._publish_picture(episode.image, place, self.root / "media", work)
            head, said = heads.get(episode.guid, (None, False))
            publications.append(
                Publication(
                    episode=episode,
                    transcript=head,
                    said=said,
                    cover=picture,
                    small_cover=small,
                    mark=work.revisions[episode.guid],
                )
            )
        publication = ShowPublication(
            show=show,
            base_url=self.base_url,
            episodes=tuple(publications),
            cover=cover,
            small_cover=small_cover,
            searchable=bool(self.search.program and publications),
        )
        return with_show_card(publication, writer=work.writer)

    def _publish_picture(self, image: str, place: str, folder: Path, work: _Work) -> tuple[str, str]:
        """Publish a picture and a small copy of it, unless both stand; give their paths."""
        name, stamp = f"picture {place}", stamp_of(image)
        paths = work.kept(name, stamp)
        if paths is None:
            picture = publish_picture(image, place, folder=folder, writer=work.writer)
            small = publish_small_picture(picture, writer=work.writer, shrink=self.shrink_picture)
            paths = [path for path in (picture, small) if path]
            work.ledger.put(name, stamp, paths, [folder / image] if picture else [])
        return (*paths, "", "")[0], (*paths, "", "")[1]

    def _write_episodes(self, publication: ShowPublication, work: _Work) -> None:
        show, episodes = publication.show, publication.episodes
        base = stamp_of(
            replace(show, feeds=()),
            self.base_url,
            site.frame_of(publication),
            site.version(self.templates),
            self.search.mark,
        )
        for place, one in enumerate(episodes):
            previous = episodes[place + 1].episode if place + 1 < len(episodes) else None
            following = episodes[place - 1].episode if place else None
            known = self._related_slugs(publication, one.episode)
            pictures = one.cover + one.small_cover
            stamp = stamp_of(base, one.mark, _name(previous), _name(following), pictures, known)
            if work.kept(f"episode {one.episode.guid}", stamp) is None:
                whole = self.reader().effective_transcript(one.episode.guid, show=show.slug)
                made = replace(one, transcript=whole, said=None)
                self._write_episode(publication, made, previous, following, work, stamp)

    def _related_slugs(self, publication: ShowPublication, episode: Episode) -> tuple[str, ...]:
        """What the page's links to other episodes hang on."""
        found = (publication.by_title.get(title.casefold().strip()) for title in episode.related)
        return tuple(f"{one.slug} {one.title}" for one in found if one is not None)

    def _write_episode(
        self,
        show: ShowPublication,
        publication: Publication,
        previous: Episode | None,
        following: Episode | None,
        work: _Work,
        stamp: str,
    ) -> None:
        episode, writer = publication.episode, work.writer
        name = f"episode {episode.guid}"
        for path in work.ledger.touched(name):
            writer.discard(path)
        publication = with_card(publication, show, writer=writer, templates=self.templates)
        media = dict(self._publish_media(episode, writer))
        files = list(feed.render_files(publication, show.show))
        files.append(site.render_episode(show, publication, previous, following, templates=self.templates))
        files.extend(site.render_embed(show, publication, templates=self.templates))
        for path, content in files:
            writer.write(path, content)
        document = self.search.keep(publication, show.show)
        paths = [*media, *(path for path, _ in files), *([publication.card] if publication.card else [])]
        work.ledger.put(name, stamp, paths, [*media.values(), *([document] if document else [])])

    def _publish_media(self, episode: Episode, writer: Writer) -> Iterator[tuple[str, Path]]:
        for medium in episode.media:
            if medium.media_key:
                path, source = media_file(episode, medium), self.storage.path(medium.media_key)
                writer.link(path, source)
                yield path, source

    def _write_lists(self, publication: ShowPublication, work: _Work) -> None:
        base = stamp_of(
            replace(publication.show, feeds=()),
            self.base_url,
            site.frame_of(publication),
            site.version(self.templates),
        )
        rows = KeptItems.load(self.state / f"{publication.show.slug}.rows")
        for planned in site.plan_lists(publication, templates=self.templates, held=rows.items, mark=base):
            name, stamp = f"page {planned.path}", stamp_of(base, planned.made_from)
            if work.kept(name, stamp) is None:
                work.writer.write(planned.path, planned.render())
                work.ledger.put(name, stamp, [planned.path])
        rows.save()
        if publication.card:
            work.ledger.put("card", "", [publication.card])

    def _write_feeds(
        self,
        publication: ShowPublication,
        editions: Iterable[Edition],
        work: _Work,
        hidden: Writer,
        *,
        force: bool,
    ) -> list[str]:
        """Write all feeds of a show; `hidden` writes the private ones, whose paths no list under the web root tells.

        Gives what listeners of the feeds as they were would notice.
        """
        slug = publication.show.slug
        marks = [(one.mark, one.cover, one.said) for one in publication.episodes]
        base = stamp_of(publication.show, self.base_url, publication.cover, marks)
        kept: dict[Kind, KeptItems] = {}
        warnings: list[str] = []
        for edition in editions:
            name, stamp = f"feed {edition.path}", stamp_of(base, edition.path)
            chosen = hidden if edition.extra and edition.extra.private else work.writer
            if (paths := work.ledger.keep(name, stamp)) is not None:
                chosen.stand(paths)
                continue
            if edition.kind not in kept:
                kept[edition.kind] = KeptItems.load(self.state / f"{slug}.{edition.kind}.items")
            items = kept[edition.kind].items
            if edition.extra is None:
                written, changes = self._write_feed(publication, edition, items, chosen, force=force)
                warnings += changes
                kept[edition.kind].save()
            else:  # its items are among those of the main feed, which must stay as they are
                written, _ = self._write_feed(publication, edition, dict(items), chosen, force=force)
            work.ledger.put(name, stamp, written)
        return warnings

    def _write_feed(
        self, publication: ShowPublication, edition: Edition, items: dict[str, bytes], writer: Writer, *, force: bool
    ) -> tuple[list[str], list[str]]:
        """Write a feed and its archives unless it has new errors; give paths, and what listeners would notice."""
        path = edition.path
        pages = dict(feed.render_pages(publication, edition=edition, cache=items))
        compared = self.checker.compare(path, pages[path])
        if compared.errors and not force:
            found = compared.errors[0]
            more = f" (and {len(compared.errors) - 1} more)" if len(compared.errors) > 1 else ""
            raise PublishError(
                f"the new {path} has errors, so the old one stays: {found.where}: {found.what}{more}",
                hint=found.mend or "`episodes build --force` publishes it all the same",
            )
        for place, page in pages.items():
            writer.write(place, page)
        return list(pages), [f"{path}: {found.where}: {found.what}" for found in compared.changes]

    def _build_home(self, shows: Mapping[str, Show], made: Mapping[str, _Shown]) -> Built:
        ledger = self._ledger(".home")
        shown = {slug: made.get(slug) or self._shown(show) for slug, show in shows.items()}
        parts = [(self._with_accent(show), shown[slug].mark, *self._looks(show)) for slug, show in shows.items()]
        stamp = stamp_of(parts, self.base_url, site.version(self.templates), self.search.mark)
        if ledger.stands(stamp):
            return Built(what="home", unchanged=ledger.files)
        publications = []
        for show, _, cover, small_cover, searchable in parts:
            episodes = shown[show.slug].episodes
            ready = self._publishable(show)[0] if episodes is None else episodes
            publications.append(
                ShowPublication(
                    show=show,
                    base_url=self.base_url,
                    cover=cover,
                    small_cover=small_cover,
                    episodes=tuple(Publication(episode=episode) for episode in ready),
                    searchable=searchable,
                )
            )
        writer = Writer(self.feeds)
        files = [*site.assets(self.templates), *site.render_home(publications, templates=self.templates)]
        feeds = [(one.show, _kinds(one)) for one in publications]
        files.append((OPML, feed.render_opml(feeds, base_url=self.base_url)))
        for path, content in files:
            writer.write(path, content)
        report = writer.finish()
        ledger.put("home", "", [path for path, _ in files])
        ledger.save(stamp, {})
        return Built(what="home", **_counts(report))

    def _shown(self, show: Show) -> _Shown:
        """What the home page shows of a show that is not built now."""
        episodes, left_out, _ = self._publishable(show)
        revisions = self.reader().revisions(show.slug)
        return _Shown(revisions=revisions, left_out=tuple(left_out), episodes=tuple(episodes))

    def _looks(self, show: Show) -> tuple[str, str, bool]:
        """The published pictures of a show, and whether it can be searched."""
        cover = picture_path(show.image, show.slug)
        searchable = bool(self.search.program) and self.search.has_index(show.slug)
        return self._published(cover), self._published(small_path(cover)), searchable

    def _with_accent(self, show: Show) -> Show:
        return self.accents.give(show, folder=self.root, sample_colours=self.sample_colours)

    def _published(self, path: str) -> str:
        """The path, if the show's own build put something there."""
        return path if path and (self.feeds / path).is_file() else ""


@dataclass(frozen=True, kw_only=True)
class _Work:
    """What one build of a show goes through: what was made before, what is written now."""

    ledger: Ledger
    writer: Writer
    revisions: Mapping[str, str]

    def kept(self, name: str, stamp: str) -> list[str] | None:
        """Let a unit stand if nothing of it changed; None if it must be made."""
        paths = self.ledger.keep(name, stamp)
        if paths is not None:
            self.writer.stand(paths)
        return paths


@dataclass(frozen=True, kw_only=True)
class _Shown:
    """What the pages above all shows tell of one; `episodes` is None while nobody has looked."""

    revisions: Mapping[str, str]
    left_out: tuple[str, ...]
    episodes: tuple[Episode, ...] | None = None

    @property
    def mark(self) -> str:
        return stamp_of(sorted(self.revisions.items()), self.left_out)


def _as_published(episode: Episode) -> Episode:
    if all(medium.rendition is None for medium in episode.media):
        return episode
    return replace(episode, media=tuple(medium.published for medium in episode.media))


def _kinds(publication: ShowPublication) -> tuple[Kind, ...]:
    """The audio feed always is; the video feed where there is video."""
    return ("audio", "video") if "video" in publication.kinds else ("audio",)


def _counts(*reports: Report) -> dict[str, Any]:
    return {
        "written": sum(len(report.written) for report in reports),
        "unchanged": sum(report.unchanged for report in reports),
        "removed": sum(len(report.removed) for report in reports),
    }


def _name(episode: Episode | None) -> str:
    return f"{episode.slug} {episode.title} {episode.number}" if episode else ""
