"""Whatever people type into a search has a meaning."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.query import Filters, Query, Wording, parse_query
from episodes.core.words import spans, terms


def words(query: Query) -> list[str]:
    """The things that are looked for, written so that each kind shows."""
    return [" OR ".join(show(wording) for wording in concept.wordings) for concept in query.concepts]


def show(wording: Wording) -> str:
    text = " ".join(wording.terms) + ("*" if wording.prefix else "")
    return f'"{text}"' if wording.quoted else text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", []),
        ("  \t", []),
        ("don't panic", ["dont", "panic"]),
        ('"safe zone" turkey', ['"safe zone"', "turkey"]),
        ("“safe zone” turkey", ['"safe zone"', "turkey"]),
        ('"safe zone', ["safe", "zone"]),
        ('5" nails', ["5", "nails"]),
        ("wor* peace", ["wor*", "peace"]),
        ("* peace **", ["peace"]),
        ("cats OR dogs OR mice", ["cats OR dogs OR mice"]),
        ('cats OR "big dogs" food', ['cats OR "big dogs"', "food"]),
        ("OR cats OR", ["or", "cats"]),
        ("cats or dogs", ["cats", "or", "dogs"]),
        ("cats AND dogs", ["cats", "dogs"]),
        ("DO NOT PANIC", ["do", "not", "panic"]),
        ("US & Russia", ["us", "russia"]),
        ("C++ and C# on .NET", ["cplusplus", "and", "csharp", "on", "dotnet"]),
        ("and/or/not", ["and", "or", "not"]),
        ("#338", ["338"]),
        ("e-mail node.js", ["e mail", "node js"]),
        ("https://example.org/a", ["https", "example", "org", "a"]),
        ("NEAR(a b) ^c {d}: e", ["near", "a", "b", "c", "d", "e"]),
        ("foo:bar", ["foo", "bar"]),
        ("東京 tower", ["東 京", "tower"]),
        ("-cats", ["cats"]),
        ("cats - dogs -- mice", ["cats", "dogs", "mice"]),
    ],
)
def test_words_are_read_as_they_are_meant(typed, meant):
    assert words(parse_query(typed)) == meant


def day(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["python -snake", "python NOT snake", 'python -"snake"', "-snake python"])
def test_words_can_be_excluded(typed):
    query = parse_query(typed)

    assert words(query) == ["python"]
    assert [wording.terms for wording in query.excluded] == [("snake",)]


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("show:quick-take x", Filters(shows=("quick-take",))),
        ('host:"Ann Lee" x', Filters(hosts=("Ann Lee",))),
        ("Speaker:mercouris x", Filters(speakers=("mercouris",))),
        ("title:syria x", Filters(titles=("syria",))),
        ("episode:300-350 x", Filters(numbers=(300, 350))),
        ("before:2020 x", Filters(until=day(2020, 1, 1))),
        ("after:2020-02 before:2020-03-04 x", Filters(since=day(2020, 2, 1), until=day(2020, 3, 4))),
        ("since:2020-02 until:2020-03 x", Filters(since=day(2020, 2, 1), until=day(2020, 4, 1))),
        ('until:"june 2020" x', Filters(until=day(2020, 7, 1))),
        ("in:notes x", Filters(scope="notes")),
    ],
)
def test_filters_are_read(typed, filters):
    query = parse_query(typed)

    assert query.filters == filters
    assert words(query) == ["x"]


def test_a_filter_that_says_nothing_is_left_out_and_told():
    query = parse_query("before:soon in:there x")

    assert query.filters == Filters()
    assert query.ignored == ("before:soon", "in:there")


def test_filters_of_the_text_join_given_ones():
    query = parse_query("show:a x", Filters(shows=("b",), scope="notes"))

    assert query.filters == Filters(shows=("b", "a"), scope="notes")


@given(st.text())
def test_no_text_breaks_it(typed):
    query = parse_query(typed)

    assert all(wording.terms for concept in query.concepts for wording in concept.wordings)


@given(st.text())
def test_terms_hold_nothing_that_a_query_language_could_read(text):
    """They are put between quotes and blanks as they are."""
    for term in terms(text):
        assert term
        assert not set(term) & set("\"' \t\n\x00*:()^+-{}")


#: What plain English is made of, and the signs that are part of a word only at some places.
_CLOSE_TO_PLAIN = st.text(st.sampled_from("abS10 ',.%#+'sC_-net")) | st.lists(
    st.sampled_from(
        [
            "it's",
            "'s",
            "'S ",
            "''",
            "C++",
            "c#",
            ".NET",
            "asp.net",
            "net",
            " .NET's ",
            "1,000",
            "1,00",
            "a, b",
            "5%",
            " ",
            "x",
        ]
    )
).map("".join)


@given(st.text() | _CLOSE_TO_PLAIN)
def test_spans_and_terms_agree(text):
    found = list(spans(text))

    assert [term for term, _, _ in found] == terms(text)
    assert all(0 <= start < end <= len(text) for _, start, end in found)
