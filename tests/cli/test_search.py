"""`episodes search`: the right spot, whatever is typed."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from conftest import run_cli


def search(folder, capsys, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = run_cli(folder, "search", *arguments)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_spoken_phrase_is_found_at_its_time(demo_workspace, capsys):
    """Episode, second and sentence."""
    code, out, _ = search(demo_workspace, capsys, "whisper in the haystack", "--in", "transcript", "--json")

    (episode,) = json.loads(out)["episodes"]
    first = episode["hits"][0]
    assert code == 0
    assert episode["number"] == 7
    assert abs(first["at"] - 71.5) < 1.5
    assert "haystack" in first["snippet"]
    assert first["url"].endswith(f"#t={int(first['at'])}")
    assert any("haystack" in first["snippet"][start:end].lower() for start, end in first["marks"])


@pytest.mark.parametrize(
    "text",
    [
        "don't",
        "C++ & 'or' NOT",
        "#7",
        '"unclosed',
        "🎙️",
        "*",
        "a:b:c",
        "-",
        "OR",
        "NEAR(",
        "x" * 5000,
        "caf\udce9",
        "a\x00b",
    ],
)
def test_no_text_is_an_error_of_the_query_language(demo_workspace, capsys, text):
    """Anything may be typed; nothing found is exit code 1."""
    code, _, said = search(demo_workspace, capsys, "--", text)

    assert code in (0, 1)
    assert "Traceback" not in said


def test_nothing_found_says_so(demo_workspace, capsys):
    code, out, said = search(demo_workspace, capsys, "zyxwvut")

    assert code == 1
    assert out == ""
    assert "nothing found" in said


def test_a_misspelt_word_is_found_with_a_note(demo_workspace, capsys):
    """The nearest spelling stands in, and that is said."""
    code, out, said = search(demo_workspace, capsys, "haystak")

    assert code == 0
    assert "haystack" in out
    assert "haystack" in said


def test_csv_has_a_line_a_spot(demo_workspace, capsys):
    _, out, _ = search(demo_workspace, capsys, "haystack", "--csv")

    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows
    assert {row["show"] for row in rows} == {"the-feed-desk"}


def test_filters_narrow_down(demo_workspace, capsys):
    """Another number, a later date, an unknown show."""
    assert search(demo_workspace, capsys, "haystack", "--episodes", "8-9")[0] == 1
    assert search(demo_workspace, capsys, "haystack", "--since", "2027-01-01")[0] == 1
    assert search(demo_workspace, capsys, "haystack", "--until", "2026-11-19")[0] == 0
    assert search(demo_workspace, capsys, "haystack", "--show", "nope")[0] == 1


def test_bytes_that_are_no_text_do_not_break_what_is_printed(demo_workspace, capfdbinary):
    """A terminal of another encoding hands them over."""
    assert run_cli(demo_workspace, "search", "--json", "haystack", "caf\udce9") == 0
    assert b'"query": "haystack caf?"' in capfdbinary.readouterr().out


@pytest.mark.parametrize("option", ["--speaker", "--host"])
def test_a_name_without_words_is_left_out_and_told(demo_workspace, capsys, option):
    code, _, said = search(demo_workspace, capsys, "haystack", option, "?!")

    assert code == 0
    assert "names nothing" in said


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--since", "2026-11"], 0),
        (["--until", "2026"], 0),
        (["--until", "2026-10"], 1),
        (["--since", "soon"], 2),
        (["--episodes", "7-"], 0),
        (["--episodes", "9" * 30], 2),
        (["--links", "--sort", "old"], 0),
        (["--md"], 0),
        (["--count"], 0),
        (["--context", "2", "--all-hits"], 0),
        (["--in", "comments"], 1),
        (["--in", "nowhere"], 2),
        (["--open", "99"], 2),
    ],
    ids=str,
)
def test_options(demo_workspace, capsys, options, code):
    """Each is understood, and answers with the right exit code."""
    assert search(demo_workspace, capsys, "haystack", *options)[0] == code


def test_the_index_is_made_anew_on_demand(demo_workspace, tmp_path, capsys):
    copy = tmp_path / "copy"
    shutil.copytree(demo_workspace, copy)
    with closing(sqlite3.connect(copy / "episodes.db")) as connection, connection:
        connection.execute("UPDATE search_term SET term = term || 'x'")  # damage that nothing tells of

    assert run_cli(copy, "search", "--reindex") == 0

    assert "made anew" in capsys.readouterr().err
    with closing(sqlite3.connect(copy / "episodes.db")) as connection:
        assert connection.execute("SELECT 1 FROM search_term WHERE term = 'whisper'").fetchone()
