"""Templates as Python runs them, kept for the next build: compiling them takes as long as making thirty pages."""

from __future__ import annotations

from contextlib import suppress

from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache


def compiled_templates(mark: str) -> BytecodeCache | None:
    """Where compiled templates lie: a folder that is this user's alone, among the system's temporary ones.

    `mark` is of what compiling hangs on besides the templates. None where there is no such folder.
    """
    try:
        return _Kept(pattern=f"episodes-{mark}-%s")
    except (OSError, RuntimeError):
        return None


class _Kept(FileSystemBytecodeCache):
    """What cannot be read or written is compiled again; a full disk is told by what must be written."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - whatever a damaged file makes of reading it
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
