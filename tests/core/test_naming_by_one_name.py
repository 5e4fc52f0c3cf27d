"""Hosts who go by one name, as sentences that let them speak give them, and pairs who are only told of."""

from __future__ import annotations

import pytest

from core.casting import people


@pytest.mark.parametrize(
    "text",
    [
        "Nina and Jonas discuss why the mill was closed.",
        "This week Nina & Jonas are joined by a friend of the show to talk flour.",
        "In this episode, Nina and Jonas answer your questions about rye.",
        "Pastors Nina and Jonas dive into the new series on bread.",
        "Eva Holt joins Nina and Jonas to explain how ovens work.",
        "Nina talks about her oven. She and Jonas also chat about salt.",
    ],
)
def test_who_talks_together_by_one_name_hosts(text: str):
    """Two who talk with each other or with us at the beginning, and nobody else is known for the host."""
    assert people(text)["host"] == ["Nina", "Jonas"]


def test_the_full_name_is_taken_from_the_show():
    """One host is known in full to the show's own text, the other is not."""
    found = people("Nina and Jonas recap the week.", about="Nina Holt bakes, and so does her neighbour.")

    assert found["host"] == ["Nina Holt", "Jonas"]


@pytest.mark.parametrize(
    "text",
    [
        "Nina is joined by Eva Holt to talk about mills.",
        "This week Nina interviews Eva Holt, who has just opened a mill.",
        "In episode 8, Nina talks to Eva Holt about her oven.",
        "Eva Holt joins Nina to discuss the price of rye.",
    ],
)
def test_who_asks_by_one_name_hosts_and_the_other_is_the_guest(text: str):
    """Who is asked has a name in full, who asks needs none."""
    assert people(text) == {"host": ["Nina"], "guest": ["Eva Holt"]}


def test_who_presents_together_with_a_known_host_is_one():
    """A regular beside the host may have one name only."""
    found = people("Later on, Ann and Jonas talk about salt.", about="Hosted by Ann Lee.")

    assert found["host"] == ["Ann Lee", "Jonas"]


def test_who_preaches_hosts():
    """A sermon is held by who is named so."""
    assert people("What is daily bread? Pastor Jonas preaches on the fourth petition.")["host"] == ["Jonas"]
    assert people("The town fears Pastor Jonas, and he fled.")["host"] == []


def test_who_writes_with_somebody_hosts_with_them():
    """`Nina and I` are the hosts."""
    assert people("Nina and I had a great talk with the miller.")["host"] == ["Nina"]


@pytest.mark.parametrize(
    "text",
    [
        "Romeo and Juliet discuss their wedding in the second act.",
        "Salt and Pepper are joined by Vinegar.",
        "Nina and Jonas run away from home and reach the sea.",
        "Austin and Dallas welcome the circus.",
        "Long ago the mill burned. It was rebuilt. It burned again. Nina and Jonas discuss marriage.",
        "Nina was joined by the miller's dog when the barn burned.",
        "Tyson Holt wrote it. Tyson and Jonas discuss rye.",
        "The chain joins Crumbs to talk.",
        "Nina, who is nine, and her cat answer nobody.",
    ],
)
def test_pairs_of_stories_things_and_places_are_no_hosts(text: str):
    """Whoever does not talk to us, or is no person of today, is nobody."""
    assert people(text)["host"] == []


def test_one_name_beside_known_hosts_is_nobody():
    """Where the show's hosts are known, two other names by themselves say too little."""
    assert people("Nina and Jonas discuss rye.", about="Hosted by Ann Lee.")["host"] == ["Ann Lee"]


def test_a_show_may_name_its_hosts_by_one_name():
    """Its title, where the episode names one of them, or what it says they do each week."""
    assert people("Nina fields a question on rye.", show="Nina and Jonas Talk About Bread")["host"] == ["Nina", "Jonas"]
    assert people("All about rye.", show="The Loaf with Nina and Jonas")["host"] == ["Nina", "Jonas"]
    assert people("All about rye.", about="Each week Nina and Jonas review a loaf.")["host"] == ["Nina", "Jonas"]
    assert people("All about rye.", about="Join Nina and Jonas as they bake.")["host"] == ["Nina", "Jonas"]


def test_a_show_named_after_others_has_none_of_them_for_hosts():
    """Its title is as good as its topic; so is what two did once."""
    assert people("All about rye.", show="Nina and Jonas Talk About Bread")["host"] == []
    assert people("All about rye.", show="Salt and Pepper")["host"] == []
    assert people("All about rye.", about="Nina and Jonas were murdered in 1990.")["host"] == []


def test_a_short_form_of_a_known_host_is_that_host():
    """`Jon` of Jonas Holt is nobody else."""
    found = people("Nina and Jon are joined by Eva Holt.", about="Hosted by Nina Ek and Jonas Ray.")

    assert found["host"] == ["Nina Ek", "Jonas Ray"]
