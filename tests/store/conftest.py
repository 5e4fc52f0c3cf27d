"""An open catalogue with one show in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from episodes.store.catalogue import Catalogue
from store.samples import a_show


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "episodes.db"


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(path) as opened:
        opened.save_show(a_show())
        yield opened
