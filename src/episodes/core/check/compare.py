"""A new feed beside the published one: errors that the published one has not, and changes that listeners notice.

Items that stand letter by letter in both are not read, which makes a small change of a long feed quick to judge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree

from episodes.core.check.change import check_change
from episodes.core.check.document import NOT_XML, check_bytes
from episodes.core.check.facts import Facts
from episodes.core.check.finding import Finding
from episodes.core.check.judge import judge_feed
from episodes.core.check.parting import CLOSE, ENCLOSURE, GUID, OPEN, Parted, counted, part_both
from episodes.core.check.tree import Feed, open_feed

#: An empty feed is what taking out the last episode asks for.
_ALLOWED = "no-items"


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
    both = part_both(old, new)
    if both is None:
        return _opened(lambda: open_feed(old)), _opened(lambda: open_feed(new))
    parts, others = both
    shared = set(parts.items).intersection(others.items)
    return _opened(lambda: _thinned(parts, shared)), _opened(lambda: _thinned(others, shared))


def _opened(read: Callable[[], Feed]) -> Feed | Finding:
    try:
        return read()
    except (ElementTree.ParseError, ValueError, LookupError) as trouble:
        return NOT_XML("feed", f"cannot be read: {trouble}")


def _thinned(parts: Parted, shared: set[bytes]) -> Feed:
    aside, before = parts.aside, parts.aside.before
    numbers = tuple(number for number, item in enumerate(parts.items, start=before + 1) if item not in shared)
    kept = b"".join(OPEN + parts.items[number - before - 1] + CLOSE for number in numbers)
    opened = open_feed(parts.head + kept + parts.tail)
    unread = b"".join([item for item in parts.items if item in shared])
    return Feed(
        opened.root,
        opened.declared,
        numbers=numbers,
        further_guids=_more(aside.guids, GUID, unread),
        further_enclosures=_more(aside.enclosures, ENCLOSURE, unread),
        further=aside.count + len(parts.items) - len(numbers),
    )


def _more(known: Counter[str], pattern: re.Pattern[bytes], unread: bytes) -> Counter[str]:
    return known + counted(pattern, unread) if unread else known


def _errors(feed: Feed, facts: Facts | None) -> list[Finding]:
    found = judge_feed(feed, facts=facts)
    return [one for one in found if one.level == "error" and one.rule != _ALLOWED]


def _guids(feed: Feed) -> dict[str, str]:
    """Name the items that findings speak of by what does not move when others come: where, then GUID."""
    return {item.where: guid for item in feed.items if (guid := item.value("guid"))}
