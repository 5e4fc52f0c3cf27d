"""Writing a tree of files as a build does, in one go."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from episodes.core.errors import PublishError
from episodes.site.write import Report, Writer


def write_tree(root: Path, files: Iterable[tuple[str, bytes | None]], *, scope: str = "") -> Report:
    """Write all files of a scope, remove those of its last build that are gone, and report.

    `None` for a content means: as an earlier build left it. Raises PublishError.
    """
    writer = Writer(root, scope=scope)
    for path, content in files:
        if content is not None:
            writer.write(path, content)
        elif not writer.keep(path):
            raise PublishError(f"{path} is missing under {root}", hint="build again")
    return writer.finish()
