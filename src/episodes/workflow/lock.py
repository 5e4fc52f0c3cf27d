"""One at a time: a file that a process holds while it works, and that a dead process does not keep."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from episodes.core.errors import NotAllDone, StoreError

#: Seconds between two tries for a file that another process holds.
_PAUSE = 0.1


@contextmanager
def locked(file: Path, what: str) -> Iterator[None]:
    """Hold a lock file; raises NotAllDone if another process does, naming it.

    The system lets go of the lock when a process ends, however it ends.
    """
    with _opened(file) as stream:
        if not _try_lock(stream):
            stream.seek(0)
            number = stream.read(20).strip()
            raise NotAllDone(
                f"{what} is running already (process {number or 'unknown'})",
                hint="wait until it is done; nothing was changed",
            )
        stream.truncate(0)
        stream.write(str(os.getpid()))
        stream.flush()
        try:
            yield
        finally:
            stream.truncate(0)


@contextmanager
def only_one(file: Path) -> Iterator[None]:
    """Hold a lock file, after whoever holds it now has let go."""
    with _opened(file) as stream:
        while not _try_lock(stream):
            time.sleep(_PAUSE)
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


def _opened(file: Path) -> IO[str]:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return file.open("a+", encoding="ascii")
    except OSError as error:
        raise StoreError(f"cannot write {file}: {error.strerror}", hint="check disk space and permissions") from error


def _try_lock(stream: IO[str]) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            # Far behind the number, so that others can read it.
            stream.seek(1 << 30)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:  # some network file systems have no locks
        raise StoreError(
            f"cannot lock {stream.name}: {error.strerror}", hint="keep the workspace on a file system with locks"
        ) from error
    return True
