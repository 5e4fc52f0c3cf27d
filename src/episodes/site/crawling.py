"""What machines read of a site: the map of its pages, and the texts for language models; a line for each episode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from markupsafe import Markup

from episodes.core.addresses import episode_page, show_page, transcript_file
from episodes.core.publication import Publication, ShowPublication
from episodes.site import places
from episodes.site.markdown import clean_text
from episodes.site.people import people_of
from episodes.site.places import Place


def site_map(home: Place, shows: Sequence[ShowPublication]) -> Markup:
    """Write the entries of all pages that a search engine should know.

    Line by line without a template: there are as many as episodes, and all are written for each one that changes.
    """
    lines = [
        f"<url><loc>{escape(home.url(path))}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for path, day in _pages(shows)
    ]
    return Markup("".join(lines))  # noqa: S704 - escaped above


def list_texts(home: Place, episodes: Sequence[Publication]) -> Markup:
    """Write the list of a show's transcripts, in the Markdown that llms.txt is written in."""
    lines = [
        f"- [{_in_brackets(one.episode.title)}]({home.url(transcript_file(one.episode, 'txt'))}): {_day(one)}\n"
        for one in episodes
    ]
    return Markup("".join(lines))  # noqa: S704 - a text file


def _in_brackets(title: str) -> str:
    """Write a title on one line and without the signs that end a link's words."""
    return clean_text(title).replace("\n", " ").replace("\t", " ").replace("[", "(").replace("]", ")")


def _day(one: Publication) -> str:
    return one.episode.published_at.date().isoformat()


def _pages(shows: Sequence[ShowPublication]) -> Iterator[tuple[str, str]]:
    """All paths, with the day of the last change where that is known."""
    yield places.HOME, ""
    for publication in shows:
        slug = publication.show.slug
        newest = _day(publication.episodes[0]) if publication.episodes else ""
        yield show_page(slug), newest
        for one in publication.episodes:
            yield episode_page(one.episode), _day(one)
        for person in people_of(publication).values():
            yield places.person_page(slug, person.credit.name), ""
        yield places.about_page(slug), ""
