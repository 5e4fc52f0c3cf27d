"""Finding the episode that an item of a source is: by number, by words, and by ear where those leave it open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from itertools import chain, islice, takewhile
from pathlib import Path

from episodes.core.episode import Episode
from episodes.core.facts import Facts, facts_of_episode
from episodes.core.matching import (
    ASKED,
    DAYS,
    OTHER_SOUND,
    UNSURE,
    Match,
    compare,
    could_hold,
    has_like_title,
    is_same_title,
    with_sound,
)
from episodes.core.media import Kind
from episodes.core.ranking import Allowed, Lineup, least_likely
from episodes.workflow.joining import Joiner

#: So many episodes are compared by ear with an item that its words leave open.
MOST_EARS = 6
#: Lengths that differ by more than this share are not compared by ear.
_FAR = 0.35
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

    def find(self, lineup: Lineup, taken: Collection[str]) -> Found | None:
        """The episode that the item most likely is, with the verdict.

        Episodes in `taken` have an item of the same source; they are not asked about. Those that lack the item's kind
        of medium come first.
        """
        found = self.find_lacking(lineup, taken)
        if found is not None and found[1].verdict == "joined":
            return found
        same = self._of_same_kind(lineup, taken)
        if found is None or same is None or same[1].verdict == "joined":
            return same or found
        return max(found, same, key=lambda pair: pair[1].score)

    def find_lacking(self, lineup: Lineup, taken: Collection[str]) -> Found | None:
        """The same, only of those that lack the item's kind of medium."""
        return self._among(lineup, lambda episode: could_hold(episode, self.kind, taken))

    def _among(self, lineup: Lineup, allowed: Allowed) -> Found | None:
        facts = lineup.contradicted(self.facts, allowed)
        ranked = lineup.rank_for_ear(facts, allowed, _are_near)
        best = next(ranked, None)
        if best is None:
            return None
        if best[1].is_by_number and best[1].verdict == "joined":
            return self._by_number(facts, best, lineup, allowed)
        return best if _is_settled(best[1]) else self._by_ear(facts, chain([best], ranked)) or best

    def _of_same_kind(self, lineup: Lineup, taken: Collection[str]) -> Found | None:
        """An episode that has the item's kind of medium from another source, and is the same thing without doubt.

        Two sources of one kind often are two series, whose numbers say nothing of each other.
        """
        number = self.facts.sure_number
        facts = (
            replace(self.facts, doubt="the numbers of two sources of one kind are not compared")
            if number
            else self.facts
        )

        def allowed(episode: Episode) -> bool:
            is_held = episode.guid not in taken and not could_hold(episode, self.kind, taken)
            return is_held and (number is None or episode.number in (None, number))

        ranked = lineup.rank(facts, allowed)
        best = next(ranked, None)
        if best is None or best[1].score < ASKED:
            return None
        likely = takewhile(lambda pair: pair[1].score >= ASKED, chain([best], ranked))
        found = best if _is_settled(best[1]) else self._by_ear(facts, likely) or best
        is_alike = found[1].verdict == "joined" or is_same_title(facts, facts_of_episode(found[0]))
        return found if is_alike else None

    def _by_number(self, facts: Facts, best: Found, lineup: Lineup, allowed: Allowed) -> Found:
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
        others = lineup.rank_for_ear(unnumbered, lambda one: one.guid != episode.guid and allowed(one), _are_near)
        heard = self._by_ear(unnumbered, others)
        if heard is not None and heard[1].verdict == "joined":
            return heard
        return episode, replace(match, score=UNSURE, reasons=(*match.reasons, "but the sound is not the same"))

    def _by_ear(self, facts: Facts, ranked: Iterable[Found]) -> Found | None:
        """Compare with the likeliest ones by sound; the first that is the same decides."""
        found: list[Found] = []
        own: Path | None = None
        near = (pair for pair in ranked if _is_near(facts, facts_of_episode(pair[0]), pair[1]))
        for episode, match in islice(near, MOST_EARS):
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
    is_stated = not (one.is_measured and other.is_measured)
    return (match.score >= least_likely(one) and is_stated) or _are_near(one, other)


def _are_near(one: Facts, other: Facts) -> bool:
    """Whether two lengths are near enough for one talk in two edits, as far as they are known."""
    if not one.duration or not other.duration:
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
