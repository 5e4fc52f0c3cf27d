"""Measures whether search finds the right episode and spot, on transcripts and queries of a fixed form.

Corpus: a folder of transcripts (one JSON line a turn: n, speaker, time, text; the file's name is
`show__episode.jsonl`), or one file of JSON lines that also name their `file`; either may be .zst. `n`, `speaker` and
`time` may be missing. Queries: JSON lines with `query` and `file`, for the spot `turn`, for the table `type`, `id`.
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
from search_peers import peers

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "transcripts"
WORDS_A_SECOND = 2.6  #: where a turn has no time
WORDS_A_SEGMENT = 13
TOGETHER = 200  #: transcripts of one file that are read side by side


@dataclass
class Talk:
    """A transcript of the corpus as segments, with the turn that each came from."""

    file: str
    segments: list[Segment] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)

    def add(self, turn: dict[str, Any]) -> None:
        at = max(self.segments[-1].end if self.segments else 0.0, float(turn.get("time") or 0.0))
        number = turn.get("n", self.turns[-1] + 1 if self.turns else 0)
        for text in pieces(turn["text"]):
            end = at + len(text.split()) / WORDS_A_SECOND
            self.segments.append(Segment(start=at, end=end, text=text, speaker=turn.get("speaker") or ""))
            self.turns.append(number)
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
    """Read a folder of transcripts, or one file of turns; turns of a file need not stand together there."""
    if corpus.is_dir():
        for file in sorted(file for ending in ("*.jsonl", "*.jsonl.zst") for file in corpus.rglob(ending)):
            talk = Talk(file=file.name.removesuffix(".zst").removesuffix(".jsonl").replace("__", "/", 1) + ".md")
            for line in _lines(file):
                talk.add(json.loads(line))
            yield talk
        return
    talks: dict[str, Talk] = {}
    last = ""
    for line in _lines(corpus):
        turn = json.loads(line)
        if turn["file"] != last and len(talks) > TOGETHER:  # most corpora have their turns in a row
            yield talks.pop(next(iter(talks)))
        last = turn["file"]
        talks.setdefault(last, Talk(file=last)).add(turn)
    yield from talks.values()


def _lines(file: Path) -> Iterator[str]:
    if file.suffix == ".zst":
        with subprocess.Popen(["zstd", "-dc", str(file)], stdout=subprocess.PIPE, text=True, encoding="utf-8") as run:
            assert run.stdout is not None
            yield from (line for line in run.stdout if line.strip())
    else:
        with file.open(encoding="utf-8") as lines:
            yield from (line for line in lines if line.strip())


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
    return rank_in(query["file"], [found.episode.guid for found in results.episodes])


def finds_spot(query: dict[str, Any], results: Results, talk: Talk) -> int | None:
    """Rank among the right episode's hits of the one in the right turn, or within 30 s of its beginning."""
    turn = query.get("turn")
    starts = [s.start for s, number in zip(talk.segments, talk.turns, strict=True) if number == turn]
    for found in results.episodes:
        if found.episode.guid == query["file"]:
            for position, hit in enumerate(found.hits):
                if hit.segment is None or hit.at is None:
                    continue
                if talk.turns[hit.segment] == turn or (starts and abs(hit.at - starts[0]) <= 30):
                    return position + 1
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SHARED / "changelog")
    parser.add_argument("--queries", type=Path, default=SHARED / "search_queries.jsonl")
    parser.add_argument("--database", type=Path, help="keep the catalogue here, and use it again")
    parser.add_argument(
        "--peers", action="store_true", help="also measure plain FTS5, yt-fts and ripgrep on the same segments"
    )
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
            report_peers(queries, database, Path(folder))
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
        for kind in ("all", query.get("type", "other")):
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


def report_peers(queries: list[dict[str, Any]], database: Path, folder: Path) -> None:
    """What other ways to search the same segments find."""
    for peer in peers(database, folder):
        ranks = [rank_in(query["file"], peer.files(query["query"])) for query in queries]
        tops = {top: sum(rank is not None and rank <= top for rank in ranks) for top in (1, 3, 10)}
        print(f"{peer.name:30}" + ", ".join(f"top {top} {count}" for top, count in tops.items()))


def rank_in(file: str, files: list[str]) -> int | None:
    return files.index(file) + 1 if file in files else None


if __name__ == "__main__":
    raise SystemExit(main())
