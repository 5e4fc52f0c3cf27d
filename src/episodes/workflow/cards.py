"""Cards: pictures for shared links, drawn anew only when what they show has changed."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from episodes.core.publication import Publication, ShowPublication
from episodes.site import card
from episodes.site.write import Writer


def with_show_card(show: ShowPublication, *, writer: Writer) -> ShowPublication:
    """Give a show its card, drawn unless it stands."""
    cover = _cover(writer, show.cover)
    return replace(show, card=_publish(card.card_of_show(show, cover=cover), cover, writer))


def with_card(
    publication: Publication, show: ShowPublication, *, writer: Writer, templates: Path | None = None
) -> Publication:
    """Give an episode its card, drawn unless it stands."""
    cover = _cover(writer, publication.cover or show.cover)
    wanted = card.card_of_episode(show, publication, cover=cover, templates=templates)
    return replace(publication, card=_publish(wanted, cover, writer))


def _publish(wanted: card.Card, cover: bytes, writer: Writer) -> str:
    if wanted.is_blank:
        return ""
    if not writer.keep(wanted.path):
        writer.write(wanted.path, card.draw(wanted, cover))
    return wanted.path


# Not the small copies: their bytes differ by a hair between processors, and a card's name with them.
def _cover(writer: Writer, path: str) -> bytes:
    file = writer.root / path
    return _read(file, file.stat().st_mtime_ns) if path and file.is_file() else b""


@lru_cache(maxsize=8)
def _read(file: Path, _changed: int) -> bytes:
    return file.read_bytes()
