"""The documents say what is: commands, links, and words that must not be there."""

from __future__ import annotations

import importlib.util
import re
import subprocess

import pytest

from conftest import ROOT

spec = importlib.util.spec_from_file_location("make_cli", ROOT / "docs" / "make_cli.py")
make_cli = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make_cli)

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_manual_is_what_the_help_texts_say():
    """docs/cli.md is made, not written: run docs/make_cli.py."""
    assert (ROOT / "docs" / "cli.md").read_text() == make_cli.manual()


def test_every_command_shows_an_example():
    """Help without an example is half a help."""
    import typer.main

    command = typer.main.get_command(make_cli.app)
    lacking = [
        path
        for path, part in make_cli._commands(command, "episodes")
        if not getattr(part, "commands", None) and "Example: `episodes" not in (part.help or "")
    ]

    assert lacking == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text()):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_documents_exist(document):
    """Whoever copies a command from a page gets no 'no such command'."""
    import typer.main

    known = {
        path.removeprefix("episodes ").split()[0]
        for path, _ in make_cli._commands(typer.main.get_command(make_cli.app), "episodes")
    }
    named = re.findall(r"(?:^\$ |`)episodes (?:-C \S+ )?([a-z]+)", document.read_text(), re.MULTILINE)

    assert set(named) - known == set()


def test_only_the_tagger_has_large_files():
    """Every clone pays for a large file for ever: docs/design.md says why these are worth it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    large = {str(file.parent.relative_to(ROOT)) for file in files if file.is_file() and file.stat().st_size > 1_000_000}

    assert large == {"src/episodes/tagger/weights"}


def test_no_address_of_a_registry_is_tracked():
    """Pins hold hashes and names, so that any mirror can serve them."""
    hosts = "|".join(name.replace(".", r"\.") for name in ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org"))
    done = subprocess.run(["git", "grep", "-lIE", hosts], cwd=ROOT, capture_output=True, text=True)

    assert done.stdout == ""
