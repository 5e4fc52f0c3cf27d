"""Media storage in a folder: each key is a path under its root."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from episodes.core.errors import MediaError
from episodes.media.processes import is_running
from episodes.media.saving import require_space, whole_file

#: A part file that nobody has written to for so long was left by a process that died.
STALE_SECONDS = 24 * 3600.0
_PART = re.compile(r"\..+\.(\d+)\.part")


class FolderStorage:
    """Keeps media in a folder; satisfies `MediaStorage`.

    Files are copied, never linked: a link would change when the original is edited in place.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def keep(self, file: Path, key: str, /) -> int:
        """Store the file under a key, replacing it whole, and return its length in bytes."""
        target = self._place(key)
        try:
            size = file.stat().st_size
        except OSError as error:
            raise MediaError(f"there is no file {file} to keep", hint="run the command again") from error
        if target.exists() and target.samefile(file):
            return size
        require_space(target, size)
        with whole_file(target, size=size) as part:
            shutil.copyfile(file, part)
            copied = part.stat().st_size
            if copied != size:
                raise MediaError(
                    f"{file.name} changed while it was copied", hint="run the command again when it is finished"
                )
        self._sweep(target.parent)
        return copied

    def path(self, key: str, /) -> Path:
        """Where the stored file can be read; raises MediaError if there is none."""
        place = self._place(key)
        if not place.is_file():
            raise MediaError(
                f"the media file {key} is missing from {self.root}",
                hint="add the episode's source again to bring it back",
            )
        return place

    def has(self, key: str, /) -> bool:
        _require_inside(key)
        return (self.root / key).is_file()

    def missing(self, keys: Iterable[str], /) -> set[str]:
        """Those of many keys under which nothing is stored: folders are read, which is faster than to ask for each."""
        asked = set(keys)
        folders = {key.rpartition("/")[0] for key in asked} - {""}
        there = {key for folder in folders for key in self._keys_in(folder)}
        return {key for key in asked - there if not self.has(key)}  # a disk may take other spellings for the same

    def _keys_in(self, folder: str) -> Iterator[str]:
        _require_inside(folder)
        try:
            with os.scandir(self.root / folder) as found:
                yield from [f"{folder}/{one.name}" for one in found if one.is_file()]
        except OSError:
            return

    def remove(self, key: str, /) -> None:
        """Remove a file, and the folders that it leaves empty; nothing happens if there is none."""
        place = self._place(key)
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            raise MediaError(f"cannot remove {key}: {error.strerror}", hint=f"check {place}") from error
        for folder in place.relative_to(self.root).parents:
            if folder == Path():
                break
            try:
                (self.root / folder).rmdir()
            except OSError:
                break  # something else is in it

    def _place(self, key: str) -> Path:
        _require_inside(key)
        return self.root / key

    def _sweep(self, folder: Path) -> None:
        """Clear away what processes that were killed left half-written."""
        for part in folder.glob(".*.part"):
            match = _PART.fullmatch(part.name)
            if match and (not is_running(int(match[1])) or _is_stale(part)):
                part.unlink(missing_ok=True)


def _require_inside(key: str) -> None:
    """Raise MediaError for a key that names no place under the root."""
    parts = key.split("/")
    if not key or key.startswith("/") or "\\" in key or "\x00" in key or ".." in parts or ":" in parts[0]:
        raise MediaError(
            f"{key!r} is no place in the media folder", hint="this is a fault in the catalogue: please report it"
        )


def _is_stale(part: Path) -> bool:
    try:
        return time.time() - part.stat().st_mtime > STALE_SECONDS
    except FileNotFoundError:
        return False  # it was finished meanwhile
