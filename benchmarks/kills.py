"""Kill a transcription again and again, and see what is lost: `python benchmarks/kills.py [--audio FILE] [--kills 20]`.

The command is killed with SIGKILL at random moments and started again until it ends by itself. Told for each kill:
how far the text was saved, and where the next run went on. At the end the text is compared with that of a run that
nobody disturbed. Without `--audio` a ten-minute file is made from the shared clips.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from transcribe import made_file

COMMAND = [str(Path(sys.executable).with_name("episodes"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--audio", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--model", default="tiny.en")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as place:
        audio = (arguments.audio or made_file(Path(place), 10)[0]).resolve()
        # One name for both: a show's title is among the names that the recogniser is told.
        calm, began = desk(Path(place) / "calm" / "desk", audio), time.monotonic()
        run(calm, "transcribe", "last", "--model", arguments.model)
        alone = time.monotonic() - began
        beset, began = desk(Path(place) / "beset" / "desk", audio), time.monotonic()
        kills = disturb(beset, arguments, chance, alone)
        took = time.monotonic() - began
        report(said(calm), said(beset), kills, alone, took)


def desk(folder: Path, audio: Path) -> Path:
    folder.mkdir(parents=True)
    run(folder, "add", str(audio), "--no-transcribe")
    return folder


def run(folder: Path, *words: str) -> str:
    return subprocess.run([*COMMAND, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def disturb(folder: Path, arguments: argparse.Namespace, chance: random.Random, alone: float) -> int:
    """Kill and start again; the moments are drawn so that all kills fall into one transcription."""
    kills, before = 0, 0.0
    while True:
        process = subprocess.Popen(
            [*COMMAND, "transcribe", "last", "--model", arguments.model], cwd=folder, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(chance.uniform(0.3, 2.0) * max(1.0, alone / 20) if kills < arguments.kills else None)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        else:
            return kills
        kills += 1
        saved = until(folder)
        print(f"kill {kills:2}: saved up to {saved:6.1f} s, {saved - before:6.1f} s by this run", flush=True)
        assert saved >= before, "saved text was lost"
        before = saved


def until(folder: Path) -> float:
    """How far the draft goes, as the database says."""
    with sqlite3.connect(folder / "episodes.db") as database:
        (latest,) = database.execute("SELECT max(until) FROM draft_part").fetchone()
    return float(latest or 0.0)


def said(folder: Path) -> list[str]:
    record = json.loads(run(folder, "transcript", "last", "--format", "json"))
    return " ".join(segment["body"] for segment in record["segments"]).split()


def report(calm: list[str], beset: list[str], kills: int, alone: float, took: float) -> None:
    pieces = difflib.SequenceMatcher(None, calm, beset, autojunk=False).get_opcodes()
    other = [(" ".join(calm[a:b]), " ".join(beset[c:d])) for kind, a, b, c, d in pieces if kind != "equal"]
    print(
        f"{kills} kills, {took:.0f} s in all; undisturbed {alone:.0f} s; {len(calm)} words, {len(other)} places differ"
    )
    for one, two in other:
        print(f"  {one!r} became {two!r}")


if __name__ == "__main__":
    main()
