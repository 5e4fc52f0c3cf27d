"""The short way through notes gives what the long way gives, letter by letter."""
# ruff: noqa: E501 - rows of pieces read best

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.feed.markup import clean
from episodes.feed.notes import render_markdown_at_length
from episodes.feed.plain_notes import render_plain

PIECES = st.sampled_from(
    [
        "word", "Ünïcode", "日本", " ", " ", " ", "\n", "\n\n", "\n\n\n", "- ", "* ", "\n- ", "\n- ", "\n* ", "**", "**bold**", " **b c** ", "*", "_",
        "[link](https://a.example/x)", "[a b](http://a.example)", "[", "]", "(", ")", "![", "!", "&", "& ", "&amp;", "<", ">", "\\", "`", "#",
        "https://a.example/b", "http://b.example.org/?x=1", "https://A.example", "https://a.example.", "https://xn--a.example", "1. ", "1) ",
        "12", ".", ",", ":", "-", "--", "---", "===", "=", '"', "'", "…", "“q”", "  \n", "\t", "\u00a0", "\u0085", "e\u0301", "~", "|", "+ ", "://", "https://",
        "[x]: https://a.example", "%", "@", "a@b.example", "$", "?", ";", "/", "    ", "\u2028", "²", "٣. ", "1.",
    ]
)  # fmt: skip


@settings(max_examples=1000, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_both_ways_agree(text):
    """What the short way takes on, it writes as the Markdown parser and the cleaner do."""
    short = render_plain(text) if text.strip() else None

    assert short is None or short == render_markdown_at_length(text)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=40).map(clean))
def test_both_ways_agree_on_any_letters(text):
    """The same for signs of all scripts."""
    short = render_plain(text) if text.strip() else None

    assert short is None or short == render_markdown_at_length(text)


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "Two lines\nof one paragraph & more.\n\nAnother one (with “quotes”)!",
        "We talk about the **bridge**, and [a report](https://example.org/report) at https://example.org/x.\n\n- a point\n- another",
        "Links:\n- [one](https://example.org)\n- https://example.org/two",
    ],
)
def test_usual_notes_take_the_short_way(text):
    """Else it would be of no use."""
    assert render_plain(text) == render_markdown_at_length(text)
