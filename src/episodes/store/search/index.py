"""The search index: its tables, and how it follows the catalogue, in the same transaction.

`search_speech` holds passages (row = episode × 65536 + number of the passage), `search_about` what is written about
an episode (row = episode), `search_term` how many rows each word is in, `search_episode` what was indexed. FTS5 keeps
no text of its own: texts are read from the catalogue, and taken out of the index by giving the same text again.
"""

from __future__ import annotations

import json
import re
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path

from episodes.core.sounds import sound
from episodes.core.words import terms
from episodes.store.search.passages import OVERLAP, ROOM, Passage, cut, pack_starts, unpack_starts
from episodes.store.search.tables import DIGESTS, create, dropped_if_damaged, finish, is_damage, is_there, plain

_ADDRESS = re.compile(r"https?://\S+")


def rebuild_in(path: Path) -> None:
    """Make the index of a database anew, in one transaction, whatever has become of the old one."""
    try:
        _rebuild_in(path, by_force=False)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        _rebuild_in(path, by_force=True)


def _rebuild_in(path: Path, *, by_force: bool) -> None:
    with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        rebuild(connection, by_force=by_force)
        connection.execute("COMMIT")
        if by_force:
            with suppress(sqlite3.OperationalError):  # no room, or somebody writes: what is left costs only room
                connection.execute("VACUUM")


def rebuild(connection: sqlite3.Connection, *, by_force: bool = False) -> None:
    """Make the index anew from the catalogue, inside the transaction that the caller began."""
    cursor = plain(connection)
    create(cursor, by_force=by_force)
    counts: Counter[str] = Counter()
    for (episode_id,) in cursor.execute("SELECT id FROM episode ORDER BY id").fetchall():
        counts.update(_add(cursor, episode_id))
    _write_counts(cursor, counts)
    cursor.execute("INSERT INTO search_speech (search_speech) VALUES ('optimize')")
    finish(cursor)


def add_episode(connection: sqlite3.Connection, episode_id: int) -> None:
    """Index an episode as the catalogue holds it now."""
    cursor = plain(connection)
    if is_there(cursor):
        with dropped_if_damaged(cursor):
            _write_counts(cursor, _add(cursor, episode_id))


def remove_episode(connection: sqlite3.Connection, episode_id: int) -> None:
    """Take an episode out of the index; the catalogue must still hold it as it was indexed."""
    cursor = plain(connection)
    if is_there(cursor):
        with dropped_if_damaged(cursor):
            _remove(cursor, episode_id)


def _remove(cursor: sqlite3.Cursor, episode_id: int) -> None:
    if cursor.execute("SELECT 1 FROM search_episode WHERE episode_id = ?", [episode_id]).fetchone() is None:
        return
    counts: Counter[str] = Counter()
    for row, passage in _passages(cursor, episode_id):
        texts = _speech(passage)
        cursor.execute(
            "INSERT INTO search_speech (search_speech, rowid, words, speakers) VALUES ('delete', ?, ?, ?)",
            [row, *texts],
        )
        counts.update(_distinct(texts))
    texts = about(cursor, episode_id)
    cursor.execute(
        "INSERT INTO search_about (search_about, rowid, title, people, notes, comments) "
        "VALUES ('delete', ?, ?, ?, ?, ?)",
        [episode_id, *texts],
    )
    counts.update(_distinct(texts))
    cursor.execute("DELETE FROM search_episode WHERE episode_id = ?", [episode_id])
    _take_counts(cursor, counts)


def _take_counts(cursor: sqlite3.Cursor, counts: Counter[str]) -> None:
    cursor.executemany(
        "UPDATE search_term SET rows = rows - ? WHERE term = ?", [(n, term) for term, n in counts.items()]
    )
    cursor.executemany("DELETE FROM search_term WHERE term = ? AND rows <= 0", [(term,) for term in counts])


@contextmanager
def texts_changing(
    connection: sqlite3.Connection, episode_id: int, old: Sequence[str], new: Sequence[str]
) -> Iterator[None]:
    """Let the index follow fixes inside the block: other texts of some segments, which stay where they are.

    `old` and `new` are the texts of all segments of the episode, before and after.
    """
    cursor = plain(connection)
    row = None
    if is_there(cursor):
        row = cursor.execute("SELECT starts FROM search_episode WHERE episode_id = ?", [episode_id]).fetchone()
    if row is None:
        yield
        return
    counts: Counter[str] = Counter()
    with dropped_if_damaged(cursor):
        counts = _change_texts(cursor, episode_id, [*unpack_starts(row[0]), len(old)], old, new)
    yield
    if not is_there(cursor):
        return
    _write_counts(cursor, Counter({term: rows for term, rows in counts.items() if rows > 0}))
    _take_counts(cursor, Counter({term: -rows for term, rows in counts.items() if rows < 0}))
    _, digest = cursor.execute(DIGESTS + "WHERE e.id = ?", [episode_id]).fetchone()
    cursor.execute("UPDATE search_episode SET digest = ? WHERE episode_id = ?", [digest, episode_id])


def _change_texts(
    cursor: sqlite3.Cursor, episode_id: int, starts: list[int], old: Sequence[str], new: Sequence[str]
) -> Counter[str]:
    """Write the passages whose texts change; returns in how many more rows each word is."""
    counts: Counter[str] = Counter()
    for number in _touched(starts, old, new):
        begin, end = starts[number], starts[number + 1]
        query = "SELECT speaker FROM spoken WHERE episode_id = ? AND position >= ? AND position < ?"
        speakers = list(dict.fromkeys(name for (name,) in cursor.execute(query, [episode_id, begin, end])))
        was, is_now = (_speech(Passage(begin, _words(texts, begin, end), speakers)) for texts in (old, new))
        at = episode_id * ROOM + number
        delete = "INSERT INTO search_speech (search_speech, rowid, words, speakers) VALUES ('delete', ?, ?, ?)"
        cursor.execute(delete, [at, *was])
        cursor.execute("INSERT INTO search_speech (rowid, words, speakers) VALUES (?, ?, ?)", [at, *is_now])
        before, after = _distinct(was), _distinct(is_now)
        counts.update(after - before)
        counts.subtract(before - after)
    return counts


def _touched(starts: list[int], old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Numbers of the passages in which texts change, and of those that go on into such words."""
    touched: set[int] = set()
    for position, (was, is_now) in enumerate(zip(old, new, strict=True)):
        if was != is_now:
            touched.add(bisect_right(starts, position) - 1)
    heads = {number for number in touched if _head(old, starts[number]) != _head(new, starts[number])}
    return sorted(touched | {number - 1 for number in heads if number > 0})


def _words(texts: Sequence[str], begin: int, end: int) -> list[str]:
    return [term for text in texts[begin:end] for term in _terms(text)] + _head(texts, end)


@lru_cache(maxsize=256)
def _terms(text: str) -> tuple[str, ...]:
    """Most lines are read twice, before and after a fix of another line."""
    return tuple(terms(text))


def _head(texts: Sequence[str], begin: int) -> list[str]:
    """The first words from a segment on, as many as the passage before takes over."""
    words: list[str] = []
    for number in range(begin, len(texts)):
        words += _terms(texts[number])
        if len(words) >= OVERLAP:
            break
    return words[:OVERLAP]


def _add(cursor: sqlite3.Cursor, episode_id: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    starts = []
    for row, passage in _passages(cursor, episode_id):
        texts = _speech(passage)
        cursor.execute("INSERT INTO search_speech (rowid, words, speakers) VALUES (?, ?, ?)", [row, *texts])
        counts.update(_distinct(texts))
        starts.append(passage.first)
    written = about(cursor, episode_id)
    cursor.execute(
        "INSERT INTO search_about (rowid, title, people, notes, comments) VALUES (?, ?, ?, ?, ?)",
        [episode_id, *written],
    )
    counts.update(_distinct(written))
    _, digest = cursor.execute(DIGESTS + "WHERE e.id = ?", [episode_id]).fetchone()
    people = json.dumps(_people(cursor, episode_id), ensure_ascii=False)
    cursor.execute("INSERT INTO search_episode VALUES (?, ?, ?, ?)", [episode_id, digest, pack_starts(starts), people])
    return counts


def _passages(cursor: sqlite3.Cursor, episode_id: int) -> Iterator[tuple[int, Passage]]:
    query = "SELECT text, speaker, unfixed FROM spoken WHERE episode_id = ? ORDER BY position"
    segments = cursor.execute(query, [episode_id]).fetchall()
    for number, passage in enumerate(cut(segments)):
        yield episode_id * ROOM + number, passage


def _speech(passage: Passage) -> list[str]:
    return [" ".join(passage.words), _joined(passage.speakers)]


def about(cursor: sqlite3.Cursor, episode_id: int) -> list[str]:
    """The words of what is written about an episode: title, people, notes, comments."""
    row = cursor.execute(
        "SELECT title, original_title, number_label, number, credits, summary, notes, chapters, comments "
        "FROM episode WHERE id = ?",
        [episode_id],
    ).fetchone()
    title, original_title, label, number, credits, summary, notes, chapters, comments = row  # noqa: A001
    people = [" ".join(map(str, credit.values())) for credit in json.loads(credits)]
    chapter_titles = [chapter["title"] for chapter in json.loads(chapters)]
    approved = [f"{said['author']} {said['text']}" for said in json.loads(comments) if said.get("approved")]
    number = "" if number is None else str(number)
    return [
        _joined([title, original_title, label, number]),
        _joined(people),
        _joined([summary, _ADDRESS.sub(" ", notes), *chapter_titles]),
        _joined(approved),
    ]


def _people(cursor: sqlite3.Cursor, episode_id: int) -> list[str]:
    """The names of all who take part or speak."""
    (text,) = cursor.execute("SELECT credits FROM episode WHERE id = ?", [episode_id]).fetchone()
    spoken = cursor.execute("SELECT DISTINCT speaker FROM spoken WHERE episode_id = ?", [episode_id])
    names = [credit["name"] for credit in json.loads(text)] + sorted(speaker for (speaker,) in spoken)
    return list(dict.fromkeys(name for name in names if name))


def _joined(texts: Iterable[str]) -> str:
    return " ".join(term for text in texts for term in terms(text))


def _distinct(texts: Iterable[str]) -> set[str]:
    return {term for text in texts for term in text.split(" ") if term}


def _write_counts(cursor: sqlite3.Cursor, counts: Counter[str]) -> None:
    cursor.executemany(
        "INSERT INTO search_term VALUES (?, ?, ?) ON CONFLICT (term) DO UPDATE SET rows = rows + excluded.rows",
        [(term, rows, sound(term) or None) for term, rows in sorted(counts.items())],
    )
