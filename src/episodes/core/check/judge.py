"""The judge: all rules on one feed, without asking the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree

from episodes.core.check.alternates import check_alternates
from episodes.core.check.attributes import check_attributes
from episodes.core.check.channel import check_channel, check_explicit
from episodes.core.check.document import NOT_XML, check_bytes, check_children, check_document, check_paging
from episodes.core.check.extras import check_extras
from episodes.core.check.facts import Facts
from episodes.core.check.finding import Finding
from episodes.core.check.item import check_html, check_item, check_items
from episodes.core.check.live import check_channel_rest, check_rest
from episodes.core.check.media import check_cover, check_enclosure
from episodes.core.check.payments import check_value
from episodes.core.check.podcasting import check_shared, check_show
from episodes.core.check.pointing import check_pointing, check_pointing_show
from episodes.core.check.stamps import check_stamps
from episodes.core.check.tagged import check_tags
from episodes.core.check.texts import check_texts
from episodes.core.check.tree import Feed, Node, open_feed


def check_feed(
    feed: bytes,
    *,
    url: str = "",
    facts: Facts | None = None,
    pages: Facts | None = None,
    now: datetime | None = None,
    titles: Sequence[str] = (),
) -> list[Finding]:
    """Judge a feed by the rules of RSS, Apple, PSP-1, the podcast namespace, W3C and Podlove; errors come first.

    `url` is where it is published, `facts` looks up files that it points to (None = nothing is known of a file),
    `pages` tells of links in texts whether something is there (None = `facts` does), `now` lets items be found whose
    date is yet to come, `titles` are those of the same show's other feeds.
    """
    findings = list(check_bytes(feed))
    try:
        opened = open_feed(feed)
    except (ElementTree.ParseError, ValueError, LookupError) as trouble:
        return [*findings, NOT_XML("feed", f"cannot be read: {trouble}")]
    findings += judge_feed(replace(opened, titles=titles), url=url, facts=facts, pages=pages, now=now)
    return sorted(findings, key=lambda finding: finding.level != "error")


def judge_feed(
    feed: Feed,
    *,
    url: str = "",
    facts: Facts | None = None,
    pages: Facts | None = None,
    now: datetime | None = None,
) -> list[Finding]:
    """Judge a feed that was read, in the order of its elements."""
    pages = pages or facts
    findings = [*check_texts(feed.channel, pages), *_judge(feed, url, facts, now)]
    for item in feed.items:
        findings += _judge_item(feed, item, facts, now)
        findings += check_texts(item, pages)
    return findings


def _judge(feed: Feed, url: str, facts: Facts | None, now: datetime | None) -> Iterator[Finding]:
    yield from check_document(feed)
    yield from check_paging(feed, url, facts)
    yield from check_channel(feed, url, now)
    yield from check_html(feed.channel)
    yield from check_explicit(feed.channel, required=True)
    yield from check_cover(feed.channel, facts, required=True)
    yield from check_show(feed)
    yield from check_shared(feed.channel)
    yield from check_channel_rest(feed.channel)
    yield from check_rest(feed.channel)
    yield from check_pointing_show(feed, facts)
    yield from check_pointing(feed.channel, facts)
    yield from check_value(feed.channel)
    yield from check_attributes(feed.channel)
    yield from check_items(feed)


def _judge_item(feed: Feed, item: Node, facts: Facts | None, now: datetime | None) -> Iterator[Finding]:
    yield from check_children(item)
    yield from check_item(feed, item, now)
    yield from check_enclosure(feed, item, facts)
    yield from check_cover(item, facts, required=False)
    yield from check_extras(feed, item, facts)
    yield from check_alternates(item, facts)
    yield from check_tags(item, facts)
    yield from check_stamps(item)
    yield from check_shared(item)
    yield from check_rest(item)
    yield from check_pointing(item, facts)
    yield from check_value(item)
    yield from check_attributes(item)
