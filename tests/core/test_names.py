"""Names: what the recogniser is told, and what is suggested as misheard."""

from __future__ import annotations

from datetime import UTC, datetime

from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.misheard import suggest
from episodes.core.names import hotwords, names_in
from episodes.core.show import Show
from episodes.core.transcript import Segment

SHOW = Show(
    slug="duran", title="The Duran", hosts=(Credit(name="Alexander Mercouris"),), glossary=("ComfyUI", "Donbas")
)
EPISODE = Episode(
    guid="g",
    show="duran",
    slug="1",
    title="What Lavrov told Blinken in Reykjavik",
    summary="Today we meet Pieter Wuille of Bitcoin Core. The talks went on.",
    published_at=datetime(2026, 1, 1, tzinfo=UTC),
    credits=(Credit(name="Alex Christoforou"), Credit(name="Pieter Wuille", role="guest")),
)


def test_the_most_specific_names_come_first():
    found = hotwords(EPISODE, SHOW)

    assert found[:2] == ("Pieter Wuille", "Pieter")
    assert found.index("Lavrov") < found.index("ComfyUI") < found.index("Alex Christoforou") < found.index("The Duran")
    assert found.count("Pieter Wuille") == 1


def test_names_are_cut_to_the_room_there_is():
    assert hotwords(EPISODE, SHOW, room=22) == ("Pieter Wuille", "Pieter")


def test_words_that_begin_sentences_are_no_names():
    assert names_in("Today we talk. The end of it. And Ann Lee speaks.") == ["Ann Lee"]


def test_a_title_in_capitals_names_nobody():
    assert names_in("How A Spoken Sentence Becomes Searchable") == []
    assert names_in("Why Iceland Matters To NATO", "All about Iceland.") == ["Iceland", "NATO"]


def test_misheard_names_are_suggested_with_their_places():
    spoken = (
        Segment(start=0, end=4, text="This is Alexander Marcurius in London."),
        Segment(start=4, end=8, text="Thanks, Marcus Curious! I am curious."),
        Segment(start=8, end=12, text="Mercouris is right here, and so is the Donbass."),
    )

    found = {
        one.wrong: (one.right, len(one.places)) for one in suggest(["Alexander Mercouris", "Donbas"], [("g", spoken)])
    }

    assert found["Alexander Marcurius"] == ("Alexander Mercouris", 1)
    assert found["Marcus Curious"] == ("Mercouris", 1)
    assert "curious" not in found
    assert found["Donbass"] == ("Donbas", 1)
    assert "London" not in found
    assert "Mercouris" not in found
