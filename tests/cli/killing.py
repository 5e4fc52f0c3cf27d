"""Commands that run in a process of their own, which is killed at a moment of their work."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PROCESSES = multiprocessing.get_context("forkserver")
# What each of them would import and compile first is there when it begins: that is most of its time.
_PROCESSES.set_forkserver_preload(
    ["episodes.cli.app", "episodes.core.naming.items", "episodes.workflow.sync", "episodes.workflow.import_feed"]
)


def killed_while_saving(folder: Path, moment: str, left: int, *command: str) -> bool:
    """Run a command that is killed before or after it has saved so many things; False if it ended before that."""
    return _is_killed(_saving, folder, moment, left, *command)


def killed_while_joining(folder: Path, moment: str, *command: str) -> bool:
    """Run a command that is killed where the first of a join's two steps is done, or as the second is saved."""
    return _is_killed(_joining, folder, moment, *command)


def _is_killed(work: Callable[..., None], folder: Path, *arguments: Any) -> bool:
    process = _PROCESSES.Process(target=_within, args=(work, folder, arguments))
    process.start()
    process.join(timeout=120)
    assert process.exitcode is not None, "it hangs"
    return process.exitcode == -signal.SIGKILL


def _within(work: Callable[..., None], folder: Path, arguments: tuple[Any, ...]) -> None:
    os.chdir(folder)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    work(*arguments)


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _run(command: tuple[str, ...]) -> None:
    from episodes.cli.start import run

    sys.argv = ["episodes", *command]
    run()


def _saving(moment: str, left: int, *command: str) -> None:
    from episodes.store.catalogue import Catalogue

    writing = Catalogue._writing

    @contextmanager
    def counted(catalogue: Catalogue) -> Iterator[Any]:
        nonlocal left
        is_whole = catalogue._shared is None
        with writing(catalogue) as session:
            yield session
            if is_whole:
                left -= 1
                if left < 0 and moment == "before":
                    _die()
        if is_whole and left < 0:
            _die()

    Catalogue._writing = counted  # type: ignore[method-assign, assignment]
    _run(command)


def _joining(moment: str, *command: str) -> None:
    from episodes.store.catalogue import Catalogue
    from episodes.workflow.joining import Joiner

    measure = Joiner.measure

    def in_the_middle(joiner: Joiner, *arguments: Any, **more: Any) -> Any:
        Catalogue.put_remote = _die  # type: ignore[method-assign, assignment]
        return measure(joiner, *arguments, **more)

    Joiner.measure = {"before": _die, "within": in_the_middle}[moment]  # type: ignore[method-assign, assignment]
    _run(command)
