"""Links and what they are for: to subscribe, follow, buy from a sponsor, or read on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from episodes.core.episode import Link, LinkKind
from episodes.core.naming.block_words import FOLLOW, HOSTING_ADDRESS, PLATFORMS, SUBSCRIBE, WORDY_PLATFORMS
from episodes.core.naming.blocks import Block
from episodes.core.naming.markup import iter_links, link_spans, without_links
from episodes.core.naming.person_names import is_name

_SIGN = r"[^\s<>\"'\]\[{}|\\^`]"
#: A bar parts an address from the next thing on its line, but for one within a query (`?family=Sans|Serif`).
_URL = re.compile(
    rf"(?:https?://|(?<![\w@./])www\.)(?:(?:(?!\?){_SIGN})*\?(?:{_SIGN}|\|(?!https?://|www\.))*|{_SIGN}+)(?<![.,;:!?…|])"
)
_KINDS: dict[str, LinkKind] = {"subscribe": "subscribe", "follow": "follow", "sponsor": "sponsor"}
_TIME = re.compile(r"^\d{1,2}(?::\d\d){1,2}[\])]?\s*[-–—:|]?\s*")
_LONGEST = 300
_PLATFORM = {name: re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in PLATFORMS}
_PLATFORM |= {name: re.compile(rf"(?<![\w'’.]){name}(?![\w'’])") for name in WORDY_PLATFORMS}
#: Where a line that asks for one thing goes on to ask for another: `…, and follow us on …`.
_NEXT_CALL = re.compile(
    r"(?<=[.!?])\s+|(?:[,;]\s*|\s)(?:and|or|&)\s(?=(?:also\s)?(?:subscribe|follow|find us|join us|connect|like us)\b)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\W*(?:(?i:please|follow|find)\s)+(?P<name>\w[\w.'’-]*(?:\s\w[\w.'’-]*){1,3}?)\s(?:on|at|via)\b"
)
_LEAST_CALL = 3  # words
MOST_LINKS = 200


def find_links(blocks: Sequence[Block]) -> tuple[Link, ...]:
    """List the addresses of a description in order, once each, and the platforms that it asks to follow on.

    A line that asks to subscribe or follow without giving an address still yields its platform, by name.
    """
    found: dict[tuple[str, str], Link] = {}
    for block in blocks:
        for link in _links_of(block):
            if HOSTING_ADDRESS.search(link.url):
                continue
            found.setdefault(("", link.url.rstrip("/")) if link.url else (link.kind, link.title.lower()), link)
    return tuple(found.values())[:MOST_LINKS]


def _links_of(block: Block) -> list[Link]:
    kind = _KINDS.get(block.kind, "link")
    if kind not in ("subscribe", "follow"):
        return _links_in(block.text, kind)
    found: list[Link] = []
    goes_on = False  # `Subscribe and follow on …` asks for one thing
    for part in _calls_of(block.text):
        plain = without_links(part)
        if not goes_on:
            kind = "follow" if FOLLOW.match(plain) else "subscribe" if SUBSCRIBE.match(plain) else kind
        links = _links_in(part, kind)
        goes_on = not links and len(plain.split()) < _LEAST_CALL
        found += links
    return found


def _calls_of(text: str) -> list[str]:
    """Part a line where it goes on to ask for another thing; the words of a link stay together."""
    linked = link_spans(text)
    cuts = [
        match.span() for match in _NEXT_CALL.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in linked)
    ]  # fmt: skip
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _links_in(text: str, kind: LinkKind) -> list[Link]:
    links = [Link(title=title[:_LONGEST] or url, url=url, kind=kind) for title, url in iter_links(text)]
    links = (
        [replace(link, title=_platform_of(link.title)) for link in links] if kind in ("subscribe", "follow") else links
    )
    known = {link.url for link in links}
    plain = without_links(text)
    urls = [url for url in map(_closed, _URL.findall(plain)) if url not in known and is_address(url)]
    links += [Link(title=_title_for(plain, url, alone=len(urls) == 1), url=url, kind=kind) for url in urls]
    if not links and kind in ("subscribe", "follow"):
        links = _platforms(plain, kind)
    if not links and kind == "sponsor":
        links = [Link(title=plain.strip()[:_LONGEST], kind=kind)]
    return links


def _platforms(text: str, kind: LinkKind) -> list[Link]:
    """Name the platforms of a text without addresses, in its order; a longer name holds no shorter one."""
    found: list[tuple[int, int, str]] = []
    for name, pattern in _PLATFORM.items():
        found += [(match.start(), match.end(), name) for match in pattern.finditer(text)]
    whole = [
        (start, name) for start, end, name in found
        if not any(one <= start and end <= other and (one, other) != (start, end) for one, other, _ in found)
    ]  # fmt: skip
    return [Link(title=name, kind=kind) for _, name in sorted(whole)]


def _platform_of(title: str) -> str:
    """Name a link by its platform where its words are a whole call: `Subscribe to The Crumb's YouTube channel`."""
    if not (FOLLOW.match(title) or SUBSCRIBE.match(title)) or len(named := _platforms(title, "follow")) != 1:
        return title
    if (match := _SOMEBODY.match(title)) and is_name(match["name"]):
        return title  # a guest's, perhaps, and not the show's
    return named[0].title


def is_address(url: str) -> bool:
    """Whether an address has a host; a bracket that never closes or a bad port makes none."""
    try:
        return "." in (urlsplit(url).hostname or "")
    except ValueError:
        return False


def _closed(url: str) -> str:
    """Make an address whole: `www.` gets its scheme, a bracket that was opened before it goes."""
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?")
    return f"https://{url}" if url.startswith("www.") else url


def _title_for(line: str, url: str, *, alone: bool) -> str:
    """Name a bare address by the words before it, where there are some on its line, else by itself."""
    before = line.split(url.removeprefix("https://") if url not in line else url, 1)[0]
    words = _TIME.sub("", before.rstrip(" (-–—:>→|<[\t").strip(" -–—•*·>►→(["))
    return words[:_LONGEST] if words and (alone or len(words) < 80) and "http" not in words else url
