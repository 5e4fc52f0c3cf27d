"""The caption files of an episode: which there are, of what type, and how each is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from episodes.core.captions.formats import SRT_CHARS, format_json, format_srt, format_vtt
from episodes.core.captions.prose import format_html, format_markdown, format_text
from episodes.core.captions.splitting import cues
from episodes.core.errors import UsageError
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
    segments = tuple(segments)
    if extension == "srt":
        return format_srt(cues(segments, max_chars=SRT_CHARS, label_speakers=True, duration=duration, names=names))
    if extension in ("vtt", "json"):
        made = cues(segments, duration=duration, names=names)
        return format_vtt(made) if extension == "vtt" else format_json(made)
    if extension == "html":
        return format_html(segments, title=title, language=language)
    if extension == "txt":
        return format_text(segments)
    if extension == "md":
        return format_markdown(segments, title=title)
    known = ", ".join(file.extension for file in CAPTION_FILES)
    raise UsageError(f"there is no caption format '{extension}'", hint=f"formats are: {known}")


def shift(segments: Iterable[Segment], offset: float) -> tuple[Segment, ...]:
    """Move a transcript to another medium of the episode; what would begin before it begins at 0."""
    if not offset:
        return tuple(segments)
    return tuple(
        replace(
            segment,
            start=max(0.0, segment.start + offset),
            end=max(0.0, segment.end + offset),
            words=tuple(
                replace(word, start=max(0.0, word.start + offset), end=max(0.0, word.end + offset))
                for word in segment.words
            ),
        )
        for segment in segments
    )
