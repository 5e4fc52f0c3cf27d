"""A new feed beside the published one: errors that the published one has not, and changes that listeners notice.

Items that stand letter by letter in both are not read, which makes a small change of a long feed quick to judge.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

from episodes.core.check.change import check_change
from episodes.core.check.document import NOT_XML, check_bytes
from episodes.core.check.facts import Facts
from episodes.core.check.finding import Finding
from episodes.core.check.judge import judge_feed
from episodes.core.check.parting import CLOSE, OPEN, Parted, part_both, part_written
from episodes.core.check.tree import Feed, open_feed
from episodes.core.light import dataclass
from episodes.core.written import WrittenFeed

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
    both = part_both(old, new)
    if both is None:
        before, after = _opened(lambda: open_feed(old)), _opened(lambda: open_feed(new))
    else:
        before, after = _opened_without_shared(*both)
    return _judged(before, after, new, facts)


def compare_written(old: WrittenFeed, new: WrittenFeed, *, facts: Facts | None = None) -> Compared:
    """The same where the items of both are known, and need not be looked for."""
    if old == new:
        return Compared()
    both = part_written(old, new)
    if both is None:
        return compare_feeds(old.text, new.text, facts=facts)
    fresh = both[1]
    return _judged(*_opened_without_shared(*both), b"".join((fresh.head, *fresh.items, fresh.tail)), facts)


def _judged(before: Feed | Finding, after: Feed | Finding, text: bytes, facts: Facts | None) -> Compared:
    """Judge feeds of which the shared items are left out; a Finding says that one cannot be read."""
    if isinstance(after, Finding):
        return Compared(errors=(after,))
    if isinstance(before, Finding):
        return Compared()  # the published feed is no good one: anything may replace it
    found = [*(one for one in check_bytes(text) if one.level == "error"), *_errors(after, facts)]
    known = {(one.rule, _guids(before).get(one.where, one.where)) for one in _errors(before, facts)} if found else set()
    places = _guids(after) if found else {}
    errors = [one for one in found if (one.rule, places.get(one.where, one.where)) not in known]
    return Compared(errors=tuple(errors), changes=tuple(check_change(before, after)))


def _opened_without_shared(old: Parted, new: Parted) -> tuple[Feed | Finding, Feed | Finding]:
    shared = set(old.items).intersection(new.items)
    return _opened(lambda: _thinned(old, shared)), _opened(lambda: _thinned(new, shared))


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
    return Feed(
        opened.root,
        opened.declared,
        numbers=numbers,
        further=aside.count + len(parts.items) - len(numbers),
        unread=(*aside.runs, *[item for item in parts.items if item in shared]),
    )


def _errors(feed: Feed, facts: Facts | None) -> list[Finding]:
    found = judge_feed(feed, facts=facts)
    return [one for one in found if one.level == "error" and one.rule != _ALLOWED]


def _guids(feed: Feed) -> dict[str, str]:
    """Name the items that findings speak of by what does not move when others come: where, then GUID."""
    return {item.where: guid for item in feed.items if (guid := item.value("guid"))}
