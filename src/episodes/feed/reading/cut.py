"""Feeds that break off: where, and without the item that is only half there."""

from __future__ import annotations

import re

from episodes.feed.reading.mending import blanked, find_items, is_well_formed, opening_tag
from episodes.feed.reading.words import plain_title

_END = re.compile(r"</(?:\w+:)?(?:rss|RDF|feed|channel)\s*>", re.IGNORECASE)
#: Behind it nothing is the feed's, as the scripts that some servers add.
_ROOT_END = re.compile(r"</(?:\w+:)?(?:rss|RDF|feed)\s*>", re.IGNORECASE)
_ITEM_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>(.*?)</title\s*>", re.DOTALL | re.IGNORECASE)
#: A tag that was begun last of all.
_BEGUN = re.compile(r"</?[^<>]*$")
#: CDATA and comments that never end: those that do are blanked out.
_OPENED = re.compile(r"<!\[CDATA\[|<!--")
#: A document that ends like this is whole, whatever else is wrong with it.
_SOUND_END = re.compile(_END.pattern + r"\s*$", re.IGNORECASE)


def without_half_item(text: str) -> tuple[str, str]:
    """Leave out the item in which a document breaks off; the second part tells where that is, "" for a whole one.

    Half an item has half a GUID, or none, and would be another episode once the feed is whole.
    """
    if _SOUND_END.search(text[-200:]):
        return text, ""
    seen = blanked(text)
    if _ROOT_END.search(seen):
        return text, ""
    opened = _OPENED.search(seen)
    if opened and not _END.search(seen, opened.start()):
        text, seen = text[: opened.start()], seen[: opened.start()]  # what looks like items in there is text
    starts = find_items(seen)
    if not starts:
        return (text, "") if _END.search(seen) else (_BEGUN.sub("", text), "the feed breaks off before its first item")
    start = starts[-1]
    if _END.search(seen, start):
        return text, ""
    title = _TITLE.search(text, start)
    name = f"its item {plain_title(_without_marks(title[1]))!r}" if title else "its last item"
    if _ITEM_END.search(seen, start) or _is_whole(text[start:], opening_tag(text, start)):
        return _BEGUN.sub("", text), f"the feed breaks off behind {name}; what follows there is missing"
    return text[:start], f"the feed breaks off in {name}; that one is left out"


def _is_whole(item: str, root: str) -> bool:
    """Whether an item lacks nothing but a part of its own end tag; `root` declares its prefixes."""
    begun = _BEGUN.search(item)
    if begun is None or not begun[0].startswith("</"):
        return False
    end = _end_of(item)
    return end.startswith(begun[0].rstrip()) and is_well_formed(root + item[: begun.start()] + end + _end_of(root))


def _end_of(element: str) -> str:
    name = re.match(r"<([\w:]+)", element)
    return f"</{name[1]}>" if name else ""


def _without_marks(title: str) -> str:
    return re.sub(r"<!\[CDATA\[|\]\]>", "", title)
