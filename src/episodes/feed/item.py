"""A feed's item: an episode as one feed tells of it."""

from __future__ import annotations

from typing import NamedTuple

from episodes.core.addresses import episode_page, page_url
from episodes.core.publication import Publication
from episodes.feed.edition import Edition
from episodes.feed.elements import DEPTH, INDENT
from episodes.feed.item_elements import Item, write_elements
from episodes.feed.markup import Markup, clean, in_text, in_value
from episodes.feed.notes import render_content, render_description


class Known(NamedTuple):
    """What feedgen knows of an item; what XML forbids may still be in it."""

    title: str
    link: str
    description: str
    content: str
    guid: str
    enclosure: tuple[str, str, str]  #: address, length in bytes, media type

    @classmethod
    def of(cls, item: Item) -> Known:
        edition, episode, medium = item.edition, item.publication.episode, item.medium
        guid = clean(edition.item_guid(episode))
        return cls(
            title=item.title,
            link=page_url(edition.base_url, episode_page(episode)),
            description=render_description(episode, item.chapters),
            content=render_content(episode, episode.disclaimer or edition.show.disclaimer),
            guid=guid if guid.strip() else episode.slug,
            enclosure=(item.url, str(medium.length), medium.mime_type),
        )


def render_item(edition: Edition, publication: Publication) -> bytes:
    """Write an episode's item, as it stands in the feed, two levels deep and without namespace declarations.

    It is what feedgen writes of the same, letter by letter, without building its tree.
    """
    item = Item.of(edition, publication)
    with Markup("item", depth=DEPTH - 1) as written:
        _write_known(written, Known.of(item))
        write_elements(written, item)
    return f"{written}\n".encode()


def _write_known(written: Markup, known: Known) -> None:
    """Write the elements in feedgen's order."""
    written.put(f"{INDENT}<title>{in_text(known.title)}</title>")
    written.put(f"{INDENT}<link>{in_text(known.link)}</link>")
    written.put(f"{INDENT}<description>{in_text(known.description)}</description>")
    if content := in_text(known.content):
        written.put(f"{INDENT}<content:encoded>{content}</content:encoded>")
    written.put(f'{INDENT}<guid isPermaLink="false">{in_text(known.guid)}</guid>')
    url, length, mime_type = map(in_value, known.enclosure)
    kind = f' type="{mime_type}"' if mime_type else ""
    written.put(f'{INDENT}<enclosure url="{url}" length="{length}"{kind}/>')
