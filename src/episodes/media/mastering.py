"""The file that listeners get: levelled where it is asked, tagged, with chapters and cover."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from episodes.core.chapter import Chapter
from episodes.core.errors import MediaError


class AvMaster:
    """Makes published files with FFmpeg's libraries (PyAV) and mutagen; satisfies `Master`."""

    def loudness(self, file: Path, /) -> float | None:
        """Integrated loudness (LUFS) by EBU R128; None for silence or a file without sound."""
        from episodes.media.loudness import measure_loudness

        try:
            found = measure_loudness(file)
        except MediaError:
            return None
        return found.integrated if found else None

    def make(
        self,
        file: Path,
        folder: Path,
        /,
        *,
        level: bool,
        tags: dict[str, Any],
        chapters: Sequence[Chapter],
        cover: bytes,
    ) -> Path:
        """Write the file, brought to podcast loudness if it is to be, with its tags, into a folder.

        Raises MediaError, for a kind of file that carries no tags too.
        """
        from episodes.media.levelling import level_audio  # 30 ms with the other, and few builds make anything
        from episodes.media.tagging import write_tags

        with TemporaryDirectory(prefix="master-") as work:
            levelled = Path(work) / f"levelled{'.mp3' if file.suffix == '.mp3' else '.m4a'}"
            source = levelled if level and level_audio(file, levelled) else file
            target = folder / f"published{source.suffix}"
            return write_tags(source, target, chapters=chapters or None, cover=cover, **tags)
