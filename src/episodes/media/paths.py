"""What a person may type for a file or folder, and what to say if it is not there."""

from __future__ import annotations

import difflib
import os
import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from episodes.core.errors import UsageError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # two letters at least: "C:" is a disk


def path_of(text: str) -> Path | None:
    """Read a path or file: address; None for any other address.

    >>> path_of("https://example.org/a.mp3") is None
    True
    """
    if text.lower().startswith("file:"):
        try:
            parts = urlsplit(text)
        except ValueError:  # a host that is none
            return None
        if parts.netloc not in ("", "localhost"):
            return None
        return Path(url2pathname(parts.path)) if "%" in text else Path(unquote(parts.path))
    if _SCHEME.match(text) and not is_there(Path(text)):
        return None
    try:
        return Path(text).expanduser()
    except RuntimeError:  # "~name" of a user who does not exist
        return Path(text)


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; what the system takes for no path at all, as too long, is not there."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises for such


def no_such_path(text: str) -> UsageError:
    """Say that there is no such file or folder, with the nearest name that there is."""
    path = path_of(text) or Path(text)
    if os.path.islink(path):  # noqa: PTH114 - see is_there
        return UsageError(f"no file or folder {text}", hint=f"it leads to {path.readlink()}, which is not there")
    near: list[str] = []
    if os.path.isdir(path.parent):  # noqa: PTH112 - see is_there
        with suppress(OSError):  # a folder that one may enter, not list
            near = difflib.get_close_matches(path.name, [entry.name for entry in path.parent.iterdir()], n=1)
    if near:
        return UsageError(f"no file or folder {text}", hint=f"did you mean {path.parent / near[0]}?")
    if not os.path.isdir(path.parent):  # noqa: PTH112 - see is_there
        either = f"there is no folder {path.parent} either: check the path; an address begins with https://"
        return UsageError(f"no file or folder {text}", hint=either)
    return UsageError(f"no file or folder {text}", hint="check the path; an address begins with https://")


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Order names as people do: numbers by value.

    >>> sorted(["ep10.mp3", "ep9.mp3", "Ep1.mp3"], key=natural_key)
    ['Ep1.mp3', 'ep9.mp3', 'ep10.mp3']
    """
    parts = re.split(r"(\d+)", name.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]
