"""Changes that listeners would feel are said before a feed is replaced."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.check import compare_feeds, compare_written, parting
from episodes.core.check.change import check_change
from episodes.core.check.tree import open_feed
from episodes.core.publication import Publication
from episodes.core.written import WrittenFeed
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


EPISODES = {number: Publication(episode=an_episode(number)) for number in range(3, 9)}


@st.composite
def long_feeds(draw) -> bytes:
    """A feed of some episodes, of which a few have another GUID, date, address or length; perhaps a comment before."""
    numbers = draw(st.lists(st.sampled_from(sorted(EPISODES)), unique=True))
    changed = draw(st.sets(st.sampled_from(sorted(EPISODES)), max_size=2))
    items = [EPISODES[number] for number in sorted(numbers, reverse=True)]
    items = [_changed(one, draw(st.sampled_from(KINDS))) if one.episode.number in changed else one for one in items]
    feed = render_feed(a_publication(*items))
    return feed.replace(b"<channel>", b"<channel><!-- <item> -->", 1) if draw(st.booleans()) else feed


KINDS = ("guid", "date", "address", "length")


def _changed(one: Publication, kind: str) -> Publication:
    (medium, *_), episode = one.episode.media, one.episode
    changes = {
        "guid": {"guid": f"{episode.guid}-new"},
        "date": {"published_at": episode.published_at.replace(minute=7)},
        "address": {"media": (replace(medium, media_key="other.mp3"),)},
        "length": {"media": (replace(medium, length=7),)},
    }
    return replace(one, episode=replace(episode, **changes[kind]))


@given(long_feeds(), long_feeds(), st.sampled_from([1, 64, 1 << 16]))
def test_leaving_aside_what_is_alike_hides_no_change(old, new, step):
    """Wherever items are changed, added or taken out, the answer is that of reading both feeds as a whole."""
    parting._STEP = step
    told = list(check_change(open_feed(old), open_feed(new)))

    assert list(compare_feeds(old, new).changes) == told
    assert compare_written(_in_parts(old), _in_parts(new)) == compare_feeds(old, new)


def _in_parts(feed: bytes) -> WrittenFeed:
    head, *rest = re.split(rb"(?<=\n)(?=    <item>\n)", feed)
    if not rest:
        return WrittenFeed(head, [], b"")
    last, close, tail = rest[-1].rpartition(b"</item>\n")
    return WrittenFeed(head, [*rest[:-1], last + close], tail)
