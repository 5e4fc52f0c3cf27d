"""Joining: media of one talk under one episode, and where each lies in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError
from episodes.core.item import Item
from episodes.core.matching import (
    ASKED,
    JOINED,
    SAME_SOUND,
    Alignment,
    Facts,
    Match,
    best_match,
    could_hold,
    rank,
    with_sound,
)
from episodes.core.media import Kind, Medium, Source
from episodes.core.progress import Report
from episodes.store.catalogue import Catalogue
from episodes.workflow.fetching import as_fetched
from episodes.workflow.keeping import Keeper, work_folder
from episodes.workflow.ports import Aligner, Downloader, MediaStorage, Prober

#: So many episodes are compared by ear with an item that its words leave open.
MOST_EARS = 6
#: Lengths that differ by more than this share are not compared by ear.
_FAR = 0.35


@dataclass(frozen=True, kw_only=True)
class Joiner:
    """Finds an item's episode by words and ear, and measures offsets."""

    catalogue: Catalogue
    storage: MediaStorage
    downloader: Downloader
    prober: Prober
    keeper: Keeper
    aligner: Aligner
    work: Path
    report: Report | None = None
    sounds: dict[Source, Path] = field(default_factory=dict)  #: of linked media, fetched for comparing alone

    def find(
        self, facts: Facts, kind: Kind, episodes: list[Episode], taken: set[str], sound: Callable[[], Path | None]
    ) -> tuple[Episode, Match] | None:
        """The episode that an item most likely is, with the verdict; `sound` fetches the item's own when asked.

        Episodes in `taken` have an item of the same source; they are not asked about.
        """
        candidates = [episode for episode in episodes if could_hold(episode, kind, taken)]
        best = best_match(facts, candidates)
        if best is not None and _is_settled(best[1]):
            return best
        heard = self._by_ear(facts, candidates, sound)
        return heard or best

    def _by_ear(
        self, facts: Facts, candidates: list[Episode], sound: Callable[[], Path | None]
    ) -> tuple[Episode, Match] | None:
        """Compare with the likeliest ones by sound; the first that is the same decides."""
        near = [(episode, match) for episode, match in rank(facts, candidates) if self._is_near(facts, episode)]
        doubted: tuple[Episode, Match] | None = None
        own: Path | None = None
        for episode, match in near[:MOST_EARS]:
            other = self.sound_of(episode)
            own = own or (sound() if other is not None else None)
            if other is None or own is None:
                continue
            judged = with_sound(match, self._aligned(other, own))
            if judged.verdict == "joined":
                return episode, judged
            if doubted is None or judged.score > doubted[1].score:
                doubted = episode, judged
        return doubted

    def _is_near(self, facts: Facts, episode: Episode) -> bool:
        length = episode.duration or max((medium.duration for medium in episode.media), default=0.0)
        if not facts.duration or not length:
            return True
        return abs(facts.duration - length) <= max(120.0, _FAR * max(facts.duration, length))

    def _aligned(self, one: Path, other: Path) -> Alignment | None:
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
            folder = self.work / "sounds" / str(len(self.sounds))
            folder.mkdir(parents=True, exist_ok=True)
            item = Item(source=as_fetched(medium.source), kind=medium.kind)
            try:
                self.sounds[medium.source] = self.downloader.fetch(item, folder, audio_only=True, report=self.report)
            except EpisodesError:
                return None  # its words decide
        return self.sounds.get(medium.source)

    def measure(self, episode: Episode, *, only: Source | None = None) -> Episode:
        """Measure how each medium lies to the main one, and save it; what cannot be measured stays as it is.

        What was cut out of another medium shares its time, and so does what has the main medium's own source.
        """
        main = episode.main_medium
        if main is None:
            return episode
        base = self.sound_of(episode)
        if base is None:
            return episode
        media = []
        for medium in episode.media:
            wanted = only is None or _own(medium.source) == _own(only)
            same = _own(medium.source) == _own(main.source)
            media.append(medium if same or not wanted else self._measured(medium, base))
        if tuple(media) == episode.media:
            return episode
        return self.catalogue.save_episode(replace(episode, media=tuple(media)))

    def _measured(self, medium: Medium, base: Path) -> Medium:
        file = self.sound_of_linked(medium)
        if file is not None and not medium.duration:
            try:
                medium = replace(medium, duration=self.prober.probe(file).duration)
            except EpisodesError:
                return medium
        found = self._aligned(base, file) if file is not None else None
        if found is None or found.confidence < SAME_SOUND / 2:
            return medium
        return replace(medium, offset=found.offset)


def _is_settled(match: Match) -> bool:
    """Whether the words suffice: the same number, or far too little."""
    return match.score >= 0.97 or (match.score < ASKED / 4 and match.score < JOINED)


def _own(source: Source) -> tuple[str, str]:
    """The source that a medium comes from in the end."""
    if source.provider == "audio-of":
        provider, _, key = source.key.partition(":")
        return provider, key
    return source.provider, source.key


def belongs_to(medium: Medium, source: Source) -> bool:
    """Whether a medium comes from a source, also as its sound."""
    return _own(medium.source) == (source.provider, source.key)


def joined_sources(episode: Episode) -> list[Source]:
    """The sources that an episode's media come from, the first one first."""
    found: list[Source] = []
    for medium in episode.media:
        source = medium.source
        if source.provider != "audio-of" and source not in found:
            found.append(source)
    return found


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
