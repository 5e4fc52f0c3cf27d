"""Links and what they are for: to subscribe, follow, buy from a sponsor, or read on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from episodes.core.episode import Link, LinkKind
from episodes.core.naming.block_words import FOLLOW, PLATFORMS, SUBSCRIBE
from episodes.core.naming.blocks import Block
from episodes.core.naming.markup import iter_links, without_links

_SIGN = r"[^\s<>\"'\]\[{}|\\^`]"
#: A bar parts an address from the next thing on its line, but for one within a query (`?family=Sans|Serif`).
_URL = re.compile(
    rf"(?:https?://|(?<![\w@./])www\.)(?:(?:(?!\?){_SIGN})*\?(?:{_SIGN}|\|(?!https?://|www\.))*|{_SIGN}+)(?<![.,;:!?…|])"
)
_KINDS: dict[str, LinkKind] = {"subscribe": "subscribe", "follow": "follow", "sponsor": "sponsor"}
_TIME = re.compile(r"^\d{1,2}(?::\d\d){1,2}[\])]?\s*[-–—:|]?\s*")
_LONGEST = 300
_PLATFORM = {name: re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in PLATFORMS}
MOST_LINKS = 200


def find_links(blocks: Sequence[Block]) -> tuple[Link, ...]:
    """List the addresses of a description in order, once each, and the platforms that it asks to follow on.

    A line that asks to subscribe or follow without giving an address still yields its platform, by name.
    """
    found: dict[tuple[str, str], Link] = {}
    for block in blocks:
        for link in _links_of(block):
            found.setdefault(("", link.url.rstrip("/")) if link.url else (link.kind, link.title.lower()), link)
    return tuple(found.values())[:MOST_LINKS]


def _links_of(block: Block) -> list[Link]:
    kind = _KINDS.get(block.kind, "link")
    links = [Link(title=title[:_LONGEST] or url, url=url, kind=kind) for title, url in iter_links(block.text)]
    known = {link.url for link in links}
    plain = without_links(block.text)
    urls = [url for url in map(_closed, _URL.findall(plain)) if url not in known and is_address(url)]
    links += [Link(title=_title_for(plain, url, alone=len(urls) == 1), url=url, kind=kind) for url in urls]
    if not links and kind in ("subscribe", "follow"):
        links = _platforms(plain, kind)
    if not links and kind == "sponsor":
        links = [Link(title=plain.strip()[:_LONGEST], kind=kind)]
    return links


def _platforms(line: str, kind: LinkKind) -> list[Link]:
    """Name the platforms of a line without addresses, in the order of the text, sentence by sentence."""
    found: list[Link] = []
    for sentence in re.split(r"(?<=[.!?])\s+", line):
        kind = "follow" if FOLLOW.match(sentence) else "subscribe" if SUBSCRIBE.match(sentence) else kind
        places = sorted(
            (match.start(), name) for name, pattern in _PLATFORM.items() if (match := pattern.search(sentence))
        )
        found += [Link(title=name, kind=kind) for _, name in places]
    return found


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
