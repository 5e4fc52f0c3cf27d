"""Rules of an item: title, GUID, date, texts, and Apple's elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from episodes.core.check.channel import SERIAL_NUMBERS, check_deprecated, check_explicit, check_yes
from episodes.core.check.finding import APPLE, MAIL_DATE, NAMESPACE, PROFILE, PSP, RSS, W3C, Finding, error, warning
from episodes.core.check.tree import ITUNES, PODCAST, Feed, Node
from episodes.core.check.values import (
    escaped_in,
    is_count,
    parse_date,
    parse_duration,
    trouble_of_date,
    trouble_of_url,
)

_EDIT = "`episodes edit REF"

NO_TITLE = error("item-title", APPLE, f"{_EDIT} title=…`")
TITLE_NUMBER = warning("title-with-number", APPLE, f"the number has an element of its own: {_EDIT} title=…`")
TITLE_SHOW = warning("title-with-show", APPLE, f"take the show's name out: {_EDIT} title=…`")
TITLE_MARKUP = warning("title-with-markup", PROFILE, "titles are plain text")
NO_GUID = error("guid", PSP, "give the item a <guid> that never changes")
SAME_GUID = error("guid-repeated", PSP, "each item has a GUID of its own")
GUID_NO_URL = error("guid-no-address", RSS, 'add isPermaLink="false"')
GUID_FLAG = error("guid-flag", RSS, "isPermaLink is true or false")
GUID_PADDED = error("guid-padded", PSP, "apps compare GUIDs letter by letter; take the spaces out")
NO_DATE = error("item-date", APPLE, f"{_EDIT} date=2026-03-03`")
BAD_DATE = error("item-date-format", MAIL_DATE, "write it as Tue, 03 Mar 2026 08:00:00 +0000")
FUTURE = warning("item-date-future", APPLE, "apps hide items until their date has come")
SAME_DATE = warning("item-date-repeated", W3C, "apps order by date; give each item a time of its own")
BAD_LINK = error("item-link-address", RSS, "give the whole web address of the page")
NO_LINK = warning("item-link", PSP, "give the episode a page")
NO_DESCRIPTION = warning("item-description", PSP, f"{_EDIT} summary=…`")
LONG_DESCRIPTION = warning("item-description-length", APPLE, "keep it within 4,000 bytes; the notes may be longer")
DESCRIPTION_TAGS = warning("item-description-tags", PSP, "only p, ol, ul, li, a, b, i, strong and em are shown")
ACTIVE = error("active-content", W3C, "take scripts, frames, styles and event handlers out")
SHOW_ACTIVE = warning("show-active-content", W3C, "take scripts, frames, styles and event handlers out")
RELATIVE = warning("relative-address", W3C, "apps do not know where the page was: give whole web addresses")
ESCAPED_TWICE = warning("escaped-twice", W3C, "apps would show the tags: escape HTML once, or put it into CDATA")
NO_APPLE_TITLE = warning("item-title-empty", APPLE, "leave itunes:title out, or write the title into it")
CONTENT_PLAIN = warning("content-plain", W3C, "content:encoded is HTML; put plain text into the description")
BAD_AUTHOR = error("item-author", RSS, "write an address, then the name in brackets: ann@example.org (Ann Lee)")
BAD_SOURCE = error("item-source", RSS, "<source> has the other feed's address in url")
BAD_COMMENTS = error("item-comments", RSS, "<comments> is the address of a page")

NO_DURATION = warning("duration", APPLE, "say how long it is, in seconds")
BAD_DURATION = error("duration-format", APPLE, "write whole seconds, or HH:MM:SS")
ZERO_DURATION = warning("duration-zero", APPLE, "no episode lasts 0 seconds")
BAD_NUMBER = error("episode-number", APPLE, "itunes:episode is a whole number above 0")
BAD_SEASON = error("season-number", APPLE, "itunes:season is a whole number above 0")
SAME_NUMBER = warning("episode-number-repeated", APPLE, f"number each full episode of a season once: {_EDIT} number=…`")
SEASON_NAMES = warning("season-names", NAMESPACE, f"a season has one name: {_EDIT} season_name=…`")
BAD_KIND = error("episode-type", APPLE, "itunes:episodeType is full, trailer or bonus")
KIND_LETTERS = warning(
    "episode-type-letters", PSP, "write full, trailer and bonus in small letters, as apps compare them"
)

_ACTIVE = re.compile(
    r"<\s*(?:script|iframe|frame|object|embed|applet|style|form|meta|link|base)\b|\son\w+\s*=|=\s*[\"']?\s*javascript:",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9]*)\b[^<>]*>")
_ADDRESS = re.compile(r"""\b(?:href|src)\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|#", re.IGNORECASE)
_ALLOWED = {"p", "ol", "ul", "li", "a", "b", "i", "strong", "em"}
#: A pair of tags, escaped once more: "&lt;p&gt;…&lt;/p&gt;", or a break.
_ESCAPED_TAG = re.compile(
    r"&(?:amp;)?lt;(?:br ?/?|/(?:p|a|li|ul|ol|b|i|em|strong|div|span|h[1-6]))&(?:amp;)?gt;", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"^\s*(?:(?:episode|ep\.?|folge|épisode|episodio|s\d{1,2}\s*e)\s*#?\d+|#\d+\b|\d{1,4}\s*[:|–—-]\s)", re.IGNORECASE
)


def check_item(feed: Feed, item: Node, now: datetime | None = None) -> Iterator[Finding]:
    yield from _title(feed, item)
    yield from _guid(feed, item)
    yield from _date(item, now)
    yield from _texts(item)
    yield from _links(item)
    yield from _apple(feed, item)
    yield from check_explicit(item, required=False)
    yield from check_yes(item, "itunes:block")
    yield from check_deprecated(item)


def check_items(feed: Feed) -> Iterator[Finding]:
    """Judge items beside one another: dates and numbers that two of them share."""
    dates: dict[datetime, str] = {}
    numbers: dict[tuple[str, str], str] = {}
    seasons: dict[str, str] = {}
    for item in feed.items:
        if date := parse_date(_said(item, "pubDate")):
            if date in dates:
                yield SAME_DATE(item.where, f"has the same date as {dates[date]}")
            dates.setdefault(date, item.where)
        season = item.element.find(f"{{{PODCAST}}}season")
        name, text = (season.get("name"), (season.text or "").strip()) if season is not None else (None, "")
        if name and text and seasons.setdefault(text, name) != name:
            yield SEASON_NAMES(item.where, f"calls season {text} {name!r}, another item {seasons[text]!r}")
        number = _said(item, f"{{{ITUNES}}}episode")
        if number and _said(item, f"{{{ITUNES}}}episodeType").lower() in ("", "full"):
            key = (_said(item, f"{{{ITUNES}}}season"), number)
            if key in numbers:
                yield SAME_NUMBER(item.where, f"has the same number {number} as {numbers[key]}")
            numbers.setdefault(key, item.where)


def _said(item: Node, tag: str) -> str:
    """A child's text without making nodes of all the children: this is asked of every item of a long feed."""
    return (item.element.findtext(tag) or "").strip()


def _title(feed: Feed, item: Node) -> Iterator[Finding]:
    title, show = item.value("title"), feed.channel.value("title")
    if not title:
        yield NO_TITLE(item.where, "has no title")
    if item.first("itunes:title") and not item.value("itunes:title"):
        yield NO_APPLE_TITLE(item.where, "itunes:title is empty")
    for name in ("title", "itunes:title"):
        value = item.value(name)
        if value and _NUMBERED.match(value):
            yield TITLE_NUMBER(item.where, f"{name} states the number: {value!r}")
        if value and len(show) > 3 and value.casefold() != show.casefold() and _says(value, show):
            yield TITLE_SHOW(item.where, f"{name} repeats the show's name")
        if found := escaped_in(value):
            yield TITLE_MARKUP(item.where, f"{name} holds HTML: {found}")


def _says(title: str, show: str) -> bool:
    """Tell whether a title is made of the show's name and more, parted by a sign: "Show: …", "… | Show"."""
    name = re.escape(show)
    return bool(re.search(rf"^{name}\s*[:|–—-]|[:|–—-]\s*{name}$", title, re.IGNORECASE))


def _guid(feed: Feed, item: Node) -> Iterator[Finding]:
    guid = item.first("guid")
    if guid is None or not guid.text:
        yield NO_GUID(item.where, "has no guid")
        return
    flag = guid.get("isPermaLink")
    if flag not in (None, "true", "false"):
        yield GUID_FLAG(item.where, f"isPermaLink is {flag!r}")
    if flag in (None, "true") and trouble_of_url(guid.text):
        yield GUID_NO_URL(item.where, f"guid {guid.text!r} is said to be a web address and is none")
    if guid.raw != guid.text:
        yield GUID_PADDED(item.where, "guid begins or ends with spaces")
    if feed.guid_counts[guid.text] > 1:
        yield SAME_GUID(item.where, f"shares its guid {guid.text!r} with another item")


def _date(item: Node, now: datetime | None) -> Iterator[Finding]:
    node = item.first("pubDate")
    if node is None or not node.text:
        yield NO_DATE(item.where, "has no pubDate")
    elif trouble := trouble_of_date(node.text):
        yield BAD_DATE(item.where, f"pubDate {trouble}")
    elif now and (at := parse_date(node.text)) and at > now:
        yield FUTURE(item.where, f"pubDate {node.text} is yet to come")


def _texts(item: Node) -> Iterator[Finding]:
    description, content = item.value("description"), item.value("content:encoded")
    if not description:
        yield NO_DESCRIPTION(item.where, "has no description")
    if (size := len(description.encode())) > 4000:
        yield LONG_DESCRIPTION(item.where, f"description has {size} bytes")
    if others := sorted({tag.lower() for tag in _TAG.findall(description)} - _ALLOWED):
        yield DESCRIPTION_TAGS(item.where, f"description has <{'>, <'.join(others)}>")
    yield from check_html(item)
    if content and len(content) > 200 and "<" not in content:
        yield CONTENT_PLAIN(item.where, "content:encoded has no HTML")


def check_html(node: Node) -> Iterator[Finding]:
    """Judge the HTML in the texts of a show or an item."""
    for name in ("description", "content:encoded"):
        text = node.value(name)
        if found := _ACTIVE.search(_markup(text)):
            rule = SHOW_ACTIVE if node.name == "channel" else ACTIVE
            yield rule(node.where, f"{name} holds {found[0].strip()!r}")
        if relative := [
            url for url in _ADDRESS.findall(text) if not re.match(r"[a-z][a-z0-9+.-]*:|#", url, re.IGNORECASE)
        ]:
            yield RELATIVE(node.where, f"{name} points to {relative[0]!r}")
        if "<" not in text and (found := _ESCAPED_TAG.search(text)):
            yield ESCAPED_TWICE(node.where, f"{name} holds {found[0]!r} and no tag")


def _markup(html: str) -> str:
    """Only the tags of a text: what it says about scripts is not active."""
    return " ".join(found[0] for found in re.finditer(r"<[^<>]*>", html))


def _links(item: Node) -> Iterator[Finding]:
    link = item.first("link")
    if link is None or not link.text:
        yield NO_LINK(item.where, "has no link")
    elif trouble := trouble_of_url(link.text):
        yield BAD_LINK(item.where, f"link {trouble}: {link.text!r}")
    if (author := item.first("author")) and "@" not in author.text:
        yield BAD_AUTHOR(item.where, f"author is {author.text!r}")
    if (source := item.first("source")) and trouble_of_url(source.get("url")):
        yield BAD_SOURCE(item.where, f"source's url is {source.get('url')!r}")
    if (comments := item.first("comments")) and trouble_of_url(comments.text):
        yield BAD_COMMENTS(item.where, f"comments is {comments.text!r}")


def _apple(feed: Feed, item: Node) -> Iterator[Finding]:
    duration = item.first("itunes:duration")
    if duration is None or not duration.text:
        yield NO_DURATION(item.where, "has no itunes:duration")
    elif parse_duration(duration.text) is None:
        yield BAD_DURATION(item.where, f"itunes:duration is {duration.text!r}")
    elif parse_duration(duration.text) == 0:
        yield ZERO_DURATION(item.where, "itunes:duration is 0")
    number, season, kind = (item.first(f"itunes:{name}") for name in ("episode", "season", "episodeType"))
    if number and not is_count(number.text):
        yield BAD_NUMBER(item.where, f"itunes:episode is {number.text!r}")
    if season and not is_count(season.text):
        yield BAD_SEASON(item.where, f"itunes:season is {season.text!r}")
    if kind and kind.text.lower() not in ("full", "trailer", "bonus"):
        yield BAD_KIND(item.where, f"itunes:episodeType is {kind.text!r}")
    elif kind and kind.text != kind.text.lower():
        yield KIND_LETTERS(item.where, f"itunes:episodeType is {kind.text!r}, not {kind.text.lower()!r}")
    is_full = kind is None or kind.text.lower() == "full"
    if feed.channel.value("itunes:type").lower() == "serial" and is_full and not (number and number.text):
        yield SERIAL_NUMBERS(item.where, "has no itunes:episode, in a serial show")
