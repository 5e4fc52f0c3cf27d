"""Adding episodes: ask the source, fetch, probe, keep, read, save; each step can be cut off and done again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError, UsageError
from episodes.core.item import Item
from episodes.core.media import Probe
from episodes.core.naming import read_item
from episodes.core.plan import Wishes, choose_show, find_show, new_episode
from episodes.core.progress import Report
from episodes.core.show import Show
from episodes.core.tagged import with_tags
from episodes.store.catalogue import Catalogue
from episodes.workflow.keeping import Keeper, work_folder
from episodes.workflow.ports import Downloader, Prober
from episodes.workflow.shows import ShowBook


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
    keeper: Keeper
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
        if known is not None and self.keeper.has_all(known.media):
            return Added(episode=known, is_new=False)
        with work_folder(self.work, item.source) as folder:
            file = self.downloader.fetch(item, folder, audio_only=False, report=self.report)
            probe = self.prober.probe(file)
            if known is not None:
                self._keep_again(known, item, file, probe, folder)
                return Added(episode=known, is_new=False, warnings=probe.warnings)
            return self._save_new(with_tags(item, probe), wishes, file, probe, folder)

    def _save_new(self, item: Item, wishes: Wishes, file: Path, probe: Probe, folder: Path) -> Added:
        reading = read_item(item)
        author = "" if item.source.provider == "file" else item.author  # a file's artist is the episode's
        choice = choose_show(wishes.show, reading, self.shows.shows, fallback=self.first_show_title, author=author)
        reading = read_item(item, show=choice.show)
        media = self.keeper.keep(choice.show.slug, item.source, file, probe, folder)
        image = self.keeper.keep_cover(choice.show.slug, item.source, probe.cover, folder)
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
        for medium in self.keeper.keep(known.show, item.source, file, probe, folder):
            self.catalogue.add_medium(known.guid, medium)
