"""Episode pages from their plain text: golden pages, and what matters in each."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.core.mention import Mention
from episodes.core.naming.dates import find_date
from episodes.core.naming.pages import read_page
from episodes.core.reading import Reading

PAGES = Path(__file__).resolve().parents[1] / "golden" / "pages"


def page(name: str) -> Reading:
    return read_page((PAGES / f"{name}.txt").read_text(encoding="utf-8"))


def as_json(reading: Reading) -> Any:
    fields = asdict(reading)
    del fields["origins"]
    return json.loads(json.dumps(fields, default=datetime.isoformat))


@pytest.mark.parametrize("name", sorted(file.stem for file in PAGES.glob("*.txt")))
def test_golden_pages(name: str):
    """Each page is read as the file beside it says."""
    assert json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8")) == as_json(page(name))


@pytest.mark.parametrize("seen", [(), ("Nadia Kovacs",), ("Martin Oldfield",), ("Nadia Kovacs", "Martin Oldfield")])
@pytest.mark.parametrize("role", ["host", "guest"])
def test_hosts_of_a_page_do_not_hang_on_what_a_tagger_sees(seen: tuple[str, ...], role: str):
    """One of the two whom it doubts is no reason to publish the other alone."""
    mentions = tuple(Mention(name=name, field="text", **{"host": 0.05, "guest": 0.05, role: 0.9}) for name in seen)
    text = (PAGES / "harbour-brief.txt").read_text(encoding="utf-8").replace("The Harbour's", "The Ferry's")
    found = read_page(text, marked=lambda item, show: replace(item, mentions=mentions))
    assert [credit.name for credit in found.credits if credit.role == "host"] == ["Nadia Kovacs", "Martin Oldfield"]


def test_the_page_that_lost_its_links():
    """Show, number, hosts, one disclaimer, two sources, two platforms, four comments, two other posts."""
    found = page("harbour-brief")

    assert (found.show_title, found.number, found.is_video) == ("Harbour Brief", 338, True)
    assert [(c.name, c.title) for c in found.credits] == [("Nadia Kovacs", ""), ("Martin Oldfield", "Editor-in-Chief")]
    assert found.disclaimer.count("statements, views") == 1
    assert [link.title for link in found.links if link.kind == "citation"] == ["Tidewire", "The Northern Ledger"]
    assert [(k.title, k.kind) for k in found.links if k.kind != "citation"] == [
        ("YouTube", "subscribe"),
        ("SoundCloud", "follow"),
    ]
    assert sum(comment.published_at is not None for comment in found.comments) == 4
    assert [comment.author for comment in found.comments] == ["Olga Brandt", "Harbour Rat", "", "T. Quill"]
    assert len(found.related) == 2


def test_a_date_taken_from_comments_is_a_guess():
    """The earliest comment dates a page that bears no date, and says so."""
    found = page("harbour-brief")
    origin = next(origin for origin in found.origins if origin.field == "published_at")

    assert datetime(2019, 10, 17, 21, 3, tzinfo=UTC) == found.published_at
    assert not found.date_is_sure
    assert "comment" in origin.reason


def test_a_pages_own_date_is_sure():
    """A line that is a date, near the top, dates the episode."""
    found = page("long-table")

    assert (datetime(2020, 10, 2, tzinfo=UTC), True) == (found.published_at, found.date_is_sure)


def test_replies_know_what_they_answer():
    """By the name they call, or by being set in."""
    assert [comment.reply_to for comment in page("harbour-brief").comments] == [None, 0, None, None]
    assert [comment.reply_to for comment in page("ridge-report").comments] == [None, 0, None]


def test_comments_are_hidden_until_approved():
    """Nothing that readers wrote is published by itself."""
    assert not any(comment.approved for comment in page("ridge-report").comments)


def test_a_cut_comment_ends_in_an_ellipsis():
    """The words for reading on are the page's, not the reader's."""
    assert page("harbour-brief").comments[0].text.endswith("I would…")


def test_a_question_in_the_article_begins_no_comments():
    """`What do you think?` alone cuts nothing off."""
    found = read_page(
        "A title of a page\n\nShow: Episode 3.\n\nThe first paragraph is here and says it.\n\nWhat do you "
        "think?\n\nThe last paragraph is here."
    )

    assert "The last paragraph is here." in found.notes


def test_a_line_that_says_whom_a_comment_answers_is_no_author():
    """`Reply to NAME` stands between author and date; an author may end in an initial."""
    found = read_page(
        "Loaf Report: Episode 12.\n\nBread rises when it is warm, and so do hopes of bakers.\n\n2 Comments\n\n"
        "Ann R.\nMay 3, 2020 10:00\n\nGood loaf.\n\nReply\n\nbob_k\nReply to Ann R.\nMay 4, 2020 10:00\n\n"
        "It is.\n\nReply\n"
    )

    assert [(c.author, c.text, c.reply_to) for c in found.comments] == [
        ("Ann R.", "Good loaf.", None),
        ("bob_k", "It is.", 0),
    ]


def test_titles_of_other_posts_have_no_bullets():
    """Other posts come as a list in HTML; sharing buttons are no links of the episode."""
    found = read_page(
        "<h1>Loaf Report: Episode 12. Rye</h1><p><a href='https://x.example.org/s'>Share</a> <a href='#'>Tweet</a></p>"
        "<p>Bread rises when it is warm, and so do the hopes of bakers.</p><h3>You may also like</h3>"
        "<ul><li><a href='/1'>Why the Old Oven Went Cold</a></li></ul>"
    )

    assert found.related == ("Why the Old Oven Went Cold",)
    assert found.links == ()


def test_names_above_dates_that_stand_twice():
    """Picture text doubles the name; the date stands before the text."""
    found = read_page(
        "A title of a page\n\nShow: Episode 3.\n\nSome text about it all.\n\n2 Comments\nNewest\nOldest\n"
        "Ann Lee\nAnn Lee\nMay 3, 2020\n\nFirst thing said.\n\nReply\nBob Ray\nBob Ray\nMay 2, 2020\n\nSecond "
        "thing said.\n\nReply\n"
    )

    assert [(c.author, c.text) for c in found.comments] == [
        ("Ann Lee", "First thing said."),
        ("Bob Ray", "Second thing said."),
    ]


def test_a_page_in_html_is_read_as_well():
    """Links of the page keep their addresses."""
    found = read_page(
        "<h1>What Now? (Video)</h1><p>Quick Take: Episode 7.</p><p>According to <a "
        "href='https://tide.example/a'>Tidewire</a>, all is"
        " well in the north and nobody there can say for how long.</p>"
    )

    assert (found.title, found.number, found.show_title) == ("What Now?", 7, "Quick Take")
    assert (found.links[-1].title, found.links[-1].url) == ("Tidewire", "https://tide.example/a")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("October 17, 2019", "2019-10-17"), ("Oct. 17th, 2019", "2019-10-17"), ("17 October 2019", "2019-10-17"),
        ("17. Oktober 2019", "2019-10-17"), ("17 octobre 2019", "2019-10-17"), ("17 de octubre de 2019", "2019-10-17"),
        ("17 ottobre 2019", "2019-10-17"), ("17 октября 2019", "2019-10-17"), ("2019年10月17日", "2019-10-17"),
        ("2019-10-17T14:35:00+02:00", "2019-10-17"), ("17.10.2019", "2019-10-17"), ("10/17/2019", "2019-10-17"),
        ("17/10/2019", "2019-10-17"), ("1 maart 2020", "2020-03-01"), ("May 2020", ""), ("31 February 2020", ""),
    ],
)  # fmt: skip
def test_dates(text: str, date: str):
    """Dates are read in many languages; what is no date is none."""
    found = find_date(text)

    assert date == (found.at.date().isoformat() if found else "")


def test_a_date_that_may_be_the_other_way_round_is_in_doubt():
    """Day and month below thirteen: nobody can know."""
    found = find_date("03/04/2020")

    assert found is not None
    assert not found.is_sure


@settings(deadline=None)
@given(st.text(max_size=500))
def test_any_page_can_be_read(text: str):
    """No text makes the reader fail."""
    read_page(text)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Reply",
                "Ann Lee",
                "Ann Lee says:",
                "May 3, 2020",
                "2 Comments",
                "What do you think?",
                "",
                "Text. More.",
                "Related",
                "Guest",
            ]
        ),
        max_size=30,
    )
)
def test_any_mixture_of_a_pages_parts_can_be_read(lines: list[str]):
    """However a page is put together, reading it ends well."""
    read_page("\n".join(lines))
