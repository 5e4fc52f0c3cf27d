"""How long `episodes build` takes as a whole: a show of many episodes with transcripts, in a workspace of its own.

    python benchmarks/rebuild.py [--episodes 10000] [--segments 40] [--runs 3] [--json] [--folder DIR]

Measured from outside, each a process of its own, in seconds by the clock, and peak memory:
the first build, a build with nothing changed, a build after one episode was edited, a build after one came.
The media files are small, for bytes are linked and not read. The folder is temporary unless one is given.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from build import a_show, an_episode, an_hour
from episodes.config.edit import create_settings, save_show, set_base_url
from episodes.config.workspace import Workspace
from episodes.core.transcript import Fingerprint, Transcript
from episodes.store.catalogue import Catalogue

RUN = "import sys; from episodes.cli.app import main; sys.exit(main(sys.argv[1:]))"


def fill(workspace: Workspace, episodes: int, segments: int) -> None:
    """Make the show, its episodes from the oldest on, their transcripts and small media files."""
    create_settings(workspace.settings)
    set_base_url(workspace.settings, "https://example.org")
    save_show(workspace.settings, a_show())
    with Catalogue.open(workspace.database) as catalogue:
        catalogue.save_show(a_show())
        with catalogue.bulk():
            for number in range(1, episodes + 1):
                add(workspace, catalogue, number, segments)


def add(workspace: Workspace, catalogue: Catalogue, number: int, segments: int) -> None:
    episode = an_episode(number)
    medium = replace(episode.media[0], length=16)
    file = workspace.media / medium.media_key
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(f"{number:016}".encode())
    catalogue.add_episode(replace(episode, media=(medium,)))
    transcript = Transcript(
        fingerprint=Fingerprint(media_sha256=medium.sha256, engine="packed/1", model="tiny.en"),
        language="en",
        duration=3600,
        created_at=episode.published_at,
        segments=an_hour()[:segments],
    )
    catalogue.save_transcript(episode.guid, transcript, show="long")


def build(folder: Path) -> tuple[float, float]:
    """Run the command; give its seconds and its peak memory in MB."""
    began = time.perf_counter()
    command = [sys.executable, "-c", RUN, "-C", str(folder), "-q", "build"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"build failed: {process.returncode}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def measure(workspace: Workspace, episodes: int, segments: int, runs: int) -> dict[str, float]:
    fill(workspace, episodes, segments)
    found: dict[str, float] = {}
    found["first build"], found["first build, MB"] = build(workspace.root)
    kept = [build(workspace.root) for _ in range(runs)]
    found["nothing changed"] = statistics.median(seconds for seconds, _ in kept)
    found["nothing changed, MB"] = max(memory for _, memory in kept)
    edited, added = [], []
    for run in range(runs):
        with Catalogue.open(workspace.database) as catalogue:
            episode = catalogue.get_episode(f"long-{episodes // 2}")
            catalogue.save_episode(replace(episode, summary=f"Other words, for the {run}th time."))
        edited.append(build(workspace.root)[0])
        with Catalogue.open(workspace.database) as catalogue:
            add(workspace, catalogue, episodes + 1 + run, segments)
        added.append(build(workspace.root)[0])
    return found | {"one edited": statistics.median(edited), "one added": statistics.median(added)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--episodes", type=int, default=10_000)
    parser.add_argument("--segments", type=int, default=40)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Workspace(given.folder or Path(temporary))
        found = measure(workspace, given.episodes, given.segments, given.runs)
    if given.json:
        print(json.dumps(found, indent=1))
        return
    for name, value in found.items():
        print(f"{name:26} {value:8.2f}")


if __name__ == "__main__":
    main()
