"""Cutting a readable snippet out of the lines around a spot, with its words marked and its exact time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import NamedTuple

from episodes.core.words import spans, terms
from episodes.store.search.spots import Line

#: Characters that a snippet has if sentences allow.
WANTED, MOST = 160, 320
_SENTENCE_END = re.compile(r"[.?!…]+[\"'”’)\]]*\s+|[。！？]")


class Snippet(NamedTuple):
    """A stretch of text with marks."""

    text: str
    marks: tuple[tuple[int, int], ...]
    last: int  #: number of the last line that it reaches into


def cut_snippet(lines: list[Line], first: int, last: int, marked: Callable[[int], int], context: int = 0) -> Snippet:
    """Cut the sentences that hold the words from `first` to `last`; `marked` tells how many words to mark from one on.

    `context` more sentences are kept on either side.
    """
    text, ends = _join(lines)
    words = list(spans(text))
    begin, end = words[first][1], words[min(last, len(words) - 1)][2]
    bounds = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    left = max(n for n, bound in enumerate(bounds) if bound <= begin)
    right = next(n for n, bound in enumerate(bounds) if bound >= end and n > left)
    while bounds[right] - bounds[left] < WANTED and right < len(bounds) - 1:
        if bounds[right + 1] - bounds[left] > MOST:
            break
        right += 1
    left, right = max(0, left - context), min(len(bounds) - 1, right + context)
    start, stop = _short_enough(text, bounds[left], bounds[right], begin, end, context)
    return _marked(text, words, start, stop, marked, ends)


def _join(lines: list[Line]) -> tuple[str, list[int]]:
    text, ends = "", []
    for line in lines:
        part = " ".join(line.text.split())
        text += (" " if text and part else "") + part
        ends.append(len(text))
    return text, ends


def _short_enough(text: str, start: int, stop: int, begin: int, end: int, context: int) -> tuple[int, int]:
    """Cut at words where a sentence is too long."""
    most = max(MOST + 160 * context, end - begin)
    if stop - start <= most:
        return start, stop
    if begin - start > 80:
        space = text.find(" ", begin - 80, begin)
        start = space + 1 if space >= 0 else begin
    if stop - start > most:
        space = text.rfind(" ", end, start + most)
        stop = space if space > 0 else max(end, start + most)
    return start, stop


def _marked(
    text: str,
    words: list[tuple[str, int, int]],
    start: int,
    stop: int,
    marked: Callable[[int], int],
    ends: list[int],
) -> Snippet:
    whole = text[start:stop].strip()
    start += len(text[start:stop]) - len(text[start:stop].lstrip())
    before = "… " if start > 0 and not _SENTENCE_END.search(text[max(0, start - 3) : start] + " ") else ""
    after = " …" if stop < len(text.rstrip()) and not _SENTENCE_END.search(whole[-3:] + " ") else ""
    marks = []
    for number, (_, begin, _) in enumerate(words):
        count = marked(number)
        if count and begin >= start:
            end = words[min(number + count, len(words)) - 1][2]
            if end <= start + len(whole):
                marks.append((begin - start + len(before), end - start + len(before)))
    last = next((n for n, end in enumerate(ends) if end >= start + len(whole)), len(ends) - 1)
    return Snippet(before + whole + after, _merged(marks), last)


def _merged(marks: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in marks:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def time_of_word(words: str | None, word: int) -> float | None:
    """When a segment's word is spoken, from the segment's timed words; None if it has none."""
    seen = 0
    for start, _end, text, _probability in json.loads(words) if words else ():
        seen += len(terms(text))
        if word < seen:
            return float(start)
    return None
