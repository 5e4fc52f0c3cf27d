"""What stands above the shows: home, search, "not found", site map, robots.txt and llms.txt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from episodes.core.accents import ACCENTS
from episodes.core.publication import Publication, ShowPublication
from episodes.site import crawling, places
from episodes.site.frame import Pages, Planned, accent_of, digest, in_language, theme_of
from episodes.site.people import people_of
from episodes.site.places import Place
from episodes.site.words import primary


def render_home(shows: Sequence[ShowPublication], *, templates: Path | None = None) -> Pages:
    """Yield what stands above the shows: home, search, "not found", site map, robots.txt and llms.txt."""
    for planned in plan_home(shows, templates=templates):
        yield planned.path, planned.render()


def plan_home(shows: Sequence[ShowPublication], *, templates: Path | None = None) -> Iterator[Planned]:
    """Say what stands above the shows, so that long files in which nothing changed need not be made."""
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
    everything = _of_each(shows, lambda one: one.mark or repr(one))

    def planned(path: str, template: str, values: Callable[[], dict[str, Any]], made_from: str = everything) -> Planned:
        made_from = everything if theme.has_own else made_from
        return Planned(
            path=path,
            made_from=made_from,
            render=lambda: theme.render(template, **{**common, "here": home, **values()}),
        )

    accent = _home_accent(shows)
    yield planned(places.HOME, "home.html", lambda: {"accent": accent})
    yield planned(places.NOT_FOUND, "404.html", lambda: {"here": lost, "accent": accent})
    if searched:
        seeking = Place(base_url=base_url, path=places.SEARCH)
        values = {"here": seeking, "shows": searched, "accent": _home_accent(searched)}
        yield planned(places.SEARCH, "search.html", lambda: values)
    lines = _of_each(shows, lambda one: one.episode.line)
    people = [[person.credit.name for person in people_of(show).values()] for show in shows]
    yield planned(
        places.SITEMAP, "sitemap.xml", lambda: {"entries": crawling.site_map(home, shows)}, f"{lines}{people}"
    )
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {home.url(places.SITEMAP)}\n".encode()
    yield Planned(path=places.ROBOTS, made_from="", render=lambda: robots)
    yield planned(places.LLMS, "llms.txt", lambda: {"texts": _texts(home, shows)}, lines)


def _of_each(shows: Sequence[ShowPublication], mark: Callable[[Publication], str]) -> str:
    """A mark of all episodes, which tells where each show begins and ends."""
    return repr([(show.show.slug, digest("".join(map(mark, show.episodes)))) for show in shows])


def _texts(home: Place, shows: Sequence[ShowPublication]) -> dict[str, Markup]:
    return {one.show.slug: crawling.list_texts(home, one.episodes) for one in shows}


def _common_language(shows: Sequence[ShowPublication]) -> str:
    """The language of pages above the shows: the one that all shows are in, else English."""
    tags = {one.show.language for one in shows}
    names = {primary(tag) for tag in tags}
    if len(tags) == 1:
        return tags.pop() or "en"
    return names.pop() or "en" if len(names) == 1 else "en"


def _home_accent(shows: Sequence[ShowPublication]) -> str:
    return accent_of(shows[0].show) if shows else ACCENTS[0]
