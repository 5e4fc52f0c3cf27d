"""Times as captions, chapters and feeds write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.timecode import format_clock, format_timecode, parse_timecode


@given(st.integers(0, 400_000_000))
def test_a_timecode_reads_back_what_it_wrote(milliseconds):
    """To the thousandth, with a point or a comma, up to a hundred hours and more."""
    seconds = milliseconds / 1000

    assert parse_timecode(format_timecode(seconds)) == seconds
    assert parse_timecode(format_timecode(seconds, comma=True)) == seconds


@given(st.integers(0, 1_000_000))
def test_a_clock_reads_back_what_it_wrote(seconds):
    """What people read, people can type."""
    assert parse_timecode(format_clock(seconds)) == seconds


def test_rounding_carries_over():
    """59.9996 seconds are a minute, not 59 and a thousand thousandths."""
    assert format_timecode(59.9996) == "00:01:00.000"


@pytest.mark.parametrize("text", ["", "soon", "1:2:3:4", "-5", "12:", "1.2.3", "h", "٣:٤٥x"])
def test_what_is_no_time_is_refused(text):
    """A number somewhere in a text is not a time."""
    with pytest.raises(ValueError, match="not a time"):
        parse_timecode(text)
