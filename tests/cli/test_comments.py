"""`episodes comments`: hidden until the producer says otherwise."""

from __future__ import annotations

import dataclasses
import json

import pytest

from conftest import run_cli
from episodes.core.episode import Comment
from episodes.store.catalogue import Catalogue


@pytest.fixture
def commented(workspace):
    """The demo episode with three comments that a page brought along."""
    with Catalogue.open(workspace / "episodes.db") as catalogue:
        (episode,) = catalogue.list_episodes()
        comments = (
            Comment(author="Ann", text="First things first."),
            Comment(author="", text="No name here."),
            Comment(author="Bo", text="An answer.", reply_to=0),
        )
        catalogue.save_episode(dataclasses.replace(episode, comments=comments))
    return workspace


def page(folder) -> str:
    assert run_cli(folder, "build") == 0
    (file,) = (folder / "feeds/the-feed-desk").glob("7-*/index.html")
    return file.read_text()


def test_only_approved_comments_are_published(commented, capsys):
    """Nothing is shown before, the chosen ones after, and hiding takes them back."""
    before = page(commented)
    assert run_cli(commented, "comments", "7", "--approve", "1,3") == 0
    after = page(commented)
    assert run_cli(commented, "comments", "7", "--hide", "3") == 0
    hidden = page(commented)

    assert "First things first." not in before
    assert "First things first." in after
    assert "An answer." in after
    assert "No name here." not in after
    assert "An answer." not in hidden


def test_they_are_listed_with_their_numbers(commented, capsys):
    capsys.readouterr()
    assert run_cli(commented, "comments", "7", "--approve", "all", "--json") == 0

    listed = json.loads(capsys.readouterr().out)
    assert [(one["author"], one["approved"]) for one in listed] == [("Ann", True), ("", True), ("Bo", True)]


@pytest.mark.parametrize(("text", "code"), [("4", 1), ("0", 1), ("x", 2), ("2-1", 1)])
def test_wrong_numbers_change_nothing(commented, capsys, text, code):
    assert run_cli(commented, "comments", "7", "--approve", text) == code
    assert "First things first." not in page(commented)
