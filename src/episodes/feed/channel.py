"""A feed's channel: everything that a show tells directories and apps, beyond what feedgen writes."""

from __future__ import annotations

from collections.abc import Sequence

from feedgen.ext.base import BaseExtension
from lxml import etree

from episodes.core.addresses import join_url, split_pair
from episodes.core.publication import Publication
from episodes.core.show import Show
from episodes.feed.edition import Edition
from episodes.feed.elements import add, fitting, web_address
from episodes.feed.item import LABEL, add_license, add_person, add_place
from episodes.feed.markup import ATOM, HISTORY, ITUNES, PODCAST, PREFIXES
from episodes.feed.paging import Page, page_links

#: Said where transcripts come from a recogniser; the words are free (source: docs/tags/txt.md).
MACHINE_MADE = "Transcripts are made by a machine."


class ChannelElements(BaseExtension):  # type: ignore[misc]
    """feedgen's hook for the channel; its fields are set before the feed is written."""

    edition: Edition
    published: Sequence[Publication]
    cover_url: str
    link: str
    page: Page

    def extend_ns(self) -> dict[str, str]:
        return PREFIXES | ({"fh": HISTORY[1:-1]} if self.page.number else {})

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        channel, show = feed[0], self.edition.show
        if not self.published:  # feedgen writes the present time, which would be another one each time
            for element in channel.findall("lastBuildDate"):
                channel.remove(element)
        self._add_pages(channel)
        self._add_cover(channel)
        self._add_apple(channel, show)
        self._add_identity(channel, show)
        self._add_offers(channel, show)
        for host in show.hosts:
            add_person(channel, host)
        self._add_texts(channel, show)
        return feed

    def _add_pages(self, channel: etree._Element) -> None:
        if self.page.number:
            add(channel, f"{HISTORY}archive")
        for relation, path in page_links(self.page, self.edition.path):
            add(channel, f"{ATOM}link", href=join_url(self.edition.base_url, path), rel=relation)

    def _add_cover(self, channel: etree._Element) -> None:
        if self.cover_url:
            image = add(channel, "image")
            add(image, "url", self.cover_url)
            add(image, "title", channel.findtext("title", ""))
            add(image, "link", self.link)
            add(channel, f"{ITUNES}image", href=self.cover_url)

    def _add_apple(self, channel: etree._Element, show: Show) -> None:
        title = channel.findtext("title", "")
        add(channel, f"{ITUNES}author", fitting(show.author) or fitting(show.owner_name) or fitting(title))
        if show.owner_email:
            owner = add(channel, f"{ITUNES}owner")
            add(owner, f"{ITUNES}name", fitting(show.owner_name) or fitting(show.author) or fitting(title))
            add(owner, f"{ITUNES}email", show.owner_email)
        add(channel, f"{ITUNES}type", show.type)
        for category in show.category.split(";"):
            add_category(channel, category)
        add(channel, f"{ITUNES}explicit", "true" if show.explicit else "false")
        if show.complete:
            add(channel, f"{ITUNES}complete", "Yes")
        if self.edition.is_blocked:
            add(channel, f"{ITUNES}block", "Yes")
        if moved := self.edition.new_url:  # what is no address is written too, for `check` to complain of
            add(channel, f"{ITUNES}new-feed-url", web_address(moved) or moved)

    def _add_identity(self, channel: etree._Element, show: Show) -> None:
        add(channel, f"{PODCAST}guid", self.edition.guid)
        add(channel, f"{PODCAST}medium", self.edition.medium)
        add(channel, f"{PODCAST}locked", "yes" if show.locked else "no", owner=show.owner_email)
        if self.edition.is_blocked:
            add(channel, f"{PODCAST}block", "yes")
        for url in filter(None, map(web_address, self.edition.previous_urls)):
            add(channel, f"{PODCAST}previousUrl", url)

    def _add_offers(self, channel: etree._Element, show: Show) -> None:
        for entry in show.funding:
            words, url = split_pair(entry)
            if web_address(url):
                add(channel, f"{PODCAST}funding", (words or "Support the show")[:LABEL], url=web_address(url))
        add_license(channel, show.license, show.license_url)
        add_place(channel, show.location)
        if show.update_frequency or show.update_rule or show.complete:
            add(
                channel,
                f"{PODCAST}updateFrequency",
                (show.update_frequency or ("Complete" if show.complete else show.update_rule))[:LABEL],
                rrule=show.update_rule,
                complete="true" if show.complete else "",
            )

    def _add_texts(self, channel: etree._Element, show: Show) -> None:
        for entry in show.texts:
            purpose, _, value = entry.partition("|")
            add(channel, f"{PODCAST}txt", value.strip(), purpose=purpose.strip()[:LABEL])
        if any(item.transcript and item.transcript.origin != "person" for item in self.published):
            add(channel, f"{PODCAST}txt", MACHINE_MADE, purpose="ai-content")


def add_category(channel: etree._Element, category: str) -> None:
    """Write one of Apple's categories: "News" or "News > Politics"."""
    name, _, sub = (part.strip() for part in category.partition(">"))
    if name:
        element = add(channel, f"{ITUNES}category", text=name)
        if sub:
            add(element, f"{ITUNES}category", text=sub)
