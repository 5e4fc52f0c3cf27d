"""What follows from corrections: edited segments, fixed texts, counts and revisions, brought up to date."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from episodes.core.corrections.effective import effective, with_text
from episodes.core.corrections.rules import SEAM, Found, core, replace_all
from episodes.core.corrections.values import Edit, Rule
from episodes.core.transcript import Segment, Transcript
from episodes.store import overlays, spoken
from episodes.store.journal import edit_body, log
from episodes.store.transcript_values import read_segment, segment_row
from episodes.store.values import digest_of

_DERIVED = "overlay", "edited_segment", "fixed_text", "rule_hit"
#: Where the lines of an episode lie before rules are at work.
_BASE = (
    "SELECT s.episode_id, s.position, s.text, 0 AS edit_id FROM segment s WHERE NOT EXISTS "
    "(SELECT 1 FROM overlay o WHERE o.episode_id = s.episode_id AND o.edited = 1) AND s.episode_id {where} UNION ALL "
    "SELECT s.episode_id, s.position, s.text, s.edit_id FROM edited_segment s WHERE s.episode_id {where}"
)


@dataclass(frozen=True, kw_only=True)
class Affected:
    """An episode that a rule changes, and the places, each with its time in seconds."""

    episode: str  #: GUID
    show: str
    slug: str
    places: tuple[tuple[float, Found], ...] = ()


def refresh(connection: sqlite3.Connection, episode_id: int) -> int:
    """Make what follows from an episode's transcript and its corrections; returns how many edits have no place."""
    cursor = spoken.dictionaries(connection)
    for table in _DERIVED:
        cursor.execute(f"DELETE FROM {table} WHERE episode_id = ?", [episode_id])  # noqa: S608 - made of constants
    overlay = overlays.load_overlay(cursor, episode_id)
    machine = spoken.load_machine(cursor, episode_id) if overlay else None
    if machine is None:
        return 0
    result = effective(machine.segments, overlay)
    changed = {
        number: segment
        for number, (part, segment) in enumerate(zip(result.parts, result.segments, strict=True))
        if part.segment is not segment
    }
    _write_overlay(
        cursor, episode_id, overlay.edits, changed, Counter(f.rule.id for f in result.found), lost=len(result.lost)
    )
    if overlay.edits:
        rows = [
            {**segment_row(part.segment), "edit_id": part.edit.id if part.edit else 0, "n": n, "episode_id": episode_id}
            for n, part in enumerate(result.parts)
        ]
        cursor.executemany(
            'INSERT INTO edited_segment (episode_id, position, edit_id, start, "end", text, speaker, confidence, '
            "language, doubts, words) VALUES "
            "(:episode_id, :n, :edit_id, :start, :end, :text, :speaker, :confidence, :language, :doubts, :words)",
            rows,
        )
    return len(result.lost)


def follow_transcript(connection: sqlite3.Connection, episode_id: int, transcript: Transcript) -> None:
    """Lay an episode's corrections over its new transcript, and enter that into the history."""
    lost = refresh(connection, episode_id)
    words = sum(len(segment.text.split()) for segment in transcript.segments)
    made = transcript.fingerprint
    what = f"{words} words by {made.model} ({made.engine})" + (f"; {lost} edits lost their place" if lost else "")
    log(spoken.dictionaries(connection), "", "transcribe", what, episode_id=episode_id, at=transcript.created_at)


def _write_overlay(
    cursor: sqlite3.Cursor,
    episode_id: int,
    edits: Sequence[Edit],
    changed: dict[int, Segment],
    hits: Counter[int],
    *,
    lost: int,
) -> None:
    """Write the texts that rules changed, by position, the counts, and the digest of it all."""
    rows = [(episode_id, position, row["text"], row["words"]) for position, row in _rows(changed)]
    cursor.executemany("INSERT INTO fixed_text (episode_id, position, text, words) VALUES (?, ?, ?, ?)", rows)
    cursor.executemany(
        "INSERT INTO rule_hit (rule_id, episode_id, hits) VALUES (?, ?, ?)",
        [(rule, episode_id, count) for rule, count in hits.items()],
    )
    if edits or rows:
        texts = [[position, text] for _, position, text, _ in rows]
        digest = digest_of([[edit_body(edit) for edit in edits], texts])
        cursor.execute(
            "INSERT INTO overlay (episode_id, edited, lost, digest) VALUES (?, ?, ?, ?)",
            [episode_id, bool(edits), lost, digest],
        )


def _rows(changed: dict[int, Segment]) -> list[tuple[int, dict[str, Any]]]:
    return [(position, segment_row(segment)) for position, segment in sorted(changed.items())]


@dataclass(frozen=True, kw_only=True)
class Step:
    """What a changed rule does to one episode."""

    episode_id: int
    affected: Affected
    changed: dict[int, Segment]  #: all segments in which rules are at work now
    old: list[str]  #: all texts, as they are
    new: list[str]  #: and as they become
    hits: Counter[int]

    def write(self, cursor: sqlite3.Cursor) -> None:
        row = cursor.execute("SELECT edited, lost FROM overlay WHERE episode_id = ?", [self.episode_id]).fetchone()
        for table in ("overlay", "fixed_text", "rule_hit"):
            cursor.execute(f"DELETE FROM {table} WHERE episode_id = ?", [self.episode_id])  # noqa: S608 - made of constants
        edits = overlays.load_overlay(cursor, self.episode_id).edits if row and row["edited"] else ()
        _write_overlay(cursor, self.episode_id, edits, self.changed, self.hits, lost=row["lost"] if row else 0)


def steps(cursor: sqlite3.Cursor, changed: Rule, rules: Sequence[Rule]) -> Iterator[Step]:
    """Find what the rules make of every episode in the scope of one that was added or retired, where it matters.

    Texts of whole episodes come as one string each, and most are passed over by looking for the wrong words.
    """
    for episode_id, guid, show, slug, text, edits in _texts(cursor, changed):
        mine = [rule for rule in rules if rule.show in ("", show)]
        old = {row["position"]: row["text"] for row in cursor.execute(
            "SELECT position, text FROM fixed_text WHERE episode_id = ?", [episode_id])}  # fmt: skip
        if not old and core(changed.wrong) not in text.casefold():
            continue
        numbers = [int(number) for number in edits.split(SEAM)] if edits else []
        fixed, found = replace_all(text, mine, edits=numbers)
        base, lines = text.split(SEAM), fixed.split(SEAM)
        new = {n: line for n, (line, was) in enumerate(zip(lines, base, strict=True)) if line != was}
        if new == old:
            continue
        segments = _segments_at(cursor, episode_id, set(new) | {place.line for place in found})
        places = [(segments[p.line].start, p) for p in found if p.rule.id == changed.id]
        yield Step(
            episode_id=episode_id,
            affected=Affected(episode=guid, show=show, slug=slug, places=tuple(places)),
            changed={n: with_text(segments[n], line) for n, line in new.items()},
            old=[old.get(n, line) for n, line in enumerate(base)] if old else base,
            new=lines,
            hits=Counter(place.rule.id for place in found),
        )


def _texts(cursor: sqlite3.Cursor, rule: Rule) -> Iterator[tuple[int, str, str, str, str, str]]:
    """The texts of all episodes in a rule's scope, before rules, as one string each, with the lines' edits."""
    shows = 'SELECT e.id, e.guid, s.slug AS "show", e.slug FROM episode e JOIN "show" s ON s.id = e.show_id '
    where = "WHERE s.slug = ?" if rule.show else ""
    for row in cursor.execute(shows + where + " ORDER BY e.id", [rule.show] if rule.show else []).fetchall():
        base = _BASE.format(where=f"= {row['id']}")
        joined = cursor.execute(
            f"SELECT group_concat(text, char(30)) AS text, group_concat(edit_id, char(30)) AS edits, "  # noqa: S608 - made of constants and a number
            f"max(edit_id) AS latest, count(*) AS lines FROM (SELECT * FROM ({base}) ORDER BY position)"
        ).fetchone()
        if not joined["lines"]:
            continue
        text = joined["text"]
        if text.count(SEAM) != joined["lines"] - 1:
            lines = [r["text"] for r in cursor.execute(f"SELECT text FROM ({base}) ORDER BY position")]  # noqa: S608
            text = SEAM.join(line.replace(SEAM, " ") for line in lines)
        yield row["id"], row["guid"], row["show"], row["slug"], text, joined["edits"] if joined["latest"] else ""


def _segments_at(cursor: sqlite3.Cursor, episode_id: int, positions: set[int]) -> dict[int, Segment]:
    """Segments before rules, by position."""
    edited = cursor.execute("SELECT edited FROM overlay WHERE episode_id = ?", [episode_id]).fetchone()
    table = "edited_segment" if edited and edited["edited"] else "segment"
    query = f"SELECT * FROM {table} WHERE episode_id = ? AND position IN (SELECT value FROM json_each(?))"  # noqa: S608 - one of two constants
    rows = cursor.execute(query, [episode_id, json.dumps(sorted(positions))])
    return {row["position"]: read_segment(row) for row in rows.fetchall()}
