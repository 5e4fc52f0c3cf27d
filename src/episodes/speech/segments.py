"""Segments of the transcript out of a window's timed words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from episodes.core.transcript import Segment, Word
from episodes.speech.doubt import LOW
from episodes.speech.words import CLAUSE_ENDS, SENTENCE_ENDS

if TYPE_CHECKING:
    from episodes.speech.doubt import LOW
    from episodes.speech.voice import Span
    from episodes.speech.windows import Window
from episodes.speech.words import TimedWord

PAUSE = 0.8  #: seconds between words that end a segment
LONG = 7.0  #: seconds from which a segment ends at a clause
LONGEST = 15.0  #: seconds from which it ends at any word
UNSURE = 0.5  #: confidence below which a segment is marked
CLOSERS = "\"'”’)]»"


def to_words(window: Window, words: Sequence[TimedWord]) -> list[Word]:
    """Words in the medium's time, in order, their edges drawn to where speech is."""
    placed: list[Word] = []
    floor = window.pieces[0].start
    for word in words:
        start, end = _placed(window, word)
        start, end = _drawn(start, end, window.speech)
        start = max(floor, start)
        end = max(start, end)
        floor = start
        text = word.text if placed else word.text.lstrip()
        placed.append(Word(start=round(start, 2), end=round(end, 2), text=text, probability=round(word.probability, 3)))
    return placed


def cut_segments(
    words: Sequence[Word], *, keep_words: bool, doubts: tuple[str, ...] = (), language: str = ""
) -> list[Segment]:
    """End a segment at a sentence's end, at a pause, and before it gets too long."""
    segments: list[Segment] = []
    held: list[Word] = []
    for index, word in enumerate(words):
        held.append(word)
        following = words[index + 1] if index + 1 < len(words) else None
        if following is None or _ends(held, word, following):
            segments.append(_segment(held, keep_words, doubts, language))
            held = []
    return [segment for segment in segments if segment.text]


def _segment(words: Sequence[Word], keep_words: bool, doubts: tuple[str, ...], language: str) -> Segment:
    text = "".join(word.text for word in words).strip()
    chances = [math.log(max(word.probability, 1e-3)) for word in words]
    bare = tuple(
        Word(start=word.start, end=word.end, text=word.text.strip(), probability=word.probability) for word in words
    )
    confidence = round(math.exp(sum(chances) / len(chances)), 3)
    unsure = (LOW,) if confidence < UNSURE and LOW not in doubts else ()
    return Segment(
        start=words[0].start,
        end=max(words[-1].end, words[0].start),
        text=text,
        words=bare if keep_words else (),
        confidence=confidence,
        doubts=(*doubts, *unsure),
        language=language,
    )


def _ends(held: Sequence[Word], word: Word, following: Word) -> bool:
    length = word.end - held[0].start
    mark = word.text.rstrip(CLOSERS + " ")[-1:]
    if following.start - word.end >= PAUSE or length >= LONGEST:
        return True
    if mark and mark in SENTENCE_ENDS:
        return not _is_initial(word.text)
    return bool(mark) and mark in CLAUSE_ENDS and length >= LONG


def _is_initial(text: str) -> bool:
    """A letter or a title with a point does not end a sentence: "J.", "Mr."."""
    bare = text.strip().strip("\"'“(")
    return bare in {"Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Prof.", "vs.", "No."} or (
        len(bare) == 2 and bare[0].isupper() and bare[1] == "." and bare[0] != "I"
    )


def _placed(window: Window, word: TimedWord) -> tuple[float, float]:
    """Times in the medium; a word does not reach over a pause that was left out."""
    start, end = window.to_media(word.start), window.to_media(max(word.start, word.end - 0.001))
    for piece, after in zip(window.pieces, window.pieces[1:], strict=False):
        if piece.start <= start <= piece.end < end:
            if piece.end - start >= end - after.start:
                return start, piece.end
            return after.start, end
    return start, end


def _drawn(start: float, end: float, speech: Sequence[Span]) -> tuple[float, float]:
    """Alignment stretches words over silence; speech begins and ends where the voice detector says."""
    for span in speech:
        if start < span.start < end and not any(other.start <= start < other.end for other in speech):
            start = span.start
            break
    for span in reversed(speech):
        if start < span.end < end and not any(other.start < end <= other.end for other in speech):
            end = span.end
            break
    return start, end
