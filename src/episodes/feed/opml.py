"""A list of all shows' feeds, as apps import it (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Iterable

from episodes.core.addresses import page_url, show_page
from episodes.core.media import Kind
from episodes.core.publication import ShowPublication
from episodes.core.show import Show
from episodes.feed.edition import Edition
from episodes.feed.elements import web_address
from episodes.feed.markup import Markup, clean


def render_opml(shows: Iterable[tuple[Show, Iterable[Kind]]], *, base_url: str, title: str = "Shows") -> bytes:
    """Write the feeds of shows, each in the editions that it has, but no private one.

    Source: http://opml.org/spec2.opml.
    """
    with Markup("opml", {"version": "2.0"}) as opml:
        with opml.open("head") as head:
            head.add("title", clean(title).strip())
        with opml.open("body") as body:
            for show, kinds in shows:
                for edition in _listed(show, kinds, base_url):
                    _add_outline(body, edition)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{opml}\n".encode()


def _listed(show: Show, kinds: Iterable[Kind], base_url: str) -> list[Edition]:
    extras = [feed for feed in show.feeds if not feed.private]
    editions = [Edition(show=show, kind=kind, base_url=base_url) for kind in kinds]
    return editions + [Edition(show=show, kind=feed.kind, base_url=base_url, extra=feed) for feed in extras]


def _add_outline(body: Markup, edition: Edition) -> None:
    show = edition.show
    body.add(
        "outline",
        type="rss",
        version="RSS2",
        text=edition.title,
        title=edition.title,
        description=show.description,
        language=show.language,
        xmlUrl=edition.url,
        htmlUrl=web_address(show.link) or page_url(edition.base_url, show_page(show.slug)),
    )


def kinds_of(publication: ShowPublication) -> list[Kind]:
    """The editions that a show has: those in which something is held."""
    kinds: tuple[Kind, ...] = ("audio", "video")
    return [kind for kind in kinds if kind in publication.kinds]
