"""Bringing in caption files: each becomes the transcript of the episode that its name says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, NotFound, SourceError
from episodes.core.reference import Candidate, resolve
from episodes.core.show import Show
from episodes.media.walking import files_below
from episodes.store.catalogue import Catalogue
from episodes.workflow.add import Failed
from episodes.workflow.fetching import transcript_of

ENDINGS = (".vtt", ".srt", ".sbv", ".json", ".html")
#: What file names have behind the episode's own name: a language, "transcript", "captions".
_TAIL = re.compile(r"[ ._-]+(?:[a-z]{2,3}(?:-[A-Za-z]{2,4})?|transcript|captions?|subtitles?)$")


@dataclass(frozen=True, kw_only=True)
class Captioned:
    """A caption file that was looked at."""

    file: Path
    episode: Episode
    segments: int = 0
    is_new: bool = True  #: False: the episode has a transcript already, which stays


def import_captions(place: Path, show: Show | None, *, catalogue: Catalogue) -> Iterator[Captioned | Failed]:
    """Give transcripts to episodes of a show (or of all), one file each; raises NotFound if there are no files."""
    files = list(files_below(place, ENDINGS)) if place.is_dir() else [place]
    if not files:
        raise NotFound(f"there are no caption files in {place}", hint=f"their names end in {', '.join(ENDINGS)}")
    episodes = catalogue.list_episodes(show.slug if show else None)
    for file in files:
        try:
            yield _attach(file, episodes, catalogue)
        except EpisodesError as error:
            yield Failed(what=str(file), error=error)


def _attach(file: Path, episodes: list[Episode], catalogue: Catalogue) -> Captioned:
    episode = find_by_name(file.stem, episodes)
    if catalogue.find_transcript(episode.guid, show=episode.show) is not None:
        return Captioned(file=file, episode=episode, is_new=False)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot read {file}: {error.strerror}", hint="check its permissions") from error
    transcript = transcript_of(data, episode)
    catalogue.save_transcript(episode.guid, transcript, show=episode.show)
    return Captioned(file=file, episode=episode, segments=len(transcript.segments))


def find_by_name(stem: str, episodes: list[Episode]) -> Episode:
    """The episode that a file is named after: its medium's file, slug, number or title; raises NotFound."""
    for name in dict.fromkeys((stem, _TAIL.sub("", stem))):
        same = [episode for episode in episodes if name.casefold() in _file_names(episode)]
        if len(same) == 1:
            return same[0]
    candidates = [Candidate.of(episode, place) for place, episode in enumerate(episodes)]
    try:
        return episodes[resolve(_TAIL.sub("", stem), candidates, by_age=False).id]
    except NotFound:
        spaced = re.sub(r"[_-]+", " ", _TAIL.sub("", stem))
        return episodes[resolve(spaced, candidates, by_age=False).id]


def _file_names(episode: Episode) -> set[str]:
    addresses = [medium.source.url for medium in episode.media if medium.source.url]
    names = {PurePosixPath(unquote(urlsplit(address).path)).stem for address in addresses}
    return {name.casefold() for name in names if name}
