"""Starting is cheap: the commands that are typed most load no heavy library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.loopback import served
from conftest import run_cli

HEAVY = (
    "sqlmodel",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "yt_dlp",
    "faster_whisper",
    "ctranslate2",
    "av",
    "numpy",
    "feedgen",
    "lxml",
    "jinja2",
    "httpx",
    "tomlkit",
    "onnxruntime",
    "tokenizers",
)

PROGRAM = f"""
import json, sys
from episodes.cli.app import main
code = main(sys.argv[1:])
sys.stdout.flush()
print("\\n" + json.dumps([code, [name for name in {HEAVY!r} if name in sys.modules]]))
"""


def loaded(arguments: list[str], folder) -> tuple[int, list[str]]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)
    return tuple(json.loads(done.stdout.strip().splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["search", "--help"],
        ["list"],
        ["search", "whisper"],
        ["transcript", "last"],
        ["info", "last"],
        ["show", "list"],
    ],
    ids=" ".join,
)
def test_light_commands_load_nothing_heavy(arguments, demo_workspace):
    """They answer from the standard library, Typer and sqlite3 alone."""
    code, heavy = loaded(arguments, demo_workspace)

    assert code == 0
    assert heavy == []


@pytest.mark.parametrize("module", ["episodes.workflow.sync", "episodes.workflow.match", "episodes.workflow.add"])
def test_the_rules_for_texts_wait_for_a_text(module):
    """A sync that finds nothing new must not make hundreds of patterns first."""
    rules = ("episodes.core.naming.items", "episodes.core.naming.credits", "episodes.core.naming.pages")
    code = f"import sys, {module}; print([name for name in {rules!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_sync_of_feeds_with_nothing_new_asks_no_reader_of_sites(tmp_path):
    """Whether one of 1,700 sites is meant takes longer than all the rest; what was a feed is asked as one first."""
    site, desk = tmp_path / "site", tmp_path / "desk"
    site.mkdir()
    desk.mkdir()
    item = "<item><title>Rye</title><guid>1</guid><enclosure url='1.mp4' type='video/mp4' length='1'/></item>"
    (site / "feed.xml").write_text(f"<rss version='2.0'><channel><title>Talks</title>{item}</channel></rss>")
    with served(site) as address:
        assert run_cli(desk, "show", "add", "talk", "--title", "Talks") == 0
        assert run_cli(desk, "source", "add", "talk", f"{address}/feed.xml", "--as", "video") == 0
        assert run_cli(desk, "sync") == 0
        code, heavy = loaded(["sync"], desk)
    assert code == 0
    assert not {"yt_dlp", "onnxruntime", "tokenizers", "av"}.intersection(heavy)


def test_completion_loads_nothing_heavy(tmp_path):
    """A key press in the shell must not wait."""
    environment = {**os.environ, "_EPISODES_COMPLETE": "complete_bash", "COMP_WORDS": "episodes se", "COMP_CWORD": "1"}
    code = f"""
import atexit, json, sys
from episodes.cli.app import app
atexit.register(lambda: print("\\n" + json.dumps([name for name in {HEAVY!r} if name in sys.modules])))
app(prog_name="episodes")
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env=environment, capture_output=True, text=True,
    )  # fmt: skip

    assert "search" in done.stdout
    assert json.loads(done.stdout.strip().splitlines()[-1]) == []


def test_completion_looks_into_the_workspace_that_is_named(demo_workspace, tmp_path):
    """Also below a group of commands."""
    for command in ("sync", "source add"):
        words = f"episodes -C {demo_workspace} {command} "
        environment = {
            **os.environ, "_EPISODES_COMPLETE": "complete_bash", "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split())),
        }  # fmt: skip
        code = "from episodes.cli.app import app; app(prog_name='episodes')"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert done.stdout.split(), command


@pytest.mark.parametrize("arguments", [["--version"], ["search", "whisper"], ["list"]], ids=" ".join)
def test_output_that_cannot_be_written_is_told_once(arguments, demo_workspace):
    """A full disk is exit code 3 with a line; a reader that went away is no error."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-c", "from episodes.cli.start import run; run()", *arguments]

    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=demo_workspace, env=environment, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (done.returncode, "No space left" in done.stderr, "Exception" in done.stderr) == (3, True, False)

    reader, writer = os.pipe()
    os.close(reader)
    for unbuffered in ({}, {"PYTHONUNBUFFERED": "1"}):
        done = subprocess.run(
            command, cwd=demo_workspace, env={**environment, **unbuffered}, stdout=writer, stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
    os.close(writer)


def test_output_after_an_error_is_written_or_dropped_quietly(demo_workspace):
    """A search without hits prints an empty list, and ends with 1, whoever reads it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    code = "from episodes.cli.start import run; run()"
    command = [sys.executable, "-c", code, "search", "xyzzyplugh", "--json"]
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        command, cwd=demo_workspace, env=environment, stdout=writer, stderr=subprocess.PIPE, text=True
    )
    os.close(writer)
    closed = subprocess.run(
        f"{sys.executable} -c '{code}' --version >&-", shell=True, cwd=demo_workspace, stderr=subprocess.PIPE, text=True
    )

    assert "Exception" not in done.stderr
    assert done.returncode == 1
    assert "Traceback" not in closed.stderr
    assert closed.returncode == 0


def test_each_command_is_where_the_table_says():
    """The commands are imported by this table; a module may not register others, nor leave one out."""
    from importlib import import_module

    import typer.main

    from episodes.cli.app import _MODULES

    for module, names in _MODULES.items():
        part = typer.Typer()
        import_module(module).register(part)
        assert set(typer.main.get_group(part).commands) == set(names), module


def test_a_search_imports_no_other_command(demo_workspace):
    """Each command's options cost some thousandths of a second to read."""
    code = (
        "import json, sys; from episodes.cli.app import main; main(sys.argv[1:]); "
        "print(json.dumps([name for name in sys.modules if name.startswith('episodes')]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "search", "whisper"], cwd=demo_workspace, capture_output=True, text=True
    )
    modules = set(json.loads(done.stdout.splitlines()[-1]))

    assert modules & {"episodes.cli.adding", "episodes.cli.records", "episodes.config.settings"} == set()


def test_search_knows_the_same_options_without_typer():
    """What `cli/start.py` reads by itself is declared once more in `cli/searching.py`; the two must not part."""
    import typer.main

    from episodes.cli import start
    from episodes.cli.app import app

    declared = {}
    group = typer.main.get_command(app)
    for option in (one for one in group.commands["search"].params if one.param_type_name == "option"):
        for name in option.opts:
            kind = "list" if option.multiple else "flag" if option.is_flag else option.type.name
            choices = tuple(getattr(option.type, "choices", ()))
            declared[name] = (kind, choices)

    for name, wish in start.TEXTS.items():
        choices = start.CHOICES.get(wish, ())
        assert declared[name] == ("choice" if choices else "str", choices)
    assert {declared[name][0] for name in start.LISTS} == {"list"}
    assert {declared[name][0] for name in start.NUMBERS} == {"int range"}
    assert {declared[name][0] for name in start.FLAGS} == {"flag"}


def test_a_plain_search_loads_no_typer(demo_workspace):
    program = "import sys; from episodes.cli.start import start; code = start(sys.argv[1:]); "
    program += "print(code, 'typer' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", program, "search", "whisper"], cwd=demo_workspace, capture_output=True, text=True
    )

    assert done.stdout.strip().endswith("0 False")


def test_a_plain_search_loads_only_what_it_needs(demo_workspace):
    """A class of `dataclasses` takes a thousandth of a second or two, its import twenty (`core/light.py`)."""
    needless = (
        "dataclasses", "inspect", "ast", "rapidfuzz", "typer", "episodes.core.periods", "episodes.core.probe",
        "episodes.store.search.index",
    )  # fmt: skip
    program = "import sys; from episodes.cli.start import start; start(sys.argv[1:]); "
    program += f"print([name for name in {needless!r} if name in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", program, "search", "whisper"], cwd=demo_workspace, capture_output=True, text=True
    )

    assert done.stdout.splitlines()[-1] == "[]"
