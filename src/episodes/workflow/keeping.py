"""Keeping media: from a fetched file to the media of an episode, stored whole."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from episodes.core.media import Medium, Source
from episodes.core.naming import new_guid
from episodes.core.probe import Probe
from episodes.core.progress import Report
from episodes.core.sound import CUT_OUT
from episodes.media.processes import is_running
from episodes.workflow.lock import held, is_held
from episodes.workflow.ports import Converter, Master, MediaStorage, Prober

#: The pictures that feeds may show, by their first bytes.
PICTURES = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}


@dataclass(frozen=True, kw_only=True)
class Keeper:
    """Stores files and says what they are."""

    prober: Prober
    converter: Converter
    storage: MediaStorage
    master: Master
    report: Report | None = None

    def keep(
        self, show: str, source: Source, file: Path, probe: Probe, folder: Path, *, with_sound: bool = True
    ) -> tuple[Medium, ...]:
        """Store a file, and `with_sound` for a video its sound as a file of its own; audio comes first."""
        if probe.kind == "audio" or not probe.has_audio or not with_sound:
            return (self._keep_one(show, source, source, file, probe),)
        sound = self.cut_out(show, source, file, folder)  # first: where it cannot be had, nothing is stored
        return (sound, self._keep_one(show, source, source, file, probe))

    def cut_out(self, show: str, source: Source, file: Path, folder: Path) -> Medium:
        """Store the sound of a video as a file of its own."""
        sound = self.converter.extract_audio(file, folder, report=self.report)
        derived = Source(provider=CUT_OUT, key=f"{source.provider}:{source.key}", url=source.url)
        return self._keep_one(show, source, derived, sound, self.prober.probe(sound))

    def keep_sound(self, show: str, source: Source, file: Path, probe: Probe, folder: Path) -> tuple[Medium, ...]:
        """Store a file as sound alone, whatever it is; its source stays the item itself."""
        if probe.kind == "video":
            file = self.converter.extract_audio(file, folder, report=self.report)
            probe = self.prober.probe(file)
        return (self._keep_one(show, source, source, file, probe),)

    def keep_cover(self, show: str, source: Source, cover: bytes, folder: Path) -> str:
        """Store a picture that is embedded in the file, and return its key; "" if there is none that feeds may show."""
        ending = next((ending for mark, ending in PICTURES.items() if cover.startswith(mark)), "")
        if not ending:
            return ""
        file = folder / f"cover{ending}"
        file.write_bytes(cover)
        key = f"{show}/{media_stem(source)}.cover{ending}"
        self.storage.keep(file, key)
        return key

    def has_all(self, media: tuple[Medium, ...]) -> bool:
        """Whether every file that was kept is still there."""
        return all(self.storage.has(medium.media_key) for medium in media if medium.media_key)

    def _keep_one(self, show: str, origin: Source, source: Source, file: Path, probe: Probe) -> Medium:
        key = f"{show}/{media_stem(origin)}{file.suffix.lower()}"
        length = self.storage.keep(file, key)
        return Medium(
            kind=probe.kind,
            source=source,
            media_key=key,
            mime_type=probe.mime_type,
            duration=probe.duration,
            length=length,
            sha256=file_sha256(file),
            codec=probe.codec,
            sample_rate=probe.sample_rate,
            channels=probe.channels,
            width=probe.width,
            height=probe.height,
            loudness=self.master.loudness(file) if probe.has_audio else None,
        )


def media_stem(source: Source) -> str:
    """Name a file after what never changes about it."""
    return hashlib.sha256(new_guid(source).encode()).hexdigest()[:16]


def file_sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def clear_abandoned(root: Path) -> None:
    """Take away the work folders of processes that died; their items may be whole by now and never asked for again.

    A number may be that of a process of another container or machine, so a folder that somebody holds stays too.
    """
    for old in root.glob("*.*"):
        number = old.suffix.removeprefix(".")
        if not (number.isdecimal() and is_running(int(number))) and not is_held(old):
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def work_folder(root: Path, source: Source) -> Iterator[Path]:
    """Lend an empty folder for one item."""
    folder = root / f"{media_stem(source)}.{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        with held(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
