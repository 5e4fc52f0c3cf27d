"""Rules that choose episodes: what they mean, and what is said of those that mean nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.choosing import is_chosen, parse_rule
from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.errors import UsageError

EPISODE = Episode(
    guid="g",
    show="s",
    slug="e",
    title="Budget Day",
    number=338,
    season=2,
    language="en-GB",
    published_at=datetime(2024, 6, 30, 22, tzinfo=UTC),
    credits=(Credit(name="Ann Lee"), Credit(name="José  Ek", role="guest")),
)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        'guest = "josé ek"',
        "guest ~ ek",
        "guest != 'Bo'",
        "host = 'Ann Lee' and not host = Bo",
        "language = en",
        "language=en-gb",
        "season = 2 and number = 300-350",
        "number >= 338 AND number < 339",
        "number != 1-9",
        "kind = full",
        "title ~ budget",
        "date = 2024",
        "date = 2024-06",
        "date = 2024-06-30",
        "date >= 2024-06-30 and date <= 2024-06-30",
        "date < 2024-07 and date > 2024-05",
        "season = 1 or season = 2 and number = 338",
        "(season = 1 or season = 2) and (number = 338)",
        "not (season = 1 or number = 1)",
    ],
)
def test_a_rule_chooses(rule):
    """Names without regard to capitals and blanks, languages with their regions, ranges, dates as a whole."""
    assert is_chosen(parse_rule(rule), EPISODE)


@pytest.mark.parametrize(
    "rule",
    [
        'guest = "Ann Lee"',
        "guest = José",
        "language = e",
        "language != en",
        "season = 1 or number = 1",
        "not number = 338",
        "season = 1 and season = 2 or number = 1",
        "date > 2024-06",
        "date < 2024",
        "kind = trailer",
    ],
)
def test_a_rule_leaves_out(rule):
    """What does not answer to all of it is not in the feed."""
    assert not is_chosen(parse_rule(rule), EPISODE)


def test_an_episode_without_a_number_is_in_no_range():
    """What is not known is not equal to anything."""
    unnumbered = replace(EPISODE, number=None)

    assert not is_chosen(parse_rule("number < 400"), unnumbered)
    assert is_chosen(parse_rule("number != 338"), unnumbered)


def test_the_shows_language_counts_where_an_episode_names_none():
    """An episode without a language speaks the show's."""
    assert is_chosen(parse_rule("language = de"), replace(EPISODE, language=""), language="de-AT")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("guets = a", "no field"),
        ("guest =", "too early"),
        ("guest Ann", "after guest"),
        ("season ~ 2", "after season"),
        ("season = x", "wants a number"),
        ("season < 1-2", "wants a number"),
        ("kind = song", "kind is one of"),
        ("date = soon", "wants a day"),
        ("date = 2024-13", "wants a day"),
        ("(season = 1", "closing bracket"),
        ("season = 1 season = 2", "go on with"),
        ("guest = '", "no value"),
        ("__import__('os') = 1", "no field"),
        ("(" * 500, "too many brackets"),
    ],
)
def test_a_mistake_is_named(rule, said):
    """The message says what is wrong, the hint how a rule looks."""
    with pytest.raises(UsageError, match=said) as caught:
        parse_rule(rule)

    assert "fields: guest" in caught.value.hint


@given(
    st.lists(st.sampled_from(["guest", "season", "=", "~", "(", ")", "and", "or", "not", "2", "'a", '"', "\\", "é"]))
)
def test_any_text_is_a_rule_or_a_plain_error(pieces):
    """Nothing that can be typed fails in another way."""
    try:
        rule = parse_rule(" ".join(pieces))
    except UsageError:
        return

    assert is_chosen(rule, EPISODE) in (True, False)
