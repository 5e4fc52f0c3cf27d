"""Which of a file's tracks count: the sound that listeners are meant to hear, and the film."""

from __future__ import annotations

from typing import Any

from episodes.media.mending import mend


def choose_audio(streams: list[Any], language: str = "") -> Any:
    """Choose the track that listeners are meant to hear: language, then disposition, then order."""
    from av.stream import Disposition

    aside = Disposition.comment | Disposition.descriptions | Disposition.visual_impaired | Disposition.hearing_impaired
    aside |= Disposition.karaoke | Disposition.clean_effects

    def rank(stream: Any) -> tuple[bool, bool, bool, bool, bool]:
        usable = stream.codec_context is not None
        speaks = bool(language) and _same_language(stream.language or "", language)
        shown = stream.disposition
        return usable, speaks, not shown & aside, bool(shown & Disposition.default), bool(shown & Disposition.original)

    return max(streams, key=rank, default=None)


#: ISO 639-2 codes as MP4 and Matroska write them, where they do not begin like ISO 639-1.
_LONG_CODES = {
    "ger": "de", "deu": "de", "spa": "es", "dut": "nl", "nld": "nl", "chi": "zh", "zho": "zh", "swe": "sv",
    "por": "pt", "pol": "pl", "cze": "cs", "ces": "cs", "gre": "el", "ell": "el", "jpn": "ja", "tur": "tr",
    "ukr": "uk", "dan": "da",
}  # fmt: skip


def short_language(code: str) -> str:
    """Bring a language code to its two-letter form.

    >>> short_language("ger"), short_language("en-US")
    ('de', 'en')
    """
    code = code.lower().split("-")[0].split("_")[0]
    return _LONG_CODES.get(code, code[:2])


def _same_language(tag: str, wanted: str) -> bool:
    return bool(tag) and tag != "und" and short_language(tag) == short_language(wanted)


def track_name(number: int, stream: Any) -> str:
    details = [stream.language or "", mend(stream.metadata.get("title", ""))]
    return " ".join([str(number), *(detail for detail in details if detail and detail != "und")])


def is_moving(stream: Any, container: Any) -> bool:
    """Tell a film from a cover, a thumbnail, or the pictures of a chapter track."""
    from av.stream import Disposition

    if stream.disposition & (Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image):
        return False
    if stream.codec_context is None:
        return False
    if "chapter" in stream.metadata.get("handler_name", "").lower():
        return False
    return not (
        stream.codec_context.name in ("png", "mjpeg", "webp", "gif", "bmp")
        and 0 < stream.frames <= max(1, len(container.chapters()))
    )


def codec_tag(stream: Any) -> str:
    try:
        return str(getattr(stream, "codec_tag", ""))  # data tracks have none
    except UnicodeDecodeError:  # some containers (NUT) have numbers there, which PyAV takes for letters
        return ""
