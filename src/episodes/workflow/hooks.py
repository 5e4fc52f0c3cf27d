"""Hooks: a command of the producer's that is run after something happened."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from episodes.core.episode import Episode
from episodes.core.errors import SourceError
from episodes.core.record import episode_record

#: Seconds that a hook may take.
PATIENCE = 600


def run_new_episode_hook(command: str, episode: Episode, *, folder: Path) -> None:
    """Run the command in the workspace, with the episode's record as JSON on its standard input.

    Raises SourceError, with what the command said last, if it fails.
    """
    if not command.strip():
        return
    record = json.dumps(episode_record(episode), ensure_ascii=False)
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
        raise SourceError(f"the hook {command!r} did not end well: {error}", hint="try the command by hand") from error
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        words = f": {said[-1]}" if said else ""
        raise SourceError(f"the hook {command!r} ended with {done.returncode}{words}", hint="try the command by hand")
