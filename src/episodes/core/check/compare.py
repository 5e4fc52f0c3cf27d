"""A new feed beside the published one: errors that the published one has not, and changes that listeners notice.

Items that stand letter by letter in both are not read, which makes a small change of a long feed quick to judge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from xml.etree import ElementTree

from episodes.core.check.change import check_change
from episodes.core.check.document import NOT_XML, check_bytes
from episodes.core.check.facts import Facts
from episodes.core.check.finding import Finding
from episodes.core.check.judge import judge_feed
from episodes.core.check.tree import Feed, open_feed

#: An empty feed is what taking out the last episode asks for.
_ALLOWED = "no-items"
_OPEN, _CLOSE = b"<item>", b"</item>"
_BETWEEN = re.compile(rb"</item>\s*<item>")
_GUID = re.compile(rb"<guid\b[^>]*>([^<]*)</guid>")
_ENCLOSURE = re.compile(rb"<enclosure\b[^>]*?\burl=\"([^\"]*)\"")


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What is to be said before a new feed replaces the published one."""

    errors: tuple[Finding, ...] = ()
    changes: tuple[Finding, ...] = ()


def compare_feeds(old: bytes, new: bytes, *, facts: Facts | None = None) -> Compared:
    """Judge a new feed beside the published one."""
    if old == new:
        return Compared()
    before, after = _opened_both(old, new)
    if isinstance(after, Finding):
        return Compared(errors=(after,))
    if isinstance(before, Finding):
        return Compared()  # the published feed is no good one: anything may replace it
    found = [*(one for one in check_bytes(new) if one.level == "error"), *_errors(after, facts)]
    known = {(one.rule, _guids(before).get(one.where, one.where)) for one in _errors(before, facts)} if found else set()
    places = _guids(after) if found else {}
    errors = [one for one in found if (one.rule, places.get(one.where, one.where)) not in known]
    return Compared(errors=tuple(errors), changes=tuple(check_change(before, after)))


def _opened_both(old: bytes, new: bytes) -> tuple[Feed | Finding, Feed | Finding]:
    """Read two feeds without the items that both have; a Finding says that one cannot be read."""
    parts, others = _parts(old), _parts(new)
    if parts is None or others is None:
        return _opened(lambda: open_feed(old)), _opened(lambda: open_feed(new))
    shared = set(parts.items).intersection(others.items)
    counts = _Counts()
    return _opened(lambda: _thinned(parts, shared, counts)), _opened(lambda: _thinned(others, shared, counts))


def _opened(read: Callable[[], Feed]) -> Feed | Finding:
    try:
        return read()
    except (ElementTree.ParseError, ValueError, LookupError) as trouble:
        return NOT_XML("feed", f"cannot be read: {trouble}")


@dataclass(frozen=True)
class _Parts:
    head: bytes
    items: list[bytes]
    tail: bytes


def _parts(feed: bytes) -> _Parts | None:
    """Part a feed into what stands before, in and after its items; None where they do not follow one another."""
    head, opened, rest = feed.partition(_OPEN)
    if not opened:
        return _Parts(head, [], b"")
    body, closed, tail = rest.rpartition(_CLOSE)
    if not closed or b"<!--" in body or b"<![CDATA[" in body:
        return None
    between = _BETWEEN.search(body)  # parting by what stands between the first two is faster than by the pattern
    items = body.split(between[0]) if between else [body]
    if body.count(_OPEN) + 1 != len(items) or body.count(_CLOSE) + 1 != len(items):
        return None
    return _Parts(head, items, tail)


def _thinned(parts: _Parts, shared: set[bytes], counts: _Counts) -> Feed:
    numbers = tuple(number for number, item in enumerate(parts.items, start=1) if item not in shared)
    kept = b"".join(_OPEN + parts.items[number - 1] + _CLOSE for number in numbers)
    opened = open_feed(parts.head + kept + parts.tail)
    guids, enclosures = counts.of([item for item in parts.items if item in shared])
    return Feed(
        opened.root,
        opened.declared,
        numbers=numbers,
        further_guids=guids,
        further_enclosures=enclosures,
        further=len(parts.items) - len(numbers),
    )


class _Counts:
    """The GUIDs and enclosures of items that are not read; of the same items they are looked for once."""

    def __init__(self) -> None:
        self._items: list[bytes] = []
        self._found: tuple[Counter[str], Counter[str]] = Counter(), Counter()

    def of(self, items: list[bytes]) -> tuple[Counter[str], Counter[str]]:
        if items != self._items:
            together = b"".join(items)
            self._items, self._found = items, (_counted(together, _GUID), _counted(together, _ENCLOSURE))
        return self._found


def _counted(items: bytes, pattern: re.Pattern[bytes]) -> Counter[str]:
    return Counter(unescape(found.decode("utf-8", "replace")).strip() for found in pattern.findall(items))


def _errors(feed: Feed, facts: Facts | None) -> list[Finding]:
    found = judge_feed(feed, facts=facts)
    return [one for one in found if one.level == "error" and one.rule != _ALLOWED]


def _guids(feed: Feed) -> dict[str, str]:
    """Name the items that findings speak of by what does not move when others come: where, then GUID."""
    return {item.where: guid for item in feed.items if (guid := item.value("guid"))}
