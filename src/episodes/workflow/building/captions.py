"""Captions of a build: other processes cut those of the next episodes, while this one's page is made.

To cut an hour of speech takes a fifth of a second, ten times as long as all else that an episode needs.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from episodes.core.captions import format_all
from episodes.feed import CaptionWork

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
U = TypeVar("U")

#: Seconds of speech from which on other processes are worth their start, a quarter of a second each.
WORTH = 3 * 3600.0
#: Processes at most: each takes some 60 MB, and more would wait for the one that reads and writes.
MOST = 8

#: Gives what was cut: the text of each file, by its extension.
Cut = Callable[[], dict[str, str]]


class Cutters:
    """Processes that cut captions; none is started before there is something to cut, all end with the `with`.

    Where there can be none, or they die, the captions are cut here.
    """

    def __init__(self, processes: int) -> None:
        self._processes = max(1, min(processes, MOST))
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Cutters:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    @property
    def ahead(self) -> int:
        """How many episodes are worth being begun before the first is asked for."""
        return 2 * self._processes if self._processes > 1 else 0

    def begin(self, work: CaptionWork) -> Cut:
        """Have captions cut; whoever calls what is given waits for them."""
        here = partial(format_all, **work.given)
        if self._processes == 1:
            return here
        try:
            future = self._open().submit(format_all, **work.given)
        except (OSError, ImportError, RuntimeError, ValueError):  # no semaphores, no memory, or the processes died
            self._processes = 1
            return here
        return partial(self._result, future, here)

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # Not forked, for a copy of a process that has threads may hang.
            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, mp_context=context, initializer=_follow)
        return self._pool

    def _result(self, future: Future[dict[str, str]], here: Cut) -> dict[str, str]:
        from concurrent.futures import BrokenExecutor

        while True:
            try:
                return future.result(timeout=0.2)  # in short waits, so that Ctrl-C is heard on every system
            except BrokenExecutor:
                self._processes = 1
                return here()
            except TimeoutError:
                if future.done():
                    raise


def begun_ahead(items: Iterable[T], begin: Callable[[T], U], ahead: int) -> Iterator[tuple[T, U]]:
    """Give items in their order, each with what `begin` gave; the next few are begun before this one is given."""
    waiting: deque[tuple[T, U]] = deque()
    for item in items:
        waiting.append((item, begin(item)))
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting


def _follow() -> None:
    """Make a process that cuts leave Ctrl-C to the one that it works for, and end when that one ends."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def end() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=end, daemon=True).start()
