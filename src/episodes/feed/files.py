"""The small files that a feed's items point to: transcripts and chapters, by their path under the web root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from episodes.core.addresses import chapters_file, transcript_file
from episodes.core.captions import CAPTION_FILES, format_all, shift
from episodes.core.episode import Episode
from episodes.core.media import Kind, Medium
from episodes.core.publication import Publication
from episodes.core.show import Show
from episodes.feed.chapters import chapters_of, render_chapters

_EXTENSIONS = [file.extension for file in CAPTION_FILES if file.is_published]


def transcript_path(episode: Episode, medium: Medium, extension: str) -> str:
    """Where the captions of a medium lie; a medium with times of its own has files of its own."""
    return transcript_file(episode, _prefix(medium) + extension)


def chapters_path(episode: Episode, medium: Medium) -> str:
    path = chapters_file(episode)
    return path.removesuffix("json") + f"{medium.kind}.json" if _prefix(medium) else path


def _prefix(medium: Medium) -> str:
    return f"{medium.kind}." if medium.offset else ""


def render_files(publication: Publication, show: Show) -> Iterator[tuple[str, bytes]]:
    """Write all transcripts and chapters that the feeds' items of an episode point to: path, then bytes."""
    yield from render_chapter_files(publication, show)
    yield from render_captions(publication, show)


def render_chapter_files(publication: Publication, show: Show) -> Iterator[tuple[str, bytes]]:
    episode = publication.episode
    media = [medium for medium in _enclosures(publication) if chapters_of(episode, medium)]
    for path, medium in {chapters_path(episode, medium): medium for medium in reversed(media)}.items():
        yield path, render_chapters(episode, medium=medium, show_title=show.title)


def render_captions(publication: Publication, show: Show) -> Iterator[tuple[str, bytes]]:
    for work in caption_works(publication, show):
        yield from work.files(format_all(**work.given))


class CaptionWork(NamedTuple):
    """The captions of one medium that are to be cut; that takes long, so other processes may do it."""

    episode: Episode
    medium: Medium
    given: dict[str, Any]  #: what `format_all` is called with; it goes to another process and so does the answer

    def files(self, texts: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Give what `format_all` made as files: path, then bytes."""
        for extension, text in texts.items():
            yield transcript_path(self.episode, self.medium, extension), text.encode("utf-8", "replace")


def caption_works(publication: Publication, show: Show) -> Iterator[CaptionWork]:
    """What is to be cut for an episode: once for each medium that has captions of its own."""
    episode, transcript = publication.episode, publication.transcript
    if transcript is None:
        return
    for medium in _captioned(publication):
        given = {
            "extensions": _EXTENSIONS,
            "segments": shift(transcript.segments, medium.offset),
            "duration": medium.duration or None,
            "names": _names(publication, show),
            "title": episode.title,
            "language": transcript.language,
        }
        yield CaptionWork(episode, medium, given)


def caption_paths(publication: Publication) -> list[str]:
    """Where `render_captions` writes."""
    media = _captioned(publication)
    return [transcript_path(publication.episode, medium, extension) for medium in media for extension in _EXTENSIONS]


def around_captions(publication: Publication, show: Show) -> tuple[object, ...]:
    """All that captions are made from besides the text that was said."""
    media = [(medium.offset, medium.duration) for medium in _captioned(publication)]
    language = publication.transcript.language if publication.transcript else ""
    return (*caption_paths(publication), publication.episode.title, language, _names(publication, show), media)


def _names(publication: Publication, show: Show) -> list[str]:
    return [credit.name for credit in (*show.hosts, *publication.episode.credits)]


def _captioned(publication: Publication) -> list[Medium]:
    """The media that have captions of their own; one with the times of another has the other's."""
    media = {_prefix(medium): medium for medium in reversed(_enclosures(publication))} if publication.has_text else {}
    return [*reversed(media.values())]


def _enclosures(publication: Publication) -> list[Medium]:
    kinds: tuple[Kind, ...] = ("audio", "video")
    return [medium for medium in map(publication.enclosure, kinds) if medium is not None]
