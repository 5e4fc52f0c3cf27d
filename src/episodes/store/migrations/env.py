"""Runs the migrations on the connection that the catalogue hands over, inside its transaction."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

from episodes.store import tables

assert tables.__name__  # registers the tables that Alembic compares with

context.configure(connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata)
context.run_migrations()
