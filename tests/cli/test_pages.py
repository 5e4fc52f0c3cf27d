"""Episode pages, saved or on the web, through `episodes add` and `episodes import`."""

from __future__ import annotations

import json
import plistlib
import shutil
from pathlib import Path
from typing import Any

import pytest

from cli.loopback import babble, served, write_media
from conftest import run_cli

PAGES = Path(__file__).resolve().parents[1] / "golden" / "pages"
VERBS = (["add", "--no-transcribe"], ["import"])


def info(folder: Path, capsys: pytest.CaptureFixture[str], reference: str) -> Any:
    capsys.readouterr()
    assert run_cli(folder, "info", reference, "--json") == 0
    return json.loads(capsys.readouterr().out)


def is_the_page(record: Any) -> None:
    """What the page with the lost links says, whichever way it came in."""
    assert (record["show"], record["number"]) == ("harbour-brief", 338)
    assert record["title"] == "Ferry strike splits the island council before winter vote"
    assert record["original_title"].endswith("(Video)")
    people = [(one["name"], one["title"]) for one in record["credits"]]
    assert people == [("Nadia Kovacs", ""), ("Martin Oldfield", "Editor-in-Chief")]
    assert record["summary"].startswith("The Harbour's Nadia Kovacs")
    assert record["disclaimer"].count("statements, views") == 1
    assert [one["title"] for one in record["links"] if one["kind"] == "citation"] == ["Tidewire", "The Northern Ledger"]
    assert [one["kind"] for one in record["links"] if one["kind"] != "citation"] == ["subscribe", "follow"]
    assert not any(comment["approved"] for comment in record["comments"])
    assert len(record["related"]) == 2
    assert (record["published_at"][:10], record["date_is_sure"]) == ("2019-10-17", False)
    assert record["media"] == []


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(("ending", "comments"), [("txt", 4), ("html", 2)])
def test_a_saved_page_becomes_a_record(tmp_path: Path, capsys, verb: list[str], ending: str, comments: int):
    """Plain text and HTML end in the same record, without media; doing it again changes nothing."""
    page = PAGES / f"harbour-brief.{ending}"
    run_cli(tmp_path, "init")

    assert run_cli(tmp_path, *verb, str(page)) == 0
    record = info(tmp_path, capsys, "338")
    is_the_page(record)
    assert len(record["comments"]) == comments
    assert run_cli(tmp_path, *verb, str(page)) == 0
    assert info(tmp_path, capsys, "338") == record


def test_build_leaves_a_page_without_media_out(tmp_path: Path, capsys):
    """The reason is told: first the guessed date, then that there is no medium."""
    run_cli(tmp_path, "init")
    run_cli(tmp_path, "add", str(PAGES / "harbour-brief.txt"), "--date", "2019-10-17")
    capsys.readouterr()

    run_cli(tmp_path, "build")
    assert "no media file" in capsys.readouterr().err


def test_a_medium_comes_to_the_episode_of_its_page(tmp_path: Path, capsys):
    """The page's record keeps GUID, date and words; there is no second episode of that number."""
    run_cli(tmp_path, "init")
    run_cli(tmp_path, "add", str(PAGES / "harbour-brief.txt"))
    before = info(tmp_path, capsys, "338")
    media = write_media(tmp_path / "Harbour Brief - Episode 338.mp3", babble(1, 5))

    assert run_cli(tmp_path, "add", str(media), "--show", "harbour-brief", "--no-transcribe") == 0
    after = info(tmp_path, capsys, "338")
    assert len(after["media"]) == 1
    assert {name for name in before if before[name] != after[name]} == {"media", "duration"}


def test_a_page_completes_the_episode_of_its_number(tmp_path: Path, capsys):
    """What the record lacks is filled in; its title and what a person set stay."""
    run_cli(tmp_path, "init")
    media = write_media(tmp_path / "a.mp3", babble(1, 5))
    wishes = ("--show", "harbour-brief", "--number", "338", "--title", "Mine", "--host", "Ann Lee")
    run_cli(tmp_path, "add", str(media), *wishes, "--no-transcribe")

    assert run_cli(tmp_path, "add", str(PAGES / "harbour-brief.txt")) == 0
    record = info(tmp_path, capsys, "338")
    assert (record["title"], [one["name"] for one in record["credits"]]) == ("Mine", ["Ann Lee"])
    assert record["summary"].startswith("The Harbour's Nadia Kovacs")
    assert len(record["comments"]) == 4


def test_a_file_completes_the_page_of_its_number(tmp_path: Path, capsys):
    """A page without media says what brings them, and that does."""
    assert run_cli(tmp_path, "import", str(PAGES / "harbour-brief.txt")) == 0
    assert "names no media" in capsys.readouterr().err
    media = write_media(tmp_path / "a.mp3", babble(1, 5))

    assert run_cli(tmp_path, "add", str(media), "--number", "338", "--no-transcribe") == 0

    record = info(tmp_path, capsys, "338")
    assert record["summary"].startswith("The Harbour's Nadia Kovacs")
    assert [one["kind"] for one in record["media"]] == ["audio"]


@pytest.fixture
def site(tmp_path: Path):
    folder = tmp_path / "site"
    folder.mkdir()
    page = (PAGES / "harbour-brief.html").read_text(encoding="utf-8")
    page = page.replace('<link rel="canonical" href="https://harbour.example/ferry-strike-splits-the-council">', "")
    (folder / "bare.html").write_text(page)
    (folder / "sounding.html").write_text(page.replace("</article>", '<audio src="brief.mp3"></audio></article>'))
    (folder / "players.html").write_text(page.replace("</article>", f"{PLAYERS}</article>"))
    write_media(folder / "brief.mp3", babble(2, 5))
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("verb", VERBS)
def test_a_page_on_the_web_without_media(tmp_path: Path, capsys, site: str, verb: list[str]):
    """It becomes a record as the saved page does."""
    run_cli(tmp_path, "init")

    assert run_cli(tmp_path, *verb, f"{site}/bare.html") == 0
    is_the_page(info(tmp_path, capsys, "338"))


def test_a_page_on_the_web_with_a_medium(tmp_path: Path, capsys, site: str):
    """The medium is fetched, and the page's words make the record."""
    run_cli(tmp_path, "init")

    assert run_cli(tmp_path, "add", f"{site}/sounding.html", "--no-transcribe") == 0
    record = info(tmp_path, capsys, "338")
    assert len(record["media"]) == 1
    assert record["media"][0]["media_key"]
    is_the_page(record | {"media": []})


def test_a_page_on_the_web_with_players_of_two_sites(tmp_path: Path, capsys, site: str):
    """One episode at two sites is one record, not two."""
    run_cli(tmp_path, "init")

    for _ in range(2):
        assert run_cli(tmp_path, "add", f"{site}/players.html", "--no-transcribe") == 0
        record = info(tmp_path, capsys, "338")
        assert sorted(one["source"]["provider"] for one in record["media"]) == ["soundcloud", "youtube"]


PLAYERS = """
<iframe src="https://www.youtube-nocookie.com/embed/abcdefghij1?rel=0" title="Film"></iframe>
<iframe data-src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/123456789&amp;color=f50"></iframe>
<iframe src="https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk" title="On Spotify"></iframe>
<iframe src="https://maps.example/quay"></iframe>
"""


def with_players(folder: Path) -> Path:
    """The page with players in its article, and one in its side bar."""
    text = (PAGES / "harbour-brief.html").read_text(encoding="utf-8")
    aside = '<aside><iframe src="https://www.youtube.com/embed/zzzzzzzzzz9"></iframe></aside>'
    file = folder / "page.html"
    file.write_text(text.replace("</article>", f"{PLAYERS}</article>{aside}"), encoding="utf-8")
    return file


@pytest.mark.parametrize("verb", VERBS)
def test_players_in_a_page_are_its_media(tmp_path: Path, capsys, verb: list[str]):
    """What yt-dlp reads is linked, under the names that its sources have; the rest is a link, which is told once."""
    run_cli(tmp_path, "init")
    page = with_players(tmp_path)
    capsys.readouterr()

    assert run_cli(tmp_path, *verb, str(page)) == 0
    assert "open.spotify.com" in "".join(capsys.readouterr())
    record = info(tmp_path, capsys, "338")
    sources = {(one["source"]["provider"], one["source"]["key"], one["kind"]) for one in record["media"]}
    assert sources == {("youtube", "abcdefghij1", "video"), ("soundcloud", "123456789", "audio")}
    assert [one["title"] for one in record["links"] if "spotify" in one["url"]] == ["On Spotify"]
    assert not [one for one in record["links"] if "maps.example" in one["url"] or "zzzz" in one["url"]]
    is_the_page(record | {"media": [], "links": [one for one in record["links"] if "spotify" not in one["url"]]})
    capsys.readouterr()
    assert run_cli(tmp_path, *verb, str(page)) == 0
    assert "spotify" not in "".join(capsys.readouterr())
    assert info(tmp_path, capsys, "338") == record


def test_players_come_to_an_episode_that_is_there(tmp_path: Path, capsys):
    """A page read later brings what of its sites the episode lacks, and a file what its page could only link."""
    run_cli(tmp_path, "init")
    page = with_players(tmp_path)
    run_cli(tmp_path, "import", str(PAGES / "harbour-brief.txt"))
    run_cli(tmp_path, "import", str(page))
    assert len(info(tmp_path, capsys, "338")["media"]) == 2

    media = write_media(tmp_path / "Harbour Brief - Episode 338.mp3", babble(1, 5))
    assert run_cli(tmp_path, "add", str(media), "--show", "harbour-brief", "--no-transcribe") == 0
    assert len(info(tmp_path, capsys, "338")["media"]) == 3


def test_of_several_players_of_a_site_none_is_the_episodes(tmp_path: Path, capsys):
    """A page of clips says nowhere which one is the episode: they are links."""
    run_cli(tmp_path, "init")
    page = with_players(tmp_path)
    second = '<iframe src="https://www.youtube.com/embed/abcdefghij2"></iframe></article>'
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", second), encoding="utf-8")

    assert run_cli(tmp_path, "import", str(page)) == 0
    record = info(tmp_path, capsys, "338")
    assert [one["source"]["provider"] for one in record["media"]] == ["soundcloud"]
    assert len([one for one in record["links"] if "youtube.com/watch" in one["url"]]) == 2


def test_a_page_that_is_no_episode_is_refused(tmp_path: Path, capsys):
    """Nothing is invented, and no show is made."""
    run_cli(tmp_path, "init")
    (tmp_path / "note.txt").write_text("hello\n")
    shutil.copy(tmp_path / "note.txt", tmp_path / "note.html")

    for verb in VERBS:
        assert run_cli(tmp_path, *verb, str(tmp_path / "note.txt")) == 3
        assert "no episode's page" in capsys.readouterr().err


@pytest.mark.parametrize("verb", VERBS)
def test_a_text_about_anything_else_is_no_episode(tmp_path: Path, capsys, verb: list[str]):
    """Until its show is named: notes of an episode may be as plain. What is refused makes no show."""
    run_cli(tmp_path, "show", "add", "harbour-brief", "--title", "Harbour Brief")
    text = "# Ovens of the north\n\nHow bread is baked where wood is dear, and why the crust stays dark.\n\n{}\n"
    (tmp_path / "plain.md").write_text(text.format("The views in it are the baker's; use at your own risk."))
    (tmp_path / "dated.md").write_text(text.format("October 17, 2019"))

    assert run_cli(tmp_path, *verb, str(tmp_path / "plain.md")) == 3
    assert "may be about anything" in capsys.readouterr().err
    assert run_cli(tmp_path, "list") == 0
    assert "Ovens" not in capsys.readouterr().out

    assert run_cli(tmp_path, *verb, str(tmp_path / "plain.md"), "--show", "harbour-brief") == 0
    assert run_cli(tmp_path, *verb, str(tmp_path / "dated.md")) == 0


@pytest.mark.parametrize("verb", VERBS)
def test_a_web_archive_of_safari_is_read_and_any_other_list_refused(tmp_path: Path, capsys, verb: list[str]):
    """Both are binary lists of properties: of the other nothing becomes a title or a summary."""
    page = (PAGES / "harbour-brief.html").read_bytes()
    main = {"WebResourceData": page, "WebResourceURL": "https://harbour.example/338"}
    for name, record in {"338": {"WebMainResource": main}, "other": {"Notes": page.decode()}}.items():
        (tmp_path / f"{name}.webarchive").write_bytes(plistlib.dumps(record, fmt=plistlib.FMT_BINARY))

    assert run_cli(tmp_path, *verb, str(tmp_path / "other.webarchive")) == 3
    said = capsys.readouterr().err
    assert "a binary property list" in said
    assert "save it as HTML or plain text" in said

    assert run_cli(tmp_path, *verb, str(tmp_path / "338.webarchive")) == 0
    capsys.readouterr()
    assert info(tmp_path, capsys, "harbour-brief/338")["number"] == 338


def test_import_of_a_medium_names_the_command_for_it(tmp_path: Path, capsys):
    run_cli(tmp_path, "init")
    write_media(tmp_path / "talk.mp3", babble(1, 2))

    assert run_cli(tmp_path, "import", str(tmp_path / "talk.mp3")) == 3

    assert f"episodes add {tmp_path / 'talk.mp3'}" in capsys.readouterr().err


def test_a_page_of_plain_text_on_the_web_is_imported(tmp_path: Path, capsys):
    """As the same file on the disk is."""
    site = tmp_path / "site"
    site.mkdir()
    shutil.copy(PAGES / "harbour-brief.txt", site)
    run_cli(tmp_path, "init")

    with served(site) as address:
        assert run_cli(tmp_path, "import", f"{address}/harbour-brief.txt") == 0

    assert info(tmp_path, capsys, "harbour-brief/338")["number"] == 338


@pytest.mark.parametrize("verb", VERBS)
def test_the_hook_gets_the_record_of_a_page(tmp_path: Path, capsys, verb: list[str]):
    """Once; the same page again is no new episode. A hook that fails leaves the episode there."""
    run_cli(tmp_path, "init")
    with (tmp_path / "episodes.toml").open("a") as settings:
        settings.write("\n[hooks]\nnew_episode = 'cat >> new.jsonl; echo >> new.jsonl; exit 4'\n")
    page = str(PAGES / "harbour-brief.html")

    assert run_cli(tmp_path, *verb, page) == 1
    told = capsys.readouterr().err
    assert run_cli(tmp_path, *verb, page) == 0

    assert "ended with 4; the episode is there all the same" in told
    assert "again with `episodes info harbour-brief/338 --json | (cat" in told
    assert "run the same command again" not in told
    is_the_page({**info(tmp_path, capsys, "338"), "media": []})
    (record,) = (tmp_path / "new.jsonl").read_text().splitlines()
    assert json.loads(record)["number"] == 338


@pytest.mark.parametrize("way", ["edit", "add"])
def test_who_was_read_is_told_no_more_once_a_person_names_the_hosts(tmp_path: Path, capsys, way: str):
    """`--why` would give reasons for people who are not there."""
    run_cli(tmp_path, "init")
    page = str(PAGES / "harbour-brief.html")
    if way == "add":
        assert run_cli(tmp_path, "add", page, "--no-transcribe", "--host", "Zoe Quill") == 0
    else:
        assert run_cli(tmp_path, "add", page, "--no-transcribe") == 0
        assert "Nadia Kovacs:" in next(o["reason"] for o in _origins(tmp_path, capsys) if o["field"] == "hosts")
        assert run_cli(tmp_path, "edit", "338", "hosts=Zoe Quill") == 0

    origins = _origins(tmp_path, capsys)

    assert [o["origin"] for o in origins if o["field"] in ("hosts", "credits")] == ["person"]
    assert not any("Nadia Kovacs:" in o["reason"] for o in origins)


def _origins(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return info(folder, capsys, "338")["origins"]
