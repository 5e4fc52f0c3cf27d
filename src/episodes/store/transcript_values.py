"""Transcripts and their segments to rows and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from episodes.core.transcript import Fingerprint, ReviewPlace, Segment, Transcript, Word
from episodes.store.values import Row, clean, dump, format_time, pack, parse_time, unpack


def fingerprint_row(fingerprint: Fingerprint) -> dict[str, Any]:
    return {
        "media_sha256": fingerprint.media_sha256,
        "engine": clean(fingerprint.engine),
        "model": clean(fingerprint.model),
        "options": dump(fingerprint.options),
    }


def read_fingerprint(row: Row) -> Fingerprint:
    return Fingerprint(
        media_sha256=row["media_sha256"],
        engine=row["engine"],
        model=row["model"],
        options=json.loads(row["options"]),
    )


def transcript_row(transcript: Transcript) -> dict[str, Any]:
    return {
        **fingerprint_row(transcript.fingerprint),
        "language": clean(transcript.language),
        "duration": transcript.duration,
        "created_at": format_time(transcript.created_at),
        "review": pack(transcript.review),
        "origin": clean(transcript.origin),
    }


def read_transcript(row: Row, segments: tuple[Segment, ...]) -> Transcript:
    return Transcript(
        fingerprint=read_fingerprint(row),
        language=row["language"],
        duration=row["duration"],
        created_at=parse_time(row["created_at"]),
        review=unpack(ReviewPlace, row["review"]),
        origin=row["origin"],
        segments=segments,
    )


def segment_row(segment: Segment) -> dict[str, Any]:
    words = [[word.start, word.end, word.text, word.probability] for word in segment.words]
    return {
        "start": segment.start,
        "end": segment.end,
        "text": clean(segment.text),
        "speaker": clean(segment.speaker),
        "confidence": segment.confidence,
        "language": clean(segment.language),
        "doubts": dump(segment.doubts) if segment.doubts else None,
        "words": dump(words) if words else None,
    }


def read_segment(row: Row) -> Segment:
    return Segment(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        speaker=row["speaker"],
        confidence=row["confidence"],
        language=row["language"],
        doubts=tuple(json.loads(row["doubts"])) if row["doubts"] else (),
        words=read_words(row["words"]),
    )


def read_words(text: str | None) -> tuple[Word, ...]:
    if not text:
        return ()
    return tuple(Word(start=start, end=end, text=word, probability=p) for start, end, word, p in json.loads(text))


def pack_segments(segments: Iterable[Segment]) -> str:
    """Write segments as one JSON text, for a draft."""
    return dump([segment_row(segment) for segment in segments])


def unpack_segments(text: str) -> tuple[Segment, ...]:
    return tuple(read_segment(row) for row in json.loads(text))
