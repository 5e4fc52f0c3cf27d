"""The examples in the docstrings of the media modules are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = ["addresses", "infodict", "local", "mending", "opening", "paths", "probe", "sniff", "types", "ytdlp"]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    """Each module's own."""
    module = importlib.import_module(f"episodes.media.{name}")

    assert doctest.testmod(module).failed == 0
