"""Which date an episode gets, and whether it may be published with it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from episodes.core.bringing import imported_episode
from episodes.core.incoming import IncomingItem
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.plan import Wishes, new_episode
from episodes.core.show import Show

SHOW = Show(slug="brief", title="Harbour Brief")
NOW, THEN = datetime(2026, 1, 1, tzinfo=UTC), datetime(2024, 3, 4, tzinfo=UTC)


def made(provider: str, title: str = "Ferries", **said):
    item = Item(source=Source(provider=provider, key="1"), title=title, **said)
    return new_episode(item, read_item(item, show=SHOW), Wishes(), show=SHOW, media=(), now=NOW, taken=())


@pytest.mark.parametrize(("provider", "page"), [("web", "https://p.example"), ("page", ""), ("youtube", "")])
@pytest.mark.parametrize("said", [{}, {"published_at": THEN, "date_is_sure": False}, {"date_is_sure": False}])
def test_what_was_out_before_has_no_sure_date_of_today(provider, page, said):
    """A time stamp of the web is none either."""
    episode = made(provider, webpage_url=page, **said)

    assert (episode.published_at, episode.date_is_sure) == (NOW, False)
    assert episode.is_guessed("published_at")


def test_a_file_without_a_date_is_published_when_it_is_added():
    """That is no guess; a date in its title is one, and a stated date is sure wherever it stands."""
    assert made("file").date_is_sure
    assert not made("file").is_guessed("published_at")
    assert made("web").date_is_sure, "its address was given, as a path is"
    assert made("file", "Ferries, 2024-03-04").date_is_sure is False
    assert made("web", published_at=THEN).date_is_sure


def test_an_item_of_a_feed_is_guessed_by_its_title():
    """The date that the reason tells of is the one that the episode has."""
    item = Item(source=Source(provider="feed", key="1"), title="Ferries, 2024-03-04", date_is_sure=False)
    episode = imported_episode(IncomingItem(item=item, guid="1"), SHOW, now=NOW, taken=())

    assert (episode.published_at, episode.date_is_sure) == (THEN, False)
