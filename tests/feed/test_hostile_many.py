"""Ten thousand records of hostile words: every feed stays whole, and nothing is lost but what XML forbids."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Episode, Link
from episodes.core.publication import Publication
from episodes.feed import render_feed
from feed.examples import EPISODE, TRANSCRIPT, a_publication, an_episode
from feed.test_hostile import ITUNES, NASTY, plain

PODCAST = "{https://podcastindex.org/namespace/1.0}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
PIECES = [*NASTY.elements, "word", " ", "é", "日本", "\n\n", "- ", "1. ", "**b**", "https://a.example/x"]


def a_record(number: int, chance: random.Random) -> Episode:
    def word() -> str:
        odd = chr(chance.randrange(0x110000))
        return "".join(chance.choice([*PIECES, odd]) for _ in range(chance.randrange(6)))

    return replace(
        an_episode(number),
        title=word(),
        summary=word(),
        notes=word(),
        disclaimer=word(),
        season_name=word(),
        number_label=word(),
        location=word(),
        license=word(),
        image=word(),
        credits=(Credit(name=word(), role="guest", url=word(), image_url=word()),),
        links=(Link(title=word(), url=word(), kind="citation"), Link(title=word(), url=word(), kind="watch")),
        chapters=(Chapter(start=1, title=word(), url=word(), image_url=word()),),
        media=replace(EPISODE, guid=f"{number}").media[:1],
    )


@pytest.mark.parametrize("seed", range(10))
def test_a_thousand_records_stay_whole(seed):
    """Titles, people, seasons and chapters are read back as they were given; notes hold nothing active."""
    chance = random.Random(seed)  # the same words each time, so that a failure can be seen again
    episodes = [a_record(number, chance) for number in range(1000, 0, -1)]
    held = [Publication(episode=episode, transcript=TRANSCRIPT) for episode in episodes]

    items = ElementTree.fromstring(render_feed(a_publication(*held))).findall("channel/item")

    assert len(items) == len(episodes)
    for item, episode in zip(items, episodes, strict=True):
        if plain(episode.title):
            assert plain(item.findtext("title")) == plain(item.findtext(f"{ITUNES}title")) == plain(episode.title)
        assert item.findtext("guid") == episode.guid
        guests = [person.text for person in item.iter(f"{PODCAST}person") if person.get("role") == "guest"]
        assert [plain(name) for name in guests] == [name for name in [plain(episode.guests[0].name)] if name]
        markup = " ".join(re.findall("<[^<>]*>", item.findtext(f"{CONTENT}encoded") or "")).lower()
        assert "<script" not in markup
        assert not re.search("=[\"' ]*javascript:", markup)
