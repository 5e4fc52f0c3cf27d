"""Files that appear whole or not at all, and what a full disk says."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from episodes.core.errors import MediaError
from episodes.media.addresses import within_bytes

MEGABYTE = 1_000_000


@contextmanager
def whole_file(target: Path, *, size: int = 0) -> Iterator[Path]:
    """Lend a name beside `target` to write to; at the end it takes the target's place, or goes away.

    `size` is what the file needs in bytes, if known. Raises MediaError for a disk that is full or
    cannot be written; after a kill, at most a `.part` file is left, never half a target.
    """
    part = target.with_name(f".{within_bytes(target.name, 180)}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        _flush(part)
        part.replace(target)
        _flush(target.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise disk_trouble(error, target, size) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def disk_trouble(error: OSError, target: Path, size: int = 0) -> MediaError:
    """Say in words why a file could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        need = f" (needs {max(1, round(size / MEGABYTE))} MB)" if size else ""
        return MediaError(
            f"no space left on {mount_point(target)} for {target.name}{need}",
            hint="free some space and run the command again",
        )
    what = error.strerror or str(error)
    return MediaError(f"cannot write {target.name}: {what}", hint=f"check {target.parent}")


def require_space(target: Path, size: int) -> None:
    """Raise MediaError before the work if a file cannot fit."""
    folder = next((parent for parent in target.absolute().parents if parent.exists()), Path("/"))
    if size > shutil.disk_usage(folder).free:
        raise disk_trouble(OSError(errno.ENOSPC, "no space"), target, size)


def mount_point(path: Path) -> Path:
    """Find the disk that a path is on, as people know it."""
    place = path.absolute()
    while not place.exists() or not place.is_mount():
        if place == place.parent:
            return place
        place = place.parent
    return place


def _flush(path: Path) -> None:
    """Bring a file's bytes, or a folder's names, to the disk before anything relies on them."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems cannot
            raise
    finally:
        os.close(handle)
