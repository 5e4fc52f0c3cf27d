"""Building the web root: media, captions, pages and feeds of every show; only what changed is made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from episodes import feed, site
from episodes.core.addresses import page_url, show_page
from episodes.core.show import Show
from episodes.site.write import Writer
from episodes.workflow.building.episode_files import write_episodes
from episodes.workflow.building.feeds import write_feeds
from episodes.workflow.building.home import build_home
from episodes.workflow.building.lists import write_lists
from episodes.workflow.building.parts import Built, Parts, Shown, Work, counts
from episodes.workflow.building.publishable import Publishable, make_publication, part_episodes, refuse_to_lose
from episodes.workflow.ledger import Ledger
from episodes.workflow.lock import only_one
from episodes.workflow.stamps import stamp_of, stamp_of_revisions


@dataclass(frozen=True, kw_only=True)
class Builder:
    """Makes everything that listeners get, step by step."""

    parts: Parts

    def build(
        self, chosen: Mapping[str, Show], *, all_shows: Mapping[str, Show], force: bool = False, retag: bool = False
    ) -> Iterator[Built]:
        """Build the chosen shows, then the pages above all shows; `retag` writes tags into audio that is out already.

        Waits for another build of the same workspace. Raises PublishError where a file cannot be written, or where
        a feed would get errors, or half of what is published lacks its files (unless `force`).
        """
        with only_one(self.parts.state / "build.lock"), self.parts.reader().one_state():
            made: dict[str, Shown] = {}
            for show in chosen.values():
                built, made[show.slug] = self._build_show(show, force=force, retag=retag)
                yield built
            yield build_home(all_shows, made, self.parts)

    def _build_show(self, show: Show, *, force: bool, retag: bool) -> tuple[Built, Shown]:
        ledger = self.parts.ledger(show.slug)
        revisions = stamp_of_revisions(self.parts.reader().revisions(show.slug))
        if retag or not ledger.stands(self._stamp(show, revisions)):
            return self._build_anew(show, ledger, force=force, retag=retag)
        return _built(ledger.facts, unchanged=ledger.files), Shown(
            revisions=revisions, left_out=tuple(ledger.facts["left_out"])
        )

    def _stamp(self, show: Show, revisions: str) -> str:
        """A mark of all that a show's build is made from, files apart."""
        parts = self.parts
        look = site.version(parts.templates)
        return stamp_of(feed.VERSION, show, parts.base_url, look, parts.search.mark, revisions)

    def _build_anew(self, given: Show, ledger: Ledger, *, force: bool, retag: bool) -> tuple[Built, Shown]:
        parts = self.parts
        show = parts.with_accent(given)
        found = self._settled(given, show, retag=retag)
        if not force:
            refuse_to_lose(found.lost)
        ledger.put("left out", "", (), found.missing)
        work = Work(ledger=ledger, writer=Writer(parts.feeds, scope=show.slug))
        publication = make_publication(show, found.episodes, parts, work)
        write_episodes(publication, parts, work)
        write_lists(publication, parts, work)
        editions = feed.editions_of(publication)
        hidden = Writer(parts.feeds, scope=show.slug, listed=parts.state / f"{show.slug}.private.list")
        warnings = write_feeds(publication, editions, parts, work, hidden, force=force)
        reports = [work.finish(), *([hidden.finish()] if hidden.has_work else [])]
        oldest_first = [one.episode.slug for one in reversed(publication.episodes)]
        indexed = parts.search.index(show, oldest_first, again=bool(ledger.touched("search")))
        ledger.put("search", "", indexed.files)
        facts: dict[str, Any] = {
            "what": show.slug,
            "show": show.slug,
            "episodes": len(found.episodes),
            "left_out": found.left_out,
            "page": page_url(parts.base_url, show_page(show.slug)),
            "feeds": [edition.url for edition in editions],
            "search_bytes": indexed.bytes,
        }
        ledger.save(self._stamp(given, found.revisions), facts)
        built = _built(facts, warnings=tuple(warnings), **counts(*reports, indexed.report))
        return built, Shown(revisions=found.revisions, left_out=found.left_out, episodes=found.episodes)

    def _settled(self, given: Show, show: Show, *, retag: bool) -> Publishable:
        """The episodes to be published, with every file made that they lack.

        Making one takes a while and changes the catalogue, as others may have done meanwhile: then all is read once
        more, until nothing is missing in the state that is built from.
        """
        parts = self.parts
        while True:
            found = part_episodes(given, parts)
            settled = [parts.mastering.settle(one.episode, show, retag=retag) for one in found.episodes]
            if all(after is before.episode for after, before in zip(settled, found.episodes, strict=True)):
                return found
            parts.reader().look_again()
            retag = False


def _built(facts: Mapping[str, Any], **more: Any) -> Built:
    """Tell what a build did, from what the ledger keeps of it."""
    return Built(**{**facts, "left_out": tuple(facts["left_out"]), "feeds": tuple(facts["feeds"])}, **more)
