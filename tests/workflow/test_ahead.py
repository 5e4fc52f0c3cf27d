"""Looking ahead: the next item is fetched while one is worked on; stopping is clean."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from episodes.core.errors import Interrupted, SourceError
from episodes.core.progress import Progress, Report
from episodes.workflow.ahead import Job, looking_ahead


def test_one_ahead_and_never_two() -> None:
    """While a result is in use, exactly the next job runs or has run."""
    begun: list[int] = []
    ended = [threading.Event() for _ in range(4)]

    def job(number: int) -> Job[int]:
        def work(_: Report) -> int:
            begun.append(number)
            ended[number].set()
            return number

        return Job(work, room=ExitStack())

    seen = []
    with looking_ahead(job(number) for number in range(4)) as jobs:
        for one in jobs:
            seen.append(one.result())
            following = seen[-1] + 1
            assert following > 3 or ended[following].wait(5)
            assert begun == list(range(min(following, 3) + 1))

    assert seen == [0, 1, 2, 3]


def test_a_failure_is_raised_where_the_result_is_used() -> None:
    """And the next job comes all the same."""

    def fail(_: Report) -> int:
        raise SourceError("gone", hint="h")

    jobs: list[Job[int]] = [Job(fail, room=ExitStack()), Job(lambda _: 7, room=ExitStack())]
    with looking_ahead(iter(jobs)) as begun:
        with pytest.raises(SourceError, match="gone"):
            next(begun).result()
        assert next(begun).result() == 7


def test_what_runs_is_stopped_and_let_go() -> None:
    """Whoever stops early waits for nobody, and nothing is left behind."""
    let_go: list[str] = []
    stopped = threading.Event()

    def endless(report: Report) -> int:
        try:
            while True:
                time.sleep(0.01)
                report(Progress(stage="download", done=1.0))
        except Interrupted:
            stopped.set()
            raise

    def jobs() -> Iterator[Job[int]]:
        for name, work in (("first", lambda _: 1), ("second", endless)):
            room = ExitStack()
            room.callback(let_go.append, name)
            yield Job(work, room=room)

    def stop_early() -> None:
        with looking_ahead(jobs()) as begun:
            assert next(begun).result() == 1
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_early()

    assert stopped.wait(2)
    assert let_go == ["first", "second"]


def test_progress_says_what_it_is_about() -> None:
    """Two things go on at once; each report names its own."""
    seen: list[Progress] = []

    def work(report: Report) -> int:
        report(Progress(stage="download", done=1.0))
        return 1

    job = Job(work, subject="Episode 7", place=(2, 5), report=seen.append, room=ExitStack())
    with looking_ahead(iter([job])) as jobs:
        next(jobs).result()

    assert [(one.subject, one.number, one.of) for one in seen] == [("Episode 7", 2, 5)]
