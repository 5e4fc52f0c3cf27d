"""Fetching what an imported episode points to: its media, its transcript, its chapters."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from episodes.core.bringing import to_fetch
from episodes.core.captions import to_segments
from episodes.core.captions.parsing import parse_captions
from episodes.core.chapter import Chapter
from episodes.core.completing import Account, may_fill, with_times
from episodes.core.episode import Episode, Origin
from episodes.core.errors import EpisodesError, SourceError
from episodes.core.incoming import IncomingItem, IncomingTranscript
from episodes.core.item import Item
from episodes.core.media import Medium, Source
from episodes.core.progress import Report
from episodes.core.reading import Reading
from episodes.core.sound import has_sound
from episodes.core.transcript import Fingerprint, Transcript
from episodes.store.catalogue import Catalogue
from episodes.workflow.ahead import Job
from episodes.workflow.keeping import Keeper, work_folder
from episodes.workflow.ports import Documents, Downloader, Prober

#: Media that lie apart by less than so many seconds can have one transcript.
_IN_TIME = 0.5
#: Kinds of transcript files, the one that says most first.
_BEST = ("application/json", "text/vtt", "application/x-subrip", "application/srt", "text/srt", "text/html")


@dataclass(frozen=True, kw_only=True)
class Download:
    """A medium's file in a work folder, or why it could not be fetched."""

    folder: Path
    file: Path = Path()
    error: EpisodesError | None = None

    def get(self) -> Path:
        if self.error is not None:
            raise self.error
        return self.file


Downloads = Mapping[Source, Download]


@dataclass(frozen=True, kw_only=True)
class MediaFetcher:
    """Turns links into held files; what is held already is left alone."""

    catalogue: Catalogue
    documents: Documents
    downloader: Downloader
    prober: Prober
    keeper: Keeper
    work: Path
    report: Report | None = None

    def ahead(
        self, episode: Episode, title: str, place: tuple[int, int] = (0, 0), incoming: IncomingItem | None = None
    ) -> Job[Downloads]:
        """Make the job that downloads an episode's linked media; `fetch` keeps them. `place`: number, of how many."""
        room = ExitStack()
        media = {medium.source: medium for medium in to_fetch(episode.media, incoming)}
        folders = {source: room.enter_context(work_folder(self.work, source)) for source in media}

        def work(report: Report) -> Downloads:
            done: dict[Source, Download] = {}
            for source, medium in media.items():
                try:
                    done[source] = Download(
                        folder=folders[source], file=self._download(medium, folders[source], report)
                    )
                except EpisodesError as error:  # what was fetched before it is kept all the same
                    done[source] = Download(folder=folders[source], error=error)
                    break
            return done

        return Job(work, subject=title, place=place, report=self.report, room=room)

    def fetch(self, episode: Episode, incoming: IncomingItem | None = None, downloads: Downloads | None = None) -> int:
        """Fetch the episode's linked media; returns how many.

        `incoming` is the item that they are fetched for; `fetch_words` takes what else it points to.
        """
        count = 0
        for medium in to_fetch(episode.media, incoming):
            episode = self.hold(episode, medium, (downloads or {}).get(medium.source))
            count += 1
        return count

    def fetch_words(self, episode: Episode, incoming: IncomingItem, told_by: Medium | None = None) -> None:
        """Fetch the chapters and the transcript that an item points to, where the episode has none.

        `told_by`: their times are those of this medium, and not those of the main one.
        """
        self._chapters(episode, incoming, told_by)
        if told_by is None or abs(told_by.offset) < _IN_TIME:
            self._transcript(episode, incoming.transcripts)

    def hold(self, episode: Episode, medium: Medium, download: Download | None = None) -> Episode:
        """Keep one linked medium, downloaded now or before; its sound, for a video, becomes a medium of its own."""
        if download is not None:
            return self._keep(episode, medium, download.get(), download.folder)
        with work_folder(self.work, medium.source) as folder:
            return self._keep(episode, medium, self._download(medium, folder, self.report), folder)

    def _download(self, medium: Medium, folder: Path, report: Report | None) -> Path:
        item = Item(source=as_fetched(medium.source), kind=medium.kind)
        return self.downloader.fetch(item, folder, audio_only=medium.kind == "audio", report=report)

    def _keep(self, episode: Episode, medium: Medium, file: Path, folder: Path) -> Episode:
        probe = self.prober.probe(file)
        with_sound = not has_sound(one for one in episode.media if one.source != medium.source)
        for kept in self.keeper.keep(episode.show, medium.source, file, probe, folder, with_sound=with_sound):
            stated = medium if kept.source == medium.source and kept.kind == medium.kind else None
            kept = replace(kept, offset=stated.offset) if stated else kept
            episode = self.catalogue.add_medium(episode.guid, kept, show=episode.show)
        return self._without_link(episode, medium)

    def _without_link(self, episode: Episode, medium: Medium) -> Episode:
        """The feed said video and it is audio, or the reverse: the link gives way to what was found."""
        if any(m.source == medium.source and m.media_key for m in episode.media):
            media = tuple(m for m in episode.media if m.media_key or m.source != medium.source)
            if media != episode.media:
                return self.catalogue.save_episode(replace(episode, media=media))
        return episode

    def _chapters(self, episode: Episode, incoming: IncomingItem, told_by: Medium | None) -> None:
        if episode.chapters or not incoming.chapters_url:
            return
        try:
            chapters = read_chapters(self.documents.read(incoming.chapters_url).data)
        except EpisodesError as error:
            self._remark(episode.guid, episode.show, f"its chapters could not be fetched: {error.message}")
            return
        current = self.catalogue.get_episode(episode.guid, show=episode.show)
        if told_by is None:
            told = replace(current, chapters=chapters) if may_fill(current, "chapters") else current
        else:
            origin = Origin(field="chapters", origin="feed", reason="the chapters file that it points to")
            account = Account(said=Reading(chapters=chapters, origins=(origin,)), source=told_by.source)
            told = with_times(current, account, told_by.offset)
        if told != current:
            self.catalogue.save_episode(told)

    def _transcript(self, episode: Episode, offered: Sequence[IncomingTranscript]) -> None:
        if not offered or self.catalogue.find_transcript(episode.guid, show=episode.show) is not None:
            return
        for one in sorted(offered, key=_preference):
            try:
                transcript = self._read_transcript(episode, one)
            except EpisodesError as error:
                self._remark(episode.guid, episode.show, f"its transcript could not be fetched: {error.message}")
                continue
            if transcript.segments:
                self.catalogue.save_transcript(episode.guid, transcript, show=episode.show)
                return

    def _read_transcript(self, episode: Episode, one: IncomingTranscript) -> Transcript:
        current = self.catalogue.get_episode(episode.guid, show=episode.show)
        document = self.documents.read(one.url)
        return transcript_of(document.data, current, language=one.language, source="feed")

    def _remark(self, guid: str, show: str, words: str) -> None:
        episode = self.catalogue.get_episode(guid, show=show)
        if words not in episode.remarks:
            self.catalogue.save_episode(replace(episode, remarks=(*episode.remarks, words)))


def as_fetched(source: Source) -> Source:
    """What a downloader is to be asked for: a feed's enclosure is a plain address."""
    if source.provider in ("feed", "page"):
        return Source(provider="web", key=source.url, url=source.url)
    return source


def transcript_of(data: bytes, episode: Episode, *, language: str = "", source: str = "captions") -> Transcript:
    """Make a transcript of a caption file; raises SourceError if nothing in it can be read."""
    captions = parse_captions(data.decode("utf-8-sig", "replace"))
    if not captions.cues:
        reason = captions.notes[0] if captions.notes else "nothing was found in it"
        raise SourceError(f"it is no transcript that can be read: {reason}", hint="give it as VTT, SRT or JSON")
    medium = episode.main_medium
    fingerprint = Fingerprint(media_sha256=medium.sha256 if medium else "", engine=source, model=captions.format)
    return Transcript(
        fingerprint=fingerprint,
        language=(language or captions.language or episode.language).split("-")[0].lower(),
        duration=max(cue.end for cue in captions.cues),
        created_at=datetime.now(UTC).replace(microsecond=0),
        segments=to_segments(captions.cues),
        origin="captions" if captions.automatic else "person",
    )


def read_chapters(data: bytes) -> tuple[Chapter, ...]:
    """Read a chapters file (JSON chapters of the podcast namespace); raises SourceError if it is none."""
    try:
        found: Any = json.loads(data.decode("utf-8-sig", "replace"))
        listed = found["chapters"] if isinstance(found, dict) else found
        chapters = [
            Chapter(
                start=float(one["startTime"]),
                title=str(one.get("title") or "").strip(),
                end=float(one["endTime"]) if one.get("endTime") is not None else None,
                url=str(one.get("url") or ""),
                image_url=str(one.get("img") or ""),
            )
            for one in listed
            if one.get("toc", True) and str(one.get("title") or "").strip()
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError("it is no chapters file", hint="JSON chapters of the podcast namespace are read") from error
    return tuple(sorted(chapters, key=lambda chapter: chapter.start))


def _preference(one: IncomingTranscript) -> int:
    return _BEST.index(one.mime_type) if one.mime_type in _BEST else len(_BEST)
