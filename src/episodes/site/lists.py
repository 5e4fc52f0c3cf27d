"""Pages that list episodes: a show by newest, all of it, its people; made anew only where what they tell changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from episodes.core.episode import Episode
from episodes.core.publication import Publication, ShowPublication
from episodes.site import linked_data, places
from episodes.site.frame import Pages, Planned, digest, render, subscribe_links, theme_of
from episodes.site.people import Person, people_of
from episodes.site.places import Place
from episodes.site.rows import Rows
from episodes.site.words import Words

#: Episodes on one page of a show's list; its own page has up to twice as many, less one.
LIST_LENGTH = 30


def frame_of(publication: ShowPublication) -> tuple[object, ...]:
    """What stands around every page of a show, besides the show's own settings."""
    pictures = (publication.cover, publication.small_cover, publication.card)
    extras = [(feed.name, feed.title) for feed in publication.show.feeds if not feed.private]
    return (*pictures, publication.searchable, sorted(publication.kinds), extras, subscribe_links(publication))


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
    rows = {id(one.episode): one.mark or _row_mark(one.episode) for one in publication.episodes}
    people = people_of(publication)
    marks = {one.episode.guid: f"{mark} {rows[id(one.episode)]}" for one in publication.episodes}
    held = {} if held is None or theme.has_own else held
    for outdated in held.keys() - set(marks.values()):
        del held[outdated]
    written = Rows(held, marks)
    everybody = [(person.credit, person.hosted, len(person.episodes)) for person in people.values()]
    everything = str([one.mark or repr(one) for one in publication.episodes]) if theme.has_own else ""

    def planned(
        template: str, path: str, shown: Iterable[Episode], facts: object, values: Callable[[], dict[str, Any]]
    ) -> Planned:
        made_from = everything + repr(facts) + "".join([rows[id(episode)] for episode in shown])
        return Planned(
            path=path,
            made_from=made_from,
            render=lambda: render(theme, template, publication, path, **values())[1],
        )

    yield from _plan_pages(publication, people, words, planned)
    if len(publication.episodes) >= 2 * LIST_LENGTH:
        lines = digest("".join([one.episode.line for one in publication.episodes]))
        path, in_groups = places.archive_page(show.slug), partial(_groups, publication.episodes, words)
        yield planned("archive.html", path, (), lines, lambda: {"groups": in_groups()})
    for person in people.values():
        path = places.person_page(show.slug, person.credit.name)
        facts = person.credit, person.hosted
        yield planned("person.html", path, person.episodes, facts, partial(_of_person, person, written))
    yield planned("about.html", places.about_page(show.slug), (), everybody, lambda: {"people": people})


def _plan_pages(
    publication: ShowPublication, people: dict[str, Person], words: Words, planned: Callable[..., Planned]
) -> Iterator[Planned]:
    """The show's own page with its newest episodes, and the pages of older ones, which stay as they are.

    Those are counted from the oldest, so that a new episode changes the show's own page alone; every
    `LIST_LENGTH` episodes one more of them is cut off it.
    """
    slug, episodes = publication.show.slug, publication.episodes
    older = max(0, len(episodes) // LIST_LENGTH - 1)
    paths = [places.list_page(slug, number) for number in range(1, older + 1)] + [places.list_page(slug)]
    rest = len(episodes) - older * LIST_LENGTH
    for at, path in enumerate(paths):
        end = len(episodes) - at * LIST_LENGTH
        shown = episodes[:rest] if at == older else episodes[end - LIST_LENGTH : end]
        beside = (paths[at + 1] if at < older else "", paths[at - 1] if at else "")
        values = partial(_of_page, publication, people, words, path, at + 1 if at < older else 0, beside, shown)
        yield planned("show.html", path, [one.episode for one in shown], beside, values)


def _of_page(
    publication: ShowPublication,
    people: dict[str, Person],
    words: Words,
    path: str,
    number: int,
    beside: tuple[str, str],
    shown: Sequence[Publication],
) -> dict[str, Any]:
    """What a page of the list is made with: 0 is the show's own; `beside` are the pages of newer and older ones."""
    here = Place(base_url=publication.base_url, path=path)
    newer, older = beside
    return {
        "number": number,
        "newer": newer,
        "older": older,
        "groups": _groups(shown, words),
        "people": people,
        "data": linked_data.as_script(linked_data.show_data(here, publication)),
    }


def _of_person(person: Person, rows: Rows) -> dict[str, Any]:
    return {"person": person, "rows": rows}


def _row_mark(episode: Episode) -> str:
    """A mark of all that a row in a list tells of an episode, for previews; a build has its own, of all that counts."""
    shown = (episode.line, episode.summary, _names(episode))
    return digest(repr(shown))


def _names(episode: Episode) -> list[str]:
    return [guest.name for guest in episode.guests]


def _groups(episodes: Sequence[Publication], words: Words) -> list[tuple[str, list[Publication]]]:
    """Gather a list by season where all have one, else by year."""
    seasons = all(one.episode.season is not None for one in episodes)
    named = [(_season(one.episode, words) if seasons else str(one.episode.published_at.year), one) for one in episodes]
    return [(name, [one for _, one in group]) for name, group in groupby(named, key=lambda pair: pair[0])]


def _season(episode: Episode, words: Words) -> str:
    return words("Season {season}", season=episode.season) + (
        f" · {episode.season_name}" if episode.season_name else ""
    )
