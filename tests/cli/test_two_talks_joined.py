"""Two talks that somebody joined by mistake: no offset is made up, and `unmatch` names both apart."""

from __future__ import annotations

import json

import numpy as np
import pytest

from cli.loopback import babble, quiet, write_media
from cli.two_places import FIRST, WEEK, Site
from conftest import run_cli

#: Seconds that the film of the second talk begins before its audio.
OFFSET = 7.3


def offsets(site: Site, reference: str) -> list[float]:
    site.capsys.readouterr()
    assert run_cli(site.desk, "info", reference, "--json") == 0
    return [medium["offset"] for medium in json.loads(site.capsys.readouterr().out)["media"]]


@pytest.fixture
def talks(site: Site) -> Site:
    """Two talks as sound, and the second as a film too."""
    write_media(site.folder / "2.mp4", np.concatenate([quiet(OFFSET), babble(2, 30)]), video=True)
    for number in (1, 2):
        write_media(site.folder / f"{number}.mp3", babble(number, 30))
    site.feed("audio", site.item("1.mp3", "#41 Rye"), site.item("2.mp3", "#42 Mills", FIRST + WEEK))
    site.feed("video", site.item("2.mp4", "#42 Mills", FIRST + WEEK))
    site.watch("audio")
    site.watch("video")
    site.sync()
    return site


def test_an_offset_from_another_main_medium_is_not_shown(talks: Site):
    """The film's lay to its own audio, and is that again once the two are parted."""
    before = offsets(talks, "talk/42")
    assert run_cli(talks.desk, "match", "talk/41", "talk/42") == 0

    assert offsets(talks, "talk/41") == [0, 0, 0]
    assert run_cli(talks.desk, "unmatch", "talk/41") == 0

    assert offsets(talks, "talk/42") == before == [0, pytest.approx(OFFSET, abs=0.1)]


def test_a_jingle_that_two_talks_share_tells_no_offset(site: Site):
    """It is heard in both, at other places; of a short talk that is a third."""
    jingle = babble(99, 10)
    for number, before in ((1, 0), (2, OFFSET)):
        sound = np.concatenate([quiet(before), jingle, babble(number, 25)])
        write_media(site.folder / f"{number}.mp3", sound)
    site.feed("audio", site.item("1.mp3", "#41 Rye"), site.item("2.mp3", "#42 Mills", FIRST + WEEK))
    site.watch("audio")
    site.sync()

    assert run_cli(site.desk, "match", "talk/41", "talk/42") == 0

    assert offsets(site, "talk/41") == [0, 0]


def test_parted_episodes_of_one_number_are_named_apart(talks: Site):
    assert run_cli(talks.desk, "edit", "talk/42", "number=41") == 0
    assert run_cli(talks.desk, "match", "talk/41-rye", "talk/42-mills") == 0
    talks.capsys.readouterr()

    assert run_cli(talks.desk, "unmatch", "talk/41-rye") == 0

    assert talks.capsys.readouterr().err == "parted: talk/41-rye and talk/42-mills\n"
