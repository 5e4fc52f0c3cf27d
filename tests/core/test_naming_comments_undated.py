"""Comments whose date says no year, and lines of authors and sections that are no part of the notes."""

from __future__ import annotations

import time

import pytest

from episodes.core.naming.comments import Line, read_comments
from episodes.core.naming.pages import read_page


def comments(*lines: str) -> list[tuple[str, str]]:
    return [(one.author, one.text) for one in read_comments([Line(text=line) for line in lines]).comments]


@pytest.mark.parametrize(
    "date",
    [
        "October 17 at 3:12 pm", "Oct 17", "17. Oktober, 15:12 Uhr", "17 octobre à 15 h", "Yesterday at 9:30 am",
        "Thursday, Oct. 17 at 3:12 p.m.", "17 de octubre, 15:12",
    ],
)  # fmt: skip
def test_a_date_without_a_year_stands_between_author_and_text(date: str):
    found = comments(
        "2 comments", "Ann Lee", date, "On October 18 we ate it.", "Reply", "Bo", date, "So did I.", "Reply"
    )
    assert found == [("Ann Lee", "On October 18 we ate it."), ("Bo", "So did I.")]


def test_it_may_stand_behind_its_author():
    assert comments("Comments", "Ann Lee · Oct 17", "Great talk", "Reply", "Bo Ek · Oct 18", "I agree.", "Reply") == [
        ("Ann Lee", "Great talk"),
        ("Bo Ek", "I agree."),
    ]


def test_events_and_lines_of_a_comment_are_no_comments():
    assert comments("No comments", "Upcoming events", "Bern · October 18", "Basel · October 20") == []
    found = comments("1 comment", "Ann Lee", "October 17, 2019", "We met on", "October 18", "and ate it all.", "Reply")
    assert found == [("Ann Lee", "We met on\nOctober 18\nand ate it all.")]


def test_hostile_lines_take_no_time():
    began = time.process_time()
    comments("2 comments", *["https://crumb.example/a-b-c/" + "a-1/" * 24] * 200, "Reply")
    assert time.process_time() - began < 3


def test_a_line_of_author_and_section_is_no_note():
    page = (
        "Rye and wheat\nBy Ann Lee | Posted in Bread\nCrumb Brief: Episode 12.\n\nBread rises when it is warm.\n\nMore."
    )
    assert read_page(page).notes == "More."
