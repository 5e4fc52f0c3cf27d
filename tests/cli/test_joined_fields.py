"""What only one of two places says of a talk stands in the episode, whichever place was first; and goes with it."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from cli.loopback import babble, quiet, write_media
from cli.test_two_sources import figures, page
from cli.two_places import DAILY, FIRST, TITLES, Site
from conftest import run_cli

WORDS = """In this episode we talk with our guest Ann Lee about rye, and what became of the mills that ground it.

The mills stood by the river for three hundred years, and the last of them closed in the spring.

According to the River Board, eleven are left.

More at https://mills.example/list

0:00 Start
0:20 Middle
0:40 End"""
#: What the item with the words has, and the other has not.
TOLD = {"number": 338, "guests": ["Ann Lee"], "chapters": ["Start", "Middle", "End"]}


def worded(site: Site, talk: str, title: str = "#338 The rye field", **more: Any) -> str:
    return site.item(talk, title, **more).replace("</item>", f"<description>{WORDS}</description></item>")


def record(site: Site, reference: str) -> dict[str, Any]:
    site.capsys.readouterr()
    assert run_cli(site.desk, "info", reference, "--json") == 0
    found: dict[str, Any] = json.loads(site.capsys.readouterr().out)
    return found


def told(site: Site, reference: str) -> dict[str, Any]:
    """What an episode has of `TOLD`."""
    found = record(site, reference)
    return {
        "number": found["number"],
        "guests": [one["name"] for one in found["credits"] if one["role"] == "guest"],
        "chapters": [one["title"] for one in found["chapters"]],
    }


def why(site: Site, reference: str) -> dict[str, str]:
    """The line that is printed of each field."""
    site.capsys.readouterr()
    assert run_cli(site.desk, "info", reference, "--why") == 0
    return {line.split()[0]: line for line in site.capsys.readouterr().out.splitlines() if line.strip()}


def fixed(site: Site, reference: str) -> tuple[str, ...]:
    return tuple(str(record(site, reference)[name]) for name in ("guid", "slug", "published_at", "title"))


@pytest.fixture
def talk(site: Site) -> Site:
    """A talk of a minute, whose film begins eight seconds later."""
    sound = babble(7, 60)
    write_media(site.folder / "7.mp3", sound)
    write_media(site.folder / "7.mp4", np.concatenate([quiet(8), sound]), video=True)
    return site


@pytest.mark.parametrize("first", ["audio", "video"])
@pytest.mark.parametrize("with_words", ["audio", "video"])
def test_an_episode_gets_what_the_second_source_says(talk: Site, first: str, with_words: str):
    """Number, guest, texts, links and chapters; GUID, date, title and address stay; a second run does nothing."""
    for name, file in (("audio", "7.mp3"), ("video", "7.mp4")):
        talk.feed(name, worded(talk, file) if name == with_words else talk.item(file, "The rye field"))
    talk.watch(first)
    talk.sync()
    before = fixed(talk, "talk/338" if first == with_words else "talk/the-rye-field")
    talk.watch("video" if first == "audio" else "audio")
    talk.sync()

    assert talk.episodes() == ["7.mp3 7.mp4"]
    assert fixed(talk, "talk/338") == before
    assert told(talk, "talk/338") == TOLD
    found = record(talk, "talk/338")
    assert "talk with our guest Ann Lee" in found["summary"]
    assert "closed in the spring" in found["notes"]
    assert {one["kind"] for one in found["links"]} == {"link", "citation"}
    starts = [one["start"] for one in found["chapters"]]
    assert starts == pytest.approx([0, 20, 40] if with_words == "audio" else [0, 12, 32], abs=0.2)
    talk.check_quiet()


def test_info_tells_where_a_field_came_from(talk: Site):
    talk.feed("video", talk.item("7.mp4", "The rye field"))
    talk.feed("audio", worded(talk, "7.mp3"))
    talk.watch("video")
    talk.sync()
    assert "told by" not in " ".join(why(talk, "talk/the-rye-field").values())
    talk.watch("audio")
    talk.sync()

    lines = why(talk, "talk/338")
    place = f"told by {talk.address}/7.mp3"
    for field in ("number", "guests", "summary", "notes", "links", "citations", "chapters"):
        assert place in " ".join(lines[field].split()), field
    assert "'#338'" in lines["number"]
    assert place not in lines["title"]


def test_parted_each_has_its_own_again(talk: Site):
    """What a person has set meanwhile stays; joined once more, all is filled once more."""
    talk.feed("video", talk.item("7.mp4", "The rye field"))
    talk.feed("audio", worded(talk, "7.mp3"))
    talk.watch("video")
    talk.watch("audio")
    before = {"number": None, "guests": [], "chapters": []}
    talk.sync()
    assert run_cli(talk.desk, "edit", "talk/338", "summary=Of rye.") == 0
    assert run_cli(talk.desk, "unmatch", "talk/338", f"{talk.address}/7.mp3") == 0

    film = record(talk, "talk/the-rye-field")
    assert told(talk, "talk/the-rye-field") == before
    assert (film["summary"], film["notes"], film["links"], film["image"]) == ("Of rye.", "", [], "")
    assert not any(one["source"] for one in film["origins"])
    assert told(talk, "talk/338") == TOLD
    assert "closed in the spring" in record(talk, "talk/338")["notes"]
    talk.check_quiet()

    assert run_cli(talk.desk, "match", "talk/the-rye-field", "talk/338") == 0
    assert told(talk, "talk/338") == TOLD
    assert record(talk, "talk/338")["summary"] == "Of rye."
    assert run_cli(talk.desk, "unmatch", "talk/338", f"{talk.address}/7.mp3") == 0
    assert told(talk, "talk/the-rye-field") == before
    assert told(talk, "talk/338") == TOLD


def test_what_a_person_set_or_confirmed_stays_when_it_is_parted(talk: Site):
    talk.feed("video", talk.item("7.mp4", "The rye field"))
    talk.feed("audio", worded(talk, "7.mp3"))
    talk.watch("video")
    talk.watch("audio")
    talk.sync()
    assert run_cli(talk.desk, "edit", "talk/338", "number=338", "guests=Ann Lee; Bo Ek") == 0
    assert run_cli(talk.desk, "unmatch", "talk/the-rye-field", f"{talk.address}/7.mp3") == 0

    assert told(talk, "talk/the-rye-field") == {"number": 338, "guests": ["Ann Lee", "Bo Ek"], "chapters": []}


def test_what_is_there_is_not_replaced(talk: Site):
    """Another summary, and a guest, are kept; so is a field that a person left empty."""
    own = "<description>Bo Ek talks with us: we meet him today in this episode at the old mill.</description></item>"
    talk.feed("video", talk.item("7.mp4", "The rye field").replace("</item>", own))
    talk.feed("audio", worded(talk, "7.mp3"))
    talk.watch("video")
    talk.sync()
    assert run_cli(talk.desk, "edit", "talk/the-rye-field", "number=", "guests=") == 0
    talk.watch("audio")
    talk.sync()

    assert talk.episodes() == ["7.mp3 7.mp4"]
    found = record(talk, "talk/the-rye-field")
    assert (found["number"], found["credits"]) == (None, [])
    assert found["summary"].startswith("Bo Ek talks")
    assert "closed in the spring" in found["notes"]


def test_a_number_of_another_episode_is_not_filled(talk: Site):
    """Two of one number would be worse than none."""
    talk.feed(
        "video", talk.item("7.mp4", "The rye field"), talk.item("5.mp4", "#338 Of lead and tin", FIRST + 9 * DAILY)
    )
    talk.watch("video")
    talk.sync()
    talk.feed("audio", worded(talk, "7.mp3"))
    talk.watch("audio")
    talk.sync()
    if talk.episodes() != ["5.mp4", "7.mp3 7.mp4"]:  # number and words disagree: a person decides
        assert run_cli(talk.desk, "match", "--yes-above", "0.6") == 0

    assert talk.episodes() == ["5.mp4", "7.mp3 7.mp4"]
    assert told(talk, "talk/the-rye-field") == {**TOLD, "number": None}


@pytest.mark.parametrize("answer", ["one", "all"])
def test_a_yes_fills_too(talk: Site, answer: str):
    """What was asked about brings its fields when it is joined; parted, it has them again."""
    talk.feed("audio", talk.item("7.mp3", "The rye field"))
    talk.feed("video", worded(talk, "8.mp4", "#338 Rye fields", at=FIRST, missing=True))
    talk.watch("audio")
    talk.watch("video")
    talk.sync()
    assert [title for title, _ in talk.asked()] == ["#338 Rye fields"]
    if answer == "one":
        assert run_cli(talk.desk, "match", "talk/the-rye-field", "#338 Rye fields") == 0
    else:
        assert run_cli(talk.desk, "match", "--yes-above", "0.6") == 0

    assert told(talk, "talk/338") == {**TOLD, "chapters": []}, "times of a film that cannot be heard are not known"
    talk.check_quiet()
    assert run_cli(talk.desk, "unmatch", "talk/338") == 0
    assert told(talk, "talk/the-rye-field") == {"number": None, "guests": [], "chapters": []}
    assert told(talk, "talk/338") == TOLD


def test_episodes_that_were_added_one_by_one_fill_each_other(talk: Site):
    """`add` finds that they are one; `unmatch` gives each what its page says."""
    (talk.folder / "audio.html").write_text(page("<audio src='7.mp3'></audio>", title="The rye field"))
    (talk.folder / "video.html").write_text(
        page("<video src='7.mp4'></video>" + paragraphs(), title="#338 The rye field")
    )
    assert run_cli(talk.desk, "add", f"{talk.address}/audio.html", "--show", "talk", "--no-transcribe") == 0
    before = fixed(talk, "talk/the-rye-field")

    assert run_cli(talk.desk, "add", f"{talk.address}/video.html", "--show", "talk", "--no-transcribe") == 0

    assert len(talk.episodes()) == 1
    assert fixed(talk, "talk/338") == before
    assert told(talk, "talk/338")["number"] == 338
    assert told(talk, "talk/338")["guests"] == ["Ann Lee"]
    assert run_cli(talk.desk, "unmatch", "talk/338") == 0
    assert told(talk, "talk/the-rye-field")["number"] is None
    assert told(talk, "talk/338")["number"] == 338


def paragraphs() -> str:
    return "".join(f"<p>{part}</p>" for part in WORDS.split("\n\n"))


def test_a_file_that_is_added_fills_the_episode_of_its_page(talk: Site):
    """The page gave the number, by which the film finds it; the film's own page tells of more."""
    (talk.folder / "about.html").write_text(
        page("<p>Episode 338 is about rye and what became of it.</p>", title="#338 The rye field")
    )
    film = "<video src='7.mp4'></video>" + paragraphs()
    (talk.folder / "film.html").write_text(page(film, title="#338 The rye field"))
    for name in ("about", "film"):
        assert run_cli(talk.desk, "add", f"{talk.address}/{name}.html", "--show", "talk", "--no-transcribe") == 0

    assert len(talk.episodes()) == 1
    assert told(talk, "talk/338") == TOLD
    assert "what became of it" in record(talk, "talk/338")["summary"]


def test_pages_fill_as_feeds_do(talk: Site):
    """The number stands in a caption alone, at the second place."""
    video = figures(talk.folder, "video", [("7.mp4", "The rye field")])
    audio = figures(talk.folder, "audio", [("7.mp3", "#338 The rye field")])
    assert run_cli(talk.desk, "source", "add", "talk", f"{talk.address}/{video}", "--as", "video") == 0
    talk.sync()
    assert run_cli(talk.desk, "source", "add", "talk", f"{talk.address}/{audio}") == 0
    talk.sync()

    assert talk.episodes() == ["7.mp3 7.mp4"]
    assert told(talk, "talk/338")["number"] == 338
    talk.check_quiet()


@pytest.mark.parametrize(("film", "joins"), [("#338 What grew there", True), ("#339 The rye field", False)])
def test_a_number_that_was_filled_counts_for_a_third_source(talk: Site, film: str, *, joins: bool):
    """The same number joins, whatever the title; another one vetoes."""
    (talk.folder / "17.mp3").hardlink_to(talk.folder / "7.mp3")
    talk.feed("audio", talk.item("7.mp3", "The rye field"))
    talk.feed("audio2", worded(talk, "17.mp3"))
    talk.feed("video", talk.item("9.mp4", film, lasts=60, missing=True))
    for name in ("audio", "audio2", "video"):
        talk.watch(name)
    talk.sync()

    assert talk.episodes() == (["17.mp3 7.mp3 9.mp4"] if joins else ["17.mp3 7.mp3", "9.mp4"])
    talk.check_quiet()


def test_a_source_that_counts_otherwise_gives_no_number(site: Site):
    """An episode without one does not get the wrong one."""
    audio = [site.item(f"{n}.mp3", f"Episode {n}: {TITLES[n - 3]}", FIRST + n * 7 * DAILY) for n in (3, 4, 5, 6)]
    film = [
        site.item(f"{n}.mp4", f"Episode {n + 1}: {TITLES[n - 3]}", FIRST + n * 7 * DAILY, lasts=12)
        for n in (3, 4, 5, 6, 7)
    ]
    site.feed("audio", *audio, site.item("7.mp3", TITLES[4], FIRST + 49 * DAILY))
    site.feed("video", *film)
    site.watch("audio")
    site.watch("video")
    site.sync()

    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in range(3, 8)]
    assert record(site, f"talk/{TITLES[4].lower()}")["number"] is None


def test_what_a_source_says_later_changes_nothing(talk: Site):
    """As with the words that an episode came with."""
    talk.feed("video", talk.item("7.mp4", "The rye field"))
    talk.feed("audio", worded(talk, "7.mp3"))
    talk.watch("video")
    talk.watch("audio")
    talk.sync()
    talk.feed("audio", worded(talk, "7.mp3").replace("#338", "#339").replace("Ann Lee", "Bo Ek"))
    talk.check_quiet()

    assert told(talk, "talk/338") == TOLD


def test_a_guessed_date_gives_way_to_a_sure_one(talk: Site):
    """Nothing was published under a guess; the sure date stays when the two are parted."""
    talk.feed("video", talk.item("7.mp4", "The rye field", None))
    talk.feed("audio", worded(talk, "7.mp3"))
    talk.watch("video")
    talk.sync()
    assert record(talk, "talk/the-rye-field")["date_is_sure"] is False
    talk.watch("audio")
    talk.sync()

    found = record(talk, "talk/338")
    assert (found["date_is_sure"], found["published_at"]) == (True, FIRST.isoformat())
