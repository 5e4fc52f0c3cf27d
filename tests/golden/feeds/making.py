"""Makes feeds, captions and chapters of the cases here: `python tests/golden/feeds/making.py` writes them anew."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from episodes.core.publication import ShowPublication
from episodes.feed import kinds_of, render_files, render_opml, render_pages

HERE = Path(__file__).parent
#: What is written by hand; everything else in a case is made.
INPUT = "input.json"


def cases() -> list[Path]:
    return sorted(folder for folder in HERE.iterdir() if (folder / INPUT).is_file())


def built(case: Path) -> dict[str, bytes]:
    """All that listeners get of a case, by path."""
    publication = read(ShowPublication, json.loads((case / INPUT).read_text("utf-8")))
    return dict(_files(publication))


def _files(publication: ShowPublication) -> Iterator[tuple[str, bytes]]:
    for kind in kinds_of(publication):
        yield from render_pages(publication, edition=kind)
    for item in publication.episodes:
        yield from render_files(item, publication.show)
    listed = [(publication.show, kinds_of(publication))]
    yield "shows.opml", render_opml(listed, base_url=publication.base_url)


def read(kind: Any, value: Any) -> Any:
    """Turn JSON into a value: dataclasses by field name, tuples, times."""
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{f.name: read(hints[f.name], value[f.name]) for f in fields(kind) if f.name in value})
    if typing.get_origin(kind) is tuple:
        return tuple(read(typing.get_args(kind)[0], entry) for entry in value)
    if isinstance(kind, types.UnionType) and value is not None:
        return read(typing.get_args(kind)[0], value)
    return datetime.fromisoformat(value) if kind is datetime else value


if __name__ == "__main__":
    for case in cases():
        for path, data in built(case).items():
            (case / path).parent.mkdir(parents=True, exist_ok=True)
            (case / path).write_bytes(data)
