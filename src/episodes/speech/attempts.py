"""Hearing windows until they can be believed: first as they come, then the doubtful ones with more care."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from episodes.speech.doubt import Doubts, find_doubts, is_silent
from episodes.speech.listening import Excerpt
from episodes.speech.recogniser import Manner, Reading, Recogniser
from episodes.speech.segments import to_words
from episodes.speech.tuning import FULL
from episodes.speech.voice import Span

if TYPE_CHECKING:
    from episodes.core.transcript import Word
    from episodes.speech.encoded import Encoded
    from episodes.speech.languages import Languages
    from episodes.speech.tuning import Tuning

BELIEVED = 0.0  #: seconds of doubt that need no second try
GIVEN_UP = 3.0  #: seconds of doubt that are worth the last, slow tries


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The best reading of a window, what still speaks against it, and how it was come by."""

    excerpt: Excerpt
    words: tuple[Word, ...]
    language: str
    probability: float
    doubts: Doubts
    tries: int = 1
    other_language: str = ""  #: what is spoken here though another language was asked for


@dataclass(frozen=True, kw_only=True)
class _Try:
    reading: Reading
    words: tuple[Word, ...]
    doubts: Doubts

    @property
    def rank(self) -> tuple[float, float]:
        return (round(self.doubts.seconds, 1), -self.reading.probability)


class Listener:
    """Turns excerpts into findings; one is shared by all workers."""

    def __init__(self, recogniser: Recogniser, tuning: Tuning, languages: Languages, hotwords: Sequence[int]) -> None:
        self.recogniser, self.tuning, self.languages, self.hotwords = recogniser, tuning, languages, hotwords

    def hear(self, excerpts: Sequence[Excerpt], begin: Callable[[], None]) -> list[Finding]:
        """Hear a batch of windows; what comes out does not depend on which windows share a batch.

        `begin` returns when the search may begin.
        """
        seconds = max(self.recogniser.filled(excerpt.window.length) for excerpt in excerpts)
        encoded = self.recogniser.encode([excerpt.samples for excerpt in excerpts], seconds)
        begin()
        spoken = self.languages_of(encoded, excerpts)
        lengths = [excerpt.window.length for excerpt in excerpts]
        manner = Manner(beam=self.recogniser.first_beam, wider=self.tuning.beam)
        readings = self._read(encoded, lengths, manner, [language for language, _ in spoken])
        return [
            self.settle(excerpt, [reading], other)
            for excerpt, reading, (_, other) in zip(excerpts, readings, spoken, strict=True)
        ]

    def languages_of(self, encoded: Encoded, excerpts: Sequence[Excerpt]) -> list[tuple[str, str]]:
        """The language to hear each window in, and the other one that is spoken there though one was asked for."""
        if not self.recogniser.multilingual:
            return [("en", "") for _ in excerpts]
        return [
            self.languages.choose(chances, excerpt.window.spoken)
            for chances, excerpt in zip(self.recogniser.languages(encoded), excerpts, strict=True)
        ]

    def _read(self, encoded: Encoded, lengths: Sequence[float], manner: Manner, languages: list[str]) -> list[Reading]:
        if len(set(languages)) == 1:
            return self.recogniser.read(encoded, lengths, manner, languages[0], self.hotwords)
        readings: dict[int, Reading] = {}
        for language in dict.fromkeys(languages):
            places = [index for index, one in enumerate(languages) if one == language]
            part, parts = encoded.part(places), [lengths[index] for index in places]
            found = self.recogniser.read(part, parts, manner, language, self.hotwords)
            readings |= dict(zip(places, found, strict=True))
        return [readings[index] for index in range(len(languages))]

    def accept(self, excerpt: Excerpt, reading: Reading, other: str) -> Finding | None:
        """A reading that needs no other beside it; None if there are holes, circles or silence in it."""
        tried = self._weighed(excerpt, reading)
        doubts = tried.doubts
        if doubts.holes or doubts.repeated or doubts.dense or is_silent(reading, self.tuning):
            return None
        return self._found(excerpt, tried, 1, other)

    def settle(self, excerpt: Excerpt, readings: Sequence[Reading], other: str) -> Finding:
        """Take the reading with the least doubt; where that is doubtful, hear the window again."""
        tries = [self._weighed(excerpt, reading) for reading in readings]
        first = min(tries, key=lambda tried: tried.rank)
        if not is_silent(first.reading, self.tuning) and first.doubts.seconds > BELIEVED:
            tries += self._again(excerpt, first.reading.language, first)
        best = min(tries, key=lambda tried: tried.rank)
        if is_silent(best.reading, self.tuning):
            best = self._weighed(excerpt, replace(best.reading, text="", words=()))
        elif best.doubts.holes:
            best = self._patched(excerpt, best)
        return self._found(excerpt, best, len(tries), other)

    @staticmethod
    def _found(excerpt: Excerpt, best: _Try, tries: int, other: str) -> Finding:
        return Finding(
            excerpt=excerpt,
            words=best.words,
            language=best.reading.language,
            probability=best.reading.probability,
            doubts=best.doubts,
            tries=tries,
            other_language=other,
        )

    def _weighed(self, excerpt: Excerpt, reading: Reading) -> _Try:
        words = to_words(excerpt.window, reading.words)
        doubts = find_doubts(excerpt.window, reading, words, self.tuning)
        return _Try(reading=reading, words=tuple(words), doubts=doubts)

    def _again(self, excerpt: Excerpt, language: str, first: _Try) -> list[_Try]:
        """The doubtful window at the full thirty seconds: with time marks, without, and at last warmer."""
        tuning, length = self.tuning, [excerpt.window.length]
        encoded = self.recogniser.encode([excerpt.samples], FULL)
        manners = [
            Manner(marks=True, beam=tuning.beam, name="marks"),
            Manner(beam=tuning.beam, name="full"),
            Manner(temperature=0.4, name="warm"),
            Manner(temperature=0.8, name="hot"),
        ]
        tried: list[_Try] = []
        for manner in manners:
            best = min([first, *tried], key=lambda one: one.rank)
            if best.doubts.seconds <= (BELIEVED if not manner.temperature else GIVEN_UP):
                break
            if manner.temperature and not (best.doubts.repeated or best.doubts.dense or best.doubts.improbable):
                break
            tried.append(self._weighed(excerpt, self.recogniser.read(encoded, length, manner, language)[0]))
            if _agree(first, tried[-1]):
                break
        return tried

    def _patched(self, excerpt: Excerpt, best: _Try) -> _Try:
        """Hear each hole on its own and lay what is found between the words around it."""
        found: list[Word] = []
        for hole in best.doubts.holes:
            part = _excerpt_of(excerpt, hole, best.words)
            if part:
                found += self._within(part, hole, best.reading.language)
        words = tuple(sorted([*best.words, *found], key=lambda word: word.start))
        return replace(best, words=words, doubts=find_doubts(excerpt.window, best.reading, words, self.tuning))

    def _within(self, part: Excerpt, hole: Span, language: str) -> list[Word]:
        encoded = self.recogniser.encode([part.samples], FULL)
        manner = Manner(beam=self.tuning.beam, name="hole")
        reading = self.recogniser.read(encoded, [part.window.length], manner, language)[0]
        heard = to_words(part.window, reading.words)
        doubts = find_doubts(part.window, reading, heard, self.tuning)
        if reading.silence > self.tuning.silent or doubts.improbable or doubts.repeated:
            return []
        return [_spaced(word) for word in heard if hole.start - 0.1 <= (word.start + word.end) / 2 <= hole.end + 0.1]


def _agree(one: _Try, other: _Try) -> bool:
    """Two ways of hearing found the same few words said again and again: then they were said."""
    surplus = one.doubts.repeated
    clean = not (one.doubts.holes or one.doubts.dense or other.doubts.holes or other.doubts.dense)
    return clean and 0 < surplus < 8 and surplus == other.doubts.repeated


def _excerpt_of(excerpt: Excerpt, hole: Span, words: Sequence[Word]) -> Excerpt | None:
    """The sound from the word before a hole to the word after it."""
    from episodes.speech.audio import RATE

    before = max((word.end for word in words if word.end <= hole.start + 0.3), default=hole.start)
    after = min((word.start for word in words if word.start >= hole.end - 0.3), default=hole.end)
    start, end = min(before, hole.start) - 0.1, max(after, hole.end) + 0.1
    part = excerpt.window.part(start, end)
    if not part:
        return None
    at, sounds = 0.0, []
    for piece in excerpt.window.pieces:
        first, last = max(start, piece.start), min(end, piece.end)
        if last - first > 0.05:
            offset = at - piece.start
            sounds.append(excerpt.samples[round((first + offset) * RATE) : round((last + offset) * RATE)])
        at += piece.length
    return Excerpt(window=part, samples=np.concatenate(sounds))


def _spaced(word: Word) -> Word:
    return replace(word, text=" " + word.text.strip())
