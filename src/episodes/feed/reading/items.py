"""One item of a feed: GUID, date, words, numbers, people, media, chapters and transcripts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from lxml import etree

from episodes.core.episode import Link, LinkKind
from episodes.core.incoming import IncomingFile, IncomingItem
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.show import Show
from episodes.feed.reading.channel import place_of
from episodes.feed.reading.enclosures import read_files, to_number
from episodes.feed.reading.names import attribute, child, children, name_of, text, text_of
from episodes.feed.reading.people import read_contributors, read_persons
from episodes.feed.reading.timed import read_chapters, read_chapters_url, read_soundbites, read_transcripts
from episodes.feed.reading.unread import unread_of_item
from episodes.feed.reading.values import parse_date, parse_duration, parse_flag, parse_number
from episodes.feed.reading.words import as_meant, join_address, plain, plain_title, web_address

#: A plain description of at most so many characters, beside fuller notes, is the publisher's summary.
LONGEST_SUMMARY = 1200


@dataclass(frozen=True, kw_only=True)
class Context:
    """What an item needs to know of its feed."""

    show: Show
    base: str  #: address that relative ones hang on
    identity: str  #: what names the feed
    people: frozenset[str]  #: names of the show's own people, in small letters


def read_item_element(element: etree._Element, context: Context) -> IncomingItem:
    """Read an item; whatever it says wrongly is mended or left open, and told in its notes."""
    notes: list[str] = []
    if own := element.get("{http://www.w3.org/XML/1998/namespace}base"):
        context = replace(context, base=join_address(context.base, own))
    duration = _duration(element, notes)
    files = read_files(element, context.base, duration, notes)
    page = _page(element, context.base)
    title = _title(element, notes)
    published_at, date_is_sure = _date(element, notes)
    stated = _stated_guid(element)
    guid = stated or _stand_in(element, files, page, title, published_at, notes)
    description, summary = _description(element)
    number, season = (
        child(element, "podcast:episode", "itunes:episode"),
        child(element, "podcast:season", "itunes:season"),
    )
    kind = text(element, "itunes:episodeType")
    license_element = child(element, "podcast:license")
    item = Item(
        source=Source(provider="feed", key=f"{context.identity} {guid}", url=files[0].url if files else page),
        title=title,
        description=description,
        show_title=context.show.title,
        author=plain_title(text(element, "itunes:author", "dc:creator") or _author(element)),
        published_at=published_at,
        date_is_sure=date_is_sure,
        number=_number(element, ("itunes:episode", "podcast:episode"), "episode", notes),
        season=_number(element, ("itunes:season", "podcast:season"), "season", notes),
        kind=files[0].kind if files else "audio",
        duration=duration,
        language=text(element, "dc:language"),
        webpage_url=page,
        image_url=_image(element, context.base),
        tags={"itunes:episodetype": kind} if kind else {},
        chapters=read_chapters(element, notes),
    )
    return IncomingItem(
        guid=guid,
        is_guid_stated=bool(stated),
        item=item,
        short_title=plain_title(text(element, "itunes:title")),
        summary=summary,
        files=files,
        transcripts=read_transcripts(element, context.base),
        chapters_url=read_chapters_url(element, context.base),
        credits=read_persons(element, notes),
        contributors=read_contributors(element, context.people),
        number_label=attribute(number, "display") if number is not None else "",
        season_name=attribute(season, "name") if season is not None else "",
        explicit=_explicit(element, context.show),
        soundbites=read_soundbites(element, notes),
        links=_links(element, context.base),
        license=text(element, "podcast:license"),
        license_url=attribute(license_element, "url") if license_element is not None else "",
        location=place_of(element),
        notes=(*notes, *unread_of_item(element)),
    )  # fmt: skip


def _stated_guid(element: etree._Element) -> str:
    return text(element, "guid", "atom:id", "id", "dc:identifier") or attribute(element, "about")


def _stand_in(
    element: etree._Element,
    files: tuple[IncomingFile, ...],
    page: str,
    title: str,
    at: datetime | None,
    notes: list[str],
) -> str:
    """What apps take for the identity of an item that states none."""
    if files:
        notes.append("it has no GUID; the address of its medium stands for it")
        return files[0].url
    if page:
        notes.append("it has no GUID; the address of its page stands for it")
        return page
    notes.append("it has no GUID; one was made of its title and date")
    return hashlib.sha256(
        f"{title}\n{at.isoformat() if at else ''}\n{text(element, 'description')}".encode()
    ).hexdigest()[:32]


def _title(element: etree._Element, notes: list[str]) -> str:
    title = plain_title(text(element, "title", "atom:title", "itunes:title", "dc:title", "media:title"))
    if title:
        return title
    words = plain(
        text(element, "itunes:subtitle", "itunes:summary", "description", "atom:summary", "atom:content")
    ).split()
    if not words:
        notes.append("it has no title")
        return "Untitled"
    notes.append("it has no title; its first words stand for it")
    return " ".join(words[:10]) + ("…" if len(words) > 10 else "")


def _date(element: etree._Element, notes: list[str]) -> tuple[datetime | None, bool]:
    unread: list[str] = []
    for name in (
        "pubDate",
        "atom:published",
        "atom:issued",
        "published",
        "dc:date",
        "dc:issued",
        "atom:updated",
        "atom:modified",
        "updated",
        "dc:created",
    ):
        for found in children(element, name):
            said = text_of(found)
            if at := parse_date(said):
                if unread:
                    notes.append(f"its date {unread[0]!r} makes no sense; {name_of(found)} was taken")
                return at, True
            if said:
                unread.append(said)
    notes.append(f"its date {unread[0]!r} makes no sense" if unread else "it has no date")
    return None, False


def _description(element: etree._Element) -> tuple[str, str]:
    """The fullest text there is, and a short one beside it."""
    full, short, *others = (
        as_meant(text(element, *names))
        for names in (
            ("content:encoded", "xhtml:body", "atom:content", "fullitem"),
            ("description", "atom:summary", "summary"),
            ("itunes:summary",),
            ("googleplay:description",),
            ("media:description",),
            ("itunes:subtitle",),
        )
    )
    texts = [said for said in (full, short, *others) if said]
    if not texts:
        return "", ""
    body = full or max(texts[:3], key=lambda said: len(plain(said)))
    if len(plain(body)) * 2 < len(plain(max(texts, key=len))):
        body = max(texts, key=len)  # the shorter one only announces the whole
    return body, _summary(body, short, others)


def _summary(body: str, short: str, others: list[str]) -> str:
    whole = " ".join(plain(body).split())
    for said in (short, *others):
        summary = plain(said)
        line = " ".join(summary.split())
        # A text cut off with dots is the body's beginning, no summary of its own.
        if (
            40 <= len(line) <= LONGEST_SUMMARY
            and len(line) < len(whole)
            and "\n\n" not in summary
            and not line.endswith(("…", "...", "[…]", "[...]"))
        ):
            return line
    return ""


def _number(element: etree._Element, names: tuple[str, ...], what: str, notes: list[str]) -> str:
    for name in names:
        said = text(element, name)
        if not said:
            continue
        number = parse_number(said)
        if number is not None:
            return str(number)
        notes.append(f"its {what} number {said!r} is no number")
    return ""


def _duration(element: etree._Element, notes: list[str]) -> float:
    said = text(element, "itunes:duration", "duration")
    if not said:
        content = child(element, "media:content")
        return to_number(attribute(content, "duration")) if content is not None else 0.0
    duration = parse_duration(said)
    if duration is None:
        notes.append(f"its duration {said!r} makes no sense")
        return 0.0
    if duration > 48 * 3600:
        notes.append(f"its duration {said!r} is longer than two days and was left out")
        return 0.0
    return duration


def _page(element: etree._Element, base: str) -> str:
    for link in children(element, "link", "atom:link"):
        if attribute(link, "rel").lower() in ("", "alternate"):
            address = attribute(link, "href") or (link.text or "").strip()
            if found := web_address(address, base):
                return found
    guid = child(element, "guid")
    if guid is not None and attribute(guid, "isPermaLink").lower() != "false":
        return web_address((guid.text or "").strip())
    return ""


def _author(element: etree._Element) -> str:
    person = child(element, "atom:author", "author")
    if person is None:
        return ""
    said = text(person, "atom:name", "name") or (person.text or "").strip()
    # RSS 2.0 has "mail@example.org (Name)" here.
    return said[said.index("(") + 1 : -1] if said.endswith(")") and "@" in said and "(" in said else said


def _image(element: etree._Element, base: str) -> str:
    for image in children(element, "itunes:image", "googleplay:image", "podcast:image", "media:thumbnail"):
        if found := web_address(attribute(image, "href", "url") or (image.text or ""), base):
            return found
    for image in children(element, "image"):
        if found := web_address(text(image, "url"), base):
            return found
    return ""


def _explicit(element: etree._Element, show: Show) -> bool | None:
    said = parse_flag(text(element, "itunes:explicit", "googleplay:explicit"))
    return None if said == show.explicit else said


def _links(element: etree._Element, base: str) -> tuple[Link, ...]:
    """Where else the episode is to be found, or how to give for it, as the item states it."""
    found: dict[str, Link] = {}
    for one in children(element, "podcast:contentLink"):
        if address := web_address(attribute(one, "href"), base):
            kind: LinkKind = "watch" if "youtu" in address or "vimeo" in address else "listen"
            found.setdefault(
                address, Link(title=plain_title((one.text or "").strip()) or address, url=address, kind=kind)
            )
    return tuple(found.values())
