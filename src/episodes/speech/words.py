"""Words with times out of an alignment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

TOKEN_FRAMES_A_SECOND = 50  #: the encoder halves the 100 frames a second
OPENING = "\"'“¿([{-«„‚‘"
CLOSING = "\"'.。,，!！?？:：”)]}、»“’…;"
SENTENCE_ENDS = ".?!。？！…"
CLAUSE_ENDS = ",;:，、；："


@dataclass(frozen=True, kw_only=True)
class TimedWord:
    """A word as the tokens wrote it, with its space; seconds of the window's sound."""

    text: str
    start: float
    end: float
    probability: float


@dataclass(frozen=True, kw_only=True)
class Timing:
    """Tokens with when each begins, seconds of the window's sound, and how probable it was."""

    tokens: Sequence[int] = ()
    starts: Sequence[float] = ()  #: one more than tokens: the last one's end
    chances: Sequence[float] = ()


def timing_of_path(tokens: Sequence[int], path: Any, chances: Any) -> Timing:
    """Timing out of CTranslate2's alignment: pairs of a token's place and a frame, in order."""
    pairs = np.array(path, dtype=np.int64).reshape(-1, 2)
    if not len(pairs):
        return Timing()
    firsts = pairs[np.concatenate([[True], np.diff(pairs[:, 0]) > 0]), 1]
    places = np.minimum(np.arange(len(tokens) + 1), len(firsts) - 1)
    starts = (firsts / TOKEN_FRAMES_A_SECOND)[places]
    return Timing(tokens=tokens, starts=starts.tolist(), chances=np.array(chances).tolist())


def cut_words(timing: Timing, tokenizer: Any) -> tuple[TimedWord, ...]:
    """Cut tokens into words as openai/whisper `timing.py` does; a word lasts until the next one begins."""
    if not timing.tokens:
        return ()
    texts, parts = tokenizer.split_to_word_tokens([*timing.tokens, tokenizer.eot])
    bounds = [0, *accumulate(len(part) for part in parts[:-1])]
    words = [
        TimedWord(
            text=text,
            start=timing.starts[first],
            end=timing.starts[last],
            probability=float(np.mean(timing.chances[first:last])),
        )
        for text, (first, last) in zip(texts, pairwise(bounds), strict=False)
    ]
    return tuple(_with_marks(words))


def _with_marks(words: list[TimedWord]) -> list[TimedWord]:
    """Punctuation goes to the word before, an opening mark to the word after."""
    merged: list[TimedWord] = []
    for word in words:
        mark = word.text.strip()
        if merged and _opens(merged[-1].text):
            merged[-1] = replace(word, text=merged[-1].text + word.text, start=word.start)
        elif merged and mark and all(character in CLOSING for character in mark) and not word.text.startswith(" "):
            merged[-1] = replace(merged[-1], text=merged[-1].text + word.text)
        elif merged and not word.text[:1].isspace() and not _stands_alone(word.text):
            merged[-1] = replace(merged[-1], text=merged[-1].text + word.text, end=word.end)
        else:
            merged.append(word)
    return merged


def _opens(text: str) -> bool:
    return text.startswith(" ") and bool(text.strip()) and all(character in OPENING for character in text.strip())


def _stands_alone(text: str) -> bool:
    """Scripts without spaces: each sign is timed on its own (Chinese, Japanese, Thai, Lao, Khmer, Burmese)."""
    first = text[:1]
    return bool(first) and (
        "\u0e00" <= first <= "\u0eff"
        or "\u1000" <= first <= "\u109f"
        or "\u1780" <= first <= "\u17ff"
        or "\u3040" <= first <= "\u9fff"
    )
