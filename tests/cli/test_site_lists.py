"""Channels and playlists of sites: a flat list first, then the details of what is new, and of nothing else."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from conftest import run_cli
from media.loopsite import entry, readers, site, talk
from media.making import make_media
from media.servers import Server, serving

WORDS = "In this episode, Ann Lee examines how the press came to Mainz.\n\n0:00 Start\n0:02 Presses\n0:04 End"


@dataclass
class Site:
    server: Server
    answers: dict[str, Any]

    @property
    def asked(self) -> list[str]:
        return [call.path for call in self.server.calls if call.path.startswith("/api/")]


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, bytes]]:
    folder = tmp_path_factory.mktemp("media")
    return {
        f"/{number}.mp3": ("audio/mpeg", make_media(folder / f"{number}.mp3", 6.0 + number).read_bytes())
        for number in range(4)
    }


@pytest.fixture
def channel(media: dict[str, tuple[str, bytes]]) -> Iterator[Site]:
    """A channel of three talks, newest first."""
    answers: dict[str, Any] = {}
    with readers(), serving(site(answers, media)) as server:
        dates = ("20260103", "20260102", "20260101")
        for number, date in enumerate(dates):
            title = f"Quick Take: Episode {30 - number}: Press {number}"
            answers[f"t{number}"] = talk(
                server.url, f"t{number}", f"{number}.mp3", title=title, description=WORDS, upload_date=date
            )
        entries = [entry(server.url, f"t{number}", title=f"Press {number}") for number in range(3)]
        answers["list-all"] = {"title": "Quick Take", "entries": entries}
        yield Site(server, answers)


@pytest.fixture
def desk(tmp_path: Path, channel: Site) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    assert run_cli(folder, "show", "add", "talk", "--title", "Quick Take") == 0
    assert run_cli(folder, "source", "add", "talk", f"{channel.server.url}/list/all") == 0
    return folder


def records(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run_cli(folder, "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    found = []
    for one in sorted(listed, key=lambda one: one["published_at"]):
        assert run_cli(folder, "info", one["guid"], "--json") == 0
        found.append(json.loads(capsys.readouterr().out))
    return found


def test_what_a_list_leaves_out_is_asked_for(desk, channel, capsys):
    """Number, date, description and chapters come from the page of each talk."""
    assert run_cli(desk, "sync") == 0

    found = records(desk, capsys)
    assert [one["number"] for one in found] == [28, 29, 30]
    assert [one["published_at"][:10] for one in found] == ["2026-01-01", "2026-01-02", "2026-01-03"]
    assert all("press came to Mainz" in one["summary"] for one in found)
    assert [len(one["chapters"]) for one in found] == [3, 3, 3]


def test_only_what_is_new_is_asked_for(desk, channel, capsys):
    """A second run asks for the list alone; a new talk costs the site one more page (and one for its media)."""
    assert run_cli(desk, "sync") == 0
    before = len(channel.asked)

    assert run_cli(desk, "sync") == 0
    assert channel.asked[before:] == ["/api/list-all.json"]

    url = channel.server.url
    channel.answers["t3"] = talk(url, "t3", "3.mp3", title="Episode 31: New", upload_date="20260104")
    channel.answers["list-all"]["entries"].insert(0, entry(url, "t3", title="New"))
    assert run_cli(desk, "sync") == 0
    assert set(channel.asked[before + 1 :]) == {"/api/list-all.json", "/api/t3.json"}
    assert records(desk, capsys)[-1]["number"] == 31


def test_add_of_a_channel_asks_for_details_too(tmp_path, channel, capsys):
    """`add` of a list is `add` of each of its talks; done again, it asks for the list alone."""
    address = f"{channel.server.url}/list/all"
    assert run_cli(tmp_path, "add", address, "--no-transcribe") == 0
    assert [one["number"] for one in records(tmp_path, capsys)] == [28, 29, 30]
    before = len(channel.asked)

    assert run_cli(tmp_path, "add", address, "--no-transcribe") == 0

    assert channel.asked[before:] == ["/api/list-all.json"]
    assert len(records(tmp_path, capsys)) == 3


def test_a_dry_run_asks_for_the_list_alone(desk, channel, capsys):
    """It is to be quick; titles are those of the list."""
    assert run_cli(desk, "sync", "--dry-run") == 0

    assert channel.asked == ["/api/list-all.json"]
    assert "would add: Press 0" in capsys.readouterr().err


@pytest.mark.parametrize("reverse", [False, True])
def test_the_limit_takes_the_newest(desk, channel, capsys, reverse):
    """Whatever end of the list they stand at: the dates of both ends are asked for."""
    if reverse:
        channel.answers["list-all"]["entries"].reverse()

    assert run_cli(desk, "sync", "--limit", "1") == 0

    assert [one["number"] for one in records(desk, capsys)] == [30]


def test_since_stops_at_what_is_older(desk, channel, capsys):
    """A list without dates is not asked through to its end."""
    url = channel.server.url
    for number in range(10, 30):
        channel.answers[f"t{number}"] = talk(url, f"t{number}", "3.mp3", title=f"Old {number}", upload_date="20200101")
        channel.answers["list-all"]["entries"].append(entry(url, f"t{number}", title=f"Old {number}"))

    assert run_cli(desk, "sync", "--since", "2026-01-02") == 0

    assert [one["number"] for one in records(desk, capsys)] == [29, 30]
    assert len(set(channel.asked)) < 12


def test_a_list_that_gives_addresses_alone(desk, channel, capsys):
    """Without reader and id the same talk is known again, also when it is added by its own address."""
    url = channel.server.url
    bare = [{"_type": "url", "url": f"{url}/talk/t{number}"} for number in range(3)]
    channel.answers["list-all"]["entries"] = bare
    assert run_cli(desk, "sync") == 0
    before = len(channel.asked)

    assert run_cli(desk, "sync") == 0
    assert channel.asked[before:] == ["/api/list-all.json"]

    assert run_cli(desk, "add", f"{url}/talk/t1", "--no-transcribe") == 0
    assert "already there" in capsys.readouterr().err
    assert [one["number"] for one in records(desk, capsys)] == [28, 29, 30]


def test_a_talk_that_was_added_by_hand_is_not_added_again(desk, channel, capsys):
    """Even where the list names it by its address alone."""
    url = channel.server.url
    assert run_cli(desk, "add", f"{url}/talk/t1", "--show", "talk", "--no-transcribe") == 0
    channel.answers["list-all"]["entries"] = [{"_type": "url", "url": f"{url}/talk/t{number}"} for number in range(3)]

    assert run_cli(desk, "sync") == 0
    assert run_cli(desk, "sync") == 0

    assert [one["number"] for one in records(desk, capsys)] == [28, 29, 30]


def test_lists_in_a_list_are_gone_into(desk, channel, capsys):
    """A user's page shows sets among the tracks."""
    url = channel.server.url
    whole = channel.answers["list-all"]["entries"]
    channel.answers["list-part"] = {"title": "A set", "entries": whole[1:]}
    channel.answers["list-all"]["entries"] = [whole[0], {"_type": "url", "url": f"{url}/list/part", "id": "part"}]

    assert run_cli(desk, "sync") == 0

    assert [one["number"] for one in records(desk, capsys)] == [28, 29, 30]


def test_the_words_of_a_framing_page_go_first(desk, channel, capsys):
    """Where a list says that its words stand for the item (url_transparent), they do."""
    frame = entry(channel.server.url, "t0", title="Episode 99: In a frame", _type="url_transparent")
    channel.answers["list-all"]["entries"] = [frame]

    assert run_cli(desk, "sync") == 0

    (found,) = records(desk, capsys)
    assert (found["number"], found["title"], len(found["chapters"])) == (99, "In a frame", 3)


def test_what_is_not_over_waits_without_a_failure(desk, channel, capsys):
    """Broadcasts to come, or on air, and places of deleted videos are no failures: cron would mail each hour."""
    url, entries = channel.server.url, channel.answers["list-all"]["entries"]
    entries[0]["live_status"] = "is_upcoming"
    entries[1]["title"] = "[Deleted video]"

    assert run_cli(desk, "sync") == 0
    assert [one["number"] for one in records(desk, capsys)] == [28]

    channel.answers["t0"]["is_live"] = True
    assert run_cli(desk, "add", f"{url}/talk/t0", "--no-transcribe") == 3
    assert "is live and has no end yet" in capsys.readouterr().err

    del entries[0]["live_status"], channel.answers["t0"]["is_live"]
    assert run_cli(desk, "sync") == 0
    assert [one["number"] for one in records(desk, capsys)] == [28, 30]


def test_one_broken_talk_does_not_stop_the_channel(desk, channel, capsys):
    """It is named, the exit code is 1, and it comes with the next run."""
    held = channel.answers.pop("t1")

    assert run_cli(desk, "sync") == 1
    assert "Press 1" in capsys.readouterr().err
    assert [one["number"] for one in records(desk, capsys)] == [28, 30]

    channel.answers["t1"] = held
    assert run_cli(desk, "sync") == 0
    assert [one["number"] for one in records(desk, capsys)] == [28, 29, 30]


def test_captions_of_the_site_come_with_the_details(desk, channel, capsys):
    """Subtitles that people made are the transcript."""
    cues = "WEBVTT\n\n00:00.000 --> 00:03.000\nWelcome to the press.\n\n00:03.000 --> 00:05.500\nGoodbye."
    channel.answers["t0"]["subtitles"] = {"en": [{"ext": "vtt", "data": cues}]}

    assert run_cli(desk, "sync") == 0

    capsys.readouterr()
    assert run_cli(desk, "transcript", "30") == 0
    assert "Welcome to the press." in capsys.readouterr().out


def test_a_feed_that_only_yt_dlp_reads(tmp_path, channel, capsys):
    """Its generic reader lists a feed's items as frames around their addresses."""
    from episodes.media.downloads import Downloads

    url = channel.server.url
    items = "".join(
        f"<item><title>Framed {number}</title><link>{url}/talk/t{number}</link><guid>g{number}</guid></item>"
        for number in range(2)
    )
    feed = f"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>"
    with serving(lambda call: call.reply(feed.encode(), Content_Type="application/rss+xml")) as server:
        sites = Downloads(allow_hosts=["127.0.0.1"]).sites
        listed = sites.info(f"{server.url}/feed")
        whole = [sites.details(item) for item in listed]

    assert [item.source.provider for item in listed] == ["looptalk", "looptalk"]
    assert [(item.title, item.description[:15]) for item in whole] == [
        ("Framed 0", "In this episode"),
        ("Framed 1", "In this episode"),
    ]
    assert [item.source.key for item in whole] == ["id-t0", "id-t1"]


def came(server: Server, path: str) -> bool:
    """Whether a request for a path comes within some seconds."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if any(call.path == path for call in server.calls):
            return True
        time.sleep(0.02)
    return False


def test_the_next_is_fetched_while_this_one_is_worked_on(desk, channel):
    """By `sync` as by `add`: whoever transcribes an episode finds the next one fetched; the one after it waits."""
    from episodes.core.plan import Wishes
    from episodes.studio import Studio

    address = f"{channel.server.url}/list/all"
    with Studio.open(desk) as studio:
        events = studio.adder(None, typed=[address]).add(address, Wishes(show="talk"))
        next(events)
        assert came(channel.server, "/1.mp3")
        assert not any(call.path == "/2.mp3" for call in channel.server.calls)
        events.close()
        assert not list((desk / "media" / ".work").glob("*"))

        channel.server.calls.clear()
        from episodes.workflow.choosing import Wanted

        steps = studio.syncer(None, typed=[address]).run([studio.shows.get("talk")], Wanted())
        assert next(step for step in steps if step.what == "new").title == "Press 2"
        assert came(channel.server, "/1.mp3")
        steps.close()
        assert not list((desk / "media" / ".work").glob("*"))


def test_progress_is_told_to_programs(desk, channel, capsys):
    """With --json, one object a line on stderr; stdout holds the result alone."""
    assert run_cli(desk, "sync", "--json") == 0

    out, err = capsys.readouterr()
    assert len(json.loads(out)) == 3
    told = [json.loads(line) for line in err.splitlines() if line.startswith("{")]
    ended = {event["subject"] for event in told if event["stage"] == "download" and event["done"] == event["total"]}
    assert ended == {"Press 0", "Press 1", "Press 2"}


def test_what_goes_on_at_once_is_a_table():
    """A row each: what is transcribed, and what is fetched meanwhile."""
    from rich.console import Console

    from episodes.cli.progress import _Row, table_of
    from episodes.core.progress import Progress

    rows = {
        "talk/30": _Row(
            last=Progress(stage="transcribe", done=60.0, total=120.0), started=0.0, first=0.0, moved_at=20.0
        ),
        "Press 1": _Row(last=Progress(stage="download", done=1e6, total=4e6), started=0.0, first=0.0, moved_at=2.0),
    }
    with io.StringIO() as page:
        Console(file=page, width=120).print(table_of(rows))
        lines = page.getvalue().splitlines()

    assert "3.0x real time" in lines[1]
    assert "0:20 to go" in lines[1]
    assert [lines[1].split()[0], lines[2].split()[:2]] == ["talk/30", ["Press", "1"]]
    assert "1.0 MB of 4.0 MB" in lines[2]
