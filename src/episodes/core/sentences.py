"""Sentences of a transcript, each with the time at which it begins: segments end where the recogniser cuts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from episodes.core.captions.grammar import ends_sentence
from episodes.core.transcript import Segment

#: Without any punctuation, a sentence ends with the segment in which it has become this long.
MANY_WORDS = 40


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """What one speaker says up to a full stop."""

    start: float  #: seconds
    end: float
    text: str
    speaker: str = ""
    pause: float = 0.0  #: seconds of silence before it


def iter_sentences(segments: Iterable[Segment]) -> Iterator[Sentence]:
    """Join segments and cut them at the ends of sentences, and where the speaker changes.

    >>> spoken = [Segment(start=0, end=4, text="So here it"), Segment(start=4, end=8, text="is. And now? Yes.")]
    >>> [(one.start, one.text) for one in iter_sentences(spoken)]
    [(0.0, 'So here it is.'), (5.0, 'And now?'), (7.0, 'Yes.')]
    """
    words: list[tuple[float, float, str]] = []
    speaker, ended = "", 0.0
    for segment in segments:
        if words and (segment.speaker != speaker or len(words) >= MANY_WORDS):
            yield _sentence(words, speaker, ended)
            ended, words = words[-1][1], []
        speaker = segment.speaker
        for word in _timed(segment):
            words.append(word)
            if ends_sentence(word[2]):
                yield _sentence(words, speaker, ended)
                ended, words = word[1], []
    if words:
        yield _sentence(words, speaker, ended)


def _sentence(words: Sequence[tuple[float, float, str]], speaker: str, ended: float) -> Sentence:
    return Sentence(
        start=words[0][0],
        end=words[-1][1],
        text=" ".join(word for _, _, word in words),
        speaker=speaker,
        pause=max(0.0, words[0][0] - ended),
    )


def _timed(segment: Segment) -> list[tuple[float, float, str]]:
    """The words of the effective text; where the recogniser's times are of other words, spread evenly."""
    words = segment.text.split()
    if [word.text.strip() for word in segment.words] == words:
        return [(word.start, word.end, text) for word, text in zip(segment.words, words, strict=True)]
    step = (segment.end - segment.start) / max(1, len(words))
    return [(segment.start + i * step, segment.start + (i + 1) * step, word) for i, word in enumerate(words)]
