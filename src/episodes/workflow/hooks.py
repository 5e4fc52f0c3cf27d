"""Hooks: a command of the producer's that is run after something happened."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from episodes.core.episode import Episode
from episodes.core.errors import HookFailed
from episodes.core.record import episode_record, reference

#: Seconds that a hook may take.
PATIENCE = 600


@dataclass(frozen=True, kw_only=True)
class Hook:
    """The command of the settings that is run after each new episode; an empty one does nothing."""

    command: str
    folder: Path  #: the workspace, in which it is run

    def run(self, episode: Episode) -> None:
        """Run it with the episode's record as JSON on its standard input.

        Raises HookFailed, with what the command said last, if it fails.
        """
        if not self.command.strip():
            return
        if failure := _run(self.command, json.dumps(episode_record(episode), ensure_ascii=False), self.folder):
            raise HookFailed(
                f"the hook {self.command!r} {failure}; the episode is there all the same",
                hint=f"run it again with `episodes info {reference(episode)} --json | ({self.command.strip()})`",
            )


def _run(command: str, record: str, folder: Path) -> str:
    """Run a command; what went wrong, in words, is the result."""
    try:
        done = subprocess.run(  # noqa: S602  # the producer's own settings name a shell command
            command,
            shell=True,
            input=record.encode(),
            cwd=folder,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        return f"did not end well: {error}"
    if not done.returncode:
        return ""
    said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
    return f"ended with {done.returncode}" + (f": {said[-1]}" if said else "")
