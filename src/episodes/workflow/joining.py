"""Joining: media of one talk under one episode, and where each lies in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from episodes.core.addresses import media_file
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError
from episodes.core.item import Item
from episodes.core.matching import (
    ASKED,
    DAYS,
    JOINED,
    OTHER_SOUND,
    SAME_SOUND,
    UNSURE,
    Alignment,
    Facts,
    Match,
    best_match,
    compare,
    could_hold,
    facts_of_episode,
    rank,
    with_sound,
)
from episodes.core.media import Kind, Medium, Source
from episodes.core.numbering import contradicted
from episodes.core.progress import Report
from episodes.core.sound import CUT_OUT, is_cut_out, joined_media
from episodes.store.catalogue import Catalogue
from episodes.workflow.fetching import as_fetched
from episodes.workflow.keeping import Keeper, work_folder
from episodes.workflow.ports import Aligner, Downloader, MediaStorage, Prober

#: So many episodes are compared by ear with an item that its words leave open.
MOST_EARS = 6
#: Lengths that differ by more than this share are not compared by ear.
_FAR = 0.35
#: What is shorter than this share of a talk is a clip of it, however short both are.
_CLIP = 0.4


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
    feeds: Path  #: the web root: what lies there is published
    report: Report | None = None
    sounds: dict[Source, Path] = field(default_factory=dict)  #: of linked media, fetched for comparing alone

    def find(
        self, facts: Facts, kind: Kind, episodes: list[Episode], taken: set[str], sound: Callable[[], Path | None]
    ) -> tuple[Episode, Match] | None:
        """The episode that an item most likely is, with the verdict; `sound` fetches the item's own when asked.

        Episodes in `taken` have an item of the same source; they are not asked about.
        """
        candidates = [episode for episode in episodes if could_hold(episode, kind, taken)]
        facts = contradicted(facts, candidates)
        best = best_match(facts, candidates)
        if best is not None and best[1].is_by_number and best[1].verdict == "joined":
            return self._by_number(facts, best, candidates, sound)
        if best is not None and _is_settled(best[1]):
            return best
        heard = self._by_ear(facts, candidates, sound)
        return heard or best

    def _by_number(
        self, facts: Facts, best: tuple[Episode, Match], candidates: list[Episode], sound: Callable[[], Path | None]
    ) -> tuple[Episode, Match]:
        """Believe the number, unless neither words nor sound do.

        Listening costs nothing more: the offset would be measured in any case.
        """
        episode, match = best
        unnumbered = replace(facts, doubt=f"number {facts.number} is {episode.title!r}, which sounds otherwise")
        words = compare(unnumbered, facts_of_episode(episode))
        is_told = words.score >= ASKED and not words.is_title_common
        other = None if is_told or episode.main_medium is None else self.sound_of(episode)
        own = sound() if other is not None else None
        alignment = self._aligned(other, own) if other is not None and own is not None else None
        if alignment is None or alignment.confidence > OTHER_SOUND:
            return best
        heard = self._by_ear(unnumbered, [one for one in candidates if one is not episode], sound)
        if heard is not None and heard[1].verdict == "joined":
            return heard
        return episode, replace(match, score=UNSURE, reasons=(*match.reasons, "but the sound is not the same"))

    def _by_ear(
        self, facts: Facts, candidates: list[Episode], sound: Callable[[], Path | None]
    ) -> tuple[Episode, Match] | None:
        """Compare with the likeliest ones by sound; the first that is the same decides."""
        found: list[tuple[Episode, Match]] = []
        own: Path | None = None
        near = [pair for pair in rank(facts, candidates) if _is_near(facts, facts_of_episode(pair[0]), pair[1])]
        for episode, match in near[:MOST_EARS]:
            other = self.sound_of(episode)
            own = own or (sound() if other is not None else None)
            if other is None or own is None:
                continue
            mine, its = self._measured_facts(facts, own), self._measured_facts(facts_of_episode(episode), other)
            if not _is_near(mine, its, Match(score=0.0)):  # a clip of a talk sounds as that talk does
                found.append((episode, _lower(match, compare(mine, its))))
                continue
            found.append((episode, with_sound(match, self._aligned(other, own))))
            if found[-1][1].verdict == "joined" and not (match.is_title_common and _is_undated(facts, episode)):
                return found[-1]
        return _surest(found)

    def _measured_facts(self, facts: Facts, file: Path) -> Facts:
        """With the length of a file in place of one that was only stated."""
        if facts.is_measured:
            return facts
        try:
            return replace(facts, duration=self.prober.probe(file).duration, is_measured=True)
        except EpisodesError:
            return facts

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

    def add(self, episode: Episode, media: tuple[Medium, ...], instead_of: tuple[Medium, ...] = ()) -> Episode:
        """Give an episode another item's media, so that listeners get one sound (core/sound.py)."""
        episode = self.catalogue.get_episode(episode.guid, show=episode.show)  # somebody may have edited it meanwhile
        gone = {medium.source for medium in instead_of}
        held = tuple(medium for medium in episode.media if medium.source not in gone)
        sounds = [medium for medium in episode.media if medium.media_key and is_cut_out(medium)]
        is_heard = any((self.feeds / media_file(episode, medium.published)).exists() for medium in sounds)
        is_heard = is_heard or self._is_transcribed(episode)
        joined = joined_media(held, media, may_replace=not is_heard)
        return self.catalogue.save_episode(replace(episode, media=joined)) if joined != episode.media else episode

    def _is_transcribed(self, episode: Episode) -> bool:
        """Whether there is a transcript, or the beginning of one, whose times are those of the main medium."""
        is_begun = episode.guid in {one.guid for one in self.catalogue.list_begun(episode.show)}
        return is_begun or self.catalogue.find_transcript(episode.guid, show=episode.show) is not None

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
            wanted = only is None or own_source(medium.source) == own_source(only)
            same = own_source(medium.source) == own_source(main.source)
            media.append(medium if same or not wanted else self._measured(medium, base, main.duration))
        if tuple(media) == episode.media:
            return episode
        current = self.catalogue.get_episode(episode.guid, show=episode.show)  # listening took a while
        found = {(medium.kind, medium.source): medium for medium in media}
        measured = tuple(found.get((medium.kind, medium.source), medium) for medium in current.media)
        return self.catalogue.save_episode(replace(current, media=measured))

    def _measured(self, medium: Medium, base: Path, length: float) -> Medium:
        """A medium with its offset; a stated length that is far from the main medium's is measured, too."""
        file = self.sound_of_linked(medium)
        if file is not None and not medium.media_key and not _is_about(medium.duration, length):
            try:
                medium = replace(medium, duration=self.prober.probe(file).duration)
            except EpisodesError:
                return medium
        found = self._aligned(base, file) if file is not None else None
        if found is None or found.confidence < SAME_SOUND / 2:
            return medium
        return replace(medium, offset=found.offset)


def _is_near(one: Facts, other: Facts, match: Match) -> bool:
    """Whether two lengths allow the same talk; where one is only stated, words may say that it is wrong."""
    are_measured = one.is_measured and other.is_measured
    if not one.duration or not other.duration or (match.score >= ASKED and not are_measured):
        return True
    shorter, longer = sorted((one.duration, other.duration))
    return longer - shorter <= max(120.0, _FAR * longer) and not (are_measured and shorter < _CLIP * longer)


def _lower(match: Match, measured: Match) -> Match:
    """What words and measured lengths say, where stated ones said more."""
    return measured if measured.score < match.score else replace(match, reasons=measured.reasons)


def _is_undated(facts: Facts, episode: Episode) -> bool:
    """Whether dates leave open which of several of one title and sound it is."""
    own = facts.published_at
    return own is None or not episode.date_is_sure or abs(own - episode.published_at) > DAYS


def _surest(found: list[tuple[Episode, Match]]) -> tuple[Episode, Match] | None:
    """The best of what was heard; two that sound the same are a question."""
    ordered = sorted(found, key=lambda pair: -pair[1].score)
    if len(ordered) > 1 and ordered[1][1].verdict == "joined":
        episode, match = ordered[0]
        reasons = (*match.reasons, f"{ordered[1][0].title!r} sounds the same")
        return episode, replace(match, score=UNSURE, reasons=reasons)
    return ordered[0] if ordered else None


def _is_settled(match: Match) -> bool:
    """Whether the words suffice: the same number, or far too little."""
    return match.score >= 0.97 or (match.score < ASKED / 4 and match.score < JOINED)


def _is_about(one: float, other: float) -> bool:
    return bool(one) and abs(one - other) <= max(60.0, 0.05 * other)


def own_source(source: Source) -> tuple[str, str]:
    """The source that a medium comes from in the end."""
    if source.provider == CUT_OUT:
        provider, _, key = source.key.partition(":")
        return provider, key
    return source.provider, source.key


def belongs_to(medium: Medium, source: Source) -> bool:
    """Whether a medium comes from a source, also as its sound."""
    return own_source(medium.source) == (source.provider, source.key)


def joined_sources(episode: Episode) -> list[Source]:
    """The sources that an episode's media come from, the first one first."""
    found: list[Source] = []
    for medium in episode.media:
        source = medium.source
        if source.provider != CUT_OUT and source not in found:
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
