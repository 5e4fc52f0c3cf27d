"""Times of corrected words and lines: what was heard keeps its time, the rest shares what lies between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from episodes.core.corrections.tokens import key, split
from episodes.core.transcript import Segment, Word


def timed(text: str, heard: Sequence[Word], start: float, end: float) -> tuple[Word, ...]:
    """Give each word of a corrected text a time between `start` and `end`, its own where it was heard too."""
    tokens = split(text)
    known: list[Word | None] = [None] * len(tokens)
    names = [key(token.text) for token in tokens]
    matcher = SequenceMatcher(None, [key(word.text.strip()) for word in heard], names, autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            known[block.b + step] = heard[block.a + step]
    made: list[Word] = []
    number = 0
    while number < len(tokens):
        word = known[number]
        if word is not None:
            made.append(replace(word, text=tokens[number].text))
            number += 1
            continue
        until = number
        while until < len(tokens) and known[until] is None:
            until += 1
        begin = made[-1].end if made else start
        following = known[until] if until < len(tokens) else None
        finish = max(begin, following.start if following else end)
        each = (finish - begin) / (until - number)
        for place in range(number, until):
            at = begin + each * (place - number)
            made.append(Word(start=round(at, 3), end=round(at + each, 3), text=tokens[place].text))
        number = until
    return tuple(made)


def in_order(segments: Sequence[Segment], movable: Sequence[bool]) -> list[Segment]:
    """Keep movable segments from beginning before the one in front of them or after the one behind."""
    following = [float("inf")] * (len(segments) + 1)
    for number in range(len(segments) - 1, -1, -1):
        own = following[number + 1] if movable[number] else segments[number].start
        following[number] = min(own, following[number + 1])
    settled: list[Segment] = []
    for number, segment in enumerate(segments):
        if movable[number]:
            earliest = settled[-1].start if settled else 0.0
            start = min(max(segment.start, earliest), max(earliest, following[number + 1]))
            if start != segment.start:
                segment = replace(segment, start=start, end=max(start, segment.end))
        settled.append(segment)
    return settled
