"""The SHA-256 of a file: the name of its bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from episodes.core.errors import MediaError


def sha256(file: Path) -> str:
    """Hash a file's bytes; raises MediaError if it cannot be read."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise MediaError(
            f"cannot read {file.name}: {error.strerror}", hint="check the path and its permissions"
        ) from error
