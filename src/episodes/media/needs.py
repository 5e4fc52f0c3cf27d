"""What a site needs on this machine before it can be read: a new yt-dlp, a JavaScript runtime, cookies, a proxy."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: JavaScript runtimes that yt-dlp takes, best first, with the least version (source: yt-dlp's wiki, EJS).
RUNTIMES = {"deno": (2, 3), "node": (22, 0), "bun": (1, 2), "qjs": (2023, 12)}
#: Sites whose player hides addresses behind a script.
SCRIPTED = {"youtube"}


@dataclass(frozen=True, kw_only=True)
class Need:
    """One thing a site needs, whether it is there, and the command that brings it."""

    what: str
    is_there: bool
    detail: str
    mend: str = ""


def needs_of(site: str, *, cookies: str, proxy: str) -> Iterator[Need]:
    """Look for everything that reading a site takes; nothing is asked over the network."""
    if site in SCRIPTED:
        yield _runtime()
        yield _scripts()
    yield _cookies(site, cookies)
    detail = f"through {proxy}" if proxy else "none set; set `proxy` under [download] where the site is blocked"
    yield Need(what="proxy", is_there=True, detail=detail)


def _runtime() -> Need:
    for name, least in RUNTIMES.items():
        found = shutil.which(name) or _beside_python(name)
        if not found:
            continue
        version = _version(found)
        if version >= least:
            return Need(what="JavaScript runtime", is_there=True, detail=f"{name} {'.'.join(map(str, version))}")
    return Need(
        what="JavaScript runtime",
        is_there=False,
        detail="none that is new enough (deno 2.3, Node.js 22, bun 1.2, QuickJS 2023-12)",
        mend="pip install 'episodes[youtube]'",
    )


def _beside_python(name: str) -> str:
    """A program that a Python package brought into this environment."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    return found or ""


def _version(program: str) -> tuple[int, ...]:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=10, check=False)  # noqa: S603  # found by name on the path
    except (OSError, subprocess.TimeoutExpired):
        return ()
    match = re.search(r"(\d+)[.-](\d+)(?:[.-](\d+))?", done.stdout)
    return tuple(int(part) for part in match.groups() if part) if match else ()


def _scripts() -> Need:
    is_there = importlib.util.find_spec("yt_dlp_ejs") is not None
    detail = f"yt-dlp-ejs {importlib.metadata.version('yt-dlp-ejs')}" if is_there else "yt-dlp-ejs is not installed"
    mend = "" if is_there else "pip install 'episodes[youtube]'"
    return Need(what="player scripts", is_there=is_there, detail=detail, mend=mend)


def _cookies(site: str, cookies: str) -> Need:
    if not cookies:
        detail = f"none set; needed where {site} asks for a sign-in"
        return Need(what="cookies", is_there=True, detail=detail)
    file = Path(cookies).expanduser()
    if not file.is_file():
        mend = "export your browser's cookies there, or correct `cookies` under [download] in episodes.toml"
        return Need(what="cookies", is_there=False, detail=f"{file} is not there", mend=mend)
    named = site in file.read_text(encoding="utf-8", errors="replace")
    mend = "" if named else f"sign in to {site} in your browser, then export its cookies again"
    detail = f"{file} names {site}" if named else f"{file} holds none of {site}"
    return Need(what="cookies", is_there=named, detail=detail, mend=mend)
