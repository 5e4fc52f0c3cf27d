"""The small files that a feed's items point to: transcripts and chapters, by their path under the web root."""

from __future__ import annotations

from collections.abc import Iterator

from episodes.core.addresses import chapters_file, transcript_file
from episodes.core.captions import CAPTION_FILES, format_all, shift
from episodes.core.episode import Episode
from episodes.core.media import Kind, Medium
from episodes.core.publication import Publication
from episodes.core.show import Show
from episodes.feed.chapters import chapters_of, render_chapters


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
    written: set[str] = set()
    kinds: tuple[Kind, ...] = ("audio", "video")
    for kind in kinds:
        medium = publication.enclosure(kind)
        if medium is None:
            continue
        for path, data in _files(publication, medium, show):
            if path not in written:
                written.add(path)
                yield path, data


def _files(publication: Publication, medium: Medium, show: Show) -> Iterator[tuple[str, bytes]]:
    episode, transcript = publication.episode, publication.transcript
    if chapters_of(episode, medium):
        yield chapters_path(episode, medium), render_chapters(episode, medium=medium, show_title=show.title)
    if transcript is None or not publication.has_text:
        return
    published = [file.extension for file in CAPTION_FILES if file.is_published]
    texts = format_all(
        published,
        shift(transcript.segments, medium.offset),
        duration=medium.duration or None,
        names=[credit.name for credit in (*show.hosts, *episode.credits)],
        title=episode.title,
        language=transcript.language,
    )
    for extension, text in texts.items():
        yield transcript_path(episode, medium, extension), text.encode("utf-8", "replace")
