"""Saving corrections: each change one transaction, in which texts, counts, revisions and the search index follow."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from episodes.core.corrections.differences import Changes
from episodes.core.corrections.values import Change, Looked, Rule
from episodes.core.errors import NotFound, UsageError
from episodes.core.proposal import Proposal, ProposalKind
from episodes.store import overlays, spoken
from episodes.store.engine import raw
from episodes.store.following import Affected, Step, refresh, steps
from episodes.store.journal import described, edit_body, insert, log, refuse_if_built_on, undoable
from episodes.store.search import index

if TYPE_CHECKING:
    from episodes.store.catalogue import Catalogue
    from episodes.store.overlays import Corrected


class Corrections:
    """The corrections of a catalogue; an episode is named by its GUID, and `show` where two shows use it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Cursor]:
        with self._catalogue._reading() as session:
            yield spoken.dictionaries(raw(session.connection()))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Cursor]:
        with self._catalogue._writing() as session:
            yield spoken.dictionaries(raw(session.connection()))

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
            cursor = spoken.dictionaries(raw(session.connection()))
            newest = cursor.execute("SELECT max(id) AS id FROM correction").fetchone()["id"] or 0
            added = dataclasses.replace(rule, id=newest + 1)
            return [step.affected for step in steps(cursor, added, [*overlays.load_rules(cursor), added])]

    def add_rule(self, rule: Rule, *, who: str) -> list[Affected]:
        """Keep a rule and bring every transcript up to it; UsageError if there is an equal one."""
        with self._writing() as cursor:
            for known in overlays.load_rules(cursor):
                if dataclasses.replace(known, id=0) == dataclasses.replace(rule, id=0):
                    raise UsageError(f"that fix is there already, as number {known.id}", hint="episodes fix list")
            body = {"wrong": rule.wrong, "right": rule.right, "whole_word": rule.whole_word}
            number = insert(cursor, "rule", body, show_id=_show_id(cursor, rule.show))
            log(cursor, who, "fix", f"{rule.wrong!r} is {rule.right!r}" + _where(rule), made=[number])
            return self._follow(cursor, dataclasses.replace(rule, id=number))

    def remove_rule(self, number: int, *, who: str) -> tuple[Rule, list[Affected]]:
        """Retire a rule; NotFound if there is none of that number."""
        with self._writing() as cursor:
            rule = next((rule for rule in overlays.load_rules(cursor) if rule.id == number), None)
            if rule is None:
                raise NotFound(f"there is no fix with the number {number}", hint="episodes fix list")
            cursor.execute("UPDATE correction SET active = 0 WHERE id = ?", [number])
            log(cursor, who, "unfix", f"{rule.wrong!r} is no longer {rule.right!r}" + _where(rule), retired=[number])
            return rule, self._follow(cursor, rule)

    def _follow(self, cursor: sqlite3.Cursor, changed: Rule) -> list[Affected]:
        """Bring all transcripts up to the rules, after one was added or retired."""
        done = []
        for step in steps(cursor, changed, overlays.load_rules(cursor)):
            with self._indexed(cursor, step):
                step.write(cursor)
            done.append(step.affected)
        return done

    def _indexed(self, cursor: sqlite3.Cursor, step: Step) -> AbstractContextManager[None]:
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
            made = [insert(cursor, "edit", edit_body(edit), episode_id=episode_id) for edit in changes.edits]
            retired = [edit.id for edit in changes.replaced]
            cursor.executemany("UPDATE correction SET active = 0 WHERE id = ?", [[number] for number in retired])
            what = what or described(changes)
            log(cursor, who, verb, what, made=made, retired=retired, episode_id=episode_id)
            self._refresh(cursor, episode_id)
            return len(made)

    def accept(self, guid: str, looked: Iterable[Looked], *, who: str, show: str | None = None) -> None:
        """Keep that a person found doubtful places good."""
        with self._writing() as cursor:
            episode_id = _episode_id(cursor, guid, show)
            bodies = [dataclasses.asdict(one) for one in looked]
            made = [insert(cursor, "look", body, episode_id=episode_id) for body in bodies]
            what = "; ".join(f"{body['reason']}: good" for body in bodies)
            log(cursor, who, "review", what, made=made, episode_id=episode_id)

    # Proposals of machines

    def save_proposal(
        self, guid: str, proposal: Proposal, *, show: str | None = None, kind: ProposalKind = "proposal"
    ) -> Proposal:
        """Keep a machine's proposal until somebody accepts or drops it; an older one of its kind makes room."""
        with self._writing() as cursor:
            episode_id = _episode_id(cursor, guid, show)
            old = [held.id for held in overlays.load_proposals(cursor, episode_id, kind)]
            cursor.executemany("UPDATE correction SET active = 0 WHERE id = ?", [[number] for number in old])
            number = insert(cursor, kind, overlays.proposal_body(proposal), episode_id=episode_id)
            what = f"{'summary' if kind == 'proposal' else kind} by {proposal.model}"
            log(cursor, "", "propose", what, made=[number], retired=old, episode_id=episode_id)
            return dataclasses.replace(proposal, id=number)

    def find_proposal(self, guid: str, *, show: str | None = None, kind: ProposalKind = "proposal") -> Proposal | None:
        """The proposal that waits, if any."""
        with self._reading() as cursor:
            return next(iter(overlays.load_proposals(cursor, _episode_id(cursor, guid, show), kind)), None)

    def drop_proposal(
        self, guid: str, proposal: Proposal, *, who: str, verb: str = "reject", show: str | None = None
    ) -> None:
        """Take a proposal off the list: it was accepted or rejected."""
        with self._writing() as cursor:
            episode_id = _episode_id(cursor, guid, show)
            cursor.execute("UPDATE correction SET active = 0 WHERE id = ?", [proposal.id])
            what = f"the proposal of {proposal.model}"
            log(cursor, who, verb, what, retired=[proposal.id], episode_id=episode_id)

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
            row = undoable(cursor, number, None if guid is None else _episode_id(cursor, guid, show))
            made, retired = json.loads(row["made"]), json.loads(row["retired"])
            refuse_if_built_on(cursor, row, made, retired)
            cursor.executemany("UPDATE correction SET active = 0 WHERE id = ?", [[n] for n in made])
            cursor.executemany("UPDATE correction SET active = 1 WHERE id = ?", [[n] for n in retired])
            what = f"{row['verb']} {row['id']}: {row['what']}"
            undo = log(cursor, who, "undo", what, made=retired, retired=made, episode_id=row["episode_id"])
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


def _where(rule: Rule) -> str:
    return f" in {rule.show}" if rule.show else ""


def _rule(cursor: sqlite3.Cursor, number: int) -> Rule:
    query = 'SELECT c.id, c.body, s.slug FROM correction c LEFT JOIN "show" s ON s.id = c.show_id WHERE c.id = ?'
    return overlays.read_rule(cursor.execute(query, [number]).fetchone())


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
