"""How alike two titles are, and what in them says that two talks are different all the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from episodes.core.reference import fold

_MARKS = re.compile(r"\b(?:video|audio|podcast|episode|folge|ep|full|official|hd|4k|show|interview|part)\b")
_PART_WORD = "(?:part|pt|teil|partie|parte|deel|del)"
_SPELLED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_WHICH = rf"(?:(\d{{1,2}})|({'|'.join(_ROMAN)})|({'|'.join(_SPELLED)}))"
#: "Part 2", "Teil II", "(2/3)", "2 of 3".
_PART = re.compile(rf"\b{_PART_WORD}\.? ?{_WHICH}\b|[(\[](\d{{1,2}}) ?(?:/|of|von|de) ?\d{{1,2}}[)\]]", re.IGNORECASE)
#: "The rye field II", "The rye field 2".
_LAST = re.compile(rf"\b(?:({'|'.join(_ROMAN[:-1]).upper()})|([2-9]))\W*$")
#: Titles whose digits differ are this much alike at most: "Top 10 of May", "Top 10 of June 5".
_OTHER_DIGITS = 0.5
#: What the same letters are worth when words stand in another order.
_REORDERED = 0.95
#: Letters are marked in so many places, each with room for so many of a kind.
_PLACES, _ROOM = 96, 24


def similarity(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1: by their words in any order, and by their letters.

    >>> similarity("The Day After in Syria (Video)", "Syria: the day after") > 0.8
    True
    >>> similarity("The Day After in Syria", "What the central banks want") < 0.4
    True
    >>> similarity("News of 12 May 2024", "News of 19 May 2024")
    0.5
    """
    return alike(title_of(one), title_of(other))


@dataclass(frozen=True)
class Title:
    """What of a title is compared; made once of each (`title_of`)."""

    bare: str
    words: tuple[str, ...]  #: in order of letters, each once
    in_order: str  #: these, with spaces between them
    size: int  #: letters of the words
    digits: frozenset[int]
    letters: int  #: of the title, as a mark for each that there is; what two titles share has the marks of both
    word_letters: int  #: the same of the words, each once


@lru_cache(maxsize=20_000)
def title_of(text: str) -> Title:
    plain = bare(text)
    words = tuple(sorted(set(plain.split())))
    in_order = " ".join(words)
    return Title(
        bare=plain,
        words=words,
        in_order=in_order,
        size=sum(map(len, words)),
        digits=frozenset(map(int, re.findall(r"\d{1,9}", plain))),
        letters=_marks(plain),
        word_letters=_marks(in_order),
    )


def alike(a: Title, b: Title) -> float:
    """How alike two titles are, 0 to 1, as `similarity` has it."""
    if not a.bare or not b.bare:
        return 0.0
    if a.bare == b.bare:
        return 1.0
    letters = SequenceMatcher(None, a.bare, b.bare, autojunk=False).ratio()
    in_order = SequenceMatcher(None, a.in_order, b.in_order, autojunk=False).ratio()
    found = max(letters, in_order * _REORDERED, by_words(a, b))
    return min(found, _OTHER_DIGITS) if _digits_differ(a, b) else found


def most_alike(a: Title, b: Title) -> float:
    """What `alike` cannot exceed: as if the same letters stood in the same order. It takes a fiftieth of the time."""
    letters, word_letters = (a.letters & b.letters).bit_count(), (a.word_letters & b.word_letters).bit_count()
    return _at_most(a, b, letters, word_letters)


def most_alike_in_order(a: Title, b: Title) -> float:
    """The same, and closer: no more letters are in common than stand in one order in both. It takes a tenth."""
    return _at_most(a, b, _in_one_order(a.bare, b.bare), _in_one_order(a.in_order, b.in_order))


def _at_most(a: Title, b: Title, letters: int, word_letters: int) -> float:
    """How alike two titles are at most that have so many letters in common."""
    if not a.bare or not b.bare:
        return 0.0
    if a.bare == b.bare:
        return 1.0
    as_written = 2 * letters / (len(a.bare) + len(b.bare))
    in_order = 2 * word_letters / (len(a.in_order) + len(b.in_order))
    found = max(as_written, in_order * _REORDERED, by_words(a, b))
    return min(found, _OTHER_DIGITS) if _digits_differ(a, b) else found


@lru_cache(maxsize=20_000)
def _places_of(text: str) -> dict[str, int]:
    """Where each letter stands, as bits."""
    found: dict[str, int] = {}
    for place, letter in enumerate(text):
        found[letter] = found.get(letter, 0) | 1 << place
    return found


def _in_one_order(one: str, other: str) -> int:
    """The length of the longest common subsequence, by Hyyrö's bits: a step for each letter of the other.

    >>> _in_one_order("rye field", "field rye"), _in_one_order("rye", "bread")
    (5, 2)
    """
    places, every = _places_of(one), (1 << len(one)) - 1
    left = every
    for letter in other:
        met = left & places.get(letter, 0)
        left = ((left + met) | (left - met)) & every
    return len(one) - left.bit_count()


def by_words(a: Title, b: Title) -> float:
    """How alike two titles are by whole words, in any order, 0 to 1."""
    shared = set(a.words).intersection(b.words)
    if not shared:
        return 0.0
    size = sum(map(len, shared))
    weight = size * 2 / max(1, a.size + b.size)
    contained = size / max(1, min(a.size, b.size))
    return max(weight, contained * 0.9 if len(shared) >= 3 else 0.0)


def _marks(text: str) -> int:
    """A number with a bit for each letter of a text: for its first A, its second A, and so on.

    >>> (_marks("rye") & _marks("year")).bit_count(), (_marks("aab") & _marks("aba")).bit_count()
    (3, 3)
    """
    counts: Counter[int] = Counter(ord(letter) % _PLACES for letter in text)  # letters of one place count together
    if max(counts.values(), default=0) > _ROOM:
        return (1 << max(_PLACES * _ROOM, len(text))) - 1  # it may share all
    return sum(((1 << count) - 1) << (place * _ROOM) for place, count in counts.items())


def bare(title: str) -> str:
    """A title without the words that only say what it is."""
    folded = fold(title)
    return " ".join(_MARKS.sub(" ", folded).split()) or folded


def common_titles(*groups: Iterable[str]) -> set[str]:
    """The bare titles that several of one group have."""
    counts = (Counter(map(bare, titles)) for titles in groups)
    return {title for counted in counts for title, count in counted.items() if title and count > 1}


def part_of(title: str) -> int | None:
    """Which part of a talk a title says it is.

    >>> [part_of(title) for title in ("Rye, Part 2", "Rye – Teil II", "Rye (2/3)", "Rye, part two", "Rye II", "Rye 2")]
    [2, 2, 2, 2, 2, 2]
    >>> [part_of(title) for title in ("Rye", "Rye 1", "Rye of 1912", "Studio 54", "Apollo X", "Episode 6")]
    [None, None, None, None, None, None]
    """
    match = _PART.search(title)
    if match is None:
        last = _LAST.search(title) if re.search(r"[^\W\d]", bare(title)) else None  # else it is but a number
        return None if last is None else int(last[2]) if last[2] else _ROMAN.index(last[1].lower()) + 1
    figure, roman, spelled, of_all = match.groups()
    if roman:
        return _ROMAN.index(roman.lower()) + 1
    return _SPELLED.index(spelled.lower()) + 1 if spelled else int(figure or of_all)


def _digits_differ(one: Title, other: Title) -> bool:
    """Whether each of two titles has a number that the other lacks: another day, another round."""
    return bool(one.digits - other.digits and other.digits - one.digits)
