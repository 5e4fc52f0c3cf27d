"""Taking shows out of the catalogue: everything as JSON, readable Markdown beside it, and the list of media.

<folder>/export.json  corrections.json
<folder>/<show>/show.json  remote.json  media.tsv  media/…  episodes/<slug>.json  <slug>.md
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from episodes.core.episode import Episode
from episodes.core.errors import PublishError, UsageError
from episodes.core.export_text import render_episode_text, render_media_list
from episodes.core.record import to_record
from episodes.core.show import Show
from episodes.store.catalogue import Catalogue
from episodes.workflow.ports import MediaStorage

FORMAT = "episodes-export"
VERSION = 1
INDEX = "export.json"
CORRECTIONS = "corrections.json"
#: Files and folders that an export makes inside a show's folder.
OWN = {"show.json", "remote.json", "media.tsv", "media", "episodes"}


@dataclass(frozen=True, kw_only=True)
class Exported:
    """What was written for one show."""

    show: str
    episodes: int = 0
    transcripts: int = 0
    media: int = 0  #: files that were copied
    missing: tuple[str, ...] = ()  #: media that should be held and are not


@dataclass(kw_only=True)
class Exporter:
    """Writes shows to a folder; the same catalogue gives the same bytes."""

    catalogue: Catalogue
    storage: MediaStorage
    root: Path  #: the workspace, in which pictures of shows lie
    written: set[Path] = field(default_factory=set)

    def export(self, shows: Mapping[str, Show], folder: Path, *, with_media: bool = False) -> Iterator[Exported]:
        """Write the shows; a folder that holds anything but an older export is refused (UsageError)."""
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is a file", hint="name a folder")
        if folder.exists() and any(folder.iterdir()) and not (folder / INDEX).is_file():
            raise UsageError(f"{folder} is not empty and holds no export", hint="name a new folder")
        self.written = set()
        for show in shows.values():
            yield self._export_show(show, folder / show.slug, with_media=with_media)
        self._write_json(folder / CORRECTIONS, self._corrections(shows))
        self._write_json(folder / INDEX, {"format": FORMAT, "version": VERSION, "shows": sorted(shows)})
        self._clear(folder)

    def _export_show(self, show: Show, folder: Path, *, with_media: bool) -> Exported:
        picture, show = self._held_picture(show), replace(show, image=exported_picture(show))
        episodes = list(reversed(self.catalogue.list_episodes(show.slug)))
        transcripts = 0
        for episode in episodes:
            transcripts += self._export_episode(episode, show, folder / "episodes")
        order = [episode.slug for episode in episodes]  # oldest first, as they are added again
        self._write_json(folder / "show.json", {"show": to_record(show), "episodes": order})
        self._write_json(folder / "remote.json", [to_record(item) for item in self.catalogue.list_remote(show.slug)])
        self._write(folder / "media.tsv", render_media_list(show, episodes))
        files = self._held_media(episodes) | ({show.image: picture} if _is_local(show.image) else {})
        copied, missing = self._copy_media(files, folder / "media") if with_media else (0, [])
        return Exported(
            show=show.slug, episodes=len(episodes), transcripts=transcripts, media=copied, missing=tuple(missing)
        )

    def _export_episode(self, episode: Episode, show: Show, folder: Path) -> bool:
        transcript = self.catalogue.find_transcript(episode.guid, show=show.slug)
        shown = self.catalogue.effective_transcript(episode.guid, show=show.slug)
        record = {"episode": to_record(episode), "transcript": to_record(transcript)}
        self._write_json(folder / f"{episode.slug}.json", record)
        self._write(folder / f"{episode.slug}.md", render_episode_text(episode, show, shown))
        return transcript is not None

    def _corrections(self, shows: Mapping[str, Show]) -> list[dict[str, Any]]:
        """All that people corrected, in the order in which it was done: a later rule leaves earlier edits alone."""
        corrections = self.catalogue.corrections
        found: list[tuple[int, dict[str, Any]]] = []
        rules = [use.rule for use in corrections.rules() if not use.rule.show or use.rule.show in shows]
        found += [(rule.id, {"rule": _numberless(rule)}) for rule in rules]
        looked: list[dict[str, Any]] = []
        for slug in shows:
            for episode in self.catalogue.list_episodes(slug):
                corrected = corrections.find(episode.guid, show=slug)
                if corrected is None:
                    continue
                place = {"show": slug, "guid": episode.guid}
                found += [(edit.id, {**place, "edit": _numberless(edit)}) for edit in corrected.overlay.edits]
                looked += [{**place, "looked": to_record(one)} for one in corrected.looked]
        return [record for _, record in sorted(found, key=lambda pair: pair[0])] + looked

    def _held_picture(self, show: Show) -> Path | None:
        file = self.root / show.image
        return file if _is_local(show.image) and file.is_file() else None

    def _held_media(self, episodes: list[Episode]) -> dict[str, Path | None]:
        """The files of media and pictures by their keys; None where one is lost."""
        keys = [medium.media_key for one in episodes for medium in one.media if medium.media_key]
        keys += [one.image for one in episodes if _is_local(one.image)]
        return {key: self._held(key) for key in keys}

    def _copy_media(self, files: dict[str, Path | None], folder: Path) -> tuple[int, list[str]]:
        for key, file in files.items():
            if file is not None:
                self._copy(file, folder / key)
        return sum(file is not None for file in files.values()), [key for key, file in files.items() if file is None]

    def _held(self, key: str) -> Path | None:
        return self.storage.path(key) if self.storage.has(key) else None

    def _copy(self, file: Path, target: Path) -> None:
        self.written.add(target)
        if target.is_file() and target.stat().st_size == file.stat().st_size:
            return
        part = target.with_name(target.name + ".part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, part)
            part.replace(target)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise _cannot_write(target, error) from error

    def _write_json(self, file: Path, record: Any) -> None:
        self._write(file, json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def _write(self, file: Path, text: str) -> None:
        self.written.add(file)
        part = file.with_name(file.name + ".part")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(text.encode("utf-8", "replace"))
            part.replace(file)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise _cannot_write(file, error) from error

    def _clear(self, folder: Path) -> None:
        """Take away what an older export left here and this one did not write."""
        for inner in folder.iterdir():
            if inner.is_dir() and (inner / "show.json").is_file():
                for old in sorted(inner.rglob("*"), reverse=True):
                    if old.is_file() and old not in self.written and old.relative_to(inner).parts[0] in OWN:
                        old.unlink()
                    elif old.is_dir() and not any(old.iterdir()):
                        old.rmdir()
                if not any(inner.iterdir()):
                    inner.rmdir()


def exported_picture(show: Show) -> str:
    """Where a show's picture lies in another workspace: as here, or in `pictures/` if it lies outside of this one."""
    path = PurePath(show.image)
    if not _is_local(show.image) or not (path.is_absolute() or path.drive or ".." in path.parts):
        return show.image
    return f"pictures/{show.slug}{path.suffix.lower()}"


def _is_local(image: str) -> bool:
    return bool(image) and "://" not in image


def _numberless(value: Any) -> dict[str, Any]:
    """A rule or edit without its number, which another catalogue would give anew."""
    return {name: held for name, held in to_record(value).items() if name != "id"}


def _cannot_write(file: Path, error: OSError) -> PublishError:
    return PublishError(f"cannot write {file}: {error.strerror}", hint="check disk space and permissions")
