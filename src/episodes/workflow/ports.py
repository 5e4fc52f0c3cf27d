"""What the workflow needs from the edges: the seams where a second thing exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from episodes.core.captions.clock import Fit
    from episodes.core.captions.offer import CaptionOffer
    from episodes.core.chapter import Chapter
    from episodes.core.incoming import Document
    from episodes.core.item import Item
    from episodes.core.matching import Alignment
    from episodes.core.media import Source
    from episodes.core.probe import Probe
    from episodes.core.progress import Report
    from episodes.core.transcript import Fingerprint, Heard, Segment


class Downloader(Protocol):
    """Asks a source what it has and fetches it; raises SourceError or MediaError."""

    def handles(self, url: str, /) -> bool: ...

    def knows_site(self, url: str, /) -> bool:
        """Tell whether there is a reader made for this very site."""
        ...

    def info(self, url: str, /) -> list[Item]:
        """Ask what is there; one item for a page or file, several for a list or folder, as the list has them."""
        ...

    def details(self, item: Item, /) -> Item:
        """Ask for what a list left open of an item; it may get another identity: its own page's."""
        ...

    def fetch(self, item: Item, folder: Path, /, *, audio_only: bool = True, report: Report | None = None) -> Path:
        """Bring the item's media into an empty work folder and return the finished file."""
        ...

    def beginning(self, url: str, /) -> bytes:
        """The first bytes of a document that may list media; empty for media, folders, sites and what is not there."""
        ...

    def captions(self, source: Source, /) -> list[CaptionOffer]:
        """The caption files that lie beside a medium, or that its site has; nothing of them is read."""
        ...


class Documents(Protocol):
    """Brings small files: feeds, pages, transcripts, chapters."""

    def read(self, place: str, /) -> Document:
        """Fetch an address or read a path; raises SourceError, or UsageError for a path that is not there."""
        ...


class MediaStorage(Protocol):
    """Keeps media files under keys; a reader never sees half of one."""

    def keep(self, file: Path, key: str, /) -> int:
        """Store a file under a key (replacing it whole) and return its length in bytes."""
        ...

    def path(self, key: str, /) -> Path:
        """Where the stored file can be read; raises MediaError if there is none."""
        ...

    def has(self, key: str, /) -> bool: ...

    def missing(self, keys: Iterable[str], /) -> set[str]:
        """Those of many keys under which nothing is stored."""
        ...

    def remove(self, key: str, /) -> None: ...


class Prober(Protocol):
    """Finds out what a media file is; raises MediaError by name and reason for what is none."""

    def probe(self, file: Path, /) -> Probe: ...


class Converter(Protocol):
    """Makes other files of a media file."""

    def extract_audio(self, video: Path, folder: Path, /, *, report: Report | None = None) -> Path:
        """Write the sound of a video into a folder, unchanged where its codec allows; raises MediaError."""
        ...


class Master(Protocol):
    """Makes the audio files that listeners get."""

    def loudness(self, file: Path, /) -> float | None:
        """Integrated loudness (LUFS) by EBU R128; None for silence or a file without sound."""
        ...

    def make(
        self,
        file: Path,
        folder: Path,
        /,
        *,
        level: bool,
        tags: dict[str, Any],
        chapters: Sequence[Chapter],
        cover: bytes,
    ) -> Path:
        """Write the file, brought to podcast loudness if it is to be, with its tags; raises MediaError."""
        ...


class CutPiece(Protocol):
    """A piece of a media file, and the stretch of the original that it really holds."""

    @property
    def file(self) -> Path: ...
    @property
    def start(self) -> float: ...
    @property
    def end(self) -> float: ...


class Cutter(Protocol):
    """Cuts stretches out of media files."""

    def cut(
        self, file: Path, target: Path, /, *, start: float, end: float, video: bool, tags: Mapping[str, str]
    ) -> CutPiece:
        """Write a stretch (seconds) to `target`, whose ending is set to fit; raises MediaError.

        `tags`: title, artist, album, date, comment; a kind of file that carries none is left without.
        """
        ...


class Aligner(Protocol):
    """Finds out how two edits of the same talk lie to each other in time."""

    def align(self, one: Path, other: Path, /) -> Alignment:
        """Measure how much later things are heard in `other` than in `one`; raises MediaError."""
        ...


class CaptionFitter(Protocol):
    """Finds out whether captions keep time with the speech of a medium."""

    def fit(self, audio: Path, segments: Sequence[Segment], /) -> Fit:
        """Measure at which offset and rate the captions lie on the speech; raises MediaError."""
        ...


class Transcriber(Protocol):
    """Turns the speech of a file into segments; raises TranscriptionError or MediaError."""

    def describe(self) -> str:
        """Name the model that will be used, and say why."""
        ...

    def fingerprint(self, media_sha256: str, /, *, language: str = "", words: bool = False) -> Fingerprint:
        """What a transcript made now would be called; equal ones need not be made again."""
        ...

    def hear(
        self,
        audio: Path,
        /,
        *,
        language: str = "",
        words: bool = False,
        hotwords: Sequence[str] = (),
        resume_at: float = 0.0,
        report: Report | None = None,
    ) -> Iterator[Heard]:
        """Yield finished windows in order, from `resume_at` seconds on; the last one's `until` is the duration."""
        ...
