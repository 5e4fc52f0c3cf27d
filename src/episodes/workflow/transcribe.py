"""Transcribing an episode: each finished window is saved, so that a cut-off run goes on where it stopped."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from episodes.core.episode import Episode
from episodes.core.errors import Interrupted, MediaError, TranscriptionError
from episodes.core.names import hotwords as names_for
from episodes.core.plan import needs_transcript
from episodes.core.progress import Report
from episodes.core.show import Show
from episodes.core.timecode import format_clock
from episodes.core.transcript import Segment, Transcript
from episodes.store.catalogue import Catalogue
from episodes.workflow.ports import MediaStorage, Transcriber

#: Bytes that a transcript takes with its words, its windows while it is made, and its index: at least, and a second.
ROOM, ROOM_A_SECOND = 20_000_000, 1_000


@dataclass(frozen=True, kw_only=True)
class Transcribed:
    """An episode with its transcript; `made` is False if the one there was still good."""

    episode: Episode
    transcript: Transcript
    made: bool
    seconds: float = 0.0  #: wall time that it took
    resumed_at: float = 0.0  #: seconds of audio that an earlier run had finished


def transcribe(
    episode: Episode,
    show: Show,
    *,
    catalogue: Catalogue,
    storage: MediaStorage,
    transcriber: Transcriber,
    language: str = "",
    words: bool = False,
    again: bool = False,
    hotwords: Sequence[str] | None = None,
    report: Report | None = None,
) -> Transcribed:
    """Make the episode's transcript unless an equal one is there; `again` makes it anyway.

    `hotwords` are names for the recogniser; None = those that the record knows.
    The old transcript stays until the new one is whole. Raises MediaError, TranscriptionError,
    or Interrupted, which says how to go on.
    """
    medium = episode.main_medium
    if medium is None:
        raise MediaError(f"{episode.title!r} has no media file here", hint="add the episode's source again")
    audio = storage.path(medium.media_key)
    language = language or episode.language or show.language
    language = language.split("-")[0].lower()
    fingerprint = transcriber.fingerprint(medium.sha256, language=language, words=words)
    hotwords = names_for(episode, show) if hotwords is None else hotwords
    if hotwords:
        fingerprint = replace(fingerprint, options={**fingerprint.options, "hotwords": ", ".join(hotwords)})
    old = catalogue.find_transcript(episode.guid)
    if old is not None and not again and not needs_transcript(old, fingerprint):
        return Transcribed(episode=episode, transcript=old, made=False)

    catalogue.begin_draft(episode.guid, fingerprint)
    _require_room(catalogue.path, medium.duration)
    draft = catalogue.find_draft(episode.guid, fingerprint)
    resume_at = until = draft.until if draft else 0.0
    started = time.monotonic()
    settled = (draft.language if draft else "") or language
    try:
        for heard in transcriber.hear(
            audio, language=language, words=words, hotwords=hotwords, resume_at=resume_at, report=report
        ):
            catalogue.add_to_draft(episode.guid, fingerprint, heard, after=until)
            until, settled = heard.until, heard.language or settled
    except (MediaError, TranscriptionError):
        catalogue.withdraw_draft(episode.guid)  # it would fail so each time; nobody is to go on with it unasked
        raise
    except KeyboardInterrupt as error:
        raise Interrupted(
            f"stopped at {format_clock(until)} of {format_clock(medium.duration)}; what was heard is saved",
            hint=f"`episodes transcribe {episode.show}/{episode.slug}` goes on from there",
        ) from error
    transcript = catalogue.finish_draft(
        episode.guid,
        fingerprint,
        duration=until,
        language=settled,
        created_at=datetime.now(UTC).replace(microsecond=0),
    )
    return Transcribed(
        episode=episode,
        transcript=transcript,
        made=True,
        seconds=time.monotonic() - started,
        resumed_at=resume_at,
    )


def _require_room(database: Path, duration: float) -> None:
    """Raise MediaError before the work if what will be heard cannot be saved."""
    needed, free = ROOM + ROOM_A_SECOND * duration, shutil.disk_usage(database.parent).free
    if free < needed:
        raise MediaError(
            f"{free / 1e6:.0f} MB are free for {database.name}, {needed / 1e6:.0f} MB are needed for a transcript",
            hint="make room, then run the same command again",
        )


def hear_aside(
    episode: Episode,
    show: Show,
    *,
    storage: MediaStorage,
    transcriber: Transcriber,
    language: str = "",
    report: Report | None = None,
) -> tuple[Segment, ...]:
    """Hear an episode without saving anything, to compare; raises MediaError or TranscriptionError."""
    medium = episode.main_medium
    if medium is None:
        raise MediaError(f"{episode.title!r} has no media file here", hint="add the episode's source again")
    heard = transcriber.hear(
        storage.path(medium.media_key), language=language, hotwords=names_for(episode, show), report=report
    )
    return tuple(segment for window in heard for segment in window.segments)
