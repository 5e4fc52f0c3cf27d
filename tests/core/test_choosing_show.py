"""Which show an item goes to that names none."""

from __future__ import annotations

import pytest

from episodes.core.errors import UsageError
from episodes.core.plan import choose_show
from episodes.core.reading import Reading
from episodes.core.show_names import new_show

SHOWS = {slug: new_show(slug, slug.title()) for slug in ("album", "desk", "news")}


def test_the_first_show_takes_what_names_none():
    """The show that was made for nameless items stays their home when others come."""
    assert choose_show("", Reading(title="Untagged"), SHOWS, fallback="Desk").show.slug == "desk"


def test_without_such_a_show_the_person_says_which():
    with pytest.raises(UsageError) as caught:
        choose_show("", Reading(title="Untagged"), SHOWS, fallback="My show")

    assert "--show, one of: album, desk, news" in (caught.value.hint or "")


def test_a_name_wins_over_the_home():
    assert choose_show("", Reading(title="x", show_title="News"), SHOWS, fallback="Desk").show.slug == "news"
