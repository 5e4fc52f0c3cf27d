"""Writing a show back into settings that a producer laid out another way than `episodes` does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from episodes.config.edit import _has_comments, save_show
from episodes.config.settings import load_config
from episodes.core.errors import ConfigError
from episodes.core.show import ExtraFeed, Show, ShowSource

APART = """\
# ours
[shows.a]
title = "A"  # kept

[shows.b]
title = "B"

[shows.a.feeds.late]  # far below its show
where = "number >= 10"
"""
ON_ONE_LINE = """\
shows.a = { title = "A", feeds = { late = { where = "number >= 10" } } }
shows.b.title = "B"
"""
BRACES_FOR_FEEDS = """\
[shows.a]
title = "A"
feeds = { late = { where = "number >= 10" } }

[shows.b]
title = "B"
"""
#: Root keys follow a show on a line.
KEYS_BEHIND = """\
# ours
shows.a = { title = "A", feeds = { late = { where = "number >= 10" } } }
shows.b.title = "B"
base_url = "https://pods.example.org"  # theirs
"""
BRACES_FOR_ALL = """\
shows = { a = { title = "A", feeds = { late = { where = "number >= 10" } } }, b = { title = "B" } }
base_url = "https://pods.example.org"
"""
LAYOUTS = {
    "apart": APART, "on one line": ON_ONE_LINE, "braces for feeds": BRACES_FOR_FEEDS, "keys behind": KEYS_BEHIND,
    "braces for all": BRACES_FOR_ALL,
}  # fmt: skip


@pytest.fixture(params=LAYOUTS.values(), ids=LAYOUTS)
def settings(request, tmp_path):
    file = tmp_path / "episodes.toml"
    file.write_text(request.param, encoding="utf-8")
    return file


def test_a_show_is_written_and_read_back(settings):
    """A feed more, a source and another title: all are found again, and the other show stays as it is."""
    read = load_config(settings)
    before = read.shows
    late = replace(before["a"].feeds[0], where="number >= 11")
    feeds = (late, ExtraFeed(name="friends", private=True, path="0123456789abcdef"))
    show = Show(slug="a", title="A and more", feeds=feeds, sources=(ShowSource(url="https://example.org/"),))

    save_show(settings, show)

    assert load_config(settings).shows == {"a": show, "b": before["b"]}
    assert load_config(settings).base_url == read.base_url


def test_a_feed_is_taken_away(settings):
    """A show without further feeds leaves none in the file."""
    save_show(settings, replace(load_config(settings).shows["a"], feeds=()))

    assert load_config(settings).shows["a"].feeds == ()


def test_comments_stay_where_the_tables_stand_apart(tmp_path):
    """What the producer wrote beside the settings is kept."""
    file = tmp_path / "episodes.toml"
    file.write_text(APART, encoding="utf-8")

    save_show(file, replace(load_config(file).shows["a"], author="Ann Lee"))

    assert "# ours" in (text := file.read_text(encoding="utf-8"))
    assert "# kept" in text
    assert "# far below its show" in text


def test_settings_that_cannot_be_laid_out_anew_are_left_alone(tmp_path):
    """A comment that would be lost, for example: the producer is told what to do."""
    file = tmp_path / "episodes.toml"
    text = 'shows.a = { title = "A" }  # mine\nbase_url = "https://pods.example.org"\n'
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError) as raised:
        save_show(file, Show(slug="a", title="A2"))

    assert "[shows.a]" in raised.value.hint
    assert file.read_text(encoding="utf-8") == text


def test_a_sign_within_a_value_begins_no_comment() -> None:
    """A title with a number sign, on the line of another show, is no comment that could be lost."""
    old = 'shows = { a = { title = "A #1" }, b = { title = "B" } }  # ours\n'

    assert _has_comments('title = "B"  # ours', old)
    assert not _has_comments('title = "A #1"', old)
