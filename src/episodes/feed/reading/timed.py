"""What an item says about places in its recording: chapters, soundbites, transcripts."""

from __future__ import annotations

from lxml import etree

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.incoming import IncomingTranscript
from episodes.feed.reading.names import attribute, child, children
from episodes.feed.reading.values import parse_duration
from episodes.feed.reading.words import plain_title, web_address


def read_chapters(element: etree._Element, notes: list[str]) -> tuple[Chapter, ...]:
    found = []
    for listed in children(element, "psc:chapters"):
        for chapter in children(listed, "psc:chapter"):
            start = parse_duration(attribute(chapter, "start"))
            title = plain_title(attribute(chapter, "title"))
            if start is None or not title:
                notes.append(f"a chapter that says no {'time' if title else 'title'} was left out")
                continue
            found.append(
                Chapter(
                    start=start,
                    title=title,
                    url=web_address(attribute(chapter, "href")),
                    image_url=web_address(attribute(chapter, "image")),
                )
            )
    return tuple(sorted(found, key=lambda chapter: chapter.start))


def read_chapters_url(element: etree._Element, base: str) -> str:
    found = child(element, "podcast:chapters")
    return web_address(attribute(found, "url"), base) if found is not None else ""


def read_transcripts(element: etree._Element, base: str) -> tuple[IncomingTranscript, ...]:
    found = [
        IncomingTranscript(url=address, mime_type=attribute(one, "type").lower(), language=attribute(one, "language"))
        for one in children(element, "podcast:transcript")
        if (address := web_address(attribute(one, "url"), base))
    ]
    return tuple(found)


def read_soundbites(element: etree._Element, notes: list[str]) -> tuple[Soundbite, ...]:
    found = []
    for one in children(element, "podcast:soundbite"):
        start, duration = parse_duration(attribute(one, "startTime")), parse_duration(attribute(one, "duration"))
        if start is None or not duration:
            notes.append("a soundbite without time or duration was left out")
            continue
        found.append(Soundbite(start=start, duration=duration, title=plain_title((one.text or "").strip())))
    return tuple(found)
