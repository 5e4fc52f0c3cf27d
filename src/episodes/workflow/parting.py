"""Undoing a match: a source's media become an episode of their own again, and what only it said goes with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from episodes.core.completing import Account, lacks_times, taken_back
from episodes.core.episode import Episode
from episodes.core.errors import UsageError
from episodes.core.item import Item
from episodes.core.media import Medium, Source
from episodes.core.naming import new_guid
from episodes.core.plan import free_slug
from episodes.core.remote import RemoteItem, account_of, is_joined, item_of, merged_of, unsettled
from episodes.core.sound import belongs_to, has_sound, own_source, sources_of
from episodes.core.timing import moved, timed_by
from episodes.core.transcript import Transcript
from episodes.store.catalogue import Catalogue
from episodes.workflow.alone import alone_now
from episodes.workflow.joining import Joiner
from episodes.workflow.keeping import work_folder

#: The reason that is kept with what was parted.
_SAID = ("a person said so",)


class Testimony(NamedTuple):
    """An item that is a part of an episode, and what it says of it."""

    remote: RemoteItem
    account: Account


@dataclass(frozen=True, kw_only=True)
class Parter:
    """Parts what was joined; the fields are everything that this touches."""

    catalogue: Catalogue
    joiner: Joiner

    def last_joined(self, episode: Episode) -> Source:
        """The source to part where none is named: the last that was joined, and not the one it came from."""
        known = sources_of(episode.media)
        joined = [
            one for one in known if (remote := remote_of(self.catalogue, one, episode)) is not None and remote.reasons
        ]
        return (joined or known)[-1]

    def part(self, episode: Episode, source: Source) -> Episode:
        """Take a source's media off an episode and make them an episode of their own again.

        An episode that was joined as a whole becomes whole again, with the media of all its sources. What only the
        parted ones said goes with them, and what a source that stays says takes its place.
        Raises UsageError for the source that gave the episode its GUID, which stays.
        """
        remote = remote_of(self.catalogue, source, episode)
        merged = merged_of(remote) if remote is not None else None
        parted = list(dict.fromkeys([source, *(sources_of(merged[0].media) if merged else [])]))
        media = tuple(medium for medium in episode.media if any(belongs_to(medium, one) for one in parted))
        kept = tuple(medium for medium in episode.media if medium not in media)
        if not media or not kept:
            raise UsageError("that is the only medium of the episode", hint="`episodes info REF` lists its media")
        kept, media = self._with_sound(episode.show, kept), self._with_sound(episode.show, media)
        own, transcript = self._restored(episode, remote, media)
        if own.guid == episode.guid:
            raise UsageError("the episode came from there, and keeps its GUID", hint="part its other medium")
        gone, others = self._testimonies(episode, parted)
        back = taken_back(episode, [*parted, *sources_of(own.media)], [own, *(one.account.said for one in gone)])
        back = _timed_anew(back, kept)
        for one in others:
            back = self.joiner.filled(back, one.account)
        waiting = [one for one in others if lacks_times(back, one.account)][:1]
        with self.catalogue.together():
            back = self.catalogue.save_episode(back)
            own = self.catalogue.add_episode(own)
            if transcript is not None:
                self.catalogue.save_transcript(own.guid, transcript, show=own.show)
            self._remember(episode, own, parted)
            for one in waiting:
                self.catalogue.put_remote(unsettled(one.remote, timed_by(back.media)))
        for one in waiting:
            begun = unsettled(one.remote, timed_by(back.media))
            is_heard = self.joiner.trust(back, one.account.source)
            self.joiner.measure(back, one.account, remote=begun, only=one.account.source, is_heard=is_heard)
        return own

    def _remember(self, episode: Episode, own: Episode, parted: list[Source]) -> None:
        """Keep that a person parted them; what had joined the second one before is joined to it again."""
        for source in parted:
            remote = remote_of(self.catalogue, source, episode)
            if remote is None:
                continue
            merged = merged_of(remote)
            known = merged[2] if merged is not None else None
            if known is not None and is_joined(known):
                self.catalogue.put_remote(replace(known, guid=own.guid, gone_at=remote.gone_at))
                continue
            record = remote.record if merged is None else known.record if known is not None else ""
            self.catalogue.put_remote(replace(remote, state="apart", guid=own.guid, reasons=_SAID, record=record))

    def _testimonies(self, episode: Episode, parted: list[Source]) -> tuple[list[Testimony], list[Testimony]]:
        """What the items that are joined to an episode say of it: those that are parted now, and those that stay."""
        found: dict[bool, list[Testimony]] = {True: [], False: []}
        names = {(one.provider, one.key) for one in parted}
        for source in sources_of(episode.media):
            remote = remote_of(self.catalogue, source, episode)
            account = account_of(remote, item_of(remote)) if remote is not None and is_joined(remote) else None
            if remote is not None and account is not None:
                found[own_source(source) in names].append(Testimony(remote, account))
        return found[True], found[False]

    def _with_sound(self, show: str, media: tuple[Medium, ...]) -> tuple[Medium, ...]:
        """Media with the sound of a film that is held, where they have no other: they are an episode now."""
        film = next((one for one in media if one.kind == "video" and one.media_key and one.channels), None)
        if film is None or has_sound(media) or not self.joiner.storage.has(film.media_key):
            return media
        file = self.joiner.storage.path(film.media_key)
        with work_folder(self.joiner.work, film.source) as folder:
            return (self.joiner.keeper.cut_out(show, film.source, file, folder), *media)

    def _restored(
        self, episode: Episode, remote: RemoteItem | None, media: tuple[Medium, ...]
    ) -> tuple[Episode, Transcript | None]:
        taken = self.catalogue.slugs(episode.show)
        if remote is not None and (merged := merged_of(remote)) is not None:
            before, transcript, _ = merged
            now = {(medium.kind, medium.source): medium for medium in media}  # it may have been fetched since
            whole = tuple(replace(now.get((one.kind, one.source), one), offset=one.offset) for one in before.media)
            return replace(before, media=whole, slug=free_slug(before.slug, taken)), transcript
        media = tuple(replace(medium, offset=0.0) for medium in media)
        item = item_of(remote) if remote and remote.record else Item(source=media[0].source, title=episode.title)
        if remote is not None and (account := account_of(remote, item)) and isinstance(account.said, Episode):
            slug = free_slug(account.said.slug, taken)
            return replace(account.said, guid=new_guid(item.source), slug=slug, media=media), None
        return replace(alone_now(self.catalogue, item, episode.show), media=media), None


def remote_of(catalogue: Catalogue, source: Source, episode: Episode) -> RemoteItem | None:
    """What is known of a source's item; a list may have named it otherwise than its own page does."""
    if found := catalogue.find_remote(source):
        return found
    items = [one for one in catalogue.list_remote(episode.show) if one.guid == episode.guid]
    return next((one for one in items if item_of(one).source == source), None)


def _timed_anew(episode: Episode, kept: tuple[Medium, ...]) -> Episode:
    """An episode with the media that are kept, and times that refer to the first of these."""
    main = timed_by(kept)
    assert main is not None
    own = own_source(main.source)
    offset = next((one.offset for one in episode.media if own_source(one.source) == own), 0.0)
    media = (replace(one, offset=0.0 if own_source(one.source) == own else one.offset - offset) for one in kept)
    return moved(replace(episode, media=tuple(media)), offset)
