"""Feeds, captions and chapters of the cases here are made again, byte for byte."""

from __future__ import annotations

import pytest

from episodes.core.check import check_feed
from golden.feeds.making import INPUT, built, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_case_is_what_we_make_today(case):
    """A difference is a change that listeners will see: look at it, then run making.py."""
    kept = {
        file.relative_to(case).as_posix(): file.read_bytes()
        for file in case.rglob("*")
        if file.is_file() and file.name != INPUT
    }

    made = built(case)

    assert sorted(made) == sorted(kept)
    assert [path for path in made if made[path] != kept[path]] == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_judge_finds_no_error_but_what_the_show_lacks(case):
    """The bare show has no picture and no category; it is told so, and nothing else is wrong."""
    errors = {
        finding.rule
        for path, data in built(case).items()
        if path.endswith(".xml")
        for finding in check_feed(data)
        if finding.level == "error"
    }

    assert errors == ({"cover", "category"} if case.name == "bare" else set())
