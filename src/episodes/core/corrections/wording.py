"""Word diff: what differs between two texts, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from episodes.core.corrections.tokens import split, token_times
from episodes.core.transcript import Segment


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One place where two transcripts differ."""

    start: float  #: seconds
    kind: Literal["changed", "added", "removed"]
    old: str
    new: str
    before: str = ""  #: words in front, which are the same
    after: str = ""


def word_diff(old: Sequence[Segment], new: Sequence[Segment], *, context: int = 4) -> list[Difference]:
    """Compare two transcripts of the same sound.

    >>> one, other = [Segment(start=0, end=1, text=text) for text in ("I am Marcus curious.", "I am Mercouris.")]
    >>> [(d.old, d.new) for d in word_diff([one], [other])]
    [('Marcus curious.', 'Mercouris.')]
    """
    words, times = _words(old)
    others, their_times = _words(new)
    found = []
    for tag, i, i_end, j, j_end in opcodes(words, others):
        if tag == "equal":
            continue
        found.append(
            Difference(
                start=times[i] if i < i_end else (their_times[j] if j < j_end else 0.0),
                kind="added" if i == i_end else "removed" if j == j_end else "changed",
                old=" ".join(words[i:i_end]),
                new=" ".join(others[j:j_end]),
                before=" ".join(words[max(0, i - context) : i]),
                after=" ".join(words[i_end : i_end + context]),
            )
        )
    return found


def _words(segments: Sequence[Segment]) -> tuple[list[str], list[float]]:
    words: list[str] = []
    times: list[float] = []
    for segment in segments:
        tokens = split(segment.text)
        words += [token.text for token in tokens]
        times += [start for start, _ in token_times(segment, [(token.first, token.last) for token in tokens])]
    return words, times


#: Words compared in one go; matching costs the square of the common words' count.
_STRETCH = 2000


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """What `SequenceMatcher` gives, for long texts in good time: they are cut where long runs agree."""
    found: list[tuple[str, int, int, int, int]] = []
    i = j = 0
    while i < len(old) or j < len(new):
        a, b = old[i : i + _STRETCH], new[j : j + _STRETCH]
        codes: list[tuple[str, int, int, int, int]] = list(SequenceMatcher(None, a, b, autojunk=False).get_opcodes())
        is_last = i + _STRETCH >= len(old) and j + _STRETCH >= len(new)
        if not is_last:
            codes = _settled(codes)
        found += [(tag, i + a1, i + a2, j + b1, j + b2) for tag, a1, a2, b1, b2 in codes]
        if is_last:
            break
        i, j = i + codes[-1][2], j + codes[-1][4]
    return _joined(found)


def _settled(codes: list[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Drop the ragged end of a stretch: what follows the last run of equal words, half of that run included."""
    for place in range(len(codes) - 1, -1, -1):
        tag, i, i_end, j, _j_end = codes[place]
        if tag == "equal" and (i_end - i >= 8 or place == 0) and i_end > 0:
            half = (i_end - i + 1) // 2
            if i + half > 0:
                return [*codes[:place], ("equal", i, i + half, j, j + half)]
    return codes


def _joined(codes: list[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    joined: list[tuple[str, int, int, int, int]] = []
    for code in codes:
        if joined and joined[-1][0] == code[0] == "equal":
            joined[-1] = ("equal", joined[-1][1], code[2], joined[-1][3], code[4])
        else:
            joined.append(code)
    return joined
