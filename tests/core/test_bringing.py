"""What becomes of an item's words when a feed is brought in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from episodes.core.bringing import imported_episode
from episodes.core.episode import Episode
from episodes.core.incoming import IncomingItem
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.show import Show

FIRST = "In the spring of 1903 a bridge is built where nobody wants to cross the river."
SECOND = "Its engineer has never seen it, and we ask why that was no trouble at all."
SHORT = "A story of a river and a wrong bridge."


def brought(description: str, *, short: str) -> Episode:
    item = Item(source=Source(provider="feed", key="1"), title="The wrong bridge", description=description)
    incoming = IncomingItem(item=item, guid="1", summary=short)
    return imported_episode(incoming, Show(slug="a", title="A"), now=datetime(2026, 3, 3, tzinfo=UTC), taken=())


def test_the_first_paragraph_stays_beside_a_short_description():
    """The feed's own words are the summary; what they do not say is not lost."""
    episode = brought(f"{FIRST}\n\n{SECOND}", short=SHORT)

    assert (episode.summary, episode.notes) == (SHORT, f"{FIRST}\n\n{SECOND}")
    assert [origin.origin for origin in episode.origins if origin.field == "summary"] == ["feed"]


@pytest.mark.parametrize("short", [FIRST, f"{FIRST}\n\n{SECOND}", FIRST.replace(" ", "\u00a0"), FIRST.rstrip(".")])
def test_a_paragraph_that_is_the_short_description_is_told_once(short):
    """However its signs and spaces are written."""
    episode = brought(f"{FIRST}\n\n{SECOND}", short=short)

    assert episode.notes == SECOND


def test_without_a_short_description_the_first_paragraph_is_the_summary():
    """As for any description."""
    episode = brought(f"{FIRST}\n\n{SECOND}", short="")

    assert (episode.summary, episode.notes) == (FIRST, SECOND)


def test_a_short_description_that_says_nothing_is_none():
    """A mere call to subscribe does not stand in for the description's own paragraph."""
    episode = brought(f"{FIRST}\n\n{SECOND}", short="Subscribe to our newsletter!")

    assert (episode.summary, episode.notes) == (FIRST, SECOND)
    assert [origin.origin for origin in episode.origins if origin.field == "summary"] == ["description"]
