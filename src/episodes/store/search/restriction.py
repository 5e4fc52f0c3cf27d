"""Narrowing a search down: to episodes by show, people, title, date and number, and to speakers."""

from __future__ import annotations

import json
import sqlite3

from episodes.core.light import replace
from episodes.core.query import MOST, Filters
from episodes.core.words import LONGEST, terms
from episodes.store.values import format_time

#: Words of a name that are looked at.
LONGEST_NAME = 12
_NAMED = "SELECT value, json_group_array(episode_id) FROM search_episode, json_each(people)"


class Restriction:
    """Which episodes and speakers may answer: all, to begin with."""

    def __init__(self) -> None:
        self.episodes: frozenset[int] | None = None  #: None = all
        self.speakers: tuple[tuple[str, ...], ...] = ()  #: words of the speakers' names; any of them
        self.notes: list[str] = []  #: what a person should know
        self._known: dict[str, bool] = {}

    def speaks(self, speaker: str) -> bool:
        """Whether what somebody says counts."""
        if speaker not in self._known:
            said = set(terms(speaker))
            self._known[speaker] = not self.speakers or any(said.issuperset(name) for name in self.speakers)
        return self._known[speaker]


def restrict(cursor: sqlite3.Cursor, filters: Filters) -> Restriction:
    """Find the episodes that pass all filters; a name that nobody has is taken for the nearest, with a note."""
    restriction = Restriction()
    filters = _with_words(filters, restriction.notes)
    conditions, values = _conditions(filters)
    if filters.speakers or filters.hosts:
        people = _People(cursor, (*filters.speakers, *filters.hosts))
        names = tuple(people.meant(name, restriction.notes) for name in filters.speakers)
        restriction.speakers = names
        hosts = [people.meant(name, restriction.notes) for name in filters.hosts]
        ids = [people.episodes_with(host) for host in hosts] + [people.episodes_with_any(names)] * bool(names)
        restriction.episodes = frozenset(set.intersection(*ids))
    if conditions or filters.shows or filters.titles:
        ids_there = _episodes(cursor, filters, conditions, values)
        held = restriction.episodes
        restriction.episodes = ids_there if held is None else ids_there & held
    if restriction.episodes is not None and not restriction.episodes and not restriction.notes:
        restriction.notes.append("no episode passes the filters")
    return restriction


def _with_words(filters: Filters, notes: list[str]) -> Filters:
    """Without the names that are none: "?!" or nothing at all."""
    kept: dict[str, tuple[str, ...]] = {}
    for kind in ("speakers", "hosts", "titles"):
        names: tuple[str, ...] = getattr(filters, kind)
        kept[kind] = tuple(name for name in names if terms(name))
        notes += [f"{name!r} names nothing, so it was left out" for name in names if name.strip() and not terms(name)]
    return replace(filters, speakers=kept["speakers"], hosts=kept["hosts"], titles=kept["titles"])


def _conditions(filters: Filters) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    if filters.since:
        conditions, values = [*conditions, "e.published_at >= ?"], [*values, format_time(filters.since)]
    if filters.until:
        conditions, values = [*conditions, "e.published_at < ?"], [*values, format_time(filters.until)]
    if filters.numbers:
        conditions, values = [*conditions, "e.number BETWEEN ? AND ?"], [*values, *filters.numbers]
    return conditions, values


def _episodes(cursor: sqlite3.Cursor, filters: Filters, conditions: list[str], values: list[object]) -> frozenset[int]:
    if filters.shows:
        shows = cursor.execute('SELECT id, slug, title FROM "show"').fetchall()
        ids = [str(id) for id, *names in shows if any(_names(wanted, *names) for wanted in filters.shows)]  # noqa: A001
        conditions = [*conditions, f"e.show_id IN ({', '.join(ids)})"]
    where = " AND ".join(conditions) or "1"
    query = f"SELECT e.id, e.title FROM episode e WHERE {where}"  # noqa: S608 - of our own conditions and row numbers
    wanted = [set(terms(title)) for title in filters.titles]
    return frozenset(
        id
        for id, title in cursor.execute(query, values)  # noqa: A001
        if not wanted or all(words <= set(terms(title)) for words in wanted)
    )


def _names(wanted: str, slug: str, title: str) -> bool:
    return wanted.lower() == slug.lower() or set(terms(wanted)) <= set(terms(title)) | set(terms(slug))


class _People:
    """Who takes part in which episodes."""

    def __init__(self, cursor: sqlite3.Cursor, names: tuple[str, ...]) -> None:
        self._cursor = cursor
        self._episodes: dict[tuple[str, ...], set[int]] = {}
        words = [word for name in names for word in name.split() if word.isalpha() and word.isascii()]
        # Most names are spelt as in the catalogue: then only those that have one of the words need be looked at.
        self._load([f"%{word[:LONGEST]}%" for word in words][:MOST])
        if not all(self._knows(tuple(terms(name))) for name in names):
            self._load(["%"])

    def _load(self, likes: list[str]) -> None:
        """Read the names that are like one of these, each with its episodes."""
        lists, names = (" OR ".join([f"{column} LIKE ?"] * len(likes)) or "0" for column in ("people", "value"))
        query = f"{_NAMED} WHERE ({lists}) AND ({names}) GROUP BY value"
        for name, episodes in self._cursor.execute(query, likes + likes):
            self._episodes.setdefault(tuple(terms(name)), set()).update(json.loads(episodes))

    def _knows(self, wanted: tuple[str, ...]) -> bool:
        return any(set(wanted) <= set(known) for known in self._episodes)

    def meant(self, name: str, notes: list[str]) -> tuple[str, ...]:
        """The words of a name as the catalogue spells it."""
        wanted = tuple(dict.fromkeys(terms(name)))[:LONGEST_NAME]
        if self._knows(wanted):
            return wanted
        nearest = self._nearest(wanted)
        if nearest:
            notes.append(f"nobody is called '{name}': '{' '.join(nearest)}' was taken")
            return nearest
        notes.append(f"nobody is called '{name}'")
        return wanted

    def _nearest(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        from rapidfuzz.distance import OSA  # needed only for a name that nobody has

        from episodes.core.sounds import sound

        words = {word for name in self._episodes for word in name}

        def nearest(word: str) -> str | None:
            near = {other: OSA.normalized_similarity(word, other, score_cutoff=0.5) for other in words}
            # What is further off does not become near enough by its sound, which takes long to tell.
            near = {o: n + (0.2 if sound(o) and sound(o) == sound(word) else 0.0) for o, n in near.items() if n}
            best = max(near, key=lambda other: (near[other], other), default=None)
            return best if best is not None and near[best] >= 0.7 else None

        found = [nearest(word) for word in wanted]
        return tuple(word for word in found if word) if all(found) else ()

    def episodes_with(self, name: tuple[str, ...]) -> set[int]:
        return {id for known, ids in self._episodes.items() if set(name) <= set(known) for id in ids}  # noqa: A001

    def episodes_with_any(self, names: tuple[tuple[str, ...], ...]) -> set[int]:
        return set().union(*(self.episodes_with(name) for name in names))
