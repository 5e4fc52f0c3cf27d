"""`episodes serve --watch`: a preview that follows what the producer changes."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import run_cli


@pytest.fixture
def preview(workspace: Path) -> Iterator[str]:
    """The real program beside the test, stopped at its end."""
    run_cli(workspace, "build")
    code = "import sys; from episodes.cli.start import run; run()"
    command = [sys.executable, "-c", code, "-C", str(workspace), "serve", "--port", "0", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout
        assert program.stderr
        url = re.search(r"http://\S+/", program.stdout.readline()).group()
        while "watching" not in (line := program.stderr.readline()):
            assert line, "the program ended"
        yield url
        program.terminate()
        program.communicate(timeout=10)


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode()


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("it never came")


def test_what_changes_is_built_again(workspace, preview):
    """An episode's title, a setting, a template; an error in the settings is said and the rest goes on."""
    (show,) = [folder.name for folder in (workspace / "feeds").iterdir() if (folder / "feed.xml").exists()]
    run_cli(workspace, "edit", "last", "title=A wholly new title")
    wait_for(lambda: "A wholly new title" in fetch(f"{preview}{show}/"))

    settings = workspace / "episodes.toml"
    good = settings.read_text()
    settings.write_text(good + "\nno toml")
    time.sleep(1.5)
    settings.write_text(good.replace(f"[shows.{show}]", f'[shows.{show}]\ncopyright = "Nobody in particular"'))
    wait_for(lambda: "Nobody in particular" in fetch(f"{preview}{show}/"))

    (workspace / "templates").mkdir(exist_ok=True)
    (workspace / "templates/_brand.html").write_text("<span>A brand of my own</span>")
    wait_for(lambda: "A brand of my own" in fetch(f"{preview}{show}/"))
