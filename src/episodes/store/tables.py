"""The rows of the database; they never leave the store (values do, see values.py).

Lists inside a value are JSON in a text column, times are ISO 8601 text in UTC: so that the light reader, which
has plain sqlite3 only, shares the code that turns rows into values.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Text, UniqueConstraint
from sqlmodel import Field, SQLModel


def _owner(table: str, *, primary_key: bool = False, index: bool = False) -> Column[int]:
    return Column(
        Integer,
        ForeignKey(f"{table}.{'episode_id' if table == 'transcript' else 'id'}", ondelete="CASCADE"),
        primary_key=primary_key,
        index=index,
        nullable=False,
        autoincrement=False,
    )


class ShowRow(SQLModel, table=True):
    """A show and its settings."""

    __tablename__ = "show"

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    title: str
    description: str
    language: str
    author: str
    owner_name: str
    owner_email: str
    link: str
    image: str
    category: str
    explicit: bool
    copyright: str
    disclaimer: str
    hosts: str
    patterns: str
    guid: str


class EpisodeRow(SQLModel, table=True):
    """An episode without its media and transcript."""

    __tablename__ = "episode"
    __table_args__ = (UniqueConstraint("show_id", "guid"), UniqueConstraint("show_id", "slug"))

    id: int | None = Field(default=None, primary_key=True)
    show_id: int = Field(sa_column=_owner("show"))
    guid: str = Field(index=True)
    slug: str
    title: str
    published_at: str = Field(index=True)
    date_is_sure: bool
    original_title: str
    number: int | None
    number_label: str
    season: int | None
    kind: str
    summary: str
    notes: str
    disclaimer: str
    language: str
    explicit: bool | None
    image: str
    credits: str
    links: str
    chapters: str
    related: str
    comments: str
    origins: str
    digest: str  #: of everything above and the media; see `Catalogue.revisions`


class SourceRow(SQLModel, table=True):
    """Where an episode's media come from; a remote item belongs to one episode only."""

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("provider", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    episode_id: int = Field(sa_column=_owner("episode", index=True))
    provider: str
    key: str
    url: str


class MediumRow(SQLModel, table=True):
    """One rendering of an episode; several may come from one source."""

    __tablename__ = "medium"

    episode_id: int = Field(sa_column=_owner("episode", primary_key=True))
    position: int = Field(primary_key=True)
    source_id: int = Field(sa_column=_owner("source", index=True))
    kind: str
    media_key: str
    mime_type: str
    duration: float
    length: int
    sha256: str
    offset: float
    codec: str
    sample_rate: int
    channels: int
    width: int
    height: int
    loudness: float | None


class TranscriptRow(SQLModel, table=True):
    """What a transcript was made from and how; its text lies in the segments."""

    __tablename__ = "transcript"

    episode_id: int = Field(sa_column=_owner("episode", primary_key=True))
    media_sha256: str
    engine: str
    model: str
    options: str
    language: str
    duration: float
    created_at: str
    review: str
    origin: str
    digest: str


class SegmentRow(SQLModel, table=True):
    """A segment, clustered by episode so that a transcript is read in one sweep."""

    __tablename__ = "segment"
    __table_args__ = {"sqlite_with_rowid": False}

    episode_id: int = Field(sa_column=_owner("transcript", primary_key=True))
    position: int = Field(primary_key=True)
    start: float
    end: float
    text: str
    speaker: str
    confidence: float
    language: str
    doubts: str | None = Field(default=None, sa_type=Text)
    words: str | None = Field(default=None, sa_type=Text)


class DraftRow(SQLModel, table=True):
    """A running transcription."""

    __tablename__ = "draft"

    episode_id: int = Field(sa_column=_owner("episode", primary_key=True))
    media_sha256: str
    engine: str
    model: str
    options: str


class DraftPartRow(SQLModel, table=True):
    """One settled window of a running transcription."""

    __tablename__ = "draft_part"

    episode_id: int = Field(sa_column=_owner("episode", primary_key=True))
    position: int = Field(primary_key=True)
    until: float
    language: str
    segments: str
    review: str
