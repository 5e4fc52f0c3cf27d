"""A person is spelt as the title does, and named once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.casting import people
from episodes.core.credit import Credit
from episodes.core.naming.sightings import Sighting
from episodes.core.naming.spelling import Spelt, as_spelt


def seen(name: str, role: str = "guest", confidence: float = 0.9) -> Sighting:
    return Sighting(credit=Credit(name=name, role=role), confidence=confidence, origin="description", reason="seen")


def names(title: str, *persons: Sighting) -> list[str]:
    return [one.credit.name for one in as_spelt(persons, Spelt(titles=title))]


@pytest.mark.parametrize(
    ("name", "title", "spelt"),
    [
        ("Simone Stolfzoff", "The Loaf (w/ Simone Stolzoff)", "Simone Stolzoff"),
        ("Simone Stolfzoff", "Simone Stolzoff's Loaf", "Simone Stolzoff"),
        ("Ann Marie Holmstrm", "Ann Marie Holmstrom on rye", "Ann Marie Holmstrom"),
        ("Bo Petersen", "Bo Hendriksen on rye", "Bo Petersen"),  # another
        ("John Robertson", "John Roberts and the court", "John Robertson"),
        ("Megan Arbor", "Megan Arbour bakes", "Megan Arbour"),
        ("Tanisha Mitchel", "26: Tanisha Mitchell", "Tanisha Mitchell"),
        ("Neil Bascomb", "Neal Bascomb on rye", "Neal Bascomb"),
        ("Hans Meier", "Hans Meiers Brot", "Hans Meier"),
        ("Anna Bascomb", "Anne Bascomb on rye", "Anna Bascomb"),  # two women
        ("Dan Bascomb", "Dana Bascomb on rye", "Dan Bascomb"),
        ("Ann Hansen", "Ann Jansen on rye", "Ann Hansen"),
        ("Bo Lee", "Bo Lea on rye", "Bo Lee"),  # short names are alike by chance
        ("Ann Berger", "Ann bergere on rye", "Ann Berger"),
        ("Ann LeeABOUT", "Rye", "Ann Lee"),
        ("Tem Del Marsh", "In the Weeds w/ Sen. Del Marsh", "Del Marsh"),
        ("Mary Ann Lee", "Ann Lee on rye", "Mary Ann Lee"),
        ("Ann McDONALD", "Rye", "Ann McDONALD"),
    ],
)
def test_the_title_knows_how_somebody_is_spelt(name: str, title: str, spelt: str):
    assert names(title, seen(name)) == [spelt]


def test_two_spellings_that_become_one_are_one_person():
    assert names("Simone Stolzoff", seen("Simone Stolfzoff"), seen("Simone Stolzoff")) == ["Simone Stolzoff"]
    (kept,) = as_spelt(
        [seen("Simone Stolfzoff", confidence=0.5), seen("Simone Stolzoff")], Spelt(titles="Simone Stolzoff")
    )
    assert kept.confidence == 0.9
    assert names("Simone Stolzoff", seen("Simone Stolfzoff", "host"), seen("Simone Stolzoff")) == [
        "Simone Stolfzoff",
        "Simone Stolzoff",
    ]


def test_whom_settings_a_feed_or_a_list_name_is_called_so():
    for stated in (
        replace(seen("Simone Stolfzoff", "host"), confidence=1.0),
        replace(seen("Simone Stolfzoff"), origin="feed"),
        replace(seen("Simone Stolfzoff"), exact=True),
    ):
        assert as_spelt([stated], Spelt(titles="Simone Stolzoff")) == [stated]
    dave, olsen = (replace(seen(name, "host"), confidence=1.0) for name in ("Dave", "Dave Olsen"))
    assert as_spelt([dave, olsen], Spelt(titles="Rye")) == [dave, olsen]


def test_a_first_name_is_nobody_beside_the_full_one():
    ann, bo = seen("Ann Lee", "host"), seen("Bo", "host")
    assert names("Rye", seen("Ann", "host"), bo, ann) == ["Bo", "Ann Lee"]
    assert names("Rye", seen("Ann"), ann) == ["Ann", "Ann Lee"]  # a guest of the host's name
    assert names("Rye", seen("Ann", "host"), ann, seen("Ann Berg", "host")) == ["Ann", "Ann Lee", "Ann Berg"]


def test_what_begins_the_next_list_is_nobody():
    text = "We talk about rye.\n\nToday’s Guest:\nAnn Lee is a miller.\n\nAdditional Reading:\nA book on rye"
    assert people(text)["guest"] == ["Ann Lee"]
    text = "Guests:\nAnn Lee:\nhttps://a.example\nBob Ray:\nhttps://b.example"
    assert people(text)["guest"] == ["Ann Lee", "Bob Ray"]


def test_another_case_is_no_other_spelling() -> None:
    virtanen = [seen("Anne Virtanen")]
    assert as_spelt(virtanen, Spelt(titles="Anne Virtasen leipä", has_cases=True)) == virtanen


def test_two_first_names_that_the_text_has_are_two_people() -> None:
    text = "Our guest is Marco Rossi, who carries on his father Mario Rossi's bakery."
    marco = [seen("Marco Rossi")]
    assert as_spelt(marco, Spelt(titles="Mario Rossi: a baker's life", text=text)) == marco
    assert names("Mario Rossi: a baker's life", *marco) == ["Mario Rossi"]
