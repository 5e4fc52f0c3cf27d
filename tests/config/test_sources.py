"""Sources of a show in `episodes.toml`: written beside the producer's own lines, and read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from episodes.config.edit import create_settings, save_show
from episodes.config.settings import load_config
from episodes.core.errors import ConfigError
from episodes.core.show import Show, ShowSource

AUDIO = ShowSource(url="https://example.org/feed.xml", kind="audio", match=r"Episode \d+", min_duration=300.0)
VIDEO = ShowSource(url="https://example.org/video", kind="video", download=False)


@pytest.fixture
def settings(tmp_path):
    create_settings(tmp_path / "episodes.toml")
    return tmp_path / "episodes.toml"


def test_sources_are_read_back_as_written(settings):
    """All that a source says is in its table."""
    show = Show(slug="a", title="A", sources=(AUDIO, VIDEO))

    save_show(settings, show)

    assert load_config(settings).shows["a"] == show


def test_a_setting_written_after_sources_belongs_to_the_show(settings):
    """Tables inside a table come last in TOML, whatever is added later."""
    show = Show(slug="a", title="A", sources=(AUDIO,), patterns={"number": r"(\d+)"})
    save_show(settings, show)
    later = replace(show, author="Ann Lee", sources=(AUDIO, VIDEO))
    save_show(settings, later)
    save_show(settings, Show(slug="b", title="B"))

    assert load_config(settings).shows == {"a": later, "b": Show(slug="b", title="B")}


def test_comments_stay_and_unchanged_sources_are_left_alone(settings):
    """The file is the producer's."""
    table = '[[shows.a.sources]]\nurl = "https://x.example"  # mine\nkind = "audio"\n'
    text = settings.read_text() + '\n[shows.a]\ntitle = "A"\n' + table
    settings.write_text(text)

    save_show(settings, replace(load_config(settings).shows["a"], author="Ann"))

    assert "# mine" in settings.read_text()
    assert load_config(settings).shows["a"].author == "Ann"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('kind = "audio"', "url"),
        ('url = "https://x.example"\nkind = "radio"', "kind"),
        ('url = "https://x.example"\nmatch = "("', "regular expression"),
        ('url = "https://x.example"\nmin_length = 3', "min_length"),
        ('url = "https://x.example"\nmin_duration = "3"', "min_duration"),
    ],
)
def test_a_wrong_source_is_refused_by_name(settings, lines, words):
    """The message says which setting it is."""
    settings.write_text(f'[shows.a]\ntitle = "A"\n[[shows.a.sources]]\n{lines}\n')

    with pytest.raises(ConfigError, match=words):
        load_config(settings)


def test_a_wrong_pattern_is_told_with_its_place_and_a_way_out(settings):
    """One line names the setting, what it says and where it goes wrong; the hint shows a right one."""
    settings.write_text('[shows.a]\ntitle = "A"\n[shows.a.patterns]\nnumber = "Ep (\\\\d+"\n')

    with pytest.raises(ConfigError) as refused:
        load_config(settings)

    assert "shows.a.patterns.number = 'Ep (\\\\d+' is no regular expression" in refused.value.message
    assert "at character 4" in refused.value.message
    assert "single quotes" in refused.value.hint
