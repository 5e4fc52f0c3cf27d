"""The history of corrections: what each change made and retired, so that it can be taken back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from episodes.core.corrections.differences import Changes
from episodes.core.corrections.values import Edit
from episodes.core.corrections.wording import word_diff
from episodes.core.errors import NotFound, UsageError
from episodes.core.transcript import Segment
from episodes.store.values import dump, format_time

#: What is no correction of a transcript, and what to do instead of undoing it.
_FINAL = {
    "transcribe": "episodes transcribe REF --model NAME --again",
    "propose": "episodes summarize REF --reject",
    "accept": 'episodes edit REF summary="…"',
    "reject": "episodes summarize REF --again",
}


def insert(
    cursor: sqlite3.Cursor,
    kind: str,
    body: dict[str, Any],
    *,
    episode_id: int | None = None,
    show_id: int | None = None,
) -> int:
    cursor.execute(
        "INSERT INTO correction (kind, episode_id, show_id, body, active) VALUES (?, ?, ?, ?, 1)",
        [kind, episode_id, show_id, dump(body)],
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def log(
    cursor: sqlite3.Cursor,
    who: str,
    verb: str,
    what: str,
    *,
    made: Sequence[int] = (),
    retired: Sequence[int] = (),
    episode_id: int | None = None,
    at: datetime | None = None,
) -> int:
    cursor.execute(
        "INSERT INTO change (at, who, verb, what, episode_id, made, retired) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [format_time(at or datetime.now(UTC)), who, verb, what, episode_id, dump(list(made)), dump(list(retired))],
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def edit_body(edit: Edit) -> dict[str, Any]:
    def flat(segments: Iterable[Segment]) -> list[dict[str, Any]]:
        return [
            {"start": s.start, "end": s.end, "text": s.text} | ({"speaker": s.speaker} if s.speaker else {})
            for s in segments
        ]

    held = {name: getattr(edit, name) for name in ("before", "after", "position", "basis")}
    return {"heard": flat(edit.heard), "lines": flat(edit.lines), **held}


def described(changes: Changes) -> str:
    parts = []
    for edit in changes.edits[:3]:
        found = word_diff(edit.heard, edit.lines, context=0)
        parts.append("; ".join(f"{d.old!r} → {d.new!r}" for d in found[:3]) or "speakers, times or cuts")
    if not changes.edits:
        parts.append("taken back by hand")
    more = len(changes.edits) - len(parts)
    text = "; ".join(parts)
    return (text if len(text) <= 300 else text[:299] + "…") + (f"; and {more} more" if more > 0 else "")


def undoable(cursor: sqlite3.Cursor, number: int | None, episode_id: int | None) -> dict[str, Any]:
    query = "SELECT c.*, e.guid FROM change c LEFT JOIN episode e ON e.id = c.episode_id WHERE "
    if number is not None:
        row = cursor.execute(query + "c.id = ?", [number]).fetchone()
        if row is None:
            raise NotFound(f"there is no change with the number {number}", hint="episodes history")
        if row["verb"] in _FINAL:
            raise UsageError(f"{row['verb']!r} cannot be undone", hint=_FINAL[row["verb"]])
        if row["undone_by"] is not None:
            raise UsageError(f"change {number} is undone already", hint=f"`episodes undo {row['undone_by']}` redoes it")
    else:
        query += "c.undone_by IS NULL AND c.verb NOT IN ('undo', 'transcribe', 'propose', 'accept', 'reject') "
        query += "AND (? IS NULL OR c.episode_id = ?)"
        row = cursor.execute(query + " ORDER BY c.id DESC LIMIT 1", [episode_id, episode_id]).fetchone()
        if row is None:
            raise NotFound("there is nothing to undo", hint="episodes history")
    found: dict[str, Any] = row
    return found


def refuse_if_built_on(cursor: sqlite3.Cursor, row: dict[str, Any], made: list[int], retired: list[int]) -> None:
    numbers = json.dumps([*made, *retired])
    query = "SELECT id, active FROM correction WHERE id IN (SELECT value FROM json_each(?))"
    active = {entry["id"]: bool(entry["active"]) for entry in cursor.execute(query, [numbers])}
    if all(active.get(n) for n in made) and not any(active.get(n) for n in retired):
        return
    later = cursor.execute(
        "SELECT id FROM change WHERE id > ? AND undone_by IS NULL AND EXISTS (SELECT 1 FROM json_each(?) n WHERE "
        "n.value IN (SELECT value FROM json_each(made) UNION SELECT value FROM json_each(retired))) "
        "ORDER BY id DESC LIMIT 1",
        [row["id"], numbers],
    ).fetchone()
    raise UsageError(
        f"a later change rests on change {row['id']}",
        hint=f"undo that one first: `episodes undo {later['id']}`" if later else "episodes history",
    )
