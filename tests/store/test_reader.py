"""The light reader sees what the catalogue wrote, and says clearly what it cannot read."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from episodes import open_catalogue
from episodes.core.errors import AmbiguousReference, NotFound, StoreError
from episodes.core.hits import EpisodeHits, Hit, Results
from episodes.core.media import Rendition, Source
from episodes.core.query import Filters
from episodes.store.catalogue import Catalogue
from episodes.store.reader import Reader
from store.samples import a_medium, a_review_place, a_rich_segment, a_show, a_transcript, an_episode, numbered


def test_reader_and_catalogue_tell_the_same(catalogue, path):
    catalogue.add_episode(an_episode())
    catalogue.add_episode(numbered(339, explicit=None, number=None, title="Ünïcode 🎧"))
    catalogue.save_transcript("guid-338", a_transcript(segments=(a_rich_segment(),), review=(a_review_place(),)))

    with Reader.open(path) as reader:
        assert reader.list_shows() == catalogue.list_shows() == [a_show()]
        assert reader.list_episodes() == catalogue.list_episodes()
        assert reader.list_episodes("quick-take", limit=1) == catalogue.list_episodes()[:1]
        assert reader.get_episode("guid-338") == an_episode()
        assert reader.find_transcript("guid-338") == catalogue.find_transcript("guid-338")
        assert reader.find_transcript("guid-339") is None


def test_an_outline_tells_the_same_in_the_same_order(catalogue, path):
    """Newest first, and of one date what came last."""
    at = an_episode().published_at
    for number in (5, 3, 4):
        catalogue.add_episode(numbered(number, published_at=at))
    catalogue.add_episode(numbered(6, published_at=at + timedelta(days=1)))
    catalogue.add_episode(numbered(7, published_at=at - timedelta(days=1)))

    with Reader.open(path) as reader:
        outline = [one.episode for one in reader.outline("quick-take")]

        assert outline == reader.list_episodes("quick-take")
        assert [one.number for one in outline] == [6, 4, 3, 5, 7]


def test_an_outline_tells_every_field(catalogue, path):
    """What is read at once and what is read when it is asked for; a file for listeners takes the kept one's place."""
    made = Rendition(media_key="a.published.mp3", mime_type="audio/mpeg", length=7, sha256="def", made_from="tags")
    media = (a_medium(), a_medium(source=Source(provider="web", key="x"), loudness=None, rendition=made))
    catalogue.add_episode(an_episode(media=media, notes="N", remarks=("Mended.",), license="CC", location="Oslo"))

    with Reader.open(path) as reader:
        (found,), (wanted,) = [one.episode for one in reader.outline("quick-take")], reader.list_episodes()
        (published,) = [one.episode.published for one in reader.outline("quick-take")]

        assert found == wanted
        assert wanted == found
        assert repr(found).replace("Stored", "") == repr(wanted)
        assert found.held == wanted.held
        assert published == wanted.published
        assert published.media[1].length == 7


def test_one_state_is_read_whatever_is_written(catalogue, path):
    """A build that takes minutes does not mix two states; who looks again goes on with the newer one."""
    episode = catalogue.add_episode(an_episode())

    with Reader.open(path) as reader, reader.one_state():
        (first,) = [one.episode for one in reader.outline("quick-take")]
        catalogue.save_episode(replace(episode, summary="Later."))
        (second,) = [one.episode for one in reader.outline("quick-take")]

        assert first.summary == second.summary == episode.summary

        reader.look_again()

        assert reader.outline("quick-take")[0].episode.summary == "Later."


def test_two_states_are_never_mixed_in_an_episode(catalogue, path):
    """Without one state for all, the rest of an episode that was changed meanwhile is refused."""
    episode = catalogue.add_episode(an_episode())

    with Reader.open(path) as reader:
        (found,) = [one.episode for one in reader.outline("quick-take")]
        catalogue.save_episode(replace(episode, summary="Later."))

        with pytest.raises(StoreError, match="was changed while it was read"):
            _ = found.summary


def test_a_transcript_says_whether_it_has_words(catalogue, path):
    """Without its segments being read."""
    for number, text in ((1, "Words."), (2, "  ")):
        catalogue.add_episode(numbered(number))
        said = (replace(a_rich_segment(), text=text, words=()),)
        catalogue.save_transcript(f"guid-{number}", a_transcript(segments=said))

    with Reader.open(path) as reader:
        heads = {one.episode.guid: one.transcript for one in reader.outline("quick-take")}

        assert {guid: head.has_words for guid, head in heads.items()} == {"guid-1": True, "guid-2": False}
        assert {head.segments for head in heads.values()} == {()}


def test_reader_sees_what_is_written_later(catalogue, path):
    with Reader.open(path) as reader:
        before = reader.list_episodes()
        catalogue.add_episode(an_episode())

        assert (before, reader.list_episodes()) == ([], [an_episode()])


def test_unknown_names_are_told(catalogue, path):
    with Reader.open(path) as reader:
        with pytest.raises(NotFound, match="no show named"):
            reader.list_episodes("quick-tkae")
        with pytest.raises(NotFound, match="GUID"):
            reader.get_episode("x")


def test_references_are_resolved(catalogue, path):
    for number in (1, 2, 3):
        catalogue.add_episode(numbered(number))

    with Reader.open(path) as reader:
        assert reader.resolve("quick-take/2").number == 2
        assert reader.resolve("last").number == 3
        assert reader.resolve("Talk 1").number == 1
        with pytest.raises(AmbiguousReference):
            reader.resolve("talk")


def test_a_missing_database_is_told(tmp_path: Path):
    with pytest.raises(NotFound) as caught:
        Reader.open(tmp_path / "episodes.db")

    assert "episodes add" in caught.value.hint


def test_an_empty_file_holds_no_catalogue(path):
    path.touch()

    with pytest.raises(NotFound):
        Reader.open(path)
    assert not Reader.is_current(path)


def test_a_text_file_is_told(path):
    path.write_text("no database " * 100)

    with pytest.raises(StoreError, match="is not a database"):
        Reader.open(path)


def test_the_form_is_looked_at(catalogue, path):
    current = Reader.is_current(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    assert current
    assert not Reader.is_current(path)
    with pytest.raises(StoreError, match="newer version"):
        Reader.open(path)


def test_a_folder_that_may_not_be_written_can_be_read(catalogue, path):
    catalogue.add_episode(an_episode())
    catalogue.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Reader.open(path) as reader:
            assert reader.list_episodes() == [an_episode()]
    finally:
        path.parent.chmod(0o755)


def test_reading_loads_no_database_library():
    """`search`, `list` and `transcript` start light."""
    heavy = "sqlmodel", "sqlalchemy", "alembic", "pydantic", "rapidfuzz", "numpy"
    code = f"import sys, episodes.store.reader; print([name for name in {heavy} if name in sys.modules])"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"


def test_a_catalogue_opened_elsewhere_is_current(path):
    Catalogue.open(path).close()

    assert Reader.is_current(path)


def test_a_catalogue_opens_from_python(catalogue, path, monkeypatch):
    """By the file, by its folder, and from a folder inside it."""
    catalogue.add_episode(an_episode())
    inside = path.parent / "feeds" / "quick-take"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)

    for given in (path, str(path.parent), "."):
        with open_catalogue(given) as opened:
            assert opened.search("syria").episodes[0].episode == an_episode()


def test_a_search_from_python_gives_typed_hits(catalogue, path):
    catalogue.add_episode(an_episode())

    with open_catalogue(path.parent) as opened:
        results = opened.search("syria", filters=Filters(numbers=(an_episode().number, an_episode().number)), limit=1)
        elsewhere = opened.search("syria", filters=Filters(numbers=(9998, 9999)))

    assert isinstance(results, Results)
    assert isinstance(results.episodes[0], EpisodeHits)
    assert isinstance(results.episodes[0].hits[0], Hit)
    assert not elsewhere
    with pytest.raises(StoreError, match="closed"):  # the block closed it
        opened.search("syria")


def test_a_folder_without_a_catalogue_is_told_in_python(tmp_path):
    with pytest.raises(NotFound) as caught:
        open_catalogue(tmp_path)

    assert str(tmp_path) in str(caught.value)
    assert caught.value.hint


def test_searching_from_python_loads_nothing_heavy(catalogue, path):
    catalogue.add_episode(an_episode())
    heavy = "sqlmodel", "sqlalchemy", "alembic", "pydantic", "faster_whisper", "ctranslate2", "av", "numpy"
    code = (
        "import sys; from episodes import open_catalogue\n"
        f"with open_catalogue({str(path)!r}) as catalogue: assert catalogue.search('syria')\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"


def test_importing_the_package_loads_nothing():
    code = "import sys, episodes; print([name for name in sys.modules if name.startswith('episodes.')])"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"
