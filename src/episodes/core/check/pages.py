"""Rules of transcripts in HTML: pages that are whole, with times that go forward."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from episodes.core.check.finding import HTML, TRANSCRIPTS, W3C, Finding, error, warning
from episodes.core.check.markup import repeated, rich, trouble_of_entities, trouble_of_nesting
from episodes.core.timecode import parse_timecode

_BUILD = "`episodes build` writes it again"

NESTING = warning("transcript-nesting", HTML, f"close each element where it ends; {_BUILD}")
ACTIVE = error("transcript-active", W3C, f"a transcript has no scripts, frames, styles and event handlers; {_BUILD}")
CHARSET = warning("transcript-charset", HTML, f"a page is UTF-8, and says so; {_BUILD}")
LANGUAGE = warning("transcript-page-language", HTML, f"the page's lang is the language that the feed states; {_BUILD}")
RELATIVE = warning("transcript-relative", W3C, "apps do not know where the page was: give whole web addresses")
TIMES = warning("transcript-times", TRANSCRIPTS, f"times go forward and lie within the episode; {_BUILD}")

_ACTIVE = re.compile(r"<(?:script|iframe|frame|object|embed|applet|form|style)\b", re.IGNORECASE)
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|#", re.IGNORECASE)
_TIME = re.compile(r"<time\b[^>]*>([^<]*)</time>", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)


def check_page(where: str, name: str, text: str, *, duration: float, language: str) -> Iterator[Finding]:
    """Judge a transcript page; `language` is what the feed says, `duration` (seconds) 0 where it is not known."""
    if trouble := trouble_of_nesting(text) or trouble_of_entities(text):
        yield NESTING(where, f"{name}: {trouble}")
    lang = ""
    if found := _ACTIVE.search(text):
        yield ACTIVE(where, f"{name} holds {found[0]}>")
    for tag, attributes in rich(text):
        named = dict(attributes)
        if any(one.startswith("on") for one in named):
            yield ACTIVE(where, f"{name} holds <{tag}> with an event handler")
        if len(named) < len(attributes):
            yield NESTING(where, f"{name}: <{tag}> has {repeated(attributes)} twice")
        address = named.get("href" if tag == "a" else "src", "")
        if address and not _WHOLE.match(address):
            yield RELATIVE(where, f"{name} points to {address[:60]!r}")
        if tag == "html":
            lang = named.get("lang", "")
        charset = _CHARSET.search(f"charset={named['charset']}" if "charset" in named else named.get("content", ""))
        if tag == "meta" and charset and charset[1].lower().replace("-", "") != "utf8":
            yield CHARSET(where, f"{name} says that it is {charset[1]}")
    if lang and language and lang.lower().partition("-")[0] != language.lower().partition("-")[0]:
        yield LANGUAGE(where, f"{name} is {lang}, the feed says {language}")
    yield from _times(where, name, text, duration)


def _times(where: str, name: str, text: str, duration: float) -> Iterator[Finding]:
    times = []
    for found in _TIME.findall(text):
        try:
            times.append(parse_timecode(found))
        except ValueError:
            yield TIMES(where, f"{name}: {found[:40]!r} is no time")
            return
    if late := next((b for a, b in pairwise(times) if b < a), None):
        yield TIMES(where, f"{name}: {late:g} s comes after a later time")
    elif duration and times and max(times) > duration + 1:
        yield TIMES(where, f"{name}: somebody speaks at {max(times):g} s, the episode ends at {duration:g} s")
