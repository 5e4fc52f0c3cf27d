"""Measures how long searches take in a large catalogue: query alone and whole process, cold and warm, beside others.

Real words: the corpus of `search_quality.py`, or as much of it as `--segments` says; where those are more than it has,
it is repeated under other names.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from episodes.core.query import Filters
from episodes.core.words import terms
from episodes.store.reader import Reader
from episodes.store.search.index import rebuild
from search_peers import Fts5, peers
from search_quality import SHARED, Talk, fill, read_corpus

KINDS = ("rare", "common", "and", "phrase", "prefix", "misspelt", "filtered")


@dataclass(frozen=True)
class Asked:
    """A search of the benchmark."""

    text: str
    filters: Filters = Filters()  # noqa: RUF009 - frozen
    options: tuple[str, ...] = ()


def make(database: Path, corpus: Path, segments: int) -> None:
    """Save so many segments of the corpus, if need be under other names again, and index all (0 = the corpus once)."""
    fill(database, _so_many(read_corpus(corpus), segments))
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        (held,) = connection.execute("SELECT count(*) FROM segment").fetchone()
        (step,) = connection.execute("SELECT max(id) FROM episode").fetchone()
        turns = range(1, max(1, -(-segments // held)))
        for turn in turns:
            for table, own in (("episode", "id"), ("transcript", "episode_id"), ("segment", "episode_id")):
                _repeat(connection, table, own, turn, step, segments - turn * held if table == "segment" else -1)
        if turns:
            rebuild(connection)
        connection.execute("COMMIT")


def _so_many(talks: Iterator[Talk], segments: int) -> Iterator[Talk]:
    """Whole talks until there are so many segments; the last one is cut short (0 = all)."""
    held = 0
    for talk in talks:
        if segments:
            talk.segments = talk.segments[: segments - held]
            held += len(talk.segments)
        yield talk
        if segments and held >= segments:
            return


def _repeat(connection: sqlite3.Connection, table: str, own: str, turn: int, step: int, most: int) -> None:
    """Copy the rows of the first round of a table, each under another row number, GUID and slug."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    new = {own: f"{own} + {turn * step}", "guid": f"guid || '-{turn}'", "slug": f"slug || '-{turn}'"}
    values = ", ".join(new.get(name, f'"{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    connection.execute(
        f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {own} <= {step} LIMIT {most}"
    )


class Samples:
    """Searches made of what the catalogue holds."""

    def __init__(self, database: Path, seed: int) -> None:
        self._random = random.Random(seed)
        with sqlite3.connect(database) as connection:
            rows = connection.execute("SELECT term, rows FROM search_term WHERE length(term) > 2").fetchall()
            episodes = [i for (i,) in connection.execute("SELECT id FROM episode")]
            picked = self._random.sample(episodes, min(300, len(episodes)))
            query = "SELECT text, speaker FROM segment WHERE episode_id = ? AND length(text) > 40 LIMIT 40 OFFSET 20"
            self._lines = [row for episode in picked for row in connection.execute(query, [episode])]
        self._shows = []
        with Reader.open(database) as reader:
            self._shows = [show.slug for show in reader.list_shows()]
        self._rows = dict(rows)
        self._rare = [term for term, n in rows if 2 <= n <= 20 and term.isalpha()]
        self._common = [term for term, _ in sorted(rows, key=lambda row: -row[1])[:300]]

    def draw(self, kind: str, count: int) -> list[Asked]:
        make: Callable[[], Asked] = getattr(self, f"_{kind}_search")
        return [make() for _ in range(count)]

    def _words(self, least: int) -> list[str]:
        while True:
            words = terms(self._random.choice(self._lines)[0])
            if len(words) >= least:
                return words

    def _rare_search(self) -> Asked:
        return Asked(self._random.choice(self._rare))

    def _common_search(self) -> Asked:
        return Asked(self._random.choice(self._common))

    def _and_search(self) -> Asked:
        words = [word for word in self._words(6) if len(word) > 3] or ["people"]
        return Asked(" ".join(self._random.sample(words, min(len(words), self._random.choice((2, 3, 4))))))

    def _phrase_search(self) -> Asked:
        words = self._words(6)
        length = self._random.choice((2, 3, 4, 5))
        start = self._random.randrange(len(words) - length)
        return Asked('"' + " ".join(words[start : start + length]) + '"')

    def _prefix_search(self) -> Asked:
        word = self._random.choice([word for word in self._words(6) if len(word) > 4] or ["people"])
        return Asked(word[: self._random.choice((3, 4, 5))] + "*")

    def _misspelt_search(self) -> Asked:
        words = [word for word in self._words(8) if len(word) > 5 and word.isalpha()] or ["kubernetes"]
        words = sorted(words, key=lambda word: self._rows.get(word, 0))[:2]
        return Asked(" ".join(self._misspell(word) for word in words))

    def _misspell(self, word: str) -> str:
        at = self._random.randrange(1, len(word) - 1)
        change = self._random.choice(("drop", "double", "swap", "other"))
        if change == "drop":
            return word[:at] + word[at + 1 :]
        if change == "double":
            return word[:at] + word[at] + word[at:]
        if change == "swap":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + self._random.choice("aeiorst") + word[at + 1 :]

    def _filtered_search(self) -> Asked:
        asked = self._and_search()
        which = self._random.choice(("show", "speaker", "since"))
        if which == "show":
            show = self._random.choice(self._shows)
            return replace(asked, filters=Filters(shows=(show,)), options=())
        if which == "speaker":
            speaker = self._random.choice([line[1] for line in self._lines if line[1]] or ["Ann"])
            return replace(asked, filters=Filters(speakers=(speaker,)), options=("--speaker", speaker))
        year = self._random.choice((2011, 2012, 2013, 2014))
        since = datetime(year, 1, 1, tzinfo=UTC)
        return replace(asked, filters=Filters(since=since), options=("--since", f"{year}-01-01"))


def told(times: list[float]) -> str:
    times = sorted(times)
    at = [times[int(len(times) * share)] * 1000 for share in (0.5, 0.95)]
    return f"p50 {at[0]:7.1f}  p95 {at[1]:7.1f}  max {times[-1] * 1000:7.1f} ms"


def forget(database: Path) -> None:
    """Ask the system to drop the file from its cache."""
    with database.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def time_queries(database: Path, asked: list[Asked], *, cold: bool) -> tuple[list[float], list[float], int]:
    """Wall times, processor times (what a quiet machine would take), and how many searches found something."""
    times, busy, found = [], [], 0
    reader = Reader.open(database)
    for one in asked:
        if cold:
            reader.close()
            forget(database)
        started, at_work = time.perf_counter(), time.process_time()
        if cold:
            reader = Reader.open(database)
        found += bool(reader.search(one.text, filters=one.filters))
        times.append(time.perf_counter() - started)
        busy.append(time.process_time() - at_work)
    reader.close()
    return times, busy, found


def time_processes(commands: list[list[str]], database: Path, *, cold: bool) -> tuple[list[float], list[float]]:
    """Wall and processor time of whole processes; modules are compiled beforehand, as they are after a first start."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times, busy = [], []
    for command in commands:
        if cold:
            forget(database)
        before, started = os.times(), time.perf_counter()
        run = subprocess.run(
            command, cwd=database.parent, env=environment, capture_output=True, text=True, errors="replace"
        )
        times.append(time.perf_counter() - started)
        after = os.times()
        busy.append(after.children_user + after.children_system - before.children_user - before.children_system)
        if run.returncode not in (0, 1):
            raise SystemExit(f"{command}: {run.returncode}\n{run.stderr}")
    return times, busy


def our_commands(asked: list[Asked]) -> list[list[str]]:
    program = shutil.which("episodes", path=str(Path(sys.executable).parent)) or "episodes"
    return [[program, "search", *one.options, "--", *one.text.split(" ")] for one in asked]


def time_peers(database: Path, samples: Samples, folder: Path) -> None:
    """The same words, and ours again, one after the other; programs that are not there are left out."""
    asked = samples.draw("rare", 10) + samples.draw("common", 10) + samples.draw("and", 10) + samples.draw("phrase", 10)
    others = peers(database, folder)
    reader = Reader.open(database)
    queries: dict[str, list[float]] = defaultdict(list)
    for one in asked:  # in turns, so that other work on the machine falls on all alike
        at_work = time.process_time()
        reader.search(one.text)
        queries["episodes, query, processor time"].append(time.process_time() - at_work)
        for peer in others:
            at_work, children = time.process_time(), os.times()
            peer.files(one.text, limit=10)
            spent = os.times().children_user - children.children_user
            queries[f"{peer.name}, processor time"].append(time.process_time() - at_work + spent)
    for name, times in queries.items():
        print(f"{name:45} {told(times)}")
    for peer in others:
        print(f"{peer.name + ', file':45} {peer.file.stat().st_size / 1e6:.0f} MB")
    table, file = "said", str(next(peer.file for peer in others if isinstance(peer, Fts5)))
    commands = {
        "Python alone": [[sys.executable, "-c", "pass"] for _ in asked],
        "episodes": our_commands(asked),
        "sqlite-utils": [["sqlite-utils", "search", file, table, one.text, "--limit", "10"] for one in asked],
    }
    for name, these in commands.items():
        if shutil.which(these[0][0]):
            times, busy = time_processes(these, database, cold=False)
            print(f"{name + ', process':45} {told(times)}")
            print(f"{name + ', process, processor time':45} {told(busy)}")


def report_size(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        (segments, text) = connection.execute(
            "SELECT count(*), sum(length(cast(text AS BLOB))) FROM segment"
        ).fetchone()
        (index,) = connection.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%'").fetchone()
    print(
        f"{segments} segments, {text / 1e6:.0f} MB of text, index {index / 1e6:.0f} MB = {index / text:.2f} of the text"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=0, help="more or fewer than the corpus has; 0 = all once")
    parser.add_argument("--corpus", type=Path, default=SHARED / "changelog_2044_episodes.jsonl.zst")
    parser.add_argument("--workspace", type=Path, help="keep the catalogue here, and use it again")
    parser.add_argument("--queries", type=int, default=200, help="of each kind")
    parser.add_argument("--processes", type=int, default=40, help="whole processes of each kind")
    parser.add_argument("--seed", type=int, default=338)
    parser.add_argument("--peers", action="store_true", help="also plain FTS5, yt-fts, ripgrep, sqlite-utils")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        workspace = args.workspace or Path(temporary)
        workspace.mkdir(parents=True, exist_ok=True)
        database = workspace / "episodes.db"
        if not database.exists():
            (workspace / "episodes.toml").touch()
            started = time.perf_counter()
            make(database, args.corpus, args.segments)
            print(f"saved and indexed in {time.perf_counter() - started:.0f} s")
        report_size(database)
        samples = Samples(database, args.seed)
        everything: list[float] = []
        all_busy: list[float] = []
        processes: list[float] = []
        busy_processes: list[float] = []
        for kind in KINDS:
            asked = samples.draw(kind, args.queries)
            warm, busy, found = time_queries(database, asked, cold=False)
            everything, all_busy = everything + warm, all_busy + busy
            print(f"{kind + ', query, warm':45} {told(warm)}  {found}/{len(asked)} found")
            print(f"{kind + ', query, processor time':45} {told(busy)}")
            if args.processes:
                cold, _, _ = time_queries(database, asked[: args.processes], cold=True)
                print(f"{kind + ', query, cold':45} {told(cold)}")
                commands = our_commands(asked[: args.processes])
                times, busy = time_processes(commands, database, cold=False)
                processes, busy_processes = processes + times, busy_processes + busy
                print(f"{kind + ', process, warm':45} {told(times)}")
                print(f"{kind + ', process, processor time':45} {told(busy)}")
                print(f"{kind + ', process, cold':45} {told(time_processes(commands[:10], database, cold=True)[0])}")
        print(f"{'all kinds, query, warm':45} {told(everything)}")
        print(f"{'all kinds, query, processor time':45} {told(all_busy)}")
        if processes:
            print(f"{'all kinds, process, warm':45} {told(processes)}")
            print(f"{'all kinds, process, processor time':45} {told(busy_processes)}")
        if args.peers:
            time_peers(database, samples, Path(temporary))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
