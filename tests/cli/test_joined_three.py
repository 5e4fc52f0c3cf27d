"""Three sources of one talk, in any order: each gives what it says, and its word takes the place of one that goes."""

from __future__ import annotations

from itertools import permutations

import pytest

from cli.test_join_settled import rows
from cli.test_joined_fields import TOLD, record, talk, told, why, worded
from cli.two_places import Site
from conftest import run_cli
from episodes.core.credit import Credit
from episodes.core.light import replace
from episodes.store.catalogue import Catalogue

__all__ = ["talk"]
NAMES = {"audio": "7.mp3", "copy": "17.mp3", "video": "7.mp4"}
EMPTY = {"number": None, "guests": [], "chapters": []}


def feeds(talk: Site, *with_words: str) -> None:
    """Write the three; those `with_words` say all, the others a title alone."""
    if not (talk.folder / "17.mp3").exists():
        (talk.folder / "17.mp3").hardlink_to(talk.folder / "7.mp3")
    for name, file in NAMES.items():
        talk.feed(name, worded(talk, file) if name in with_words else talk.item(file, "The rye field"))


def taken(talk: Site, *names: str) -> None:
    """Watch one after the other."""
    for name in names:
        talk.watch(name)
        talk.sync()
    assert talk.episodes() == [" ".join(sorted(NAMES[name] for name in names))]


def part(talk: Site, reference: str, name: str) -> None:
    assert run_cli(talk.desk, "unmatch", reference, f"{talk.address}/{NAMES[name]}") == 0


@pytest.mark.parametrize("order", list(permutations(NAMES)), ids="-".join)
def test_what_stays_takes_the_place_of_what_goes(talk: Site, order: tuple[str, str, str]):
    """The second and the third say the same: parted from the second, all is told by the third; then nothing is."""
    first, second, third = order
    feeds(talk, second, third)
    taken(talk, *order)
    assert f"/{NAMES[second]}" in " ".join(why(talk, "talk/338")["number"].split())
    part(talk, "talk/the-rye-field", second)

    assert told(talk, "talk/the-rye-field") == TOLD
    starts = [one["start"] for one in record(talk, "talk/the-rye-field")["chapters"]]
    moved = [0, 12, 32] if third == "video" else [8, 28, 48] if first == "video" else [0, 20, 40]
    assert starts == pytest.approx(moved, abs=0.2)
    lines = why(talk, "talk/the-rye-field")
    for field in ("number", "guests", "summary", "notes", "links", "citations", "chapters"):
        assert f"/{NAMES[third]}" in " ".join(lines[field].split()), field
    talk.check_quiet()
    part(talk, "talk/the-rye-field", third)
    assert told(talk, "talk/the-rye-field") == EMPTY
    assert len(talk.episodes()) == 3
    talk.check_quiet()


def test_the_one_that_stays_is_not_taken_with_the_third(talk: Site):
    feeds(talk, "copy", "video")
    taken(talk, "audio", "copy", "video")
    part(talk, "talk/338", "video")

    assert told(talk, "talk/the-rye-field") == TOLD
    assert "/17.mp3" in " ".join(why(talk, "talk/the-rye-field")["guests"].split())


def test_an_episode_that_was_joined_as_a_whole_is_whole_again(talk: Site):
    """It had two sources, and fields that one of them had told; nothing of that is lost or doubled."""
    feeds(talk, "video")
    taken(talk, "copy", "video")
    talk.feed("audio", talk.item("5.mp3", "Of lead and tin"))
    talk.watch("audio")
    talk.sync()
    before = [record(talk, one)["media"] for one in ("talk/338", "talk/of-lead-and-tin")]
    assert run_cli(talk.desk, "match", "talk/of-lead-and-tin", "talk/338") == 0
    assert talk.episodes() == ["17.mp3 5.mp3 7.mp4"]
    assert told(talk, "talk/of-lead-and-tin")["guests"] == ["Ann Lee"]

    part(talk, "talk/of-lead-and-tin", "video")
    assert talk.episodes() == ["17.mp3 7.mp4", "5.mp3"]
    assert told(talk, "talk/338") == TOLD
    assert told(talk, "talk/of-lead-and-tin") == EMPTY
    assert [record(talk, one)["media"] for one in ("talk/338", "talk/of-lead-and-tin")] == before
    talk.check_quiet()
    part(talk, "talk/338", "video")
    assert told(talk, "talk/the-rye-field") == EMPTY
    assert talk.episodes() == ["17.mp3", "5.mp3", "7.mp4"]


def test_a_guest_who_was_added_since_stays(talk: Site):
    """By a program, which locks nothing."""
    feeds(talk, "video")
    taken(talk, "audio", "video")
    with Catalogue.open(talk.desk / "episodes.db") as catalogue:
        (episode,) = catalogue.list_episodes("talk")
        people = (*episode.credits, Credit(name="Bo Ek", role="guest"))
        catalogue.save_episode(replace(episode, credits=people))
    part(talk, "talk/338", "video")

    assert told(talk, "talk/the-rye-field") == {**EMPTY, "guests": ["Bo Ek"]}
    assert told(talk, "talk/338") == TOLD


def test_parted_and_joined_again_and_again_it_is_the_same(talk: Site):
    feeds(talk, "video")
    taken(talk, "audio", "copy", "video")
    before = record(talk, "talk/338")
    for _ in range(2):
        part(talk, "talk/the-rye-field", "video")
        assert told(talk, "talk/the-rye-field") == EMPTY
        assert run_cli(talk.desk, "match", "talk/the-rye-field", "talk/338") == 0
        assert record(talk, "talk/338") == before
    assert len(rows(talk)) == 1


def test_what_a_person_set_stays_whoever_comes_and_goes(talk: Site):
    feeds(talk, "copy", "video")
    taken(talk, "audio", "copy")
    assert run_cli(talk.desk, "edit", "talk/338", "number=12", "guests=") == 0
    talk.watch("video")
    talk.sync()
    if len(talk.episodes()) == 2:  # the number that a person set speaks against it
        assert run_cli(talk.desk, "match", "talk/12", "talk/338") == 0
    part(talk, "talk/12", "copy")
    part(talk, "talk/12", "video")

    assert told(talk, "talk/12") == {"number": 12, "guests": [], "chapters": []}
