"""Finding the file that a request asks for, and never one outside the web root."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a request's path leads to: a file, another address, or (both empty) nothing."""

    file: Path | None = None
    moved_to: str = ""


def find_file(root: Path, target: str) -> Found:
    """Find a request's file under `root`, which must be resolved; folders give their index.html.

    Dot files, unfinished `.part` files and links that lead out of the root are not there.
    """
    target = _from_path(target)
    parts = _split(target)
    if parts is None:
        return Found()
    file = root.joinpath(*parts)
    try:
        real = file.resolve()
        if not real.is_relative_to(root):
            return Found()
        if real.is_dir():
            return _index(real, parts, target)
        return Found(file=real) if real.is_file() and not target.split("?", maxsplit=1)[0].endswith("/") else Found()
    except (OSError, ValueError, RuntimeError):  # a name too long, a ring of links
        return Found()


def _from_path(target: str) -> str:
    """What is asked from the path on: through a proxy, a whole address is asked for (RFC 9112, 3.2.2)."""
    if not target.lower().startswith(("http://", "https://")):
        return target
    authority, slash, rest = target.partition("://")[2].partition("/")
    return "/" + rest if slash and "?" not in authority else "/"


def _split(target: str) -> list[str] | None:
    try:
        path = unquote(urlsplit("//host" + target).path if target.startswith("/") else "", errors="strict")
    except (ValueError, UnicodeDecodeError):
        return None
    parts = [part for part in path.split("/") if part]
    refused = any(part.startswith(".") or part.endswith(".part") or "\0" in part or "\\" in part for part in parts)
    return None if refused or not path.startswith("/") else parts


def _index(folder: Path, parts: list[str], target: str) -> Found:
    index = folder / "index.html"
    if not index.is_file():
        return Found()
    path, _, query = target.partition("?")
    if path.endswith("/"):
        return Found(file=index)
    # Built from the parts: `//host` in the request must not become another host's address.
    return Found(moved_to="/" + "/".join(quote(part) for part in parts) + "/" + (f"?{query}" if query else ""))
