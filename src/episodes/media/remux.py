"""Moving encoded sound and picture into another container without decoding them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from episodes.core.chapter import Chapter
from episodes.media.opening import Opened

#: Codec -> (container, extension) that takes its packets as they are and that podcast players know.
AUDIO_HOMES = {
    "aac": ("ipod", ".m4a"),
    "alac": ("ipod", ".m4a"),
    "mp3": ("mp3", ".mp3"),
    "opus": ("ogg", ".opus"),
    "vorbis": ("ogg", ".ogg"),
    "flac": ("flac", ".flac"),
}


def copy_streams(
    opened: Opened,
    streams: Sequence[Any],
    target: Path,
    container: str,
    *,
    chapters: Sequence[Chapter] | None = None,
    duration: float = 0.0,
    metadata: dict[str, str] | None = None,
    tell: Callable[[float], None] | None = None,
) -> None:
    """Write some of a file's streams to another file; `chapters` None = leave them out.

    MP4 files get their index (moov) first, so that players start before everything is loaded.
    """
    import av

    options = {"movflags": "+faststart"} if container in ("mp4", "ipod", "mov") else {}
    with av.open(str(target), "w", format=container, options=options) as output:
        output.metadata.update(metadata or {})
        if chapters:
            output.set_chapters(
                [_raw_chapter(number, *pair) for number, pair in enumerate(_with_ends(chapters, duration))]
            )
        outputs = {stream.index: output.add_stream_from_template(stream) for stream in streams}
        for packet in opened.packets(*streams):
            if packet.dts is None:
                continue  # the empty packet that ends a stream
            if tell is not None:
                tell(float(packet.dts * packet.time_base))
            packet.stream = outputs[packet.stream.index]
            output.mux(packet)


def raw_chapters(chapters: Sequence[Chapter], duration: float) -> list[Any]:
    """Bring chapters to the form that PyAV writes."""
    return [_raw_chapter(number, *pair) for number, pair in enumerate(_with_ends(chapters, duration))]


def _with_ends(chapters: Sequence[Chapter], duration: float) -> list[tuple[Chapter, float]]:
    """Give each chapter an end: its own, else the next one's start, else the end of the file."""
    starts = [*(chapter.start for chapter in chapters[1:]), max(duration, chapters[-1].start + 1.0)]
    return [
        (chapter, chapter.end if chapter.end is not None else start)
        for chapter, start in zip(chapters, starts, strict=True)
    ]


def _raw_chapter(number: int, chapter: Chapter, end: float) -> Any:
    return {
        "id": number,
        "start": round(chapter.start * 1000),
        "end": round(end * 1000),
        "time_base": Fraction(1, 1000),
        "metadata": {"title": chapter.title},
    }
