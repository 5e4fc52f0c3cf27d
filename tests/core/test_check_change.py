"""Changes that listeners would feel are said before a feed is replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from episodes.core.check import compare_feeds
from episodes.core.publication import Publication
from episodes.feed import render_feed
from feed.examples import AUDIO, EPISODE, SHOW, TRANSCRIPT, a_publication, an_episode

FIRST, SECOND = Publication(episode=EPISODE, transcript=TRANSCRIPT), Publication(episode=an_episode(3))
OTHER = "11111111-1111-5111-9111-111111111111"
OLD = render_feed(a_publication(FIRST, SECOND))


def after(**changes):
    return a_publication(replace(FIRST, episode=replace(EPISODE, **changes)), SECOND)


@pytest.mark.parametrize(
    ("publication", "expected"),
    [
        (a_publication(FIRST, SECOND), []),
        (after(title="The river", summary="Other words", notes="Other notes"), []),
        (a_publication(FIRST), ["guid-gone"]),
        (a_publication(FIRST, SECOND, Publication(episode=an_episode(4))), []),
        (after(guid="new-one"), ["guid-changed"]),
        (after(media=(replace(AUDIO, length=5), *EPISODE.media[1:])), ["enclosure-changed"]),
        (after(media=(replace(AUDIO, media_key="a.m4a"), *EPISODE.media[1:])), ["enclosure-moved"]),
        (after(published_at=EPISODE.published_at.replace(hour=9)), ["date-changed"]),
        (a_publication(FIRST, SECOND, show=replace(SHOW, guid=OTHER)), ["podcast-guid-changed"]),
        (replace(a_publication(FIRST), base_url="https://new.example"), ["enclosure-moved", "feed-moved", "guid-gone"]),
    ],
)  # fmt: skip
def test_what_listeners_would_feel_is_said(publication, expected):
    """New episodes and better words are no trouble."""
    found = compare_feeds(OLD, render_feed(publication)).changes

    assert sorted(finding.rule for finding in found) == expected
    assert all(finding.level == "warning" and finding.mend for finding in found)


def test_an_old_feed_that_cannot_be_read_is_no_reason_to_stay():
    assert compare_feeds(b"", OLD).changes == ()
    assert compare_feeds(b"<html>", OLD).changes == ()
