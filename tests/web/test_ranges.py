"""Byte ranges: what RFC 9110 allows, and nothing outside the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.web.ranges import Range, Unsatisfiable, parse_ranges


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-99", [Range(0, 100)]),
        ("bytes=900-", [Range(900, 1000)]),
        ("bytes=900-5000", [Range(900, 1000)]),
        ("bytes=-1", [Range(999, 1000)]),
        ("bytes=-5000", [Range(0, 1000)]),
        ("Bytes = 0-0 , 5-6", [Range(0, 1), Range(5, 7)]),
        ("bytes=0-9,2000-", [Range(0, 10)]),
        ("bytes=5-2", []),
        ("bytes=a-b", []),
        ("bytes=", []),
        ("bytes 0-5", []),
        ("bytes=0-5,3-9", []),
        ("bytes=" + ",".join(f"{n}-{n}" for n in range(0, 100, 2)), []),
        ("bytes=\u0661-\u0662", []),
    ],
)
def test_ranges_are_read(header, expected):
    """Those that make no sense, overlap or are too many are ignored: the whole file is sent."""
    assert parse_ranges(header, 1000) == expected


@pytest.mark.parametrize(("header", "size"), [("bytes=1000-", 1000), ("bytes=-0", 1000), ("bytes=0-", 0)])
def test_ranges_beyond_the_end_are_refused(header, size):
    """416 is the answer to these."""
    with pytest.raises(Unsatisfiable):
        parse_ranges(header, size)


@given(st.text(alphabet="bytes=-, 0123456789", max_size=30), st.integers(0, 2000))
def test_no_range_leaves_the_file(header, size):
    """Whatever is asked."""
    try:
        ranges = parse_ranges(header, size)
    except Unsatisfiable:
        return
    assert all(0 <= one.start < one.stop <= size for one in ranges)
