"""Checksums that need not be computed: only of files that are as the last build left them."""

from __future__ import annotations

import hashlib
import os

from episodes.studio import Studio
from episodes.workflow.check import Checker
from episodes.workflow.known_sums import KnownSums
from workflow.desk import Desk


def test_only_untouched_files_are_taken_on_trust(tmp_path):
    """Size and time as the last build left them; whatever else is there is read."""
    desk = Desk(tmp_path, seed=1)
    desk.build()
    with Studio.open(tmp_path) as studio:
        checker = studio.checker()
        assert isinstance(checker, Checker)
        feeds = studio.workspace.feeds
        sums = KnownSums(reader=studio.fresh_reader, feeds=feeds, state=studio.workspace.state, root=tmp_path)
        touched, *others = sorted(file for file in (feeds / "talk" / "media").iterdir() if file.suffix == ".mp3")
        os.utime(touched, ns=(0, 0))

        assert len(others) > 2
        assert sums.of(touched) == ""
        real = [hashlib.sha256(file.read_bytes()).hexdigest() for file in others]
        assert [sums.of(file) for file in others] == real
        assert checker.known_sum is not None
        assert [checker.known_sum(file) for file in others] == real
        assert checker.known_sum(touched) == ""
        assert sums.of(feeds / "talk" / "media" / "gone.mp3") == ""
