"""What the parts log is said with `-v`, and only then."""

from __future__ import annotations

import logging

import pytest

from episodes.cli.app import main


@pytest.mark.parametrize(("options", "told"), [([], ""), (["-v"], "the slower way is taken\n")])
def test_what_is_logged_is_said_to_whoever_asks_for_more(tmp_path, monkeypatch, capsys, options, told):
    """Once, on the error stream, however often a command was run in this process."""
    monkeypatch.setattr(logging.getLogger("episodes"), "handlers", [])
    assert main(["-C", str(tmp_path), "init"]) == 0
    capsys.readouterr()

    for _ in range(2):
        assert main([*options, "-C", str(tmp_path), "show", "list", "--json"]) == 0
    capsys.readouterr()
    logging.getLogger("episodes.speech.voice").info("the slower %s is taken", "way")

    assert capsys.readouterr() == ("", told)
