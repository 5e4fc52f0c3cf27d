"""The catalogue: shows, episodes, transcripts and drafts in one SQLite database, each change one transaction."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from sqlmodel import Session, col, select

from episodes.core.episode import Episode
from episodes.core.errors import StoreError
from episodes.core.media import Medium, Source
from episodes.core.remote import RemoteItem
from episodes.core.show import Show
from episodes.core.transcript import Fingerprint, Heard, Transcript
from episodes.store import episodes, remote, spoken, transcripts
from episodes.store.corrections import Corrections
from episodes.store.engine import bring_up_to_date, make_engine, raw
from episodes.store.following import refresh
from episodes.store.show_values import read_show
from episodes.store.tables import DraftRow, EpisodeRow, OverlayRow, TranscriptRow
from episodes.store.transactions import Transactions


class Catalogue(Transactions):
    """Reads and writes the database of a workspace; every method is one transaction of its own, or of a `together`.

    An episode is named by its GUID; where two shows use the same GUID, `show` says which is meant
    (AmbiguousReference without it). Methods raise NotFound, AlreadyThere or StoreError.
    """

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a database, making or migrating it first; a copy is kept beside it before a migration."""
        if not path.parent.is_dir():
            raise StoreError(f"there is no folder {path.parent}", hint="episodes init")
        engine = make_engine(path)
        try:
            bring_up_to_date(engine, path)
            catalogue = cls(engine, path)
            catalogue.mend_index()
        except BaseException:
            engine.dispose()
            raise
        return catalogue

    # Shows

    def save_show(self, show: Show) -> None:
        """Add a show, or write new settings over those of the same slug."""
        with self._writing() as session:
            episodes.put_show(session, show)

    def get_show(self, slug: str) -> Show:
        with self._reading() as session:
            return read_show(episodes.get_show_row(session, slug).model_dump())

    def find_show(self, slug: str) -> Show | None:
        with self._reading() as session:
            row = episodes.find_show_row(session, slug)
            return read_show(row.model_dump()) if row else None

    def list_shows(self) -> list[Show]:
        with self._reading() as session:
            return episodes.load_shows(session)

    # Episodes

    def add_episode(self, episode: Episode) -> Episode:
        """Add a new episode with its media; AlreadyThere if its GUID, slug or one of its sources is taken."""
        with self._writing() as session:
            row = episodes.insert_episode(session, episode)
            self._into_index(session, row)
            return episodes.load_episode(session, row)

    def save_episode(self, episode: Episode) -> Episode:
        """Write an episode over the one of the same GUID and return it as it is now.

        GUID and date were fixed at the first save and stay; a date that was not sure takes the new one.
        The episode may move to another show if its GUID says which one it is.
        """
        with self._writing() as session:
            row = self._row_to_update(session, episode)
            self._out_of_index(session, row)
            moved = row.show_id
            episodes.update_episode(session, row, episode)
            if row.show_id != moved:  # another show has other rules
                refresh(raw(session.connection()), episodes.row_id(row))
            self._into_index(session, row)
            return episodes.load_episode(session, row)

    def _row_to_update(self, session: Session, episode: Episode) -> EpisodeRow:
        show = episodes.get_show_row(session, episode.show)
        here = select(EpisodeRow).where(EpisodeRow.guid == episode.guid, EpisodeRow.show_id == show.id)
        return session.exec(here).first() or episodes.get_episode_row(session, episode.guid)

    def change_episode(self, guid: str, change: Callable[[Episode], Episode], *, show: str | None = None) -> Episode:
        """Save what `change` makes of an episode as it is now; nobody else changes it in between."""
        with self.together():
            return self.save_episode(change(self.get_episode(guid, show=show)))

    def set_date(self, guid: str, at: datetime, *, show: str | None = None) -> Episode:
        """Set the publication date because a person says so; from then on it is sure."""
        with self._changing(guid, show) as (session, row):
            row.date_is_sure = False
            episode = episodes.load_episode(session, row)
            episodes.update_episode(session, row, dataclasses.replace(episode, published_at=at, date_is_sure=True))
            return episodes.load_episode(session, row)

    def add_medium(self, guid: str, medium: Medium, *, show: str | None = None) -> Episode:
        """Add a rendering to an episode, or write over the one of the same kind and source."""
        with self._changing(guid, show) as (session, row):
            episodes.add_medium(session, row, medium)
            return episodes.load_episode(session, row)

    def get_episode(self, guid: str, *, show: str | None = None) -> Episode:
        with self._reading() as session:
            return episodes.load_episode(session, episodes.get_episode_row(session, guid, show))

    def find_episode(self, source: Source) -> Episode | None:
        """The episode that a remote item or file became, by provider and key."""
        with self._reading() as session:
            known = episodes.find_source_row(session, source)
            return episodes.load_episode(session, session.get_one(EpisodeRow, known.episode_id)) if known else None

    def episodes_at(self, piece: str, is_it: Callable[[str], bool]) -> list[Episode]:
        """The episodes with a medium at an address that is the one, the first that came first.

        Only addresses with the `piece` in them are looked at.
        """
        with self._reading() as session:
            return episodes.with_address(session, piece, is_it)

    def episodes_of_bytes(self, sha256: str) -> list[Episode]:
        """The episodes with a file of this checksum, kept or published, the first that came first."""
        with self._reading() as session:
            return episodes.with_bytes(session, sha256)

    def slugs(self, show: str) -> set[str]:
        """The slugs that a show's episodes have."""
        with self._reading() as session:
            show_id = episodes.get_show_row(session, show).id
            return set(session.exec(select(EpisodeRow.slug).where(EpisodeRow.show_id == show_id)))

    def is_number_free(self, episode: Episode, number: int | None, season: int | None) -> bool:
        """Whether an episode may be given a number: no other one of its show has it, in a season if both tell of one.

        The season is the episode's own; `season` is taken where it has none.
        """
        with self._reading() as session:
            own = season if episode.season is None else episode.season
            return number is None or episodes.is_number_free(session, episode, number, own)

    def list_episodes(self, show: str | None = None) -> list[Episode]:
        """All episodes, or those of a show (NotFound if there is none of that name), newest first."""
        with self._reading() as session:
            query = select(EpisodeRow).order_by(col(EpisodeRow.published_at).desc(), col(EpisodeRow.id).desc())
            if show is not None:
                query = query.where(EpisodeRow.show_id == episodes.get_show_row(session, show).id)
            return episodes.load_episodes(session, list(session.exec(query)))

    def remove_episode(self, guid: str, *, show: str | None = None) -> None:
        with self._writing() as session:
            row = episodes.get_episode_row(session, guid, show)
            self._out_of_index(session, row)
            session.delete(row)
            session.flush()

    def revisions(self, show: str) -> dict[str, str]:
        """What each episode's output depends on, as a hash by GUID: equal ones need not be built again.

        It covers the episode, its media, its transcript and corrections; not the show's settings.
        """
        with self._reading() as session:
            query = (
                select(EpisodeRow.guid, EpisodeRow.digest, TranscriptRow.digest, OverlayRow.digest)
                .join(TranscriptRow, col(TranscriptRow.episode_id) == EpisodeRow.id, isouter=True)
                .join(OverlayRow, col(OverlayRow.episode_id) == EpisodeRow.id, isouter=True)
                .where(EpisodeRow.show_id == episodes.get_show_row(session, show).id)
            )
            return {guid: "-".join(part or "" for part in digests) for guid, *digests in session.exec(query)}

    # Items of sources that are watched

    def put_remote(self, item: RemoteItem) -> None:
        """Remember an item of a source, or write over what was known of it."""
        with self._writing() as session:
            remote.put(session, item)

    def find_remote(self, source: Source) -> RemoteItem | None:
        with self._reading() as session:
            return remote.find(session, source)

    def list_remote(self, show: str | None = None) -> list[RemoteItem]:
        with self._reading() as session:
            return remote.load(session, show)

    # Transcripts

    @property
    def corrections(self) -> Corrections:
        """What people correct in transcripts: rules, edits, and the history of both."""
        return Corrections(self)

    def effective_transcript(self, guid: str, *, show: str | None = None) -> Transcript | None:
        """The transcript as people corrected it: what feeds, pages, captions and search are made from."""
        with self._reading() as session:
            cursor = spoken.dictionaries(raw(session.connection()))
            return spoken.load_spoken(cursor, self._id(session, guid, show))

    def find_transcript(self, guid: str, *, show: str | None = None) -> Transcript | None:
        with self._reading() as session:
            return transcripts.load_transcript(session, self._id(session, guid, show))

    def save_transcript(self, guid: str, transcript: Transcript, *, show: str | None = None) -> None:
        """Replace the episode's transcript whole."""
        with self._changing(guid, show) as (session, row):
            transcripts.save_transcript(session, episodes.row_id(row), transcript)

    def remove_transcript(self, guid: str, *, show: str | None = None) -> None:
        with self._changing(guid, show) as (session, row):
            transcripts.remove_transcript(session, episodes.row_id(row))

    # Drafts of running transcriptions

    def find_draft(self, guid: str, fingerprint: Fingerprint, *, show: str | None = None) -> Heard | None:
        """All that a running transcription has settled; one that was made otherwise does not count."""
        with self._reading() as session:
            return transcripts.load_draft(session, self._id(session, guid, show), fingerprint)

    def list_begun(self, show: str) -> list[Episode]:
        """The episodes of a show that have no transcript yet, but the beginning of one, oldest first."""
        with self._reading() as session:
            show_id = episodes.get_show_row(session, show).id
            query = select(EpisodeRow).join(DraftRow, col(DraftRow.episode_id) == col(EpisodeRow.id))
            query = query.where(EpisodeRow.show_id == show_id)
            query = query.where(col(EpisodeRow.id).not_in(select(TranscriptRow.episode_id)))
            rows = session.exec(query.order_by(col(EpisodeRow.published_at)))
            return episodes.load_episodes(session, list(rows))

    def begin_draft(self, guid: str, fingerprint: Fingerprint, *, show: str | None = None) -> None:
        """Note that a transcription is under way, so that `list_begun` names it; a draft that is there stays."""
        with self._writing() as session:
            transcripts.begin_draft(session, self._id(session, guid, show), fingerprint)

    def add_to_draft(
        self, guid: str, fingerprint: Fingerprint, heard: Heard, *, after: float, show: str | None = None
    ) -> None:
        """Save a window that follows `after` settled seconds; a draft that was made otherwise is dropped.

        Raises StoreError if another run has settled more, or has finished what this one went on with.
        """
        with self._writing() as session:
            transcripts.add_to_draft(session, self._id(session, guid, show), fingerprint, heard, after=after)

    def finish_draft(
        self,
        guid: str,
        fingerprint: Fingerprint,
        *,
        duration: float,
        language: str,
        created_at: datetime,
        show: str | None = None,
    ) -> Transcript:
        """Turn the draft into the episode's transcript; until then the old one stood. NotFound without a draft."""
        with self._changing(guid, show) as (session, row):
            return transcripts.finish_draft(
                session,
                episodes.row_id(row),
                fingerprint,
                duration=duration,
                language=language,
                created_at=created_at,
            )

    def withdraw_draft(self, guid: str, *, show: str | None = None) -> None:
        """Take back `begin_draft`; a draft in which something is settled, by whatever model, stays."""
        with self._writing() as session:
            transcripts.withdraw_draft(session, self._id(session, guid, show))

    def drop_draft(self, guid: str, *, show: str | None = None) -> None:
        with self._writing() as session:
            transcripts.drop_draft(session, self._id(session, guid, show))

    def _id(self, session: Session, guid: str, show: str | None) -> int:
        return episodes.row_id(episodes.get_episode_row(session, guid, show))
