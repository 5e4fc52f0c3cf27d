"""Pages of a show and its episodes: the same publication gives the same bytes, so what is unchanged changes no file."""

from __future__ import annotations

from pathlib import Path

from episodes.core.addresses import episode_page, media_file, page_url, transcript_file
from episodes.core.episode import Episode
from episodes.core.media import Medium
from episodes.core.publication import Publication, ShowPublication
from episodes.site import embed, linked_data, phrases, views
from episodes.site.frame import Pages, accent_of, render, theme_of
from episodes.site.lists import render_lists
from episodes.site.places import Place


def render_show(publication: ShowPublication, *, templates: Path | None = None) -> Pages:
    """Yield all pages of a show, as (path under the web root, content)."""
    yield from render_lists(publication, templates=templates)
    newer_first = publication.episodes
    for place, one in enumerate(newer_first):
        previous = newer_first[place + 1].episode if place + 1 < len(newer_first) else None
        following = newer_first[place - 1].episode if place else None
        yield render_episode(publication, one, previous, following, templates=templates)
        yield from render_embed(publication, one, templates=templates)


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
    return render(
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
        page_url=page_url(show.base_url, episode_page(episode)),
        frame=str(embed.frame_of(episode, show.base_url)),
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
    yield render(
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
        frame=str(embed.frame_of(episode, show.base_url)),
    )
    yield embed.oembed_file(episode), embed.oembed_answer(show, publication)


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
