"""The setting `stemming` of a show."""

from __future__ import annotations

import pytest

from conftest import run_cli
from episodes.config.settings import load_config
from episodes.config.stemming import read_stemming
from episodes.core.errors import ConfigError, UsageError
from episodes.core.stemming import parse_stemming


def test_a_language_without_known_endings_is_refused():
    with pytest.raises(UsageError, match="klingon"):
        parse_stemming("en klingon")


def test_the_settings_file_is_checked(tmp_path):
    """The complaint names the place."""
    (tmp_path / "episodes.toml").write_text('[shows.a]\nstemming = "x"\n')

    with pytest.raises(ConfigError, match=r"shows\.a\.stemming"):
        load_config(tmp_path / "episodes.toml")


def test_show_edit_sets_it(workspace, capsys):
    """The search sees it at once, and a wrong one is refused."""
    assert run_cli(workspace, "show", "edit", "the-feed-desk", "stemming=off") == 0
    assert read_stemming(workspace / "episodes.toml") == {"the-feed-desk": "off"}
    assert run_cli(workspace, "show", "edit", "the-feed-desk", "stemming=x") == 2
    assert run_cli(workspace, "show", "edit", "the-feed-desk", "stemming=") == 0
    assert read_stemming(workspace / "episodes.toml") == {}
