"""What of a show is published: its episodes that have a date and a file, and their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from episodes.core.addresses import media_file
from episodes.core.episode import Episode
from episodes.core.errors import PublishError
from episodes.core.light import dataclass
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.store.outline import Outlined
from episodes.store.stored import made
from episodes.workflow.building.parts import Parts, Work
from episodes.workflow.cards import with_show_card
from episodes.workflow.pictures import publish_picture, publish_small_picture
from episodes.workflow.stamps import stamp_of, stamp_of_revisions


@dataclass(frozen=True, kw_only=True)
class Publishable:
    """The episodes of a show, newest first, parted by whether they can be published."""

    episodes: tuple[Outlined, ...]
    left_out: tuple[str, ...]  #: of the others the reasons, a sentence each
    missing: tuple[Path, ...]  #: files whose return would change that
    lost: tuple[str, ...]  #: published episodes that lack a file, each with the file, where it is half of them or more
    revisions: str  #: a mark of all of them


def part_episodes(show: Show, parts: Parts) -> Publishable:
    """Part the episodes that can be published from those that cannot."""
    episodes: list[Outlined] = []
    left_out, missing, were_out = [], [], []
    outline = parts.reader().outline(show.slug)
    media = [[one.media_key for one in outlined.episode.held] for outlined in outline]
    lost = parts.storage.missing(chain.from_iterable(media))
    for outlined, held in zip(outline, media, strict=True):
        episode = outlined.episode
        if episode.date_is_sure and held and lost.isdisjoint(held):
            episodes.append(outlined)
            continue
        name = f"{show.slug}/{episode.slug}"
        if not episode.date_is_sure:
            date = f"{episode.published_at:%Y-%m-%d}"
            left_out.append(f"{name} is left out: its date is a guess; `episodes edit {name} date={date}` confirms it")
        elif not held:
            left_out.append(f"{name} is left out: it has no media file here")
        else:
            gone = [key for key in held if key in lost]
            left_out.append(f"{name} is left out: media/{gone[0]} is gone; add its source again")
            missing += [parts.root / "media" / key for key in gone]
            if _is_out(episode.published, parts.feeds):
                were_out.append(f"{name} (media/{gone[0]})")
    return Publishable(
        episodes=tuple(episodes),
        left_out=tuple(left_out),
        missing=tuple(missing),
        lost=tuple(were_out) if len(were_out) >= len(episodes) else (),
        revisions=stamp_of_revisions({one.episode.guid: one.revision for one in outline}),
    )


def _is_out(episode: Episode, feeds: Path) -> bool:
    """Whether listeners were given a medium of an episode."""
    return any((feeds / media_file(episode, medium)).exists() for medium in episode.media if medium.media_key)


def refuse_to_lose(lost: Sequence[str]) -> None:
    """Empty no feed for want of files: their disk may be missing. Raises PublishError.

    A file or two that are gone among many take their episodes out, and that is told.
    """
    if lost:
        more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        raise PublishError(
            f"the media of {lost[0]}{more} are missing, so what is published stays as it is",
            hint="bring the files back (is a disk missing?) or add their sources again; `episodes remove REF` takes "
            "an episode out for good, `episodes build --force` publishes the rest without them",
        )


def make_publication(show: Show, episodes: Sequence[Outlined], parts: Parts, work: Work) -> ShowPublication:
    """Put together what listeners get of a show; its pictures are published on the way."""
    cover, small_cover = _publish_picture(show.image, show.slug, parts.root, parts, work)
    publications = []
    for one in episodes:
        episode = one.episode.published
        picture = small = ""
        if episode.image:
            place = f"{show.slug}/{episode.slug}"
            picture, small = _publish_picture(episode.image, place, parts.root / "media", parts, work)
        publications.append(
            made(
                Publication,
                {
                    "episode": episode,
                    "transcript": one.transcript,
                    "cover": picture,
                    "small_cover": small,
                    "mark": one.revision,
                },
            )
        )
    publication = ShowPublication(
        show=show,
        base_url=parts.base_url,
        episodes=tuple(publications),
        cover=cover,
        small_cover=small_cover,
        searchable=bool(parts.search.program and publications),
    )
    return with_show_card(publication, writer=work.writer)


def _publish_picture(image: str, place: str, folder: Path, parts: Parts, work: Work) -> tuple[str, str]:
    """Publish a picture and a small copy of it, unless both stand; give their paths."""
    name, stamp = f"picture {place}", stamp_of(image)
    if work.kept(name, stamp):
        paths = work.ledger.paths([name])
    else:
        picture = publish_picture(image, place, folder=folder, writer=work.writer)
        small = publish_small_picture(picture, writer=work.writer, shrink=parts.shrink_picture)
        paths = [path for path in (picture, small) if path]
        work.ledger.put(name, stamp, paths, [folder / image] if picture else [])
    return (*paths, "", "")[0], (*paths, "", "")[1]
