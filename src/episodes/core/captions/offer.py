"""Caption files that a source offers, and which of them to take instead of transcribing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from episodes.core.errors import SourceError
from episodes.core.timecode import format_clock
from episodes.core.transcript import Transcript

#: Kinds of caption files, the one that says most first; what is not among them is read last.
_BEST = ("vtt", "srt", "json", "sbv", "html")
_KINDS = {
    "text/vtt": "vtt",
    "application/srt": "srt",
    "application/x-subrip": "srt",
    "text/srt": "srt",
    "application/json": "json",
    "application/x-json": "json",
    "text/html": "html",
}
#: Captions may end so much after the medium (seconds, and share of its length): players round, and edits differ a bit.
_OVER, _OVER_SHARE = 5.0, 0.02
#: Captions that end before this share of the medium are those of another edit, or were never finished.
_LEAST = 0.5


@dataclass(frozen=True, kw_only=True)
class CaptionOffer:
    """A caption file beside a medium, or at its source; nothing of it has been read."""

    place: str  #: address or path
    kind: str = ""  #: "vtt", "srt", "json", …, or a MIME type
    language: str = ""
    automatic: bool = False  #: made by a recogniser, as the source says
    text: str = ""  #: what is in it, where the source sent it along

    @property
    def form(self) -> str:
        return _KINDS.get(self.kind, self.kind)


def chosen(offers: Iterable[CaptionOffer], *, language: str = "", automatic: bool = False) -> list[CaptionOffer]:
    """Order the offers that are worth reading, best first; those of another language are translations.

    Where the language is not known, the offers must agree on one. Automatic ones are left out unless they are asked
    for, and come last.

    >>> [offer.place for offer in chosen([CaptionOffer(place="a.vtt", language="de")], language="en-GB")]
    []
    """
    found = [offer for offer in offers if automatic or not offer.automatic]
    wanted = _main(language) or _main(next((offer.language for offer in found if offer.language.endswith("-orig")), ""))
    spoken = {_main(offer.language) for offer in found if offer.language}
    if wanted:
        found = [offer for offer in found if _main(offer.language) in ("", wanted)]
    elif len(spoken) > 1:
        return []
    return sorted(found, key=lambda offer: (offer.automatic, not offer.language, _place(offer)))


def fitted(transcript: Transcript, duration: float) -> Transcript:
    """Cut a transcript's times to a medium of so many seconds; raises SourceError if they belong to another one."""
    if not duration or not transcript.segments:
        return transcript
    end = max(segment.end for segment in transcript.segments)
    if end > duration + max(_OVER, _OVER_SHARE * duration) or end < _LEAST * duration:
        raise SourceError(
            f"its times end at {format_clock(end)}, the medium at {format_clock(duration)}",
            hint="`episodes transcribe` makes a transcript of the sound",
        )
    segments = [segment for segment in transcript.segments if segment.start < duration]
    cut = [replace(segment, end=min(segment.end, duration)) for segment in segments]
    return replace(transcript, segments=tuple(cut), duration=min(transcript.duration, duration))


def _main(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _place(offer: CaptionOffer) -> int:
    kinds: Sequence[str] = _BEST
    return kinds.index(offer.form) if offer.form in kinds else len(kinds)
