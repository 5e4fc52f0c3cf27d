"""Pagefind (https://pagefind.app), which makes the index: found, asked for its version, and run."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from episodes.core.errors import PublishError

#: Seconds that an index may take; ten thousand long episodes take a few minutes.
PATIENCE = 3600
#: Made last by us, read first by browsers: it names all other files.
ENTRY = "pagefind-entry.json"
#: Of what the program writes, what searching needs; the rest is a user interface that is not ours.
_NEEDED = ("pagefind.js", "pagefind-worker.js", ENTRY)
_KINDS = (".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter", ".pagefind")


def find_program() -> Path | None:
    """Find Pagefind: as the package `pagefind-bin` brings it, else as it is installed on the machine."""
    if importlib.util.find_spec("pagefind_bin"):
        from pagefind_bin import get_executable

        try:
            return Path(get_executable())
        except (FileNotFoundError, OSError):
            pass  # the package is there, but not for this machine
    found = shutil.which("pagefind_extended") or shutil.which("pagefind")
    return Path(found) if found else None


@cache
def version_of(program: Path) -> str:
    """The program's version; an index that another one made is made again."""
    if importlib.util.find_spec("pagefind_bin"):
        from importlib.metadata import version  # 30 ms; who has no such package need not wait for it

        return version("pagefind-bin")
    try:
        said = subprocess.run(  # noqa: S603 - our own arguments
            [program, "--version"], capture_output=True, text=True, timeout=60, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise _failed(str(error)) from error
    return said.stdout.split()[-1] if said.stdout.split() else "?"


def make_index(program: Path, documents: Path, target: Path, *, language: str) -> None:
    """Index a folder of documents as one language. Raises PublishError."""
    places = ["--site", str(documents), "--output-path", str(target)]
    command = [str(program), *places, "--force-language", language, "--silent"]
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments
            command, capture_output=True, text=True, errors="replace", timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise _failed(str(error)) from error
    if done.returncode or not (target / ENTRY).is_file():
        raise _failed((done.stderr or done.stdout).strip().splitlines()[-1:][0] if done.stderr or done.stdout else "")


def index_files(target: Path) -> Iterator[Path]:
    """The files of an index that browsers ask for, the one that names the others last."""
    files = [file for file in sorted(target.rglob("*")) if file.name in _NEEDED or file.suffix in _KINDS]
    # The module for languages without word stems is written always, and needed seldom.
    stems = [file for file in files if file.suffix == ".pagefind" and file.name != "wasm.unknown.pagefind"]
    files = [file for file in files if not stems or file.name != "wasm.unknown.pagefind"]
    return iter(sorted(files, key=lambda file: (file.name == ENTRY, file)))


def _failed(reason: str) -> PublishError:
    return PublishError(
        f"the site's search could not be made: {reason or 'pagefind stopped without a word'}",
        hint="pip install --force-reinstall pagefind-bin, or pip uninstall pagefind-bin to build without a search",
    )
