"""Measures whether searches wait for a writer: several processes search while another one saves without a pause.

In turns, in equal slices: a writer in the same catalogue, and the same writer in a copy of it. The second costs as much
processor and disk, but no lock is shared; what the first adds to it is waiting. Errors of any search are counted.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path
from queue import Empty
from typing import Any

from episodes.store.catalogue import Catalogue
from episodes.store.reader import Reader
from search_speed import KINDS, SHARED, Samples, make, told

Answers = list[tuple[float, str]]


def search_on(database: Path, seed: int, pause: float, go: Barrier, stop: Event, answers: Any) -> None:
    """Search at an easy pace, each time as a process does that begins; hand over each time, or the error."""
    samples = Samples(database, seed)
    asked = [one for kind in KINDS for one in samples.draw(kind, 20)]
    draw = random.Random(seed)
    go.wait()
    while not stop.is_set():
        time.sleep(draw.uniform(0.5, 1.5) * pause)
        one, started, trouble = draw.choice(asked), time.perf_counter(), ""
        try:
            with Reader.open(database) as reader:
                reader.search(one.text, filters=one.filters)
        except Exception as error:  # noqa: BLE001 - whatever it is, it counts
            trouble = repr(error)
        answers.put((time.perf_counter() - started, trouble))


def write_on(database: Path, go: Barrier, stop: Event, saved: Any) -> None:
    """Save transcripts of the catalogue again, each a little changed, as fast as it goes."""
    count = 0
    with Catalogue.open(database) as catalogue:
        with Reader.open(database) as reader:
            episodes = [episode for show in reader.list_shows() for episode in reader.list_episodes(show.slug, 50)]
            transcripts = [(one.guid, reader.find_transcript(one.guid, show=one.show)) for one in episodes]
        go.wait()
        while not stop.is_set():
            guid, transcript = transcripts[count % len(transcripts)]
            if transcript:
                first = replace(transcript.segments[0], text=f"Take {count}. {transcript.segments[0].text}")
                catalogue.save_transcript(guid, replace(transcript, segments=(first, *transcript.segments[1:])))
            count += 1
    saved.put(count)


def measure(searched: Path, written: Path, args: argparse.Namespace, seed: int) -> tuple[Answers, int]:
    """Searches of one slice, and how often the writer saved meanwhile."""
    context = multiprocessing.get_context("spawn")
    go, stop = context.Barrier(args.processes + 2), context.Event()
    answers, saved = context.Queue(), context.Queue()

    def begin(work: Callable[..., None], *given: Any) -> Any:
        process = context.Process(target=work, args=given)
        process.start()
        return process

    processes = [
        begin(search_on, searched, seed + n, args.pause, go, stop, answers) for n in range(args.processes)
    ]  # each reads the vocabulary first
    processes.append(begin(write_on, written, go, stop, saved))
    go.wait()
    time.sleep(args.seconds)
    stop.set()
    found: Answers = []
    while any(process.is_alive() for process in processes) or not answers.empty():
        try:
            found.append(answers.get(timeout=0.2))
        except Empty:
            continue
    return found, saved.get()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--segments", type=int, default=50_000)
    parser.add_argument("--corpus", type=Path, default=SHARED / "changelog_2044_episodes.jsonl.zst")
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between the searches of a process")
    parser.add_argument("--seconds", type=float, default=20, help="of each slice")
    parser.add_argument("--slices", type=int, default=3, help="of each kind, in turns")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database, copy = Path(folder, "episodes.db"), Path(folder, "copy.db")
        make(database, args.corpus, args.segments)
        shutil.copy(database, copy)
        times: dict[str, list[float]] = {"writer in another catalogue": [], "writer in the same catalogue": []}
        troubles: list[str] = []
        saves = dict.fromkeys(times, 0)
        for turn in range(args.slices):
            for name, written in zip(times, (copy, database), strict=True):
                answers, count = measure(database, written, args, seed=100 * turn)
                times[name] += [taken for taken, _ in answers]
                troubles += [trouble for _, trouble in answers if trouble]
                saves[name] += count
    for name, taken in times.items():
        print(f"{name:32} {len(taken):5} searches  {told(taken)}  {saves[name]} transcripts saved")
    print(f"{len(troubles)} errors", *sorted(set(troubles)), sep="\n")
    return int(bool(troubles))


if __name__ == "__main__":
    sys.exit(main())
