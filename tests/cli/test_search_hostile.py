"""Whatever is typed into a search: no traceback, no wrong exit code, and an answer in bounded time."""

from __future__ import annotations

import importlib.util
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from episodes.cli.app import main
from episodes.cli.start import read_search, start
from episodes.store.reader import Reader

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "search_hostile.py"
LENGTH = 100_000


@pytest.fixture(scope="module")
def hostile() -> ModuleType:
    spec = importlib.util.spec_from_file_location("search_hostile", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reader(hostile, tmp_path_factory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("hostile") / "english"
    hostile.make_catalogue(folder, hostile.ENGLISH, 1)
    with Reader.open(folder / "episodes.db") as opened:
        yield opened


def test_no_search_is_an_error(hostile, tmp_path):
    failures: list[str] = []

    codes = hostile.run_queries(200, 20261126, tmp_path, failures.append, episodes=2, real=3)

    assert failures == []
    assert set(codes) == {0, 1, 2}  # each of them was really tried


def test_a_search_is_read_alike_with_typer_and_without(hostile, tmp_path):
    hostile.make_catalogue(tmp_path / "english", hostile.ENGLISH, 1)
    draw = hostile.Draw(7)
    read = 0
    for arguments in [draw.arguments() for _ in range(150)]:
        read += read_search(["-C", str(tmp_path / "english"), "search", *arguments]) is not None
        quick, typed = (hostile.run_here(tmp_path / "english", arguments, how) for how in (start, main))
        assert without_time(quick) == without_time(typed), arguments
    assert read > 20


def without_time(answer: tuple[int, str, str]) -> tuple[int, str, str]:
    return answer[0], re.sub(r'"seconds": [\d.]+', "", answer[1]), answer[2]


@pytest.mark.parametrize(
    "piece", ["host:", "title:x ", "title:", "OR ", "a OR ", "wor* ", "7", "7 ", "wor", "-a ", '"a']
)
def test_a_hundred_thousand_letters_take_no_time(reader, piece):
    started = time.process_time()

    reader.search((piece * LENGTH)[:LENGTH])

    assert time.process_time() - started < 3
