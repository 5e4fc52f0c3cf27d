"""Byte ranges, as RFC 9110 section 14 has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

#: More ranges than this in one request are an attack or a mistake, and get the whole file.
MOST_RANGES = 16


class Unsatisfiable(ValueError):
    """No byte of what was asked for is there: the answer is 416."""


@dataclass(frozen=True)
class Range:
    """A stretch of bytes; `stop` is the first one that is not sent."""

    start: int
    stop: int

    @property
    def length(self) -> int:
        return self.stop - self.start

    def format(self, size: int) -> str:
        """Write it as `Content-Range` has it.

        >>> Range(0, 100).format(1000)
        'bytes 0-99/1000'
        """
        return f"bytes {self.start}-{self.stop - 1}/{size}"


def parse_ranges(header: str, size: int) -> list[Range]:
    """Read a `Range` header; empty if it is to be ignored, Unsatisfiable if nothing of it is there.

    >>> parse_ranges("bytes=0-99,-50", 1000)
    [Range(start=0, stop=100), Range(start=950, stop=1000)]
    >>> parse_ranges("lines=1-2", 1000)
    []
    """
    unit, equals, asked = header.partition("=")
    if unit.strip().lower() != "bytes" or not equals:
        return []
    wanted = [part.strip() for part in asked.split(",") if part.strip()]
    if not wanted or not all(re.fullmatch(r"[0-9]{1,19}-[0-9]{0,19}|-[0-9]{1,19}", part) for part in wanted):
        return []
    if any(_is_backward(part) for part in wanted):
        return []
    ranges = [found for part in wanted if (found := _resolve(part, size))]
    if not ranges:
        raise Unsatisfiable(header)
    return [] if len(ranges) > MOST_RANGES or _overlap(ranges) else ranges


def _is_backward(part: str) -> bool:
    first, _, last = part.partition("-")
    return bool(first and last) and int(last) < int(first)


def _resolve(part: str, size: int) -> Range | None:
    first, _, last = part.partition("-")
    if not first:
        return Range(max(0, size - int(last)), size) if int(last) and size else None
    start, stop = int(first), min(int(last) + 1, size) if last else size
    return Range(start, stop) if start < size else None


def _overlap(ranges: list[Range]) -> bool:
    """Overlapping ranges would send the same bytes again and again (RFC 9110, 14.2)."""
    ordered = sorted(ranges, key=lambda one: one.start)
    return any(following.start < one.stop for one, following in pairwise(ordered))
