"""A list of all shows' feeds, as apps import it (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from episodes.core.addresses import page_url, show_page
from episodes.core.media import Kind
from episodes.core.publication import ShowPublication
from episodes.core.show import Show
from episodes.feed.edition import Edition
from episodes.feed.elements import add, web_address


def render_opml(shows: Iterable[tuple[Show, Iterable[Kind]]], *, base_url: str, title: str = "Shows") -> bytes:
    """Write the feeds of shows, each in the editions that it has, but no private one.

    Source: http://opml.org/spec2.opml.
    """
    opml = etree.Element("opml", version="2.0")
    add(add(opml, "head"), "title", title)
    body = add(opml, "body")
    for show, kinds in shows:
        editions = [Edition(show=show, kind=kind, base_url=base_url) for kind in kinds]
        extras = [feed for feed in show.feeds if not feed.private]
        editions += [Edition(show=show, kind=feed.kind, base_url=base_url, extra=feed) for feed in extras]
        for edition in editions:
            add(
                body,
                "outline",
                type="rss",
                version="RSS2",
                text=edition.title,
                title=edition.title,
                description=show.description,
                language=show.language,
                xmlUrl=edition.url,
                htmlUrl=web_address(show.link) or page_url(base_url, show_page(show.slug)),
            )
    data: bytes = etree.tostring(opml, pretty_print=True, xml_declaration=True, encoding="UTF-8")
    return data


def kinds_of(publication: ShowPublication) -> list[Kind]:
    """The editions that a show has: those in which something is held."""
    kinds: tuple[Kind, ...] = ("audio", "video")
    return [kind for kind in kinds if kind in publication.kinds]
