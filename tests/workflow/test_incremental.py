"""Whatever changed since the last build, the next one leaves the bytes that a build from nothing would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from episodes.core.credit import Credit
from episodes.core.episode import Link
from episodes.core.show import ExtraFeed
from workflow.desk import PEOPLE, Desk

Step = Callable[[Desk], object]

STEPS: dict[str, Step] = {
    "a title": lambda desk: desk.edit(title=f"Title {desk.chance.random()}"),
    "a summary": lambda desk: desk.edit(summary=f"Words {desk.chance.random()}"),
    "a slug": lambda desk: desk.edit(slug=f"slug-{desk.chance.randrange(10**6)}"),
    "a guest": lambda desk: desk.edit(credits=(Credit(name=desk.chance.choice(PEOPLE), role="guest"),)),
    "a season": lambda desk: desk.edit(season=2, season_name="Second"),
    "a link to follow": lambda desk: desk.edit(links=(Link(title="App", url="https://a.example", kind="subscribe"),)),
    "a transcript": Desk.say,
    "a new episode": Desk.add,
    "a new video": lambda desk: desk.add("video"),
    "one removed": Desk.remove,
    "a file spoilt": Desk.spoil,
    "a file lost": Desk.lose,
    "a medium lost": Desk.lose_medium,
    "a setting": lambda desk: desk.set(description=f"Words {desk.chance.random()}"),
    "another host": lambda desk: desk.set(hosts=(Credit(name="Cy Ng"),)),
    "another rule": lambda desk: desk.set(feeds=(ExtraFeed(name="late", where="number > 20"),)),
    "nothing": lambda desk: None,
}


@pytest.fixture(scope="module", params=[1, 2])
def histories(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Path]:
    return Desk(tmp_path_factory.mktemp("desk"), request.param), tmp_path_factory.mktemp("anew")


def test_a_build_after_changes_equals_a_build_from_nothing(histories):
    """Lists, people, site map, OPML, private feeds and archives too; what was touched is mended."""
    desk, anew = histories
    desk.build()
    names = list(STEPS)
    desk.chance.shuffle(names)
    for turn, chosen in enumerate((names[:4], names[4:9], names[9:13], names[13:])):
        for name in chosen:
            STEPS[name](desk)

        found, wanted = desk.build(), desk.build_from_nothing(anew / str(turn))

        assert sorted(found) == sorted(wanted), chosen
        assert [path for path in wanted if found[path] != wanted[path]] == [], chosen


def test_another_way_of_writing_feeds_writes_them_anew(tmp_path, monkeypatch):
    """Though nothing of the show changed: with the number of the way alone, and once."""
    desk = Desk(tmp_path, 3)
    before = desk.build()
    feeds = [path for path in before if path.endswith("feed.xml")]
    monkeypatch.setattr("episodes.feed.rss.GENERATOR", "another hand")
    assert b"another hand" not in b"".join(desk.build()[path] for path in feeds)

    monkeypatch.setattr("episodes.feed.VERSION", 10**6)

    assert all(b"another hand" in desk.build()[path] for path in feeds)
    assert feeds
