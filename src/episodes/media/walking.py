"""Going through a folder and those below it, and no further than anybody means to."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from episodes.core.errors import MediaError, UsageError
from episodes.media.paths import natural_key

#: Files and folders that are looked through: a large show with all that lies beside its media has some 50,000.
MOST_ENTRIES = 200_000
_LEFTOVERS = (".part", ".crdownload", ".download", ".tmp", ".ytdl")


def files_below(folder: Path, endings: Collection[str], *, most: int = MOST_ENTRIES) -> Iterator[Path]:
    """Go through the files of some endings in natural order, sub-folders too; hidden ones are left out.

    Raises MediaError for a folder that cannot be read, UsageError for more than anybody means to bring in at once.
    """
    waiting, left = [(folder, True)], most
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        entries = _entries(path, left + 1)
        left -= len(entries)
        if left < 0:
            raise UsageError(
                f"{folder} has more than {most:,} files and folders in it", hint="name the folder that is meant"
            )
        entries.sort(key=lambda entry: natural_key(entry.name), reverse=True)
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder or (os.path.splitext(entry.name)[1].lower() in endings and entry.is_file()):  # noqa: PTH122
                waiting.append((Path(entry.path), is_folder))


def _entries(folder: Path, most: int) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(islice((entry for entry in found if _is_meant(entry.name)), most))
    except OSError as error:
        raise MediaError(f"cannot read the folder {folder}: {error.strerror}", hint="check its permissions") from error


def _is_meant(name: str) -> bool:
    return not name.startswith(".") and not name.lower().endswith(_LEFTOVERS)
