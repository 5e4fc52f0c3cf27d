"""Reading a catalogue through plain sqlite3: opens in a millisecond and loads no database library."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from episodes.core.episode import Episode
from episodes.core.errors import AmbiguousReference, NotFound
from episodes.core.hits import Results
from episodes.core.media import Medium
from episodes.core.query import Filters, Sort
from episodes.store.read_only import ReadOnly, connect, require_current
from episodes.store.search.found import Wish
from episodes.store.search.overview import Lookout, look_over
from episodes.store.search.search import Search
from episodes.store.search.tables import IndexDamaged, is_damage, plain
from episodes.store.trouble import store_error, translated
from episodes.store.values import read_episode, read_medium

if TYPE_CHECKING:
    from episodes.core.corrections.values import Change
    from episodes.core.show import Show
    from episodes.core.transcript import Transcript
    from episodes.store.outline import Outlined
    from episodes.store.overlays import Corrected, RuleUse

_EPISODES = 'SELECT e.*, s.slug AS "show" FROM episode e JOIN "show" s ON s.id = e.show_id '
_NEWEST = "ORDER BY e.published_at DESC, e.id DESC "
_MEDIA = "SELECT m.*, o.provider, o.key, o.url FROM medium m JOIN source o ON o.id = m.source_id "
_CANDIDATES = (
    'SELECT e.id, e.guid, s.slug AS "show", e.slug, e.title, e.number, e.number_label, e.season, e.original_title, '
    "(SELECT json_group_array(url) FROM source WHERE episode_id = e.id AND url <> '') AS urls "
    'FROM episode e JOIN "show" s ON s.id = e.show_id '
)


class Reader(ReadOnly):
    """A catalogue that is only read; each method sees one state of it, whatever is written meanwhile.

    What a search does not need is imported where it is used: a command that searches starts with every import.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, stemming: Mapping[str, str]) -> None:
        super().__init__(connection, path)
        self._stemming = stemming
        self._lookout = Lookout(connection, stemming)

    @classmethod
    def open(cls, path: Path, *, stemming: Mapping[str, str] | None = None) -> Self:
        """Open a database; raises NotFound if there is none, StoreError if it cannot be read or is of another form.

        `stemming` is that setting of shows, by short name; a show without follows the languages that are spoken.
        """
        connection = connect(path)
        try:
            with translated(path):
                require_current(connection, path)
        except BaseException:
            connection.close()
            raise
        return cls(connection, path, stemming or {})

    def list_shows(self) -> list[Show]:
        from episodes.store.show_values import read_show

        with self._reading() as connection:
            return [read_show(row) for row in connection.execute('SELECT * FROM "show" ORDER BY slug')]

    def list_episodes(self, show: str | None = None, limit: int | None = None) -> list[Episode]:
        """Episodes newest first, of all shows or of one (NotFound if there is none of that name)."""
        with self._reading() as connection:
            if show is not None:
                self._require_show(show)
            where = "WHERE s.slug = ? " if show is not None else ""
            args: list[Any] = [show] if show is not None else []
            rows = connection.execute(_EPISODES + where + _NEWEST + "LIMIT ?", [*args, -1 if limit is None else limit])
            return self._episodes(rows.fetchall())

    def outline(self, show: str) -> list[Outlined]:
        """The episodes of a show, newest first; what lists do not name is read when it is asked for.

        Asking raises StoreError where the episode was changed meanwhile, which `one_state` rules out.
        """
        from episodes.store.later import Rows
        from episodes.store.outline import load_outline

        with self._reading() as connection:
            self._require_show(show)
            return load_outline(Rows(connection, self.path), show)

    def revisions(self, show: str) -> dict[str, str]:
        """What each episode's output depends on, by GUID, as `Catalogue.revisions` tells it."""
        from episodes.store.later import Rows
        from episodes.store.outline import load_revisions

        with self._reading() as connection:
            self._require_show(show)
            return load_revisions(Rows(connection, self.path), show)

    def get_episode(self, guid: str, *, show: str | None = None) -> Episode:
        with self._reading():
            return self._episodes([self._row(guid, show)])[0]

    def find_transcript(self, guid: str, *, show: str | None = None) -> Transcript | None:
        from episodes.store.transcript_values import read_segment, read_transcript

        with self._reading() as connection:
            id = self._row(guid, show)["id"]  # noqa: A001 - the column's name
            head = connection.execute("SELECT * FROM transcript WHERE episode_id = ?", [id]).fetchone()
            if head is None:
                return None
            rows = connection.execute("SELECT * FROM segment WHERE episode_id = ? ORDER BY position", [id])
            return read_transcript(head, tuple(read_segment(row) for row in rows))

    def effective_transcript(self, guid: str, *, show: str | None = None) -> Transcript | None:
        """The transcript as people corrected it."""
        from episodes.store.spoken import load_spoken  # 20 ms; `search` and `list` need none of it

        with self._reading() as connection:
            return load_spoken(connection.cursor(), self._id(guid, show))

    def corrected(self, guid: str, *, show: str | None = None) -> Corrected | None:
        """What the machine heard, what people corrected, and what that gives; None without a transcript."""
        from episodes.store.overlays import load_corrected  # 20 ms; `search` and `list` need none of it

        with self._reading() as connection:
            return load_corrected(connection.cursor(), self._row(guid, show)["id"])

    def rules(self) -> list[RuleUse]:
        """All rules, and how often each is at work where."""
        from episodes.store.overlays import load_rule_uses  # 20 ms; `search` and `list` need none of it

        with self._reading() as connection:
            return load_rule_uses(connection.cursor())

    def history(self, guid: str | None = None, *, show: str | None = None) -> list[Change]:
        """What was done to transcripts, oldest first: to all, or to one."""
        from episodes.store.overlays import load_changes  # 20 ms; `search` and `list` need none of it

        with self._reading() as connection:
            return load_changes(connection.cursor(), None if guid is None else self._id(guid, show))

    def resolve(self, reference: str) -> Episode:
        """Find the episode that a person means, see `core/reference.py`; NotFound or AmbiguousReference."""
        from episodes.core.reference import Candidate, resolve

        with self._reading() as connection:
            rows = connection.execute(_CANDIDATES + _NEWEST).fetchall()
            found = resolve(reference, [Candidate(**{**row, "urls": tuple(json.loads(row["urls"]))}) for row in rows])
            return self._episodes(connection.execute(_EPISODES + "WHERE e.id = ?", [found.id]).fetchall())[0]

    def search(
        self,
        text: str,
        *,
        filters: Filters | None = None,
        sort: Sort = "best",
        limit: int = 10,
        hits: int = 3,
        context: int = 0,
    ) -> Results:
        """Find what was said or written; no text is an error, and nothing found gives empty results.

        `limit` counts episodes (0 = all), `hits` spots of each (0 = all), `context` more sentences around each.
        """
        wish = Wish(sort=sort, limit=max(0, limit), hits=max(0, hits), context=max(0, context))
        try:
            return self._search(text, filters or Filters(), wish)
        except IndexDamaged:
            pass
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise store_error(error, self.path) from error
        self.reindex()  # what it is made from is still there
        with translated(self.path):
            return self._search(text, filters or Filters(), wish)

    def _search(self, text: str, filters: Filters, wish: Wish) -> Results:
        for mended in (False, True):
            self._connection.execute("BEGIN")  # one state of the database for index and texts
            try:
                cursor = plain(self._connection)
                overview = self._lookout.overview()
                if mended and overview is None:  # whoever adds many episodes lets the index wait
                    overview = look_over(cursor, self._stemming)
                if overview:
                    return Search(cursor, text, filters, wish, overview).results(self._load)
            finally:
                self._connection.execute("COMMIT")
            self.reindex()
        raise AssertionError("the second round answers")

    @contextmanager
    def reading(self) -> Iterator[tuple[sqlite3.Cursor, Callable[[list[int]], dict[int, tuple[Episode, str]]]]]:
        """For searches that live beside this class: one state of the database, and how to load episodes by row."""
        with self._reading() as connection:
            yield plain(connection), self._load

    def _load(self, ids: list[int]) -> dict[int, tuple[Episode, str]]:
        where = "WHERE e.id IN (SELECT value FROM json_each(?))"
        rows = self._connection.execute(_EPISODES + where, [json.dumps(ids)]).fetchall()
        titles = {row["slug"]: row["title"] for row in self._connection.execute('SELECT slug, title FROM "show"')}
        episodes = self._episodes(rows)
        return {row["id"]: (episode, titles[row["show"]]) for row, episode in zip(rows, episodes, strict=True)}

    def _id(self, guid: str, show: str | None) -> int:
        return int(self._row(guid, show)["id"])

    def _row(self, guid: str, show: str | None) -> dict[str, Any]:
        if show is not None:
            self._require_show(show)
        where, args = (
            ("WHERE e.guid = ?", [guid]) if show is None else ("WHERE e.guid = ? AND s.slug = ?", [guid, show])
        )
        rows: list[dict[str, Any]] = self._connection.execute(_EPISODES + where, args).fetchall()
        if not rows:
            raise NotFound(f"no episode with the GUID '{guid}'", hint="episodes list")
        if len(rows) > 1:
            lines = tuple(f"{row['show']}/{row['slug']}" for row in rows)
            raise AmbiguousReference(f"{len(rows)} shows have an episode with the GUID '{guid}'", candidates=lines)
        return rows[0]

    def _require_show(self, slug: str) -> None:
        slugs = [row["slug"] for row in self._connection.execute('SELECT slug FROM "show"')]
        if slug not in slugs:
            from episodes.core.reference import no_show

            raise no_show(slug, slugs)

    def _episodes(self, rows: list[dict[str, Any]]) -> list[Episode]:
        media = self._media([row["id"] for row in rows])
        return [read_episode(row, row["show"], tuple(media[row["id"]])) for row in rows]

    def _media(self, ids: list[int]) -> dict[int, list[Medium]]:
        where = "WHERE m.episode_id IN (SELECT value FROM json_each(?)) ORDER BY m.episode_id, m.position"
        media: dict[int, list[Medium]] = defaultdict(list)
        for row in self._connection.execute(_MEDIA + where, [json.dumps(ids)]):
            media[row["episode_id"]].append(read_medium(row))
        return media
