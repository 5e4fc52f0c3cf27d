"""Saving transcripts, and the drafts of running transcriptions, inside a transaction of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert
from sqlmodel import Session, col, select

from episodes.core.errors import NotFound, StoreError
from episodes.core.plan import without_hotwords
from episodes.core.transcript import Fingerprint, Heard, ReviewPlace, Segment, Transcript
from episodes.store.engine import raw
from episodes.store.following import follow_transcript
from episodes.store.tables import DraftPartRow, DraftRow, SegmentRow, TranscriptRow
from episodes.store.transcript_values import (
    fingerprint_row,
    pack_segments,
    read_fingerprint,
    read_segment,
    read_transcript,
    segment_row,
    transcript_row,
    unpack_segments,
)
from episodes.store.values import digest_of, pack, unpack


def save_transcript(session: Session, episode_id: int, transcript: Transcript) -> None:
    """Replace an episode's transcript whole."""
    rows = [segment_row(segment) for segment in transcript.segments]
    head = transcript_row(transcript)
    remove_transcript(session, episode_id)
    session.execute(insert(TranscriptRow).values(episode_id=episode_id, digest=digest_of([head, rows]), **head))
    if rows:
        # Core's executemany: a row object each would cost ten times as much (20,000 segments are an ordinary book).
        session.execute(
            insert(SegmentRow), [{"episode_id": episode_id, "position": n, **row} for n, row in enumerate(rows)]
        )
    follow_transcript(raw(session.connection()), episode_id, transcript)


def remove_transcript(session: Session, episode_id: int) -> None:
    _delete(session, TranscriptRow, episode_id)  # its segments go with it


def load_transcript(session: Session, episode_id: int) -> Transcript | None:
    row = session.get(TranscriptRow, episode_id)
    if row is None:
        return None
    table = SegmentRow.__table__  # type: ignore[attr-defined]
    query = table.select().where(table.c.episode_id == episode_id).order_by(table.c.position)
    segments = tuple(read_segment(segment._mapping) for segment in session.execute(query))
    return read_transcript(row.model_dump(), segments)


def begin_draft(session: Session, episode_id: int, fingerprint: Fingerprint) -> None:
    """Note that a transcription is under way; one that is noted already stays."""
    if session.get(DraftRow, episode_id) is None:
        session.add(DraftRow(episode_id=episode_id, **fingerprint_row(fingerprint)))


def add_to_draft(session: Session, episode_id: int, fingerprint: Fingerprint, heard: Heard, *, after: float) -> None:
    """Add a window that follows `after` settled seconds; a draft that was made otherwise is dropped first.

    Raises StoreError if something else is settled: then another run is at work on the same episode.
    """
    if _draft_of(session, episode_id, fingerprint) is None:
        drop_draft(session, episode_id)
        session.add(DraftRow(episode_id=episode_id, **fingerprint_row(fingerprint)))
        session.flush()
    done, count = session.execute(
        select(func.max(DraftPartRow.until), func.count()).where(DraftPartRow.episode_id == episode_id)
    ).one()
    if (done or 0.0) != after or heard.until < after:
        raise StoreError(
            "another run is transcribing the same episode", hint="wait for it to finish, or stop it and run this again"
        )
    session.add(
        DraftPartRow(
            episode_id=episode_id,
            position=count,
            until=heard.until,
            language=heard.language,
            segments=pack_segments(heard.segments),
            review=pack(heard.review),
        )
    )


def load_draft(session: Session, episode_id: int, fingerprint: Fingerprint) -> Heard | None:
    """All that a running transcription of this making has settled, as one."""
    if _draft_of(session, episode_id, fingerprint) is None:
        return None
    query = select(DraftPartRow).where(DraftPartRow.episode_id == episode_id)
    parts = session.exec(query.order_by(col(DraftPartRow.position))).all()
    if not parts:
        return None
    return Heard(
        until=parts[-1].until,
        language=next((part.language for part in reversed(parts) if part.language), ""),
        segments=_flat([unpack_segments(part.segments) for part in parts]),
        review=_flat([unpack(ReviewPlace, part.review) for part in parts]),
    )


def finish_draft(
    session: Session,
    episode_id: int,
    fingerprint: Fingerprint,
    *,
    duration: float,
    language: str,
    created_at: datetime,
) -> Transcript:
    """Turn a draft into the episode's transcript; raises NotFound if there is no draft of this making."""
    heard = load_draft(session, episode_id, fingerprint)
    if heard is None:
        raise NotFound("no transcription of this episode is under way", hint="episodes transcribe REF")
    segments: tuple[Segment, ...] = heard.segments
    transcript = Transcript(
        fingerprint=fingerprint,
        language=language or heard.language,
        duration=duration,
        created_at=created_at,
        segments=segments,
        review=heard.review,
    )
    save_transcript(session, episode_id, transcript)
    drop_draft(session, episode_id)
    return transcript


def withdraw_draft(session: Session, episode_id: int) -> None:
    """Take back `begin_draft`; a draft in which something is settled, by whatever model, stays."""
    settled = select(DraftPartRow).where(DraftPartRow.episode_id == episode_id).limit(1)
    if session.exec(settled).first() is None:
        drop_draft(session, episode_id)


def drop_draft(session: Session, episode_id: int) -> None:
    _delete(session, DraftPartRow, episode_id)
    _delete(session, DraftRow, episode_id)


def _draft_of(session: Session, episode_id: int, fingerprint: Fingerprint) -> DraftRow | None:
    row = session.get(DraftRow, episode_id)
    if row is None:
        return None
    same = without_hotwords(read_fingerprint(row.model_dump())) == without_hotwords(fingerprint)
    return row if same else None


def _delete(session: Session, table: Any, episode_id: int) -> None:
    session.execute(delete(table).where(table.episode_id == episode_id))
    session.expire_all()


def _flat(lists: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(item for part in lists for item in part)
