"""Taking one item of a source: it becomes an episode, or a medium of one, or a question to a person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from episodes.core.bringing import is_same_feed
from episodes.core.completing import Account
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, HookFailed, Interrupted, Unreachable
from episodes.core.facts import Facts, facts_of_episode
from episodes.core.item import Item
from episodes.core.matching import ASKED, UNSURE, Match, compare, could_hold, is_same_title, of_one_file
from episodes.core.media import Medium
from episodes.core.regulars import presented
from episodes.core.remote import RemoteState, next_try, unsettled
from episodes.core.shared_numbers import number_note
from episodes.core.show import ShowSource
from episodes.core.sound import has_own, has_sound
from episodes.core.tagged import with_tags
from episodes.core.timing import timed_by
from episodes.store.catalogue import Catalogue
from episodes.workflow.ahead import Job
from episodes.workflow.alone import alone
from episodes.workflow.captions_first import CaptionTaker, offers_of
from episodes.workflow.choosing import Chooser
from episodes.workflow.comparing import Comparer
from episodes.workflow.hooks import Hook
from episodes.workflow.identifying import Identifier
from episodes.workflow.joining import Joiner
from episodes.workflow.keeping import file_sha256
from episodes.workflow.known_files import KnownFiles
from episodes.workflow.listing import Listed
from episodes.workflow.prefetch import Prefetched
from episodes.workflow.shelf import Shelf
from episodes.workflow.steps import Step


@dataclass(frozen=True, kw_only=True)
class Taker:
    """Takes the chosen items of one source."""

    catalogue: Catalogue
    joiner: Joiner
    files: KnownFiles
    shelf: Shelf
    chooser: Chooser
    comparer: Comparer
    source: ShowSource
    captions: CaptionTaker | None
    hook: Hook
    now: datetime

    def take(self, listed: Listed, job: Job[Prefetched]) -> Iterator[Step]:
        """Take an item that has been fetched; what goes wrong is a step, and when the item is tried again."""
        item = listed.item
        try:
            ready = job.result()
            item = ready.item
            step = self._taken(listed, ready)
        except Interrupted:
            raise
        except EpisodesError as error:
            yield self._failed(listed, item, error)
            return
        if step is None:
            return
        yield step
        if step.what == "new" and step.episode is not None:
            try:
                self.hook.run(step.episode)
            except HookFailed as error:
                yield Step(what="failed", title=step.title, error=error)

    def _taken(self, listed: Listed, ready: Prefetched) -> Step | None:
        """What became of an item; None if its own page shows that it is not wanted, or is an episode already."""
        item = ready.item
        if item.source != listed.item.source and self.chooser.is_known(listed, item):
            return None
        if self.chooser.is_passed_over(listed, item) or self.chooser.is_late(item):
            return None
        step = self._added(listed, ready)
        if step is None or step.episode is None or step.what not in ("new", "joined"):
            return step
        self.shelf.keep(step.episode)
        if self.captions is None:
            return step
        return replace(step, captions=self.captions.take(step.episode, offered=offers_of(listed.incoming)))

    def _failed(self, listed: Listed, item: Item, error: EpisodesError) -> Step:
        known = self.shelf.remote(listed.item.source)
        title = item.title or item.source.url
        if known is not None and known.state == "episode":  # it was taken; what failed came after
            return Step(what="failed", title=title, error=error)
        attempts = (known.attempts if known else 0) + 1
        again = next_try(attempts, self.now)
        if isinstance(error, Unreachable) and error.until is not None:
            again = max(again, error.until)
        remote = self.chooser.remote(listed, item, state="apart" if self._is_apart(listed) else "failed")
        self.shelf.put(replace(remote, attempts=attempts, next_try_at=again, reasons=(error.message,)))
        return Step(
            what="failed",
            title=title,
            error=error,
            next_try_at=again if again > self.now else None,
        )

    def _is_apart(self, listed: Listed) -> bool:
        """Whether a person said that an item is an episode of its own."""
        known = self.shelf.remote(listed.item.source)
        return known is not None and known.state == "apart"

    def _added(self, listed: Listed, ready: Prefetched) -> Step | None:
        """Join an item to its episode, ask, or make a new one; None if its file is shorter than the source wants."""
        item, fetch = ready.item, ready.fetch if self.source.is_downloaded else None
        if fetch is not None:
            probe = self.joiner.prober.probe(fetch())
            item = replace(with_tags(item, probe), kind=self.source.kind)
            if self.chooser.is_passed_over(listed, item):
                self.joiner.forget(item.source)
                return None
        is_apart = self._is_apart(listed)
        facts = self.comparer.facts(item, is_measured=fetch is not None and item.duration > 0)
        found = None if is_apart else self._match(listed, item, facts, fetch)
        if found is None or found[1].verdict == "apart":
            found = (None if is_apart else self._uploaded_again(listed, facts)) or found
        if found is not None and found[1].verdict == "asked":
            episode, match = found
            account = self._account(listed, item, facts)
            remote = self.chooser.remote(listed, item, state="asked", guid=episode.guid, account=account)
            self.shelf.put(replace(remote, score=match.score, reasons=match.reasons))
            self.joiner.forget(item.source)
            return Step(what="asked", title=item.title, episode=episode, match=match)
        joined = found if found is not None and found[1].verdict == "joined" else None
        file = fetch() if fetch is not None else None
        if joined is None:
            return self._new(listed, item, self._media(item, file, with_sound=True))
        account = self._account(listed, item, facts)
        if has_own(joined[0].media, self.source.kind):  # listeners have the other source's
            media = self._media(item, None, with_sound=False)
            return self._join(listed, item, *joined, media, account, heard=file)
        media = self._media(item, file, with_sound=not has_sound(joined[0].media))
        return self._join(listed, item, *joined, media, account)

    def _account(self, listed: Listed, item: Item, facts: Facts) -> Account:
        """What an item says of the episode that it joins."""
        own = self._record(listed, item, (), taken=())
        return Account(said=own, source=item.source, is_numbered_alike=not facts.doubt)

    def _match(
        self, listed: Listed, item: Item, facts: Facts, fetch: Callable[[], Path] | None
    ) -> tuple[Episode, Match] | None:
        if listed.incoming is not None and (same := self.shelf.episode(listed.incoming.guid)):
            return same, Match(score=1.0, reasons=("the same GUID",))
        if (there := self._same_file(item, facts, fetch)) is not None:
            return there
        linked = Medium(kind=self.source.kind, source=item.source)

        def sound() -> Path | None:
            return fetch() if fetch is not None else self.joiner.sound_of_linked(linked)

        identifier = Identifier(
            joiner=self.joiner, facts=facts, kind=self.source.kind, is_held=fetch is not None, sound=sound
        )
        return identifier.find(self.shelf.lineup, self.shelf.taken(self.source.url))

    def _same_file(self, item: Item, facts: Facts, fetch: Callable[[], Path] | None) -> tuple[Episode, Match] | None:
        """The episode that has an item's very file; two items of one source, or of one feed, may have one file."""
        show, taken = self.shelf.show.slug, self.shelf.taken(self.source.url)
        copies = self.files.at(item.source.url, show=show)
        copies += self.files.of(file_sha256(fetch()), show=show) if fetch is not None else []
        for episode, medium in copies:
            if episode.guid not in taken and not is_same_feed(medium.source, item.source):
                return episode, of_one_file(facts, facts_of_episode(episode))
        return None

    def _uploaded_again(self, listed: Listed, facts: Facts) -> tuple[Episode, Match] | None:
        """The episode of an item that has gone from this source and is like this one; a person is to say so."""
        if listed.incoming is not None and self.shelf.episode(listed.incoming.guid):
            return None
        facts = replace(facts, published_at=None)
        for one, before in self.comparer.gone:
            episode = self.shelf.episode(one.guid)
            match = compare(facts, before)
            if episode is not None and match.score >= ASKED and is_same_title(facts, before):
                reason = f"{one.title!r} is gone at its source, and this may be it again"
                return episode, Match(score=min(match.score, UNSURE), reasons=(*match.reasons, reason))
        return None

    def _ask_again(self, episode: Episode) -> None:
        """See to it that items are looked at again that are more like a new episode than like what they are asked for.

        They are where their source is gone through next.
        """
        facts = facts_of_episode(episode)
        for one in self.comparer.asked:
            match = compare(one.facts, facts)
            if match.score > one.remote.score and could_hold(episode, one.remote.kind, set()):
                self.shelf.put(replace(one.remote, next_try_at=self.now))

    def _ask_others(self, episode: Episode) -> None:
        """See to it that other items of this source are looked at again that were thought to be this episode."""
        for one in self.shelf.remotes(self.source.url):
            if one.state == "asked" and one.guid == episode.guid:
                self.shelf.put(replace(one, next_try_at=self.now))

    def _media(self, item: Item, file: Path | None, *, with_sound: bool) -> tuple[Medium, ...]:
        if file is None:
            mime_type = item.tags.get("mime_type", "")
            return (Medium(kind=self.source.kind, source=item.source, duration=item.duration, mime_type=mime_type),)
        probe = self.joiner.prober.probe(file)
        keeper, place = self.joiner.keeper, (self.shelf.show.slug, item.source, file, probe, file.parent)
        return keeper.keep_sound(*place) if self.source.kind == "audio" else keeper.keep(*place, with_sound=with_sound)

    def _join(
        self,
        listed: Listed,
        item: Item,
        episode: Episode,
        match: Match,
        media: tuple[Medium, ...],
        account: Account,
        heard: Path | None = None,
    ) -> Step:
        """Bring media under an episode; `heard` is the file of one that is only linked, if it was fetched."""
        remote = self.chooser.remote(listed, item, state="episode", guid=episode.guid, account=account)
        remote = unsettled(replace(remote, score=match.score, reasons=match.reasons), timed_by(episode.media))
        before, number = episode.media, episode.number
        with self.catalogue.together():
            episode = self.joiner.add(episode, media, account)
            self.catalogue.put_remote(remote)
        self.joiner.clear(before, episode.media)
        self.shelf.note(remote, episode)
        self._ask_others(episode)
        if heard is not None:
            self.joiner.sounds[item.source] = heard
        only = item.source if heard is not None else None
        episode = self.shelf.keep(self.joiner.measure(episode, account, remote=remote, only=only))
        if heard is not None or episode.main_medium is not None:
            self.joiner.forget(item.source)
        if episode.number != number:
            self._ask_again(episode)
        return Step(what="joined", title=item.title, episode=episode, match=match)

    def _new(self, listed: Listed, item: Item, media: tuple[Medium, ...]) -> Step:
        state: RemoteState = "apart" if self._is_apart(listed) else "episode"
        record = self._record(listed, item, media, taken=self.catalogue.slugs(self.shelf.show.slug))
        record = presented(record, self.shelf.regulars)
        with self.catalogue.together():
            episode = self.catalogue.add_episode(record)
            remote = self.chooser.remote(listed, item, state=state, guid=episode.guid)
            self.catalogue.put_remote(remote)
        self.shelf.note(remote, episode)
        self._ask_again(episode)
        note = number_note(episode, self.shelf.episodes)
        return Step(what="new", title=episode.title, episode=episode, note=note)

    def _record(self, listed: Listed, item: Item, media: tuple[Medium, ...], *, taken: Collection[str]) -> Episode:
        return replace(alone(item, listed.incoming, self.shelf.show, now=self.now, taken=taken), media=media)
