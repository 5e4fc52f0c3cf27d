"""A new feed beside the published one: errors that the published one has not, and changes that listeners notice.

Items that stand letter by letter in both are not read, which makes a small change of a long feed quick to judge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
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
    before, after = _opened(old, new), _opened(new, old)
    if isinstance(after, Finding):
        return Compared(errors=(after,))
    if isinstance(before, Finding):
        return Compared()  # the published feed is no good one: anything may replace it
    found = [*(one for one in check_bytes(new) if one.level == "error"), *_errors(after, facts)]
    known = {(one.rule, _guids(before).get(one.where, one.where)) for one in _errors(before, facts)} if found else set()
    places = _guids(after) if found else {}
    errors = [one for one in found if (one.rule, places.get(one.where, one.where)) not in known]
    return Compared(errors=tuple(errors), changes=tuple(check_change(before, after)))


def _opened(feed: bytes, other: bytes) -> Feed | Finding:
    """Read a feed without the items that the other one has too; a Finding says that it cannot be read."""
    try:
        parts, others = _parts(feed), _parts(other)
        if parts is None or others is None:
            return open_feed(feed)
        return _thinned(feed, parts, set(others[1]))
    except (ElementTree.ParseError, ValueError, LookupError) as trouble:
        return NOT_XML("feed", f"cannot be read: {trouble}")


def _parts(feed: bytes) -> tuple[bytes, list[bytes], bytes] | None:
    """Part a feed into head, items and the rest; None where items are not written one after the other."""
    head, *pieces = feed.split(_OPEN)
    if not pieces:
        return head, [], b""
    tail = b""
    items = []
    for place, piece in enumerate(pieces, start=1):
        item, close, rest = piece.partition(_CLOSE)
        if not close or (rest.strip() and place < len(pieces)) or b"<!--" in item or b"<![CDATA[" in item:
            return None
        items.append(item)
        tail = rest
    return head, items, tail


def _thinned(feed: bytes, parts: tuple[bytes, list[bytes], bytes], known: set[bytes]) -> Feed:
    head, items, tail = parts
    numbers = [number for number, item in enumerate(items, start=1) if item not in known]
    if len(numbers) == len(items):
        return open_feed(feed)
    kept = b"".join(_OPEN + items[number - 1] + _CLOSE for number in numbers)
    opened = open_feed(head + kept + tail)
    left_out = [item for item in items if item in known]
    return Feed(
        opened.root,
        opened.declared,
        numbers=tuple(numbers),
        further_guids=_counted(left_out, _GUID),
        further_enclosures=_counted(left_out, _ENCLOSURE),
        further=len(left_out),
    )


def _counted(items: Sequence[bytes], pattern: re.Pattern[bytes]) -> Counter[str]:
    found = (pattern.search(item) for item in items)
    return Counter(unescape(match[1].decode("utf-8", "replace")).strip() for match in found if match)


def _errors(feed: Feed, facts: Facts | None) -> list[Finding]:
    found = judge_feed(feed, facts=facts)
    return [one for one in found if one.level == "error" and one.rule != _ALLOWED]


def _guids(feed: Feed) -> dict[str, str]:
    """Name the items that findings speak of by what does not move when others come: where, then GUID."""
    return {item.where: guid for item in feed.items if (guid := item.value("guid"))}
