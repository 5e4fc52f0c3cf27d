"""Dates as people say them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.periods import parse_period

NOW = datetime(2026, 11, 26, 15, 30, tzinfo=UTC)  # a Thursday


@pytest.mark.parametrize(
    ("typed", "first", "after"),
    [
        ("2024", "2024-01-01", "2025-01-01"),
        ("2024-06", "2024-06-01", "2024-07-01"),
        ("2024/12", "2024-12-01", "2025-01-01"),
        ("2024-06-03", "2024-06-03", "2024-06-04"),
        ("June 2024", "2024-06-01", "2024-07-01"),
        ("sept 2024", "2024-09-01", "2024-10-01"),
        ("17 Oct 2019", "2019-10-17", "2019-10-18"),
        ("October 17, 2019", "2019-10-17", "2019-10-18"),
        ("today", "2026-11-26", "2026-11-27"),
        ("Yesterday", "2026-11-25", "2026-11-26"),
        ("3d", "2026-11-23", "2026-11-24"),
        ("3 weeks ago", "2026-11-05", "2026-11-06"),
        ("a month ago", "2026-10-26", "2026-10-27"),
        ("9 months", "2026-02-26", "2026-02-27"),
        ("2y", "2024-11-26", "2024-11-27"),
        ("this week", "2026-11-23", "2026-11-30"),
        ("last week", "2026-11-16", "2026-11-23"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("last year", "2025-01-01", "2026-01-01"),
        ("this year", "2026-01-01", "2027-01-01"),
        ("thursday", "2026-11-19", "2026-11-20"),
        ("last monday", "2026-11-23", "2026-11-24"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_what_people_say_is_a_period(typed, first, after):
    begin, end = parse_period(typed, now=NOW)

    assert (str(begin.date()), str(end.date())) == (first, after)


@pytest.mark.parametrize("typed", ["", "soon", "0000", "2024-13", "2024-02-30", "99999", "9999 years ago", "may", "12"])
def test_what_says_no_day_is_none(typed):
    assert parse_period(typed, now=NOW) is None


def test_a_moment_is_taken_to_the_minute():
    assert parse_period("2019-10-17 12:30+02:00") == (datetime(2019, 10, 17, 10, 30, tzinfo=UTC),) * 2


@given(st.text(max_size=30))
def test_no_text_breaks_it(typed):
    period = parse_period(typed, now=NOW)

    assert period is None or period[0] <= period[1]
