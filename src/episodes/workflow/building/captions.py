"""Captions of a build: other processes cut those of the next episodes, while this one's page is made.

To cut an hour of speech takes a fifth of a second, ten times as long as all else that an episode needs.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from episodes.core.captions import format_all
from episodes.feed import CaptionWork

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
U = TypeVar("U")

#: Seconds of speech from which on other processes are worth their start, a quarter of a second each.
WORTH = 3 * 3600.0
#: Processes at most: each takes some 60 MB, and more would wait for the one that reads and writes.
MOST = 8

Texts = dict[str, str]  #: of each file, by its extension


class Cut:
    """Captions that are being cut: by another process, or here when they are asked for."""

    def __init__(self, given: dict[str, Any], cutters: Cutters) -> None:
        self._given, self._cutters = given, cutters
        self._texts: Texts | None = None
        self.cutter: _Cutter | None = None  #: who is at work on it

    def __call__(self) -> Texts:
        """Wait for the text of each file, by its extension; raises what cutting raised."""
        self._cutters.look()
        if self._texts is None and self.cutter is not None:
            self.cutter.receive()
            self._cutters.look()
        if self._texts is None:  # nobody was at work on it, or died
            self._cutters.forget(self)
            self._texts = format_all(**self._given)
        return self._texts

    def hand_to(self, cutter: _Cutter) -> bool:
        """Give the work to a process; False if there is none any more."""
        try:
            cutter.link.send(self._given)
        except (OSError, ValueError):
            return False
        self.cutter = cutter
        return True

    def settle(self, texts: Texts | None) -> None:
        """Take what a process made of it; None where it failed or died, which will be found out here."""
        self._texts = texts
        self.cutter = None


class _Cutter:
    """A process that cuts. It has one piece of work at a time, so that neither ever waits to be read by the other."""

    def __init__(self, process: SpawnProcess, link: Connection) -> None:
        self.process, self.link = process, link
        self.work: Cut | None = None
        self.is_alive = True

    def receive(self) -> None:
        """Wait for what it has made; one that has died has made nothing."""
        answer = None
        try:
            while not self.link.poll(0.2):  # in short waits, so that Ctrl-C is heard on every system
                pass
            answer = self.link.recv()
        except (EOFError, OSError):
            self.is_alive = False
        work, self.work = self.work, None
        if work is not None:
            work.settle(answer)

    def end(self) -> None:
        self.link.close()
        self.process.terminate()
        self.process.join()


class Cutters:
    """Processes that cut captions; none is started before there is something to cut, all end with the `with`.

    Where there can be none, or they die, the captions are cut here. The standard library's pool of processes is not
    used: one that dies while another is started can make it wait for ever.
    """

    def __init__(self, processes: int) -> None:
        self._most = min(processes, MOST) if processes > 1 else 0
        self._cutters: list[_Cutter] = []
        self._waiting: deque[Cut] = deque()

    def __enter__(self) -> Cutters:
        return self

    def __exit__(self, *_error: object) -> None:
        with _undisturbed():
            for cutter in self._cutters:
                cutter.end()

    @property
    def ahead(self) -> int:
        """How many episodes are worth being begun before the first is asked for."""
        return 2 * self._most

    def begin(self, work: CaptionWork) -> Cut:
        """Have captions cut; whoever calls what is given waits for them."""
        cut = Cut(work.given, self)
        if self._most:
            self._waiting.append(cut)
            self.look()
        return cut

    def forget(self, cut: Cut) -> None:
        """Leave to its owner what waits for a process."""
        with suppress(ValueError):
            self._waiting.remove(cut)

    def look(self) -> None:
        """Take what processes have made, and give them what waits."""
        for cutter in self._cutters:
            if cutter.work is not None and _is_ready(cutter.link):
                cutter.receive()
        while self._waiting and (free := self._free()):
            if self._waiting[0].hand_to(free):
                free.work = self._waiting.popleft()
            else:
                free.is_alive = False

    def _free(self) -> _Cutter | None:
        free = next((one for one in self._cutters if one.is_alive and one.work is None), None)
        if free is None and len(self._cutters) < self._most:
            try:
                free = _start()
            except OSError:  # no memory, or no more processes
                self._most = len(self._cutters)
            else:
                self._cutters.append(free)
        return free


def _start() -> _Cutter:
    from multiprocessing import get_context

    # Not forked, for a copy of a process that has threads may hang.
    context = get_context("spawn")
    if sys.platform != "win32":
        from multiprocessing.resource_tracker import ensure_running

        ensure_running()  # which would let Ctrl-C through again
    with _undisturbed():
        ours, theirs = context.Pipe()
        process = context.Process(target=_cut, args=(theirs,), daemon=True)
        process.start()
        theirs.close()  # else nobody would notice that the process has died
    return _Cutter(process, ours)


def _cut(link: Connection) -> None:
    """Cut what comes, until nobody is there any more; Ctrl-C is for the process at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            given = link.recv()
            try:
                answer: Texts | None = format_all(**given)
            except Exception:  # noqa: BLE001 - it is raised where the captions are wanted
                answer = None
            link.send(answer)


def _is_ready(link: Connection) -> bool:
    try:
        return link.poll()
    except OSError:
        return True  # it has died, as `receive` will find


def begun_ahead(items: Iterable[T], begin: Callable[[T], U], ahead: int) -> Iterator[tuple[T, U]]:
    """Give items in their order, each with what `begin` gave; the next few are begun before this one is given."""
    waiting: deque[tuple[T, U]] = deque()
    for item in items:
        waiting.append((item, begin(item)))
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have Ctrl-C wait; a process that is started meanwhile never hears of it (where there is such a thing)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
