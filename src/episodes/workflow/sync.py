"""Keeping shows up with their sources: what is new becomes an episode, or a medium of one that is there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from episodes.core.errors import EpisodesError, Unreachable
from episodes.core.logins import without_login
from episodes.core.remote import RemoteItem, is_unsettled
from episodes.core.show import Show, ShowSource
from episodes.core.syncing import gone_items
from episodes.store.catalogue import Catalogue
from episodes.workflow.ahead import looking_ahead
from episodes.workflow.captions_first import CaptionTaker
from episodes.workflow.choosing import Chooser, Wanted
from episodes.workflow.comparing import Comparer
from episodes.workflow.hooks import Hook
from episodes.workflow.joining import Joiner
from episodes.workflow.known_files import KnownFiles
from episodes.workflow.listing import Listed, Lister, Listing
from episodes.workflow.lock import locked
from episodes.workflow.one_identity import told_apart
from episodes.workflow.prefetch import prefetching
from episodes.workflow.presenting import present
from episodes.workflow.resting import RestingSources
from episodes.workflow.settling import Settler
from episodes.workflow.shelf import Key, Shelf, key_of
from episodes.workflow.steps import Step
from episodes.workflow.taking import Taker


@dataclass(frozen=True, kw_only=True)
class Syncer:
    """Goes through sources; the fields are everything that this touches."""

    catalogue: Catalogue
    lister: Lister
    joiner: Joiner
    lock: Path
    hook: Hook
    resting: RestingSources
    captions: CaptionTaker | None = None  #: takes captions of the source for the transcript; None = nobody does
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))

    def run(self, shows: list[Show], wanted: Wanted) -> Iterator[Step]:
        """Sync shows, one source after the other; one bad item or source never stops the rest.

        Raises NotAllDone, naming the process, if another sync is running.
        """
        with locked(self.lock, "sync"):
            try:
                if wanted.unfinished and not wanted.dry_run:
                    yield from self._begun(shows)
                for show in shows:
                    yield from self._show(show, wanted)
            finally:
                shutil.rmtree(self.joiner.work / "sounds", ignore_errors=True)

    def _show(self, show: Show, wanted: Wanted) -> Iterator[Step]:
        is_changed = False
        for source in show.sources:
            for step in self._source(show, source, wanted):
                is_changed = is_changed or step.what in ("new", "joined")
                yield replace(step, show=show.slug, channel=without_login(source.url))
        if wanted.dry_run:
            return
        yield from (replace(step, show=show.slug) for step in self._left(show))
        if is_changed:
            yield from self._presented(show)

    def _presented(self, show: Show) -> Iterator[Step]:
        try:
            found = present(self.catalogue, show)
        except EpisodesError as error:
            yield Step(what="failed", show=show.slug, title=show.title, error=error)
            return
        if found.episodes:
            yield Step(what="presented", show=show.slug, title=", ".join(found.names), count=len(found.episodes))

    def _begun(self, shows: list[Show]) -> Iterator[Step]:
        for show in shows:
            for episode in self.catalogue.list_begun(show.slug):
                yield Step(what="begun", show=show.slug, title=episode.title, episode=episode)

    def _source(self, show: Show, source: ShowSource, wanted: Wanted) -> Iterator[Step]:
        until = self.resting.until(source.url, self.now)
        if until is not None:
            yield Step(what="waiting", title=without_login(source.url), next_try_at=until)
            return
        try:
            listing = self.lister.list(source.url, was_feed=self._was_feed(show, source))
        except EpisodesError as error:
            if isinstance(error, Unreachable) and error.until is not None and not wanted.dry_run:
                self.resting.leave(source.url, error.until, self.now)
            yield Step(what="failed", title=without_login(source.url), error=error)
            return
        yield Step(what="listed", count=len(listing.entries))
        if listing.cut:
            yield Step(what="cut", title=listing.cut)
        shelf = Shelf(self.catalogue, show)
        listing = told_apart(listing, shelf, source)
        waiting = [
            one
            for one in shelf.remotes(source.url)
            if one.state == "failed" and one.next_try_at and one.next_try_at > self.now
        ]
        if not wanted.dry_run:
            yield from self._presence(shelf, source, listing)
        chooser = Chooser(
            catalogue=self.catalogue, lister=self.lister, shelf=shelf, source=source, wanted=wanted, now=self.now
        )
        fresh = chooser.fresh(listing)
        if not wanted.dry_run:
            entries = {key_of(listed.item.source): listed for listed in listing.entries}
            yield from self._settled(shelf, shelf.remotes(source.url), entries)
        if wanted.dry_run:
            yield from (Step(what="planned", title=listed.item.title) for listed in fresh)
        else:
            taker = Taker(
                catalogue=self.catalogue, joiner=self.joiner, shelf=shelf, chooser=chooser,
                files=KnownFiles(catalogue=self.catalogue, keeper=self.joiner.keeper),
                comparer=Comparer(shelf, source, listing), source=source, captions=self.captions,
                hook=self.hook, now=self.now,
            )  # fmt: skip
            jobs = (
                prefetching(listed, source, lister=self.lister, joiner=self.joiner, since=wanted.since)
                for listed in fresh
            )
            with looking_ahead(jobs) as ready:
                for listed, job in zip(fresh, ready, strict=False):
                    yield from taker.take(listed, job)
        for one in waiting:
            yield Step(what="waiting", title=one.title, next_try_at=one.next_try_at)

    def _was_feed(self, show: Show, source: ShowSource) -> bool:
        known = self.catalogue.list_remote(show.slug)
        return any(one.channel == source.url and one.source.provider == "feed" for one in known)

    def _settled(
        self, shelf: Shelf, remotes: Sequence[RemoteItem], listed: Mapping[Key, Listed] | None = None
    ) -> Iterator[Step]:
        """End the joins of a source that were cut off, or that an earlier version made without filling in."""
        settler = Settler(catalogue=self.catalogue, joiner=self.joiner)
        for episode in settler.settle(shelf.show, remotes, shelf.by_guid, listed):
            yield Step(what="filled", title=episode.title, episode=shelf.keep(episode))

    def _left(self, show: Show) -> Iterator[Step]:
        """The same for joins by hand, and for sources that are not watched any more."""
        watched = {source.url for source in show.sources}
        remotes = [one for one in self.catalogue.list_remote(show.slug) if one.channel not in watched]
        if any(map(is_unsettled, remotes)):
            yield from self._settled(Shelf(self.catalogue, show), remotes)

    def _presence(self, shelf: Shelf, source: ShowSource, listing: Listing) -> Iterator[Step]:
        """Mark what disappeared and what came back; the records stay as they are."""
        here = {key_of(listed.item.source) for listed in listing.entries}
        own = shelf.remotes(source.url)
        dates = [listed.item.published_at for listed in listing.entries if listed.item.published_at]
        oldest = min(dates, default=None) if listing.is_window else None
        for one in () if listing.cut else gone_items(own, here, oldest):
            shelf.put(replace(one, gone_at=self.now))
            yield Step(what="gone", title=one.title)
        for one in own:
            if one.gone_at is not None and key_of(one.source) in here:
                shelf.put(replace(one, gone_at=None))
                yield Step(what="back", title=one.title)
