"""Chapters keep to what is said in them, whichever medium their times are those of."""

from __future__ import annotations

import json

import numpy as np
import pytest

from cli.loopback import babble, quiet, write_media
from cli.two_places import FIRST, Site
from conftest import run_cli

CHAPTERS = "<description>A talk about rye.\n\n0:00 Start\n0:20 Middle\n0:40 End</description>"


def starts(site: Site) -> list[float]:
    site.capsys.readouterr()
    assert run_cli(site.desk, "info", "talk/rye", "--json") == 0
    return [round(one["start"], 1) for one in json.loads(site.capsys.readouterr().out)["chapters"]]


@pytest.mark.parametrize("more", [["--download"], []], ids=["downloaded", "linked"])
def test_chapters_of_a_film_move_to_the_sound_that_comes_later(site: Site, more: list[str]):
    """The sound begins with eight seconds that the film has not; parted, the film has its own times again."""
    talk = babble(7, 60)
    write_media(site.folder / "7.mp4", talk, video=True)
    write_media(site.folder / "7.mp3", np.concatenate([quiet(8), talk]))
    site.feed("video", site.item("7.mp4", "Rye", FIRST).replace("</item>", f"{CHAPTERS}</item>"))
    assert run_cli(site.desk, "source", "add", "talk", f"{site.address}/video.xml", "--as", "video", *more) == 0
    site.sync()
    assert starts(site) == [0, 20, 40]

    site.feed("audio", site.item("7.mp3", "Rye", FIRST))
    site.watch("audio")
    site.sync()
    assert site.episodes() == ["7.mp3 7.mp4"]
    assert starts(site) == pytest.approx([8, 28, 48], abs=0.2)

    assert run_cli(site.desk, "unmatch", "talk/rye", f"{site.address}/7.mp3") == 0
    assert starts(site) == pytest.approx([0, 20, 40], abs=0.2)
