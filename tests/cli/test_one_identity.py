"""Two feeds of one show often state one podcast:guid and the same GUIDs: both are gone through all the same."""

from __future__ import annotations

import pytest

from cli.test_import_further import bring, files
from cli.test_joined_fields import TOLD, fixed, record, talk, told, worded
from cli.two_places import Site

__all__ = ["talk"]
GUID = "<p:guid xmlns:p='https://podcastindex.org/namespace/1.0'>0b9f6b8e-7c6b-5d8f-8f3a-3c1de8f1a111</p:guid>"
NAMES = {"audio": "7.mp3", "video": "7.mp4", "copy": "17.mp3"}


def feeds(talk: Site, first: str, second: str, identity: str = GUID) -> None:
    (talk.folder / "17.mp3").hardlink_to(talk.folder / "7.mp3")
    talk.feed(first, talk.item(NAMES[first], "The rye field", guid="t7"), identity)
    talk.feed(second, worded(talk, NAMES[second], guid="t7"), identity)


@pytest.mark.parametrize(("first", "second"), [("audio", "video"), ("video", "audio")])
@pytest.mark.parametrize("identity", [GUID, ""], ids=["one", "two"])
def test_film_and_sound_are_one_episode(talk: Site, first: str, second: str, identity: str):
    feeds(talk, first, second, identity)
    talk.watch(first)
    talk.sync()
    before = fixed(talk, "talk/the-rye-field")
    talk.watch(second)
    talk.sync()

    assert talk.episodes() == ["7.mp3 7.mp4"]
    assert fixed(talk, "talk/the-rye-field") == before
    assert told(talk, "talk/the-rye-field") == TOLD
    talk.check_quiet()
    for name in (first, second):
        assert "nothing new" in bring(talk, name)


@pytest.mark.parametrize("identity", [GUID, ""], ids=["one", "two"])
def test_a_copy_elsewhere_is_linked_and_fills(talk: Site, identity: str):
    """It is not fetched: listeners have the first one."""
    feeds(talk, "audio", "copy", identity)
    talk.watch("audio")
    talk.sync()
    talk.watch("copy")
    talk.sync()

    assert files(talk, "talk/338") == [("audio", "7.mp3", True), ("audio", "17.mp3", False)]
    assert told(talk, "talk/338") == TOLD
    talk.check_quiet()
    assert "nothing new" in bring(talk, "copy")


def test_a_feed_that_comes_both_ways_is_joined_once(talk: Site):
    feeds(talk, "audio", "video")
    bring(talk, "audio")
    bring(talk, "video")
    talk.watch("audio")
    talk.watch("video")
    talk.sync()

    assert files(talk, "talk/338") == [("audio", "7.mp3", False), ("video", "7.mp4", False)]
    talk.check_quiet()


def test_a_feed_that_moved_is_no_further_one(talk: Site):
    """The source's address is written anew, and the media lie elsewhere: nothing comes in twice."""
    feeds(talk, "audio", "copy")
    talk.watch("audio")
    talk.sync()
    settings = talk.desk / "episodes.toml"
    settings.write_text(settings.read_text().replace("audio.xml", "copy.xml"))
    talk.check_quiet()

    assert len(record(talk, "talk/the-rye-field")["media"]) == 1
