"""A catalogue of podcast and video episodes: transcribed, published as feeds and pages, and searched.

from episodes import open_catalogue

with open_catalogue() as catalogue:
    for found in catalogue.search("safe zone").episodes:
        print(found.episode.title, found.hits[0].at, found.hits[0].snippet)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from episodes.store.reader import Reader

__version__ = "0.1.0"
__all__ = ["__version__", "open_catalogue"]


def open_catalogue(path: str | Path = ".") -> Reader:
    """Open a catalogue for reading and searching: a workspace folder, one inside it, or the database file.

    The result is a context manager; see `episodes.store.reader.Reader` for what it can do. A database of an older
    version of this program is brought up to date first. Raises NotFound if there is none, StoreError if it cannot
    be read.
    """
    from pathlib import Path  # kept out of `import episodes`, which must cost nothing

    from episodes.store.finding import open_reader

    return open_reader(Path(path))
