"""Doubt: repetition, speech without words, and text that nobody spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from episodes.speech.voice import Span

if TYPE_CHECKING:
    from episodes.core.transcript import Word
    from episodes.speech.recogniser import Reading
    from episodes.speech.tuning import Tuning
    from episodes.speech.windows import Window

LOW = "low probability"
LONGEST_PHRASE = 40  #: words; longer repetitions were not seen


@dataclass(frozen=True, kw_only=True)
class Doubts:
    """What speaks against a reading; `seconds` weighs it all in seconds of speech."""

    repeated: int = 0  #: surplus words
    holes: tuple[Span, ...] = ()  #: speech without words, seconds of the medium
    improbable: bool = False
    dense: bool = False  #: text packs too well, or did not end
    seconds: float = 0.0

    @property
    def of_text(self) -> tuple[str, ...]:
        """What speaks against the text that there is, in the words of `Segment.doubts`."""
        found = {"repetition": bool(self.repeated) or self.dense, LOW: self.improbable}
        return tuple(reason for reason, true in found.items() if true)


def find_doubts(window: Window, reading: Reading, words: Sequence[Word], tuning: Tuning) -> Doubts:
    """Weigh a reading, with its words in the medium's time, against the speech that the voice detector found."""
    repeated = count_repeated(plain_words(reading.text))
    holes = find_holes(window, words, tuning)
    improbable = reading.probability < tuning.probability
    dense = reading.compression > tuning.compression or not reading.ended
    seconds = (
        sum(hole.length for hole in holes)
        + 0.4 * repeated
        + 5.0 * dense
        + 4.0 * max(0.0, tuning.unsure - reading.probability)
    )
    return Doubts(repeated=repeated, holes=tuple(holes), improbable=improbable, dense=dense, seconds=seconds)


def is_silent(reading: Reading, tuning: Tuning) -> bool:
    """Nobody spoke here: the model thinks so itself and finds its own text improbable."""
    return not reading.text or (reading.silence > tuning.silent and reading.probability < tuning.unheard)


def count_repeated(words: Sequence[str]) -> int:
    """Count the surplus words of the worst phrase said back to back.

    Speakers say a word five times or a short phrase twice; more is a decoder running in circles.

    >>> count_repeated("no no no".split()), count_repeated("and so we go and so we go and so we go".split())
    (0, 8)
    """
    worst, count = 0, len(words)
    for size in range(1, min(count // 2, LONGEST_PHRASE) + 1):
        index = 0
        while index + 2 * size <= count:
            times = _times(words, index, size)
            if times >= _suspicious(size):
                worst = max(worst, (times - 1) * size)
            index += max(1, (times - 1) * size)
    return worst


def _times(words: Sequence[str], index: int, size: int) -> int:
    times = 1
    while words[index + times * size : index + (times + 1) * size] == words[index : index + size]:
        times += 1
    return times


def _suspicious(size: int) -> int:
    return 6 if size == 1 else 3 if size == 2 else 2


def find_holes(window: Window, words: Sequence[Word], tuning: Tuning) -> list[Span]:
    """Speech that no word covers for longer than `tuning.hole`, in the medium's time."""
    covered = [part for word in words for part in _covered(word)]
    bare = [gap for span in _joined(window.speech) for gap in _uncovered(span, covered)]
    return [gap for gap in bare if gap.length > tuning.hole]


def _covered(word: Word) -> list[Span]:
    """A word takes at most some time; one that lasts longer hides a hole within it."""
    most = 0.6 + 0.1 * len(word.text)
    start, end = word.start, word.end
    if end - start <= most:
        return [Span(start=start - 0.2, end=end + 0.2)]
    return [Span(start=start - 0.2, end=start + most / 2), Span(start=end - most / 2, end=end + 0.2)]


def _joined(spans: Sequence[Span], pause: float = 0.35) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start - joined[-1].end < pause:
            joined[-1] = Span(start=joined[-1].start, end=span.end)
        else:
            joined.append(span)
    return joined


def _uncovered(span: Span, covered: Sequence[Span]) -> list[Span]:
    gaps, at = [], span.start
    for part in sorted(covered, key=lambda part: part.start):
        if part.end <= at or part.start >= span.end:
            continue
        if part.start > at:
            gaps.append(Span(start=at, end=part.start))
        at = max(at, part.end)
    return [*gaps, Span(start=at, end=span.end)] if at < span.end else gaps


def plain_words(text: str) -> list[str]:
    """Words without case and punctuation, for comparing."""
    return re.sub(r"[^\w\s']", " ", text.lower()).split()
