"""Two feeds parted into what they have alike, which need not be read, and the items that tell them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from operator import eq

from episodes.core.light import dataclass
from episodes.core.written import WrittenFeed

OPEN, CLOSE = b"<item>", b"</item>"
_BETWEEN = re.compile(rb"</item>\s*<item>")
#: Signs in which the word `<item>` may be no item.
_HIDING = (b"<!--", b"<![CDATA[", b"<!DOCTYPE")
#: So many bytes are compared at once.
_STEP = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Aside:
    """The items that two feeds begin and end with alike: how many, and their text."""

    before: int = 0  #: how many of them stand before the others
    count: int = 0
    runs: Sequence[bytes] = ()


@dataclass(frozen=True, kw_only=True)
class Parted:
    """A feed: what stands before and after its items, and the items that are not put aside."""

    head: bytes
    items: list[bytes]
    tail: bytes
    aside: Aside


def part_both(old: bytes, new: bytes) -> tuple[Parted, Parted] | None:
    """Part two feeds, with what they have alike put aside; None where their items do not follow one another.

    One change in a long feed leaves most of it alike from its beginning and from its end, and comparing
    bytes is far faster than looking for items in them.
    """
    (head, body, tail), (other_head, other_body, other_tail) = _framed(old), _framed(new)
    first, last = _alike(body, other_body)
    aside = None if _hides(head, other_head) else _aside(body[:first], body[len(body) - last :])
    items, others = _items(body[first : len(body) - last]), _items(other_body[first : len(other_body) - last])
    if aside is None or items is None or others is None:
        return None
    return (
        Parted(head=head, items=items, tail=tail, aside=aside),
        Parted(head=other_head, items=others, tail=other_tail, aside=aside),
    )


def part_written(old: WrittenFeed, new: WrittenFeed) -> tuple[Parted, Parted] | None:
    """Part two feeds of which the items are known already; None where something else stands among these."""
    first = _alike_first(old.items, new.items)
    last = _alike_first(old.items[first:][::-1], new.items[first:][::-1])
    until, other_until = len(old.items) - last, len(new.items) - last
    items, others = _items(b"".join(old.items[first:until])), _items(b"".join(new.items[first:other_until]))
    if items is None or others is None:
        return None
    alike = b"".join((*new.items[:first], *new.items[other_until:]))
    aside = Aside(before=first, count=first + last, runs=(alike,))
    return (
        Parted(head=old.head, items=items, tail=old.tail, aside=aside),
        Parted(head=new.head, items=others, tail=new.tail, aside=aside),
    )


def _alike_first(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many items two lists begin with alike."""
    return sum(takewhile(bool, map(eq, one, other)))


def _framed(feed: bytes) -> tuple[bytes, bytes, bytes]:
    """What stands before the first item, from there to the end of the last, and after it."""
    first, last = feed.find(OPEN), feed.rfind(CLOSE) + len(CLOSE)
    if first < 0:
        return feed, b"", b""
    return feed[:first], feed[first : max(first, last)], feed[max(first, last) :]


def _alike(one: bytes, other: bytes) -> tuple[int, int]:
    """How many bytes of whole items two runs of them begin with alike, and how many more they end with alike."""
    first = max(0, one.rfind(OPEN, 0, _common_start(one, other)))
    last = _common_end(one[first:], other[first:])
    end = one.find(CLOSE, len(one) - last)
    return first, len(one) - end - len(CLOSE) if end >= 0 else 0


def _common_start(one: bytes, other: bytes) -> int:
    at, most, step = 0, min(len(one), len(other)), _STEP
    while at < most and step:
        if one[at : at + step] == other[at : at + step] and at + step <= most:
            at += step
        else:
            step //= 2
    return at


def _common_end(one: bytes, other: bytes) -> int:
    at, most, step = 0, min(len(one), len(other)), _STEP
    while at < most and step:
        if at + step <= most and one.endswith(other[len(other) - at - step : len(other) - at], 0, len(one) - at):
            at += step
        else:
            step //= 2
    return at


def _hides(*parts: bytes) -> bool:
    """Whether what looks like an item may be none."""
    return any(sign in part for sign in _HIDING for part in parts)


def _aside(before: bytes, after: bytes) -> Aside | None:
    if _hides(before, after) or any(part.count(OPEN) != part.count(CLOSE) for part in (before, after)):
        return None
    number = before.count(OPEN)
    return Aside(
        before=number,
        count=number + after.count(OPEN),
        runs=(before, after),
    )


def _items(run: bytes) -> list[bytes] | None:
    """Part a run of items; None where something else stands among them."""
    run = run.strip()
    if not run:
        return []
    if not run.startswith(OPEN) or not run.endswith(CLOSE) or _hides(run):
        return None
    body = run[len(OPEN) : -len(CLOSE)]
    between = _BETWEEN.search(body)  # parting by what stands between the first two is faster than by the pattern
    items = body.split(between[0]) if between else [body]
    if body.count(OPEN) + 1 != len(items) or body.count(CLOSE) + 1 != len(items):
        return None
    return items
