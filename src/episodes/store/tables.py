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
    season_name: str = ""
    soundbites: str = "[]"
    license: str = ""
    license_url: str = ""
    location: str = ""
    remarks: str = "[]"
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
    rendition: str = "[]"


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


class RemoteRow(SQLModel, table=True):
    """An item of a source that is watched, whether it is an episode or not (yet)."""

    __tablename__ = "remote"

    provider: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    show: str = Field(index=True)
    channel: str
    state: str
    kind: str
    title: str
    url: str
    guid: str
    score: float
    reasons: str
    attempts: int
    next_try_at: str | None = None
    published_at: str | None = None
    gone_at: str | None = None
    record: str


class ChangeRow(SQLModel, table=True):
    """One thing that somebody did to transcripts; `made` and `retired` are numbers of corrections."""

    __tablename__ = "change"

    id: int | None = Field(default=None, primary_key=True)
    at: str
    who: str
    verb: str
    what: str
    episode_id: int | None = Field(
        default=None, sa_column=Column(Integer, ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    )
    made: str
    retired: str
    undone_by: int | None


class CorrectionRow(SQLModel, table=True):
    """A rule, an edit, or a look that a person took; none is ever deleted, only retired."""

    __tablename__ = "correction"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    episode_id: int | None = Field(
        default=None, sa_column=Column(Integer, ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    )
    show_id: int | None = Field(
        default=None, sa_column=Column(Integer, ForeignKey("show.id", ondelete="CASCADE"), index=True)
    )
    body: str
    active: bool


class OverlayRow(SQLModel, table=True):
    """What corrections make of a transcript; this and the next three follow from the tables above."""

    __tablename__ = "overlay"

    episode_id: int = Field(sa_column=_owner("transcript", primary_key=True))
    edited: bool  #: the segments to read are in `edited_segment`
    lost: int  #: edits without a place
    digest: str


class EditedSegmentRow(SQLModel, table=True):
    """A segment of an episode that has edits, before rules."""

    __tablename__ = "edited_segment"
    __table_args__ = {"sqlite_with_rowid": False}

    episode_id: int = Field(sa_column=_owner("transcript", primary_key=True))
    position: int = Field(primary_key=True)
    edit_id: int
    start: float
    end: float
    text: str
    speaker: str
    confidence: float
    language: str
    doubts: str | None = Field(default=None, sa_type=Text)
    words: str | None = Field(default=None, sa_type=Text)


class FixedTextRow(SQLModel, table=True):
    """The text of a segment in which rules were at work."""

    __tablename__ = "fixed_text"
    __table_args__ = {"sqlite_with_rowid": False}

    episode_id: int = Field(sa_column=_owner("transcript", primary_key=True))
    position: int = Field(primary_key=True)
    text: str
    words: str | None = Field(default=None, sa_type=Text)


class RuleHitRow(SQLModel, table=True):
    """How often a rule was at work in an episode."""

    __tablename__ = "rule_hit"

    rule_id: int = Field(
        sa_column=Column(
            Integer, ForeignKey("correction.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
        )
    )
    episode_id: int = Field(sa_column=_owner("transcript", primary_key=True, index=True))
    hits: int
