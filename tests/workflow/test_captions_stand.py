"""Captions are cut once: what changes around them does not cut them again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from episodes.feed import files
from workflow.desk import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk"), 3)
    desk.build()
    return desk


def edit(desk: Desk, guid: str, **changes: object) -> None:
    with desk.catalogue() as catalogue:
        catalogue.save_episode(replace(catalogue.get_episode(guid), **changes))


def test_other_words_in_a_summary_cut_no_captions_anew(desk, monkeypatch):
    """The page is made again, the captions stand as they are."""
    cut = []
    monkeypatch.setattr(files, "format_all", lambda *_args, **_kwargs: cut.append("again") or {})
    before = desk.build()
    edit(desk, "talk-5", summary="Quite other words.")
    after = desk.build()

    assert "Quite other words." in after["talk/5-part/index.html"].decode()
    assert cut == []
    assert {path for path in before if "transcript" in path} == {path for path in after if "transcript" in path}


def test_captions_that_tell_something_new_are_cut_again(desk):
    edit(desk, "talk-6", title="A title of its own")

    assert "A title of its own" in desk.build()["talk/6-part/transcript.html"].decode()


def test_captions_that_somebody_touched_are_mended_together_with_the_rest(desk):
    """One is spoilt, one is gone, and the summary is another: all are as they should be."""
    before = desk.build()
    folder = desk.workspace.feeds / "talk" / "7-part"
    (folder / "transcript.vtt").write_text("spoilt")
    (folder / "transcript.srt").unlink()
    edit(desk, "talk-7", summary="Quite other words.")
    after = desk.build()

    assert [path for path in before if path.startswith("talk/7-part/t") and before[path] != after.get(path)] == []
