"""The published sample in feeds/ is what the program makes today, byte for byte."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from conftest import ROOT

spec = importlib.util.spec_from_file_location("make_sample", Path(__file__).with_name("make_sample.py"))
make_sample = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make_sample)


def test_the_published_sample_is_what_we_make(tmp_path):
    """A difference is a change that listeners will see: look at it, then run make_sample.py."""
    kept = make_sample.built_files(ROOT / "feeds")

    built = make_sample.built_files(make_sample.build_sample(tmp_path))

    assert sorted(built) == sorted(kept)
    # How a picture is scaled differs by a hair between processors.
    assert [path for path in built if built[path] != kept[path] and not path.endswith("-small.jpg")] == []
