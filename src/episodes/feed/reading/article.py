"""An episode's page as a document: its text without the site's furniture, title, address and date."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lxml import etree, html

from episodes.core.episode import Comment
from episodes.feed.reading.decoding import decode, without_forbidden
from episodes.feed.reading.page import Page, read_page
from episodes.feed.reading.page_comments import take_comments
from episodes.feed.reading.players import Player, find_players
from episodes.feed.reading.regions import is_of_comments, name_of, parted, without_furniture
from episodes.feed.reading.saved import is_archive, read_saved
from episodes.feed.reading.values import parse_date
from episodes.feed.reading.words import plain_title, web_address

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|h1|meta)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|(?:entry|post|article|blog|episode)[-_]{0,2}(?:date|meta)", re.IGNORECASE)
_DATED = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dcterms.date")


@dataclass(frozen=True, kw_only=True)
class Article:
    """A page in its own words; `text` is plain text, or the HTML of what is left of the page."""

    text: str
    below: str = ""  #: the HTML below the article, where the page says where it ends
    title: str = ""  #: the page's one heading, else what it is shared as
    site: str = ""  #: the name of the site, or of the series, as the page states it for machines
    url: str = ""  #: its own address, as it states it
    published_at: datetime | None = None  #: as it states it for machines
    comments: tuple[Comment, ...] = ()  #: where the page marks them; else they are part of the text
    players: tuple[Player, ...] = ()  #: of other sites, in the article
    page: Page = field(default_factory=Page)  #: the media and the feed that it names


def is_page(data: bytes) -> bool:
    """Tell from the beginning of a document whether it is a web page."""
    beginning, _ = decode(data[:20_000])
    return is_archive(data) or _MARKUP.search(beginning) is not None


def read_article(data: bytes, *, url: str = "", charset: str = "") -> Article:
    """Read a page, HTML, MHTML or plain text; never raises, a page that says nothing is empty.

    `url` is its address on the web, or the path of its file, beside which browsers save its frames.
    """
    saved = read_saved(data, place=url, charset=charset)
    text, _ = without_forbidden(decode(saved.data, charset=saved.charset)[0])
    if not _MARKUP.search(text[:20_000]):
        return Article(text=text)
    try:
        root: Any = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, ValueError):
        return Article(text=text)
    title, published_at, site = _title(root), _date(root), _site(root)
    own_address = _own_address(root, saved.base) or saved.url
    comments = take_comments(root)  # this and what follows takes elements out
    players = find_players(root, saved)
    without_furniture(root)
    article, below = parted(root)
    return Article(
        title=title, url=own_address, published_at=published_at, site=site, text=article, below=below,
        comments=comments, players=players, page=read_page(saved.data, url=saved.base, charset=saved.charset),
    )  # fmt: skip


def _meta(root: Any, *names: str) -> str:
    for name in names:
        for meta in root.iter("meta"):
            stated = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
            if stated == name and (content := str(meta.get("content") or "").strip()):
                return content
    return ""


def _title(root: Any) -> str:
    """The only heading of the first rank, or the only one in the article; else the title it is shared by."""
    found = [(h, plain_title(h.text_content())) for h in root.iter("h1") if not is_of_comments(h)]
    for place in ("article", "main", ""):
        headings = {
            words for h, words in found if words and (not place or next(h.iterancestors(place), None) is not None)
        }
        if len(headings) == 1:
            return headings.pop()
    title, site = (plain_title(_meta(root, *names)) for names in (("og:title", "twitter:title"), ("og:site_name",)))
    ends = re.search(rf"\s+[|–—·»-]\s+{re.escape(site)}$", title) if site else None
    return title[: ends.start()] if ends else title


def _own_address(root: Any, base: str) -> str:
    for link in root.iter("link"):
        if str(link.get("rel") or "").lower() == "canonical":
            return web_address(str(link.get("href") or ""), base)
    return web_address(_meta(root, "og:url"), base)


def _date(root: Any) -> datetime | None:
    stated = [_meta(root, *_DATED)]
    for script in root.iter("script"):
        if "ld+json" in str(script.get("type") or ""):
            stated += _dates_in(script.text or "")
    for time in root.iter("time"):
        around = name_of(time.getparent()) if time.getparent() is not None else ""
        if _PUBLISHED.search(f"{name_of(time)} {time.get('itemprop') or ''} {around}"):
            stated.append(str(time.get("datetime") or ""))
    return next((date for one in stated if one and (date := parse_date(one))), None)


def _dates_in(script: str) -> list[str]:
    return [str(one["datePublished"]) for one in _records(script) if one.get("datePublished")]


def _records(script: str) -> list[dict[str, Any]]:
    """The records of a script of structured data, those of its graph too."""
    try:
        record = json.loads(script)
    except (ValueError, RecursionError):
        return []
    entries = record if isinstance(record, list) else [record]
    entries = [part for one in entries if isinstance(one, dict) for part in (one, *_graph(one))]
    return [one for one in entries if isinstance(one, dict)]


def _site(root: Any) -> str:
    """The series that the page is part of, else its site: as structured data or what it is shared with says."""
    scripts = [one.text or "" for one in root.iter("script") if "ld+json" in str(one.get("type") or "")]
    records = [record for script in scripts for record in _records(script)]
    for key in ("partOfSeries", "isPartOf", "publisher"):
        for record in records:
            whole = record.get(key)
            named = whole.get("name") if isinstance(whole, dict) else None
            if isinstance(named, str) and (key != "isPartOf" or "PodcastSeries" in str(whole)):
                return plain_title(named)
    return plain_title(_meta(root, "og:site_name", "application-name")) or _behind_title(root)


def _behind_title(root: Any) -> str:
    """What stands behind the page's own title in its window's title: `KW034 Toads | Small Weather`."""
    whole = next((plain_title(one.text_content()) for one in root.iter("title")), "")
    own = _title(root)
    match = re.match(r"\s+[|–—·»-]\s+(.{2,60})$", whole.removeprefix(own)) if own else None
    return match[1] if match else ""


def _graph(record: dict[str, Any]) -> list[Any]:
    graph = record.get("@graph")
    return graph if isinstance(graph, list) else []
