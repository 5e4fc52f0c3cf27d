"""Words with times out of an alignment, and segments out of words."""

from __future__ import annotations

from dataclasses import dataclass, replace
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


def align_words(alignment: Any, tokens: Sequence[int], tokenizer: Any) -> tuple[TimedWord, ...]:
    """Cut tokens into words and time them by the decoder's cross-attention (openai/whisper `timing.py`)."""
    texts, parts = tokenizer.split_to_word_tokens([*tokens, tokenizer.eot])
    pairs = np.array(alignment.alignments, dtype=np.int64).reshape(-1, 2)
    if len(parts) <= 1 or not len(pairs):
        return ()
    bounds = np.concatenate([[0], np.cumsum([len(part) for part in parts[:-1]])])
    jumps = np.concatenate([[True], np.diff(pairs[:, 0]) > 0])
    times = pairs[jumps, 1] / TOKEN_FRAMES_A_SECOND
    bounds = np.minimum(bounds, len(times) - 1)
    chances = np.array(alignment.text_token_probs)
    words = [
        TimedWord(
            text=text,
            start=float(times[first]),
            end=float(times[last]),
            probability=float(np.mean(chances[first : max(last, first + 1)])),
        )
        for text, first, last in zip(texts[:-1], bounds[:-1], bounds[1:], strict=False)
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
