"""What the progress of long work looks like on a terminal, in a log and to a program."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios
import unicodedata

import pytest

_WORK = """
import time
from episodes.cli.progress import ProgressLine
from episodes.core.progress import Progress
with ProgressLine(as_events={as_events}) as line:
    for subject in {subjects!r}:
        line.work_on(subject)
        line(Progress(stage="transcribe", done={other}, total=60.0, subject="next one"))
        for done in range(0, 3601, 600):
            line(Progress(stage="download", done=done * 40_000.0, total=144_000_000.0, subject=subject, number=2, of=5))
            time.sleep(0.12)
print("done")
"""
_LONG = "第338話 US & Russia work together to end conflict in Syria, and what else there is to say of it"


def on_terminal(columns: int, *, other: float) -> str:
    """What is written to a terminal of so many columns while one thing goes on and another stands at `other` of 60."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        program(other=other), stdin=theirs, stdout=theirs, stderr=theirs, env=os.environ | {"TERM": "xterm"}
    ):
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
        except OSError:  # nobody is at the other end any more
            pass
    os.close(ours)
    return re.sub(r"\x1b\[\??[0-9;]*[a-zA-Z]", "", written.decode())


def program(*, other: float, as_events: bool = False) -> list[str]:
    return [sys.executable, "-c", _WORK.format(as_events=as_events, subjects=[_LONG], other=other)]


def wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_the_line_is_drawn_over_itself_however_narrow_the_terminal_and_long_the_title(columns):
    lines = [line for line in re.split(r"[\r\n]+", on_terminal(columns, other=60.0)) if "download" in line]

    assert lines
    assert max(map(wide, lines)) < columns
    assert columns < 80 or all("to go" in line for line in lines[1:])  # the first tells no speed yet
    assert columns < 160 or all("2 of 5: 第338話 US & Russia" in line for line in lines)


@pytest.mark.parametrize("columns", [40, 80])
def test_a_table_cuts_titles_and_nothing_else(columns):
    lines = [line for line in re.split(r"[\r\n]+", on_terminal(columns, other=0.0)) if "MB of 144.0 MB" in line]

    assert lines
    assert max(map(wide, lines)) <= columns
    assert all(line.startswith("2 of") and line.count("…") == 1 for line in lines)
    assert all(line.rstrip().endswith("to go") for line in lines[1:])
    assert columns < 80 or all(" download " in line for line in lines)


def test_a_log_gets_whole_lines_and_no_control_characters():
    run = subprocess.run(program(other=0.0), capture_output=True, text=True, check=True)

    assert run.stdout == "done\n"
    assert not {"\x1b", "\r"} & set(run.stderr)


def test_a_program_gets_one_object_a_line():
    run = subprocess.run(program(other=60.0, as_events=True), capture_output=True, text=True, check=True)

    events = [json.loads(line) for line in run.stderr.splitlines()]
    assert {event["event"] for event in events} == {"progress"}
    assert any(event["done"] == event["total"] == 144_000_000.0 and event["subject"] == _LONG for event in events)
    assert {(event["number"], event["of"]) for event in events if event["stage"] == "download"} == {(2, 5)}


def test_work_goes_on_when_nobody_reads_its_progress_any_more():
    """Else a log that is cut off (`| head`) would leave a build half done, and say that all is well."""
    read, write = os.pipe()
    with subprocess.Popen(
        program(other=60.0, as_events=True), stdout=subprocess.PIPE, stderr=write, text=True
    ) as process:
        os.close(write)
        os.close(read)
        assert process.stdout is not None
        said = process.stdout.read()

    assert (said, process.returncode) == ("done\n", 0)


def test_a_command_works_where_it_may_not_say_anything(tmp_path):
    """As `episodes build --json 2>&-` in a job: the result is the only thing on stdout."""
    command = f'{shlex.quote(sys.executable)} -c "from episodes.cli.start import run; run()"'
    made = subprocess.run(
        f"{command} init && {command} build --json 2>&-", shell=True, cwd=tmp_path, capture_output=True
    )

    assert made.returncode == 0
    assert json.loads(made.stdout[made.stdout.index(b"[") :])
