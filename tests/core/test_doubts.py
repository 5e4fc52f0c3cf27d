"""People who may take part: kept with the reason, and told apart from those who do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from episodes.core.credit import Credit
from episodes.core.doubts import accepting, doubted
from episodes.core.editing import edited, parse_changes
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.plan import Wishes, new_episode
from episodes.core.record import episode_record
from episodes.core.show import Show

SHOW = Show(slug="brief", title="Harbour Brief", description="A show hosted by Nadia Kovacs about ferries.")
TEXT = "We talk of old days. Host Bob Ray takes us through the old harbour."


def an_episode():
    item = Item(source=Source(provider="web", key="1"), title="A talk", description=TEXT)
    reading = read_item(item, show=SHOW)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return new_episode(item, reading, Wishes(), show=SHOW, media=(), now=now, taken=())


def test_a_doubted_person_is_kept_with_the_reason():
    """The record has the reason and the way to accept; the credits have not the person."""
    episode = an_episode()
    ((person, origin),) = doubted(episode)

    assert [credit.name for credit in episode.credits] == ["Nadia Kovacs"]
    assert (person.name, person.role) == ("Bob Ray", "host")
    assert "'Host' before the name" in origin.reason
    assert accepting(episode, person) == 'hosts="Nadia Kovacs; Bob Ray"'
    assert episode_record(episode)["guessed"] == []


def test_what_a_person_settles_is_no_doubt_any_more():
    """Accepting is an ordinary edit; another edit of the people settles it too."""
    episode = an_episode()

    assert doubted(edited(episode, parse_changes(["hosts=Nadia Kovacs; Bob Ray"]))) == []
    assert doubted(edited(episode, parse_changes(["guests=Ann Lee"]))) == []
    assert doubted(replace(episode, credits=(Credit(name="Bob Ray"),))) == []
