"""Spans: the words of one name, as the network's tags join them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from episodes.core.naming.folding import fold
from episodes.tagger.words import Word

#: Tags (Ramshaw & Marcus 1995): no name, the first and the further words of a host's name and of a guest's.
OUTSIDE, HOST, HOST_ON, GUEST, GUEST_ON = range(5)
#: What ends no name.
_PARTICLES = frozenset(["la", "de", "di", "del", "della", "van", "von", "der", "den", "dos", "das", "du", "des", "zu"])
#: What an apostrophe ties to any word, in English, and for cases and verbs in Turkish, Finnish and Hungarian.
_CLITIC = re.compile(
    r"s|d|ll|m|re|t|ve|\w|[ny]?[iuae]n?|[dt][aeiu]n?r?|y?l[ae]|[iu]n|n[iu]n|(?:ss|ll)a|l[ae]r\w*|m[iu]s|ki|im\w*|n[ae]k|t[oó]l",
    re.IGNORECASE,
)
LEAST_FIRST, LEAST_FURTHER = 0.12, 0.3  #: below, a word begins no name, or does not carry one on


@dataclass(frozen=True, slots=True)
class Span:
    """Words `first` to `last` are a name; the probabilities are means over its words."""

    first: int
    last: int
    host: float
    guest: float


def spans_of(words: Sequence[Word], tags: Mapping[int, Sequence[float]]) -> Iterator[Span]:
    """Join words to names; `tags` has the probabilities of the tags for the number of each word that was read."""
    numbers = sorted(tags)
    at = 0
    while at < len(numbers):
        number = numbers[at]
        begins = tags[number][HOST] + tags[number][GUEST]
        if begins <= LEAST_FIRST or not words[number].text[0].isalnum():
            at += 1
            continue
        last = number
        while last + 1 in tags and _goes_on(words[number], words[last + 1], tags[last + 1]):
            last += 1
        at += last - number + 1
        while last > number and not words[last].text[0].isalnum():
            last -= 1
        count = last - number + 1
        yield Span(
            number,
            last,
            sum(tags[one][HOST] + tags[one][HOST_ON] for one in range(number, last + 1)) / count,
            sum(tags[one][GUEST] + tags[one][GUEST_ON] for one in range(number, last + 1)) / count,
        )


def _goes_on(first: Word, word: Word, tags: Sequence[float]) -> bool:
    further = tags[HOST_ON] + tags[GUEST_ON]
    return word.field == first.field and further > LEAST_FURTHER and further > tags[HOST] + tags[GUEST]


def end_of_name(last: int, words: Sequence[Word], fields: Mapping[str, str]) -> int:
    """The last word of a name; one more behind a particle or inside a name: `Amedeo La Mattina`, `Ali Lang'at`.

    `fields` are the texts of the words. What begins another line belongs to no name, and many are called Le or San.
    """
    word = words[last]
    behind = words[last + 1] if last + 1 < len(words) else None
    if behind is None or behind.field != word.field:
        return last
    if word.text[-1] in "'’" and behind.start == word.end and behind.text.isalpha():
        return last if _CLITIC.fullmatch(behind.text) or not behind.text.isascii() else last + 1
    if not behind.text[:1].isupper():
        return last
    is_beside = fields[word.field][word.end : behind.start] == " "
    return last + 1 if is_beside and fold(word.text) in _PARTICLES else last
