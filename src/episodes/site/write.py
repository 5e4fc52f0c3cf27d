"""Writing under the web root: files appear whole or not at all, and only those that change."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from episodes.core.errors import PublishError
from episodes.core.light import dataclass

#: Lists the paths that the last whole build made, so that the next one can take away what is gone.
BUILT_LIST = ".built"
#: What a system answers when there is no room left.
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a build did to the files under the web root; all paths are relative to it."""

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    bytes_written: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.written or self.removed)


class Writer:
    """Writes files under one root and counts what it did.

    `write` compares before it writes; `keep` says that a file from an earlier build still stands.
    `finish` removes what an earlier build of the same scope made and this one did not, and reports.
    Files that no build made are never touched.
    """

    def __init__(self, root: Path, *, scope: str = "", listed: Path | None = None) -> None:
        """Write under `root`; `scope` is the folder whose files this build makes all of, empty for the top.

        `listed` is where to remember what was made, if not in that folder: the names of some files are secret.
        """
        self.root = root
        self._list = listed or root / scope / BUILT_LIST
        self._written: list[str] = []
        self._removed: list[str] = []
        self._seen: set[str] = set()
        self._unchanged = self._bytes = 0

    def write(self, path: str, content: bytes) -> bool:
        """Write a file unless it holds just that; tells whether it wrote. Raises PublishError."""
        file = self._place(path)
        self._seen.add(path)
        if holds(file, content):
            self._unchanged += 1
            return False
        _write_whole(file, content, path)
        self._written.append(path)
        self._bytes += len(content)
        return True

    def link(self, path: str, source: Path) -> bool:
        """Put a file that lies elsewhere under the root, without copying it where the disk allows a second name."""
        file = self._place(path)
        self._seen.add(path)
        if _is_same(file, source):
            self._unchanged += 1
            return False
        _link_whole(file, source, path)
        self._written.append(path)
        return True

    def keep(self, path: str) -> bool:
        """Let a file stand as an earlier build made it; False if it is not there and must be written."""
        if not self._place(path).is_file():
            return False
        self._seen.add(path)
        self._unchanged += 1
        return True

    def stand(self, paths: Iterable[str]) -> None:
        """Let files stand that are known to be as an earlier build left them."""
        before = len(self._seen)
        self._seen.update(paths)
        self._unchanged += len(self._seen) - before

    def discard(self, path: str) -> None:
        """Take a file away that somebody changed, so that nothing takes it for an earlier build's.

        One that this build made stays: it is another unit's by now.
        """
        if path in self._seen:
            return
        try:
            self._place(path).unlink(missing_ok=True)
        except OSError as error:
            raise _refused("remove", path, error) from error

    def remove(self, path: str) -> bool:
        """Remove a file and the folders that this leaves empty; False if there is none."""
        file = self._place(path)
        try:
            file.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise _refused("remove", path, error) from error
        self._removed.append(path)
        self._prune(file.parent)
        return True

    @property
    def has_work(self) -> bool:
        """Whether it made anything, now or in the last build."""
        return bool(self._seen) or self._list.exists()

    def finish(self) -> Report:
        """Remove what is no longer made, remember what is, and report."""
        before = self._built_before()
        gone = [] if self._seen.issuperset(before) else [path for path in before if path not in self._seen]
        for path in gone:
            if _is_below(path):
                self.remove(path)
        if gone or len(before) != len(self._seen) or not self._list.exists():
            _write_whole(self._list, "".join(f"{path}\n" for path in sorted(self._seen)).encode(), self._list.name)
        return self.report

    @property
    def report(self) -> Report:
        return Report(
            written=tuple(self._written),
            unchanged=self._unchanged,
            removed=tuple(self._removed),
            bytes_written=self._bytes,
        )

    def _place(self, path: str) -> Path:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or any(part in ("..", ".") or "\0" in part for part in parts):
            raise PublishError(f"{path!r} is no path under the web root")
        return self.root.joinpath(*parts)

    def _built_before(self) -> list[str]:
        try:
            return [*filter(None, self._list.read_text(encoding="utf-8").split("\n"))]
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise PublishError(f"cannot read {self._list}", hint="remove that file and build again") from error

    def _prune(self, folder: Path) -> None:
        while folder != self.root and folder.is_relative_to(self.root):
            try:
                folder.rmdir()
            except OSError:  # not empty, or gone: either is fine
                return
            folder = folder.parent


def _is_below(path: str) -> bool:
    """Tell whether a path of a list, which anybody may have written, lies under the root."""
    return not path.startswith("/") and ".." not in PurePosixPath(path).parts


def holds(file: Path, content: bytes) -> bool:
    """Tell whether a file holds just that."""
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _write_whole(file: Path, content: bytes, path: str) -> None:
    part = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        _discard(part)
        raise _refused("write", path, error) from error


def _is_same(file: Path, source: Path) -> bool:
    """Tell whether a file is the source, or a copy of it that nobody touched."""
    try:
        here, there = file.stat(), source.stat()
    except OSError:
        return False
    return os.path.samestat(here, there) or (here.st_size, here.st_mtime_ns) == (there.st_size, there.st_mtime_ns)


def _link_whole(file: Path, source: Path, path: str) -> None:
    part = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _discard(part)
        try:
            os.link(source, part)
        except OSError:  # another disk, or one without second names
            shutil.copy2(source, part)
        part.replace(file)
    except OSError as error:
        _discard(part)
        raise _refused("write", path, error) from error


def _discard(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        pass  # the first error is the one to tell


def _refused(verb: str, path: str, error: OSError) -> PublishError:
    if error.errno in _NO_ROOM:
        return PublishError(f"cannot {verb} {path}: the disk is full", hint="make room, then build again")
    reason = error.strerror or os.strerror(error.errno or 0)
    return PublishError(
        f"cannot {verb} {path}: {reason}", hint="check the permissions of the web root, then build again"
    )
