"""`episodes import` and `export`: shows come in from feeds and go out whole."""

from __future__ import annotations

import filecmp
import json
import sqlite3
from pathlib import Path

import pytest

from cli.loopback import babble, served, write_media
from conftest import run_cli
from episodes.workflow.keeping import Keeper

FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel><title>Quick Take</title>
<podcast:guid>0b9f6b8e-7c6b-5d8f-8f3a-3c1de8f1a111</podcast:guid><language>en</language>
<item><title>Episode 2: Later & later</title><guid isPermaLink="false">two</guid>
<pubDate>Thu, 10 Oct 2019 08:00:00 +0200</pubDate>
<itunes:episode>2</itunes:episode><podcast:person>Ann Lee</podcast:person>
<enclosure url="BASE/two.mp3" length="0" type="audio/mpeg"/>
<podcast:transcript url="BASE/two.vtt" type="text/vtt"/>
<podcast:chapters url="BASE/two.json" type="application/json+chapters"/></item>
<item><title>Episode 1: First</title><guid isPermaLink="false">one</guid>
<pubDate>Wed, 09 Oct 2019 08:00:00 +0200</pubDate>
<enclosure url="BASE/one.mp3" length="123" type="audio/mpeg"/></item>
</channel></rss>"""
VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ann Lee>Whisper in the haystack.\n"
CHAPTERS = {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Start"}, {"startTime": 2.5, "title": "More"}]}


@pytest.fixture
def site(tmp_path: Path):
    folder = tmp_path / "site"
    folder.mkdir()
    for number, name in enumerate(("one", "two")):
        write_media(folder / f"{name}.mp3", babble(number, 20))
    (folder / "two.vtt").write_text(VTT)
    (folder / "two.json").write_text(json.dumps(CHAPTERS))
    with served(folder) as address:
        (folder / "feed.xml").write_text(FEED.replace("BASE", address))
        yield folder, address


def info(folder: Path, capsys, reference: str) -> dict:
    capsys.readouterr()
    assert run_cli(folder, "info", reference, "--json") == 0
    return json.loads(capsys.readouterr().out)


def rows(folder: Path) -> list[tuple]:
    connection = sqlite3.connect(folder / "episodes.db")
    found = connection.execute("SELECT guid, published_at, number, title FROM episode ORDER BY guid").fetchall()
    connection.close()
    return found


def same_bytes(one: Path, other: Path) -> bool:
    files = sorted(file.relative_to(one) for file in one.rglob("*") if file.is_file())
    assert files == sorted(file.relative_to(other) for file in other.rglob("*") if file.is_file())
    _, different, odd = filecmp.cmpfiles(one, other, [str(file) for file in files], shallow=False)
    return not different and not odd


def test_a_feed_comes_in_with_guids_and_dates_to_the_letter(tmp_path, site, capsys):
    """Media are linked, the bare ampersand and the empty length are told."""
    folder = tmp_path / "desk"
    folder.mkdir()

    assert run_cli(folder, "import", str(site[0] / "feed.xml")) == 0

    said = capsys.readouterr().err
    assert rows(folder) == [
        ("one", "2019-10-09T06:00:00.000000Z", 1, "First"),
        ("two", "2019-10-10T06:00:00.000000Z", 2, "Later & later"),
    ]
    assert "bare ampersands" in said
    record = info(folder, capsys, "2")
    assert record["media"][0]["source"]["url"].endswith("/two.mp3")
    assert not record["media"][0]["media_key"]
    assert [credit["name"] for credit in record["credits"]] == ["Ann Lee"]
    assert any("stated as 0" in remark for remark in record["remarks"])
    assert any("two.vtt" in remark for remark in record["remarks"])


def test_importing_again_adds_nothing(tmp_path, site, capsys):
    """From another place too: the GUIDs say that they are the same."""
    assert run_cli(tmp_path, "import", str(site[0] / "feed.xml")) == 0
    before = rows(tmp_path)
    capsys.readouterr()

    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml") == 0

    assert "nothing new" in capsys.readouterr().err
    assert rows(tmp_path) == before


def test_items_that_share_one_medium_and_have_no_guid_come_in_once_each(tmp_path, capsys):
    """Over the pages of a feed too; importing again adds nothing, and what is new on top is one episode more."""
    folder, desk = tmp_path / "site", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()
    with served(folder) as address:
        items = [
            f"<item><title>News</title><pubDate>Wed, 0{day} Oct 2019 08:00:00 GMT</pubDate>"
            f"<enclosure url='{address}/live.mp3' length='1' type='audio/mpeg'/></item>"
            for day in (5, 4, 3, 2, 1)
        ]
        head = f"<title>News</title><atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='{address}/1'/>"
        following = f"<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='next' href='{address}/2.xml'/>"

        def write(name: str, body: str) -> None:
            (folder / name).write_text(f"<rss version='2.0'><channel>{head}{body}</channel></rss>")

        write("2.xml", "".join(items[3:]))
        write("1.xml", following + "".join(items[1:3]))
        assert run_cli(desk, "import", f"{address}/1.xml") == 0
        before = rows(desk)
        assert run_cli(desk, "import", f"{address}/1.xml") == 0
        assert rows(desk) == before
        write("1.xml", following + "".join(items[:3]))
        assert run_cli(desk, "import", f"{address}/1.xml") == 0

    assert len(before) == 4
    assert len(rows(desk)) == 5
    assert set(before) < set(rows(desk))


def test_pages_of_a_feed_keep_what_shares_a_guid_and_count_what_overlaps_once(tmp_path):
    """Three pages; each begins with the last item of the one before, under an address with another token."""
    folder, desk = tmp_path / "site", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()

    def item(day: int, token: str) -> str:
        return (
            f"<item><title>Day {day}</title><guid>same</guid><pubDate>Wed, 0{day} Oct 2019 08:00:00 GMT</pubDate>"
            f"<enclosure url='{address}/{day}.mp3?t={token}' length='1' type='audio/mpeg'/></item>"
        )

    with served(folder) as address:
        for page, days in ((1, (6, 5)), (2, (5, 4, 3)), (3, (3, 2))):
            link = f"<link xmlns='http://www.w3.org/2005/Atom' rel='next' href='{address}/{page + 1}.xml'/>"
            body = (link if page < 3 else "") + "".join(item(day, f"{page}{day}") for day in days)
            (folder / f"{page}.xml").write_text(f"<rss version='2.0'><channel><title>N</title>{body}</channel></rss>")
        assert run_cli(desk, "import", f"{address}/1.xml") == 0
        before = rows(desk)
        assert run_cli(desk, "import", f"{address}/1.xml") == 0

    assert len(before) == 5
    assert rows(desk) == before


def test_media_transcript_and_chapters_are_fetched_when_asked(tmp_path, site, capsys):
    """What was only linked is held then, and what was said is found."""
    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml") == 0

    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml", "--media") == 0

    record = info(tmp_path, capsys, "2")
    assert record["media"][0]["duration"] == pytest.approx(20, abs=0.2)
    assert [chapter["title"] for chapter in record["chapters"]] == ["Start", "More"]
    assert record["transcript"]["origin"] == "person" if "origin" in record["transcript"] else record["transcript"]
    assert run_cli(tmp_path, "transcript", "2") == 0
    assert "Whisper in the haystack" in capsys.readouterr().out


def test_a_medium_that_is_gone_stops_no_other(tmp_path, site, capsys):
    """The bad item is named; its episode stays linked and can be fetched another day."""
    gone = (site[0] / "one.mp3").read_bytes()
    (site[0] / "one.mp3").unlink()

    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml", "--media") == 1

    assert "Episode 1: First" in capsys.readouterr().err
    assert not info(tmp_path, capsys, "1")["media"][0]["media_key"]
    assert info(tmp_path, capsys, "2")["media"][0]["media_key"]
    (site[0] / "one.mp3").write_bytes(gone)
    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml", "--media") == 0
    assert info(tmp_path, capsys, "1")["media"][0]["media_key"]


def test_a_stop_while_media_come_in_leaves_nothing_half(tmp_path, site, monkeypatch, capsys):
    """Ctrl-C while one medium is kept and the next comes in: no file is half there, and the next run goes on."""
    kept = []

    def stop(keeper, *arguments, **more):
        kept.append(arguments)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Keeper, "keep", stop)
        assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml", "--media") != 0

    assert len(kept) == 1
    assert len(rows(tmp_path)) == 2
    assert not [file for file in tmp_path.rglob("*.mp3") if file.parent != site[0]]
    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml", "--media") == 0
    assert info(tmp_path, capsys, "2")["media"][0]["media_key"]


def test_a_synced_feed_is_the_imported_show(tmp_path, site, capsys):
    """A feed that was imported and is then watched makes no second episodes."""
    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml") == 0
    before = rows(tmp_path)
    assert run_cli(tmp_path, "source", "add", "quick-take", f"{site[1]}/feed.xml") == 0

    assert run_cli(tmp_path, "sync") == 0

    assert rows(tmp_path) == before


def test_half_an_item_of_a_feed_that_breaks_off_waits_for_the_whole_one(tmp_path, site, capsys):
    """Not taken under half its GUID, by import or sync; nothing that the rest of the feed held is called gone."""
    whole = (site[0] / "feed.xml").read_text()
    first, second = whole.index("<item>"), whole.rindex("<item>")
    whole = whole[:first] + whole[second : whole.index("</channel>")] + whole[first:second] + "</channel></rss>"
    media_first = whole.replace("</title><guid", "</title><enclosure url='2.mp3' type='audio/mpeg'/><guid")
    half = media_first[: media_first.index("two</guid>") + 2]  # oldest first, so that the newest is cut
    (site[0] / "feed.xml").write_text(half)

    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml") == 0
    assert "breaks off in its item 'Episode 2: Later & later'; that one is left out" in capsys.readouterr().err
    assert [row[0] for row in rows(tmp_path)] == ["one"]

    (site[0] / "feed.xml").write_text(whole)
    assert run_cli(tmp_path, "source", "add", "quick-take", f"{site[1]}/feed.xml") == 0
    assert run_cli(tmp_path, "sync") == 0
    (site[0] / "feed.xml").write_text(half)
    capsys.readouterr()

    assert run_cli(tmp_path, "sync") == 0
    told = capsys.readouterr().err
    assert "/feed.xml: the feed breaks off in its item" in told
    assert "gone" not in told
    assert [row[0] for row in rows(tmp_path)] == ["one", "two"]


def test_a_list_of_feeds_goes_on_after_a_bad_one(tmp_path, site, capsys):
    """OPML, as apps export it."""
    outlines = f'<outline xmlUrl="{site[1]}/gone.xml" text="Gone"/><outline xmlUrl="{site[1]}/feed.xml"/>'
    outlines += (
        '<outline type="rss" text="No address"/><outline xmlUrl="feed:loaf" text="Loaf"/><outline text="Group"/>'
    )
    (site[0] / "list.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')

    assert run_cli(tmp_path, "import", f"{site[1]}/list.opml") == 1

    told = capsys.readouterr().err
    assert "Gone" in told
    assert "No address: the list has no web address of its feed" in told
    assert "Loaf" in told
    assert "Group" not in told
    assert "3 items failed" in told
    assert len(rows(tmp_path)) == 2


def test_export_import_export_is_the_same_bytes(tmp_path, site, capsys):
    """Transcripts, chapters, fixes, sources and media included."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    assert run_cli(first, "import", f"{site[1]}/feed.xml", "--media") == 0
    assert run_cli(first, "source", "add", "quick-take", f"{site[1]}/feed.xml", "--match", "Episode") == 0
    assert run_cli(first, "sync") == 0
    assert run_cli(first, "edit", "2", "title=By hand") == 0
    assert run_cli(first, "fix", "haystack", "hay stack") == 0

    assert run_cli(first, "export", str(tmp_path / "a"), "--media") == 0
    assert run_cli(second, "import", str(tmp_path / "a")) == 0
    assert run_cli(second, "export", str(tmp_path / "b"), "--media") == 0

    assert same_bytes(tmp_path / "a", tmp_path / "b")
    assert "hay stack" in next((tmp_path / "a").rglob("2-*.md")).read_text()
    capsys.readouterr()
    assert run_cli(second, "transcript", "2") == 0
    assert "hay stack" in capsys.readouterr().out


def test_an_export_does_not_overwrite_other_things(tmp_path, site, capsys):
    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml") == 0
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").write_text("years of work")

    assert run_cli(tmp_path, "export", str(tmp_path / "full")) == 2

    assert "not empty" in capsys.readouterr().err
    assert run_cli(tmp_path, "export", str(tmp_path / "full" / "thesis.txt")) == 2
    assert "is a file" in capsys.readouterr().err


def test_an_older_export_is_brought_up_to_date(tmp_path, site, capsys):
    """What is gone from the catalogue goes from the folder too."""
    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml") == 0
    assert run_cli(tmp_path, "export", str(tmp_path / "out")) == 0
    assert run_cli(tmp_path, "remove", "1", "--yes") == 0

    assert run_cli(tmp_path, "export", str(tmp_path / "out")) == 0

    assert [file.stem for file in (tmp_path / "out" / "quick-take" / "episodes").glob("*.json")] == ["2-later-later"]


@pytest.mark.parametrize("text", ["<html><body>Sign in</body></html>", "", "no feed at all"])
def test_what_is_no_feed_is_refused_in_one_line(tmp_path, text, capsys):
    (tmp_path / "thing.xml").write_text(text)

    assert run_cli(tmp_path, "import", str(tmp_path / "thing.xml")) == 3

    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_of_captions_becomes_transcripts(tmp_path, site, capsys):
    """By the medium's name, the number, the slug; what fits nothing is named, and the rest goes on."""
    assert run_cli(tmp_path, "import", f"{site[1]}/feed.xml") == 0
    captions = tmp_path / "captions"
    captions.mkdir()
    srt = "1\n00:00:01,000 --> 00:00:02,000\nSecond one.\n"
    for name in ("one.en.vtt", "2.srt", "stranger.vtt", "last.vtt"):
        (captions / name).write_text(VTT if name.endswith("vtt") else srt)

    assert run_cli(tmp_path, "import", str(captions), "--show", "quick-take") == 1

    told = capsys.readouterr().err
    assert "stranger" in told
    assert "no episode answers to 'last'" in told  # a file's name is no word of age
    assert run_cli(tmp_path, "transcript", "2") == 0
    assert "Second one" in capsys.readouterr().out
    assert info(tmp_path, capsys, "1")["transcript"]


def test_a_show_without_its_media_is_told_of_in_a_few_lines(tmp_path, capsys):
    """What brings the media in stands below the import; a build names some of what is left out, and -v all."""
    item = "<item><title>Talk {0}</title><guid>t{0}</guid><pubDate>Wed, 0{0} Oct 2019 08:00:00 +0200</pubDate>"
    items = "".join(item.format(number) + "</item>" for number in range(1, 9))
    (tmp_path / "feed.xml").write_text(f'<rss version="2.0"><channel><title>Quick Take</title>{items}</channel></rss>')

    feed = str(tmp_path / "feed.xml")
    assert run_cli(tmp_path, "import", feed) == 0
    assert f"`episodes import {feed} --media`" in capsys.readouterr().err

    run_cli(tmp_path, "build")
    told = capsys.readouterr().err
    assert told.count("is left out") == 5
    assert "3 more are left out" in told

    run_cli(tmp_path, "-v", "build")
    assert capsys.readouterr().err.count("is left out") == 8
