"""The arrows between the layers are as drawn in docs/design.md."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", LINT, "--no-cache"], cwd=folder, capture_output=True, text=True)


def test_imports_point_one_way():
    """No contract is broken."""
    done = lint_imports(ROOT)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("core/chapter.py", "import episodes.config.settings"),
        ("core/chapter.py", "import sqlite3"),
        ("feed/__init__.py", "def f():\n    import episodes.site"),
        ("config/settings.py", "import episodes.workflow.add"),
        ("workflow/add.py", "import sqlmodel"),
        ("studio/__init__.py", "def f():\n    import rich"),
        ("store/__init__.py", "import yt_dlp"),
        ("media/__init__.py", "import faster_whisper"),
        ("site/__init__.py", "import feedgen"),
    ],
)
def test_a_wrong_arrow_is_seen(tmp_path, file, line):
    """Each contract can fail, for imports inside functions too."""
    import shutil

    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.mp3"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    wrong = tmp_path / "src" / "episodes" / file
    wrong.write_text(f"{wrong.read_text()}\n{line}\n")
    code = "import sys; sys.path.insert(0, 'src')\n" + LINT

    done = subprocess.run([sys.executable, "-c", code, "--no-cache"], cwd=tmp_path, capture_output=True, text=True)

    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
