"""Captions are cut by other processes where there are many: the same files, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children

import pytest

from episodes.core.captions import format_all
from episodes.core.errors import UsageError
from episodes.core.transcript import Segment
from episodes.feed import CaptionWork
from episodes.workflow.building import episode_files
from episodes.workflow.building.captions import Cutters, begun_ahead
from feed.examples import AUDIO, EPISODE
from workflow.desk import Desk

SEGMENTS = tuple(
    Segment(start=n * 4.0, end=n * 4.0 + 3.9, text=f"This is what was said as number {n}.") for n in range(40)
)
GIVEN = {"extensions": ["vtt", "srt"], "segments": SEGMENTS, "names": ["Ann Lee"]}
WORK = CaptionWork(EPISODE, AUDIO, GIVEN)


def test_a_build_with_many_processes_writes_the_same_bytes(tmp_path, monkeypatch):
    """All files of a show are those of a build that cuts its captions itself."""
    desk = Desk(tmp_path / "desk", 5)
    alone = desk.build()
    monkeypatch.setattr(episode_files, "WORTH", 0.0)
    used = set()
    begin = Cutters.begin
    monkeypatch.setattr(
        Cutters, "begin", lambda self, work: (begin(self, work), used.update(p.pid for p in active_children()))[0]
    )
    desk.copy_to(tmp_path / "other")

    assert desk.build(tmp_path / "other", processes=2) == alone
    assert len(used) == 2


def test_processes_end_with_the_build():
    with Cutters(2) as cutters:
        cuts = [cutters.begin(WORK) for _ in range(4)]
        assert all(cut() == format_all(**GIVEN) for cut in cuts)
        assert active_children()

    assert active_children() == []


def test_captions_of_processes_that_died_are_cut_here():
    """As where memory is short: nothing is missing, and nothing is waited for."""
    with Cutters(2) as cutters:
        cutters.begin(WORK)()
        for process in active_children():
            os.kill(process.pid, signal.SIGKILL)
        cuts = [cutters.begin(WORK) for _ in range(4)]

        assert all(cut() == format_all(**GIVEN) for cut in cuts)


def test_one_process_cuts_by_itself():
    with Cutters(1) as cutters:
        assert cutters.begin(WORK)() == format_all(**GIVEN)
        assert active_children() == []


def test_what_cannot_be_cut_says_why():
    """An error comes back from another process as it would from here."""
    with Cutters(2) as cutters, pytest.raises(UsageError, match="no caption format 'doc'") as told:
        cutters.begin(CaptionWork(EPISODE, AUDIO, {**GIVEN, "extensions": ["doc"]}))()

    assert told.value.hint.startswith("formats are: vtt")


def test_processes_do_not_outlive_one_that_is_killed():
    """Else each build that is killed would leave some behind."""
    script = (
        "import time\n"
        "from multiprocessing import active_children\n"
        "from workflow.test_captions_ahead import WORK, Cutters\n"
        "cutters = Cutters(2)\n"
        "cutters.begin(WORK)()\n"
        "print(*[child.pid for child in active_children()], flush=True)\n"
        "time.sleep(60)\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, env=env)
    assert program.stdout is not None
    children = [int(word) for word in program.stdout.readline().split()]
    program.kill()
    program.wait()
    program.stdout.close()
    until = time.monotonic() + 20
    while any(map(_is_running, children)) and time.monotonic() < until:
        time.sleep(0.05)

    assert children
    assert not any(map(_is_running, children))


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat") as told:  # noqa: PTH123 - what has ended may wait for its parent to ask
            return told.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_the_next_few_are_begun_before_one_is_given():
    begun: list[int] = []
    given = begun_ahead(range(5), begun.append, 2)

    assert next(given) == (0, None)
    assert begun == [0, 1, 2]
    assert [item for item, _ in given] == [1, 2, 3, 4]
