"""The files that listeners get, where they are not those that were kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("medium", sa.Column("rendition", sa.String(), nullable=False, server_default="[]"))
