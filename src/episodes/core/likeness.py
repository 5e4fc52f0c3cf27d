"""How alike two titles are, and what in them says that two talks are different all the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

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


def similarity(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1: by their words in any order, and by their letters.

    >>> similarity("The Day After in Syria (Video)", "Syria: the day after") > 0.8
    True
    >>> similarity("The Day After in Syria", "What the central banks want") < 0.4
    True
    >>> similarity("News of 12 May 2024", "News of 19 May 2024")
    0.5
    """
    a, b = bare(one), bare(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    first, second = sorted(set(a.split())), sorted(set(b.split()))
    letters = SequenceMatcher(None, a, b, autojunk=False).ratio()
    in_order = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    shared = set(first) & set(second)
    weight = sum(map(len, shared)) * 2 / max(1, sum(map(len, first)) + sum(map(len, second)))
    contained = sum(map(len, shared)) / max(1, min(sum(map(len, first)), sum(map(len, second))))
    found = max(letters, in_order * 0.95, weight, contained * 0.9 if len(shared) >= 3 else 0.0)
    return min(found, _OTHER_DIGITS) if _digits_differ(a, b) else found


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


def _digits_differ(one: str, other: str) -> bool:
    """Whether each of two titles has a number that the other lacks: another day, another round."""
    a, b = (set(map(int, re.findall(r"\d{1,9}", text))) for text in (one, other))
    return bool(a - b and b - a)
