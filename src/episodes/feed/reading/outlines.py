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

    url: str
    title: str = ""


def is_opml(data: bytes) -> bool:
    """Tell from its beginning whether a document is a list of feeds."""
    beginning, _ = decode(data[:4000])
    return bool(re.search(r"<opml\b", beginning, re.IGNORECASE))


def read_opml(data: bytes) -> list[Outline]:
    """Read the feeds of a list, whatever groups they are in, each once (source: http://opml.org/spec2.opml)."""
    text, notes = decode(data)
    found: dict[str, Outline] = {}
    for element in parse(text, notes).iter("{*}outline"):
        values = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        if url := web_address(values.get("xmlurl", "")):
            found.setdefault(url, Outline(url=url, title=plain_title(values.get("title") or values.get("text", ""))))
    return list(found.values())
