"""The caption files of an episode: which there are, of what type, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from episodes.core.captions.clock import retimed
from episodes.core.captions.cue import Cue
from episodes.core.captions.formats import SRT_CHARS, format_json, format_srt, format_vtt
from episodes.core.captions.prose import format_html, format_markdown, format_text
from episodes.core.captions.splitting import cues
from episodes.core.errors import UsageError
from episodes.core.light import dataclass
from episodes.core.transcript import Segment


@dataclass(frozen=True, kw_only=True)
class CaptionFile:
    """A kind of file that a transcript is published or printed as."""

    extension: str
    mime_type: str
    is_timed: bool = False  #: it can be shown as captions
    is_published: bool = False  #: feeds point to it


#: In the order in which feeds list them: what Apple reads first.
CAPTION_FILES = (
    CaptionFile(extension="vtt", mime_type="text/vtt", is_timed=True, is_published=True),
    CaptionFile(extension="srt", mime_type="application/x-subrip", is_timed=True, is_published=True),
    CaptionFile(extension="json", mime_type="application/json", is_timed=True, is_published=True),
    CaptionFile(extension="html", mime_type="text/html", is_published=True),
    CaptionFile(extension="txt", mime_type="text/plain", is_published=True),
    CaptionFile(extension="md", mime_type="text/markdown"),
)


def format_captions(
    extension: str,
    segments: Iterable[Segment],
    *,
    duration: float | None = None,
    names: Iterable[str] = (),
    title: str = "",
    language: str = "",
) -> str:
    """Write a transcript as vtt, srt, json, html, txt or md; all of them say the same words.

    `duration` (seconds) is the medium's: no caption lasts longer. Raises UsageError for another extension.
    """
    return format_all((extension,), segments, duration=duration, names=names, title=title, language=language)[extension]


def format_all(
    extensions: Iterable[str],
    segments: Iterable[Segment],
    *,
    duration: float | None = None,
    names: Iterable[str] = (),
    title: str = "",
    language: str = "",
) -> dict[str, str]:
    """Write a transcript in several formats, cutting it once for those that are cut alike."""
    segments, names = tuple(segments), tuple(names)

    @cache
    def made() -> list[Cue]:
        return cues(segments, duration=duration, names=names)

    def made_for_srt() -> list[Cue]:
        return cues(segments, max_chars=SRT_CHARS, label_speakers=True, duration=duration, names=names)

    writers: dict[str, Callable[[], str]] = {
        "vtt": lambda: format_vtt(made()),
        "srt": lambda: format_srt(made_for_srt()),
        "json": lambda: format_json(made()),
        "html": lambda: format_html(segments, title=title, language=language),
        "txt": lambda: format_text(segments),
        "md": lambda: format_markdown(segments, title=title),
    }
    wanted = tuple(extensions)
    if unknown := [extension for extension in wanted if extension not in writers]:
        raise UsageError(f"there is no caption format '{unknown[0]}'", hint=f"formats are: {', '.join(writers)}")
    return {extension: writers[extension]() for extension in wanted}


def shift(segments: Iterable[Segment], offset: float) -> tuple[Segment, ...]:
    """Move a transcript to another medium of the episode; what would begin before it begins at 0."""
    return retimed(segments, lambda time: time + offset) if offset else tuple(segments)
