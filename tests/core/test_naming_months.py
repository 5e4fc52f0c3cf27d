"""Dates with months in the languages of the world."""

from __future__ import annotations

import pytest

from episodes.core.naming.dates import find_date


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("26. новембар 2024", 11),
        ("4 октомври 2024", 10),
        ("4. rujna 2024", 9),
        ("2 de gener de 2024", 1),
        ("3 noiembrie 2024", 11),
        ("5. september 2024", 9),
        ("31. prosince 2018", 12),
        ("4 listopada 2024", 11),
        ("7. júna 2024", 6),
        ("1 Oktober 2024", 10),
    ],
)
def test_a_month_is_known_in_many_languages(line: str, month: int) -> None:
    found = find_date(line)
    assert found is not None
    assert found.at.month == month
