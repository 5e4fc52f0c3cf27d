"""A feed's channel: everything that a show tells directories and apps, beyond what feedgen writes."""

from __future__ import annotations

from collections.abc import Sequence

from feedgen.ext.base import BaseExtension
from lxml import etree

from episodes.core.addresses import join_url, split_pair
from episodes.core.publication import Publication
from episodes.core.show import Show
from episodes.feed.edition import Edition
from episodes.feed.elements import fitting, graft, web_address
from episodes.feed.item_elements import LABEL, add_license, add_person, add_place
from episodes.feed.markup import NAMESPACES, Markup, clean
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
    has_chapters: bool  #: of any item, inside the feed

    def extend_ns(self) -> dict[str, str]:
        """Declare what is used; feedgen declares `atom` and `content` by itself."""
        archived, has_chapters = self.page.number > 0, self.has_chapters
        used = ("itunes", "podcast", *(["psc"] if has_chapters else []), *(["fh"] if archived else []))
        return {prefix: NAMESPACES[prefix] for prefix in used}

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        channel, show = feed[0], self.edition.show
        if not self.published:  # feedgen writes the present time, which would be another one each time
            for element in channel.findall("lastBuildDate"):
                channel.remove(element)
        with Markup("channel") as written:
            self._add_pages(written)
            self._add_cover(written, channel.findtext("title", ""))
            self._add_apple(written, show, channel.findtext("title", ""))
            self._add_identity(written, show)
            self._add_offers(written, show)
            for host in show.hosts:
                add_person(written, host)
            self._add_texts(written, show)
        graft(channel, written)
        return feed

    def _add_pages(self, channel: Markup) -> None:
        if self.page.number:
            channel.add("fh:archive")
        for relation, path in page_links(self.page, self.edition.path):
            channel.add("atom:link", href=join_url(self.edition.base_url, path), rel=relation)

    def _add_cover(self, channel: Markup, title: str) -> None:
        if self.cover_url:
            with channel.open("image") as image:
                image.add("url", self.cover_url)
                image.add("title", title)
                image.add("link", self.link)
            channel.add("itunes:image", href=self.cover_url)

    def _add_apple(self, channel: Markup, show: Show, title: str) -> None:
        channel.add("itunes:author", fitting(show.author) or fitting(show.owner_name) or fitting(title))
        if show.owner_email:
            with channel.open("itunes:owner") as owner:
                owner.add("itunes:name", fitting(show.owner_name) or fitting(show.author) or fitting(title))
                owner.add("itunes:email", clean(show.owner_email).strip())
        channel.add("itunes:type", show.type)
        for category in show.category.split(";"):
            add_category(channel, category)
        channel.add("itunes:explicit", "true" if show.explicit else "false")
        if show.complete:
            channel.add("itunes:complete", "Yes")
        if self.edition.is_blocked:
            channel.add("itunes:block", "Yes")
        if moved := self.edition.new_url:  # what is no address is written too, for `check` to complain of
            channel.add("itunes:new-feed-url", web_address(moved) or clean(moved).strip())

    def _add_identity(self, channel: Markup, show: Show) -> None:
        channel.add("podcast:guid", clean(self.edition.guid).strip())
        channel.add("podcast:medium", self.edition.medium)
        channel.add("podcast:locked", "yes" if show.locked else "no", owner=show.owner_email)
        if self.edition.is_blocked:
            channel.add("podcast:block", "yes")
        for url in filter(None, map(web_address, self.edition.previous_urls)):
            channel.add("podcast:previousUrl", url)

    def _add_offers(self, channel: Markup, show: Show) -> None:
        for entry in show.funding:
            words, url = split_pair(entry)
            if web_address(url):
                channel.add("podcast:funding", clean(words or "Support the show")[:LABEL].strip(), url=web_address(url))
        add_license(channel, show.license, show.license_url)
        add_place(channel, show.location)
        if show.update_frequency or show.update_rule or show.complete:
            channel.add(
                "podcast:updateFrequency",
                clean(show.update_frequency or ("Complete" if show.complete else show.update_rule))[:LABEL].strip(),
                rrule=show.update_rule,
                complete="true" if show.complete else "",
            )

    def _add_texts(self, channel: Markup, show: Show) -> None:
        for entry in show.texts:
            purpose, _, value = entry.partition("|")
            channel.add("podcast:txt", clean(value).strip(), purpose=purpose.strip()[:LABEL])
        if any(item.transcript and item.transcript.origin != "person" for item in self.published):
            channel.add("podcast:txt", MACHINE_MADE, purpose="ai-content")


def add_category(channel: Markup, category: str) -> None:
    """Write one of Apple's categories: "News" or "News > Politics"."""
    name, _, sub = (part.strip() for part in category.partition(">"))
    if name:
        with channel.open("itunes:category", text=name) as element:
            if sub:
                element.add("itunes:category", text=sub)
