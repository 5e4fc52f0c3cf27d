"""Episodes of one GUID are found again in as many steps as there are."""

from __future__ import annotations

from datetime import UTC, datetime

from core.counting import calls
from episodes.core.apart import settled, with_items_apart
from episodes.core.bringing import imported_episode
from episodes.core.incoming import IncomingFeed, IncomingFile, IncomingItem
from episodes.core.item import Item
from episodes.core.kin import Kin, path_of, plain
from episodes.core.media import Source
from episodes.core.show import Show

SHOW = Show(slug="talk", title="Talks")
NOW = datetime(2024, 1, 10, tzinfo=UTC)


def twins(host: str, count: int) -> IncomingFeed:
    """Undated items of one GUID and title, each with a file in a folder of its own."""
    items = [
        IncomingItem(
            guid="g",
            item=Item(source=Source(provider="feed", key="g"), title="News"),
            files=(IncomingFile(url=f"https://{host}/{number}/audio.mp3"),),
        )
        for number in range(count)
    ]
    return with_items_apart(IncomingFeed(show=SHOW, items=tuple(items)))


def test_twins_that_move_to_another_host_are_found_in_as_many_steps_as_there_are():
    steps = {}
    for count in (100, 1000):
        known = [imported_episode(one, SHOW, now=NOW, taken=()) for one in twins("example.org", count).items]
        moved = twins("cdn.example.net/pods", count).items
        found: list[str] = []

        def work(known=known, moved=moved, found=found) -> None:  # type: ignore[no-untyped-def]
            kin = Kin(known, listed=moved)
            found += [settled(one, kin).guid for one in moved]

        steps[count] = calls(work, path_of, plain)

        assert sorted(found) == sorted(one.guid for one in known)
    assert steps[1000] < 11 * steps[100]
