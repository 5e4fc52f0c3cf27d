"""Words of a transcript in pieces that captions are built of: what must not be parted, and when it is said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import NamedTuple

from episodes.core.transcript import Segment, Word

#: Scripts that put no spaces between words: kana, Han, Thai, Lao, Khmer, Burmese. Compiled where it is asked for.
_SPACELESS = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]"
)
#: In such scripts: a run of others' letters, or one letter with its marks and what may not begin a line.
_CLUSTER = re.compile(
    r"[A-Za-z0-9@#&%+_.'’-]+[、。，．！？：；」』）】〉》”’!?,.:;)\]]*|.(?:[、。，．！？：；」』）】〉》”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ!?,.:;)\]]|(?=\W)[^\W\s])*",
    re.DOTALL,
)


class Piece(NamedTuple):
    """A word, or a part of a word that is too long for a line, with its time."""

    text: str
    start: float
    end: float
    space: bool  #: a space comes before it
    closes: bool  #: the recogniser's segment ends with it


class Span(NamedTuple):
    """A stretch of a text, in characters without spaces, and when it is said."""

    first: int
    last: int  #: one past
    start: float
    end: float


def width(text: str) -> int:
    """Count the columns of a text; East Asian wide letters take two.

    >>> width("Syria"), width("東京")
    (5, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def clean(text: str) -> str:
    """Bring a segment's text to single spaces, without control characters."""
    if not text.isprintable():
        text = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(text.split())


def pieces(segment: Segment, *, max_chars: int) -> list[Piece]:
    """Cut a segment into words with times: its own words' where there are some, else by share of letters."""
    text = clean(segment.text)
    cut = list(_cut(text, max_chars))
    spans = _spans(segment, text)
    positions = list(accumulate((len(part) for part, _ in cut), initial=0))
    times = pairwise(_at(spans[0], place) for place in positions) if len(spans) == 1 else _times(spans, positions)
    found = [Piece(part, start, end, space, False) for (part, space), (start, end) in zip(cut, times, strict=True)]
    if found:
        found[-1] = found[-1]._replace(closes=True)
    return found


def _times(spans: Sequence[Span], positions: Sequence[int]) -> Iterator[tuple[float, float]]:
    """When each part of a text is said, from one of the positions to the next."""
    place = 0
    for position, end in pairwise(positions):
        while place + 1 < len(spans) and spans[place].last <= position:
            place += 1
        begin_at, last = _at(spans[place], position), place
        while last + 1 < len(spans) and spans[last].last < end:
            last += 1
        yield begin_at, max(begin_at, _at(spans[last], end))


def _at(span: Span, position: int) -> float:
    share = (position - span.first) / max(1, span.last - span.first)
    return span.start + (span.end - span.start) * min(1.0, max(0.0, share))


def _cut(text: str, max_chars: int) -> Iterator[tuple[str, bool]]:
    for token in text.split():
        if len(token) <= max_chars and token.isascii():
            yield token, True
            continue
        if not token.isascii() and re.search(_SPACELESS, token):
            parts: Sequence[str] = _CLUSTER.findall(token)
        else:
            parts = [token]
        space = True
        for part in parts:
            for piece in [part] if width(part) <= max_chars else _chop(part, max_chars):
                yield piece, space
                space = False


def _chop(word: str, max_chars: int) -> Iterator[str]:
    piece, columns = "", 0
    for letter in word:
        more = _letter_width(letter)
        if columns + more > max_chars and piece:
            yield piece
            piece, columns = "", 0
        piece, columns = piece + letter, columns + more
    yield piece


def _spans(segment: Segment, text: str) -> list[Span]:
    whole = Span(0, len(text.replace(" ", "")), segment.start, max(segment.start, segment.end))
    words = [word for word in segment.words if clean(word.text)]
    if not words:
        return [whole]
    if "".join(clean(word.text).replace(" ", "") for word in words) == text.replace(" ", ""):
        return list(_laid_out(words))
    return _aligned(text.split(), words, whole)


def _laid_out(words: Iterable[Word]) -> Iterator[Span]:
    position = 0
    for word in words:
        end = position + len(clean(word.text).replace(" ", ""))
        yield Span(position, end, word.start, max(word.start, word.end))
        position = end


def _aligned(tokens: Sequence[str], words: Sequence[Word], whole: Span) -> list[Span]:
    """Give a corrected text the times of the words that are still in it, and of those whose place others took."""
    heard = [_bare(word.text) for word in words]
    match = SequenceMatcher(None, heard, [_bare(token) for token in tokens], autojunk=False)
    offsets = list(accumulate((len(token) for token in tokens), initial=0))
    spans: list[Span] = []
    for kind, first, last, begin, end in match.get_opcodes():
        if kind == "equal":
            for step in range(last - first):
                word = words[first + step]
                spans.append(Span(offsets[begin + step], offsets[begin + step + 1], word.start, word.end))
        elif kind == "replace":
            spans.append(Span(offsets[begin], offsets[end], words[first].start, words[last - 1].end))
        elif kind == "insert":
            start = spans[-1].end if spans else whole.start
            until = words[first].start if first < len(words) else whole.end
            # Between pauses people say about a letter in 80 ms.
            spoken = start + 0.08 * (offsets[end] - offsets[begin])
            spans.append(Span(offsets[begin], offsets[end], start, min(max(start, until), spoken)))
    return [span._replace(end=max(span.start, span.end)) for span in spans]


def _bare(word: str) -> str:
    return re.sub(r"[^\w]", "", word.casefold())
