"""Real feeds of other people are read whole: every item, GUIDs and dates to the letter."""

from __future__ import annotations

import calendar

import pytest

from conftest import SHARED
from episodes.feed.reading import read_feed

FEEDS = sorted((SHARED / "feeds").glob("*.xml")) if SHARED.is_dir() else []


@pytest.mark.skipif(not FEEDS, reason="the shared test data is not beside the repository")
@pytest.mark.parametrize("file", FEEDS, ids=lambda file: file.stem)
def test_a_real_feed_gives_what_another_reader_finds(file):
    """feedparser, written by others and slower by far, sees the same items, GUIDs and dates."""
    feedparser = pytest.importorskip("feedparser", reason="feedparser is for this comparison only")
    data = file.read_bytes()
    expected = [
        (entry.get("id") or entry.enclosures[0].href, calendar.timegm(entry.published_parsed))
        for entry in feedparser.parse(data).entries
    ]

    feed = read_feed(data)

    assert expected == [(one.guid, int(one.item.published_at.timestamp())) for one in feed.items]
    assert all(one.files for one in feed.items)
    assert all(one.item.title for one in feed.items)
