"""Lists of feeds (OPML), as podcast apps export them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from episodes.feed.reading.decoding import decode
from episodes.feed.reading.mending import parse
from episodes.feed.reading.words import plain_title, web_address


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A feed in a list of feeds."""

    url: str = ""
    title: str = ""


def is_opml(data: bytes) -> bool:
    """Tell from its beginning whether a document is a list of feeds."""
    beginning, _ = decode(data[:4000])
    return bool(re.search(r"<opml\b", beginning, re.IGNORECASE))


def read_opml(data: bytes) -> list[Outline]:
    """Read the feeds of a list, whatever groups they are in, each once (source: http://opml.org/spec2.opml).

    Subscriptions whose address is no web address, or is not there, come last, with an empty `url`.
    """
    text, notes = decode(data)
    found: dict[str, Outline] = {}
    lost: dict[Outline, None] = {}
    for element in parse(text, notes).iter("{*}outline"):
        values = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        title = plain_title(values.get("title") or values.get("text", ""))
        if url := web_address(values.get("xmlurl", "")):
            found.setdefault(url, Outline(url=url, title=title))
        elif values.get("xmlurl", "").strip() or (values.get("type", "").lower() == "rss" and not len(element)):
            lost[Outline(title=title or values.get("xmlurl", ""))] = None
    return [*found.values(), *lost]
