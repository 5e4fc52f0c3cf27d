"""Where the topic changes: a transcript is cut so that the words of each stretch explain one another best.

A stretch is worth as much as its words are likelier in it than in the whole episode: a Dirichlet-multinomial with the
episode as prior, after Eisenstein and Barzilay, "Bayesian Unsupervised Topic Segmentation", EMNLP 2008. Pauses, changes
of speaker and words that announce something new make a cut cheaper. Dynamic programming finds the best cuts of all.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from episodes.core.forms import stem
from episodes.core.sentences import Sentence
from episodes.core.stop_words import stop_words
from episodes.core.words import terms

#: Seconds that a stretch lasts at least, in an episode of half an hour or more; a tenth of shorter ones, within limits.
MIN_LENGTH = 90.0
#: How many words of the whole episode each stretch is thought to have heard beforehand.
PRIOR = 120.0
#: What a cut costs, in nats; found on joined talks (benchmarks/chapters.py).
CUT = 22.0
#: A long episode is weighed in at most this many pieces, so that three hours take seconds.
MOST_PIECES = 500

#: What people say before something new, after "so", "okay" and the like.
_MARKS = {
    "en": r"(?:let'?s|we(?:'ll| will)) (?:move on|talk about|switch|get (?:in)?to|turn to|jump (?:in)?to|shift)"
    r"|moving on|next (?:question|up|topic|story|item)"
    r"|(?:our|the) (?:next|last|final|second|other) (?:question|topic|story)"
    r"|speaking of|now,|al(?:l )?right|another (?:question|topic|story)|(?:i )?want(?:ed)? to (?:ask|switch|shift)"
    r"|welcome|coming up|in other news",
    "de": r"kommen wir|reden wir|sprechen wir|weiter geht|nächste[rsn]? (?:frage|thema|punkt)|jetzt zu|zum schluss"
    r"|(?:herzlich )?willkommen|anderes thema",
    "fr": r"passons|parlons|prochaine? (?:question|sujet)|question suivante|maintenant,|bienvenue|autre sujet",
    "es": r"pasemos|hablemos|vamos a hablar|(?:la )?siguiente (?:pregunta|tema)|ahora,|bienvenid|otro tema"
    r"|cambiando de tema|por último",
}
_BEFORE = r"(?:(?:so|okay|ok|well|and|but|um|yeah|also|und|gut|alors|bon|bueno|et|y)\b[,.]? *){0,3}"


@dataclass(frozen=True)
class _Piece:
    """A few sentences that stay together."""

    start: float
    end: float
    words: tuple[str, ...]
    evidence: float  #: up to 1: how much its beginning sounds like a new topic, apart from words


def stretches(sentences: Sequence[Sentence], *, duration: float, language: str = "en", number: int = 0) -> list[int]:
    """The sentences with which topics begin, the first included; one alone where no change is worth a cut.

    With `number` there are that many, or as many as the least length allows.
    """
    if not sentences:
        return []
    pieces, firsts = _pieces(sentences, language, duration)
    least = least_length(duration)
    worth = _worth(pieces, least, duration)
    cuts = _best_of(pieces, worth, number) if number else _best(pieces, worth)
    return [firsts[place] for place in cuts]


def least_length(duration: float) -> float:
    """Seconds that a chapter lasts at least.

    >>> least_length(3600), least_length(300), least_length(60)
    (90.0, 30.0, 20.0)
    """
    return min(MIN_LENGTH, max(20.0, duration / 10))


def content_words(text: str, language: str) -> list[str]:
    """The words of a text that may tell of a topic, without their endings."""
    dull = stop_words(language)
    short = language.partition("-")[0].lower()
    return [
        stem(term, short)
        for term in terms(text)
        if term not in dull and not term.isdigit() and (len(term) > 2 or not term.isascii())
    ]


def _pieces(sentences: Sequence[Sentence], language: str, duration: float) -> tuple[list[_Piece], list[int]]:
    """Gather sentences to pieces of some seconds; what sounds like something new begins one."""
    enough = max(8.0, duration / MOST_PIECES)
    mark = _mark(language)
    pieces: list[_Piece] = []
    firsts: list[int] = []
    for place, sentence in enumerate(sentences):
        evidence = _evidence(sentence, sentences[place - 1] if place else None, mark)
        words = tuple(content_words(sentence.text, language))
        if pieces and sentence.start - pieces[-1].start < (enough / 3 if evidence >= 0.25 else enough):
            last = pieces[-1]
            pieces[-1] = replace(last, end=sentence.end, words=last.words + words)
        else:
            pieces.append(_Piece(sentence.start, sentence.end, words, evidence))
            firsts.append(place)
    return pieces, firsts


@cache
def _mark(language: str) -> re.Pattern[str]:
    marks = _MARKS.get(language.lower().partition("-")[0], _MARKS["en"])
    return re.compile(f"{_BEFORE}(?:{marks})", re.IGNORECASE)


def _evidence(sentence: Sentence, before: Sentence | None, mark: re.Pattern[str]) -> float:
    paused = min(1.0, sentence.pause / 3)
    turned = before is not None and sentence.speaker != before.speaker
    announced = bool(mark.match(sentence.text))
    # "Yeah." and what goes on with an earlier sentence are no beginnings.
    weak = not announced and (len(sentence.text.split()) in (1, 2) or sentence.text[:1].islower())
    return 0.4 * paused + 0.15 * turned + 0.25 * announced - 0.1 * weak


def _worth(pieces: Sequence[_Piece], least: float, duration: float) -> list[list[float]]:
    """worth[i][k]: how well pieces i to i+k go together, in nats against the words of the whole episode."""
    everywhere = Counter(word for piece in pieces for word in piece.words)
    total = sum(everywhere.values()) or 1
    # Words that are said once tell nothing of what belongs together.
    prior = {word: PRIOR * count / total for word, count in everywhere.items() if count > 1}
    coded = [[word for word in piece.words if word in prior] for piece in pieces]
    ends = [pieces[i + 1].start if i + 1 < len(pieces) else max(duration, pieces[-1].end) for i in range(len(pieces))]
    rows = []
    for first, piece in enumerate(pieces):
        here: dict[str, int] = {}
        heard, value, row = 0, 0.0, []
        for place in range(first, len(pieces)):
            for word in coded[place]:
                count, expected = here.get(word, 0), prior[word]
                value += math.log((count + expected) / (heard + PRIOR) * PRIOR / expected)
                here[word] = count + 1
                heard += 1
            row.append(value if ends[place] - piece.start >= least else -math.inf)
        rows.append(row)
    return rows


def _best(pieces: Sequence[_Piece], worth: Sequence[Sequence[float]]) -> list[int]:
    """The cuts that are worth most together, each at its cost."""
    best, back = [0.0, *[-math.inf] * len(pieces)], [0] * (len(pieces) + 1)
    for first, row in enumerate(worth):
        value = best[first] - (CUT * (1 - pieces[first].evidence) if first else 0.0)
        for length, more in enumerate(row, 1):
            if value + more > best[first + length]:
                best[first + length], back[first + length] = value + more, first
    return _way_back(back, len(pieces))


def _way_back(back: Sequence[int], end: int) -> list[int]:
    cuts: list[int] = []
    while end:
        end = back[end]
        cuts.append(end)
    return cuts[::-1] or [0]


def _best_of(pieces: Sequence[_Piece], worth: Sequence[Sequence[float]], number: int) -> list[int]:
    """The best cuts into so many stretches, or the most that there can be."""
    size = len(pieces)
    best = [0.0, *[-math.inf] * size]
    backs: list[list[int]] = []
    for _ in range(number):
        following, back = [-math.inf] * (size + 1), [0] * (size + 1)
        for first, row in enumerate(worth):
            if best[first] == -math.inf:
                continue
            value = best[first] + (CUT * pieces[first].evidence if first else 0.0)
            for length, more in enumerate(row, 1):
                if value + more > following[first + length]:
                    following[first + length], back[first + length] = value + more, first
        if following[size] == -math.inf:
            break
        best = following
        backs.append(back)
    end, cuts = size, []
    for back in reversed(backs):
        end = back[end]
        cuts.append(end)
    return cuts[::-1] or [0]
