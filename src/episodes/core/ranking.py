"""The episodes that an item may be, found without comparing it with all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from heapq import heapify, heappop, heappush
from itertools import chain

from episodes.core.episode import Episode
from episodes.core.facts import Facts, facts_of_episode
from episodes.core.likeness import Title, alike, by_words, most_alike, most_alike_in_order, title_of
from episodes.core.matching import ASKED, DAYS, JOINED, LENGTH_ROOM, LENGTH_SHARE, UNSURE, Match, compare, most_score

Ranked = tuple[Episode, Match]
Allowed = Callable[[Episode], bool]

#: Scores are rounded to three places: a bound is never below what it bounds.
_MARGIN = 0.001
#: Titles from here on are alike; above the second they are the same.
_ALIKE, _SAME = 0.8, 0.9
#: A common title of a day or two before or after may be the item's, whatever length is stated.
_LIKELY_COMMON = 0.4
#: The same title makes less than this, where both days and lengths speak against it.
_ONLY_TITLE = 0.59
#: From so many days apart on, dates are worth nothing.
FARTHEST_DAYS = 4 * DAYS.days + 1


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
        self._near = _Near()
        for episode in episodes:
            self.keep(episode)

    def keep(self, episode: Episode) -> None:
        """Add an episode, or take note that it has changed."""
        old = self._entries.get(episode.guid)
        if old is not None:
            if old.episode == episode:
                return
            del self._by_number[old.facts.sure_number][episode.guid]
            self._near.remove(old)
        facts = facts_of_episode(episode)
        place = len(self._entries) if old is None else old.place
        entry = Entry(place=place, episode=episode, facts=facts, title=title_of(episode.title))
        self._entries[episode.guid] = entry
        self._by_number.setdefault(facts.sure_number, {})[episode.guid] = entry
        self._near.add(entry)

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

    def _of_number(self, number: int | None) -> Collection[Entry]:
        return self._by_number.get(number, {}).values()

    def _candidates(self, facts: Facts, among: Collection[Entry] | None = None) -> Collection[Entry]:
        """What is not of another number; those without a number only `among` others, if these are given."""
        number = facts.sure_number
        if number is None:
            return self._entries.values() if among is None else among
        unnumbered = self._of_number(None)
        if among is not None and len(among) < len(unnumbered):
            unnumbered = [one for one in among if one.facts.sure_number is None]
        return (*self._of_number(number), *unnumbered)

    def _scored(self, facts: Facts, allowed: Allowed, bar: float) -> Iterator[Ranked]:
        """Episodes that are not vetoed and reach a bar, best first, of equal ones the first."""
        title = title_of(facts.title)
        near = self._near.by_day_or_length(facts) if bar >= _ONLY_TITLE else None
        candidates = self._candidates(facts, near)
        waiting = [
            (-most, one.place, one)
            for one in candidates
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
        candidates = self._candidates(facts, self._near.by_anything(facts, title))
        ordered = [
            (-most_score(facts, one.facts, by_words(title, one.title)), one.place, one)
            for one in candidates
            if is_near(facts, one.facts)
        ]
        heapify(ordered)
        passed = {one.place for one in candidates}
        others = (one for one in self._candidates(facts) if one.place not in passed and is_near(facts, one.facts))
        for entry in chain((heappop(ordered)[2] for _ in range(len(ordered))), others):  # of the others nothing tells
            if allowed(entry.episode):
                match = compare(facts, entry.facts)
                if not match.is_vetoed:
                    yield entry.episode, match


class _Near:
    """Entries by day, by minute of their length, and by the words of their titles; None holds what tells nothing."""

    def __init__(self) -> None:
        self._days: dict[int | None, dict[int, Entry]] = {}
        self._minutes: dict[int | None, dict[int, Entry]] = {}
        self._words: dict[str, dict[int, Entry]] = {}

    def add(self, entry: Entry) -> None:
        self._days.setdefault(_day(entry.facts), {})[entry.place] = entry
        self._minutes.setdefault(_minute(entry.facts), {})[entry.place] = entry
        for word in entry.title.words:
            self._words.setdefault(word, {})[entry.place] = entry

    def remove(self, entry: Entry) -> None:
        del self._days[_day(entry.facts)][entry.place]
        del self._minutes[_minute(entry.facts)][entry.place]
        for word in entry.title.words:
            del self._words[word][entry.place]

    def by_day_or_length(self, facts: Facts) -> Collection[Entry] | None:
        """All but those whose days and lengths both speak against them; None where an item has not both."""
        day, length = _day(facts), facts.duration
        if day is None or not length:
            return None
        found = dict(self._days.get(None, {})) | self._minutes.get(None, {})
        for one in range(day - FARTHEST_DAYS, day + FARTHEST_DAYS + 1):
            found |= self._days.get(one, {})
        room = 2 * LENGTH_ROOM, 1 - 2 * LENGTH_SHARE
        shortest, longest = min(length - room[0], length * room[1]), max(length + room[0], length / room[1])
        for one in range(int(shortest // 60), int(longest // 60) + 1):
            found |= self._minutes.get(one, {})
        return found.values()

    def by_anything(self, facts: Facts, title: Title) -> Collection[Entry] | None:
        """The same, with those that have a word of the title."""
        near = self.by_day_or_length(facts)
        if near is None:
            return None
        found = {one.place: one for one in near}
        for word in title.words:
            found |= self._words.get(word, {})
        return found.values()


def _day(facts: Facts) -> int | None:
    return facts.published_at.astimezone(UTC).toordinal() if facts.published_at is not None else None


def _minute(facts: Facts) -> int | None:
    return int(facts.duration // 60) if facts.duration else None
