"""kill -9 at each thing that is saved while two are joined or parted: the next run ends where a quiet one does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any

import pytest

from cli.killing import killed_while_saving
from cli.test_import_further import both as with_one_guid
from cli.test_import_further import bring
from cli.test_join_settled import both
from cli.test_joined_fields import record, talk
from cli.two_places import Site
from conftest import run_cli

__all__ = ["talk"]


def whole(site: Site) -> list[dict[str, Any]]:
    """All episodes, but for what the order of coming in decides."""
    with_media = [record(site, f"talk/{slug}") for slug in slugs(site)]
    return [{name: value for name, value in one.items() if name != "remarks"} for one in with_media]


def slugs(site: Site) -> list[str]:
    return sorted(row[3] for row in site.dump() if len(row) > 20)


def check_kills(site: Site, command: list[str], moment: str) -> None:
    """Run a command, killed at each thing that it saves in turn, and then again and `sync`."""
    start = site.desk.with_name("start")
    shutil.copytree(site.desk, start)
    assert run_cli(site.desk, *command) == 0
    assert run_cli(site.desk, "sync") == 0
    expected, kills = whole(site), 0
    assert expected
    while True:
        shutil.rmtree(site.desk)
        shutil.copytree(start, site.desk)
        if not killed_while_saving(site.desk, moment, kills, *command):
            break
        kills += 1
        run_cli(site.desk, *command)  # what was done already may be refused
        assert run_cli(site.desk, "sync") == 0
        assert whole(site) == expected, f"{moment} {kills}"
        site.check_quiet()
    assert kills >= 1


def synced(site: Site) -> list[str]:
    both(site, with_words="video")
    site.watch("video")
    site.sync()
    site.watch("audio")
    return ["sync"]


def imported(site: Site) -> list[str]:
    with_one_guid(site, with_words="video")
    bring(site, "audio", "--media")
    site.watch("audio")
    return ["import", f"{site.address}/video.xml", "--media"]


def answered(site: Site) -> list[str]:
    both(site, with_words="video")
    site.watch("audio")
    site.watch("video")
    site.sync()
    assert run_cli(site.desk, "unmatch", "talk/338", f"{site.address}/7.mp4") == 0
    return ["match", "talk/the-rye-field", "talk/338-the-rye-field"]


def parted(site: Site) -> list[str]:
    (site.folder / "17.mp3").hardlink_to(site.folder / "7.mp3")
    both(site, with_words="video")
    site.feed("copy", (site.folder / "video.xml").read_text().partition("</title>")[2].partition("</channel>")[0])
    copy = (site.folder / "copy.xml").read_text().replace("7.mp4", "17.mp3").replace("video/mp4", "audio/mpeg")
    (site.folder / "copy.xml").write_text(copy)
    for name in ("audio", "copy", "video"):
        site.watch(name)
        site.sync()
    return ["unmatch", "talk/the-rye-field", f"{site.address}/17.mp3"]


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("begun", [synced, imported, answered, parted])
def test_a_kill_loses_and_doubles_nothing(talk: Site, begun: Callable[[Site], list[str]], moment: str):
    check_kills(talk, begun(talk), moment)
