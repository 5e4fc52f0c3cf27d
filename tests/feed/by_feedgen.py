"""An episode's item as feedgen writes it, with our elements put among its own: the measure of ours."""

from __future__ import annotations

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension
from lxml import etree

from episodes.core.publication import Publication
from episodes.feed.edition import Edition
from episodes.feed.elements import HOOK, graft
from episodes.feed.item import Known
from episodes.feed.item_elements import Item, write_elements
from episodes.feed.markup import NAMESPACES, Markup, clean


def by_feedgen(edition: Edition, publication: Publication) -> bytes:
    channel = etree.SubElement(etree.Element("rss", nsmap=NAMESPACES), "channel")
    item = _entry(edition, publication).rss_entry()
    channel.append(item)
    etree.indent(item, space="  ", level=2)
    item.tail = None
    text = etree.tostring(item, encoding="UTF-8", xml_declaration=False)
    return b"    <item>" + text[text.index(b">") + 1 :] + b"\n"


def _entry(edition: Edition, publication: Publication) -> FeedEntry:
    item = Item.of(edition, publication)
    known = Known.of(item)
    entry = FeedEntry()
    entry.register_extension(HOOK, _Elements, atom=False, rss=True)
    entry.title(known.title)
    entry.guid(known.guid)
    entry.description(clean(known.description))
    entry.content(clean(known.content))
    entry.link(href=known.link)
    entry.enclosure(*map(clean, known.enclosure))
    getattr(entry, HOOK).item = item
    return entry


class _Elements(BaseEntryExtension):
    """feedgen's hook for one item, which is set before the feed is written."""

    item: Item

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        with Markup("item") as written:
            write_elements(written, self.item)
        graft(entry, written)
        return entry
