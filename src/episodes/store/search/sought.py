"""What is really looked for: each thing that was typed, in all the ways it may be written in the catalogue."""

from __future__ import annotations

import heapq
from math import log
from typing import NamedTuple

from episodes.core.forms import number_in_figures, number_in_words, swapped
from episodes.core.query import Concept, Query, Wording
from episodes.core.words import LONGEST, is_unspaced
from episodes.store.search.passages import OVERLAP
from episodes.store.search.stemming import Stemming
from episodes.store.search.vocabulary import Vocabulary

EXACT, SAME, JOINED, FORM, NEAR = 1.0, 0.95, 0.95, 0.85, 0.7
#: Words with a beginning that are asked for one by one. FTS5 brings the rows of all words that begin so together before
#: it tells the first; of a few words it tells the newest at once, of many it takes longer.
FEW_BEGINNINGS = 12


class Way(NamedTuple):
    """One way that a thing is written: words in a row, and how good it is that they are found."""

    terms: tuple[str, ...]
    weight: float = EXACT
    prefix: bool = False
    episodes: frozenset[int] | None = None  #: where it counts; None = everywhere
    begun: tuple[str, ...] = ()  #: the commonest words that begin so
    begun_are_all: bool = False

    @property
    def expression(self) -> str:
        """The way in FTS5's query language; made of folded words only, which hold no quote."""
        if self.begun_are_all:
            return self.expression_of_commonest
        # A passage repeats the first words of its neighbour: longer rows of words are certain to lie whole in one
        # passage only up to that length, and are looked at in the text afterwards.
        words = " ".join(self.terms[: OVERLAP + 1])
        return f'"{words}"' + ("*" if self.prefix and len(self.terms) <= OVERLAP + 1 else "")

    @property
    def expression_of_commonest(self) -> str:
        """Of a beginning, its commonest words alone."""
        return " OR ".join(f'"{word}"' for word in self.begun)


class Sought:
    """One thing that is looked for, as it was typed and in all the ways it is written."""

    def __init__(self, typed: str, ways: list[Way], *, plain: bool = True, required: bool = False) -> None:
        self.typed, self.ways = typed, ways
        self.plain = plain  #: a single word, which may be misspelt
        self.required = required  #: in quotes
        self.rows = 0  #: passages that hold it, at most
        self.weight = 0.0  #: how much it tells: the rarer the more
        self.corrected: dict[str, str] = {}  #: as found -> as typed

    @property
    def expression(self) -> str:
        """All ways that count everywhere."""
        return expression_of([way for way in self.ways if way.episodes is None])


def expression_of(ways: list[Way]) -> str:
    """Any of these ways, in FTS5's query language."""
    return "(" + " OR ".join(dict.fromkeys(way.expression for way in ways)) + ")"


def sought_in(query: Query, vocabulary: Vocabulary, *, stemming: Stemming, passages: int) -> list[Sought]:
    """Find out how the things of a query are written in the catalogue."""
    found = [_of(concept, vocabulary, stemming) for concept in query.concepts]
    _join_neighbours(query.concepts, found, vocabulary)
    _read_numbers(query.concepts, found, vocabulary)
    for sought in found:
        weigh(sought, vocabulary, passages)
        if sought.plain and not any(way.weight >= JOINED and vocabulary.holds(way.terms) for way in sought.ways):
            add_similar(sought, vocabulary, passages)
    return found


def weigh(sought: Sought, vocabulary: Vocabulary, passages: int) -> None:
    """Estimate how common a thing is, and what finding it tells (BM25's inverse document frequency)."""
    exact = [way for way in sought.ways if way.weight >= FORM] or sought.ways
    sought.rows = min(passages, sum(_rows(way, vocabulary) for way in exact))
    sought.weight = log(1 + (passages - sought.rows + 0.5) / (sought.rows + 0.5))


def _rows(way: Way, vocabulary: Vocabulary) -> int:
    if way.prefix:
        whole = [vocabulary.rows(term) for term in way.terms[:-1]]
        return min([*whole, sum(rows for _, rows in vocabulary.starting(way.terms[-1]))])
    rows = [vocabulary.rows(term) for term in way.terms]
    return min(rows) // (1 if len(rows) == 1 else 2)


def _of(concept: Concept, vocabulary: Vocabulary, stemming: Stemming) -> Sought:
    ways: list[Way] = []
    for wording in concept.wordings:
        ways.append(_as_typed(wording, vocabulary))
        if not wording.quoted and not wording.prefix:
            ways += _other_ways(wording, vocabulary, stemming)
    ways = _without_doubles(ways)
    quoted = all(wording.quoted for wording in concept.wordings)
    plain = concept.is_plain and len(concept.wordings[0].terms) == 1
    return Sought(concept.typed, ways, plain=plain, required=quoted)


def _as_typed(wording: Wording, vocabulary: Vocabulary) -> Way:
    if not wording.prefix or len(wording.terms) > 1:
        return Way(wording.terms, prefix=wording.prefix)
    words = vocabulary.starting(wording.terms[0])
    commonest = heapq.nsmallest(FEW_BEGINNINGS, words, key=lambda word: (-word[1], word[0]))
    begun = tuple(term for term, _ in commonest)
    return Way(wording.terms, prefix=True, begun=begun, begun_are_all=0 < len(words) <= FEW_BEGINNINGS)


def _without_doubles(ways: list[Way]) -> list[Way]:
    """The first of each way; a form that two languages share counts in the episodes of both."""
    found: dict[tuple[str, ...], Way] = {}
    for way in ways:
        held = found.setdefault(way.terms, way)
        if held.episodes is not None:
            both = None if way.episodes is None else held.episodes | way.episodes
            found[way.terms] = held._replace(episodes=both)
    return list(found.values())


def _other_ways(wording: Wording, vocabulary: Vocabulary, stemming: Stemming) -> list[Way]:
    if len(wording.terms) > 1:
        joined = "".join(wording.terms)
        is_word = not any(map(is_unspaced, wording.terms)) and vocabulary.rows(joined)
        return [Way((joined,), JOINED)] if is_word else []
    (term,) = wording.terms
    ways = [Way((other,), SAME) for other in swapped(term) if vocabulary.rows(other)]
    if spoken := number_in_words(term):
        ways.append(Way(tuple(spoken), SAME))
    if figures := number_in_figures([term]):
        ways.append(Way((figures,), SAME))
    for language, episodes in stemming.items():
        ways += [Way((form,), FORM, episodes=episodes) for form in vocabulary.forms(term, language)]
    if len(term) <= LONGEST and vocabulary.rows(term) < 3 and term.isalpha():
        ways += _split(term, vocabulary)
    return ways


def _split(term: str, vocabulary: Vocabulary) -> list[Way]:
    """`opensource` is found where `open source` is said; of all ways to cut it, the commonest words are taken."""
    pairs = [(term[:cut], term[cut:]) for cut in range(1, len(term) - 1)]
    known = [(min(vocabulary.rows(a), vocabulary.rows(b)), a, b) for a, b in pairs if vocabulary.holds((a, b))]
    commonest = [(a, b) for _, a, b in sorted(known, reverse=True)[:3]]
    return [Way(pair, JOINED) for pair in commonest if vocabulary.are_said(pair)]


def _join_neighbours(concepts: tuple[Concept, ...], found: list[Sought], vocabulary: Vocabulary) -> None:
    """`web rtc` is found where `WebRTC` is written."""
    for left, right in zip(range(len(found)), range(1, len(found)), strict=False):
        if found[left].plain and found[right].plain:
            terms = [concepts[number].wordings[0].terms[0] for number in (left, right)]
            joined = "".join(terms)
            rarer = min(vocabulary.rows(term) for term in terms)
            # `away` is not what `a way` means: words that are commoner apart stay apart.
            if all(len(term) > 1 for term in terms) and vocabulary.rows(joined) > rarer / 5:
                for sought in (found[left], found[right]):
                    sought.ways.append(Way((joined,), JOINED))


def _read_numbers(concepts: tuple[Concept, ...], found: list[Sought], vocabulary: Vocabulary) -> None:
    """`twenty one` is found where `21` is written."""
    words = [concept.wordings[0].terms[0] if concept.is_plain else "" for concept in concepts]
    for first in range(len(words)):
        for last in range(min(len(words), first + 6), first + 1, -1):
            figures = number_in_figures(words[first:last])
            if figures and vocabulary.rows(figures):
                for sought in found[first:last]:
                    sought.ways.append(Way((figures,), SAME))
                break


def add_similar(sought: Sought, vocabulary: Vocabulary, passages: int) -> bool:
    """Let words stand in for one that may be misspelt or misheard; tells whether there are any."""
    term = sought.ways[0].terms[0]
    known = {way.terms for way in sought.ways}
    others = [(other, near) for other, near in vocabulary.similar(term) if (other,) not in known]
    for other, near in others:
        sought.ways.append(Way((other,), NEAR * near))
        sought.corrected[other] = term
    if others and sought.rows == 0:  # an unknown word tells as much as the likeliest that it stands for
        likeliest = Sought(sought.typed, [Way((others[0][0],))])
        weigh(likeliest, vocabulary, passages)
        sought.rows, sought.weight = likeliest.rows, likeliest.weight
    return bool(others)
