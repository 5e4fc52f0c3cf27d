"""One at a time: a file that a process holds while it works, and that a dead process does not keep."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from episodes.config.lock import hold
from episodes.core.errors import NotAllDone


@contextmanager
def locked(file: Path, what: str) -> Iterator[None]:
    """Hold a lock file; raises NotAllDone if another process does, naming it."""

    def refuse(number: str) -> NotAllDone:
        return NotAllDone(
            f"{what} is running already (process {number})", hint="wait until it is done; nothing was changed"
        )

    with hold(file, patience=0, refuse=refuse):
        yield


@contextmanager
def only_one(file: Path) -> Iterator[None]:
    """Hold a lock file, after whoever holds it now has let go, however long that takes."""
    with hold(file, patience=math.inf, refuse=NotAllDone):
        yield


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Mark a folder as in use; `is_held` tells, in other containers too. Without locks on folders it is not marked."""
    descriptor = _descriptor(folder)
    try:
        if descriptor is not None:
            _mark(descriptor)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def is_held(folder: Path) -> bool:
    """Whether a process, this one too, has marked a folder as in use."""
    descriptor = _descriptor(folder)
    if descriptor is None:
        return False
    try:
        return _is_marked(descriptor)
    finally:
        os.close(descriptor)


def _descriptor(folder: Path) -> int | None:
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:  # gone; or Windows, which opens no folders
        return None


def _mark(descriptor: int) -> None:
    import fcntl

    with suppress(OSError):  # a file system without locks
        fcntl.flock(descriptor, fcntl.LOCK_EX)  # only somebody who looks is in the way, and not for long


def _is_marked(descriptor: int) -> bool:
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
