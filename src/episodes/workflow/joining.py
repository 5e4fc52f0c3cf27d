"""Joining: media of one talk under one episode, and where each lies in time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from episodes.core.addresses import media_file
from episodes.core.completing import Account, completed, with_times
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError
from episodes.core.item import Item
from episodes.core.matching import Alignment
from episodes.core.media import Kind, Medium, Source
from episodes.core.progress import Report
from episodes.core.remote import RemoteItem, is_cut_off, is_unsettled, settled, timed_before, unsettled
from episodes.core.sound import belongs_to, is_cut_out, joined_media, own_source
from episodes.core.timing import moved, timed_by
from episodes.store.catalogue import Catalogue
from episodes.workflow.fetching import as_fetched
from episodes.workflow.keeping import Keeper, media_stem, work_folder
from episodes.workflow.ports import Aligner, Downloader, MediaStorage, Prober

#: Two media whose lengths differ by fewer seconds are likely one edit, where nobody can hear it.
_SAME_LENGTH = 1.0


@dataclass(frozen=True, kw_only=True)
class Joiner:
    """Brings media under one episode, and measures offsets."""

    catalogue: Catalogue
    storage: MediaStorage
    downloader: Downloader
    prober: Prober
    keeper: Keeper
    aligner: Aligner
    work: Path
    feeds: Path  #: the web root: what lies there is published
    report: Report | None = None
    #: Of linked media, fetched for comparing alone; None = it cannot be had, which is not tried again.
    sounds: dict[Source, Path | None] = field(default_factory=dict)
    #: Sources whose media's offset has been measured.
    measured: set[Source] = field(default_factory=set)

    def aligned(self, one: Path, other: Path) -> Alignment | None:
        """How two files lie to each other in time; None where one of them cannot be heard."""
        try:
            return self.aligner.align(one, other)
        except EpisodesError:
            return None  # what cannot be heard is judged by its words

    def sound_of(self, episode: Episode) -> Path | None:
        """A file with the episode's sound: what is held, else a linked medium that is fetched for this once."""
        main = episode.main_medium
        if main is not None:
            return self.storage.path(main.media_key) if self.storage.has(main.media_key) else None
        return next((file for medium in episode.media if (file := self.sound_of_linked(medium)) is not None), None)

    def sound_of_linked(self, medium: Medium) -> Path | None:
        if medium.media_key:
            return self.storage.path(medium.media_key) if self.storage.has(medium.media_key) else None
        if medium.source not in self.sounds and medium.source.url:
            folder = self.work / "sounds" / media_stem(medium.source)
            folder.mkdir(parents=True, exist_ok=True)
            item = Item(source=as_fetched(medium.source), kind=medium.kind)
            try:
                self.sounds[medium.source] = self.downloader.fetch(item, folder, audio_only=True, report=self.report)
            except EpisodesError:
                self.sounds[medium.source] = None  # its words decide
        return self.sounds.get(medium.source)

    def forget(self, source: Source) -> None:
        """Take away a linked medium's sound that has been listened to; a channel has thousands of them."""
        self.sounds.pop(source, None)
        shutil.rmtree(self.work / "sounds" / media_stem(source), ignore_errors=True)

    def add(
        self,
        episode: Episode,
        media: tuple[Medium, ...],
        account: Account | None,
        instead_of: tuple[Medium, ...] = (),
    ) -> Episode:
        """Give an episode another item's media, so that listeners get one sound (core/sound.py), and what it lacks."""
        episode = self.catalogue.get_episode(episode.guid, show=episode.show)  # somebody may have edited it meanwhile
        gone = {medium.source for medium in instead_of}
        held = tuple(medium for medium in episode.media if medium.source not in gone)
        sounds = [medium for medium in episode.media if medium.media_key and is_cut_out(medium)]
        is_heard = any((self.feeds / media_file(episode, medium.published)).exists() for medium in sounds)
        is_heard = is_heard or self._is_transcribed(episode)
        joined = replace(episode, media=joined_media(held, media, may_replace=not is_heard))
        if account is not None:
            joined = self.filled(joined, account)
        return self.catalogue.save_episode(joined) if joined != episode else episode

    def clear(self, before: tuple[Medium, ...], after: tuple[Medium, ...]) -> None:
        """Take away the files of a film's sound that gave way to audio, once that is saved."""
        kept = {medium.media_key for medium in after}
        for medium in before:
            if is_cut_out(medium) and medium.media_key and medium.media_key not in kept:
                self.storage.remove(medium.media_key)

    def _is_transcribed(self, episode: Episode) -> bool:
        """Whether there is a transcript, or the beginning of one, whose times are those of the main medium."""
        is_begun = episode.guid in {one.guid for one in self.catalogue.list_begun(episode.show)}
        return is_begun or self.catalogue.find_transcript(episode.guid, show=episode.show) is not None

    def measure(
        self,
        episode: Episode,
        account: Account | None,
        *,
        remote: RemoteItem | None = None,
        only: Source | None = None,
        is_heard: bool = False,
    ) -> Episode:
        """Measure how each medium lies to the main one, and save it; what cannot be heard stays as it is.

        Chapters that had the times of another medium (`remote` says so) get those of the main one; where there are
        none, the item's are taken. That the join is whole now is saved with it, if there was anything to hear.
        `is_heard`: the offset is known already.
        """
        found = {} if is_heard else self._measured_media(episode, only)
        with self.catalogue.together():
            current = self.catalogue.get_episode(episode.guid, show=episode.show)  # listening took a while
            media = tuple(found.get((medium.kind, medium.source), medium) for medium in current.media)
            told = replace(current, media=media)
            if remote is not None:
                remote = self.catalogue.find_remote(remote.source) or remote  # somebody may have ended it meanwhile
                told = self._retimed(told, remote)
            if account is not None:
                told = self.with_known_times(told, account)
            if told != current:
                told = self.catalogue.save_episode(told)
            if remote is not None and told.main_medium is not None:
                self.catalogue.put_remote(settled(remote))
        return told

    def trust(self, episode: Episode, source: Source) -> bool:
        """Take the offset of a source's medium for measured, where it has one: an earlier run has heard it."""
        heard = {one.source for one in episode.media if one.offset and belongs_to(one, source)}
        self.measured.update(heard)
        return bool(heard)

    def filled(self, episode: Episode, account: Account) -> Episode:
        """An episode with what an item says that it lacks, but for chapters; it is not saved."""
        said = account.said
        is_free = self.catalogue.is_number_free(episode, said.number, said.season)
        return completed(episode, replace(account, is_numbered_alike=account.is_numbered_alike and is_free))

    def _retimed(self, episode: Episode, remote: RemoteItem) -> Episode:
        """An episode whose times were those of another medium, with the times of what is its main medium now.

        Other joins of it that are open still are told, so that nothing is moved twice.
        """
        main, timed = episode.main_medium, timed_before(remote)
        if timed is None or main is None or own_source(timed) == own_source(main.source):
            return episode
        for other in self.catalogue.list_remote(episode.show):
            if other.guid == episode.guid and is_unsettled(other) and is_cut_off(other):
                self.catalogue.put_remote(unsettled(other, main))
        offset = next((one.offset for one in episode.media if own_source(one.source) == own_source(timed)), 0.0)
        return moved(episode, -offset)

    def with_known_times(self, episode: Episode, account: Account) -> Episode:
        """An episode with an item's times, as far as it is known how the item's medium lies to the main one."""
        timed = timed_by(episode.media)
        own = next((one for one in episode.media if belongs_to(one, account.source)), None)
        if timed is None or own is None:
            return episode
        if own_source(timed.source) == own_source(own.source):
            return with_times(episode, account, 0.0)
        if own.source in self.measured:
            return with_times(episode, account, own.offset)
        if own.duration and abs(own.duration - timed.duration) < _SAME_LENGTH:
            return with_times(episode, account, 0.0, is_measured=False)
        return episode

    def _measured_media(self, episode: Episode, only: Source | None) -> dict[tuple[Kind, Source], Medium]:
        """Media with what was measured; sound that was cut out of a film shares its time."""
        main = episode.main_medium
        base = self.sound_of(episode) if main is not None else None
        if main is None or base is None:
            return {}
        found = {}
        for medium in episode.media:
            wanted = only is None or own_source(medium.source) == own_source(only)
            if wanted and own_source(medium.source) != own_source(main.source):
                found[medium.kind, medium.source] = self._measured(medium, base, main.duration)
        return found

    def _measured(self, medium: Medium, base: Path, length: float) -> Medium:
        """A medium with its offset; a stated length that is far from the main medium's is measured, too."""
        file = self.sound_of_linked(medium)
        if file is not None and not medium.media_key and not _is_about(medium.duration, length):
            try:
                medium = replace(medium, duration=self.prober.probe(file).duration)
            except EpisodesError:
                return medium
        found = self.aligned(base, file) if file is not None else None
        if found is None:
            return medium
        if not found.is_telling:  # what it had lay to another medium
            return replace(medium, offset=0.0)
        self.measured.add(medium.source)
        return replace(medium, offset=found.offset)


def _is_about(one: float, other: float) -> bool:
    return bool(one) and abs(one - other) <= max(60.0, 0.05 * other)


@contextmanager
def fetched(joiner: Joiner, item: Item, *, audio_only: bool) -> Iterator[Callable[[], Path]]:
    """Lend a way to fetch an item once, when it is first needed; the file goes away at the end."""
    with work_folder(joiner.work, item.source) as folder:
        held: list[Path] = []

        def fetch() -> Path:
            if not held:
                asked = replace(item, source=as_fetched(item.source))
                held.append(joiner.downloader.fetch(asked, folder, audio_only=audio_only, report=joiner.report))
            return held[0]

        yield fetch
