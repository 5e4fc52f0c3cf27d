"""The table of verbs says what each tells of its person, and says it once."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from episodes.core.naming.phrases.verbs import PLACES, VERBS, any_verb


def test_every_verb_counts_somewhere_and_only_in_places_that_are_told():
    """A misspelt place would make a verb count nowhere, and nobody would see it."""
    places = [verb.places for verb in VERBS]

    assert all(places)
    assert frozenset().union(*places) == set(PLACES)


def test_no_verb_stands_there_twice():
    """What a verb says is read off one row."""
    twice = [forms for forms, count in Counter(verb.forms for verb in VERBS).items() if count > 1]

    assert twice == []


@pytest.mark.parametrize("place", PLACES)
def test_every_verb_has_a_form_that_its_places_ask_for(place):
    """A place that asks for the plain form is of no use to a verb without one."""
    for verb in (verb for verb in VERBS if place in verb.places):
        assert any(verb.forms[form] for form in PLACES[place]), verb


@pytest.mark.parametrize(
    ("place", "yes", "no"),
    [
        ("begins", "argues", "dies"),
        ("own", "explains", "hosts"),
        ("summary", "discuss", "discusses"),
        ("alone", "discusses", "joins"),
        ("us", "walked", "visited"),
        ("meets", "sat down", "stood up"),
    ],
)
def test_a_place_takes_its_own_verbs_in_its_own_forms(place, yes, no):
    """Several discuss, one discusses."""
    assert re.fullmatch(any_verb(place), yes)
    assert not re.fullmatch(any_verb(place), no)
