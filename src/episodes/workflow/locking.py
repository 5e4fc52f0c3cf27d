"""One build at a time: two that write the same files would mix their halves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from episodes.core.errors import PublishError

try:
    import fcntl
except ImportError:  # Windows, where a file that is open cannot be replaced anyway
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_one(file: Path) -> Iterator[None]:
    """Wait until no other process is inside such a block with the same file; a process that dies leaves it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        held = file.open("a")
    except OSError as error:
        raise PublishError(f"cannot write {file}: {error.strerror}", hint="check disk space and permissions") from error
    with held:
        if fcntl is not None:
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
