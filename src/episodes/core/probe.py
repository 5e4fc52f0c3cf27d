"""What probing tells of a media file."""

from __future__ import annotations

from dataclasses import dataclass, field

from episodes.core.chapter import Chapter
from episodes.core.media import Kind


@dataclass(frozen=True, kw_only=True)
class Probe:
    """What a media file says and shows of itself."""

    kind: Kind
    mime_type: str
    duration: float  #: seconds, as decoded (or as packets say, for video)
    stated_duration: float = 0.0  #: seconds, as the header claims; 0 = it claims nothing
    codec: str = ""
    sample_rate: int = 0
    channels: int = 0
    width: int = 0
    height: int = 0
    has_audio: bool = True
    tags: dict[str, str] = field(
        default_factory=dict, hash=False
    )  #: lower-case names: title, album, artist, track, date, comment, description, …
    chapters: tuple[Chapter, ...] = ()
    cover: bytes = b""  #: an embedded picture (JPEG or PNG)
    warnings: tuple[str, ...] = ()
