"""Paragraphs: a transcript's segments gathered into pieces that people like to read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from episodes.core.light import dataclass
from episodes.core.transcript import Segment, join_text

#: A paragraph of about this many words ends at the next end of a sentence.
ENOUGH_WORDS = 80
#: Without any punctuation, this many words end it all the same.
TOO_MANY_WORDS = 200
#: Seconds of silence after a sentence that make a new paragraph.
PAUSE = 1.5
#: A paragraph of fewer words than this goes on after a pause; one-line paragraphs tire the eye.
TOO_FEW_WORDS = 12

_SENTENCE_END = re.compile(r"[.!?…。！？؟।]['\"”’»)\]]*\s*$")


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Consecutive segments of one speaker."""

    positions: tuple[int, ...]  #: of each segment in the transcript
    segments: tuple[Segment, ...]

    @property
    def speaker(self) -> str:
        return self.segments[0].speaker

    @property
    def start(self) -> float:
        return self.segments[0].start

    @property
    def end(self) -> float:
        return self.segments[-1].end

    @property
    def text(self) -> str:
        return join_text(self.segments)


def iter_paragraphs(segments: Iterable[Segment], *, breaks: Sequence[float] = ()) -> Iterator[Paragraph]:
    """Gather segments to paragraphs; segments without text are left out.

    A new one begins where the speaker changes, at a sentence's end after a pause or after enough
    words, and at each of `breaks` (seconds: the starts of chapters).

    >>> spoken = [Segment(start=0, end=2, text="Hello.", speaker="Ann"), Segment(start=2, end=3, text="Hi!")]
    >>> [(part.speaker, part.text) for part in iter_paragraphs(spoken)]
    [('Ann', 'Hello.'), ('', 'Hi!')]
    """
    breaks = sorted(breaks)
    current: list[tuple[int, Segment]] = []
    words = 0
    for position, segment in enumerate(segments):
        if not segment.text.strip():
            continue
        if current and _ends_before(segment, current[-1][1], words, breaks):
            yield _paragraph(current)
            current, words = [], 0
        current.append((position, segment))
        words += count_words(segment.text)
    if current:
        yield _paragraph(current)


def _paragraph(numbered: Sequence[tuple[int, Segment]]) -> Paragraph:
    return Paragraph(
        positions=tuple(position for position, _ in numbered), segments=tuple(segment for _, segment in numbered)
    )


def _ends_before(segment: Segment, last: Segment, words: int, breaks: Sequence[float]) -> bool:
    if segment.speaker != last.speaker or words >= TOO_MANY_WORDS:
        return True
    # Chapter marks are set by hand and often come a moment after the words that they name.
    if bisect_right(breaks, segment.start + 0.5) > bisect_right(breaks, last.start + 0.5):
        return True
    if not _SENTENCE_END.search(last.text):
        return False
    paused = segment.start - last.end >= PAUSE and words >= TOO_FEW_WORDS
    return paused or words >= ENOUGH_WORDS


def count_words(text: str) -> int:
    """Count words; scripts that write none are counted by their letters.

    >>> count_words("Nobody counts this"), count_words("東京特許許可局" * 8)
    (3, 14)
    """
    return max(len(text.split()), len(text) // 4 if not text.isascii() and " " not in text.strip() else 0)
