"""Pages: the same publication gives the same bytes, so that an unchanged catalogue changes no file."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup

from episodes.core.accents import ACCENTS
from episodes.core.addresses import (
    episode_page,
    extra_feed_file,
    feed_file,
    media_file,
    page_url,
    show_page,
    transcript_file,
)
from episodes.core.episode import Episode, Link
from episodes.core.media import Medium
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.site import embed, linked_data, phrases, places, views
from episodes.site.people import Person, people_of
from episodes.site.places import Place
from episodes.site.rows import Rows
from episodes.site.theme import Theme
from episodes.site.words import Words, primary, words_for

Pages = Iterator[tuple[str, bytes]]

#: Episodes on one page of a show's list.
LIST_LENGTH = 30


@lru_cache(maxsize=4)
def theme_of(templates: Path | None = None) -> Theme:
    """The look, with a producer's own folder of templates laid over it."""
    return Theme(templates)


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


def render_show(publication: ShowPublication, *, templates: Path | None = None) -> Pages:
    """Yield all pages of a show, as (path under the web root, content)."""
    yield from render_lists(publication, templates=templates)
    newer_first = publication.episodes
    for place, one in enumerate(newer_first):
        previous = newer_first[place + 1].episode if place + 1 < len(newer_first) else None
        following = newer_first[place - 1].episode if place else None
        yield render_episode(publication, one, previous, following, templates=templates)
        yield from render_embed(publication, one, templates=templates)


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A page that lists episodes: all that it shows beyond the frame around every page, and how it is made."""

    path: str
    made_from: str
    render: Callable[[], bytes]


def frame_of(publication: ShowPublication) -> tuple[object, ...]:
    """What stands around every page of a show, besides the show's own settings."""
    pictures = (publication.cover, publication.small_cover, publication.card)
    extras = [(feed.name, feed.title) for feed in publication.show.feeds if not feed.private]
    return (*pictures, publication.searchable, sorted(publication.kinds), extras, _subscribe_links(publication))


def render_lists(publication: ShowPublication, *, templates: Path | None = None) -> Pages:
    """Yield the pages of a show that list episodes; they look at no transcript."""
    for planned in plan_lists(publication, templates=templates):
        yield planned.path, planned.render()


def plan_lists(
    publication: ShowPublication, *, templates: Path | None = None, held: dict[str, bytes] | None = None, mark: str = ""
) -> Iterator[Planned]:
    """Say which pages list episodes, so that those of which nothing changed need not be made.

    A producer's own templates may show anything of an episode, so for them every page is made from all.
    `held` are rows that an earlier build wrote, and is brought up to date; `mark` is of what stands around every page.
    """
    theme, show = theme_of(templates), publication.show
    words = theme.words(show.language)
    rows = {id(one.episode): _row_mark(one.episode) for one in publication.episodes}
    people = people_of(publication)
    marks = {one.episode.guid: f"{mark} {rows[id(one.episode)]}" for one in publication.episodes}
    held = {} if held is None or theme.has_own else held
    for outdated in held.keys() - set(marks.values()):
        del held[outdated]
    written = Rows(held, marks)
    everybody = [(person.credit, person.hosted, len(person.episodes)) for person in people.values()]
    everything = str([one.mark or repr(one) for one in publication.episodes]) if theme.has_own else ""

    def planned(template: str, path: str, shown: Iterable[Episode], facts: object, **values: Any) -> Planned:
        made_from = everything + repr(facts) + "".join(rows[id(episode)] for episode in shown)
        return Planned(
            path=path,
            made_from=made_from,
            render=lambda: _render(theme, template, publication, path, **values)[1],
        )

    yield from _plan_pages(publication, people, words, planned)
    if len(publication.episodes) > LIST_LENGTH:
        path, groups = places.archive_page(show.slug), _groups(publication.episodes, words)
        lines = [_line(one.episode) for one in publication.episodes]
        yield planned("archive.html", path, (), (lines, [(name, len(group)) for name, group in groups]), groups=groups)
    for person in people.values():
        path = places.person_page(show.slug, person.credit.name)
        yield planned("person.html", path, person.episodes, (person.credit, person.hosted), person=person, rows=written)
    yield planned("about.html", places.about_page(show.slug), (), everybody, people=people)


def _plan_pages(
    publication: ShowPublication, people: dict[str, Person], words: Words, planned: Callable[..., Planned]
) -> Iterator[Planned]:
    show, episodes = publication.show, publication.episodes
    count = max(1, -(-len(episodes) // LIST_LENGTH))
    for number in range(1, count + 1):
        path = places.list_page(show.slug, number)
        here = Place(base_url=publication.base_url, path=path)
        shown = episodes[(number - 1) * LIST_LENGTH : number * LIST_LENGTH]
        yield planned(
            "show.html",
            path,
            [one.episode for one in shown],
            (number, count),
            number=number,
            count=count,
            groups=_groups(shown, words),
            people=people,
            data=linked_data.as_script(linked_data.show_data(here, publication)),
        )


def _row_mark(episode: Episode) -> str:
    """A mark of all that a row in a list tells of an episode."""
    shown = (*_line(episode), episode.season_name, phrases.say_number(episode), episode.summary, _names(episode))
    return hashlib.sha256(repr(shown).encode("utf-8", "replace")).hexdigest()[:24]


def _line(episode: Episode) -> tuple[object, ...]:
    """All that a line in the list of all episodes tells, and what it is gathered by."""
    number = phrases.short_number(episode)
    return number, episode.title, episode.published_at, episode.duration, episode.slug, episode.season


def _names(episode: Episode) -> list[str]:
    return [guest.name for guest in episode.guests]


def render_episode(
    show: ShowPublication,
    publication: Publication,
    previous: Episode | None = None,
    following: Episode | None = None,
    *,
    templates: Path | None = None,
) -> tuple[str, bytes]:
    """Make the page of one episode, as (path under the web root, content).

    `previous` and `following` are its neighbours by date. Of the other episodes of `show` only titles
    and addresses are used, so their publications need no transcripts.
    """
    episode = publication.episode
    path = episode_page(episode)
    here = Place(base_url=show.base_url, path=path)
    theme = theme_of(templates)
    words = theme.words(show.show.language)
    return _render(
        theme,
        "episode.html",
        show,
        path,
        publication=publication,
        episode=episode,
        language=_language(show, publication),
        media=_media(episode),
        pieces=tuple(views.pieces(publication, accent_of(show.show))),
        doubts=views.has_doubts(publication),
        making=phrases.say_making(publication.transcript, words) if publication.transcript else "",
        downloads=views.downloads(publication, words),
        elsewhere=views.elsewhere(episode, words),
        links=tuple(link for link in views.links_of(episode, "link") if not link.url or link.url not in episode.notes),
        citations=views.links_of(episode, "citation"),
        sponsors=views.links_of(episode, "sponsor"),
        related=_related(show, episode),
        threads=views.threads(episode.comments),
        previous=previous,
        following=following,
        cover=_cover(show, publication),
        card=publication.card,
        share_picture=publication.cover or show.cover,
        captions=transcript_file(episode, "vtt"),
        oembed=embed.oembed_file(episode),
        text_file=transcript_file(episode, "txt"),
        disclaimer=views.without_label(episode.disclaimer or show.show.disclaimer, "disclaimer"),
        data=linked_data.as_script(linked_data.episode_data(here, show, publication)),
    )


def render_embed(show: ShowPublication, publication: Publication, *, templates: Path | None = None) -> Pages:
    """Yield the player for other people's pages and the oEmbed answer that names it; nothing without media."""
    episode = publication.episode
    if not views.playable(episode):
        return
    yield _render(
        theme_of(templates),
        "embed.html",
        show,
        embed.embed_page(episode),
        publication=publication,
        episode=episode,
        language=_language(show, publication),
        media=_media(episode),
        cover=_cover(show, publication),
        captions=transcript_file(episode, "vtt"),
        page_url=page_url(show.base_url, episode_page(episode)),
    )
    yield embed.oembed_file(episode), embed.oembed_answer(show, publication)


def render_home(shows: Sequence[ShowPublication], *, templates: Path | None = None) -> Pages:
    """Yield what stands above the shows: home, search, "not found", site map, robots.txt and llms.txt."""
    theme = theme_of(templates)
    base_url = shows[0].base_url if shows else ""
    searched = [one for one in shows if one.searchable]
    language = _common_language(shows)
    common = {
        **_in_language({"language": language, "words": theme.words(language)}),
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
    yield places.SITEMAP, theme.render("sitemap.xml", here=home, paths=_site_map(shows), **common)
    yield places.ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {home.url(places.SITEMAP)}\n".encode()
    yield places.LLMS, theme.render("llms.txt", here=home, transcript_file=transcript_file, **common)


def accent_of(show: Show) -> str:
    """The show's colour: as set, else one that stays with its slug."""
    return show.accent if show.accent in ACCENTS else ACCENTS[zlib.crc32(show.slug.encode()) % len(ACCENTS)]


def _common_language(shows: Sequence[ShowPublication]) -> str:
    """The language of pages above the shows: the one that all shows are in, else English."""
    tags = {one.show.language for one in shows}
    names = {primary(tag) for tag in tags}
    if len(tags) == 1:
        return tags.pop() or "en"
    return names.pop() or "en" if len(names) == 1 else "en"


def _home_accent(shows: Sequence[ShowPublication]) -> str:
    return accent_of(shows[0].show) if shows else ACCENTS[0]


def _render(
    theme: Theme, template: str, publication: ShowPublication, path: str, /, **values: Any
) -> tuple[str, bytes]:
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
        "subscribe": _subscribe_links(publication),
        "base_url": publication.base_url,
        "searchable": publication.searchable,
        "language": publication.show.language,
        "words": words,
    }
    return path, theme.render(template, **_in_language({**common, **values}))


def _in_language(values: dict[str, Any]) -> dict[str, Any]:
    """Tell a page its language, which way it is written, and how to mark words of the page's own in another one."""
    words: Words = values["words"]
    language = values["language"] or words.language
    foreign = primary(language) != words.language
    mark = Markup(' lang="{}"').format(words.language) if foreign else ""
    script = linked_data.as_script(words.for_scripts) if words.for_scripts else ""
    return {**values, "language": language, "own_words": mark, "script_words": script}


def _groups(episodes: Sequence[Publication], words: Words) -> list[tuple[str, list[Publication]]]:
    """Gather a list by season where all have one, else by year."""
    seasons = all(one.episode.season is not None for one in episodes)
    named = [(_season(one.episode, words) if seasons else str(one.episode.published_at.year), one) for one in episodes]
    return [(name, [one for _, one in group]) for name, group in groupby(named, key=lambda pair: pair[0])]


def _season(episode: Episode, words: Words) -> str:
    return words("Season {season}", season=episode.season) + (
        f" · {episode.season_name}" if episode.season_name else ""
    )


def _feeds(publication: ShowPublication, words: Words) -> list[tuple[str, str]]:
    """The feeds that there are, by label."""
    show = publication.show
    feeds = [(words("Audio"), feed_file(show.slug))]
    feeds += [(words("Video"), feed_file(show.slug, "video"))] if "video" in publication.kinds else []
    extras = [feed for feed in show.feeds if not feed.private]
    return feeds + [(feed.title or feed.name.capitalize(), extra_feed_file(show.slug, feed)) for feed in extras]


def _subscribe_links(publication: ShowPublication) -> tuple[Link, ...]:
    """Where the show can be followed: as its settings say, else as its newest episode that says so has it."""
    if entries := [entry.rpartition("|") for entry in publication.show.subscribe]:
        links = [Link(title=words.strip() or views.host_of(url), url=url.strip()) for words, _, url in entries]
        return tuple(link for link in links if views.is_web(link.url))
    return views.links_of(publication.followed, "subscribe", "follow") if publication.followed else ()


def _cover(show: ShowPublication, publication: Publication) -> str:
    """The picture on an episode's page: a small copy where there is one."""
    return publication.small_cover or publication.cover or show.small_cover or show.cover


def _language(show: ShowPublication, publication: Publication) -> str:
    heard = publication.transcript.language if publication.transcript else ""
    return publication.episode.language or show.show.language or heard


def _media(episode: Episode) -> list[tuple[Medium, str]]:
    return [(medium, media_file(episode, medium)) for medium in views.playable(episode)]


def _related(show: ShowPublication, episode: Episode) -> list[tuple[str, str]]:
    """Titles that the source names, with the page of those that are in the catalogue."""
    if not episode.related:
        return []
    known = show.by_title
    found = [(title, known.get(title.casefold().strip())) for title in episode.related]
    return [(one.title if one else title, episode_page(one) if one else "") for title, one in found if one != episode]


def _site_map(shows: Sequence[ShowPublication]) -> Iterator[tuple[str, str]]:
    """All pages that a search engine should know, with the day of the last change where that is known."""
    yield places.HOME, ""
    for publication in shows:
        slug = publication.show.slug
        newest = publication.episodes[0].episode.published_at.date().isoformat() if publication.episodes else ""
        yield show_page(slug), newest
        for one in publication.episodes:
            yield episode_page(one.episode), one.episode.published_at.date().isoformat()
        for person in people_of(publication).values():
            yield places.person_page(slug, person.credit.name), ""
        yield places.about_page(slug), ""
