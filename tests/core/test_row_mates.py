"""Guests in a row with one who is sure."""

from __future__ import annotations

import pytest

from episodes.core.credit import Credit, Role
from episodes.core.naming.row_mates import LEAST, with_row_mates
from episodes.core.naming.sightings import BAR, Sighting


def seen(name: str, confidence: float, role: Role = "guest") -> Sighting:
    return Sighting(credit=Credit(name=name, role=role), confidence=confidence, origin="description", reason="words")


def published(found: list[Sighting], line: str) -> list[str]:
    return [one.credit.name for one in with_row_mates(found, [line]) if one.confidence >= BAR]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee, Bo Ek and Ida Holm talk about bread",
        "Mit Bo Ek & Ida Holm",
        "Part 2: Bo Ek, Ida Holm",
        "Bo Ek; Ida Holm",
        "Bo Ek, The Crumb; Ida Holm, Rye Weekly",
        "Baker Bo Ek and Nobel prize-winning economist Ida Holm discuss bread",
        "Prof. Bo Ek, Prof. Ida Holm",
    ],
)
def test_who_stands_beside_a_sure_guest_is_one(line: str) -> None:
    found = [seen("Bo Ek", 0.9), seen("Ida Holm", LEAST)]
    assert published(found, line) == ["Bo Ek", "Ida Holm"]


@pytest.mark.parametrize(
    "line",
    [
        "Bo Ek talks of Ida Holm",
        "Bo Ek. Ida Holm",
        "After the talk with Bo Ek, Ida Holm won the vote",
        "Bo Ek, not Ida Holm",
        "Bo Ek and the death of Ida Holm",
        "Bo Ek, who wrote of Ida Holm",
    ],
)
def test_who_stands_elsewhere_stays_doubtful(line: str) -> None:
    assert published([seen("Bo Ek", 0.9), seen("Ida Holm", 0.79)], line) == ["Bo Ek"]


def test_neither_hosts_nor_the_very_doubtful_are_raised() -> None:
    line = "Bo Ek, Ida Holm and Ann Lee"
    assert published([seen("Bo Ek", 0.9), seen("Ida Holm", 0.7, "host"), seen("Ann Lee", 0.5)], line) == ["Bo Ek"]
    assert published([seen("Bo Ek", 0.9, "host"), seen("Ida Holm", 0.7, "host")], line) == ["Bo Ek"]
