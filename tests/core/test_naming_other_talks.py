"""Talks of other shows or of another week; who of two is called the host; firms with a person's name."""

from __future__ import annotations

import pytest

from core.casting import people


def test_who_is_called_the_host_asks():
    """The guest may come first in the sentence."""
    assert people("Eva Holt talks with host Ann Lee about flour.") == {"host": ["Ann Lee"], "guest": ["Eva Holt"]}


@pytest.mark.parametrize(
    "text",
    [
        "She won the cup and had a long chat with Eva Holt on his podcast.",
        "See you next week for another loaf, when we sit down with Eva Holt, a miller!",
        "We talk through the mayor's decision to appoint General Eva Holt for Minister of Flour.",
        "This show is presented by Eva Holt & Company.",
        "The show is presented by Eva Holt LLP.",
    ],
)
def test_talks_of_others_and_firms_name_nobody(text: str):
    """Whose show it was on, when it will be, and what is a firm is said around the name."""
    found = people(text, about="Hosted by Ann Lee.")

    assert "Eva Holt" not in found["guest"] + found["host"]


def test_our_own_talk_names_the_guest():
    """The same words, said of this show."""
    assert people("We had a long chat with Eva Holt.", about="Hosted by Ann Lee.")["guest"] == ["Eva Holt"]
