"""Whole builds that still stand: nothing they were made from changed, and nobody touched what they made."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from episodes.core.errors import PublishError


@dataclass(frozen=True)
class Standing:
    """What the last build of one thing was made from and what it left, kept in a file; safe to delete."""

    file: Path

    def find(self, stamp: str) -> dict[str, Any] | None:
        """The facts of the last build, if it was made under this stamp and its files are as they were."""
        try:
            held = json.loads(self.file.read_text(encoding="utf-8"))
            if held["stamp"] == stamp and held["files"] == digest_of(held["paths"]):
                return dict(held["facts"])
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass  # nothing is kept, or it is damaged: everything is looked at again
        return None

    def save(self, stamp: str, paths: Iterable[Path], facts: dict[str, Any]) -> None:
        """Keep the facts of a build with the paths of all it read and wrote; raises PublishError where that fails."""
        named = sorted({str(path) for path in paths})
        part = self.file.with_name(self.file.name + ".part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            held = {"stamp": stamp, "files": digest_of(named), "facts": facts, "paths": named}
            part.write_text(json.dumps(held), encoding="utf-8")
            part.replace(self.file)
        except OSError as error:
            raise PublishError(
                f"cannot write {self.file}: {error.strerror}", hint="check disk space and permissions"
            ) from error


def digest_of(paths: Iterable[str]) -> str:
    """A mark of files by name, size and time of change; what is not there has a mark too."""
    digest = hashlib.sha256()
    for path in paths:
        try:
            found = os.stat(path)  # noqa: PTH116 - a hundred thousand of them, and Path takes three times as long
            digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
        except OSError:
            digest.update(f"{path}\0gone\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
