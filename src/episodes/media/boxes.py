"""The outermost boxes of an MP4 file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def has_box(file: Path, name: bytes) -> bool:
    return any(found == name for found, _, _ in iter_boxes(file))


def iter_boxes(file: Path) -> Iterator[tuple[bytes, int, int]]:
    """Go through the outermost boxes of an MP4 file: name, position, size (ISO 14496-12, 4.2)."""
    end = file.stat().st_size
    position = 0
    with file.open("rb") as stream:
        while position + 8 <= end:
            stream.seek(position)
            header = stream.read(16)
            size = int.from_bytes(header[:4])
            if size == 1:
                size = int.from_bytes(header[8:16])
            elif size == 0:
                size = end - position
            if size < 8:
                return
            yield header[4:8], position, size
            position += size
