"""How long `episodes build` takes as a whole: a show of many episodes with transcripts, in a workspace of its own.

    python benchmarks/rebuild.py [--episodes 10000] [--segments 40] [--runs 3] [--no-search] [--json] [--folder DIR]

Measured from outside, each a process of its own, in processor seconds, seconds by the clock, and peak memory:
the first build, a build with nothing changed, a build after one episode was edited, a build after one came.
Pagefind, which makes the index of the site's search anew for every change, is among the builds' seconds and measured
apart too; `--no-search` builds without it. The media files are small, for bytes are linked and not read.
The folder is temporary unless one is given; one that holds such a workspace already is gone on with.
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
from dataclasses import dataclass, replace
from pathlib import Path

from build import a_show, an_episode, an_hour
from episodes.config.edit import create_settings, save_show, set_base_url
from episodes.config.workspace import Workspace
from episodes.core.transcript import Fingerprint, Transcript
from episodes.site.search import find_program
from episodes.site.search.pagefind import make_index
from episodes.store.catalogue import Catalogue

RUN = "from episodes.cli.start import run; run()"
WITHOUT_SEARCH = f"import episodes.site.search as search; search.find_program = lambda: None; {RUN}"


#: Python keeps its compiled modules, as it does where a program is installed.
_AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, kw_only=True)
class Run:
    processor: float
    clock: float
    megabytes: float


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


def build(folder: Path, *, search: bool) -> Run:
    """Run the command, and see what it took, its children's processor seconds included."""
    began = time.perf_counter()
    command = [sys.executable, "-c", RUN if search else WITHOUT_SEARCH, "-C", str(folder), "-q", "build"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_AS_INSTALLED)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"build failed: {process.returncode}")
    clock = time.perf_counter() - began
    return Run(processor=usage.ru_utime + usage.ru_stime, clock=clock, megabytes=usage.ru_maxrss / 1024)


def index_alone(workspace: Workspace) -> float:
    """How long Pagefind takes for the index, by the clock."""
    program = find_program()
    with tempfile.TemporaryDirectory() as target:
        began = time.perf_counter()
        make_index(program, workspace.state / "search" / "long", Path(target), language="en")
        return time.perf_counter() - began


def measure(workspace: Workspace, episodes: int, segments: int, runs: int, *, search: bool) -> dict[str, float]:
    if not workspace.database.exists():
        fill(workspace, episodes, segments)
    found = told("first build", [build(workspace.root, search=search)])
    found |= told("nothing changed", [build(workspace.root, search=search) for _ in range(runs)])
    edited, added = [], []
    for _ in range(runs):
        with Catalogue.open(workspace.database) as catalogue:
            episode = catalogue.get_episode(f"long-{episodes // 2}")
            catalogue.save_episode(replace(episode, summary=f"Other words, at {time.time()}."))
        edited.append(build(workspace.root, search=search))
        with Catalogue.open(workspace.database) as catalogue:
            add(workspace, catalogue, len(catalogue.list_episodes("long")) + 1, segments)
        added.append(build(workspace.root, search=search))
    found |= told("one edited", edited) | told("one added", added)
    return found | ({"Pagefind alone, by the clock": index_alone(workspace)} if search and find_program() else {})


def told(name: str, runs: list[Run]) -> dict[str, float]:
    return {
        name: statistics.median(run.processor for run in runs),
        f"{name}, by the clock": statistics.median(run.clock for run in runs),
        f"{name}, MB": max(run.megabytes for run in runs),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--episodes", type=int, default=10_000)
    parser.add_argument("--segments", type=int, default=40)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--no-search", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Workspace(given.folder or Path(temporary))
        found = measure(workspace, given.episodes, given.segments, given.runs, search=not given.no_search)
    if given.json:
        print(json.dumps(found, indent=1))
        return
    for name, value in found.items():
        print(f"{name:32} {value:8.2f}")


if __name__ == "__main__":
    main()
