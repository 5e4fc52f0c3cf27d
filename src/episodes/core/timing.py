"""The times of an episode: which medium they are those of, and how they move when another one takes its place."""

from __future__ import annotations

from dataclasses import replace

from episodes.core.chapter import Chapter
from episodes.core.episode import Episode
from episodes.core.media import Medium

#: Less than so many seconds between two media is no reason to move what people wrote in whole ones.
_LEAST = 0.2


def timed_by(media: tuple[Medium, ...]) -> Medium | None:
    """The medium that times refer to: the first that is held, else the one that the episode came with."""
    return next((medium for medium in media if medium.media_key), media[0] if media else None)


def moved(episode: Episode, seconds: float) -> Episode:
    """An episode whose chapters and soundbites begin so much later; what would begin before 0 begins there."""
    if abs(seconds) < _LEAST or not (episode.chapters or episode.soundbites):
        return episode
    chapters: dict[float, Chapter] = {}  # of those that begin before, the last one is heard at 0
    for chapter in episode.chapters:
        end = None if chapter.end is None else max(0.0, round(chapter.end + seconds, 3))
        start = max(0.0, round(chapter.start + seconds, 3))
        chapters[start] = replace(chapter, start=start, end=end or None)
    bites = tuple(replace(one, start=max(0.0, round(one.start + seconds, 3))) for one in episode.soundbites)
    return replace(episode, chapters=tuple(chapters.values()), soundbites=bites)
