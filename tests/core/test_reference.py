"""A person says an episode in many ways; each finds it, or is answered with what may have been meant."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.errors import AmbiguousReference, NotFound
from episodes.core.reference import Candidate, resolve


def episode(number: int | None, title: str, **changes: Any) -> Candidate:
    slug = f"{number}-{title.lower().replace(' ', '-')}"
    own = {"id": 0, "guid": f"0000-{title}-guid", "show": "quick-take", "slug": slug, "title": title, "number": number}
    return Candidate(**{**own, **changes})


SYRIA = episode(338, "Syria, the day after", urls=("https://www.youtube.com/watch?v=abc123",))
DRONES = episode(337, "Drone wars", original_title="Quick Take 337: Drone wars (Video)")
BONUS = episode(None, "A day at sea", slug="a-day-at-sea", number_label="B-2")
OTHER = episode(338, "Cooking rice", show="kitchen", guid="338", season=2)
ALL = [SYRIA, DRONES, BONUS, OTHER]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("337", DRONES),
        ("#337", DRONES),
        ("Ep. 337", DRONES),
        ("episode 337", DRONES),
        (" quick-take/338 ", SYRIA),
        ("quick-take/#338", SYRIA),
        ("quick-take/338-syria,-the-day-after", SYRIA),
        ("338-cooking-rice", OTHER),
        ("kitchen/last", OTHER),
        ("last", SYRIA),
        ("b-2", BONUS),
        ("S02E338", OTHER),
        ("0000-Drone wars-guid", DRONES),
        ("338", OTHER),  # its GUID to the letter
        ("https://youtube.com/watch?v=abc123", SYRIA),
        ("https://example.org/feeds/quick-take/337-drone-wars/", DRONES),
        ("https://example.org/feeds/quick-take/337-drone-wars/index.html#t=4", DRONES),
        ("drone", DRONES),
        ("rice cooking", OTHER),
        ("a day at sea", BONUS),
        ("SYRÍA", SYRIA),
        ("quick take 337: drone wars (video)", DRONES),
    ],
)
def test_a_reference_finds_its_episode(said, meant):
    assert resolve(said, ALL) is meant


def test_several_that_answer_are_listed():
    with pytest.raises(AmbiguousReference) as caught:
        resolve("day", ALL)

    assert [line.split()[0] for line in caught.value.candidates] == [
        "quick-take/338-syria,-the-day-after",
        "quick-take/a-day-at-sea",
    ]


@pytest.mark.parametrize(
    ("said", "hint"),
    [("336", "337"), ("quick-take/400", "338"), ("drnoe wars", "337-drone-wars"), ("xyzzy", "episodes list")],
)
def test_a_miss_is_answered_with_the_nearest(said, hint):
    with pytest.raises(NotFound) as caught:
        resolve(said, ALL)

    assert hint in caught.value.hint


def test_an_empty_catalogue_says_how_to_begin():
    with pytest.raises(NotFound) as caught:
        resolve("last", [])

    assert "episodes add" in caught.value.hint


@given(st.text())
def test_no_words_break_it(said):
    try:
        resolve(said, ALL)
    except (NotFound, AmbiguousReference):
        pass


def test_where_age_says_nothing_last_is_a_name():
    with pytest.raises(NotFound):
        resolve("last", ALL, by_age=False)
    latest = episode(9, "Last")
    assert resolve("last", [SYRIA, latest], by_age=False) == latest
