"""Shows, episodes with their sources and media, transcripts with their segments, drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "show",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=False),
        sa.Column("owner_email", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("image", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("explicit", sa.Boolean(), nullable=False),
        sa.Column("copyright", sa.String(), nullable=False),
        sa.Column("disclaimer", sa.String(), nullable=False),
        sa.Column("hosts", sa.String(), nullable=False),
        sa.Column("patterns", sa.String(), nullable=False),
        sa.Column("guid", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug"),
    )
    op.create_table(
        "episode",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("show_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("guid", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("published_at", sa.String(), nullable=False),
        sa.Column("date_is_sure", sa.Boolean(), nullable=False),
        sa.Column("original_title", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("number_label", sa.String(), nullable=False),
        sa.Column("season", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("disclaimer", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("explicit", sa.Boolean(), nullable=True),
        sa.Column("image", sa.String(), nullable=False),
        sa.Column("credits", sa.String(), nullable=False),
        sa.Column("links", sa.String(), nullable=False),
        sa.Column("chapters", sa.String(), nullable=False),
        sa.Column("related", sa.String(), nullable=False),
        sa.Column("comments", sa.String(), nullable=False),
        sa.Column("origins", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["show_id"], ["show.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("show_id", "guid"),
        sa.UniqueConstraint("show_id", "slug"),
    )
    op.create_index("ix_episode_guid", "episode", ["guid"], unique=False)
    op.create_index("ix_episode_published_at", "episode", ["published_at"], unique=False)
    op.create_table(
        "draft",
        sa.Column("episode_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("media_sha256", sa.String(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("options", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("episode_id"),
    )
    op.create_table(
        "draft_part",
        sa.Column("episode_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("segments", sa.String(), nullable=False),
        sa.Column("review", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("episode_id", "position"),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("provider", "key"),
    )
    op.create_index("ix_source_episode_id", "source", ["episode_id"], unique=False)
    op.create_table(
        "transcript",
        sa.Column("episode_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("media_sha256", sa.String(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("options", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("duration", sa.Float(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("review", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("episode_id"),
    )
    op.create_table(
        "medium",
        sa.Column("episode_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("media_key", sa.String(), nullable=False),
        sa.Column("mime_type", sa.String(), nullable=False),
        sa.Column("duration", sa.Float(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("offset", sa.Float(), nullable=False),
        sa.Column("codec", sa.String(), nullable=False),
        sa.Column("sample_rate", sa.Integer(), nullable=False),
        sa.Column("channels", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("loudness", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("episode_id", "position"),
    )
    op.create_index("ix_medium_source_id", "medium", ["source_id"], unique=False)
    op.create_table(
        "segment",
        sa.Column("episode_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Float(), nullable=False),
        sa.Column("end", sa.Float(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("doubts", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["episode_id"], ["transcript.episode_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("episode_id", "position"),
        sqlite_with_rowid=False,
    )
