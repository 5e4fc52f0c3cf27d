"""Items that share a GUID, or have none and share a medium, are episodes once each, however their feed changes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cli.loopback import served
from conftest import run_cli

ATOM = "xmlns:atom='http://www.w3.org/2005/Atom'"


def one(
    title: str, day: int = 0, *, guid: str = "", medium: str = "live.mp3", host: str = "example.org", length: int = 1
) -> str:
    """An item; day 0 is no date, a length of 1 means nothing."""
    date = f"<pubDate>{day:02d} Oct 2019 08:00:00 GMT</pubDate>" if day else ""
    stated = f"<guid isPermaLink='false'>{guid}</guid>" if guid else ""
    enclosure = f"<enclosure url='https://{host}/{medium}' length='{length}' type='audio/mpeg'/>"
    return f"<item><title>{title}</title>{stated}{date}{enclosure}</item>"


def shared(title: str, day: int = 0, medium: str = "") -> str:
    return one(title, day, guid="g", medium=medium or f"{title}.mp3")


def moved(title: str, medium: str = "", *, host: str = "cdn.example.net/pods", length: int = 1) -> str:
    """An undated item of the shared GUID at another host."""
    return one(title, guid="g", medium=medium or f"{title}.mp3", host=host, length=length)


def edited(title: str, day: int, medium: str, length: int) -> str:
    return one(title, day, guid="g", medium=medium, length=length)


def channel(*items: str, more: str = "") -> str:
    return f"<rss version='2.0'><channel><title>News</title>{more}{''.join(items)}</channel></rss>"


def titles(desk: Path) -> list[str]:
    connection = sqlite3.connect(desk / "episodes.db")
    found = [title for (title,) in connection.execute("SELECT title FROM episode ORDER BY title")]
    connection.close()
    return found


#: What the feed has at first, what it has later, and the titles of all episodes in the end.
CHANGES = {
    "the oldest is published anew": ([shared("B", 2), shared("A", 1)], [shared("A", 3), shared("B", 2)], "AB"),
    "the same without GUID": ([one("B", 2), one("A", 1)], [one("A", 3), one("B", 2)], "AB"),
    "ascending, no dates": ([shared("A"), shared("B")], [shared("A"), shared("B"), shared("C")], "ABC"),
    "the same without GUID or dates": ([one("A"), one("B")], [one("A"), one("B"), one("C")], "ABC"),
    "one without a date": (
        [shared("C"), shared("B", 2), shared("A", 1)],
        [shared("D", 4), shared("C"), shared("B", 2), shared("A", 1)],
        "ABCD",
    ),
    "the oldest falls out": ([shared("B", 2), shared("A", 1)], [shared("B", 2)], "AB"),
    "it falls out, and a new one comes": ([shared("B", 2), shared("A", 1)], [shared("C", 3), shared("B", 2)], "ABC"),
    "the same of one title": ([one("N", 2), one("N", 1)], [one("N", 3), one("N", 2)], "NNN"),
    "all of one title fall out": ([one("N", 2), one("N", 1)], [one("N", 4), one("N", 3)], "NNNN"),
    "another thing in the same place": ([one("A", 1)], [one("B", 2)], "AB"),
    "an address changes": ([shared("B", 2), shared("A", 1)], [shared("B", 2, "b2.mp3"), shared("A", 1)], "AB"),
    "a date changes": ([shared("B", 2), shared("A", 1)], [shared("B", 5), shared("A", 1)], "AB"),
    "a title changes": ([one("B", 2), one("A", 1)], [one("B2", 2), one("A", 1)], "AB"),
    "another title for a stated GUID": ([shared("A", 1)], [shared("A2", 2)], "A"),
    "no dates, the media's host moves": ([shared("A"), shared("B")], [moved("A"), moved("B")], "AB"),
    "and a new one comes with it": ([shared("A"), shared("B")], [moved("C"), moved("A"), moved("B")], "ABC"),
    "and they share a title": (
        [shared("N", 0, "1/a.mp3"), shared("N", 0, "2/a.mp3"), shared("N", 0, "3/a.mp3")],
        [moved("N", "1/a.mp3"), moved("N", "2/a.mp3"), moved("N", "3/a.mp3")],
        "NNN",
    ),
    "no dates, one title, other media in turn": (
        [shared("N", 0, "1/a.mp3"), shared("B")], [shared("N", 0, "2/a.mp3"), shared("B")], "BNN"
    ),
    "undated twins at two hosts whose files have one name": (
        [one("N", guid="g", medium="x/audio.mp3"), shared("B")],
        [one("N", guid="g", medium="audio.mp3", host="b.org"), one("N", guid="g", medium="x/audio.mp3"), shared("B")],
        "BNN",
    ),
    "another thing at another host, its file of one name and length": (
        [edited("A", 1, "x/audio.mp3", 5000)],
        [one("C", 3, guid="g", medium="audio.mp3", host="b.example", length=5000), edited("A", 1, "x/audio.mp3", 5000)],
        "AC",
    ),
    "the same where the first one falls out": (
        [edited("B", 2, "b.mp3", 6000), edited("A", 1, "x/audio.mp3", 5000)],
        [one("C", 3, guid="g", medium="audio.mp3", host="b.example", length=5000), edited("B", 2, "b.mp3", 6000)],
        "ABC",
    ),
    "twins of one file name move to a host without folders": (
        [one("N", guid="g", medium="1/audio.mp3"), one("N", guid="g", medium="2/audio.mp3")],
        [one("N", guid="g", medium="audio.mp3", host="3.b.example"), one("N", guid="g", medium="2/audio.mp3")],
        "NNN",
    ),
    "title and date change, the file stays": (
        [edited("B", 2, "b.mp3", 5000), edited("A", 1, "a.mp3", 6000)],
        [edited("C", 4, "b.mp3", 5000), edited("A", 1, "a.mp3", 6000)],
        "AB",
    ),
    "title and date change, the file in its place is another": (
        [edited("B", 2, "b.mp3", 5000), edited("A", 1, "a.mp3", 6000)],
        [edited("C", 4, "b.mp3", 5500), edited("A", 1, "a.mp3", 6000)],
        "ABC",
    ),
    "title and date change, and nobody knows the file's length": (
        [shared("B", 2, "b.mp3"), shared("A", 1)], [shared("C", 4, "b.mp3"), shared("A", 1)], "ABC"
    ),
    "one file for all, of one length": (
        [edited("B", 2, "live.mp3", 5000), edited("A", 1, "live.mp3", 5000)],
        [edited("C", 4, "live.mp3", 5000), edited("B", 2, "live.mp3", 5000)],
        "ABC",
    ),
    "both fall out, and one comes": ([shared("B", 2), shared("A", 1)], [shared("C", 3)], "ABC"),
    "pages alone tell them apart": (
        [one("N", 1).replace("<e", f"<link>https://example.org/{n}</link><e") for n in "ba"],
        [one("N", 1).replace("<e", f"<link>https://example.org/{n}</link><e") for n in "cba"],
        "NNN",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", CHANGES)
def test_a_feed_that_changes_brings_nothing_twice_and_loses_nothing(tmp_path: Path, kind: str):
    """Each state of the feed is imported twice, for the second time must find everything."""
    before, after, expected = CHANGES[kind]
    for items in (before, before, after, after):
        (tmp_path / "feed.xml").write_text(channel(*items))
        assert run_cli(tmp_path, "import", str(tmp_path / "feed.xml")) == 0

    assert titles(tmp_path) == list(expected)


def test_pages_that_overlap_bring_nothing_twice(tmp_path: Path):
    """While a page is read, a new item pushes one to the next page; its address has another token there."""
    folder, desk = tmp_path / "site", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()
    with served(folder) as address:
        following = f"<atom:link {ATOM} rel='next' href='{address}/2.xml'/>"
        for turn in range(2):
            items = [one(f"T{n}", n, guid=f"g{n}", medium=f"{n}.mp3?t={turn}") for n in (3, 2)]
            again = [one(title, n, guid=f"g{n}", medium=f"{n}.mp3?t=x{turn}") for n, title in ((2, "T2!"), (1, "T1"))]
            (folder / "1.xml").write_text(channel(*items, more=following))
            (folder / "2.xml").write_text(channel(*again))
            assert run_cli(desk, "import", f"{address}/1.xml") == 0

    assert titles(desk) == ["T1", "T2", "T3"]


@pytest.mark.parametrize("kind", ["the oldest is published anew", "another thing in the same place", "a date changes"])
def test_sync_knows_them_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str):
    """It takes only what import would add."""
    before, after, expected = CHANGES[kind]
    folder, desk = tmp_path / "site", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()
    with served(folder) as address:
        (folder / "feed.xml").write_text(channel(*before))
        assert run_cli(desk, "import", f"{address}/feed.xml") == 0
        assert run_cli(desk, "source", "add", "news", f"{address}/feed.xml") == 0
        assert run_cli(desk, "sync", "--dry-run") == 0
        assert "would add" not in capsys.readouterr().err
        (folder / "feed.xml").write_text(channel(*after))
        assert run_cli(desk, "sync", "--dry-run") == 0

    said = capsys.readouterr().err
    assert said.count("would add") == len(expected) - len(before)
