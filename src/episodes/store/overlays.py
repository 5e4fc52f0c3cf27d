"""Reading corrections and what they make of transcripts, over plain sqlite3; shared by the catalogue and the reader."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from episodes.core.chapter import Chapter
from episodes.core.corrections.effective import Effective, effective
from episodes.core.corrections.values import Change, Edit, Looked, Overlay, Rule
from episodes.core.proposal import Proposal, ProposalKind
from episodes.core.transcript import Segment, Transcript
from episodes.store.spoken import load_machine
from episodes.store.values import parse_time

_CHANGES = "SELECT c.*, e.guid FROM change c LEFT JOIN episode e ON e.id = c.episode_id "
_RULES = 'SELECT c.id, c.body, s.slug FROM correction c LEFT JOIN "show" s ON s.id = c.show_id '
_MINE = "c.show_id IS NULL OR c.show_id = (SELECT show_id FROM episode WHERE id = ?)"
_RULES_OF_EPISODE = f"{_RULES} WHERE c.kind = 'rule' AND c.active AND ({_MINE}) ORDER BY c.id"


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """An episode's transcript as the machine made it, and all that people made of it."""

    machine: Transcript
    overlay: Overlay
    effective: Effective
    looked: tuple[Looked, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RuleUse:
    """A rule, and how often it is at work in which episodes (GUID: times)."""

    rule: Rule
    hits: Mapping[str, int] = field(default_factory=dict)


def load_corrected(cursor: sqlite3.Cursor, episode_id: int) -> Corrected | None:
    machine = load_machine(cursor, episode_id)
    if machine is None:
        return None
    overlay = load_overlay(cursor, episode_id)
    return Corrected(
        machine=machine,
        overlay=overlay,
        effective=effective(machine.segments, overlay),
        looked=load_looked(cursor, episode_id),
    )


def load_overlay(cursor: sqlite3.Cursor, episode_id: int) -> Overlay:
    """All active corrections that concern an episode."""
    edits = cursor.execute(
        "SELECT id, body FROM correction WHERE kind = 'edit' AND active AND episode_id = ? ORDER BY id", [episode_id]
    ).fetchall()
    rules = cursor.execute(_RULES_OF_EPISODE, [episode_id])
    return Overlay(
        edits=tuple(read_edit(row["id"], row["body"]) for row in edits), rules=tuple(read_rule(row) for row in rules)
    )


def load_looked(cursor: sqlite3.Cursor, episode_id: int) -> tuple[Looked, ...]:
    query = "SELECT body FROM correction WHERE kind = 'look' AND active AND episode_id = ? ORDER BY id"
    return tuple(Looked(**json.loads(row["body"])) for row in cursor.execute(query, [episode_id]))


def load_proposals(cursor: sqlite3.Cursor, episode_id: int, kind: ProposalKind = "proposal") -> list[Proposal]:
    """Proposals that wait to be accepted: a language model's, or chapters by topic."""
    query = "SELECT id, body FROM correction WHERE kind = ? AND active AND episode_id = ? ORDER BY id DESC"
    found = []
    for row in cursor.execute(query, [kind, episode_id]):
        held = json.loads(row["body"])
        chapters = tuple(Chapter(start=start, title=title) for start, title in held.pop("chapters"))
        found.append(Proposal(id=row["id"], chapters=chapters, **held))
    return found


def proposal_body(proposal: Proposal) -> dict[str, Any]:
    held = {name: getattr(proposal, name) for name in ("summary", "title", "model", "prompt")}
    return {**held, "chapters": [[chapter.start, chapter.title] for chapter in proposal.chapters]}


def load_rules(cursor: sqlite3.Cursor) -> list[Rule]:
    return [read_rule(row) for row in cursor.execute(_RULES + "WHERE c.kind = 'rule' AND c.active ORDER BY c.id")]


def load_rule_uses(cursor: sqlite3.Cursor) -> list[RuleUse]:
    """All rules with their counts."""
    query = "SELECT h.rule_id, e.guid, h.hits FROM rule_hit h JOIN episode e ON e.id = h.episode_id ORDER BY e.id"
    hits: dict[int, dict[str, int]] = {}
    for row in cursor.execute(query).fetchall():
        hits.setdefault(row["rule_id"], {})[row["guid"]] = row["hits"]
    return [RuleUse(rule=rule, hits=hits.get(rule.id, {})) for rule in load_rules(cursor)]


def load_changes(cursor: sqlite3.Cursor, episode_id: int | None = None) -> list[Change]:
    """The history, oldest first: of everything, or of one episode with the fixes that are at work in it."""
    where, values = "", []
    if episode_id is not None:
        where = (
            "WHERE c.episode_id = ? OR c.episode_id IS NULL AND EXISTS (SELECT 1 FROM rule_hit h WHERE h.episode_id = ?"
            " AND h.rule_id IN (SELECT value FROM json_each(c.made) UNION SELECT value FROM json_each(c.retired)))"
        )
        values = [episode_id, episode_id]
    return [read_change(row) for row in cursor.execute(_CHANGES + where + " ORDER BY c.id", values)]


def read_change(row: Mapping[str, Any]) -> Change:
    return Change(
        id=row["id"],
        at=parse_time(row["at"]),
        who=row["who"],
        verb=row["verb"],
        what=row["what"],
        episode=row["guid"] or "",
        is_undone=row["undone_by"] is not None,
    )


def read_rule(row: Mapping[str, Any]) -> Rule:
    return Rule(id=row["id"], show=row["slug"] or "", **json.loads(row["body"]))


def read_edit(number: int, body: str) -> Edit:
    held = json.loads(body)
    texts = {name: held[name] for name in ("before", "after", "position", "basis")}
    return Edit(id=number, heard=_segments(held["heard"]), lines=_segments(held["lines"]), **texts)


def _segments(held: list[dict[str, Any]]) -> tuple[Segment, ...]:
    return tuple(Segment(**line) for line in held)
