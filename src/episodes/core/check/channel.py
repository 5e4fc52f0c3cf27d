"""Rules of the channel: what RSS, Apple and PSP-1 ask of a show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from episodes.core.check.categories import trouble_of_category
from episodes.core.check.finding import (
    APPLE,
    APPLE_CATEGORIES,
    MAIL_DATE,
    PROFILE,
    PSP,
    RSS,
    SPOTIFY,
    TAGS,
    W3C,
    Finding,
    Rule,
    error,
    warning,
)
from episodes.core.check.media import check_https
from episodes.core.check.regions import check_region
from episodes.core.check.tree import Feed, Node
from episodes.core.check.values import (
    escaped_in,
    is_local,
    is_mail,
    parse_date,
    trouble_of_date,
    trouble_of_language,
    trouble_of_url,
)

_EDIT = "`episodes show edit SHOW"

NO_TITLE = error("show-title", RSS, f"give it one: {_EDIT} title=…`")
NO_LINK = error("show-link", RSS, f"give it a page: {_EDIT} link=https://…`")
BAD_LINK = error("show-link-address", RSS, f"{_EDIT} link=https://…`")
NO_DESCRIPTION = error("show-description", RSS, f"describe the show: {_EDIT} description=…`")
TITLE_MARKUP = warning("show-title-with-markup", PROFILE, f"titles and names are plain text: {_EDIT} title=…`")
FUTURE = warning("show-date-future", MAIL_DATE, "say when the feed was last changed, not when it will be")
LONG_DESCRIPTION = warning("show-description-length", APPLE, "keep it within 4,000 bytes")
NO_LANGUAGE = error("show-language", APPLE, f"say it: {_EDIT} language=en`")
BAD_LANGUAGE = error("show-language-tag", TAGS, f"take a tag such as en or pt-BR: {_EDIT} language=…`")
BAD_DATE = error("show-date", MAIL_DATE, "write it as Tue, 03 Mar 2026 08:00:00 +0000")
IMAGE_PARTS = error("show-image-parts", RSS, "<image> holds url, title and link")
IMAGE_ADDRESS = error("show-image-address", RSS, "give the whole web address of the picture")
IMAGE_TITLE = warning("show-image-title", PROFILE, "give <image> the channel's own title")
IMAGE_LINK = warning("show-image-link", PROFILE, "give <image> the channel's own link")
IMAGE_SIZE = warning(
    "show-image-size", RSS, "width is 144 at most, height 400; leave them out: apps measure the picture"
)
BAD_DOCS = warning("show-docs", RSS, "docs is the web address of a page on RSS, or is left out")
BAD_MAIL = error("show-mail", RSS, "write an address, then the name in brackets: ann@example.org (Ann Lee)")
BAD_TTL = error("show-ttl", RSS, "ttl is a whole number of minutes")
BAD_HOURS = error("show-skip-hours", RSS, "hours are 0 to 23, each once")
BAD_DAYS = error("show-skip-days", RSS, "days are Monday to Sunday, each once")
NO_SELF = error("self-link", PSP, 'add <atom:link rel="self"> with the feed\'s address')
MANY_SELF = error("self-link-repeated", PSP, "keep one self link")
BAD_SELF = error("self-link-address", PSP, "give the feed's whole web address")
OTHER_SELF = error("self-link-elsewhere", W3C, "set `base_url` to where the feeds are, then build")
SELF_TYPE = warning("self-link-type", PSP, 'its type is "application/rss+xml"')
LINK_RELATION = warning("link-relation", W3C, "give atom:link a rel and a whole web address")
NO_ITEMS = error("no-items", APPLE, "publish an episode: `episodes add SOURCE`, then `episodes build`")
ORDER = warning("order", APPLE, "put the newest item first")
BUILT_EARLY = warning("show-date-early", RSS, "lastBuildDate is when the newest item came, or later")
LOCAL = warning("local-address", APPLE, "set `base_url` to where listeners reach the feeds, then build")

NO_CATEGORY = error("category", APPLE, f"choose one: {_EDIT} category='News > Politics'`")
BAD_CATEGORY = error("category-name", APPLE_CATEGORIES, "take one of Apple's list, letter by letter")
REPEATED_CATEGORY = warning("category-repeated", APPLE, "name each category once")
NO_AUTHOR = warning("author", APPLE, f"say who makes it: {_EDIT} author=…`")
NO_OWNER = warning("owner", SPOTIFY, f"directories write to the owner: {_EDIT} owner_email=…`")
OWNER_MAIL = error("owner-mail", SPOTIFY, f"{_EDIT} owner_email=ann@example.org`")
OWNER_NAME = warning("owner-name", SPOTIFY, f"{_EDIT} owner_name=…`")
BAD_TYPE = error("show-type", APPLE, "itunes:type is episodic or serial")
TYPE_LETTERS = warning("show-type-letters", PSP, "write episodic and serial in small letters, as apps compare them")
SERIAL_NUMBERS = error("serial-number", APPLE, "number every episode of a serial show: `episodes edit REF number=…`")
NEW_FEED_URL = error("new-feed-url", APPLE, f"{_EDIT} new_feed_url=https://…`")
MOVED = warning(
    "moved", APPLE, "apps will leave this feed for the other one; take `new_feed_url` out if it has not moved"
)
YES_ONLY = warning("yes-only", APPLE, "only Yes has a meaning; leave the element out otherwise")
DEPRECATED = warning("deprecated", APPLE, "leave it out; Apple reads it no more")


def check_channel(feed: Feed, url: str = "", now: datetime | None = None) -> Iterator[Finding]:
    """Judge the channel; `url` is where the feed is published and `now` the time, if known."""
    channel = feed.channel
    yield from _basics(channel)
    yield from _dates(channel, now)
    yield from _picture(channel)
    yield from _habits(channel)
    yield from _links(channel, url)
    yield from _apple(channel)
    yield from _categories(channel)
    yield from _order(feed, now)


def _basics(channel: Node) -> Iterator[Finding]:
    if not channel.value("title"):
        yield NO_TITLE("channel", "has no title")
    for name in ("title", "itunes:title", "itunes:author"):
        if found := escaped_in(channel.value(name)):
            yield TITLE_MARKUP("channel", f"{name} holds HTML: {found}")
    link = channel.first("link")
    if link is None or not link.text:
        yield NO_LINK("channel", "has no link")
    elif trouble := trouble_of_url(link.text):
        yield BAD_LINK("channel", f"link {trouble}: {link.text!r}")
    description = channel.value("description")
    if not description:
        yield NO_DESCRIPTION("channel", "has no description")
    if (size := len(description.encode())) > 4000:
        yield LONG_DESCRIPTION("channel", f"description has {size} bytes")
    language = channel.value("language")
    if not language:
        yield NO_LANGUAGE("channel", "has no language")
    elif trouble := trouble_of_language(language):
        yield BAD_LANGUAGE("channel", trouble)
    else:
        yield from check_region("channel", language)


def _dates(channel: Node, now: datetime | None) -> Iterator[Finding]:
    for name in ("pubDate", "lastBuildDate"):
        node = channel.first(name)
        if node and (trouble := trouble_of_date(node.text)):
            yield BAD_DATE("channel", f"{name}: {trouble}")
        elif node and now and (at := parse_date(node.text)) and at > now + timedelta(days=1):
            yield FUTURE("channel", f"{name} {node.text} is yet to come")


def _picture(channel: Node) -> Iterator[Finding]:
    image = channel.first("image")
    if image is None:
        return
    missing = [name for name in ("url", "title", "link") if not image.value(name)]
    if missing:
        yield IMAGE_PARTS("channel", f"image has no {' and no '.join(missing)}")
    if image.value("url") and (trouble := trouble_of_url(image.value("url"))):
        yield IMAGE_ADDRESS("channel", f"image's url {trouble}")
    yield from check_https("channel", "picture", image.value("url"))
    for name, most in (("width", 144), ("height", 400)):
        value = image.value(name)
        if image.first(name) and not (re.fullmatch(r"\d{1,4}", value) and 0 < int(value) <= most):
            yield IMAGE_SIZE("channel", f"image's {name} is {value[:40]!r}")
    if image.value("title") and image.value("title") != channel.value("title"):
        yield IMAGE_TITLE("channel", f"image's title is {image.value('title')!r}")
    if image.value("link") and image.value("link") != channel.value("link"):
        yield IMAGE_LINK("channel", f"image's link is {image.value('link')!r}")


def _habits(channel: Node) -> Iterator[Finding]:
    for name in ("managingEditor", "webMaster"):
        value = channel.value(name)
        if channel.first(name) and not is_mail(re.sub(r"\s*\([^()]*\)$", "", value)):
            yield BAD_MAIL("channel", f"{name} is {value!r}")
    if channel.first("docs") and (trouble := trouble_of_url(channel.value("docs"))):
        yield BAD_DOCS("channel", f"docs {trouble}: {channel.value('docs')!r}")
    if (ttl := channel.first("ttl")) and not ttl.text.isdecimal():
        yield BAD_TTL("channel", f"ttl is {ttl.text!r}")
    if hours := channel.first("skipHours"):
        values = [node.text for node in hours.all("hour")]
        if len(set(values)) < len(values) or any(not v.isdecimal() or int(v) > 23 for v in values):
            yield BAD_HOURS("channel", f"skipHours holds {', '.join(values)}")
    if days := channel.first("skipDays"):
        values = [node.text for node in days.all("day")]
        known = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
        if len(set(values)) < len(values) or not known.issuperset(values):
            yield BAD_DAYS("channel", f"skipDays holds {', '.join(values)}")


def _links(channel: Node, url: str) -> Iterator[Finding]:
    links = channel.all("atom:link")
    selves = [link for link in links if link.get("rel") == "self"]
    if not selves:
        yield NO_SELF("channel", "does not say where the feed is")
    if len(selves) > 1:
        yield MANY_SELF("channel", f"has {len(selves)} self links")
    for link in selves[:1]:
        address = link.get("href")
        if trouble := trouble_of_url(address):
            yield BAD_SELF("channel", f"self link {trouble}: {address!r}")
        elif url and address != url:
            yield OTHER_SELF("channel", f"self link is {address}, the feed is at {url}")
        elif address and is_local(address):
            yield LOCAL("channel", f"{address} works on this machine only")
        yield from check_https("channel", "feed", address or "")
        if link.get("type") != "application/rss+xml":
            yield SELF_TYPE("channel", f"self link's type is {link.get('type')!r}")
    for link in links:
        if not link.get("rel") or trouble_of_url(link.get("href")):
            yield LINK_RELATION("channel", f"atom:link rel={link.get('rel')!r} href={link.get('href')!r}")


def _apple(channel: Node) -> Iterator[Finding]:
    if not channel.value("itunes:author"):
        yield NO_AUTHOR("channel", "has no itunes:author")
    owner = channel.first("itunes:owner")
    mail = owner.value("itunes:email") if owner else ""
    if owner is None or not mail:
        yield NO_OWNER("channel", "has no itunes:owner with an e-mail address")
    elif not is_mail(mail):
        yield OWNER_MAIL("channel", f"itunes:email is {mail!r}")
    if owner is not None and not owner.value("itunes:name"):
        yield OWNER_NAME("channel", "itunes:owner has no name")
    if (kind := channel.first("itunes:type")) and kind.text.lower() not in ("episodic", "serial"):
        yield BAD_TYPE("channel", f"itunes:type is {kind.text!r}")
    elif kind and kind.text != kind.text.lower():
        yield TYPE_LETTERS("channel", f"itunes:type is {kind.text!r}, not {kind.text.lower()!r}")
    if moved := channel.first("itunes:new-feed-url"):
        selves = [link.get("href") for link in channel.all("atom:link") if link.get("rel") == "self"]
        if trouble := trouble_of_url(moved.text):
            yield NEW_FEED_URL("channel", f"itunes:new-feed-url {trouble}")
        elif moved.text not in selves:
            yield MOVED("channel", f"itunes:new-feed-url sends apps to {moved.text}")
    yield from check_yes(channel, "itunes:block", "itunes:complete")
    yield from check_deprecated(channel)


def check_yes(node: Node, *names: str) -> Iterator[Finding]:
    for name in names:
        if (found := node.first(name)) and found.text.lower() != "yes":
            yield YES_ONLY(node.where, f"{name} is {found.text!r}")


def check_deprecated(node: Node) -> Iterator[Finding]:
    for name in ("itunes:subtitle", "itunes:summary", "itunes:keywords"):
        if node.first(name):
            yield DEPRECATED(node.where, f"has {name}")


def _categories(channel: Node) -> Iterator[Finding]:
    named = channel.all("itunes:category")
    if not any(node.get("text") for node in named):
        yield NO_CATEGORY("channel", "has no itunes:category")
    seen: set[tuple[str, str]] = set()
    for node in named:
        name = node.get("text") or ""
        subs = [sub.get("text") or "" for sub in node.all("itunes:category")] or [""]
        if any(sub.all("itunes:category") for sub in node.all("itunes:category")):
            yield BAD_CATEGORY("channel", f"the sub-category of {name} has one itself")
        for sub in subs:
            if trouble := trouble_of_category(name, sub):
                yield BAD_CATEGORY("channel", trouble)
            if (name, sub) in seen:
                yield REPEATED_CATEGORY("channel", f"names {name} {('> ' + sub) if sub else ''} twice")
            seen.add((name, sub))


def _order(feed: Feed, now: datetime | None) -> Iterator[Finding]:
    if not feed.items and not feed.further:
        yield NO_ITEMS("channel", "has no item")
    dates = [parse_date((item.element.findtext("pubDate") or "").strip()) for item in feed.items]
    known = [date for date in dates if date]
    if any(earlier < later for earlier, later in pairwise(known)):
        yield ORDER("channel", "items are not in order of their dates, newest first")
    built = parse_date(feed.channel.value("lastBuildDate"))
    newest = max((date for date in known if now and date <= now), default=None)
    if built and newest and built < newest:
        yield BUILT_EARLY(
            "channel", f"lastBuildDate is {built:%Y-%m-%d %H:%M %Z}, an item is of {newest:%Y-%m-%d %H:%M %Z}"
        )


_EXPLICIT_MEND = "itunes:explicit is true or false"
NO_EXPLICIT = error("explicit", APPLE, _EXPLICIT_MEND)
BAD_EXPLICIT = error("explicit-value", PSP, _EXPLICIT_MEND)
OLD_EXPLICIT = warning("explicit-old-value", PSP, _EXPLICIT_MEND)


def check_explicit(node: Node, *, required: bool) -> Iterator[Finding]:
    found = node.first("itunes:explicit")
    if found is None:
        if required:
            yield NO_EXPLICIT(node.where, "has no itunes:explicit")
    elif found.text not in ("true", "false"):
        rule: Rule = OLD_EXPLICIT if found.text.lower() in ("yes", "no", "clean", "true", "false") else BAD_EXPLICIT
        yield rule(node.where, f"itunes:explicit is {found.text!r}")
