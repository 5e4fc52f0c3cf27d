"""What a person may type for a file or folder, and what to say if it is not there."""

from __future__ import annotations

import difflib
import re
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
    if _SCHEME.match(text) and not Path(text).exists():
        return None
    try:
        return Path(text).expanduser()
    except RuntimeError:  # "~name" of a user who does not exist
        return Path(text)


def no_such_path(text: str) -> UsageError:
    """Say that there is no such file or folder, with the nearest name that there is."""
    path = path_of(text) or Path(text)
    if path.is_symlink():
        return UsageError(f"no file or folder {text}", hint=f"it leads to {path.readlink()}, which is not there")
    near: list[str] = []
    if path.parent.is_dir():
        near = difflib.get_close_matches(path.name, [entry.name for entry in path.parent.iterdir()], n=1)
    if near:
        return UsageError(f"no file or folder {text}", hint=f"did you mean {path.parent / near[0]}?")
    if not path.parent.is_dir():
        return UsageError(f"no file or folder {text}", hint=f"there is no folder {path.parent} either: check the path")
    return UsageError(f"no file or folder {text}", hint="check the path; an address begins with https://")


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Order names as people do: numbers by value.

    >>> sorted(["ep10.mp3", "ep9.mp3", "Ep1.mp3"], key=natural_key)
    ['Ep1.mp3', 'ep9.mp3', 'ep10.mp3']
    """
    parts = re.split(r"(\d+)", name.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]
