"""The frame around every page: look, language, colour, feeds and places to subscribe."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from episodes.core.accents import ACCENTS
from episodes.core.addresses import extra_feed_file, feed_file, split_pair
from episodes.core.episode import Link
from episodes.core.light import dataclass
from episodes.core.publication import ShowPublication
from episodes.core.show import Show
from episodes.site import linked_data, views
from episodes.site.places import Place
from episodes.site.theme import Theme
from episodes.site.words import Words, primary, words_for

Pages = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A page: a mark of all that it shows beyond the frame around every page, and how it is made."""

    path: str
    made_from: str
    render: Callable[[], bytes]


@lru_cache(maxsize=4)
def theme_of(templates: Path | None = None) -> Theme:
    """The look, with a producer's own folder of templates laid over it."""
    return Theme(templates)


def digest(text: str) -> str:
    """A short mark of a long text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def look_again() -> None:
    """Forget templates and static files as they were read: a producer may have changed them since."""
    theme_of.cache_clear()
    words_for.cache_clear()


def version(templates: Path | None = None) -> str:
    """A mark of templates and static files; pages made under another one should be made again."""
    return theme_of(templates).version


def assets(templates: Path | None = None) -> Pages:
    """Yield the style sheet, the script and the icon, as (path under the web root, content)."""
    return theme_of(templates).assets()


def accent_of(show: Show) -> str:
    """The show's colour: as set, else one that stays with its slug."""
    return show.accent if show.accent in ACCENTS else ACCENTS[zlib.crc32(show.slug.encode()) % len(ACCENTS)]


def render(theme: Theme, template: str, publication: ShowPublication, path: str, /, **values: Any) -> tuple[str, bytes]:
    here = Place(base_url=publication.base_url, path=path)
    words = theme.words(publication.show.language)
    common = {
        "here": here,
        "show": publication.show,
        "show_cover": publication.small_cover or publication.cover,
        "card": publication.card,
        "share_picture": publication.cover,
        "accent": accent_of(publication.show),
        "feeds": _feeds(publication, words),
        "subscribe": subscribe_links(publication),
        "support": support_links(publication.show),
        "base_url": publication.base_url,
        "searchable": publication.searchable,
        "language": publication.show.language,
        "words": words,
    }
    return path, theme.render(template, **in_language({**common, **values}))


def in_language(values: dict[str, Any]) -> dict[str, Any]:
    """Tell a page its language, which way it is written, and how to mark words of the page's own in another one."""
    words: Words = values["words"]
    language = values["language"] or words.language
    foreign = primary(language) != words.language
    mark = Markup(' lang="{}"').format(words.language) if foreign else ""
    script = linked_data.as_script(words.for_scripts) if words.for_scripts else ""
    return {**values, "language": language, "own_words": mark, "script_words": script}


def _feeds(publication: ShowPublication, words: Words) -> list[tuple[str, str]]:
    """The feeds that there are, by label."""
    show = publication.show
    feeds = [(words("Audio"), feed_file(show.slug))]
    feeds += [(words("Video"), feed_file(show.slug, "video"))] if "video" in publication.kinds else []
    extras = [feed for feed in show.feeds if not feed.private]
    return feeds + [(feed.title or feed.name.capitalize(), extra_feed_file(show.slug, feed)) for feed in extras]


def subscribe_links(publication: ShowPublication) -> tuple[Link, ...]:
    """Where the show can be followed: as its settings say, else as its newest episode that says so has it."""
    if publication.show.subscribe:
        return _links(publication.show.subscribe)
    return views.links_of(publication.followed, "subscribe", "follow") if publication.followed else ()


def support_links(show: Show) -> tuple[Link, ...]:
    """How listeners can give something for the show; what has no address of the web is said in words alone."""
    linked = {entry: _links([entry]) for entry in show.funding}
    return tuple(link for entry, links in linked.items() for link in links or (Link(title=entry.strip(" |")),))


def _links(entries: Sequence[str]) -> tuple[Link, ...]:
    """Read links from settings, "Words|https://address" each; what is no address of the web is left out."""
    links = [Link(title=words or views.host_of(url), url=url) for words, url in map(split_pair, entries)]
    return tuple(link for link in links if views.is_web(link.url))
