"""A feed's channel as the settings of a show."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from episodes.core.check.retired_categories import present_category
from episodes.core.naming import make_slug
from episodes.core.show import Show
from episodes.feed.reading.names import attribute, child, children, name_of, text
from episodes.feed.reading.people import read_persons
from episodes.feed.reading.values import parse_flag
from episodes.feed.reading.words import plain, plain_title, web_address

_DESCRIPTIONS = (
    "description", "itunes:summary", "atom:subtitle", "atom:tagline", "itunes:subtitle", "googleplay:description",
)  # fmt: skip


def read_show(channel: etree._Element, notes: list[str]) -> Show:
    """Read what a channel says of its show; what it does not say stays at the default."""
    title = plain_title(text(channel, "title", "atom:title", "itunes:title", "dc:title"))
    if not title:
        notes.append("the feed has no title")
    owner = child(channel, "itunes:owner")
    locked = text(channel, "podcast:locked").lower()
    license_element = child(channel, "podcast:license")
    people = read_persons(channel, notes)
    frequency = child(channel, "podcast:updateFrequency")
    return Show(
        slug=make_slug(title or "imported show"),
        title=title or "Imported show",
        description=plain(text(channel, *_DESCRIPTIONS)),
        language=_language(channel),
        author=plain_title(text(channel, "itunes:author", "googleplay:author") or _atom_author(channel)),
        owner_name=plain_title(text(owner, "itunes:name")) if owner is not None else "",
        owner_email=text(owner if owner is not None else channel, "itunes:email", "googleplay:email"),
        link=web_address(_page(channel)),
        image=web_address(_image(channel)),
        category="; ".join(dict.fromkeys(_categories(channel, notes))),
        explicit=bool(parse_flag(text(channel, "itunes:explicit", "googleplay:explicit"))),
        copyright=plain_title(text(channel, "copyright", "atom:rights", "dc:rights", "atom:copyright")),
        hosts=tuple(credit for credit in people if credit.role == "host"),
        guid=text(channel, "podcast:guid"),
        type="serial" if text(channel, "itunes:type").lower() == "serial" else "episodic",
        medium=text(channel, "podcast:medium").lower() or "podcast",
        locked=locked != "no" if locked else True,
        blocked=text(channel, "itunes:block").lower() == "yes",
        complete=_is_complete(channel, frequency),
        funding=tuple(_funding(channel)),
        license=text(channel, "podcast:license"),
        license_url=attribute(license_element, "url") if license_element is not None else "",
        location=place_of(channel),
        update_frequency=text(channel, "podcast:updateFrequency"),
        update_rule=attribute(frequency, "rrule") if frequency is not None else "",
        texts=tuple(_texts(channel)),
    )  # fmt: skip


def place_of(element: etree._Element) -> str:
    """The first podcast:location of a channel or item, what it is about before where it is made.

    As settings write it: "Name|geo|osm|creator|country", empty parts at the end left out.
    """
    places = [place for place in children(element, "podcast:location") if (place.text or "").strip()]
    if not places:
        return ""
    found = min(places, key=lambda place: attribute(place, "rel").lower() == "creator")
    relation = "creator" if attribute(found, "rel").lower() == "creator" else ""
    stated = [attribute(found, "geo"), attribute(found, "osm"), relation, attribute(found, "country").upper()]
    return "|".join([(found.text or "").strip().replace("|", " "), *stated]).rstrip("|")


def _is_complete(channel: etree._Element, frequency: etree._Element | None) -> bool:
    stated = attribute(frequency, "complete") if frequency is not None else ""
    return text(channel, "itunes:complete").lower() == "yes" or stated.lower() == "true"


def _texts(channel: etree._Element) -> Iterator[str]:
    for one in children(channel, "podcast:txt"):
        yield f"{attribute(one, 'purpose')}|{(one.text or '').strip()}"


def _language(channel: etree._Element) -> str:
    stated = text(channel, "language", "dc:language") or str(
        channel.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    )
    stated = stated.replace("_", "-").strip()
    return stated if 2 <= len(stated) <= 35 and all(part.isalnum() for part in stated.split("-")) else ""


def _atom_author(channel: etree._Element) -> str:
    person = child(channel, "atom:author", "author")
    if person is None:
        return text(channel, "dc:creator", "managingEditor")
    return text(person, "atom:name", "name") or (person.text or "").strip()


def _page(channel: etree._Element) -> str:
    for link in children(channel, "link", "atom:link"):
        if name_of(link) == "link" and (link.text or "").strip():
            return (link.text or "").strip()
    for link in children(channel, "atom:link", "link"):
        if attribute(link, "rel").lower() in ("", "alternate") and attribute(link, "type").lower() in ("", "text/html"):
            return attribute(link, "href")
    return ""


def _image(channel: etree._Element) -> str:
    for image in children(channel, "itunes:image", "googleplay:image"):
        if address := attribute(image, "href", "url") or (image.text or "").strip():
            return address
    for image in children(channel, "image"):
        if address := text(image, "url"):
            return address
    return text(channel, "atom:logo", "atom:icon")


def _categories(channel: etree._Element, notes: list[str]) -> Iterator[str]:
    for category in children(channel, "itunes:category"):
        name = attribute(category, "text")
        inner = [attribute(one, "text") for one in children(category, "itunes:category")]
        for sub in list(filter(None, inner)) or [""]:
            named, now = f"{name} > {sub}" if sub else name, present_category(name, sub)
            if named != now:
                notes.append(f"its category {named!r} is {now!r} in Apple's list of today")
            if now:
                yield now


def _funding(channel: etree._Element) -> Iterator[str]:
    for funding in children(channel, "podcast:funding"):
        if address := attribute(funding, "url"):
            yield f"{(funding.text or '').strip().replace('|', ' ')}|{address}".lstrip("|")
