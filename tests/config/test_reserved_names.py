"""Short names that no show can have: folders of the pages' own."""

from __future__ import annotations

import pytest

from episodes.config.settings import load_config
from episodes.core.bringing import free_show_slug
from episodes.core.errors import ConfigError, UsageError
from episodes.core.plan import choose_show
from episodes.core.reading import Reading
from episodes.core.show_names import new_show


@pytest.mark.parametrize("name", ["assets", "search"])
def test_a_show_cannot_lie_where_the_pages_keep_their_own(tmp_path, name):
    """Neither made by a command nor written into the settings."""
    settings = tmp_path / "episodes.toml"
    settings.write_text(f'[shows.{name}]\ntitle = "T"\n')

    with pytest.raises(UsageError, match=f"'{name}' cannot be") as refused:
        new_show(name)
    with pytest.raises(ConfigError, match=f"shows.{name} cannot have"):
        load_config(settings)

    assert new_show(f"{name}-show").slug in refused.value.hint


def test_a_show_of_such_a_title_gets_another_name():
    """When it comes with a feed or an episode, nobody is there to be asked."""
    assert free_show_slug("search", []) == "search-2"
    assert choose_show("", Reading(show_title="Assets"), {}, fallback="Mine").show.slug == "assets-show"


@pytest.mark.parametrize("names", [("guests", "guests-1"), ("video-12",), ("feed-2",)])
def test_a_feed_cannot_lie_where_the_older_items_of_another_do(tmp_path, names):
    """Each build would write the one over the other."""
    settings = tmp_path / "episodes.toml"
    settings.write_text("[shows.a]\n" + "".join(f"[shows.a.feeds.{name}]\nlatest = 3\n" for name in names))

    with pytest.raises(ConfigError, match=f"feeds.{names[-1]} cannot have that name"):
        load_config(settings)


def test_a_feed_may_end_in_a_number(tmp_path):
    """Season 1 is a good name."""
    settings = tmp_path / "episodes.toml"
    settings.write_text("[shows.a.feeds.season-1]\nlatest = 3\n[shows.a.feeds.season-2]\nlatest = 3\n")

    assert [feed.name for feed in load_config(settings).shows["a"].feeds] == ["season-1", "season-2"]
