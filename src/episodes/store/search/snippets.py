"""Cutting a readable snippet out of the lines around a spot, with its words marked and its exact time."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from episodes.core.words import spans, terms
from episodes.store.search.spots import Page

#: Characters that a snippet has if sentences allow.
WANTED, MOST = 160, 320


@cache
def _sentence_end(*, is_ascii: bool) -> re.Pattern[str]:
    """What ends a sentence; without the marks that ASCII lacks it is found in half the time."""
    return re.compile(r"[.?!]+[\"')\]]*\s+" if is_ascii else r"[.?!…]+[\"'”’)\]]*\s+|[。！？]")


class Snippet(NamedTuple):
    """A stretch of text with marks."""

    text: str
    marks: tuple[tuple[int, int], ...]
    last: int  #: the last line that it reaches into, counted from the first that was given


class _Running:
    """Lines of a page as one text; where words are in it is looked up line by line, for a snippet shows few of them."""

    def __init__(self, page: Page, lines: range) -> None:
        self._page, self._lines = page, lines
        self._parts = [" ".join(page.lines[number].text.split()) for number in lines]
        self._places: dict[int, list[tuple[int, int]]] = {}
        self.text = ""
        self.ends: list[int] = []  #: of each line
        for part in self._parts:
            self.text += (" " if self.text and part else "") + part
            self.ends.append(len(self.text))
        self.last = page.begin(lines.stop) - 1  #: word of the page

    def place(self, word: int) -> tuple[int, int]:
        """Where a word of the page begins and ends."""
        number = self._page.line_of(word)
        if number not in self._places:
            part = self._parts[number - self._lines.start]
            begin = self.ends[number - self._lines.start] - len(part)
            self._places[number] = [(begin + first, begin + last) for _, first, last in spans(part)]
        return self._places[number][word - self._page.begin(number)]

    def words_near(self, start: int, stop: int) -> range:
        """Words of the lines that a stretch of the text reaches into."""
        first, last = (self._lines.start + bisect_left(self.ends, at) for at in (start, stop))
        return range(self._page.begin(first), self._page.begin(min(last + 1, self._lines.stop)))


def cut_snippet(
    page: Page, lines: range, first: int, last: int, marks: Mapping[int, int] | None = None, context: int = 0
) -> Snippet:
    """Cut the sentences that hold the words of a page from `first` to `last`, out of some of its lines.

    `marks` tells how many words to mark, by the word to begin at; `context` more sentences are kept on either side.
    """
    running = _Running(page, lines)
    begin, end = running.place(first)[0], running.place(min(last, running.last))[1]
    ends = _sentence_end(is_ascii=running.text.isascii()).finditer(running.text)
    bounds = [0, *(match.end() for match in ends), len(running.text)]
    left = bisect_right(bounds, begin) - 1
    right = max(left + 1, bisect_left(bounds, end))
    while bounds[right] - bounds[left] < WANTED and right < len(bounds) - 1:
        if bounds[right + 1] - bounds[left] > MOST:
            break
        right += 1
    left, right = max(0, left - context), min(len(bounds) - 1, right + context)
    start, stop = _short_enough(running.text, bounds[left], bounds[right], begin, end, context)
    return _marked(running, start, stop, marks or {})


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


def _marked(running: _Running, start: int, stop: int, wanted: Mapping[int, int]) -> Snippet:
    text = running.text
    whole = text[start:stop].strip()
    start += len(text[start:stop]) - len(text[start:stop].lstrip())
    end = start + len(whole)
    sentence_end = _sentence_end(is_ascii=text.isascii())
    before = "… " if start > 0 and not sentence_end.search(text[max(0, start - 3) : start] + " ") else ""
    after = " …" if stop < len(text.rstrip()) and not sentence_end.search(whole[-3:] + " ") else ""
    marks = []
    for word in running.words_near(start, end):
        if word in wanted:
            mark = running.place(word)[0], running.place(min(word + wanted[word] - 1, running.last))[1]
            if start <= mark[0] and mark[1] <= end:
                marks.append((mark[0] - start + len(before), mark[1] - start + len(before)))
    last = min(bisect_left(running.ends, end), len(running.ends) - 1)
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
