"""Slugs and GUIDs: short, plain, stable."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.core.media import Source
from episodes.core.naming import episode_slug, make_slug, new_guid


@settings(deadline=None)
@given(st.text(max_size=200))
def test_a_slug_is_plain_ascii(text: str):
    """Whatever the title, the slug fits folders and addresses."""
    slug = make_slug(text)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 60


@settings(deadline=None)
@given(st.text(max_size=80))
def test_a_slug_stays_itself(text: str):
    """Making a slug of a slug changes nothing."""
    assert make_slug(make_slug(text)) == make_slug(text)


def test_slugs_of_other_scripts_differ():
    """Two titles in a script that is not transliterated get two names."""
    assert make_slug("題名") != make_slug("名題")


def test_a_long_slug_is_cut_between_words():
    """No word is cut in two where it can be helped."""
    assert make_slug("seven brave sailors " * 9).endswith(("seven", "brave", "sailors"))


def test_an_episode_is_named_by_number_and_title():
    """The number leads; a title without letters leaves the number alone."""
    assert (episode_slug(338, "What Now?"), episode_slug(12, "!!!")) == ("338-what-now", "12")


def test_the_same_source_gets_the_same_guid():
    """The address may change; provider and key make the GUID."""
    one, other = (Source(provider="youtube", key="a", url=url) for url in ("https://a.example/", "https://b.example/"))

    assert new_guid(one) == new_guid(other)
    assert new_guid(one) != new_guid(Source(provider="soundcloud", key="a"))
