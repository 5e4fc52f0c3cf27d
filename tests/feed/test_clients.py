"""What known readers of feeds make of ours."""

from __future__ import annotations

import io

import feedparser
import podcastparser
import pytest

from episodes.feed import render_feed
from feed.examples import BASE_URL, EPISODE, a_publication


def test_feedparser_reads_everything_it_knows():
    """No complaint, and title, date, file, number, season, picture where it looks for them."""
    feed = feedparser.parse(render_feed(a_publication()))
    (entry,) = feed.entries

    assert not feed.bozo
    assert feed.feed.title == "Quick Take"
    assert feed.feed.image.href == f"{BASE_URL}/quick-take/cover.jpg"
    assert (entry.title, entry.id, entry.itunes_episode, entry.itunes_season) == (
        EPISODE.title,
        EPISODE.guid,
        "338",
        "4",
    )
    assert entry.published_parsed[:5] == (2026, 3, 3, 8, 0)
    assert [(e.type, e.length) for e in entry.enclosures] == [("audio/mpeg", "3032478")]
    assert "<strong>money</strong>" in entry.content[-1].value


@pytest.mark.parametrize(("kind", "mime"), [("audio", "audio/mpeg"), ("video", "video/mp4")])
def test_gpodders_parser_sees_files_chapters_and_types(kind, mime):
    """Podcastparser is what gPodder reads feeds with."""
    feed = podcastparser.parse(BASE_URL, io.BytesIO(render_feed(a_publication(), edition=kind)))
    (episode,) = feed["episodes"]

    assert [enclosure["mime_type"] for enclosure in episode["enclosures"]] == [mime]
    assert [chapter["title"] for chapter in episode["chapters"]] == ["Hello", "Money & bridges", "Goodbye"]
    assert (episode["number"], episode["season"], episode["type"]) == (338, 4, "full")
    assert feed["itunes_categories"] == [["News", "Politics"], ["Society & Culture", "Documentary"]]
    assert feed["itunes_owner"] == {"name": "Ann Lee", "email": "ann@example.org"}
    assert episode["total_time"] == (379 if kind == "audio" else 381)
