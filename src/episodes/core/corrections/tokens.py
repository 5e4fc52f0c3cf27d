"""A transcript as one stream of words, each with its time, its segment, and where it stands in the text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from episodes.core.transcript import Segment, Word

#: Scripts without spaces between words: one letter is a word of its own here.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_SPACE = re.compile(r"\s")
_MARKS = re.compile(r"[^\w]")


class Token(NamedTuple):
    """A word of a text and where it stands there."""

    text: str
    first: int
    last: int  #: one past


def split(text: str) -> list[Token]:
    """Cut a text into words; letters of scripts without spaces stand alone.

    >>> [token.text for token in split("Hi, 東京!")]
    ['Hi,', '東', '京', '!']
    """
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def key(word: str) -> str:
    """What two spellings of a word have in common: letters and digits, without case.

    >>> key("“Hello,"), key("—")
    ('hello', '—')
    """
    return _MARKS.sub("", word).casefold() or word


def keys(text: str) -> list[str]:
    return [key(word) for word in _TOKEN.findall(text)]


class Stream:
    """The words of segments in order; the machine's text as corrections see it."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = segments
        self.keys: list[str] = []
        self.begins: list[int] = []  #: by segment: the number of its first word, and at last the number of all
        self._places: list[tuple[int, int, int]] = []
        for number, segment in enumerate(segments):
            self.begins.append(len(self.keys))
            for token in split(segment.text):
                self.keys.append(key(token.text))
                self._places.append((number, token.first, token.last))
        self.begins.append(len(self.keys))

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def digest(self) -> str:
        """Equal for equal words, however they are cut into segments."""
        return hashlib.sha256("\x1f".join(self.keys).encode("utf-8", "replace")).hexdigest()[:16]

    @cached_property
    def times(self) -> list[tuple[float, float]]:
        """When each word is said."""
        found: list[tuple[float, float]] = []
        for number, segment in enumerate(self.segments):
            tokens = self._places[self.begins[number] : self.begins[number + 1]]
            found += token_times(segment, [(first, last) for _, first, last in tokens])
        return found

    @cached_property
    def _starts(self) -> list[float]:
        latest, found = 0.0, []
        for start, _ in self.times:
            latest = max(latest, start)
            found.append(latest)
        return found

    def at(self, seconds: float) -> int:
        """The number of the first word that begins then or later."""
        return bisect_left(self._starts, seconds)

    def text(self, first: int, last: int) -> str:
        """The words between two numbers, as they are written."""
        return " ".join(self.segments[n].text[a:b] for n, a, b in self._places[max(0, first) : last])

    def cut(self, number: int, first: int, last: int) -> Segment:
        """A part of a segment, from one word to before another; the segment itself if that is all of it."""
        segment = self.segments[number]
        if (first, last) == (self.begins[number], self.begins[number + 1]):
            return segment
        begin = self._places[first][1]
        end = self._places[last - 1][2]
        start = segment.start if first == self.begins[number] else self.times[first][0]
        until = segment.end if last == self.begins[number + 1] else self.times[last - 1][1]
        return Segment(
            start=start,
            end=max(start, until),
            text=segment.text[begin:end],
            speaker=segment.speaker,
            words=tuple(_between(segment.words, start, until)),
            confidence=segment.confidence,
            doubts=segment.doubts,
            language=segment.language,
        )


def _between(words: Iterable[Word], start: float, end: float) -> Iterator[Word]:
    for word in words:
        if start <= (word.start + word.end) / 2 <= end:
            yield word


def token_times(segment: Segment, places: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """When words of a segment are said: by the recogniser's own times, else by their share of the letters."""
    letters = [0]
    for letter in segment.text:
        letters.append(letters[-1] + (not letter.isspace()))
    marks = _marks(segment, letters[-1])
    return [(_time(marks, letters[first]), _time(marks, letters[last], ends=True)) for first, last in places]


def _marks(segment: Segment, total: int) -> list[tuple[int, float, float]]:
    """Stretches of the text, by letters: (letters before, start, end); the last one ends the text."""
    words = [(len(_SPACE.sub("", word.text)), word) for word in segment.words]
    if words and sum(count for count, _ in words) == total:
        marks, before = [], 0
        for count, word in words:
            marks.append((before, word.start, max(word.start, word.end)))
            before += count
        return [*marks, (total, segment.end, segment.end)]
    return [(0, segment.start, max(segment.start, segment.end)), (total, segment.end, segment.end)]


def _time(marks: list[tuple[int, float, float]], letters: int, *, ends: bool = False) -> float:
    place = max(0, bisect_left(marks, (letters,)) - 1) if ends else bisect_left(marks, (letters + 1,)) - 1
    place = min(place, len(marks) - 2)
    before, start, end = marks[place]
    share = (letters - before) / max(1, marks[place + 1][0] - before)
    return start + (end - start) * min(1.0, max(0.0, share))
