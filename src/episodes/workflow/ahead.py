"""Looking ahead: the next item is fetched while the last one is being worked on, and never more than one."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Generic, TypeVar

from episodes.core.errors import Interrupted
from episodes.core.progress import Progress, Report

T = TypeVar("T")

#: Seconds that a thread is given to notice that its work is no longer wanted; it ends with the process anyhow.
PATIENCE = 2.0


class Job(Generic[T]):
    """Work for a thread of its own, which may wait for servers but must not touch the catalogue.

    `work` gets a report for its progress, which says of `subject` that it is at `place` (number, of how many).
    `room` holds what is let go when the job's result was used: a folder.
    """

    def __init__(
        self,
        work: Callable[[Report], T],
        *,
        subject: str = "",
        place: tuple[int, int] = (0, 0),
        report: Report | None = None,
        room: ExitStack,
    ) -> None:
        self._work, self._subject, self._place, self._report, self._room = work, subject, place, report, room
        self._stopping = threading.Event()
        self._done = threading.Event()
        self._result: list[T] = []
        self._error: BaseException | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="episodes-ahead", daemon=True)
        self._thread.start()

    def result(self) -> T:
        """What came of it, or the exception that it ended with, as soon as it has ended."""
        if self._thread is None:
            self._run()
        while not self._done.wait(0.2):
            pass  # in short waits, so that Ctrl-C is heard on every system
        if self._error is not None:
            raise self._error
        return self._result[0]

    def close(self) -> None:
        """Stop the work, if it still goes on, and let go what it used."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)
        self._room.close()

    def _run(self) -> None:
        try:
            self._result = [self._work(self._tell)]
        except BaseException as error:  # noqa: BLE001  # it is raised again where the result is asked for
            self._error = error
        finally:
            self._done.set()

    def _tell(self, progress: Progress) -> None:
        if self._stopping.is_set():
            raise Interrupted("stopped")
        if self._report is not None:
            number, of = self._place
            subject = progress.subject or self._subject
            self._report(replace(progress, subject=subject, number=number, of=of))


@contextmanager
def looking_ahead(jobs: Iterator[Job[T]]) -> Iterator[Iterator[Job[T]]]:
    """Lend jobs in order, each one done; while one is in use, the next one runs.

    Jobs are taken from `jobs` in the caller's thread, at most one before its time. Whatever happens, what was
    begun is stopped and let go at the end.
    """
    open_jobs: list[Job[T]] = []

    def begin() -> Job[T] | None:
        job = next(jobs, None)
        if job is not None:
            open_jobs.append(job)
            job.start()
        return job

    def lend() -> Iterator[Job[T]]:
        job = begin()
        while job is not None:
            with contextlib.suppress(Exception):
                job.result()  # its user gets the same, or the same error
            following = begin()
            yield job
            open_jobs.remove(job)
            job.close()
            job = following

    try:
        yield lend()
    finally:
        for job in open_jobs:
            job.close()
