"""The files of each episode: media, captions, chapters, its page and player."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from episodes import feed, site
from episodes.core.addresses import media_file
from episodes.core.episode import Episode
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.core.sound import offered_media
from episodes.site.write import Writer
from episodes.store.outline import text_mark
from episodes.workflow.building.parts import Parts, Work
from episodes.workflow.cards import with_card
from episodes.workflow.ports import MediaStorage
from episodes.workflow.stamps import stamp_of, stamp_of_texts


def write_episodes(publication: ShowPublication, parts: Parts, work: Work) -> None:
    """Write the files of every episode of which something changed."""
    show, episodes = publication.show, publication.episodes
    base = stamp_of(
        replace(show, feeds=()),
        parts.base_url,
        site.frame_of(publication),
        site.version(parts.templates),
        parts.search.mark,
    )
    names = ["", *[one.episode.line for one in episodes], ""]  # its neighbours' pages tell of an episode
    for place, one in enumerate(episodes):
        known = _related_slugs(publication, one.episode)
        stamp = stamp_of_texts(
            base, one.mark, names[place + 2], names[place], repr((one.cover, one.small_cover, known))
        )
        if not work.kept(_unit(one.episode), stamp):
            whole = parts.reader().effective_transcript(one.episode.guid, show=show.slug)
            made = replace(one, transcript=whole)
            previous = episodes[place + 1].episode if place + 1 < len(episodes) else None
            following = episodes[place - 1].episode if place else None
            _write_episode(publication, made, (previous, following), parts, work, stamp)


def _write_episode(
    show: ShowPublication,
    publication: Publication,
    neighbours: tuple[Episode | None, Episode | None],
    parts: Parts,
    work: Work,
    stamp: str,
) -> None:
    episode, writer, templates = publication.episode, work.writer, parts.templates
    for path in work.ledger.touched(_unit(episode)):
        writer.discard(path)
    publication = with_card(publication, show, writer=writer, templates=templates)
    media = dict(_publish_media(episode, parts.storage, writer))
    captions, part = _write_captions(publication, show.show, work)
    files = list(feed.render_chapter_files(publication, show.show))
    files.append(site.render_episode(show, publication, *neighbours, templates=templates))
    files.extend(site.render_embed(show, publication, templates=templates))
    for path, content in files:
        writer.write(path, content)
    document = parts.search.keep(publication, show.show)
    paths = [*media, *captions, *(path for path, _ in files), *([publication.card] if publication.card else [])]
    work.ledger.put(_unit(episode), stamp, paths, [*media.values(), *([document] if document else [])], part)


def _write_captions(publication: Publication, show: Show, work: Work) -> tuple[list[str], str]:
    """Write captions, unless they stand: to cut an hour of speech takes longer than all else that an episode needs.

    Gives their paths, and a stamp of all that they are made from.
    """
    paths = feed.caption_paths(publication)
    part = stamp_of(text_mark(publication.mark), feed.around_captions(publication, show))
    if set(paths) <= set(work.ledger.untouched(_unit(publication.episode), part)):
        work.writer.stand(paths)
    else:
        for path, content in feed.render_captions(publication, show):
            work.writer.write(path, content)
    return paths, part


def _publish_media(episode: Episode, storage: MediaStorage, writer: Writer) -> Iterator[tuple[str, Path]]:
    """Put media where listeners get them; what is out and no longer offered stays, for apps have its address."""
    offered = offered_media(episode.media)
    for medium in episode.media:
        path = media_file(episode, medium)
        if medium.media_key and (medium in offered or (writer.root / path).exists()):
            source = storage.path(medium.media_key)
            writer.link(path, source)
            yield path, source


def _related_slugs(publication: ShowPublication, episode: Episode) -> tuple[str, ...]:
    """What the page's links to other episodes hang on."""
    if not episode.related:
        return ()
    found = (publication.by_title.get(title.casefold().strip()) for title in episode.related)
    return tuple(f"{one.slug} {one.title}" for one in found if one is not None)


def _unit(episode: Episode) -> str:
    return f"episode {episode.guid}"
