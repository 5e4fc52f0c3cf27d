"""What stands above the shows: home, search, site map, OPML and the files that all pages use."""

from __future__ import annotations

from collections.abc import Mapping

from episodes import feed, site
from episodes.core.addresses import FEED_LIST
from episodes.core.media import Kind
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.site.write import Writer
from episodes.store.stored import made
from episodes.workflow.building.parts import Built, Parts, Shown, Work, counts
from episodes.workflow.building.publishable import part_episodes
from episodes.workflow.pictures import picture_path, small_path
from episodes.workflow.stamps import stamp_of


def build_home(shows: Mapping[str, Show], built: Mapping[str, Shown], parts: Parts) -> Built:
    """Build what stands above all shows; `built` is what is known of those that were built just now."""
    ledger = parts.ledger(".home")
    shown = {slug: built.get(slug) or _look_at(show, parts) for slug, show in shows.items()}
    looks = [(parts.with_accent(show), shown[slug].mark, *_looks(show, parts)) for slug, show in shows.items()]
    stamp = stamp_of(looks, parts.base_url, site.version(parts.templates), parts.search.mark)
    if ledger.stands(stamp):
        return Built(what="home", unchanged=ledger.files)
    publications = []
    for show, _, cover, small_cover, indexes in looks:
        outlined = shown[show.slug].episodes
        ready = part_episodes(show, parts).episodes if outlined is None else outlined
        publications.append(
            ShowPublication(
                show=show,
                base_url=parts.base_url,
                cover=cover,
                small_cover=small_cover,
                episodes=tuple([made(Publication, {"episode": one.episode, "mark": one.revision}) for one in ready]),
                searchable=bool(indexes),
                indexes=indexes,
            )
        )
    writer = Writer(parts.feeds)
    work = Work(ledger=ledger, writer=writer)
    feeds = [(one.show, _kinds(one)) for one in publications]
    files = [*site.assets(parts.templates), (FEED_LIST, feed.render_opml(feeds, base_url=parts.base_url))]
    for path, content in files:
        writer.write(path, content)
    ledger.put("home", "", [path for path, _ in files])
    around = [(show, *pictures) for show, _, *pictures in looks]
    base = stamp_of(around, parts.base_url, site.version(parts.templates), parts.search.mark)
    work.make(site.plan_home(publications, templates=parts.templates), base)
    report = work.finish()
    ledger.save(stamp, {})
    return Built(what="home", **counts(report))


def _look_at(show: Show, parts: Parts) -> Shown:
    """What the home page shows of a show that is not built now."""
    found = part_episodes(show, parts)
    return Shown(revisions=found.revisions, left_out=found.left_out, episodes=found.episodes)


def _looks(show: Show, parts: Parts) -> tuple[str, str, tuple[str, ...]]:
    """The published pictures of a show, and the folders of its search's index."""
    cover = picture_path(show.image, show.slug)
    indexes = parts.search.indexes(show.slug) if parts.search.program else ()
    return _published(cover, parts), _published(small_path(cover), parts), indexes


def _published(path: str, parts: Parts) -> str:
    """The path, if the show's own build put something there."""
    return path if path and (parts.feeds / path).is_file() else ""


def _kinds(publication: ShowPublication) -> tuple[Kind, ...]:
    """The audio feed always is; the video feed where there is video."""
    return ("audio", "video") if "video" in publication.kinds else ("audio",)
