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


@pytest.mark.parametrize(
    "text",
    [
        "Here is a clip from Bread Radio where host Eva Holt speaks of salt.",
        "We play you a podcast called Salt, hosted by Eva Holt.",
        "Season 2 of The Salt Show hosted by Eva Holt is here.",
        "You can hear our talk with miller Eva Holt in an earlier episode.",
    ],
)
def test_hosts_and_guests_of_another_show_are_none_of_ours(text: str):
    """A clip, another show's name or an earlier episode stands before the name or behind it."""
    found = people(text)

    assert "Eva Holt" not in found["guest"] + found["host"]


def test_whom_a_guest_tells_is_the_host():
    """The guest is `she`, and nobody else is known to be the host."""
    text = "Clara Dahl was the first woman to own a mill. She tells Eva Holt about the fire."

    assert people(text)["host"] == ["Eva Holt"]
    assert people("In 1850 she tells Eva Holt about the fire.")["host"] == []
    assert people("He tells Eva Holt, a miller, to leave.")["host"] == []


def test_a_name_that_no_list_knows_is_believed_behind_a_clear_phrase_that_tells_who_it_is():
    """The trade or `who` stands behind it."""
    about = "Hosted by Ann Lee."

    assert people("An interview with Qorlan Vreeb, a historian from Rye.", about=about)["guest"] == ["Qorlan Vreeb"]
    assert people("An interview with Qorlan Vreeb of old.", about=about)["guest"] == []


def test_rows_behind_join_and_with_handles_are_hosts():
    """`Join Nina and Jonas for all this`; what they are called elsewhere stands in brackets."""
    assert people("It is harvest time. Join Nina and Jonas for all this and more.")["host"] == ["Nina", "Jonas"]
    assert people("Nina (@nn) and Jonas (@jj) are joined by Eva Holt.")["host"] == ["Nina", "Jonas"]


def test_who_presents_stands_in_the_credits_whatever_is_glued_to_them():
    """Behind a quotation, and before who produced it."""
    text = 'It tells of an oven. "It burned."Presented by Eva Holt Produced in Rye by Bo Ray'

    assert people(text) == {"host": ["Eva Holt"], "guest": []}


def test_who_joins_a_discussion_or_its_host_is_a_guest():
    """The verb may stand before the guest, or tell it as past."""
    about = "Hosted by Ann Lee."

    assert people("Joining the discussion from Rye is the baker Eva Holt.", about=about)["guest"] == ["Eva Holt"]
    assert people("Eva Holt and Bo Ray joined Ann Lee to quiz the week.", about=about)["guest"] == [
        "Eva Holt",
        "Bo Ray",
    ]
    assert people("Eva Holt and Bo Ray joined the army.", about=about)["guest"] == []


def test_hosts_of_one_name_behind_their_word_or_told_by_the_guest():
    """`with your hosts Nina and Jonas`; the title names who tells Nina."""
    assert people("Flour is on the podcast with your hosts Nina and Jonas.")["host"] == ["Nina", "Jonas"]
    assert people("She tells Nina how flour is made.", title="Eva Holt")["host"] == ["Nina"]
    assert people("She tells Nina how flour is made.", title="Flour")["host"] == []


def test_who_chairs_is_the_host():
    """In whatever sentence."""
    text = "Rye is old. It is dear. So why bake it? Eva Holt chairs as bakers ask."

    assert people(text)["host"] == ["Eva Holt"]
