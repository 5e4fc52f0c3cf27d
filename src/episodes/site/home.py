"""What stands above the shows: home, search, "not found", site map, robots.txt and llms.txt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from episodes.core.accents import ACCENTS
from episodes.core.publication import ShowPublication
from episodes.site import crawling, places
from episodes.site.frame import Pages, accent_of, in_language, theme_of
from episodes.site.places import Place
from episodes.site.words import primary


def render_home(shows: Sequence[ShowPublication], *, templates: Path | None = None) -> Pages:
    """Yield what stands above the shows: home, search, "not found", site map, robots.txt and llms.txt."""
    theme = theme_of(templates)
    base_url = shows[0].base_url if shows else ""
    searched = [one for one in shows if one.searchable]
    language = _common_language(shows)
    common = {
        **in_language({"language": language, "words": theme.words(language)}),
        "theme_accents": ACCENTS,
        "shows": shows,
        "accent_of": accent_of,
        "searchable": bool(searched),
        "several_languages": len({one.show.language.lower() for one in shows}) > 1,
    }
    home = Place(base_url=base_url, path=places.HOME)
    lost = Place(base_url=base_url, path=places.NOT_FOUND, floats=True)
    yield places.HOME, theme.render("home.html", here=home, accent=_home_accent(shows), **common)
    yield places.NOT_FOUND, theme.render("404.html", here=lost, accent=_home_accent(shows), **common)
    if searched:
        seeking = Place(base_url=base_url, path=places.SEARCH)
        values = {**common, "shows": searched, "accent": _home_accent(searched)}
        yield places.SEARCH, theme.render("search.html", here=seeking, **values)
    yield places.SITEMAP, theme.render("sitemap.xml", here=home, entries=crawling.site_map(home, shows), **common)
    yield places.ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {home.url(places.SITEMAP)}\n".encode()
    texts = {one.show.slug: crawling.list_texts(home, one.episodes) for one in shows}
    yield places.LLMS, theme.render("llms.txt", here=home, texts=texts, **common)


def _common_language(shows: Sequence[ShowPublication]) -> str:
    """The language of pages above the shows: the one that all shows are in, else English."""
    tags = {one.show.language for one in shows}
    names = {primary(tag) for tag in tags}
    if len(tags) == 1:
        return tags.pop() or "en"
    return names.pop() or "en" if len(names) == 1 else "en"


def _home_accent(shows: Sequence[ShowPublication]) -> str:
    return accent_of(shows[0].show) if shows else ACCENTS[0]
