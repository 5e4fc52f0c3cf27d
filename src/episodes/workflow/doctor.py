"""Looking at the machine and the workspace: what is there, what is missing, and what mends it."""

from __future__ import annotations

import difflib
import importlib.metadata
import importlib.util
import platform
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

from episodes.config.settings import Config, load_config
from episodes.config.workspace import Workspace
from episodes.core.errors import EpisodesError, UsageError
from episodes.core.show import Show
from episodes.site.search import find_program

#: yt-dlp follows the sites; one that is older than this many days often fails.
STALE_DAYS = 90
#: Below this many bytes a download or a transcription may run out of space.
LITTLE_SPACE = 2_000_000_000


#: Sites that ask for more than yt-dlp itself.
SITES = ("youtube", "soundcloud")


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    what: str
    state: Literal["good", "missing", "broken"]
    detail: str
    mend: str = ""


class Need(Protocol):
    """One thing a site needs."""

    @property
    def what(self) -> str: ...
    @property
    def is_there(self) -> bool: ...
    @property
    def detail(self) -> str: ...
    @property
    def mend(self) -> str: ...


class Patient(Protocol):
    """What the doctor examines of a workspace."""

    def pick_model(self) -> tuple[str, str]:
        """Name the model that would be used, and say why; raises TranscriptionError."""
        ...

    def site_needs(self, site: str) -> Iterable[Need]:
        """Look for everything that reading a site takes."""
        ...

    def test_database(self) -> str:
        """Say what the database holds; raises StoreError if it is damaged."""
        ...


def examine(workspace: Workspace | None, patient: Patient) -> list[Finding]:
    """Look at everything; nothing here raises for what it finds."""
    return [*_machine(), _model(patient), *(_workspace(workspace, patient) if workspace else [_no_workspace()])]


def examine_site(site: str, patient: Patient) -> list[Finding]:
    """Look at what reading one site takes; raises UsageError for a site that needs nothing of its own."""
    if site not in SITES:
        near = difflib.get_close_matches(site, SITES, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"sites with needs of their own: {', '.join(SITES)}"
        raise UsageError(f"nothing is known of a site {site!r}", hint=hint)
    needs = [
        Finding(what=need.what, state="good" if need.is_there else "missing", detail=need.detail, mend=need.mend)
        for need in patient.site_needs(site)
    ]
    return [_yt_dlp(), *needs]


def _machine() -> Iterator[Finding]:
    yield Finding(what="Python", state="good", detail=platform.python_version())
    yield _package("faster-whisper", "transcribes")
    yield _yt_dlp()
    yield _site_search()
    ffmpeg = shutil.which("ffmpeg")
    yield Finding(
        what="ffmpeg",
        state="good" if ffmpeg else "missing",
        detail=ffmpeg or "not needed; sites that keep sound and picture apart are joined with it where it is there",
    )


def _package(name: str, what: str) -> Finding:
    return Finding(what=name, state="good", detail=f"{importlib.metadata.version(name)}, {what}")


def _yt_dlp() -> Finding:
    version = importlib.metadata.version("yt-dlp")
    try:
        year, month, day = (int(part) for part in version.split(".")[:3])
        age = (date.today() - date(year, month, day)).days  # noqa: DTZ011  # days matter, not hours
    except ValueError:
        age = 0
    if age > STALE_DAYS:
        mend = "pip install --upgrade yt-dlp"
        return Finding(what="yt-dlp", state="missing", detail=f"{version} is {age} days old; sites change", mend=mend)
    return Finding(what="yt-dlp", state="good", detail=f"{version}, reads sites")


def _site_search() -> Finding:
    if program := find_program():
        return Finding(what="search on pages", state="good", detail=str(program))
    return Finding(
        what="search on pages",
        state="missing",
        detail="not needed; with pagefind, listeners find words of titles, notes and transcripts",
        mend="pip install 'episodes[site-search]'",
    )


def _model(patient: Patient) -> Finding:
    try:
        name, reason = patient.pick_model()
    except EpisodesError as error:
        return Finding(what="Whisper model", state="missing", detail=error.message, mend=error.hint)
    return Finding(what="Whisper model", state="good", detail=f"{name} ({reason})")


def _no_workspace() -> Finding:
    return Finding(what="workspace", state="missing", detail="none here", mend="episodes init")


def _workspace(workspace: Workspace, patient: Patient) -> Iterator[Finding]:
    yield Finding(what="workspace", state="good", detail=str(workspace.root))
    try:
        config = load_config(workspace.settings)
    except EpisodesError as error:
        yield Finding(what="settings", state="broken", detail=error.message, mend=error.hint)
        return
    yield _settings(workspace, config)
    try:
        yield Finding(what="database", state="good", detail=patient.test_database())
    except EpisodesError as error:
        yield Finding(what="database", state="broken", detail=error.message, mend=error.hint)
    yield _space(workspace.root)


def _settings(workspace: Workspace, config: Config) -> Finding:
    unpublished = "127.0.0.1" in config.base_url or "localhost" in config.base_url
    lacking = [show.slug for show in config.shows.values() if not _is_ready(show)]
    if lacking:
        return Finding(
            what="settings",
            state="missing",
            detail=f"directories ask for author, category, language, description and image: {', '.join(lacking)}",
            mend=f'episodes show edit {lacking[0]} author="…" category="…" language=en',
        )
    if unpublished:
        mend = f"set base_url in {workspace.settings.name} before you publish"
        return Finding(what="settings", state="missing", detail="feeds work on this machine only", mend=mend)
    return Finding(what="settings", state="good", detail=f"feeds will be at {config.base_url}")


def _is_ready(show: Show) -> bool:
    return all((show.author, show.category, show.language, show.description, show.image))


def _space(root: Path) -> Finding:
    free = shutil.disk_usage(root).free
    state: Literal["good", "missing"] = "good" if free > LITTLE_SPACE else "missing"
    return Finding(what="disk", state=state, detail=f"{free / 1e9:.1f} GB free")
