"""Corrections and their history, what they make of transcripts, and the view of the text as it then is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = 's.episode_id, s.position, s.start, s."end", coalesce(f.text, s.text) AS text, s.speaker, s.confidence'
_MORE = "s.language, s.doubts, CASE WHEN f.text IS NULL THEN s.words ELSE f.words END AS words, s.text AS unfixed"
_FIXED = "LEFT JOIN fixed_text f ON f.episode_id = s.episode_id AND f.position = s.position"
_EDITED = "EXISTS (SELECT 1 FROM overlay o WHERE o.episode_id = s.episode_id AND o.edited = 1)"


def _owned(name: str = "episode_id", owner: str = "transcript.episode_id") -> tuple[sa.Column[int], sa.Constraint]:
    column: sa.Column[int] = sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)
    return column, sa.ForeignKeyConstraint([name], [owner], ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=True),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("retired", sa.String(), nullable=False),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_change_episode_id", "change", ["episode_id"], unique=False)
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=True),
        sa.Column("show_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["show_id"], ["show.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_correction_episode_id", "correction", ["episode_id"], unique=False)
    op.create_index("ix_correction_show_id", "correction", ["show_id"], unique=False)
    op.create_table(
        "overlay",
        *_owned(),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("episode_id"),
    )
    op.create_table(
        "edited_segment",
        *_owned(),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("edit_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Float(), nullable=False),
        sa.Column("end", sa.Float(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("doubts", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("episode_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fixed_text",
        *_owned(),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("episode_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rule_hit",
        *_owned("rule_id", "correction.id"),
        *_owned(),
        sa.Column("hits", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("rule_id", "episode_id"),
    )
    op.create_index("ix_rule_hit_episode_id", "rule_hit", ["episode_id"], unique=False)
    op.execute(
        f"CREATE VIEW spoken AS "  # noqa: S608 - made of constants
        f"SELECT {_COLUMNS}, {_MORE} FROM segment s {_FIXED} WHERE NOT {_EDITED} UNION ALL "
        f"SELECT {_COLUMNS}, {_MORE} FROM edited_segment s {_FIXED} WHERE {_EDITED}"
    )
