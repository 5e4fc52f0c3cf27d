"""What machines read of a site: the map of its pages, and the texts for language models; a line for each episode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from markupsafe import Markup

from episodes.core.addresses import episode_page, is_plain, show_page
from episodes.core.publication import Publication, ShowPublication
from episodes.site import places
from episodes.site.markdown import clean_text
from episodes.site.people import people_of
from episodes.site.places import Place

#: Where an episode's text lies in its folder, see `transcript_file`.
_TEXT = "transcript.txt"
_HARMLESS = str.maketrans("\n\t[]", "  ()")


def site_map(home: Place, shows: Sequence[ShowPublication]) -> Markup:
    """Write the entries of all pages that a search engine should know.

    Line by line without a template: there are as many as episodes, and all are written for each one that changes.
    """
    lines = [_entry(escape(home.url()))]
    for publication in shows:
        lines += _entries(home, publication)
    return Markup("".join(lines))  # noqa: S704 - escaped below


def list_texts(home: Place, episodes: Sequence[Publication]) -> Markup:
    """Write the list of a show's transcripts, in the Markdown that llms.txt is written in."""
    lines = [
        f"- [{_in_brackets(one.episode.title)}]({folder}{_TEXT}): {_day(one)}\n"
        for one, folder in zip(episodes, _folders(home, episodes), strict=True)
    ]
    return Markup("".join(lines))  # noqa: S704 - a text file


def _in_brackets(title: str) -> str:
    """Write a title on one line and without the signs that end a link's words."""
    return clean_text(title).translate(_HARMLESS)


def _day(one: Publication) -> str:
    return one.episode.published_at.isoformat()[:10]


def _entries(home: Place, publication: ShowPublication) -> Iterator[str]:
    """The entries of all pages of a show, with the day of the last change where that is known."""
    slug, episodes = publication.show.slug, publication.episodes
    yield _entry(escape(home.url(show_page(slug))), _day(episodes[0]) if episodes else "")
    for one, folder in zip(episodes, _folders(home, episodes), strict=True):
        yield _entry(escape(folder), _day(one))
    for person in people_of(publication).values():
        yield _entry(escape(home.url(places.person_page(slug, person.credit.name))))
    yield _entry(escape(home.url(places.about_page(slug))))


def _entry(address: str, day: str = "") -> str:
    return f"<url><loc>{address}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"


def _folders(home: Place, episodes: Sequence[Publication]) -> Iterator[str]:
    """The addresses of the folders that episodes have to themselves, which are those of their pages."""
    shows: dict[str, str] = {}
    for one in episodes:
        show, slug = one.episode.show, one.episode.slug
        if show not in shows:
            shows[show] = home.url(f"{show}/")
        yield f"{shows[show]}{slug}/" if is_plain(slug) else home.url(episode_page(one.episode))
