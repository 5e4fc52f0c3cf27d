"""Bringing an export of ours back in, without loss: what is there already is left alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from episodes.core.corrections.differences import Changes
from episodes.core.corrections.values import Edit, Looked, Rule
from episodes.core.episode import Episode
from episodes.core.errors import AlreadyThere, EpisodesError, PublishError, SourceError, UsageError
from episodes.core.rebuild import from_record
from episodes.core.remote import RemoteItem
from episodes.core.show import Show
from episodes.core.transcript import Transcript
from episodes.store.catalogue import Catalogue
from episodes.workflow.add import Failed
from episodes.workflow.export import CORRECTIONS, FORMAT, INDEX, VERSION
from episodes.workflow.import_feed import Imported
from episodes.workflow.pictures import ENDINGS
from episodes.workflow.ports import MediaStorage
from episodes.workflow.shows import ShowBook

T = TypeVar("T")
#: Who is said to have made corrections that come with an export.
IMPORTED = "import"


def is_export(folder: Path) -> bool:
    return (folder / INDEX).is_file()


@dataclass(frozen=True, kw_only=True)
class ExportReader:
    """Reads the folder that `Exporter` writes."""

    catalogue: Catalogue
    shows: ShowBook
    storage: MediaStorage
    root: Path  #: the workspace

    def run(self, folder: Path) -> Iterator[Imported | Failed]:
        """Import every show of an export; raises UsageError or SourceError for one that cannot be read."""
        index = _read_json(folder / INDEX)
        if not isinstance(index, dict) or index.get("format") != FORMAT:
            raise SourceError(f"{folder / INDEX} is no export of this program", hint="import the feed instead")
        if index.get("version") != VERSION:
            raise UsageError(
                f"{folder} was exported by another version (form {index.get('version')}; this one reads {VERSION})",
                hint="upgrade: pip install --upgrade episodes",
            )
        added: set[tuple[str, str]] = set()
        for slug in index["shows"]:
            yield from self._import_show(folder / str(slug), added)
        self._correct(folder / CORRECTIONS, added)

    def _import_show(self, folder: Path, added: set[tuple[str, str]]) -> Iterator[Imported | Failed]:
        record = _read_json(folder / "show.json")
        show = _made(Show, record["show"], folder / "show.json")
        is_new = self._take_show(show)
        known = {episode.guid for episode in self.catalogue.list_episodes(show.slug)}
        count = 0
        for slug in record["episodes"]:
            file = folder / "episodes" / f"{slug}.json"
            try:
                held = _read_json(file)
                episode = _made(Episode, held["episode"], file)
                if episode.guid in known:
                    continue
                self._add(episode, held.get("transcript"), file)
                count += 1
                added.add((show.slug, episode.guid))
            except EpisodesError as error:
                yield Failed(what=str(file), error=error)
        if (folder / "remote.json").is_file():
            for one in _read_json(folder / "remote.json"):
                self.catalogue.put_remote(_made(RemoteItem, one, folder / "remote.json"))
        fetched = self._take_media(folder / "media", show)
        yield Imported(show=show, is_new_show=is_new, items=len(record["episodes"]), added=count, fetched=fetched)

    def _take_show(self, show: Show) -> bool:
        known = self.shows.shows.get(show.slug)
        if known is None:
            self.shows.add(show)
            return True
        if known.guid != show.guid and self.catalogue.list_episodes(show.slug):
            raise AlreadyThere(
                f"there is another show {show.slug!r} here",
                hint="import into an empty workspace, or rename one of them",
            )
        return False

    def _add(self, episode: Episode, transcript: Any, file: Path) -> None:
        self.catalogue.add_episode(episode)
        if transcript is not None:
            self.catalogue.save_transcript(episode.guid, _made(Transcript, transcript, file), show=episode.show)

    def _take_media(self, folder: Path, show: Show) -> int:
        count = 0
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            key = file.relative_to(folder).as_posix()
            if not file.is_file() or file.name.endswith(".part"):
                continue
            if key == show.image and not key.startswith("media/"):
                count += self._take_picture(file, self.root / key)
                continue
            key = key.removeprefix("media/")  # a show's picture that lies among the media
            if not self.storage.has(key):
                self.storage.keep(file, key)
                count += 1
        return count

    def _take_picture(self, file: Path, target: Path) -> bool:
        """Put a show's picture where its settings say that it lies; one that is there stays."""
        if target.exists() or target.suffix.lower() not in ENDINGS:
            return False
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            part = target.with_name(target.name + ".part")
            shutil.copyfile(file, part)
            part.replace(target)
        except OSError as error:
            raise PublishError(
                f"cannot write {target}: {error.strerror}", hint="check disk space and permissions"
            ) from error
        return True

    def _correct(self, file: Path, added: set[tuple[str, str]]) -> None:
        """Do again what people corrected, in the same order, on the episodes that came in just now."""
        if not file.is_file():
            return
        corrections = self.catalogue.corrections
        known = {(use.rule.wrong, use.rule.right, use.rule.show) for use in corrections.rules()}
        for record in _read_json(file):
            if "rule" in record:
                rule = _made(Rule, record["rule"], file)
                if (rule.wrong, rule.right, rule.show) not in known:
                    corrections.add_rule(rule, who=IMPORTED)
                continue
            show, guid = str(record.get("show")), str(record.get("guid"))
            if (show, guid) not in added:
                continue
            if "edit" in record:
                edit = _made(Edit, record["edit"], file)
                corrections.save_edits(guid, Changes(edits=(edit,)), who=IMPORTED, verb="import", show=show)
            elif "looked" in record:
                corrections.accept(guid, [_made(Looked, record["looked"], file)], who=IMPORTED, show=show)


def _read_json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SourceError(f"cannot read {file}: {error}", hint="export again") from error


def _made(kind: type[T], record: Any, file: Path) -> T:
    try:
        return from_record(kind, record)
    except ValueError as error:
        raise SourceError(f"{file}: {error}", hint="it may come from a newer version of this program") from error
