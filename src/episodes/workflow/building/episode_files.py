"""The files of each episode: media, captions, chapters, its page and player."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from episodes import feed, site
from episodes.core.addresses import media_file
from episodes.core.episode import Episode
from episodes.core.progress import Progress
from episodes.core.publication import Publication, ShowPublication
from episodes.core.sound import offered_media
from episodes.feed import CaptionWork
from episodes.site.write import Writer
from episodes.store.outline import text_mark
from episodes.workflow.building.captions import WORTH, Cut, Cutters, begun_ahead
from episodes.workflow.building.parts import Parts, Work
from episodes.workflow.cards import with_card
from episodes.workflow.ports import MediaStorage
from episodes.workflow.stamps import stamp_of, stamp_of_texts


@dataclass(frozen=True, kw_only=True)
class _Due:
    """An episode of which something changed, with its transcript, and what its captions hang on."""

    publication: Publication
    neighbours: tuple[Episode | None, Episode | None]  #: the one before and the one after
    stamp: str
    part: str  #: a stamp of all that the captions are made from
    captions: tuple[str, ...]  #: their paths
    captions_stand: bool


def write_episodes(publication: ShowPublication, parts: Parts, work: Work) -> None:
    """Write the files of every episode of which something changed."""
    show, episodes = publication.show, publication.episodes
    changed = [
        (place, stamp)
        for place, stamp in enumerate(_stamps(publication, parts))
        if not work.kept(_unit(episodes[place].episode), stamp)
    ]
    spoken = sum(episodes[place].episode.duration for place, _ in changed if episodes[place].has_text)
    due = (_due(publication, place, stamp, parts, work) for place, stamp in changed)
    with Cutters(parts.processes if spoken >= WORTH else 1) as cutters:

        def begin(one: _Due) -> list[tuple[CaptionWork, Cut]]:
            works = [] if one.captions_stand else feed.caption_works(one.publication, show)
            return [(each, cutters.begin(each)) for each in works]

        for done, (one, begun) in enumerate(begun_ahead(due, begin, cutters.ahead), start=1):
            captions = [file for each, cut in begun for file in each.files(cut())]
            _write_episode(publication, one, captions, parts, work)
            parts.tell(Progress(stage="build", done=done, total=len(changed), subject=show.slug))


def _stamps(publication: ShowPublication, parts: Parts) -> Iterator[str]:
    """For each episode a stamp of all that its files are made from."""
    episodes = publication.episodes
    base = stamp_of(
        replace(publication.show, feeds=()),
        parts.base_url,
        site.frame_of(publication),
        site.version(parts.templates),
        parts.search.mark,
    )
    names = ["", *[one.episode.line for one in episodes], ""]  # its neighbours' pages tell of an episode
    for place, one in enumerate(episodes):
        known = _related_slugs(publication, one.episode)
        beside = repr((one.cover, one.small_cover, known))
        yield stamp_of_texts(base, one.mark, names[place + 2], names[place], beside)


def _due(publication: ShowPublication, place: int, stamp: str, parts: Parts, work: Work) -> _Due:
    show, episodes = publication.show, publication.episodes
    found = episodes[place]
    one = replace(found, transcript=parts.reader().effective_transcript(found.episode.guid, show=show.slug))
    paths = tuple(feed.caption_paths(one))
    part = stamp_of(text_mark(one.mark), feed.around_captions(one, show))
    return _Due(
        publication=one,
        neighbours=(
            episodes[place + 1].episode if place + 1 < len(episodes) else None,
            episodes[place - 1].episode if place else None,
        ),
        stamp=stamp,
        part=part,
        captions=paths,
        captions_stand=set(paths) <= set(work.ledger.untouched(_unit(found.episode), part)),
    )


def _write_episode(
    show: ShowPublication, due: _Due, captions: Iterable[tuple[str, bytes]], parts: Parts, work: Work
) -> None:
    writer, templates, episode = work.writer, parts.templates, due.publication.episode
    for path in work.ledger.touched(_unit(episode)):
        writer.discard(path)
    publication = with_card(due.publication, show, writer=writer, templates=templates)
    media = dict(_publish_media(episode, parts.storage, writer))
    if due.captions_stand:
        writer.stand(due.captions)
    files = [*captions, *feed.render_chapter_files(publication, show.show)]
    files.append(site.render_episode(show, publication, *due.neighbours, templates=templates))
    files.extend(site.render_embed(show, publication, templates=templates))
    for path, content in files:
        writer.write(path, content)
    document = parts.search.keep(publication, show.show)
    card = [publication.card] if publication.card else []
    paths = [*media, *due.captions, *(path for path, _ in files), *card]
    work.ledger.put(_unit(episode), due.stamp, paths, [*media.values(), *([document] if document else [])], due.part)


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
