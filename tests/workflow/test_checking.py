"""Checking built feeds: the rules know where a feed lies, what day it is, and what the files beside it hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from episodes.core.addresses import feed_file
from episodes.core.publication import Publication
from episodes.feed import render_feed
from episodes.workflow.check import Checker
from feed.examples import AUDIO, BASE_URL, SHOW, a_publication, an_episode


def rules_of(folder, feed: bytes, base_url: str = BASE_URL) -> set[str]:
    file = folder / feed_file(SHOW.slug)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(feed)
    (checked,) = Checker(feeds=folder, base_url=base_url).check({SHOW.slug: SHOW})
    return {finding.rule for finding in checked.findings}


def a_feed(**changes) -> bytes:
    return render_feed(a_publication(Publication(episode=replace(an_episode(3), **changes))))


def test_a_date_that_is_yet_to_come_is_found(tmp_path):
    """Today is the real day."""
    tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)

    assert "item-date-future" in rules_of(tmp_path, a_feed(published_at=tomorrow))
    assert "item-date-future" not in rules_of(tmp_path, a_feed(published_at=tomorrow - timedelta(days=2)))


def test_a_feed_that_says_it_is_elsewhere_is_found(tmp_path):
    """A feed built for another address than the one that is set now."""
    assert "self-link-elsewhere" in rules_of(tmp_path, a_feed(), base_url="https://new.example")
    assert "self-link-elsewhere" not in rules_of(tmp_path, a_feed())


def test_files_on_disk_are_known_by_their_bytes(tmp_path):
    """A page saved in the place of an MP3 is found, an MP3 is not."""
    feed = a_feed()
    path = feed.decode().split(f'<enclosure url="{BASE_URL}/')[1].split('"')[0]
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    for content, expected in ((b"<!DOCTYPE html><title>Log in</title>", True), (b"ID3\x04" + bytes(99), False)):
        file.write_bytes(content.ljust(AUDIO.length or 0, b" "))
        assert ("enclosure-bytes" in rules_of(tmp_path, feed)) is expected
