"""Adding episodes: ask the source, fetch, probe, keep, read, save; each step can be cut off and done again."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, UsageError
from episodes.core.item import Item
from episodes.core.media import Medium, Probe, Source
from episodes.core.naming import new_guid, read_item
from episodes.core.plan import Wishes, choose_show, find_show, new_episode, with_probe
from episodes.core.progress import Report
from episodes.core.show import Show
from episodes.store.catalogue import Catalogue
from episodes.workflow.ports import Converter, Downloader, MediaStorage, Prober
from episodes.workflow.shows import ShowBook

#: The pictures that feeds may show, by their first bytes.
PICTURES = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}


@dataclass(frozen=True, kw_only=True)
class Added:
    """An episode that is in the catalogue now; `is_new` is False if it was there before."""

    episode: Episode
    is_new: bool
    new_show: Show | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Failed:
    """One thing of several that could not be done; the others go on."""

    what: str
    error: EpisodesError


@dataclass(frozen=True, kw_only=True)
class Adder:
    """Brings items into the catalogue; the fields are everything that this touches."""

    catalogue: Catalogue
    shows: ShowBook
    downloader: Downloader
    prober: Prober
    converter: Converter
    storage: MediaStorage
    work: Path  #: folder for unfinished downloads
    first_show_title: str  #: title of the show made when there is none and nothing names one
    report: Report | None = None

    def add(self, source: str, wishes: Wishes) -> Iterator[Added | Failed]:
        """Add every item of a source; raises what stands in the way of a single one."""
        if wishes.show:
            find_show(wishes.show, self.shows.shows)  # a mistyped name is told before anything is fetched
        items = self.downloader.info(source)
        if len(items) > 1 and (wishes.title or wishes.number is not None):
            raise UsageError(
                f"--title and --number fit one episode, and {source} has {len(items)}",
                hint="add that one by itself, or leave the option out",
            )
        for item in items:
            try:
                yield self._add_item(item, wishes)
            except EpisodesError as error:
                if len(items) == 1:
                    raise
                yield Failed(what=item.source.url or item.title, error=error)

    def _add_item(self, item: Item, wishes: Wishes) -> Added:
        known = self.catalogue.find_episode(item.source)
        if known is not None and self._is_whole(known):
            return Added(episode=known, is_new=False)
        with work_folder(self.work, item.source) as folder:
            file = self.downloader.fetch(item, folder, audio_only=False, report=self.report)
            probe = self.prober.probe(file)
            if known is not None:
                self._keep_again(known, item, file, probe, folder)
                return Added(episode=known, is_new=False, warnings=probe.warnings)
            return self._save_new(with_probe(item, probe), wishes, file, probe, folder)

    def _is_whole(self, episode: Episode) -> bool:
        return all(self.storage.has(medium.media_key) for medium in episode.media if medium.media_key)

    def _save_new(self, item: Item, wishes: Wishes, file: Path, probe: Probe, folder: Path) -> Added:
        reading = read_item(item)
        choice = choose_show(wishes.show, reading, self.shows.shows, fallback=self.first_show_title)
        reading = read_item(item, show=choice.show)
        media = self._keep(choice.show.slug, item.source, file, probe, folder)
        image = self._keep_cover(choice.show.slug, item.source, probe.cover, folder)
        new_show = None
        if choice.is_new:
            new_show = self.shows.save(replace(choice.show, image=f"media/{image}" if image else ""))
        taken = {episode.slug for episode in self.catalogue.list_episodes(choice.show.slug)}
        now = datetime.now(UTC).replace(microsecond=0)
        episode = new_episode(item, reading, wishes, show=choice.show, media=media, now=now, taken=taken)
        episode = self.catalogue.add_episode(replace(episode, image=image))
        return Added(episode=episode, is_new=True, new_show=new_show, warnings=probe.warnings)

    def _keep_again(self, known: Episode, item: Item, file: Path, probe: Probe, folder: Path) -> None:
        """Bring back media files that were lost; the record stays as it is."""
        for medium in self._keep(known.show, item.source, file, probe, folder):
            self.catalogue.add_medium(known.guid, medium)

    def _keep(self, show: str, source: Source, file: Path, probe: Probe, folder: Path) -> tuple[Medium, ...]:
        """Store a file, and for a video its sound as a file of its own; audio comes first."""
        medium = self._keep_one(show, source, source, file, probe)
        if probe.kind == "audio" or not probe.has_audio:
            return (medium,)
        sound = self.converter.extract_audio(file, folder, report=self.report)
        derived = Source(provider="audio-of", key=f"{source.provider}:{source.key}", url=source.url)
        return (self._keep_one(show, source, derived, sound, self.prober.probe(sound)), medium)

    def _keep_cover(self, show: str, source: Source, cover: bytes, folder: Path) -> str:
        """Store a picture that is embedded in the file, and return its key; "" if there is none that feeds may show."""
        ending = next((ending for mark, ending in PICTURES.items() if cover.startswith(mark)), "")
        if not ending:
            return ""
        file = folder / f"cover{ending}"
        file.write_bytes(cover)
        key = f"{show}/{media_stem(source)}.cover{ending}"
        self.storage.keep(file, key)
        return key

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
            loudness=probe.loudness,
        )


def media_stem(source: Source) -> str:
    """Name a file after what never changes about it."""
    return hashlib.sha256(new_guid(source).encode()).hexdigest()[:16]


def file_sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def work_folder(root: Path, source: Source) -> Iterator[Path]:
    """Lend an empty folder for one item; folders of processes that died are cleared away first."""
    stem = media_stem(source)
    for old in root.glob(f"{stem}.*"):
        if not _is_running(old.suffix.removeprefix(".")):
            shutil.rmtree(old, ignore_errors=True)
    folder = root / f"{stem}.{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: str) -> bool:
    if not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
