"""Which errors of a new feed are new: those that the published one does not have, wherever an item stands."""

from __future__ import annotations

from dataclasses import replace

from episodes.core.publication import Publication
from episodes.feed import render_feed
from episodes.workflow.check import Checker
from feed.examples import BASE_URL, TRANSCRIPT, a_publication, an_episode


def published(*numbers: int, spoilt: int = 0, title: str = "") -> bytes:
    """A feed in which one item's file is not there; `title` changes that item."""
    episodes = []
    for number in numbers:
        episode = an_episode(number)
        if number == spoilt:
            episode = replace(episode, title=title or episode.title, media=(replace(episode.media[0], length=0),))
        episodes.append(Publication(episode=episode, transcript=TRANSCRIPT))
    return render_feed(a_publication(*episodes))


def errors(folder, old: bytes, new: bytes):
    (folder / "feed.xml").write_bytes(old)
    return Checker(feeds=folder, base_url="https://elsewhere.example").compare("feed.xml", new).errors


def test_an_old_error_in_an_item_that_moved_down_is_not_new(tmp_path):
    """A newer episode came and the faulty one was edited: its fault is the old one."""
    old = published(3, 2, 1, spoilt=1)
    new = published(4, 3, 2, 1, spoilt=1, title="Another title")

    assert BASE_URL.encode() in new
    assert errors(tmp_path, published(3, 2, 1), new)
    assert not errors(tmp_path, old, new)


def test_the_same_error_in_another_item_is_new(tmp_path):
    """What is wrong with one episode excuses no other, though both stand at the same place."""
    assert errors(tmp_path, published(3, 2, 1, spoilt=3), published(4, 3, 2, 1, spoilt=4))


def test_a_damaged_feed_may_be_replaced(tmp_path):
    """What cannot be read any more is not protected from a feed with faults."""
    assert not errors(tmp_path, b"<rss", published(3, spoilt=3))
