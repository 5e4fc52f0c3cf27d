"""Keeping shows up with their sources: what is new becomes an episode, or a medium of one that is there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from episodes.core.bringing import imported_episode
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, Interrupted
from episodes.core.item import Item
from episodes.core.matching import Match, read_facts
from episodes.core.media import Medium
from episodes.core.naming.items import read_item
from episodes.core.naming.learned import taught
from episodes.core.plan import Wishes, new_episode
from episodes.core.record import to_record
from episodes.core.remote import RemoteItem, RemoteState, next_try
from episodes.core.show import Show, ShowSource
from episodes.core.syncing import filter_of, gone_items, is_due, passed_over
from episodes.core.tagged import with_tags
from episodes.store.catalogue import Catalogue
from episodes.workflow.ahead import Job, looking_ahead
from episodes.workflow.captions_first import Captions, CaptionTaker, offers_of
from episodes.workflow.hooks import run_new_episode_hook
from episodes.workflow.joining import Joiner
from episodes.workflow.listing import Listed, Lister, Listing
from episodes.workflow.lock import locked
from episodes.workflow.prefetch import Prefetched, prefetching

#: So many items in a row that are older than wanted end the search in a list that begins with the newest.
ENOUGH = 4

What = Literal["new", "joined", "asked", "gone", "back", "failed", "waiting", "planned", "listed"]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that a sync did, would do, or could not do."""

    what: What
    show: str
    channel: str
    title: str = ""
    episode: Episode | None = None
    match: Match | None = None
    captions: Captions = field(default_factory=Captions)  #: what became of those that the source has
    error: EpisodesError | None = None
    next_try_at: datetime | None = None
    count: int = 0  #: of entries, for "listed"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How much of a source is looked at."""

    since: datetime | None = None
    limit: int = 0  #: newest first; 0 = all
    dry_run: bool = False


@dataclass(frozen=True, kw_only=True)
class Syncer:
    """Goes through sources; the fields are everything that this touches."""

    catalogue: Catalogue
    lister: Lister
    joiner: Joiner
    root: Path  #: the workspace
    lock: Path
    captions: CaptionTaker | None = None  #: takes captions of the source for the transcript; None = nobody does
    hook: str = ""
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))

    def run(self, shows: list[Show], wanted: Wanted) -> Iterator[Step]:
        """Sync shows, one source after the other; one bad item or source never stops the rest.

        Raises NotAllDone, naming the process, if another sync is running.
        """
        with locked(self.lock, "sync"):
            try:
                for show in shows:
                    for source in show.sources:
                        yield from self._source(show, source, wanted)
            finally:
                shutil.rmtree(self.joiner.work / "sounds", ignore_errors=True)

    def _source(self, show: Show, source: ShowSource, wanted: Wanted) -> Iterator[Step]:
        try:
            listing = self.lister.list(source.url)
        except EpisodesError as error:
            yield Step(what="failed", show=show.slug, channel=source.url, title=source.url, error=error)
            return
        yield Step(what="listed", show=show.slug, channel=source.url, count=len(listing.entries))
        show = taught(show, self.catalogue.list_episodes(show.slug))
        known = {(one.source.provider, one.source.key): one for one in self.catalogue.list_remote(show.slug)}
        if not wanted.dry_run:
            yield from self._presence(show, source, listing, known)
        fresh = self._fresh(show, source, listing, known, wanted)
        if wanted.dry_run:
            for listed in fresh:
                yield Step(what="planned", show=show.slug, channel=source.url, title=listed.item.title)
        else:
            with looking_ahead(self._job(source, listed, wanted) for listed in fresh) as jobs:
                for listed, job in zip(fresh, jobs, strict=False):
                    yield from self._take(show, source, listed, job, known.get(_key(listed)), wanted)
        now = self.now
        for one in known.values():
            if one.channel == source.url and one.state == "failed" and one.next_try_at and one.next_try_at > now:
                yield Step(
                    what="waiting", show=show.slug, channel=source.url, title=one.title, next_try_at=one.next_try_at
                )

    def _presence(
        self, show: Show, source: ShowSource, listing: Listing, known: dict[tuple[str, str], RemoteItem]
    ) -> Iterator[Step]:
        """Mark what disappeared and what came back; the records stay as they are."""
        here = {_key(listed) for listed in listing.entries}
        own = [one for one in known.values() if one.channel == source.url]
        dates = [listed.item.published_at for listed in listing.entries if listed.item.published_at]
        oldest = min(dates, default=None) if listing.is_window else None
        for one in gone_items(own, here, oldest):
            self.catalogue.put_remote(replace(one, gone_at=self.now))
            yield Step(what="gone", show=show.slug, channel=source.url, title=one.title)
        for one in own:
            if one.gone_at is not None and (one.source.provider, one.source.key) in here:
                self.catalogue.put_remote(replace(one, gone_at=None))
                yield Step(what="back", show=show.slug, channel=source.url, title=one.title)

    def _fresh(
        self,
        show: Show,
        source: ShowSource,
        listing: Listing,
        known: dict[tuple[str, str], RemoteItem],
        wanted: Wanted,
    ) -> list[Listed]:
        """What is to be looked at, oldest first, as producers number their episodes."""
        fresh: list[Listed] = []
        for listed in listing.entries:
            remote = known.get(_key(listed))
            if not is_due(remote, source, self.now) or (
                remote is None and self._is_known(show, source, listed, wanted)
            ):
                continue
            if wanted.since and listed.item.published_at and listed.item.published_at < wanted.since:
                continue
            if reason := passed_over(listed.item, source):
                self._pass(show, source, listed, listed.item, reason, wanted)
                continue
            fresh.append(listed)
        fresh = self._newest_first(fresh, wanted)
        fresh = fresh[: wanted.limit] if wanted.limit else fresh
        return list(reversed(fresh))

    def _newest_first(self, fresh: list[Listed], wanted: Wanted) -> list[Listed]:
        """Order what is new, and leave out what is older than wanted, asking for as few dates as will do."""
        if all(listed.item.published_at for listed in fresh):
            return sorted(fresh, key=lambda listed: listed.item.published_at or self.now, reverse=True)
        if not wanted.since and not 0 < wanted.limit < len(fresh):
            return fresh
        first, last = self._date(fresh[0]), self._date(fresh[-1])
        if first and last and first < last:  # playlists often begin with the oldest
            fresh = [*reversed(fresh)]
        if not wanted.since:
            return fresh
        found, older = [], 0
        for listed in fresh:
            date = self._date(listed)
            older = older + 1 if date and date < wanted.since else 0
            if older == ENOUGH:
                break
            found += [listed] if not older else []
        return found

    def _date(self, listed: Listed) -> datetime | None:
        """When an item was published, by its list, else by its own page."""
        if listed.item.published_at:
            return listed.item.published_at
        try:
            return self.lister.details(listed).published_at
        except EpisodesError:
            return None  # it is taken in its turn, and says then what is wrong

    def _is_known(self, show: Show, source: ShowSource, listed: Listed, wanted: Wanted) -> bool:
        """Whether an item is an episode already that came in another way; it is then watched like the others."""
        episode = self.catalogue.find_episode(listed.item.source)
        if episode is None and listed.incoming is not None:
            episodes = self.catalogue.list_episodes(show.slug)
            episode = next((one for one in episodes if one.guid == listed.incoming.guid), None)
            if episode is not None and all(medium.kind != source.kind for medium in episode.media):
                return False
        if episode is not None and not wanted.dry_run:
            self.catalogue.put_remote(
                self._remote(show, source, listed, listed.item, state="episode", guid=episode.guid)
            )
        return episode is not None

    def _is_known_there(self, show: Show, source: ShowSource, listed: Listed, item: Item) -> bool:
        """Whether an item is an episode already under the identity that its own page gives it."""
        episode = self.catalogue.find_episode(item.source)
        if episode is not None:
            self.catalogue.put_remote(self._remote(show, source, listed, item, state="episode", guid=episode.guid))
        return episode is not None

    def _job(self, source: ShowSource, listed: Listed, wanted: Wanted) -> Job[Prefetched]:
        return prefetching(listed, source, lister=self.lister, joiner=self.joiner, since=wanted.since)

    def _take(
        self,
        show: Show,
        source: ShowSource,
        listed: Listed,
        job: Job[Prefetched],
        known: RemoteItem | None,
        wanted: Wanted,
    ) -> Iterator[Step]:
        item = listed.item
        is_apart = known is not None and known.state == "apart"
        try:
            ready = job.result()
            item = ready.item
            if item.source != listed.item.source and self._is_known_there(show, source, listed, item):
                return
            if reason := passed_over(item, source):
                self._pass(show, source, listed, item, reason, wanted)
                return
            if wanted.since and item.published_at and item.published_at < wanted.since:
                return
            step = self._added(show, source, listed, ready, is_apart=is_apart)
            if self.captions is not None and step.what in ("new", "joined") and step.episode is not None:
                offered = offers_of(listed.incoming)
                step = replace(step, captions=self.captions.take(step.episode, offered=offered))
        except Interrupted:
            raise
        except EpisodesError as error:
            attempts = (known.attempts if known else 0) + 1
            again = next_try(attempts, self.now)
            self.catalogue.put_remote(
                replace(
                    self._remote(show, source, listed, item, state="apart" if is_apart else "failed"),
                    attempts=attempts,
                    next_try_at=again,
                    reasons=(error.message,),
                )
            )
            title = item.title or item.source.url
            yield Step(
                what="failed", show=show.slug, channel=source.url, title=title, error=error,
                next_try_at=again if again > self.now else None,
            )  # fmt: skip
            return
        yield step
        if step.what == "new" and step.episode is not None:
            try:
                run_new_episode_hook(self.hook, step.episode, folder=self.root)
            except EpisodesError as error:
                yield Step(what="failed", show=show.slug, channel=source.url, title=step.title, error=error)

    def _added(self, show: Show, source: ShowSource, listed: Listed, ready: Prefetched, *, is_apart: bool) -> Step:
        """Join an item to its episode, ask, or make a new one; `is_apart`: a person said that it is one of its own."""
        item, fetch = ready.item, ready.fetch if source.is_downloaded else None
        if fetch is not None:
            probe = self.joiner.prober.probe(fetch())
            item = replace(with_tags(item, probe), kind=source.kind)
        found = None if is_apart else self._match(show, source, listed, item, fetch)
        episode, match = found if found is not None else (None, None)
        if match is not None and episode is not None and match.verdict == "asked":
            remote = self._remote(show, source, listed, item, state="asked", guid=episode.guid)
            self.catalogue.put_remote(replace(remote, score=match.score, reasons=match.reasons))
            return Step(
                what="asked", show=show.slug, channel=source.url, title=item.title, episode=episode, match=match
            )
        media = self._media(show, source, item, fetch() if fetch is not None else None)
        if match is not None and episode is not None and match.verdict == "joined":
            return self._join(show, source, listed, item, episode, match, media)
        episode = self._new(show, listed, item, media)
        state: RemoteState = "apart" if is_apart else "episode"
        self.catalogue.put_remote(self._remote(show, source, listed, item, state=state, guid=episode.guid))
        return Step(what="new", show=show.slug, channel=source.url, title=episode.title, episode=episode)

    def _match(
        self, show: Show, source: ShowSource, listed: Listed, item: Item, fetch: Callable[[], Path] | None
    ) -> tuple[Episode, Match] | None:
        episodes = self.catalogue.list_episodes(show.slug)
        if listed.incoming is not None and (same := [one for one in episodes if one.guid == listed.incoming.guid]):
            return same[0], Match(score=1.0, reasons=("the same GUID",))
        remotes = self.catalogue.list_remote(show.slug)
        taken = {one.guid for one in remotes if one.channel == source.url and one.state in ("episode", "apart")}
        linked = Medium(kind=source.kind, source=item.source)

        def sound() -> Path | None:
            return fetch() if fetch is not None else self.joiner.sound_of_linked(linked)

        return self.joiner.find(read_facts(item, show), source.kind, episodes, taken, sound)

    def _media(self, show: Show, source: ShowSource, item: Item, file: Path | None) -> tuple[Medium, ...]:
        if file is None:
            return (Medium(kind=source.kind, source=item.source, duration=item.duration, mime_type=_mime(item)),)
        probe = self.joiner.prober.probe(file)
        if source.kind == "audio":
            return self.joiner.keeper.keep_sound(show.slug, item.source, file, probe, file.parent)
        return self.joiner.keeper.keep(show.slug, item.source, file, probe, file.parent)

    def _join(
        self,
        show: Show,
        source: ShowSource,
        listed: Listed,
        item: Item,
        episode: Episode,
        match: Match,
        media: tuple[Medium, ...],
    ) -> Step:
        for medium in media:
            episode = self.catalogue.add_medium(episode.guid, medium, show=show.slug)
        episode = self.joiner.measure(episode)
        remote = self._remote(show, source, listed, item, state="episode", guid=episode.guid)
        self.catalogue.put_remote(replace(remote, score=match.score, reasons=match.reasons))
        return Step(what="joined", show=show.slug, channel=source.url, title=item.title, episode=episode, match=match)

    def _new(self, show: Show, listed: Listed, item: Item, media: tuple[Medium, ...]) -> Episode:
        taken = {episode.slug for episode in self.catalogue.list_episodes(show.slug)}
        if listed.incoming is not None:
            episode = imported_episode(listed.incoming, show, now=self.now, taken=taken)
            return self.catalogue.add_episode(replace(episode, media=media))
        reading = read_item(item, show=show)
        episode = new_episode(item, reading, Wishes(show=show.slug), show=show, media=media, now=self.now, taken=taken)
        return self.catalogue.add_episode(replace(episode, image=item.image_url))

    def _pass(self, show: Show, source: ShowSource, listed: Listed, item: Item, reason: str, wanted: Wanted) -> None:
        if not wanted.dry_run:
            remote = self._remote(show, source, listed, item, state="passed")
            self.catalogue.put_remote(replace(remote, reasons=(reason,), record=filter_of(source)))

    def _remote(
        self,
        show: Show,
        source: ShowSource,
        listed: Listed,
        item: Item,
        *,
        state: RemoteState,
        guid: str = "",
    ) -> RemoteItem:
        """What is kept of an item, under the name that its list gives it: the next sync knows it by that."""
        return RemoteItem(
            source=listed.item.source,
            show=show.slug,
            channel=source.url,
            state=state,
            kind=source.kind,
            title=item.title,
            guid=guid,
            published_at=item.published_at,
            record=json.dumps({"item": to_record(item)}, ensure_ascii=False, sort_keys=True),
        )


def _key(listed: Listed) -> tuple[str, str]:
    return listed.item.source.provider, listed.item.source.key


def _mime(item: Item) -> str:
    return item.tags.get("mime_type", "")
