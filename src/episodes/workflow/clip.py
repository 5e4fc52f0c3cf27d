"""Cutting a clip: the stretch of sound or picture, captions beside it, tags and a link in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from episodes.core.captions import format_captions
from episodes.core.clip import Stretch, segments_in
from episodes.core.episode import Episode
from episodes.core.errors import MediaError
from episodes.core.media import Medium
from episodes.core.timecode import format_clock
from episodes.core.transcript import Transcript
from episodes.workflow.ports import Cutter, MediaStorage


@dataclass(frozen=True, kw_only=True)
class Clip:
    """What was cut: the file, its captions, and where it lies in the episode."""

    file: Path
    captions: tuple[Path, ...]
    start: float  #: seconds in the medium that was cut
    end: float
    link: str
    text: str


def make_clip(
    episode: Episode,
    stretch: Stretch,
    target: Path,
    *,
    show_title: str,
    page: str,
    transcript: Transcript | None,
    storage: MediaStorage,
    cutter: Cutter,
    audio_only: bool = False,
) -> Clip:
    """Cut a stretch (in the transcript's time) out of an episode's video, or of its audio; raises MediaError."""
    medium = _medium(episode, audio_only=audio_only)
    start, end = max(0.0, stretch.start + medium.offset), stretch.end + medium.offset
    link = f"{page}#t={int(stretch.start)}"
    tags = {
        "title": f"{episode.title} ({format_clock(stretch.start)})",
        "artist": ", ".join(credit.name for credit in episode.credits),
        "album": show_title,
        "date": f"{episode.published_at:%Y-%m-%d}",
        "comment": link,
    }
    audio = storage.path(medium.media_key)
    cut = cutter.cut(audio, target, start=start, end=end, video=medium.kind == "video", tags=tags)
    held = Stretch(start=cut.start, end=cut.end)
    said = segments_in(held, transcript.segments, offset=medium.offset) if transcript else ()
    captions = []
    for ending in ("vtt", "srt") if said else ():
        file = cut.file.with_suffix(f".{ending}")
        file.write_text(format_captions(ending, said, duration=cut.end - cut.start), encoding="utf-8")
        captions.append(file)
    text = " ".join(segment.text.strip() for segment in said)
    return Clip(file=cut.file, captions=tuple(captions), start=cut.start, end=cut.end, link=link, text=text)


def _medium(episode: Episode, *, audio_only: bool) -> Medium:
    held = [medium for medium in episode.media if medium.media_key]
    videos = [medium for medium in held if medium.kind == "video" and not audio_only]
    if not held:
        raise MediaError(f"{episode.title!r} has no media file here", hint="add the episode's source again")
    return videos[0] if videos else held[0]
