"""Media on a web page: players, links to files and structured data, with the words around them."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from episodes.core.media import Kind
from episodes.feed.reading.decoding import decode
from episodes.feed.reading.values import parse_date, parse_duration
from episodes.feed.reading.words import plain, plain_title, web_address

_AUDIO = {".mp3", ".m4a", ".m4b", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav"}
_VIDEO = {".mp4", ".m4v", ".mov", ".webm", ".mkv", ".ogv"}
#: Words of a link that say what it does, not what it is.
_EMPTY_WORDS = re.compile(
    r"\W*(?:download|listen|play|watch|mp3|mp4|m4a|audio|video|file|here|now|episode|click|the|direct|link|media|[\d.,]+\s*(?:mb|kb|gb)|\W)*\W*",
    re.IGNORECASE,
)
_CONTAINERS = ("article", "li", "section", "figure", "tr", "dd", "div", "p", "td")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "dt", "summary", "legend")
#: So far from a link others are looked for that share its heading.
_MOST_SIBLINGS = 20
_MEDIA_TYPES = {"videoobject", "audioobject", "podcastepisode", "episode", "radioepisode", "musicrecording", "clip"}


@dataclass(frozen=True, kw_only=True)
class PageMedium:
    """A medium that a page offers."""

    url: str
    kind: Kind
    title: str = ""
    description: str = ""
    published_at: datetime | None = None
    duration: float = 0.0  #: seconds; 0 = not told


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a page lists: media, the feed that it names, and pages below it."""

    title: str = ""
    media: tuple[PageMedium, ...] = ()
    feed_url: str = ""
    pages: tuple[str, ...] = ()  #: pages in the folder of this one, in the order of their links


def read_page(data: bytes, *, url: str, charset: str = "") -> Page:
    """Read a web page's media, each once, in the page's order; a page without any gives an empty tuple."""
    text, _ = decode(data, charset=charset)
    try:
        root: Any = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text) or "<p></p>")
    except (etree.ParserError, ValueError):
        return Page()
    base = next((web_address(str(b.get("href") or ""), url) for b in root.iter("base")), "") or url
    found: dict[str, PageMedium] = {}
    for medium in [*_structured(root, base), *_players(root, base), *_links(root, base)]:
        known = found.get(medium.url)
        found[medium.url] = medium if known is None else _completed(known, medium)
    title = next((plain_title(t.text_content()) for t in root.iter("title")), "")
    return Page(title=title, media=tuple(found.values()), feed_url=_feed(root, base), pages=tuple(_pages(root, base)))


def _completed(known: PageMedium, other: PageMedium) -> PageMedium:
    return replace(
        known,
        title=known.title or other.title,
        description=known.description or other.description,
        published_at=known.published_at or other.published_at,
        duration=known.duration or other.duration,
    )


def _kind(url: str, mime_type: str = "") -> Kind | None:
    if mime_type.startswith("audio/"):
        return "audio"
    if mime_type.startswith("video/"):
        return "video"
    try:
        ending = posixpath.splitext(unquote(urlsplit(url).path))[1].lower()
    except ValueError:
        return None
    return "audio" if ending in _AUDIO else "video" if ending in _VIDEO else None


def _players(root: Any, base: str) -> Iterator[PageMedium]:
    for player in root.iter("audio", "video"):
        sources = [player, *player.iter("source")]
        addresses = [(web_address(str(one.get("src") or ""), base), str(one.get("type") or "")) for one in sources]
        for address, mime_type in addresses:
            if address:
                stated: Kind = "audio" if player.tag == "audio" else "video"
                title = plain_title(str(player.get("title") or player.get("aria-label") or ""))
                yield _described(player, PageMedium(url=address, kind=_kind(address, mime_type) or stated, title=title))
                break


def _links(root: Any, base: str) -> Iterator[PageMedium]:
    for link in root.iter("a"):
        address = web_address(str(link.get("href") or "").partition("#")[0], base)
        kind = _kind(address, str(link.get("type") or "")) if address else None
        if kind:
            words = plain_title(str(link.get("title") or "") or link.text_content())
            title = "" if _EMPTY_WORDS.fullmatch(words) or _kind(words) else words
            yield _described(link, PageMedium(url=address, kind=kind, title=title))


def _described(element: Any, medium: PageMedium) -> PageMedium:
    """Add what stands around a medium: the heading above it, the date and words in its container."""
    container = _container(element)
    heading = _heading(element, container)
    at: datetime | None = None
    text = ""
    if container is not None:
        stamps = [str(t.get("datetime") or t.text_content()) for t in container.iter("time")]
        at = next((read for stamp in stamps if (read := parse_date(stamp))), None)
        texts = [plain(p.text_content()) for p in container.iter("p")]
        text = "\n\n".join(text for text in texts if len(text) > 20)
    is_own = bool(medium.title) and container is None and _is_in_list(element)
    return replace(medium, title=medium.title if is_own else heading or medium.title, published_at=at, description=text)


def _container(element: Any) -> Any:
    """The largest element around a medium that holds no other medium of another address."""
    best = None
    for parent in element.iterancestors():
        if parent.tag not in _CONTAINERS:
            if parent.tag in ("body", "main", "html"):
                break
            continue
        addresses = {str(one.get("src") or "") for one in parent.iter("audio", "video", "source")} - {""}
        players = sum(1 for _ in parent.iter("audio", "video"))
        links = {str(a.get("href")) for a in parent.iter("a") if _kind(str(a.get("href") or ""))}
        if players > 1 or len(addresses | links) > max(2, len(addresses)):
            break
        best = parent
    return best


def _heading(element: Any, container: Any) -> str:
    if container is not None:
        for heading in container.iter(*_HEADINGS):
            if words := plain_title(heading.text_content()):
                return words
        return ""
    for before in element.itersiblings(preceding=True):
        if before.tag in _HEADINGS:
            return plain_title(before.text_content())
        if before.tag in ("audio", "video"):
            break
    return ""


def _is_in_list(element: Any) -> bool:
    """Whether the heading above a link is that of other recordings too: `<h1>Talks</h1> <a>Rye</a> <a>Oats</a>`."""
    for before in (True, False):
        for other in islice(element.itersiblings(preceding=before), _MOST_SIBLINGS):
            if other.tag in _HEADINGS:
                break
            if other.tag == "a" and _kind(str(other.get("href") or "")) and _stem(other) != _stem(element):
                return True
    return False


def _stem(link: Any) -> str:
    """A file's name without its ending, as the formats of one recording share it."""
    path = str(link.get("href") or "").partition("?")[0]
    return posixpath.splitext(posixpath.basename(path))[0]


def _structured(root: Any, base: str) -> Iterator[PageMedium]:
    for script in root.iter("script"):
        if "ld+json" in str(script.get("type") or ""):
            try:
                record = json.loads(script.text or "")
            except ValueError:
                continue
            for one in _objects(record):
                yield from _object_media(one, base)


def _objects(record: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(record, list):
        for one in record:
            yield from _objects(one, depth + 1)
    elif isinstance(record, dict):
        types = record.get("@type")
        if any(str(t).lower() in _MEDIA_TYPES for t in (types if isinstance(types, list) else [types])):
            yield record
            return
        for one in record.values():
            yield from _objects(one, depth + 1)


def _object_media(record: dict[str, Any], base: str) -> Iterator[PageMedium]:
    inner = record.get("associatedMedia") or record.get("audio") or record.get("video") or {}
    inner = inner[0] if isinstance(inner, list) and inner else inner
    places = [record, *([inner] if isinstance(inner, dict) else [])]
    address = next((found for one in places if (found := web_address(str(one.get("contentUrl") or ""), base))), "")
    kind = _kind(address, str(next((one["encodingFormat"] for one in places if one.get("encodingFormat")), "")))
    if not address:
        return
    dates = (record.get(name) for name in ("datePublished", "uploadDate", "dateCreated"))
    yield PageMedium(
        url=address,
        kind=kind or ("video" if "video" in str(record.get("@type")).lower() else "audio"),
        title=plain_title(str(record.get("name") or record.get("headline") or "")),
        description=str(record.get("description") or ""),
        published_at=next((at for date in dates if date and (at := parse_date(str(date)))), None),
        duration=parse_duration(str(record.get("duration") or record.get("timeRequired") or "")) or 0.0,
    )


def _feed(root: Any, base: str) -> str:
    for link in root.iter("link"):
        if "alternate" in str(link.get("rel") or "").lower() and re.search(r"rss|atom", str(link.get("type") or "")):
            return web_address(str(link.get("href") or ""), base)
    return ""


def _pages(root: Any, base: str) -> Iterator[str]:
    """Links into the page's own folder, or below it: where a list's entries have pages of their own."""
    parts = urlsplit(base)
    folder = parts.path if parts.path.endswith("/") else posixpath.splitext(parts.path)[0]
    above = posixpath.dirname(parts.path).rstrip("/") + "/"
    seen = {base.partition("#")[0]}
    for link in root.iter("a"):
        address = web_address(str(link.get("href") or "").partition("#")[0], base)
        if not address or address in seen or urlsplit(address).netloc != parts.netloc:
            continue
        path = urlsplit(address).path
        if path.startswith((folder.rstrip("/") + "/", above)) and len(path) > len(above):
            seen.add(address)
            yield address
