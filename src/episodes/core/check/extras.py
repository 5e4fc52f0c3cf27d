"""Rules of the podcast namespace on an item: numbers, transcripts, chapters, soundbites, other media, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from episodes.core.check.agreeing import check_agreement
from episodes.core.check.facts import Facts
from episodes.core.check.finding import APPLE, NAMESPACE, PODLOVE, PSP, TAGS, Finding, error, warning
from episodes.core.check.linked import check_captions, check_chapters
from episodes.core.check.media import MISSING_FILE, check_https, extension_of
from episodes.core.check.regions import check_region
from episodes.core.check.tree import Feed, Node
from episodes.core.check.values import is_count, is_decimal, parse_duration, trouble_of_language, trouble_of_url
from episodes.core.timecode import parse_timecode

BAD_EPISODE = error("podcast-episode", NAMESPACE, "podcast:episode is a decimal number")
LONG_DISPLAY = warning("podcast-episode-display", NAMESPACE, "keep display within 32 characters")
LONG_SEASON = warning("podcast-season-name", NAMESPACE, "keep a season's name within 128 characters")
BAD_SEASON = error("podcast-season", NAMESPACE, "podcast:season is a whole number")
ZERO = warning("number-zero", APPLE, "numbers begin at 1; leave the element out where there is none")
OTHER_NUMBER = warning("number-mismatch", NAMESPACE, "itunes and podcast elements state the same number")
ONLY_GUESTS = warning("guests-only", NAMESPACE, "people of an item replace the show's: name its hosts again")

NO_TRANSCRIPT_ADDRESS = error("transcript-address", NAMESPACE, "podcast:transcript has the file's whole web address")
NO_TRANSCRIPT_TYPE = error("transcript-type", NAMESPACE, "podcast:transcript has the file's type")
ODD_TRANSCRIPT_TYPE = warning(
    "transcript-type-unknown", PSP, "take text/vtt, application/x-subrip, application/json, text/html or text/plain"
)
OLD_TRANSCRIPT_TYPE = warning("transcript-type-old", NAMESPACE, "SRT's type is application/x-subrip")
TRANSCRIPT_ENDING = warning("transcript-extension", PSP, "let the file's ending fit its type")
TRANSCRIPT_LANGUAGE = error("transcript-language", TAGS, "take a tag such as en or pt-BR")
TRANSCRIPT_RELATION = error("transcript-rel", NAMESPACE, "rel is captions, or is left out")
SAME_TRANSCRIPT = warning("transcript-repeated", NAMESPACE, "name each file once")

CHAPTERS_ADDRESS = error("chapters-address", NAMESPACE, "podcast:chapters has the file's whole web address")
CHAPTERS_TYPE = error("chapters-type", NAMESPACE, "podcast:chapters has type application/json+chapters")
OLD_CHAPTERS_TYPE = warning("chapters-type-other", NAMESPACE, "the type is application/json+chapters")
PSC_VERSION = warning("psc-version", PODLOVE, "version is 1.2")
PSC_START = error("psc-start", PODLOVE, "start is a time such as 00:01:05.250")
PSC_TITLE = error("psc-title", PODLOVE, "a chapter has a title")
PSC_ORDER = error("psc-order", PODLOVE, "chapters stand in the order of their times")
PSC_END = error("psc-after-end", PODLOVE, "chapters begin within the episode")
PSC_ADDRESS = error("psc-address", PODLOVE, "href and image are whole web addresses")
PSC_EMPTY = warning("psc-empty", PODLOVE, "leave psc:chapters out where there are none")

BAD_BITE = error("soundbite", NAMESPACE, "startTime and duration are seconds")
BITE_END = error("soundbite-after-end", NAMESPACE, "a soundbite lies within the episode")
BITE_LENGTH = warning("soundbite-duration", NAMESPACE, "15 to 120 seconds are advised")
BITE_TITLE = warning("soundbite-title", NAMESPACE, "keep its title within 128 characters")

CONTENT_LINK = error("content-link", NAMESPACE, "podcast:contentLink has href, and words that say where it leads")
SOCIAL_PRIORITY = error("social-priority", NAMESPACE, "priority is a whole number; the lowest is shown first")
SOCIAL = error("social-interact", NAMESPACE, "podcast:socialInteract has a protocol, and uri unless it is disabled")

_TRANSCRIPT_ENDINGS = {
    "text/vtt": {".vtt"},
    "application/x-subrip": {".srt"},
    "application/srt": {".srt"},
    "text/srt": {".srt"},
    "application/json": {".json"},
    "text/html": {".html", ".htm", ""},
    "text/plain": {".txt", ""},
}
_NORMAL_PLAY_TIME = re.compile(r"(?:(?:\d+:)?[0-5]?\d:[0-5]\d|\d+)(?:\.\d+)?")


def check_extras(feed: Feed, item: Node, facts: Facts | None) -> Iterator[Finding]:
    duration = parse_duration(item.value("itunes:duration")) or 0.0
    yield from _numbers(item)
    yield from _people(feed, item)
    yield from _transcripts(item, facts, duration)
    yield from check_agreement(feed, item, facts)
    yield from _chapters(item, facts, duration)
    yield from _simple_chapters(item, duration)
    yield from _soundbites(item, duration)
    for link in item.all("podcast:contentLink"):
        if trouble_of_url(link.get("href")) or not link.text:
            yield CONTENT_LINK(item.where, f"podcast:contentLink {link.text!r} leads to {link.get('href')!r}")
    for social in item.all("podcast:socialInteract"):
        protocol = social.get("protocol")
        if not protocol or (protocol != "disabled" and not social.get("uri")):
            yield SOCIAL(item.where, "podcast:socialInteract lacks protocol or uri")
        if not re.fullmatch(r"\d{1,9}", social.get("priority") or "0", re.ASCII):
            yield SOCIAL_PRIORITY(item.where, f"podcast:socialInteract's priority is {social.get('priority')!r}")


def _numbers(item: Node) -> Iterator[Finding]:
    episode, season = item.first("podcast:episode"), item.first("podcast:season")
    if episode and not is_decimal(episode.text):
        yield BAD_EPISODE(item.where, f"podcast:episode is {episode.text!r}")
    if episode and len(episode.get("display") or "") > 32:
        yield LONG_DISPLAY(item.where, "podcast:episode's display is long")
    if season and not season.text.isdecimal():
        yield BAD_SEASON(item.where, f"podcast:season is {season.text!r}")
    if season and len(season.get("name") or "") > 128:
        yield LONG_SEASON(item.where, "podcast:season's name is long")
    for name, node in (("episode", episode), ("season", season)):
        if node and is_decimal(node.text) and float(node.text) == 0:
            yield ZERO(item.where, f"podcast:{name} is {node.text}")
        other = item.value(f"itunes:{name}")
        if node and other and is_decimal(node.text) and is_count(other) and float(node.text) != float(other):
            yield OTHER_NUMBER(item.where, f"podcast:{name} is {node.text}, itunes:{name} is {other}")


def _people(feed: Feed, item: Node) -> Iterator[Finding]:
    roles = {(person.get("role") or "host").lower() for person in item.all("podcast:person")}
    if roles == {"guest"} and feed.show_hosts:
        yield ONLY_GUESTS(item.where, "names guests and no host")


def _transcripts(item: Node, facts: Facts | None, duration: float) -> Iterator[Finding]:
    seen: set[str] = set()
    for transcript in item.all("podcast:transcript"):
        url, kind = transcript.get("url") or "", transcript.get("type") or ""
        if trouble := trouble_of_url(url):
            yield NO_TRANSCRIPT_ADDRESS(item.where, f"podcast:transcript's url {trouble}: {url!r}")
        yield from check_https(item.where, "transcript", url)
        if not kind:
            yield NO_TRANSCRIPT_TYPE(item.where, f"podcast:transcript {url} has no type")
        elif kind not in _TRANSCRIPT_ENDINGS:
            yield ODD_TRANSCRIPT_TYPE(item.where, f"podcast:transcript's type is {kind}")
        elif not trouble and extension_of(url) not in _TRANSCRIPT_ENDINGS[kind] | {""}:
            yield TRANSCRIPT_ENDING(
                item.where, f"podcast:transcript is {kind}, its address ends with {extension_of(url)}"
            )
        if kind in ("application/srt", "text/srt"):
            yield OLD_TRANSCRIPT_TYPE(item.where, f"podcast:transcript's type is {kind}")
        language = transcript.get("language")
        if language is not None and (trouble := trouble_of_language(language)):
            yield TRANSCRIPT_LANGUAGE(item.where, f"podcast:transcript: {trouble}")
        else:
            yield from check_region(item.where, language or "")
        if transcript.get("rel") not in (None, "captions"):
            yield TRANSCRIPT_RELATION(item.where, f"podcast:transcript's rel is {transcript.get('rel')!r}")
        if url in seen:
            yield SAME_TRANSCRIPT(item.where, f"names {url} twice")
        seen.add(url)
        yield from _linked(item, url, kind, facts, duration, language or "")


def _linked(
    item: Node, url: str, kind: str, facts: Facts | None, duration: float, language: str = ""
) -> Iterator[Finding]:
    known = facts(url) if facts and url else None
    if known and not known.exists:
        yield MISSING_FILE(item.where, f"there is no {url}")
    elif known and known.is_read and kind == "chapters":
        yield from check_chapters(item.where, known.data, duration, facts)
    elif known and known.is_read:
        yield from check_captions(item.where, url, known.data, kind, duration=duration, language=language)


def _chapters(item: Node, facts: Facts | None, duration: float) -> Iterator[Finding]:
    chapters = item.first("podcast:chapters")
    if chapters is None:
        return
    url, kind = chapters.get("url") or "", chapters.get("type")
    if trouble := trouble_of_url(url):
        yield CHAPTERS_ADDRESS(item.where, f"podcast:chapters' url {trouble}: {url!r}")
    yield from check_https(item.where, "chapters", url)
    if not kind or not kind.startswith("application/json"):
        yield CHAPTERS_TYPE(item.where, f"podcast:chapters' type is {kind!r}")
    elif kind != "application/json+chapters":
        yield OLD_CHAPTERS_TYPE(item.where, f"podcast:chapters' type is {kind}")
    yield from _linked(item, url, "chapters", facts, duration)


def _simple_chapters(item: Node, duration: float) -> Iterator[Finding]:
    listed = item.first("psc:chapters")
    if listed is None:
        return
    if listed.get("version") not in ("1.0", "1.1", "1.2"):
        yield PSC_VERSION(item.where, f"psc:chapters' version is {listed.get('version')!r}")
    if not listed.all("psc:chapter"):
        yield PSC_EMPTY(item.where, "psc:chapters holds none")
    latest = -1.0
    for chapter in listed.all("psc:chapter"):
        yield from _simple_chapter(item, chapter)
        if not _NORMAL_PLAY_TIME.fullmatch(chapter.get("start") or ""):
            yield PSC_START(item.where, f"a chapter starts at {chapter.get('start')!r}")
            continue
        start = parse_timecode(chapter.get("start") or "")
        if start <= latest:
            yield PSC_ORDER(item.where, f"the chapter at {chapter.get('start')} comes after a later one")
        if duration and start >= duration + 1:
            yield PSC_END(item.where, f"the chapter at {chapter.get('start')} starts after the end")
        latest = max(latest, start)


def _simple_chapter(item: Node, chapter: Node) -> Iterator[Finding]:
    if not (chapter.get("title") or "").strip():
        yield PSC_TITLE(item.where, f"the chapter at {chapter.get('start')} has no title")
    for name in ("href", "image"):
        if chapter.get(name) is not None and trouble_of_url(chapter.get(name)):
            yield PSC_ADDRESS(item.where, f"a chapter's {name} is {chapter.get(name)!r}")


def _soundbites(item: Node, duration: float) -> Iterator[Finding]:
    for bite in item.all("podcast:soundbite"):
        start, length = bite.get("startTime"), bite.get("duration")
        if not is_decimal(start) or not is_decimal(length):
            yield BAD_BITE(item.where, f"podcast:soundbite has startTime {start!r}, duration {length!r}")
            continue
        if duration and float(start or 0) + float(length or 0) > duration + 1:
            yield BITE_END(item.where, f"the soundbite at {start} s ends after the episode")
        if not 15 <= float(length or 0) <= 120:
            yield BITE_LENGTH(item.where, f"the soundbite at {start} s lasts {length} s")
        if len(bite.text) > 128:
            yield BITE_TITLE(item.where, f"the soundbite at {start} s has a long title")
