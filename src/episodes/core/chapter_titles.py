"""Titles for stretches of an episode, in words that are said there and hardly elsewhere; nothing is made up."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from episodes.core.forms import stem
from episodes.core.stop_words import stop_words
from episodes.core.words import fold, spans, terms

MAX_TITLE = 60
LONGEST_PHRASE = 4
#: What may stand inside a phrase: "state of the art", "prise de parole".
_JOINERS = frozenset(
    ["of", "the", "and", "for", "in", "de", "la", "le", "du", "des", "von", "der", "und", "del", "y", "en", "et"]
)
#: Words said once are too few to speak for a stretch, unless they are a name.
_ENOUGH = 2
#: Languages that write every noun with a capital, so that capitals tell no names.
_CAPITAL_NOUNS = ("de", "lb")


@dataclass
class _Phrase:
    """A few words that stand together somewhere."""

    key: tuple[str, ...]
    count: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    named: int = 0  #: how often it stands with a capital inside a sentence


def titles(stretches: Sequence[Sequence[str]], *, language: str = "en", names: Iterable[str] = ()) -> list[str]:
    """A title for each stretch of sentences; `names` are people who speak, and no topic.

    >>> titles([["We grow rye bread.", "Rye bread is slow."], ["My sailing boat leaks.", "A sailing boat!"]])
    ['Rye bread', 'Sailing boat']
    """
    short = language.lower().partition("-")[0]
    passed = {term for name in names for term in terms(name)}
    told = [_phrases(stretch, short, passed) for stretch in stretches]
    everywhere: Counter[tuple[str, ...]] = Counter()
    for phrases in told:
        everywhere.update({key: phrase.count for key, phrase in phrases.items()})
    sizes = [sum(len(one.split()) for one in stretch) for stretch in stretches]
    made: list[str] = []
    for stretch, phrases, size in zip(stretches, told, sizes, strict=True):
        share = size / (sum(sizes) or 1)
        made.append(_title(phrases, everywhere, share) or _beginning(stretch))
    return made


def _title(phrases: dict[tuple[str, ...], _Phrase], everywhere: Counter[tuple[str, ...]], share: float) -> str:
    """The most telling phrase; a single word takes a second phrase with it."""

    def telling(phrase: _Phrase) -> tuple[float, tuple[str, ...]]:
        expected = everywhere[phrase.key] * share
        # How surprising it is to hear it so often here (log-likelihood), more for phrases and for names.
        surprise = phrase.count * math.log((phrase.count + 0.2) / (expected + 0.2))
        weight = (1 + 0.7 * min(2, len(phrase.key) - 1)) * (1.3 if phrase.named * 2 > phrase.count else 1.0)
        return -surprise * weight, phrase.key

    ranked = sorted((p for p in phrases.values() if p.count >= _ENOUGH), key=telling)
    ranked = ranked or sorted((p for p in phrases.values() if p.named or len(p.key) > 1), key=telling)
    if not ranked:
        return ""
    shown = [_form(ranked[0])]
    second = next((p for p in ranked[1:6] if not set(p.key) & set(ranked[0].key)), None)
    if len(ranked[0].key) == 1 and second and len(", ".join([*shown, _form(second)])) <= MAX_TITLE:
        shown.append(_form(second))
    text = ", ".join(shown)
    return _cut(text[:1].upper() + text[1:])


def _form(phrase: _Phrase) -> str:
    """As it is said most often."""
    return min(phrase.forms, key=lambda form: (-phrase.forms[form], form))


def _phrases(sentences: Sequence[str], language: str, passed: set[str]) -> dict[tuple[str, ...], _Phrase]:
    found: dict[tuple[str, ...], _Phrase] = {}
    for sentence in sentences:
        words = list(spans(sentence))
        for first, last in _runs(sentence, words, language, passed):
            key = tuple(stem(words[i][0], language) for i in range(first, last + 1))
            form = sentence[words[first][1] : words[last][2]]
            form = re.sub(r"['’]s$", "", form)
            phrase = found.setdefault(key, _Phrase(key))
            phrase.count += 1
            phrase.forms[form] += 1
            phrase.named += first > 0 and language not in _CAPITAL_NOUNS and form[:1].isupper()
    return found


def _runs(
    sentence: str, words: Sequence[tuple[str, int, int]], language: str, passed: set[str]
) -> Iterator[tuple[int, int]]:
    """Where phrases begin and end: with words that tell something, and no comma between."""
    dull = stop_words(language)
    tells = [
        term not in dull and term not in passed and not term.isdigit() and (len(term) > 2 or not term.isascii())
        for term, _, _ in words
    ]
    for first in range(len(words)):
        if not tells[first]:
            continue
        yield first, first
        for last in range(first + 1, min(first + LONGEST_PHRASE, len(words))):
            if sentence[words[last - 1][2] : words[last][1]].strip(" \n-"):
                break
            if tells[last]:
                yield first, last
            elif fold(words[last][0]) not in _JOINERS:
                break


def _beginning(sentences: Sequence[str]) -> str:
    return _cut(" ".join(" ".join(sentences).split()[:12]))


def _cut(text: str) -> str:
    """Cut at a word, within the length that players show.

    >>> _cut("one " * 20)
    'one one one one one one one one one one one one one one…'
    """
    text = " ".join(text.split())
    if len(text) <= MAX_TITLE:
        return text
    kept = text[: MAX_TITLE - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(",;:.") + "…"
