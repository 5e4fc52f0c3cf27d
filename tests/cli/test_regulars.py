"""Hosts whom only a show's episodes together tell of: with each import and sync, and never against the producer."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from cli.loopback import served
from conftest import run_cli

WHO = "Alex Brandt and Editor-in-Chief Maria Kostova"
HOSTS = ["Alex Brandt", "Maria Kostova"]
TALKS = [
    ("Both work to end the conflict in Syria", "analyze the rapid developments in Syria, as Putin meets Erdogan."),
    ("Johnson loses the vote", "talk about the latest vote in Parliament and what comes next for Boris Johnson."),
    ("Gas talks go on", "break down the talks between Kiev and Moscow on gas."),
    ("Spain votes again", "discuss the elections in Spain, where Pedro Sanchez lost seats."),
    ("Trade war heats up", "analyze the trade war with China and what Donald Trump wants."),
    ("Protests grow", "talk about the protests in Hong Kong."),
]


def feed(count: int) -> str:
    items = [
        f"<item><title>{title}</title><guid isPermaLink='false'>{number}</guid><description>{WHO} {text}</description>"
        f"<pubDate>{format_datetime(datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=number))}</pubDate>"
        f"<enclosure url='{number}.mp3' type='audio/mpeg' length='1000'/></item>"
        for number, (title, text) in enumerate(TALKS[:count])
    ]
    return f"<rss version='2.0'><channel><title>Harbour Brief</title>{''.join(reversed(items))}</channel></rss>"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def told(desk: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run_cli(desk, "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    found = []
    for one in listed:
        assert run_cli(desk, "info", f"{one['show']}/{one['slug']}", "--json") == 0
        found.append(json.loads(capsys.readouterr().out))
    return found


def hosts(record: dict) -> list[str]:
    return [one["name"] for one in record["credits"] if one["role"] == "host"]


def test_a_feed_whose_two_hosts_are_only_named_in_passing(desk: Path, tmp_path: Path, capsys):
    file = tmp_path / "feed.xml"
    file.write_text(feed(6))
    assert run_cli(desk, "import", str(file)) == 0
    assert "hosts of 6 episodes: Alex Brandt, Maria Kostova, being in most of the show's" in capsys.readouterr().err
    episodes = told(desk, capsys)
    assert [hosts(one) for one in episodes] == [HOSTS] * 6
    assert run_cli(desk, "info", "harbour-brief/protests-grow", "--why") == 0
    assert "in 6 of 6 episodes of the show" in capsys.readouterr().out

    assert run_cli(desk, "import", str(file)) == 0
    assert "nothing new" in capsys.readouterr().err
    assert told(desk, capsys) == episodes


def test_what_the_producer_says_goes_first(desk: Path, tmp_path: Path, capsys):
    file = tmp_path / "feed.xml"
    file.write_text(feed(4))
    assert run_cli(desk, "import", str(file)) == 0
    assert run_cli(desk, "edit", "harbour-brief/gas-talks-go-on", "hosts=Cy Dee") == 0
    file.write_text(feed(6))
    assert run_cli(desk, "import", str(file)) == 0
    found = {one["slug"]: hosts(one) for one in told(desk, capsys)}
    assert found.pop("gas-talks-go-on") == ["Cy Dee"]
    assert list(found.values()) == [HOSTS] * 5


def test_a_sync_that_brings_the_fifth_makes_hosts_in_all(desk: Path, tmp_path: Path, capsys):
    site = tmp_path / "site"
    site.mkdir()
    with served(site) as address:
        assert run_cli(desk, "show", "add", "brief", "--title", "Harbour Brief") == 0
        assert run_cli(desk, "source", "add", "brief", f"{address}/feed.xml", "--as", "video") == 0
        (site / "feed.xml").write_text(feed(4))
        assert run_cli(desk, "sync") == 0
        assert not any(len(hosts(one)) == 2 for one in told(desk, capsys))
        (site / "feed.xml").write_text(feed(5))
        assert run_cli(desk, "sync", "--json") == 0
        steps = json.loads(capsys.readouterr().out)
        assert [step["what"] for step in steps] == ["new", "presented"]
        assert [hosts(one) for one in told(desk, capsys)] == [HOSTS] * 5
        (site / "feed.xml").write_text(feed(6))
        assert run_cli(desk, "sync") == 0
        assert "host" not in capsys.readouterr().err
        assert [hosts(one) for one in told(desk, capsys)] == [HOSTS] * 6
        assert run_cli(desk, "sync") == 0
        assert "nothing new" in capsys.readouterr().err


def test_where_the_settings_name_hosts_nothing_is_learned(desk: Path, tmp_path: Path, capsys):
    file = tmp_path / "feed.xml"
    file.write_text(feed(2))
    assert run_cli(desk, "import", str(file)) == 0
    assert run_cli(desk, "show", "edit", "harbour-brief", "hosts=Cy Dee") == 0
    file.write_text(feed(6))
    assert run_cli(desk, "import", str(file)) == 0
    assert "being in most" not in capsys.readouterr().err
    assert not any("Maria Kostova" in hosts(one) for one in told(desk, capsys))


def test_adding_the_page_of_the_fifth_tells_of_the_others(desk: Path, tmp_path: Path, capsys):
    file = tmp_path / "feed.xml"
    file.write_text(feed(4))
    assert run_cli(desk, "import", str(file)) == 0
    title, text = TALKS[4]
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>Harbour Brief: Episode 5.</p><p>{WHO} {text} {'On trade and war. ' * 9}</p></article></body></html>"
    )
    capsys.readouterr()
    assert run_cli(desk, "add", str(page), "--show", "harbour-brief") == 0
    assert "being in most of the show's" in capsys.readouterr().err
    assert [hosts(one) for one in told(desk, capsys)] == [HOSTS] * 5
