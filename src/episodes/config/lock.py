"""A file that one process at a time holds while it works, and that a dead process does not keep."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from episodes.core.errors import EpisodesError, StoreError

#: Seconds between two tries for a file that another process holds.
_PAUSE = 0.05


@contextmanager
def hold(file: Path, *, patience: float, refuse: Callable[[str], EpisodesError]) -> Iterator[None]:
    """Hold a lock file, after whoever holds it now has let go.

    Where that takes longer than `patience` seconds, raises what `refuse` makes of the holder's process number, or of
    "unknown". The system lets go of the lock when a process ends, however it ends.
    """
    until = time.monotonic() + patience
    while True:
        with _opened(file) as stream:
            while not _try_lock(stream):
                if time.monotonic() >= until:
                    stream.seek(0)
                    raise refuse(stream.read(20).strip() or "unknown")
                time.sleep(_PAUSE)
            if not _is_in_place(stream, file):
                continue
            stream.truncate(0)
            stream.write(str(os.getpid()))
            stream.flush()
            try:
                yield
            finally:
                stream.truncate(0)
            return


def _opened(file: Path) -> IO[str]:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return file.open("a+", encoding="ascii")
    except OSError as error:
        raise StoreError(f"cannot write {file}: {error.strerror}", hint="check disk space and permissions") from error


def _is_in_place(stream: IO[str], file: Path) -> bool:
    """Whether a file that was waited for still lies where others look for it: its folder may be deleted at any time."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), file.stat())
    except OSError:
        return False


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
