"""Saving corrections: each change one transaction, in which texts, counts, revisions and the search index follow."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from episodes.core.corrections.differences import Changes
from episodes.core.corrections.effective import effective, with_text
from episodes.core.corrections.rules import SEAM, Found, core, replace_all
from episodes.core.corrections.values import Change, Edit, Looked, Rule
from episodes.core.errors import NotFound, UsageError
from episodes.core.transcript import Segment, Transcript
from episodes.store import overlays
from episodes.store.engine import raw
from episodes.store.search import index
from episodes.store.values import digest_of, dump, format_time, read_segment, segment_row

if TYPE_CHECKING:
    from episodes.store.catalogue import Catalogue
    from episodes.store.overlays import Corrected

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


class Corrections:
    """The corrections of a catalogue; an episode is named by its GUID, and `show` where two shows use it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Cursor]:
        with self._catalogue._reading() as session:
            yield overlays.dictionaries(raw(session.connection()))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Cursor]:
        with self._catalogue._writing() as session:
            yield overlays.dictionaries(raw(session.connection()))

    def find(self, guid: str, *, show: str | None = None) -> Corrected | None:
        """What the machine heard and all that people made of it; None without a transcript."""
        with self._reading() as cursor:
            return overlays.load_corrected(cursor, _episode_id(cursor, guid, show))

    def history(self, guid: str | None = None, *, show: str | None = None) -> list[Change]:
        with self._reading() as cursor:
            return overlays.load_changes(cursor, None if guid is None else _episode_id(cursor, guid, show))

    # Rules

    def rules(self) -> list[overlays.RuleUse]:
        with self._reading() as cursor:
            return overlays.load_rule_uses(cursor)

    def preview_rule(self, rule: Rule) -> list[Affected]:
        """What a rule would change; nothing is saved."""
        with self._catalogue._reading() as session:
            cursor = overlays.dictionaries(raw(session.connection()))
            newest = cursor.execute("SELECT max(id) AS id FROM correction").fetchone()["id"] or 0
            added = dataclasses.replace(rule, id=newest + 1)
            return [step.affected for step in _steps(cursor, added, [*_rules_of(cursor), added])]

    def add_rule(self, rule: Rule, *, who: str) -> list[Affected]:
        """Keep a rule and bring every transcript up to it; UsageError if there is an equal one."""
        with self._writing() as cursor:
            for known in overlays.load_rules(cursor):
                if dataclasses.replace(known, id=0) == dataclasses.replace(rule, id=0):
                    raise UsageError(f"that fix is there already, as number {known.id}", hint="episodes fix list")
            body = {"wrong": rule.wrong, "right": rule.right, "whole_word": rule.whole_word}
            number = _insert(cursor, "rule", body, show_id=_show_id(cursor, rule.show))
            _log(cursor, who, "fix", f"{rule.wrong!r} is {rule.right!r}" + _where(rule), made=[number])
            return self._follow(cursor, dataclasses.replace(rule, id=number))

    def remove_rule(self, number: int, *, who: str) -> tuple[Rule, list[Affected]]:
        """Retire a rule; NotFound if there is none of that number."""
        with self._writing() as cursor:
            rule = next((rule for rule in overlays.load_rules(cursor) if rule.id == number), None)
            if rule is None:
                raise NotFound(f"there is no fix with the number {number}", hint="episodes fix list")
            cursor.execute("UPDATE correction SET active = 0 WHERE id = ?", [number])
            _log(cursor, who, "unfix", f"{rule.wrong!r} is no longer {rule.right!r}" + _where(rule), retired=[number])
            return rule, self._follow(cursor, rule)

    def _follow(self, cursor: sqlite3.Cursor, changed: Rule) -> list[Affected]:
        """Bring all transcripts up to the rules, after one was added or retired."""
        done = []
        for step in _steps(cursor, changed, _rules_of(cursor)):
            with self._indexed(cursor, step):
                step.write(cursor)
            done.append(step.affected)
        return done

    def _indexed(self, cursor: sqlite3.Cursor, step: _Step) -> AbstractContextManager[None]:
        if not self._catalogue._index_follows:
            return nullcontext()
        return index.texts_changing(cursor.connection, step.episode_id, step.old, step.new)

    # Edits

    def save_edits(
        self, guid: str, changes: Changes, *, who: str, verb: str = "edit", what: str = "", show: str | None = None
    ) -> int:
        """Save what a person changed, and retire what it takes the place of; returns the number of edits."""
        if not changes:
            return 0
        with self._writing() as cursor:
            episode_id = _episode_id(cursor, guid, show)
            made = [_insert(cursor, "edit", _edit_body(edit), episode_id=episode_id) for edit in changes.edits]
            retired = [edit.id for edit in changes.replaced]
            cursor.executemany("UPDATE correction SET active = 0 WHERE id = ?", [[number] for number in retired])
            what = what or _described(changes)
            _log(cursor, who, verb, what, made=made, retired=retired, episode_id=episode_id)
            self._refresh(cursor, episode_id)
            return len(made)

    def accept(self, guid: str, looked: Iterable[Looked], *, who: str, show: str | None = None) -> None:
        """Keep that a person found doubtful places good."""
        with self._writing() as cursor:
            episode_id = _episode_id(cursor, guid, show)
            bodies = [dataclasses.asdict(one) for one in looked]
            made = [_insert(cursor, "look", body, episode_id=episode_id) for body in bodies]
            what = "; ".join(f"{body['reason']}: good" for body in bodies)
            _log(cursor, who, "review", what, made=made, episode_id=episode_id)

    def _refresh(self, cursor: sqlite3.Cursor, episode_id: int) -> None:
        if self._catalogue._index_follows:
            index.remove_episode(cursor.connection, episode_id)
        refresh(cursor.connection, episode_id)
        if self._catalogue._index_follows:
            index.add_episode(cursor.connection, episode_id)

    # History

    def undo(self, number: int | None = None, *, guid: str | None = None, show: str | None = None, who: str) -> Change:
        """Take back a change: the last one, of everything or of one episode, or that of a number.

        An undone undo does the change again. Raises NotFound, and UsageError where a later change rests on it.
        """
        with self._writing() as cursor:
            row = _undoable(cursor, number, None if guid is None else _episode_id(cursor, guid, show))
            made, retired = json.loads(row["made"]), json.loads(row["retired"])
            _refuse_if_built_on(cursor, row, made, retired)
            cursor.executemany("UPDATE correction SET active = 0 WHERE id = ?", [[n] for n in made])
            cursor.executemany("UPDATE correction SET active = 1 WHERE id = ?", [[n] for n in retired])
            what = f"{row['verb']} {row['id']}: {row['what']}"
            undo = _log(cursor, who, "undo", what, made=retired, retired=made, episode_id=row["episode_id"])
            cursor.execute("UPDATE change SET undone_by = ? WHERE id = ?", [undo, row["id"]])
            self._follow_numbers(cursor, [*made, *retired])
            return overlays.read_change(row)

    def _follow_numbers(self, cursor: sqlite3.Cursor, numbers: list[int]) -> None:
        where = "WHERE id IN (SELECT value FROM json_each(?))"
        rows = cursor.execute(f"SELECT id, kind, episode_id FROM correction {where}", [json.dumps(numbers)]).fetchall()  # noqa: S608 - made of constants
        for episode_id in sorted({row["episode_id"] for row in rows if row["kind"] == "edit"}):
            self._refresh(cursor, episode_id)
        for rule in [_rule(cursor, row["id"]) for row in rows if row["kind"] == "rule"]:
            self._follow(cursor, rule)


def refresh(connection: sqlite3.Connection, episode_id: int) -> int:
    """Make what follows from an episode's transcript and its corrections; returns how many edits have no place."""
    cursor = overlays.dictionaries(connection)
    for table in _DERIVED:
        cursor.execute(f"DELETE FROM {table} WHERE episode_id = ?", [episode_id])  # noqa: S608 - made of constants
    overlay = overlays.load_overlay(cursor, episode_id)
    machine = overlays.load_machine(cursor, episode_id) if overlay else None
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
    _log(overlays.dictionaries(connection), "", "transcribe", what, episode_id=episode_id, at=transcript.created_at)


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
    rows = [(episode_id, position, _row["text"], _row["words"]) for position, _row in _rows(changed)]
    cursor.executemany("INSERT INTO fixed_text (episode_id, position, text, words) VALUES (?, ?, ?, ?)", rows)
    cursor.executemany(
        "INSERT INTO rule_hit (rule_id, episode_id, hits) VALUES (?, ?, ?)",
        [(rule, episode_id, count) for rule, count in hits.items()],
    )
    if edits or rows:
        texts = [[position, text] for _, position, text, _ in rows]
        digest = digest_of([[_edit_body(edit) for edit in edits], texts])
        cursor.execute(
            "INSERT INTO overlay (episode_id, edited, lost, digest) VALUES (?, ?, ?, ?)",
            [episode_id, bool(edits), lost, digest],
        )


def _rows(changed: dict[int, Segment]) -> list[tuple[int, dict[str, Any]]]:
    return [(position, segment_row(segment)) for position, segment in sorted(changed.items())]


@dataclass(frozen=True, kw_only=True)
class _Step:
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


def _steps(cursor: sqlite3.Cursor, changed: Rule, rules: Sequence[Rule]) -> Iterator[_Step]:
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
        yield _Step(
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


def _rules_of(cursor: sqlite3.Cursor) -> list[Rule]:
    return overlays.load_rules(cursor)


def _rule(cursor: sqlite3.Cursor, number: int) -> Rule:
    query = 'SELECT c.id, c.body, s.slug FROM correction c LEFT JOIN "show" s ON s.id = c.show_id WHERE c.id = ?'
    return overlays.read_rule(cursor.execute(query, [number]).fetchone())


def _insert(
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


def _log(
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


def _edit_body(edit: Edit) -> dict[str, Any]:
    def flat(segments: Iterable[Segment]) -> list[dict[str, Any]]:
        return [
            {"start": s.start, "end": s.end, "text": s.text} | ({"speaker": s.speaker} if s.speaker else {})
            for s in segments
        ]

    held = {name: getattr(edit, name) for name in ("before", "after", "position", "basis")}
    return {"heard": flat(edit.heard), "lines": flat(edit.lines), **held}


def _described(changes: Changes) -> str:
    from episodes.core.corrections.wording import word_diff

    parts = []
    for edit in changes.edits[:3]:
        found = word_diff(edit.heard, edit.lines, context=0)
        parts.append("; ".join(f"{d.old!r} → {d.new!r}" for d in found[:3]) or "speakers, times or cuts")
    if not changes.edits:
        parts.append("taken back by hand")
    more = len(changes.edits) - len(parts)
    text = "; ".join(parts)
    return (text if len(text) <= 300 else text[:299] + "…") + (f"; and {more} more" if more > 0 else "")


def _where(rule: Rule) -> str:
    return f" in {rule.show}" if rule.show else ""


def _undoable(cursor: sqlite3.Cursor, number: int | None, episode_id: int | None) -> dict[str, Any]:
    query = "SELECT c.*, e.guid FROM change c LEFT JOIN episode e ON e.id = c.episode_id WHERE "
    if number is not None:
        row = cursor.execute(query + "c.id = ?", [number]).fetchone()
        if row is None:
            raise NotFound(f"there is no change with the number {number}", hint="episodes history")
        if row["verb"] == "transcribe":
            raise UsageError("a transcription cannot be undone", hint="episodes transcribe REF --model NAME --again")
        if row["undone_by"] is not None:
            raise UsageError(f"change {number} is undone already", hint=f"`episodes undo {row['undone_by']}` redoes it")
    else:
        query += "c.undone_by IS NULL AND c.verb NOT IN ('undo', 'transcribe') AND (? IS NULL OR c.episode_id = ?)"
        row = cursor.execute(query + " ORDER BY c.id DESC LIMIT 1", [episode_id, episode_id]).fetchone()
        if row is None:
            raise NotFound("there is nothing to undo", hint="episodes history")
    found: dict[str, Any] = row
    return found


def _refuse_if_built_on(cursor: sqlite3.Cursor, row: dict[str, Any], made: list[int], retired: list[int]) -> None:
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


def _episode_id(cursor: sqlite3.Cursor, guid: str, show: str | None) -> int:
    where = "e.guid = ? AND (? IS NULL OR s.slug = ?)"
    query = f'SELECT e.id FROM episode e JOIN "show" s ON s.id = e.show_id WHERE {where}'  # noqa: S608 - made of constants
    rows = cursor.execute(query, [guid, show, show]).fetchall()
    if len(rows) != 1:
        many = "several shows have" if rows else "there is no"
        raise NotFound(f"{many} episode with the GUID '{guid}'", hint="episodes list")
    return int(rows[0]["id"])


def _show_id(cursor: sqlite3.Cursor, slug: str) -> int | None:
    if not slug:
        return None
    row = cursor.execute('SELECT id FROM "show" WHERE slug = ?', [slug]).fetchone()
    if row is None:
        raise NotFound(f"no show named {slug!r}", hint="episodes show list")
    return int(row["id"])
