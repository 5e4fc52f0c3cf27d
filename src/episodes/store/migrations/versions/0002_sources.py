"""What feeds say beyond the first form of an episode, and the items of sources that are watched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name in ("season_name", "license", "license_url", "location"):
        op.add_column("episode", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name in ("soundbites", "remarks"):
        op.add_column("episode", sa.Column(name, sa.String(), nullable=False, server_default="[]"))
    op.create_table(
        "remote",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("show", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("guid", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.String(), nullable=True),
        sa.Column("published_at", sa.String(), nullable=True),
        sa.Column("gone_at", sa.String(), nullable=True),
        sa.Column("record", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("provider", "key"),
    )
    op.create_index("ix_remote_show", "remote", ["show"], unique=False)
