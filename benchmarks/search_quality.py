"""Measures whether search finds the right episode and spot, on transcripts and queries of a fixed form.

Corpus: a folder of transcripts (one JSON line a turn: n, speaker, time, text; the file's name is
`show__episode.jsonl`), or one file of JSON lines (may be .zst) that also name their `file`.
Queries: JSON lines with query, file, turn and type.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.hits import Results
from episodes.core.show import Show
from episodes.core.transcript import Fingerprint, Segment, Transcript
from episodes.store.catalogue import Catalogue
from episodes.store.reader import Reader

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "transcripts"
WORDS_A_SECOND = 2.6  #: where a turn has no time
WORDS_A_SEGMENT = 13


@dataclass
class Talk:
    """A transcript of the corpus as segments, with the turn that each came from."""

    file: str
    segments: list[Segment] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)

    def add(self, turn: dict[str, Any]) -> None:
        at = max(self.segments[-1].end if self.segments else 0.0, float(turn["time"] or 0.0))
        for text in pieces(turn["text"]):
            end = at + len(text.split()) / WORDS_A_SECOND
            self.segments.append(Segment(start=at, end=end, text=text, speaker=turn["speaker"] or ""))
            self.turns.append(turn["n"])
            at = end


def pieces(text: str) -> Iterator[str]:
    """Cut a turn as a recogniser would: at sentence ends, and at about so many words."""
    waiting: list[str] = []
    for sentence in re.split(r"(?<=[.?!…])\s+", text):
        waiting += sentence.split()
        if len(waiting) >= WORDS_A_SEGMENT - 4:
            yield from cut(waiting)
            waiting = []
    yield from cut(waiting)


def cut(words: list[str]) -> Iterator[str]:
    """Cut words into runs of about the same length."""
    count = max(1, round(len(words) / WORDS_A_SEGMENT))
    size = max(1, -(-len(words) // count))
    for start in range(0, len(words), size):
        yield " ".join(words[start : start + size])


def read_corpus(corpus: Path) -> Iterator[Talk]:
    if corpus.is_dir():
        for file in sorted(corpus.glob("*.jsonl")):
            talk = Talk(file=file.stem.replace("__", "/", 1) + ".md")
            for line in file.read_text(encoding="utf-8").splitlines():
                talk.add(json.loads(line))
            yield talk
        return
    talk = Talk(file="")
    for line in _lines(corpus):
        turn = json.loads(line)
        if turn["file"] != talk.file:
            if talk.file:
                yield talk
            talk = Talk(file=turn["file"])
        talk.add(turn)
    if talk.file:
        yield talk


def _lines(file: Path) -> Iterator[str]:
    if file.suffix == ".zst":
        with subprocess.Popen(["zstd", "-dc", str(file)], stdout=subprocess.PIPE, text=True, encoding="utf-8") as run:
            assert run.stdout is not None
            yield from run.stdout
    else:
        with file.open(encoding="utf-8") as lines:
            yield from lines


def an_episode(talk: Talk, number: int) -> Episode:
    """Episode of a talk; the title tells nothing that the corpus does not."""
    show, _, slug = talk.file.removesuffix(".md").rpartition("/")
    return Episode(
        guid=talk.file,
        show=show or "talks",
        slug=slug,
        title=slug.replace("-", " "),
        published_at=datetime(2010, 1, 1, tzinfo=UTC) + timedelta(days=number),
        credits=tuple(Credit(name=name) for name in dict.fromkeys(s.speaker for s in talk.segments) if name),
    )


def fill(database: Path, talks: Iterator[Talk]) -> dict[str, Talk]:
    """Save all talks; returns them by file, without their segments' text."""
    kept = {}
    with Catalogue.open(database) as catalogue, catalogue.bulk():
        shows: set[str] = set()
        for number, talk in enumerate(talks):
            episode = an_episode(talk, number)
            if episode.show not in shows:
                shows.add(episode.show)
                catalogue.save_show(Show(slug=episode.show, title=episode.show, language="en"))
            catalogue.add_episode(episode)
            fingerprint = Fingerprint(media_sha256="", engine="corpus", model="")
            catalogue.save_transcript(
                episode.guid,
                Transcript(
                    fingerprint=fingerprint,
                    language="en",
                    duration=talk.segments[-1].end if talk.segments else 0.0,
                    created_at=episode.published_at,
                    segments=tuple(talk.segments),
                ),
            )
            kept[talk.file] = talk
    return kept


def rank_of(query: dict[str, Any], results: Results) -> int | None:
    files = [found.episode.guid for found in results.episodes]
    return files.index(query["file"]) + 1 if query["file"] in files else None


def finds_spot(query: dict[str, Any], results: Results, talk: Talk) -> int | None:
    """Rank among the right episode's hits of the one in the right turn, or within 30 s of its beginning."""
    starts = [s.start for s, turn in zip(talk.segments, talk.turns, strict=True) if turn == query["turn"]]
    for found in results.episodes:
        if found.episode.guid == query["file"]:
            for position, hit in enumerate(found.hits):
                if hit.segment is None or hit.at is None:
                    continue
                if talk.turns[hit.segment] == query["turn"] or (starts and abs(hit.at - starts[0]) <= 30):
                    return position + 1
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SHARED / "changelog")
    parser.add_argument("--queries", type=Path, default=SHARED / "search_queries.jsonl")
    parser.add_argument("--database", type=Path, help="keep the catalogue here, and use it again")
    parser.add_argument("--peers", action="store_true", help="also measure plain FTS5 AND on the same segments")
    parser.add_argument("--verbose", action="store_true", help="tell of each query that was missed")
    args = parser.parse_args()
    queries = [json.loads(line) for line in args.queries.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        database = args.database or Path(folder) / "episodes.db"
        if database.exists():
            talks = {talk.file: talk for talk in read_corpus(args.corpus)}
        else:
            started = time.perf_counter()
            talks = fill(database, read_corpus(args.corpus))
            print(f"{len(talks)} episodes saved and indexed in {time.perf_counter() - started:.1f} s", file=sys.stderr)
        with Reader.open(database) as reader:
            report(queries, talks, reader, verbose=args.verbose)
        if args.peers:
            report_plain(queries, database)
    return 0


def report(queries: list[dict[str, Any]], talks: dict[str, Talk], reader: Reader, *, verbose: bool) -> None:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    times = []
    for query in queries:
        started = time.perf_counter()
        results = reader.search(query["query"], limit=10)
        times.append(time.perf_counter() - started)
        rank = rank_of(query, results)
        spot = finds_spot(query, results, talks[query["file"]]) if query["file"] in talks else None
        for kind in ("all", query.get("type", "")):
            tally = counts[kind]
            tally["queries"] += 1
            for top in (1, 3, 10):
                tally[f"top {top}"] += rank is not None and rank <= top
            tally["spot"] += rank is not None and rank <= 3 and spot is not None
            tally["first spot"] += rank is not None and rank <= 3 and spot == 1
        if verbose and (rank is None or rank > 1 or spot is None):
            best = [(f.episode.guid, round(f.score, 2), f.hits[0].missing) for f in results.episodes[:3]]
            print(f"  {query.get('id', '')} {query['query']!r}: rank {rank}, spot {spot}; first: {best}")
    print(f"{'':12}" + "".join(f"{name:>11}" for name in counts["all"]))
    for kind, tally in counts.items():
        print(f"{kind:12}" + "".join(f"{tally[name]:11}" for name in counts["all"]))
    times.sort()
    print(f"query p50 {times[len(times) // 2] * 1000:.1f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.1f} ms")


def report_plain(queries: list[dict[str, Any]], database: Path) -> None:
    """What plain FTS5 with all words, ranked by bm25 over segments, finds."""
    import sqlite3

    tops = {1: 0, 3: 0, 10: 0}
    connection = sqlite3.connect(":memory:")
    connection.execute("ATTACH ? AS c", [str(database)])
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5(text, guid UNINDEXED)")
    connection.execute(
        "INSERT INTO plain SELECT s.text, e.guid FROM c.segment s JOIN c.episode e ON e.id = s.episode_id"
    )
    for query in queries:
        words = " ".join('"' + word.replace('"', "") + '"' for word in re.findall(r"[\w']+", query["query"]))
        rows = connection.execute("SELECT guid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 500", [words])
        files = list(dict.fromkeys(guid for (guid,) in rows))
        for top in tops:
            tops[top] += query["file"] in files[:top]
    print("plain FTS5 AND over segments: " + ", ".join(f"top {top} {count}" for top, count in tops.items()))


if __name__ == "__main__":
    raise SystemExit(main())
