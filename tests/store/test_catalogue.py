"""Shows and episodes come back as they were saved, and what is fixed stays."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest

from episodes.core.errors import AlreadyThere, AmbiguousReference, NotFound, StoreError
from episodes.core.media import Source
from episodes.store.catalogue import Catalogue
from episodes.store.reader import Reader
from store.samples import DAY, a_medium, a_show, a_transcript, an_episode, numbered


def test_a_show_comes_back_as_it_was_saved(catalogue):
    assert catalogue.get_show("quick-take") == a_show()
    assert catalogue.list_shows() == [a_show()]


def test_saving_a_show_again_replaces_its_settings(catalogue):
    catalogue.save_show(a_show(title="Other", hosts=()))

    assert catalogue.list_shows() == [a_show(title="Other", hosts=())]


def test_an_unknown_show_is_answered_with_the_nearest(catalogue):
    with pytest.raises(NotFound) as caught:
        catalogue.get_show("quick-tkae")

    assert "quick-take" in caught.value.hint
    assert catalogue.find_show("quick-tkae") is None


def test_an_episode_comes_back_as_it_was_saved(catalogue):
    added = catalogue.add_episode(an_episode())

    assert added == an_episode()
    assert catalogue.get_episode("guid-338") == an_episode()


def test_saving_keeps_guid_and_date(catalogue):
    """Listeners' apps know an episode by its GUID and sort it by its date."""
    catalogue.add_episode(an_episode())

    saved = catalogue.save_episode(an_episode(title="New", published_at=DAY + timedelta(days=1), date_is_sure=False))

    assert saved == an_episode(title="New")
    assert catalogue.get_episode("guid-338") == an_episode(title="New")


def test_a_guessed_date_takes_the_better_one(catalogue):
    catalogue.add_episode(an_episode(date_is_sure=False))

    catalogue.save_episode(an_episode(published_at=DAY + timedelta(days=1)))
    catalogue.save_episode(an_episode(published_at=DAY + timedelta(days=2)))

    assert catalogue.get_episode("guid-338").published_at == DAY + timedelta(days=1)


def test_a_person_may_set_the_date(catalogue):
    catalogue.add_episode(an_episode())

    dated = catalogue.set_date("guid-338", DAY + timedelta(days=9))

    assert (dated.published_at, dated.date_is_sure) == (DAY + timedelta(days=9), True)


@pytest.mark.parametrize("changes", [{"slug": "other"}, {"guid": "other"}])
def test_guid_and_slug_are_taken_once_in_a_show(catalogue, changes):
    catalogue.add_episode(an_episode(media=()))

    with pytest.raises(AlreadyThere) as caught:
        catalogue.add_episode(an_episode(media=(), **changes))

    assert caught.value.guid == "guid-338"


def test_a_source_belongs_to_one_episode(catalogue):
    catalogue.add_episode(an_episode())

    with pytest.raises(AlreadyThere) as caught:
        catalogue.add_episode(an_episode(guid="other", slug="other"))

    assert caught.value.guid == "guid-338"
    assert [episode.guid for episode in catalogue.list_episodes()] == ["guid-338"]


def test_one_source_may_give_audio_and_video(catalogue):
    """A YouTube video is published in the audio feed and in the video feed."""
    catalogue.add_episode(an_episode())

    episode = catalogue.add_medium("guid-338", a_medium(kind="video", media_key="quick-take/338.mp4"))

    assert [medium.kind for medium in episode.media] == ["audio", "video"]
    assert catalogue.find_episode(Source(provider="file", key="abc")) == episode


def test_adding_the_same_medium_again_replaces_it(catalogue):
    catalogue.add_episode(an_episode())

    episode = catalogue.add_medium("guid-338", a_medium(length=99))

    assert [medium.length for medium in episode.media] == [99]


def test_an_unknown_source_finds_nothing(catalogue):
    assert catalogue.find_episode(Source(provider="file", key="zzz")) is None


def test_episodes_are_listed_newest_first(catalogue):
    for number in (2, 3, 1):
        catalogue.add_episode(numbered(number))

    assert [episode.number for episode in catalogue.list_episodes("quick-take")] == [3, 2, 1]


def test_two_shows_may_use_the_same_guid(catalogue):
    """Imported feeds keep their GUIDs to the letter, and some count 1, 2, 3."""
    catalogue.save_show(a_show(slug="other"))
    catalogue.add_episode(numbered(1, guid="1"))
    catalogue.add_episode(numbered(2, guid="1", show="other"))

    with pytest.raises(AmbiguousReference) as caught:
        catalogue.get_episode("1")

    assert set(caught.value.candidates) == {"quick-take/1-talk", "other/2-talk"}
    assert catalogue.get_episode("1", show="other").number == 2


def test_an_episode_moves_to_another_show(catalogue):
    catalogue.save_show(a_show(slug="other"))
    catalogue.add_episode(an_episode())

    catalogue.save_episode(an_episode(show="other"))

    assert [episode.show for episode in catalogue.list_episodes()] == ["other"]


def test_removing_an_episode_removes_all_of_it(catalogue):
    catalogue.add_episode(an_episode())
    catalogue.save_transcript("guid-338", a_transcript())

    catalogue.remove_episode("guid-338")
    catalogue.add_episode(an_episode())

    assert catalogue.find_transcript("guid-338") is None
    with pytest.raises(NotFound):
        catalogue.remove_episode("guid-339")


def test_an_episode_of_an_unknown_show_is_refused(catalogue):
    with pytest.raises(NotFound):
        catalogue.add_episode(an_episode(show="nobody"))


def test_revisions_change_with_what_output_depends_on(catalogue):
    catalogue.add_episode(an_episode())
    first = catalogue.revisions("quick-take")
    catalogue.save_episode(an_episode())
    same = catalogue.revisions("quick-take")
    catalogue.save_episode(an_episode(title="New"))
    titled = catalogue.revisions("quick-take")
    catalogue.save_transcript("guid-338", a_transcript())
    transcribed = catalogue.revisions("quick-take")
    catalogue.add_medium("guid-338", a_medium(length=1))
    grown = catalogue.revisions("quick-take")

    assert first == same
    assert len({revision["guid-338"] for revision in (first, titled, transcribed, grown)}) == 4


def test_text_that_utf8_cannot_hold_is_kept_as_far_as_possible(catalogue):
    """File names bring lone surrogates."""
    catalogue.add_episode(an_episode(title="A\udcffB"))

    assert catalogue.get_episode("guid-338").title == "A?B"


def test_a_missing_folder_is_told(tmp_path: Path):
    with pytest.raises(StoreError) as caught:
        Catalogue.open(tmp_path / "nowhere" / "episodes.db")

    assert caught.value.hint


def test_a_file_that_is_no_database_is_told(path: Path):
    path.write_text("This is a text that somebody saved under the name of the database. " * 20)

    with pytest.raises(StoreError, match="is not a database"):
        Catalogue.open(path)


def test_a_locked_database_is_told(catalogue, monkeypatch):
    """Another program that holds the lock for good."""
    import sqlite3

    from episodes.store import engine

    monkeypatch.setattr(engine, "PATIENCE", 0.05)
    other = sqlite3.connect(catalogue.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Catalogue.open(catalogue.path) as second, pytest.raises(StoreError, match="in use"):
            second.save_show(a_show(title="Other"))
    finally:
        other.close()


def test_reading_does_not_wait_for_a_writer(catalogue):
    import sqlite3

    other = sqlite3.connect(catalogue.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert catalogue.list_shows() == [a_show()]
    finally:
        other.close()


def test_a_full_disk_is_told(catalogue):
    """SQLite's own page limit answers as a full disk does."""
    from sqlalchemy import event

    catalogue.add_episode(an_episode())
    event.listen(catalogue._engine, "begin", lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1"))

    with pytest.raises(StoreError, match="disk is full"):
        catalogue.save_transcript("guid-338", a_transcript(*["word " * 200] * 500))

    assert catalogue.find_transcript("guid-338") is None


def test_changing_an_episode_that_is_not_there_is_told(catalogue):
    with pytest.raises(NotFound):
        catalogue.save_episode(dataclasses.replace(an_episode(), guid="none"))


def test_a_block_is_kept_whole_or_not_at_all(catalogue, path):
    """Two episodes that are made one: a failure halfway leaves both, and the search finds both."""
    catalogue.add_episode(an_episode())
    other = catalogue.add_episode(numbered(2, media=(a_medium(source=Source(provider="file", key="two")),)))

    def make_one(*, fail: bool) -> None:
        with catalogue.together():
            catalogue.remove_episode(other.guid)
            for medium in other.media:
                catalogue.add_medium("guid-338", medium)
            if fail:
                catalogue.add_episode(an_episode())

    with pytest.raises(AlreadyThere):
        make_one(fail=True)
    assert {one.guid for one in catalogue.list_episodes()} == {"guid-338", other.guid}
    assert catalogue.get_episode("guid-338") == an_episode()
    assert found_titles(path, other.title) == [other.title]

    make_one(fail=False)
    assert [one.guid for one in catalogue.list_episodes()] == ["guid-338"]
    assert len(catalogue.get_episode("guid-338").media) == 2
    assert found_titles(path, other.title) == []


def test_what_is_refused_inside_a_block_leaves_nothing(catalogue, path):
    """Whoever goes on after a refusal keeps the rest of the block, and nothing of what was refused."""
    catalogue.add_episode(an_episode())
    other = catalogue.add_episode(numbered(2))

    with catalogue.together():
        with pytest.raises(AlreadyThere):
            catalogue.save_episode(an_episode(title="Changed", media=other.media))
        catalogue.save_episode(numbered(2, title="Kept"))

    assert catalogue.get_episode("guid-338") == an_episode()
    assert catalogue.get_episode(other.guid).title == "Kept"
    assert found_titles(path, "Kept") == ["Kept"]
    assert found_titles(path, "the day after") == ["Syria, the day after"]


def found_titles(path: Path, words: str) -> list[str]:
    with Reader.open(path) as reader:
        return [found.episode.title for found in reader.search(f'"{words}"').episodes]


@pytest.mark.parametrize(
    ("own", "number", "season", "expected"),
    [
        (2, 5, 1, False),  # it would be the second season's fifth, which is there
        (3, 5, 2, True),
        (None, 5, 2, False),
        (None, 5, 4, True),
        (None, 5, None, False),
        (2, 6, None, True),
        (2, None, None, True),
    ],
)
def test_a_number_is_free_in_the_episodes_own_season(catalogue, own, number, season, expected):
    """Only where it tells of none, that of whoever brings the number counts."""
    catalogue.save_show(a_show())
    catalogue.add_episode(an_episode(guid="there", slug="there", media=(), number=5, season=2))
    one = catalogue.add_episode(an_episode(guid="one", slug="one", media=(), number=None, season=own))

    assert catalogue.is_number_free(one, number, season) is expected
