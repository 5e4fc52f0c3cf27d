"""Media: the audio and video that an episode exists as."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from episodes.core.light import dataclass, replace

Kind = Literal["audio", "video"]


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where an item comes from; (`provider`, `key`) is unique in a catalogue.

    `provider` is `file` for local files (the key is then the SHA-256 of the bytes), `web` for
    plain media addresses, else yt-dlp's extractor key in lower case ("youtube", "soundcloud").
    """

    provider: str
    key: str
    url: str = ""  #: what a person can open: an address, or the original file's path


@dataclass(frozen=True, kw_only=True)
class Rendition:
    """The file that listeners get, where it is not the one that was kept: tagged, levelled."""

    media_key: str
    mime_type: str
    length: int  #: bytes
    sha256: str
    made_from: str  #: mark of the kept bytes, the tags and the gain; an equal one need not be made again


class Held(NamedTuple):
    """A medium that is held, in short: what is asked of each of thousands."""

    kind: Kind
    media_key: str
    provider: str
    is_mastered: bool  #: whether listeners get a rendition


@dataclass(frozen=True, kw_only=True)
class Medium:
    """One audio or video rendering of an episode; facts come from decoding, not from headers."""

    kind: Kind
    source: Source
    media_key: str = ""  #: path in media storage; empty = only linked, not held
    mime_type: str = ""
    duration: float = 0.0  #: seconds, as decoded
    length: int = 0  #: bytes
    sha256: str = ""
    offset: float = 0.0  #: seconds to add to the transcript's times to get this medium's
    codec: str = ""
    sample_rate: int = 0
    channels: int = 0
    width: int = 0
    height: int = 0
    loudness: float | None = None  #: LUFS (EBU R128), where measured
    rendition: Rendition | None = None

    @property
    def in_short(self) -> Held:
        return Held(self.kind, self.media_key, self.source.provider, self.rendition is not None)

    @property
    def published(self) -> Medium:
        """The medium as listeners get it."""
        return replace(self, **self.as_published) if self.rendition else self

    @property
    def as_published(self) -> dict[str, Any]:
        """What is otherwise in the file that listeners get."""
        made = self.rendition
        if made is None:
            return {}
        return {"media_key": made.media_key, "mime_type": made.mime_type, "length": made.length, "sha256": made.sha256}
