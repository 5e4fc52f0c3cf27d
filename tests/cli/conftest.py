"""What the tests of sources share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.loopback import served
from cli.two_places import Site
from conftest import run_cli


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Site]:
    folder, desk = tmp_path / "site", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()
    with served(folder) as address:
        assert run_cli(desk, "show", "add", "talk", "--title", "Talks") == 0
        yield Site(folder, desk, address, capsys)
