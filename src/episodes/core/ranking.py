"""The episodes that an item may be, found without comparing it with all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from episodes.core.episode import Episode
from episodes.core.likeness import Title, alike, by_words, most_alike, most_alike_in_order, title_of
from episodes.core.matching import ASKED, JOINED, UNSURE, Facts, Match, compare, facts_of_episode, most_score

Ranked = tuple[Episode, Match]
Allowed = Callable[[Episode], bool]

#: Scores are rounded to three places: a bound is never below what it bounds.
_MARGIN = 0.001
#: Titles from here on are alike; above the second they are the same.
_ALIKE, _SAME = 0.8, 0.9
#: A common title of a day or two before or after may be the item's, whatever length is stated.
_LIKELY_COMMON = 0.4


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An episode as it is compared."""

    place: int  #: in the order in which episodes came
    episode: Episode
    facts: Facts
    title: Title


def least_likely(facts: Facts) -> float:
    """The score from which on words, days and lengths say that an item may be an episode.

    Of one title that all have, a day or two before or after may be the item's.
    """
    return _LIKELY_COMMON if facts.is_title_common else ASKED


def everyone(_: Episode) -> bool:
    return True


class Lineup:
    """The episodes of a show, each with its facts read once, and by number.

    What is asked of it is the same as if each episode were compared (`compare`): those of another number are passed
    over, and of the others only those are compared whose titles, days and lengths allow a better score than what was
    found already.
    """

    def __init__(self, episodes: Iterable[Episode] = ()) -> None:
        self._entries: dict[str, Entry] = {}
        self._by_number: dict[int | None, dict[str, Entry]] = {}
        for episode in episodes:
            self.keep(episode)

    def keep(self, episode: Episode) -> None:
        """Add an episode, or take note that it has changed."""
        old = self._entries.get(episode.guid)
        if old is not None:
            if old.episode == episode:
                return
            del self._by_number[old.facts.sure_number][episode.guid]
        facts = facts_of_episode(episode)
        place = len(self._entries) if old is None else old.place
        entry = Entry(place=place, episode=episode, facts=facts, title=title_of(episode.title))
        self._entries[episode.guid] = entry
        self._by_number.setdefault(facts.sure_number, {})[episode.guid] = entry

    def rank(self, facts: Facts, allowed: Allowed = everyone) -> Iterator[Ranked]:
        """Episodes that an item is likely to be, best first; two that are as likely are a question, no answer."""
        scored = self._scored(facts, allowed, least_likely(facts))
        sure: list[Ranked] = []
        rest: list[Ranked] = []
        for pair in scored:
            if pair[1].score < JOINED:
                rest.append(pair)
                break
            sure.append(pair)
        for episode, match in sure:
            if len(sure) > 1:
                reason = f"{sure[sure[0][0] is episode][0].title!r} is as likely"
                match = Match(score=UNSURE, reasons=(*match.reasons, reason))
            yield episode, match
        yield from rest
        yield from scored

    def rank_for_ear(self, facts: Facts, allowed: Allowed, is_near: Callable[[Facts, Facts], bool]) -> Iterator[Ranked]:
        """The same, and behind them those that only the ear could find: whose lengths are near enough.

        Of these, what days, lengths and whole words say comes first: titles of other words have as many letters in
        common by chance as not.
        """
        found = set()
        for episode, match in self.rank(facts, allowed):
            found.add(episode.guid)
            yield episode, match
        yield from self._unlikely(facts, lambda one: one.guid not in found and allowed(one), is_near)

    def likely(self, facts: Facts) -> Iterator[Ranked]:
        """Episodes that a person may be asked about, or more, best first."""
        return self._scored(facts, everyone, ASKED)

    def contradicted(self, facts: Facts, allowed: Allowed = everyone) -> Facts:
        """An item whose words name another episode than its number does; a person is to say which is right.

        It needs an episode of its number that is quite another thing, and one of another number that is the same thing.
        """
        number, title = facts.sure_number, title_of(facts.title)
        same = [one for one in self._of_number(number) if allowed(one.episode)] if number is not None else []
        if not same or facts.is_title_common or any(alike(title, one.title) >= _ALIKE for one in same):
            return facts
        doubted = replace(facts, doubt=f"its number {number} is that of another episode")
        for one in self._entries.values():
            if one.facts.sure_number in (None, number) or most_alike(title, one.title) <= _SAME:
                continue
            if alike(title, one.title) > _SAME and compare(doubted, one.facts).score >= JOINED and allowed(one.episode):
                return replace(doubted, is_contradicted=True)
        return facts

    def _of_number(self, number: int | None) -> Iterable[Entry]:
        return self._by_number.get(number, {}).values()

    def _candidates(self, facts: Facts) -> Iterable[Entry]:
        """What is not of another number."""
        number = facts.sure_number
        if number is None:
            return self._entries.values()
        return (*self._of_number(number), *self._of_number(None))

    def _scored(self, facts: Facts, allowed: Allowed, bar: float) -> Iterator[Ranked]:
        """Episodes that are not vetoed and reach a bar, best first, of equal ones the first."""
        title = title_of(facts.title)
        waiting = [
            (-most, one.place, one)
            for one in self._candidates(facts)
            if (most := most_score(facts, one.facts, most_alike(title, one.title))) >= bar - _MARGIN
        ]
        heapify(waiting)
        found: list[tuple[float, int, Ranked]] = []
        while waiting or found:
            if waiting and (not found or found[0][0] >= waiting[0][0] - _MARGIN):
                _, place, entry = heappop(waiting)
                closer = most_score(facts, entry.facts, most_alike_in_order(title, entry.title))
                if closer >= bar - _MARGIN and allowed(entry.episode):
                    match = compare(facts, entry.facts)
                    if match.score >= bar and not match.is_vetoed:
                        heappush(found, (-match.score, place, (entry.episode, match)))
            else:
                yield heappop(found)[2]

    def _unlikely(self, facts: Facts, allowed: Allowed, is_near: Callable[[Facts, Facts], bool]) -> Iterator[Ranked]:
        """Episodes that the ear alone could find, by what days, lengths and whole words say."""
        title = title_of(facts.title)
        ordered = [
            (-most_score(facts, one.facts, by_words(title, one.title)), one.place, one)
            for one in self._candidates(facts)
            if is_near(facts, one.facts)
        ]
        heapify(ordered)
        while ordered:
            _, _, entry = heappop(ordered)
            if allowed(entry.episode):
                match = compare(facts, entry.facts)
                if not match.is_vetoed:
                    yield entry.episode, match
