"""Rules of the podcast namespace on a show: identity, lock, medium, funding, people, places, licence, rhythm."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

from episodes.core.check.countries import COUNTRIES
from episodes.core.check.finding import NAMESPACE, PSP, TAXONOMY, Finding, error, warning
from episodes.core.check.roles import ALL_ROLES, ROLES
from episodes.core.check.tree import Feed, Node
from episodes.core.check.values import is_mail, trouble_of_url

_EDIT = "`episodes show edit SHOW"

NO_GUID = warning("podcast-guid", PSP, "give the show its podcast:guid; `episodes build` does")
BAD_GUID = error("podcast-guid-format", NAMESPACE, "it is a UUID, made once from the feed's address")
ODD_GUID = warning(
    "podcast-guid-version", NAMESPACE, "new ones are UUIDs of version 5; an old one is kept all the same"
)
GUID_LETTERS = warning(
    "podcast-guid-letters", NAMESPACE, "write it in small letters: directories compare GUIDs letter by letter"
)
NO_LOCK = warning("locked", PSP, f"say whether other hosts may import the feed: {_EDIT} locked=true`")
BAD_LOCK = error("locked-value", NAMESPACE, "podcast:locked is yes or no")
LOCK_NO_OWNER = warning(
    "locked-owner-missing", NAMESPACE, "name the owner's mail address, with which a move to another host is verified"
)
LOCK_OWNER = error("locked-owner", NAMESPACE, f"owner is a mail address: {_EDIT} owner_email=…`")
BAD_MEDIUM = error("medium", NAMESPACE, f"{_EDIT} medium=podcast`")
FUNDING_ADDRESS = error("funding-address", NAMESPACE, f"{_EDIT} 'funding=Words|https://…'`")
FUNDING_WORDS = warning("funding-words", NAMESPACE, "say what the link is for")
LABEL_LENGTH = warning("label-length", NAMESPACE, "keep it within 128 characters")
SAME_PERSON = warning("person-repeated", NAMESPACE, "name each person once in a role, and as host or guest")
NO_NAME = error("person-name", NAMESPACE, "name the person, or leave the element out")
BAD_ROLE = warning("person-role", TAXONOMY, "take a role of the Podcast Taxonomy: host, co-host, guest, producer, …")
BAD_GROUP = warning("person-group", TAXONOMY, "take a group of the Podcast Taxonomy: cast, writing, …")
PERSON_ADDRESS = error("person-address", NAMESPACE, "href and img are whole web addresses")
NO_PLACE = error("location-name", NAMESPACE, "name the place")
BAD_GEO = error("location-geo", NAMESPACE, "geo is geo:LATITUDE,LONGITUDE in degrees (RFC 5870)")
BAD_OSM = error("location-osm", NAMESPACE, "osm is N, W or R and a number of OpenStreetMap")
PLACE_COUNTRY = error("location-country", NAMESPACE, "country has two letters (ISO 3166-1): DE, US")
PLACE_RELATION = error("location-rel", NAMESPACE, "rel is subject or creator")
NO_LICENSE = error("license-name", NAMESPACE, "name the licence")
LICENSE_LETTERS = warning("license-letters", NAMESPACE, "write known licences in small letters: cc-by-4.0")
LICENSE_ADDRESS = error("license-address", NAMESPACE, "a licence of your own needs url; known ones have an SPDX name")
BAD_RULE = error("update-rule", NAMESPACE, "rrule is a recurrence rule (RFC 5545) such as FREQ=WEEKLY;BYDAY=TU")
RHYTHM_WORDS = warning("update-words", NAMESPACE, "say in words how often episodes appear: Weekly on Tuesdays")
BAD_COMPLETE = error("update-complete", NAMESPACE, "complete is true or false")
BAD_START = error("update-start", NAMESPACE, "dtstart is a date in ISO 8601; a rule with COUNT needs one")
NO_TEXT = warning("txt-empty", NAMESPACE, "say something in podcast:txt, or leave it out")
TEXT_LENGTH = warning("txt-length", NAMESPACE, "keep podcast:txt within 4,000 characters, its purpose within 128")
BAD_BLOCK = error("podcast-block", NAMESPACE, "podcast:block is yes or no")
BAD_PREVIOUS = error("previous-url", NAMESPACE, "podcast:previousUrl is the feed's former web address")

#: What a feed may be of.
MEDIA = {"podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course"}
MEDIA |= {f"{medium}L" for medium in MEDIA} | {"mixed"}
#: What the commonest parts of a recurrence rule hold, each of a list.
_RULE_PARTS = {
    "BYDAY": r"(?:[+-]?[1-9]\d?)?(?:MO|TU|WE|TH|FR|SA|SU)",
    "INTERVAL": r"[1-9]\d*",
    "COUNT": r"[1-9]\d*",
    "BYMONTH": r"1[0-2]|[1-9]",
    "BYMONTHDAY": r"[+-]?(?:[1-9]|[12]\d|3[01])",
    "WKST": r"MO|TU|WE|TH|FR|SA|SU",
}
_SPEAKERS = frozenset(("host", "co-host", "guest host", "guest"))
_LICENSE = re.compile(
    r"(?:cc0-1\.0|cc-by(?:-(?:nc|sa|nd)){0,2}-\d\.\d(?:-[a-z]+)*|[a-z0-9][a-z0-9.+-]*-\d[a-z0-9.+-]*|mit|unlicense)",
    re.IGNORECASE,
)


def check_show(feed: Feed) -> Iterator[Finding]:
    channel = feed.channel
    yield from _identity(channel)
    yield from _lock(channel)
    medium = channel.first("podcast:medium")
    if medium and medium.text not in MEDIA:
        yield BAD_MEDIUM("channel", f"podcast:medium is {medium.text!r}")
    for funding in channel.all("podcast:funding"):
        if trouble := trouble_of_url(funding.get("url")):
            yield FUNDING_ADDRESS("channel", f"podcast:funding's url {trouble}")
        if not funding.text:
            yield FUNDING_WORDS("channel", "podcast:funding has no words")
        yield from _label(funding, "channel")
    yield from _rhythm(channel)
    yield from _rest(channel)


def _identity(channel: Node) -> Iterator[Finding]:
    guid = channel.first("podcast:guid")
    if guid is None or not guid.text:
        yield NO_GUID("channel", "has no podcast:guid")
        return
    try:
        version = uuid.UUID(guid.text).version if len(guid.text) == 36 else None
    except ValueError:
        version = None
    if version is None:
        yield BAD_GUID("channel", f"podcast:guid is {guid.text!r}")
    elif guid.text != guid.text.lower():
        yield GUID_LETTERS("channel", f"podcast:guid has capital letters: {guid.text}")
    elif version not in (4, 5):
        yield ODD_GUID("channel", f"podcast:guid is a UUID of version {version}")


def _lock(channel: Node) -> Iterator[Finding]:
    locked = channel.first("podcast:locked")
    if locked is None:
        yield NO_LOCK("channel", "has no podcast:locked")
        return
    if locked.text not in ("yes", "no"):
        yield BAD_LOCK("channel", f"podcast:locked is {locked.text!r}")
    owner = locked.get("owner")
    if owner is not None and not is_mail(owner):
        yield LOCK_OWNER("channel", f"podcast:locked's owner is {owner!r}")
    known = channel.first("itunes:owner")
    if owner is None and locked.text == "yes" and known and known.value("itunes:email"):
        yield LOCK_NO_OWNER("channel", "podcast:locked is yes and names no owner")


def _rhythm(channel: Node) -> Iterator[Finding]:
    rhythm = channel.first("podcast:updateFrequency")
    if rhythm is None:
        return
    if not rhythm.text:
        yield RHYTHM_WORDS("channel", "podcast:updateFrequency has no words")
    rule, start = rhythm.get("rrule"), rhythm.get("dtstart")
    if rule is not None and not _is_rule(rule):
        yield BAD_RULE("channel", f"podcast:updateFrequency's rrule is {rule!r}")
    if rhythm.get("complete") not in (None, "true", "false"):
        yield BAD_COMPLETE("channel", f"podcast:updateFrequency's complete is {rhythm.get('complete')!r}")
    if start is not None and not re.match(r"\d{4}-\d\d-\d\d(T\d\d:\d\d|$)", start):
        yield BAD_START("channel", f"podcast:updateFrequency's dtstart is {start!r}")
    elif start is None and "COUNT=" in (rule or ""):
        yield BAD_START("channel", "podcast:updateFrequency counts without dtstart")
    yield from _label(rhythm, "channel")


def _is_rule(rule: str) -> bool:
    parts = [part.partition("=") for part in rule.split(";") if part]
    names = [name for name, _, _ in parts]
    if len(set(names)) < len(names) or any(not re.fullmatch(r"[A-Z]+", name) or not value for name, _, value in parts):
        return False
    values = {name: value for name, _, value in parts}
    for name, form in _RULE_PARTS.items():
        if not all(re.fullmatch(form, value) for value in values.get(name, "").split(",") if name in values):
            return False
    return values.get("FREQ") in ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")


def _rest(channel: Node) -> Iterator[Finding]:
    for block in channel.all("podcast:block"):
        if block.text not in ("yes", "no"):
            yield BAD_BLOCK("channel", f"podcast:block is {block.text!r}")
    selves = [link.get("href") for link in channel.all("atom:link") if link.get("rel") == "self"]
    for former in channel.all("podcast:previousUrl"):
        if trouble := trouble_of_url(former.text):
            yield BAD_PREVIOUS("channel", f"podcast:previousUrl {trouble}")
        elif former.text in selves:
            yield BAD_PREVIOUS("channel", f"podcast:previousUrl is where the feed is now: {former.text}")


def check_shared(node: Node) -> Iterator[Finding]:
    """Judge what a show and an episode may both have: people, places, a licence, texts."""
    for person in node.all("podcast:person"):
        yield from _person(person, node.where)
    yield from _people(node)
    for place in node.all("podcast:location"):
        yield from _place(place, node.where)
    for license_ in node.all("podcast:license"):
        yield from _license(license_, node.where)
    for text in node.all("podcast:txt"):
        if not text.text:
            yield NO_TEXT(node.where, "podcast:txt is empty")
        if len(text.text) > 4000 or len(text.get("purpose") or "") > 128:
            yield TEXT_LENGTH(node.where, f"podcast:txt has {len(text.text)} characters")


def _license(license_: Node, where: str) -> Iterator[Finding]:
    if not license_.text:
        yield NO_LICENSE(where, "podcast:license names none")
    elif license_.get("url") is None and not _LICENSE.fullmatch(license_.text):
        yield LICENSE_ADDRESS(where, f"podcast:license {license_.text!r} is no known licence and has no url")
    elif license_.get("url") is None and license_.text != license_.text.lower():
        yield LICENSE_LETTERS(where, f"podcast:license is {license_.text!r}")
    if license_.get("url") is not None and trouble_of_url(license_.get("url")):
        yield LICENSE_ADDRESS(where, f"podcast:license's url is {license_.get('url')!r}")
    yield from _label(license_, where)


def _people(node: Node) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for person in node.all("podcast:person"):
        role = (person.get("role") or "host").lower()
        key = (" ".join(person.text.casefold().split()), "speaks" if role in _SPEAKERS else role)
        if person.text and key in seen:
            yield SAME_PERSON(node.where, f"names {person.text} twice")
        seen.add(key)


def _person(person: Node, where: str) -> Iterator[Finding]:
    if not person.text:
        yield NO_NAME(where, "podcast:person has no name")
    stated, role = person.get("role"), (person.get("role") or "host").lower()
    group = (person.get("group") or "cast").lower()
    if role not in ALL_ROLES or stated == "":
        yield BAD_ROLE(where, f"{person.text or 'podcast:person'}: there is no role {stated!r}")
    elif group not in ROLES:
        yield BAD_GROUP(where, f"{person.text or 'podcast:person'}: there is no group {group!r}")
    for name in ("href", "img"):
        if person.get(name) is not None and (trouble := trouble_of_url(person.get(name))):
            yield PERSON_ADDRESS(where, f"{person.text}'s {name} {trouble}: {person.get(name)!r}")
    yield from _label(person, where)


def _place(place: Node, where: str) -> Iterator[Finding]:
    if not place.text:
        yield NO_PLACE(where, "podcast:location has no name")
    geo, osm, relation = place.get("geo"), place.get("osm"), place.get("rel")
    if geo is not None and not _is_geo(geo):
        yield BAD_GEO(where, f"podcast:location's geo is {geo!r}")
    if osm is not None and not re.fullmatch(r"[NWR]\d+(?:#\d+)?", osm):
        yield BAD_OSM(where, f"podcast:location's osm is {osm!r}")
    if (place.get("country") or "DE").upper() not in COUNTRIES:
        yield PLACE_COUNTRY(where, f"podcast:location's country is {place.get('country')!r}")
    if relation not in (None, "subject", "creator"):
        yield PLACE_RELATION(where, f"podcast:location's rel is {relation!r}")
    yield from _label(place, where)


def _is_geo(geo: str) -> bool:
    match = re.fullmatch(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;.*)?", geo)
    return match is not None and abs(float(match[1])) <= 90 and abs(float(match[2])) <= 180


def _label(node: Node, where: str) -> Iterator[Finding]:
    if len(node.text) > 128:
        yield LABEL_LENGTH(where, f"<{node.name}> has {len(node.text)} characters")
