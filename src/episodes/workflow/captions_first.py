"""Captions first: what people wrote of an episode, beside its file or at its source, is taken for its transcript."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from episodes.core.captions.clock import format_fit, set_right
from episodes.core.captions.offer import CaptionOffer, chosen, fitted
from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, SourceError
from episodes.core.incoming import IncomingItem
from episodes.core.media import Medium
from episodes.core.sound import sources_of
from episodes.core.transcript import Transcript
from episodes.store.catalogue import Catalogue
from episodes.workflow.fetching import transcript_of
from episodes.workflow.ports import CaptionFitter, Documents, Downloader, MediaStorage


@dataclass(frozen=True, kw_only=True)
class Captions:
    """What was found: the transcript that was saved, if one was, and why others were not taken."""

    transcript: Transcript | None = None
    place: str = ""
    refused: tuple[str, ...] = ()
    mended: str = ""  #: how the captions' times were set right, if they had to be


@dataclass(frozen=True, kw_only=True)
class CaptionTaker:
    """Gives episodes the captions that there are; the fields are everything that this touches."""

    catalogue: Catalogue
    documents: Documents
    downloader: Downloader
    storage: MediaStorage
    fitter: CaptionFitter
    automatic: bool = False  #: a recogniser's captions are taken too, where there are no others

    def take(self, episode: Episode, *, language: str = "", offered: Iterable[CaptionOffer] = ()) -> Captions:
        """Save the best captions of an episode that is held here and has no transcript yet.

        What cannot be taken is told and stops nothing: the speech can still be transcribed.
        """
        medium = episode.main_medium
        if medium is None or self.catalogue.find_transcript(episode.guid, show=episode.show) is not None:
            return Captions()
        offers, refused = list(offered), []
        for source in sources_of(episode.media):
            try:
                offers += self.downloader.captions(source)
            except EpisodesError as error:
                refused.append(f"its captions could not be asked for: {error.message}")
        spoken = language or episode.language or self.catalogue.get_show(episode.show).language
        for offer in chosen(offers, language=spoken, automatic=self.automatic):
            try:
                transcript, mended = self._in_time(self._read(offer, episode), medium)
                transcript = fitted(transcript, medium.duration)
                if transcript.origin == "captions" and not self.automatic:
                    raise SourceError("a recogniser made it", hint="--automatic-captions takes it all the same")
            except EpisodesError as error:
                refused.append(f"{offer.place} was not taken for the transcript: {error.message}")
                continue
            self.catalogue.save_transcript(episode.guid, transcript, show=episode.show)
            return Captions(transcript=transcript, place=offer.place, refused=tuple(refused), mended=mended)
        return Captions(refused=tuple(refused))

    def _in_time(self, transcript: Transcript, medium: Medium) -> tuple[Transcript, str]:
        """The captions with their times laid on the speech, and what was mended; raises SourceError if none fits."""
        if not medium.channels:
            return transcript, ""
        fit = self.fitter.fit(self.storage.path(medium.media_key), transcript.segments)
        if fit.is_foreign:
            raise SourceError(
                "its times fit the speech nowhere", hint="`episodes transcribe` makes a transcript of the sound"
            )
        if not fit.needs_mending(medium.duration):
            return transcript, ""
        return replace(transcript, segments=set_right(transcript.segments, fit)), format_fit(fit)

    def _read(self, offer: CaptionOffer, episode: Episode) -> Transcript:
        data = offer.text.encode() if offer.text else self.documents.read(offer.place).data
        transcript = transcript_of(data, episode, language=offer.language)
        return replace(transcript, origin="captions") if offer.automatic else transcript


def offers_of(incoming: IncomingItem | None) -> list[CaptionOffer]:
    """The transcripts that a feed's item points to."""
    listed = incoming.transcripts if incoming is not None else ()
    return [CaptionOffer(place=one.url, kind=one.mime_type, language=one.language) for one in listed]
