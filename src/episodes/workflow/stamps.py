"""Stamps of the last build: what each episode's files were made from, so that unchanged ones are not made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from episodes import __version__
from episodes.core.errors import PublishError
from episodes.site.write import Writer


def stamp_of(*inputs: object) -> str:
    """Make a short mark of everything that output depends on, this program's version included."""
    return hashlib.sha256(repr((__version__, inputs)).encode()).hexdigest()[:24]


@dataclass
class Stamps:
    """By GUID: the stamp, and the files that were made under it."""

    file: Path
    made: dict[str, tuple[str, list[str]]] = field(default_factory=dict)

    @classmethod
    def load(cls, file: Path) -> Stamps:
        """Read the stamps; where there are none or they are damaged, everything is made again."""
        try:
            made = json.loads(file.read_text(encoding="utf-8"))
            return cls(file, {guid: (str(stamp), list(paths)) for guid, (stamp, paths) in made.items()})
        except (OSError, ValueError, TypeError, AttributeError):
            return cls(file)

    def stands(self, guid: str, stamp: str, writer: Writer) -> bool:
        """Tell whether the episode's files still stand, and keep them if so."""
        known, paths = self.made.get(guid, ("", []))
        return known == stamp and bool(paths) and all(writer.keep(path) for path in paths)

    def put(self, guid: str, stamp: str, paths: list[str]) -> None:
        self.made[guid] = (stamp, paths)

    def save(self, *, keep: Collection[str]) -> None:
        """Write the stamps of the episodes that are still published."""
        text = json.dumps({guid: self.made[guid] for guid in sorted(keep) if guid in self.made})
        part = self.file.with_name(self.file.name + ".part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8")
            part.replace(self.file)
        except OSError as error:
            raise PublishError(
                f"cannot write {self.file}: {error.strerror}", hint="check disk space and permissions"
            ) from error
