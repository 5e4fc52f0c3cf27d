"""Saving and loading remote items inside a transaction of the catalogue."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from episodes.core.media import Source
from episodes.core.remote import RemoteItem
from episodes.store.tables import RemoteRow
from episodes.store.values import clean, dump, format_time, parse_time

_PLAIN = ("show", "channel", "state", "kind", "title", "guid", "score", "attempts", "record")
_TIMES = ("next_try_at", "published_at", "gone_at")


def put(session: Session, item: RemoteItem) -> None:
    """Add a remote item, or write over the one of the same source."""
    values: dict[str, Any] = {name: getattr(item, name) for name in _PLAIN}
    values = {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}
    values |= {name: _written(getattr(item, name)) for name in _TIMES}
    values |= {"reasons": dump(item.reasons), "url": clean(item.source.url)}
    row = session.get(RemoteRow, (clean(item.source.provider), clean(item.source.key)))
    if row is None:
        session.add(RemoteRow(provider=clean(item.source.provider), key=clean(item.source.key), **values))
    else:
        row.sqlmodel_update(values)
    session.flush()


def find(session: Session, source: Source) -> RemoteItem | None:
    row = session.get(RemoteRow, (clean(source.provider), clean(source.key)))
    return _value(row) if row else None


def load(session: Session, show: str | None) -> list[RemoteItem]:
    """All remote items, or those of a show, in a fixed order."""
    query = select(RemoteRow).order_by(col(RemoteRow.show), col(RemoteRow.provider), col(RemoteRow.key))
    if show is not None:
        query = query.where(RemoteRow.show == show)
    return [_value(row) for row in session.exec(query)]


def _value(row: RemoteRow) -> RemoteItem:
    values: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    times: dict[str, Any] = {name: parse_time(text) if (text := getattr(row, name)) else None for name in _TIMES}
    source = Source(provider=row.provider, key=row.key, url=row.url)
    return RemoteItem(source=source, reasons=tuple(json.loads(row.reasons)), **values, **times)


def _written(at: datetime | None) -> str | None:
    return format_time(at) if at else None
