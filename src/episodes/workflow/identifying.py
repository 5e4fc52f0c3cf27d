"""Finding the episode that an item of a source is: by number, by words, and by ear where those leave it open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from episodes.core.episode import Episode
from episodes.core.matching import (
    ASKED,
    DAYS,
    OTHER_SOUND,
    UNSURE,
    Facts,
    Match,
    best_match,
    compare,
    could_hold,
    facts_of_episode,
    has_like_title,
    is_same_title,
    rank,
    with_sound,
)
from episodes.core.media import Kind
from episodes.core.numbering import contradicted
from episodes.workflow.joining import Joiner

#: So many episodes are compared by ear with an item that its words leave open.
MOST_EARS = 6
#: Lengths that differ by more than this share are not compared by ear.
_FAR = 0.35
#: A common title of a day or two before or after may be the item's, whatever length is stated.
_LIKELY_COMMON = 0.4
#: Other sound speaks against a number only where both last so many seconds.
_TELLING = 60.0
#: What is shorter than this share of a talk is a clip of it, however short both are.
_CLIP = 0.4

Found = tuple[Episode, Match]


@dataclass(frozen=True, kw_only=True)
class Identifier:
    """Finds the episode of one item."""

    joiner: Joiner
    facts: Facts  #: of the item
    kind: Kind  #: what the item is taken as
    is_held: bool  #: whether the item's file is here
    sound: Callable[[], Path | None]  #: fetches the item's own sound, when it is asked for

    def find(self, episodes: list[Episode], taken: set[str]) -> Found | None:
        """The episode that the item most likely is, with the verdict.

        Episodes in `taken` have an item of the same source; they are not asked about. Those that lack the item's kind
        of medium come first.
        """
        free = [episode for episode in episodes if episode.guid not in taken]
        found = self._among([episode for episode in free if could_hold(episode, self.kind, taken)])
        if found is not None and found[1].verdict == "joined":
            return found
        held = [episode for episode in free if not could_hold(episode, self.kind, taken)]
        return self._of_same_kind(held) or found

    def _among(self, candidates: list[Episode]) -> Found | None:
        facts = contradicted(self.facts, candidates)
        best = best_match(facts, candidates)
        if best is not None and best[1].is_by_number and best[1].verdict == "joined":
            return self._by_number(facts, best, candidates)
        if best is not None and _is_settled(best[1]):
            return best
        return self._by_ear(facts, rank(facts, candidates)) or best

    def _of_same_kind(self, held: list[Episode]) -> Found | None:
        """An episode that has the item's kind of medium from another source, and is the same thing without doubt.

        Two sources of one kind often are two series, whose numbers say nothing of each other.
        """
        number = self.facts.sure_number
        candidates = [one for one in held if number is None or one.number in (None, number)]
        facts = (
            replace(self.facts, doubt="the numbers of two sources of one kind are not compared")
            if number
            else self.facts
        )
        likely = [pair for pair in rank(facts, candidates) if pair[1].score >= ASKED]
        if not likely:
            return None
        found = likely[0] if _is_settled(likely[0][1]) else self._by_ear(facts, likely) or likely[0]
        is_alike = found[1].verdict == "joined" or is_same_title(facts, facts_of_episode(found[0]))
        return found if is_alike else None

    def _by_number(self, facts: Facts, best: Found, candidates: list[Episode]) -> Found:
        """Believe the number, unless neither words nor sound do.

        Listening costs nothing more: the offset would be measured in any case.
        """
        episode, match = best
        unnumbered = replace(facts, doubt=f"number {facts.number} is {episode.title!r}, which sounds otherwise")
        is_told = has_like_title(facts, facts_of_episode(episode))
        is_measured = self.is_held or episode.main_medium is not None
        other = self.joiner.sound_of(episode) if is_measured and not is_told else None
        own = self.sound() if other is not None else None
        alignment = self.joiner.aligned(other, own) if other is not None and own is not None else None
        if alignment is None or alignment.confidence > OTHER_SOUND or min(alignment.lengths) < _TELLING:
            return best
        heard = self._by_ear(unnumbered, rank(unnumbered, [one for one in candidates if one is not episode]))
        if heard is not None and heard[1].verdict == "joined":
            return heard
        return episode, replace(match, score=UNSURE, reasons=(*match.reasons, "but the sound is not the same"))

    def _by_ear(self, facts: Facts, ranked: list[Found]) -> Found | None:
        """Compare with the likeliest ones by sound; the first that is the same decides."""
        found: list[Found] = []
        own: Path | None = None
        near = [pair for pair in ranked if _is_near(facts, facts_of_episode(pair[0]), pair[1])]
        for episode, match in near[:MOST_EARS]:
            other = self.joiner.sound_of(episode)
            own = own or (self.sound() if other is not None else None)
            if other is None or own is None:
                continue
            alignment = self.joiner.aligned(other, own)
            if alignment is not None and _is_clip(*alignment.lengths):  # it sounds as that talk does
                found.append((episode, _as_heard(match, facts, episode, *alignment.lengths)))
                continue
            found.append((episode, with_sound(match, alignment)))
            if found[-1][1].verdict == "joined" and not (match.is_title_common and _is_undated(facts, episode)):
                return found[-1]
        return _surest(found)


def _is_near(one: Facts, other: Facts, match: Match) -> bool:
    """Whether two lengths allow the same talk; where one is only stated, words may say that it is wrong."""
    are_measured = one.is_measured and other.is_measured
    least = _LIKELY_COMMON if match.is_title_common else ASKED
    if not one.duration or not other.duration or (match.score >= least and not are_measured):
        return True
    return abs(one.duration - other.duration) <= max(120.0, _FAR * max(one.duration, other.duration))


def _is_clip(one: float, other: float) -> bool:
    """Whether of two lengths, as heard, one is far too short to be the same talk."""
    shorter, longer = sorted((one, other))
    return longer - shorter > max(120.0, _FAR * longer) or shorter < _CLIP * longer


def _as_heard(match: Match, facts: Facts, episode: Episode, its: float, own: float) -> Match:
    """What words and the heard lengths say, where stated ones said more."""
    mine = replace(facts, duration=own, is_measured=True)
    measured = compare(mine, replace(facts_of_episode(episode), duration=its, is_measured=True))
    return measured if measured.score < match.score else replace(match, reasons=measured.reasons)


def _is_undated(facts: Facts, episode: Episode) -> bool:
    """Whether dates leave open which of several of one title and sound it is."""
    own = facts.published_at
    return own is None or not episode.date_is_sure or abs(own - episode.published_at) > DAYS


def _surest(found: list[Found]) -> Found | None:
    """The best of what was heard; two that sound the same are a question."""
    ordered = sorted(found, key=lambda pair: -pair[1].score)
    if len(ordered) > 1 and ordered[1][1].verdict == "joined":
        episode, match = ordered[0]
        reasons = (*match.reasons, f"{ordered[1][0].title!r} sounds the same")
        return episode, replace(match, score=UNSURE, reasons=reasons)
    return ordered[0] if ordered else None


def _is_settled(match: Match) -> bool:
    """Whether the words suffice: all alike, or far too little."""
    return match.score >= 0.97 or match.score < ASKED / 4
