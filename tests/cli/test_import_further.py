"""A further feed of a show: its items have the GUIDs of episodes that are there, and say what these lack."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli.test_joined_fields import TOLD, fixed, record, talk, told, why, worded
from cli.two_places import DAILY, FIRST, TITLES, Site
from conftest import run_cli

__all__ = ["talk"]


def bring(site: Site, name: str, *more: str, by: str = "address") -> str:
    """Import a feed, from the web or as a file (which has no name but the show's title), and give what was told."""
    place = f"{site.address}/{name}.xml"
    if by == "file":
        file = site.folder / f"{name}.xml"
        file.write_text(re.sub(r"url='(?=\d)", f"url='{site.address}/", file.read_text()))
        place = str(file)
    site.capsys.readouterr()
    assert run_cli(site.desk, "import", place, *more) == 0
    return site.capsys.readouterr().err


def files(site: Site, reference: str) -> list[tuple[str, str, bool]]:
    media = record(site, reference)["media"]
    return [(one["kind"], Path(one["source"]["url"]).name, bool(one["media_key"])) for one in media]


def both(talk: Site, *, with_words: str) -> None:
    for name, file in (("audio", "7.mp3"), ("video", "7.mp4")):
        words = worded(talk, file, guid="t7") if name == with_words else talk.item(file, "The rye field", guid="t7")
        talk.feed(name, words)


@pytest.mark.parametrize("by", ["address", "file"])
@pytest.mark.parametrize(("first", "second"), [("audio", "video"), ("video", "audio")])
def test_a_further_feed_fills_what_the_first_one_does_not_say(talk: Site, by: str, first: str, second: str):
    """GUID, date, title and address stay; `info --why` tells who said it; a second import changes nothing."""
    both(talk, with_words=second)
    bring(talk, first, by=by)
    before = fixed(talk, "talk/the-rye-field")
    assert "1 episode completed" in bring(talk, second, by=by)

    assert fixed(talk, "talk/338") == before
    assert told(talk, "talk/338") == {**TOLD, "chapters": []}, "nobody has heard yet how their times lie"
    found = record(talk, "talk/338")
    assert "talk with our guest Ann Lee" in found["summary"]
    assert "closed in the spring" in found["notes"]
    assert {one["kind"] for one in found["links"]} == {"link", "citation"}
    names = {"audio": ("audio", "7.mp3", False), "video": ("video", "7.mp4", False)}
    assert files(talk, "talk/338") == [names[first], names[second]]
    lines = why(talk, "talk/338")
    for field in ("number", "guests", "summary", "notes", "links", "citations"):
        assert f"told by {talk.address}/{names[second][1]}" in " ".join(lines[field].split()), field
    dump = talk.dump()
    for name in (first, second, first):
        assert "nothing new" in bring(talk, name, by=by)
    assert talk.dump() == dump


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("with_words", ["audio", "video"])
def test_chapters_come_when_the_media_are_heard(talk: Site, with_words: str, *, at_once: bool):
    both(talk, with_words=with_words)
    bring(talk, "audio", *(["--media"] if at_once else []))
    bring(talk, "video", *(["--media"] if at_once else []))
    if not at_once:
        bring(talk, "video", "--media")

    assert told(talk, "talk/338") == TOLD
    starts = [one["start"] for one in record(talk, "talk/338")["chapters"]]
    assert starts == pytest.approx([0, 20, 40] if with_words == "audio" else [0, 12, 32], abs=0.2)
    assert record(talk, "talk/338")["media"][1]["offset"] == pytest.approx(8, abs=0.2)
    dump = talk.dump()
    bring(talk, "audio", "--media")
    bring(talk, "video", "--media")
    assert talk.dump() == dump


@pytest.mark.parametrize("by", ["sync", "match"])
def test_what_import_could_not_hear_is_heard_later(talk: Site, by: str):
    """The film is only linked, beside audio that is held."""
    both(talk, with_words="video")
    bring(talk, "audio", "--media")
    bring(talk, "video")
    assert told(talk, "talk/338")["chapters"] == []
    talk.watch("audio")
    assert run_cli(talk.desk, by) == 0

    starts = [one["start"] for one in record(talk, "talk/338")["chapters"]]
    assert starts == pytest.approx([0, 12, 32], abs=0.2)
    talk.check_quiet()


@pytest.mark.parametrize("by", ["address", "file"])
def test_another_hosts_copy_fills_too_and_is_linked(talk: Site, by: str):
    """Listeners get one of the two; the one whose feed is asked for is fetched."""
    with (talk.desk / "episodes.toml").open("a") as settings:
        settings.write('\n[download]\nallow_hosts = ["127.0.0.1"]\n')
    (talk.folder / "17.mp3").hardlink_to(talk.folder / "7.mp3")
    talk.feed("audio", talk.item("7.mp3", "The rye field", guid="t7"))
    talk.feed("copy", worded(talk, "17.mp3", guid="t7"))
    bring(talk, "audio", by=by)
    bring(talk, "copy", by=by)
    assert told(talk, "talk/338") == {**TOLD, "chapters": []}
    assert files(talk, "talk/338") == [("audio", "7.mp3", False), ("audio", "17.mp3", False)]
    bring(talk, "copy", "--media", by=by)
    assert files(talk, "talk/338") == [("audio", "7.mp3", False), ("audio", "17.mp3", True)]
    assert told(talk, "talk/338") == TOLD
    dump = talk.dump()
    bring(talk, "audio", "--media", by=by)
    assert talk.dump() == dump


def test_the_same_files_in_another_feed_are_no_further_media(talk: Site):
    """As where one feed is made for another directory: persons stand in elements, the address counts listeners."""
    people = "<p:person xmlns:p='https://podcastindex.org/namespace/1.0' role='guest'>Ann Lee</p:person>"
    picture = "<i:image xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd' href='https://a.example/rye.jpg'/>"
    talk.feed("audio", talk.item("7.mp3", "The rye field", guid="t7"))
    more = talk.item("7.mp3", "The rye field", guid="t7").replace("</item>", f"{people}{picture}</item>")
    counted = f"https://count.example/x/{talk.address.removeprefix('http://')}/7.mp3"
    talk.feed("other", more.replace("url='7.mp3'", f"url='{counted}'"))
    bring(talk, "audio")
    bring(talk, "other")

    assert files(talk, "talk/the-rye-field") == [("audio", "7.mp3", False)]
    assert told(talk, "talk/the-rye-field")["guests"] == ["Ann Lee"]
    assert record(talk, "talk/the-rye-field")["image"] == "https://a.example/rye.jpg"
    dump = talk.dump()
    assert "nothing new" in bring(talk, "other")
    assert talk.dump() == dump


def test_the_picture_of_a_whole_further_feed_is_not_an_episodes(talk: Site):
    picture = "<i:image xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd' href='https://a.example/films.jpg'/>"
    talk.feed("audio", talk.item("7.mp3", "The rye field", guid="t7"))
    talk.feed("video", talk.item("7.mp4", "The rye field", guid="t7").replace("</item>", f"{picture}</item>"), picture)
    bring(talk, "audio")
    bring(talk, "video")

    assert record(talk, "talk/the-rye-field")["image"] == ""


def test_what_is_there_or_was_set_by_a_person_stays(talk: Site):
    both(talk, with_words="video")
    bring(talk, "audio")
    assert run_cli(talk.desk, "edit", "talk/the-rye-field", "number=", "guests=Bo Ek", "summary=Of rye.") == 0
    bring(talk, "video")

    found = record(talk, "talk/the-rye-field")
    assert told(talk, "talk/the-rye-field") == {"number": None, "guests": ["Bo Ek"], "chapters": []}
    assert found["summary"] == "Of rye."
    assert "closed in the spring" in found["notes"]


def test_parted_they_stay_two_when_the_feed_comes_again(talk: Site):
    both(talk, with_words="video")
    bring(talk, "audio")
    bring(talk, "video")
    assert run_cli(talk.desk, "unmatch", "talk/338", f"{talk.address}/7.mp4") == 0
    assert told(talk, "talk/the-rye-field") == {"number": None, "guests": [], "chapters": []}
    assert told(talk, "talk/338") == TOLD
    dump = talk.dump()
    assert "nothing new" in bring(talk, "video")
    assert talk.dump() == dump


def test_a_further_feed_that_counts_otherwise_gives_no_number(site: Site):
    titles = list(zip(range(3, 8), TITLES, strict=False))
    items = [site.item(f"{n}.mp3", f"Episode {n}: {t}", FIRST + n * 7 * DAILY, guid=f"t{n}") for n, t in titles[:-1]]
    site.feed("audio", *items, site.item("7.mp3", TITLES[4], FIRST + 49 * DAILY, guid="t7"))
    site.feed(
        "video",
        *(site.item(f"{n}.mp4", f"Episode {n + 1}: {t}", FIRST + n * 7 * DAILY, guid=f"t{n}") for n, t in titles),
    )
    bring(site, "audio")
    bring(site, "video")

    assert site.episodes() == [f"{n}.mp3 {n}.mp4" for n in range(3, 8)]
    assert record(site, f"talk/{TITLES[4].lower()}")["number"] is None


def test_a_media_of_an_earlier_import_brings_its_words_at_the_next(talk: Site):
    """Earlier versions joined the medium alone."""
    both(talk, with_words="video")
    bring(talk, "audio")
    bare = talk.item("7.mp4", "The rye field", guid="t7")
    words = (talk.folder / "video.xml").read_text()
    talk.feed("video", bare)
    bring(talk, "video")
    (talk.folder / "video.xml").write_text(words)
    with closing(sqlite3.connect(talk.desk / "episodes.db")) as connection, connection:
        connection.execute("DELETE FROM remote")
    bring(talk, "video")

    assert told(talk, "talk/338") == {**TOLD, "chapters": []}
    assert files(talk, "talk/338") == [("audio", "7.mp3", False), ("video", "7.mp4", False)]


@pytest.mark.parametrize("identity", ["address", "file"])
def test_a_feed_whose_files_move_links_each_of_them_once(talk: Site, identity: str):
    """Some hosts write another address at each look: the link follows, and no medium is added."""
    own = f"<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='self' href='{talk.address}/audio.xml'/>"
    head = {"address": "", "file": own}[identity]
    for place in ("7", "17", "27", "37"):
        talk.feed("audio", talk.item(f"{place}.mp3", "The rye field", guid="t7", missing=True), head)
        bring(talk, "audio", by="file" if identity == "file" else "address")
        assert files(talk, "talk/the-rye-field") == [("audio", f"{place}.mp3", False)]
    dump = talk.dump()
    bring(talk, "audio", by="file" if identity == "file" else "address")
    assert talk.dump() == dump


def test_a_file_that_is_held_stays_when_its_feed_moves(talk: Site):
    talk.feed("audio", talk.item("7.mp3", "The rye field", guid="t7"))
    bring(talk, "audio", "--media")
    dump = talk.dump()
    talk.feed("audio", talk.item("17.mp3", "The rye field", guid="t7", missing=True))
    assert "nothing new" in bring(talk, "audio", "--media")

    assert talk.dump() == dump


def test_a_further_feed_of_one_identity_whose_files_move_adds_none_again(talk: Site):
    for place in ("7.mp3", "17.mp3", "27.mp3", "37.mp3"):
        name = "audio" if place == "7.mp3" else "copy"
        talk.feed(name, talk.item(place, "The rye field", guid="t7", missing=True))
        bring(talk, name, by="file")
    assert files(talk, "talk/the-rye-field") == [("audio", "7.mp3", False), ("audio", "37.mp3", False)]


def test_another_talk_of_the_same_guid_is_not_joined(talk: Site):
    """Feeds that call their items 1, 2, 3 say nothing of each other's."""
    talk.feed("audio", talk.item("7.mp3", "The rye field", guid="1"))
    talk.feed("video", worded(talk, "7.mp4", "#12 Of kings and queens", guid="1", at=FIRST + 400 * DAILY))
    bring(talk, "audio")
    dump = talk.dump()
    bring(talk, "video")
    assert talk.dump() == dump


def test_no_chapters_are_fetched_for_another_talk_of_the_same_guid(talk: Site):
    """Nor with `--media`: they are of what is said there."""
    (talk.folder / "kings.json").write_text('{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Kings"}]}')
    talk.feed("audio", talk.item("7.mp3", "The rye field", guid="1"))
    kings = talk.item("7.mp4", "#12 Of kings and queens", guid="1", at=FIRST + 400 * DAILY)
    space = "xmlns:podcast='https://podcastindex.org/namespace/1.0'"
    chapters = f"<podcast:chapters {space} url='{talk.address}/kings.json' type='application/json+chapters'/></item>"
    talk.feed("video", kings.replace("</item>", chapters))
    bring(talk, "audio", "--media")
    bring(talk, "video", "--media")
    assert record(talk, "talk/the-rye-field")["chapters"] == []


def test_soundbites_licence_and_place_come_with_a_further_feed(talk: Site):
    """A soundbite's time is that of the film; it moves as far as the film begins later than the sound."""
    talk.feed("audio", talk.item("7.mp3", "The rye field", guid="t7"))
    more = (
        "<p:soundbite startTime='20' duration='15'>Rye</p:soundbite><p:license url='https://e.example/l'>my-own</p:license>"
        "<p:location geo='geo:46.9,7.4'>Bern</p:location></item>"
    )
    namespace = " xmlns:p='https://podcastindex.org/namespace/1.0'"
    film = (
        talk.item("7.mp4", "The rye field", guid="t7").replace("</item>", more).replace("<item>", f"<item{namespace}>")
    )
    talk.feed("video", film)
    bring(talk, "audio", "--media")
    bring(talk, "video", "--media")

    found = record(talk, "talk/the-rye-field")
    assert [(one["title"], one["duration"]) for one in found["soundbites"]] == [("Rye", 15)]
    assert found["soundbites"][0]["start"] == pytest.approx(12, abs=0.2)
    assert (found["license"], found["license_url"]) == ("my-own", "https://e.example/l")
    assert found["location"].startswith("Bern|geo:46.9,7.4")
    dump = talk.dump()
    assert "nothing new" in bring(talk, "video", "--media")
    assert talk.dump() == dump
