"""The live index equals one made from scratch, whatever was done."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from episodes.core.errors import StoreError
from episodes.core.transcript import Segment
from episodes.store.catalogue import Catalogue
from episodes.store.reader import Reader
from episodes.store.search.index import rebuild
from episodes.store.search.passages import LENGTH, OVERLAP, cut
from store.samples import a_fingerprint, a_show, a_transcript, an_episode, heard, numbered

WORDS = ["zeppelin", "the", "don't", "naïve", "C++", "1,000", "東京", "🎧", "over", "and", "mercouris", "Straße"]
lines = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
segments = st.lists(
    st.builds(
        Segment, start=st.just(0.0), end=st.just(1.0), text=lines, speaker=st.sampled_from(["", "Ann Lee", "Bo"])
    ),
    max_size=12,
)
which = st.integers(1, 3)
steps = st.one_of(
    st.tuples(st.just("add"), which, lines),
    st.tuples(st.just("title"), which, lines),
    st.tuples(st.just("speak"), which, segments),
    st.tuples(st.just("silence"), which, st.none()),
    st.tuples(st.just("remove"), which, st.none()),
    st.tuples(st.just("draft"), which, lines),
    st.tuples(st.just("date"), which, st.none()),
)


def do(catalogue: Catalogue, what: str, number: int, given: Any) -> None:
    guid = f"guid-{number}"
    known = {episode.guid for episode in catalogue.list_episodes()}
    if what == "add" and guid not in known:
        catalogue.add_episode(numbered(number, summary=given))
    elif guid not in known:
        return
    elif what == "title":
        catalogue.save_episode(numbered(number, title=given or "x", notes=given))
    elif what == "speak":
        catalogue.save_transcript(guid, a_transcript(segments=tuple(given)))
    elif what == "silence":
        catalogue.remove_transcript(guid)
    elif what == "remove":
        catalogue.remove_episode(guid)
    elif what == "draft":
        catalogue.add_to_draft(guid, a_fingerprint(), heard(3.0, given), after=0.0)
        catalogue.finish_draft(guid, a_fingerprint(), duration=3.0, language="en", created_at=numbered(1).published_at)
    elif what == "date":
        catalogue.set_date(guid, numbered(9).published_at)


def contents(path: Path) -> dict[str, list[Any]]:
    """All that the index says, in a form that does not depend on how FTS5 stores it."""
    with closing(sqlite3.connect(path)) as connection:
        found = {"terms": connection.execute("SELECT * FROM search_term ORDER BY term").fetchall()}
        found["episodes"] = connection.execute("SELECT * FROM search_episode ORDER BY episode_id").fetchall()
        for table in ("search_speech", "search_about"):
            connection.execute(f"CREATE VIRTUAL TABLE temp.seen_{table} USING fts5vocab(main, {table}, instance)")
            query = f"SELECT term, doc, col, offset FROM seen_{table} ORDER BY 1, 2, 3, 4"
            found[table] = connection.execute(query).fetchall()
        return found


def from_scratch(path: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        rebuild(connection)
        connection.execute("COMMIT")
    return contents(path)


@given(todo=st.lists(steps, max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_live_index_equals_one_made_from_scratch(tmp_path_factory, todo):
    path = tmp_path_factory.mktemp("index") / "episodes.db"
    with Catalogue.open(path) as catalogue:
        catalogue.save_show(a_show())
        for what, number, given in todo:
            do(catalogue, what, number, given)
    live = contents(path)

    assert from_scratch(path) == live


def test_bulk_saving_makes_the_same_index(catalogue):
    with catalogue.bulk():
        catalogue.add_episode(an_episode())
        catalogue.save_transcript("guid-338", a_transcript("A zeppelin.", "Another."))
    live = contents(catalogue.path)

    assert from_scratch(catalogue.path) == live
    assert live["search_speech"]


def test_saving_into_a_damaged_index_saves_and_drops_it(catalogue):
    """What a person saves is not lost for the sake of the index."""
    catalogue.add_episode(an_episode())
    catalogue.save_transcript("guid-338", a_transcript("A zeppelin."))
    with closing(sqlite3.connect(catalogue.path)) as connection, connection:
        connection.execute("UPDATE search_speech_data SET block = x'ffffffffffff'")

    with Catalogue.open(catalogue.path) as again:
        again.save_transcript("guid-338", a_transcript("A submarine."))
        text = again.find_transcript("guid-338").text

    assert text == "A submarine."


def test_a_page_of_the_index_that_cannot_be_read_costs_one_try(catalogue):
    """SQLite can then not even drop the table: the change is refused, the index made anew, the next try succeeds."""
    catalogue.add_episode(an_episode())
    catalogue.save_transcript("guid-338", a_transcript("A zeppelin."))
    with closing(sqlite3.connect(catalogue.path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'search_speech_data'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with catalogue.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))

    with Catalogue.open(catalogue.path) as again:
        with pytest.raises(StoreError, match="made anew"):
            again.save_transcript("guid-338", a_transcript("A submarine."))
        assert again.find_transcript("guid-338").text == "A zeppelin."
        again.save_transcript("guid-338", a_transcript("A submarine."))

    assert from_scratch(catalogue.path) == contents(catalogue.path)
    with Reader.open(catalogue.path) as reader:
        assert reader.search("submarine")
        assert not reader.examine()


def test_an_episode_without_a_word_leaves_the_index_sound(catalogue):
    catalogue.add_episode(
        an_episode(
            title="!!!", original_title="", summary="", credits=(), links=(), chapters=(), comments=(), related=()
        )
    )

    with Reader.open(catalogue.path) as reader:
        assert not reader.examine()
        assert not reader.search("zeppelin")


def test_removing_the_last_episode_empties_the_index(catalogue):
    catalogue.add_episode(an_episode())
    catalogue.save_transcript("guid-338", a_transcript("A zeppelin."))

    catalogue.remove_episode("guid-338", show="quick-take")

    assert not any(contents(catalogue.path).values())


@given(st.lists(st.integers(5, 200), max_size=30))
def test_passages_hold_all_words_and_the_first_of_the_next(lengths):
    texts = [" ".join(f"w{n}x{m}" for m in range(length)) for n, length in enumerate(lengths)]
    passages = list(cut((text, "", text) for text in texts))
    own = [passage.words[:-OVERLAP] for passage in passages[:-1]] + [passage.words for passage in passages[-1:]]

    assert [word for words in own for word in words] == [word for text in texts for word in text.split()]
    assert all(len(words) >= LENGTH for words in own[:-1])
    assert [p.words[-OVERLAP:] for p in passages[:-1]] == [p.words[:OVERLAP] for p in passages[1:]]


@pytest.mark.parametrize("text", ["東京タワー " * 100, "word " * 70_000])
def test_long_texts_are_indexed(catalogue, text):
    catalogue.add_episode(an_episode())
    catalogue.save_transcript("guid-338", a_transcript(text))
    live = contents(catalogue.path)

    assert from_scratch(catalogue.path) == live
