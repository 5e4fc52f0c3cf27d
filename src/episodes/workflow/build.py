"""Building the web root: media, captions, pages and feeds of every show; only what changed is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from episodes.store.catalogue import Catalogue
from episodes.workflow.cards import with_card, with_show_card
from episodes.workflow.check import Checker
from episodes.workflow.items import KeptItems
from episodes.workflow.mastering import Mastering
from episodes.workflow.pictures import picture_path, publish_picture, publish_small_picture, small_path, with_accent
from episodes.workflow.ports import MediaStorage
from episodes.workflow.stamps import Stamps, stamp_of
from episodes.workflow.standing import Standing

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
    search_bytes: int = 0  #: size of the index that finds what is said in it; 0 = there is none
    page: str = ""
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Builder:
    """Makes everything that listeners get; the fields are everything that this touches."""

    catalogue: Catalogue
    storage: MediaStorage
    checker: Checker
    mastering: Mastering
    root: Path  #: the workspace, in which pictures of shows lie
    feeds: Path  #: the web root
    templates: Path
    state: Path  #: where the stamps of the last build are kept
    base_url: str
    sample_colours: Callable[[bytes], Iterable[Point]]  #: of a picture
    shrink_picture: Callable[[bytes, int], bytes]
    search: SiteSearch

    def build(
        self, chosen: Mapping[str, Show], *, all_shows: Mapping[str, Show], force: bool = False, retag: bool = False
    ) -> Iterator[Built]:
        """Build the chosen shows, then the pages above all shows; `retag` writes tags into audio that is out already.

        Raises PublishError where a file cannot be written, or where a feed would get errors (unless `force`).
        """
        for show in chosen.values():
            yield self._build_show(show, force=force, retag=retag)
        yield self._build_home(all_shows)

    def _build_show(self, show: Show, *, force: bool, retag: bool) -> Built:
        standing = Standing(self.state / f"{show.slug}.whole.json")
        facts = None if retag else standing.find(self._stamp(show))
        if facts is not None:
            slugs = facts.pop("slugs")
            indexed = self.search.index(show, slugs)
            counts = _counts(indexed.report)
            counts["unchanged"] += facts.pop("files")
            return Built(**{**facts, "left_out": tuple(facts["left_out"]), "feeds": tuple(facts["feeds"])}, **counts)
        return self._build_anew(show, standing, force=force, retag=retag)

    def _stamp(self, show: Show) -> str:
        """A mark of all that a show's build is made from, files apart; a copied workspace has another."""
        revisions = sorted(self.catalogue.revisions(show.slug).items())
        place = str(self.root.absolute())
        return stamp_of(place, show, self.base_url, site.version(self._templates), self.search.mark, revisions)

    def _build_anew(self, show: Show, standing: Standing, *, force: bool, retag: bool) -> Built:
        given = show
        show = self._with_accent(show)
        ready, left_out = self._publishable(show)
        episodes = [_as_published(self.mastering.settle(episode, show, retag=retag)) for episode in ready]
        writer = Writer(self.feeds, scope=show.slug)
        publication = with_show_card(self._publication(show, episodes, writer), writer=writer)
        self._write_episodes(publication, writer)
        for path, content in site.render_lists(publication, templates=self._templates):
            writer.write(path, content)
        editions = feed.editions_of(publication)
        hidden = Writer(self.feeds, scope=show.slug, listed=self.state / f"{show.slug}.private.list")
        self._write_feeds(publication, editions, writer, hidden, force=force)
        reports = [writer.finish(), *([hidden.finish()] if hidden.has_work else [])]
        indexed = self.search.index(show, [episode.slug for episode in episodes])
        facts: dict[str, Any] = {
            "what": show.slug,
            "show": show.slug,
            "episodes": len(episodes),
            "left_out": left_out,
            "page": page_url(self.base_url, show_page(show.slug)),
            "feeds": [edition.url for edition in editions],
            "search_bytes": indexed.bytes,
        }
        paths = [*self._sources(given), *writer.made, *(hidden.made if hidden.has_work else [])]
        more = {
            "slugs": [episode.slug for episode in episodes],
            "files": sum(len(r.written) + r.unchanged for r in reports),
        }
        standing.save(self._stamp(given), paths, {**facts, **more})
        facts |= {"left_out": tuple(left_out), "feeds": tuple(edition.url for edition in editions)}
        return Built(**facts, **_counts(*reports, indexed.report))

    def _sources(self, show: Show) -> Iterator[Path]:
        """The files that a show is published from: media, and pictures."""
        if show.image and "://" not in show.image:
            yield self.root / show.image
        for episode in self.catalogue.list_episodes(show.slug):
            if episode.image and "://" not in episode.image:
                yield self.root / "media" / episode.image
            for medium in episode.media:
                yield from (self.root / "media" / key for key in {medium.media_key, medium.published.media_key} if key)

    def _publishable(self, show: Show) -> tuple[list[Episode], list[str]]:
        """Part the episodes that can be published from those that cannot, with the reason."""
        episodes, left_out = [], []
        for episode in self.catalogue.list_episodes(show.slug):
            name = f"{show.slug}/{episode.slug}"
            held = [medium for medium in episode.media if medium.media_key]
            if not episode.date_is_sure:
                date = f"{episode.published_at:%Y-%m-%d}"
                left_out.append(
                    f"{name} is left out: its date is a guess; `episodes edit {name} date={date}` confirms it"
                )
            elif not held:
                left_out.append(f"{name} is left out: it has no media file here")
            elif missing := [medium for medium in held if not self.storage.has(medium.media_key)]:
                left_out.append(f"{name} is left out: media/{missing[0].media_key} is gone; add its source again")
            else:
                episodes.append(episode)
        return episodes, left_out

    def _publication(self, show: Show, episodes: Sequence[Episode], writer: Writer) -> ShowPublication:
        cover = publish_picture(show.image, show.slug, folder=self.root, writer=writer)
        publications = []
        for episode in episodes:
            name = f"{show.slug}/{episode.slug}"
            picture = publish_picture(episode.image, name, folder=self.root / "media", writer=writer)
            small = publish_small_picture(picture, writer=writer, shrink=self.shrink_picture)
            publications.append(Publication(episode=episode, cover=picture, small_cover=small))
        return ShowPublication(
            show=show,
            base_url=self.base_url,
            episodes=tuple(publications),
            cover=cover,
            small_cover=publish_small_picture(cover, writer=writer, shrink=self.shrink_picture),
            searchable=bool(self.search.program and publications),
        )

    def _write_episodes(self, publication: ShowPublication, writer: Writer) -> None:
        show = publication.show
        revisions = self.catalogue.revisions(show.slug)
        stamps = Stamps.load(self.state / f"{show.slug}.json")
        base = stamp_of(
            replace(show, feeds=()),
            self.base_url,
            publication.cover,
            publication.small_cover,
            publication.card,
            site.version(self._templates),
            self.search.mark,
        )
        episodes = publication.episodes
        for place, one in enumerate(episodes):
            previous = episodes[place + 1].episode if place + 1 < len(episodes) else None
            following = episodes[place - 1].episode if place else None
            self._publish_media(one.episode, writer)
            known = self._related_slugs(publication, one.episode)
            stamp = stamp_of(
                base, revisions[one.episode.guid], _name(previous), _name(following), one.cover + one.small_cover, known
            )
            held = self.search.holds(show.slug, one.episode.slug)
            if held and stamps.stands(one.episode.guid, stamp, writer):
                continue
            whole = replace(one, transcript=self.catalogue.effective_transcript(one.episode.guid, show=show.slug))
            paths = self._write_episode(publication, whole, previous, following, writer)
            stamps.put(one.episode.guid, stamp, paths)
        stamps.save(keep={one.episode.guid for one in episodes})

    def _related_slugs(self, publication: ShowPublication, episode: Episode) -> tuple[str, ...]:
        """What the page's links to other episodes hang on."""
        titles = set(episode.related)
        return tuple(one.episode.slug for one in publication.episodes if one.episode.title in titles) if titles else ()

    def _write_episode(
        self,
        show: ShowPublication,
        publication: Publication,
        previous: Episode | None,
        following: Episode | None,
        writer: Writer,
    ) -> list[str]:
        publication = with_card(publication, show, writer=writer, templates=self._templates)
        files = list(feed.render_files(publication, show.show))
        files.append(site.render_episode(show, publication, previous, following, templates=self._templates))
        files.extend(site.render_embed(show, publication, templates=self._templates))
        for path, content in files:
            writer.write(path, content)
        self.search.keep(publication, show.show)
        return [path for path, _ in files] + ([publication.card] if publication.card else [])

    def _publish_media(self, episode: Episode, writer: Writer) -> None:
        for medium in episode.media:
            if medium.media_key:
                writer.link(media_file(episode, medium), self.storage.path(medium.media_key))

    def _write_feeds(
        self, publication: ShowPublication, editions: Iterable[Edition], writer: Writer, hidden: Writer, *, force: bool
    ) -> None:
        """Write all feeds of a show; `hidden` writes the private ones, whose paths no list under the web root tells."""
        slug = publication.show.slug
        heads = self.catalogue.transcript_heads(slug)
        episodes = tuple(replace(one, transcript=heads.get(one.episode.guid)) for one in publication.episodes)
        publication = replace(publication, episodes=episodes)
        kept: dict[Kind, KeptItems] = {}
        for edition in editions:
            if edition.kind not in kept:
                kept[edition.kind] = KeptItems.load(self.state / f"{slug}.{edition.kind}.items.json")
            items = kept[edition.kind].items
            if edition.extra is None:
                self._write_feed(publication, edition, items, writer, force=force)
                kept[edition.kind].save()
            else:  # its items are among those of the main feed, which must stay as they are
                chosen = hidden if edition.extra.private else writer
                self._write_feed(publication, edition, dict(items), chosen, force=force)

    def _write_feed(
        self, publication: ShowPublication, edition: Edition, items: dict[str, bytes], writer: Writer, *, force: bool
    ) -> None:
        path = edition.path
        pages = dict(feed.render_pages(publication, edition=edition, cache=items))
        content = pages[path]
        if not force and (errors := self.checker.new_errors(path, content)):
            first = f"{errors[0].where}: {errors[0].what}"
            more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
            raise PublishError(
                f"the new {path} has errors, so the old one stays: {first}{more}",
                hint=errors[0].mend or "`episodes build --force` publishes it all the same",
            )
        for place, page in pages.items():
            writer.write(place, page)

    def _build_home(self, shows: Mapping[str, Show]) -> Built:
        publications = [
            ShowPublication(
                show=self._with_accent(show),
                base_url=self.base_url,
                cover=self._published(picture_path(show.image, show.slug)),
                small_cover=self._published(small_path(picture_path(show.image, show.slug))),
                episodes=tuple(Publication(episode=episode) for episode in self._publishable(show)[0]),
                searchable=bool(self.search.program) and self.search.has_index(show.slug),
            )
            for show in shows.values()
        ]
        writer = Writer(self.feeds)
        for path, content in (
            *site.assets(self._templates),
            *site.render_home(publications, templates=self._templates),
        ):
            writer.write(path, content)
        feeds = [(one.show, _kinds(one)) for one in publications]
        writer.write(OPML, feed.render_opml(feeds, base_url=self.base_url))
        return Built(what="home", **_counts(writer.finish()))

    def _with_accent(self, show: Show) -> Show:
        return with_accent(show, folder=self.root, sample_colours=self.sample_colours)

    def _published(self, path: str) -> str:
        """The path, if the show's own build put something there."""
        return path if path and (self.feeds / path).is_file() else ""

    @property
    def _templates(self) -> Path | None:
        return self.templates if self.templates.is_dir() else None


def _as_published(episode: Episode) -> Episode:
    return replace(episode, media=tuple(medium.published for medium in episode.media))


def _kinds(publication: ShowPublication) -> tuple[Kind, ...]:
    """The audio feed always is; the video feed where there is video."""
    has_video = any(one.enclosure("video") for one in publication.episodes)
    return ("audio", "video") if has_video else ("audio",)


def _counts(*reports: Report) -> dict[str, Any]:
    return {
        "written": sum(len(report.written) for report in reports),
        "unchanged": sum(report.unchanged for report in reports),
        "removed": sum(len(report.removed) for report in reports),
    }


def _name(episode: Episode | None) -> str:
    return f"{episode.slug} {episode.title} {episode.number}" if episode else ""
