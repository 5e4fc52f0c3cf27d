"""Reading the promising passages: where exactly the words stand closest together."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import compress, islice
from operator import attrgetter
from typing import NamedTuple

from episodes.core.words import terms
from episodes.store.search.evidence import telling
from episodes.store.search.sought import Sought, Way

#: Words that are taken in at one glance.
GLANCE = 40


class Line(NamedTuple):
    """A piece of text with who says it: a segment, or a line of the notes."""

    position: int
    text: str
    speaker: str = ""
    start: float | None = None
    end: float | None = None


class Page:
    """Lines with their words, read once."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.words: list[str] = []
        self._ends: list[int] = []  #: for each line: words up to its end
        for line in lines:
            self.words += terms(line.text)
            self._ends.append(len(self.words))

    def line_of(self, word: int) -> int:
        """The number of the line that a word is in."""
        return min(bisect_right(self._ends, word), len(self.lines) - 1)

    def begin(self, line: int) -> int:
        """The first word of a line."""
        return self._ends[line - 1] if line else 0

    def around(self, first: int, last: int, *, lines: int) -> range:
        """Numbers of the lines between two words, and of so many on either side that the same people say."""
        begin, end = self.line_of(first), self.line_of(last)
        start, stop = begin, end + 1
        while start > max(0, begin - lines) and self.lines[start - 1].speaker == self.lines[begin].speaker:
            start -= 1
        while stop < min(len(self.lines), end + lines + 1) and self.lines[stop].speaker == self.lines[end].speaker:
            stop += 1
        return range(start, stop)

    def stretch(self, first: int, last: int) -> range:
        """Positions of the lines between two words."""
        return range(self.lines[self.line_of(first)].position, self.lines[self.line_of(last)].position + 1)


class Match(NamedTuple):
    """A thing that is looked for, found at a word."""

    word: int  #: counted from the first line
    thing: int
    weight: float
    way: Way
    spoken: bool = True  #: False: the speaker's name matches, not what is said


class Spot(NamedTuple):
    """The best place of a passage."""

    score: float
    first: int  #: the word it begins at
    last: int
    held: dict[int, Match]  #: for each thing its best match at this place


class Matcher:
    """Finds all ways of all things in running words."""

    def __init__(self, sought: list[Sought]) -> None:
        self._sought = sought
        self._by_first: dict[str, list[tuple[int, Way]]] = defaultdict(list)
        self._prefixes: list[tuple[int, Way]] = []
        self._named: dict[str, list[tuple[int, Way]]] = {}
        for thing, one in enumerate(sought):
            for way in sorted(one.ways, key=lambda way: -way.weight):
                if way.prefix and len(way.terms) == 1:
                    self._prefixes.append((thing, way))
                else:
                    self._by_first[way.terms[0]].append((thing, way))

    def matches(self, words: list[str]) -> list[Match]:
        found = [
            Match(at, thing, way.weight, way)
            for at in compress(range(len(words)), map(self._by_first.__contains__, words))
            for thing, way in self._by_first[words[at]]
            if len(way.terms) == 1 or _goes_on(way, words, at)
        ]
        for thing, way in self._prefixes:
            begun = way.terms[0]
            found += [Match(at, thing, way.weight, way) for at, word in enumerate(words) if word.startswith(begun)]
        return found

    def names(self, speaker: str) -> list[tuple[int, Way]]:
        """Things that are the speaker's name."""
        if speaker not in self._named:
            found = [pair for word in terms(speaker) for pair in self._by_first.get(word, ())]
            self._named[speaker] = [(thing, way) for thing, way in found if len(way.terms) == 1]
        return self._named[speaker]


def _goes_on(way: Way, words: list[str], at: int) -> bool:
    there = words[at : at + len(way.terms)]
    if way.prefix:
        return (
            there[:-1] == list(way.terms[:-1]) and len(there) == len(way.terms) and there[-1].startswith(way.terms[-1])
        )
    return there == list(way.terms)


class Glass:
    """Looks at lines for the spot that holds most of what is looked for, closest together."""

    def __init__(self, sought: list[Sought], *, by_any: bool = False) -> None:
        """With `by_any` a spot may also be of words that tell little."""
        self._sought = sought
        self._matcher = Matcher(sought)
        self._telling = telling(sought)
        self._anchors = set(range(len(sought))) if by_any else self._telling
        self._is_limited = any(way.episodes is not None for one in sought for way in one.ways)
        self.whole = sum(one.weight for one in sought) or 1.0

    def is_telling(self, thing: int) -> bool:
        """Whether a thing says more than `the` or `so` beside the others."""
        return thing in self._telling

    def missing(self, spot: Spot) -> list[int]:
        """Things that are not at a spot though they tell something."""
        return [thing for thing in range(len(self._sought)) if thing not in spot.held and self.is_telling(thing)]

    def matches(self, words: list[str], episode: int) -> list[Match]:
        """All that is found in running words of an episode."""
        found = self._matcher.matches(words)
        if not self._is_limited:
            return found
        return [match for match in found if match.way.episodes is None or episode in match.way.episodes]

    def _matches_with_names(self, page: Page, episode: int) -> list[Match]:
        speakers = {line.speaker for line in page.lines}
        names = {speaker: found for speaker in speakers if (found := self._matcher.names(speaker))}
        named = [
            Match(page.begin(number), thing, 0.6 * way.weight, way, spoken=False)
            for number, line in enumerate(page.lines)
            if line.speaker in names and page.begin(number) < page.begin(number + 1)  # who says "..." says nothing
            for thing, way in names[line.speaker]
        ]
        return sorted(named + self.matches(page.words, episode), key=attrgetter("word"))

    def spots(self, page: Page, episode: int) -> list[Spot]:
        """The best spots that do not overlap, best first."""
        matches = self._matches_with_names(page, episode)
        anchors = [match for match in matches if match.thing in self._anchors]
        followers = self._followers(matches)
        spots = [self._spot(anchors, start, followers) for start in range(len(anchors))]
        taken: list[Spot] = []
        for spot in sorted(spots, key=lambda spot: (-spot.score, spot.last - spot.first)):
            if all(spot.first > other.last or spot.last < other.first for other in taken):
                taken.append(spot)
            if len(taken) == 3:
                break
        return taken

    def _followers(self, matches: list[Match]) -> dict[int, float]:
        """What it adds that the next thing of the query stands right behind a word."""
        at: dict[int, set[int]] = defaultdict(set)
        for match in matches:
            if match.spoken:
                at[match.word].add(match.thing)
        worth: dict[int, float] = {}
        for match in matches:
            behind = match.word + len(match.way.terms)
            for step, share in ((0, 1.0), (1, 0.5)):
                if match.spoken and match.thing + 1 in at.get(behind + step, ()):
                    two = self._sought[match.thing].weight + self._sought[match.thing + 1].weight
                    worth[match.word] = max(worth.get(match.word, 0.0), 0.15 * two * share)
        return worth

    def _spot(self, matches: list[Match], start: int, followers: dict[int, float]) -> Spot:
        first = matches[start].word
        held: dict[int, Match] = {}
        order: dict[int, float] = {}
        last = first
        for match in islice(matches, start, None):
            word, thing = match.word, match.thing
            if word > first + GLANCE:
                break
            best = held.get(thing)
            if best is None or match.weight > best.weight:
                held[thing] = match
                last = word
            if followers.get(word, 0.0) > order.get(thing, 0.0):
                order[thing] = followers[word]
        score = sum(self._sought[thing].weight * match.weight for thing, match in held.items()) + sum(order.values())
        return Spot(score - 0.002 * (last - first), first, last, held)
