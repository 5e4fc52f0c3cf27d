"""Findings, the rules behind them, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]

RSS = "RSS 2.0 specification, rssboard.org/rss-specification"
PROFILE = "RSS Board best practices, rssboard.org/rss-profile"
W3C = "W3C feed validator, validator.w3.org/feed/docs"
XML = "XML 1.0, w3.org/TR/xml"
APPLE = "Apple, A Podcaster's Guide to RSS, help.apple.com/itc/podcasts_connect/#/itcb54353390"
APPLE_CATEGORIES = "Apple Podcasts categories, podcasters.apple.com/support/1691-apple-podcasts-categories"
PSP = "PSP-1, github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification"
NAMESPACE = "podcast namespace, podcasting2.org/docs/podcast-namespace"
TRANSCRIPTS = "podcast namespace, docs/examples/transcripts/transcripts.md"
CHAPTERS = "podcast namespace, docs/examples/chapters/jsonChapters.md"
TAXONOMY = "Podcast Taxonomy, podcasttaxonomy.com"
PODLOVE = "Podlove Simple Chapters 1.2, podlove.org/simple-chapters"
SPOTIFY = "Spotify, Podcast delivery specification"
WEBVTT = "WebVTT 1, w3.org/TR/webvtt1"
JSON_TEXT = "JSON, RFC 8259, section 8.1"
SUBRIP = "SubRip text, en.wikipedia.org/wiki/SubRip"
HTTP = "HTTP semantics, RFC 9110, section 15.4"
PAGING = "RFC 5005, feed paging and archiving"
MAIL_DATE = "RFC 2822, section 3.3"
TAGS = "BCP 47, language tags"
INTEGRITY = "Subresource Integrity, w3.org/TR/SRI"
ID3 = "ID3v2 chapters 1.0, id3.org/id3v2-chapters-1.0"
ID3_TAG = "ID3v2.3, id3.org/id3v2.3.0"
MPEG = "MPEG audio, ISO 11172-3, section 2.4"
MP4 = "ISO base media file format, ISO 14496-12"
HTML = "HTML, html.spec.whatwg.org"
OPML = "OPML 2.0, opml.org/spec2.opml"
UNICODE = "Unicode, section 3.9"
PRACTICE = "what apps do: a change here makes them download or show episodes again"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that is not right in a feed: where, what, how to mend it, and who asks for it."""

    level: Level
    rule: str  #: its name, stable
    where: str  #: "channel", "item 3 “Title”"
    what: str
    mend: str
    source: str


@dataclass(frozen=True)
class Rule:
    """A rule of the judge; calling it makes a finding."""

    name: str
    level: Level
    source: str
    mend: str

    def __call__(self, where: str, what: str) -> Finding:
        return Finding(level=self.level, rule=self.name, where=where, what=what, mend=self.mend, source=self.source)


def error(name: str, source: str, mend: str) -> Rule:
    return Rule(name, "error", source, mend)


def warning(name: str, source: str, mend: str) -> Rule:
    return Rule(name, "warning", source, mend)
