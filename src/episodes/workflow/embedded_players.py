"""What the players of other sites in a page are to its episode: media, or links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from episodes.core.episode import Link
from episodes.core.media import Medium, Source
from episodes.feed.reading.article import Article
from episodes.feed.reading.players import Player
from episodes.media.addresses import parts_of, without_secrets
from episodes.media.embedded import embedded


@dataclass(frozen=True, kw_only=True)
class Players:
    """A page's players, sorted."""

    media: tuple[Medium, ...]  #: one of a site at most, linked
    links: tuple[Link, ...]  #: of which nothing can be had, or nobody knows which one is the episode's
    notes: tuple[str, ...]  #: why some are only links
    is_of_one: bool  #: whether they are one episode at several sites, one player at each, or beside the page's own file


def embedded_players(players: Sequence[Player], *, own: int = 0) -> Players:
    """Sort players: those whose site yt-dlp reads are media, and of several players of one site none is.

    `own` is how many media the page has itself.
    """
    found: dict[Source, Medium] = {}
    links: dict[str, Link] = {}
    for player in players:
        medium = embedded(player.url)
        if medium is not None:
            found.setdefault(medium.source, medium)
        else:
            url = without_secrets(player.url)
            links.setdefault(url, Link(title=player.title or _host(url), url=url, kind=player.kind))
    notes = [f"the player at {url} is kept as a link: it plays a list, or what cannot be fetched" for url in links]
    counts = Counter(source.provider for source in found)
    for medium in found.values():
        if counts[medium.source.provider] > 1:
            url = medium.source.url
            kind = "watch" if medium.kind == "video" else "listen"
            links[url] = Link(title=_host(url), url=url, kind=kind)  # type: ignore[arg-type]
    several = [(site, count) for site, count in counts.items() if count > 1]
    notes += [
        f"its {count} players of {site} are kept as links: one alone would be the episode's" for site, count in several
    ]
    alone = tuple(medium for medium in found.values() if counts[medium.source.provider] == 1)
    is_of_one = not several and own <= 1 < len(alone) + own and bool(alone)
    return Players(media=alone, links=tuple(links.values()), notes=tuple(notes), is_of_one=is_of_one)


def is_of_one(article: Article) -> bool:
    """Whether a page's players are one episode at several places."""
    own = {medium.url for medium in article.page.media}
    return embedded_players(article.players, own=len(own)).is_of_one


def _host(url: str) -> str:
    return parts_of(url).hostname or url
