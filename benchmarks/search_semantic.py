"""Measures whether meaning, as vectors of a sentence model, would find more than words do: alone and fused.

Passages are those of the search index; each is one vector. A query's nearest passages rank the episodes; reciprocal
rank fusion (Cormack, Clarke and Büttcher 2009, k = 60) joins that order with the word search's.
The last line of each table is what `search --semantic` answers. Corpus and queries are of the form that
`search_quality.py` reads. The model is that of the extra `semantic`, or a folder with model.onnx and tokenizer.json.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from episodes.core.hits import Results
from episodes.store.reader import Reader
from episodes.store.search.passages import cut
from episodes.store.search.semantic.ask import Asking, search_meaning
from episodes.store.search.semantic.model import Model, find_model
from episodes.store.search.semantic.vectors import embed_waiting
from search_quality import SHARED, Talk, fill, read_corpus

#: Written from passages drawn at random, in other words, before any answer was looked at.
PARAPHRASES = Path(__file__).with_name("paraphrases.jsonl")
K = 60  #: of reciprocal rank fusion: how little the first places differ
DEPTH = 50  #: episodes of each order that are fused
TOPS = (1, 3, 10)
Vectors = np.ndarray[Any, np.dtype[np.float32]]


class Remembering(Model):
    """The model of the product; it embeds no passage twice."""

    def __init__(self, folder: Path | None) -> None:
        found = find_model(folder)
        super().__init__(found.weights, found.tokenizer)
        self._known: dict[str, Vectors] = {}

    def remember(self, texts: Sequence[str], vectors: Vectors) -> None:
        self._known.update(zip(texts, vectors, strict=True))

    def embed(self, texts: Sequence[str]) -> Vectors:
        missing = [text for text in texts if text not in self._known]
        new = dict(zip(missing, super().embed(missing), strict=True)) if missing else {}
        return np.stack([self._known.get(text, new.get(text)) for text in texts])


@dataclass(frozen=True)
class Passage:
    """A passage of the index: whose, and which of its segments."""

    file: str
    first: int
    end: int  #: the segment after its last


@dataclass(frozen=True)
class Ranked:
    """An answer: episodes from best to worst, and for each the segments of its best spots."""

    files: list[str]
    spots: dict[str, list[range]]


class Meaning:
    """All passages as vectors."""

    def __init__(self, passages: list[Passage], vectors: Vectors, model: Model) -> None:
        self._passages, self._model = passages, model
        scale = 127 / np.abs(vectors).max(axis=1, keepdims=True)
        self._bytes = np.round(vectors * scale).astype(np.int8)
        self._rows = (self._bytes / scale).astype(np.float32)  # as they would come back from the database

    @property
    def size(self) -> int:
        return self._bytes.nbytes

    def search(self, query: str) -> Ranked:
        near = self._rows @ self._model.embed([query])[0]
        spots: dict[str, list[range]] = defaultdict(list)
        for number in np.argsort(-near)[: DEPTH * 20]:
            passage = self._passages[number]
            if len(spots[passage.file]) < 3:
                spots[passage.file].append(range(passage.first, passage.end))
        return Ranked(list(spots)[:DEPTH], spots)


def passages_of(talks: Iterable[Talk]) -> tuple[list[Passage], list[str]]:
    """The passages of the index, and their texts."""
    passages, texts = [], []
    for talk in talks:
        said = [segment.text for segment in talk.segments]
        starts = [passage.first for passage in cut((text, "", text) for text in said)]
        for first, end in zip(starts, [*starts[1:], len(said)], strict=True):
            passages.append(Passage(talk.file, first, end))
            texts.append(" ".join(said[first:end]))
    return passages, texts


def by_words(results: Results) -> Ranked:
    """The word search's answer in the same form."""
    spots = {
        found.episode.guid: [range(hit.segment, hit.segment + 1) for hit in found.hits if hit.segment is not None]
        for found in results.episodes
    }
    return Ranked(list(spots), spots)


def fused(*answers: Ranked) -> Ranked:
    """Reciprocal rank fusion; an episode's spots are those of the first answer that has it, then of the others."""
    worth: dict[str, float] = defaultdict(float)
    for answer in answers:
        for rank, file in enumerate(answer.files, 1):
            worth[file] += 1 / (K + rank)
    files = sorted(worth, key=lambda file: -worth[file])
    turns = {file: [answer.spots.get(file, []) for answer in answers] for file in files}
    spots = {file: [one[n] for n in range(3) for one in lists if n < len(one)] for file, lists in turns.items()}
    return Ranked(files, spots)


def is_spot(query: dict[str, Any], spot: range, talk: Talk) -> bool:
    """Whether a spot is in the right turn, or begins within 30 s of its beginning."""
    if any(talk.turns[number] == query["turn"] for number in spot):
        return True
    starts = [s.start for s, turn in zip(talk.segments, talk.turns, strict=True) if turn == query["turn"]]
    return bool(starts) and abs(talk.segments[spot.start].start - starts[0]) <= 30


def tell(name: str, queries: list[dict[str, Any]], answers: list[Ranked], talks: dict[str, Talk]) -> None:
    tops, spots = dict.fromkeys(TOPS, 0), 0
    for query, answer in zip(queries, answers, strict=True):
        file = query["file"]
        rank = answer.files.index(file) + 1 if file in answer.files else DEPTH * 2
        for top in TOPS:
            tops[top] += rank <= top
        spots += rank <= 3 and any(is_spot(query, spot, talks[file]) for spot in answer.spots[file][:3])
    print(f"{name:38}" + "".join(f"{tops[top]:7}" for top in TOPS) + f"{spots:7}  of {len(queries)}")


def measure(
    queries: list[dict[str, Any]], talks: dict[str, Talk], reader: Reader, meaning: Meaning, model: Model
) -> None:
    found = [reader.search(query["query"], limit=DEPTH) for query in queries]
    words = [by_words(results) for results in found]
    started = time.perf_counter()
    vectors = [meaning.search(query["query"]) for query in queries]
    spent = (time.perf_counter() - started) / len(queries)
    both = [fused(*pair) for pair in zip(words, vectors, strict=True)]
    whole = [not one.relaxed and bool(one.episodes) for one in found]
    some = [one if is_whole else other for is_whole, one, other in zip(whole, words, both, strict=True)]
    started = time.perf_counter()
    product = [by_words(search_meaning(reader, model, query["query"], Asking())) for query in queries]
    took = (time.perf_counter() - started) / len(queries)
    print(f"{'':38}" + "".join(f"{f'top {top}':>7}" for top in TOPS) + f"{'spot':>7}")
    tell("words", queries, words, talks)
    tell("vectors", queries, vectors, talks)
    tell("fused", queries, both, talks)
    tell("fused where words are not all found", queries, some, talks)
    tell("search --semantic", queries, product, talks)
    print(
        f"words not all found: {whole.count(False)}; a query took {spent:.3f} s by vectors, {took:.3f} s as --semantic"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SHARED / "changelog")
    parser.add_argument("--queries", type=Path, action="append", help="may be given again; default: both sets")
    parser.add_argument("--model", type=Path, help="a folder; without it, the model of the extra")
    parser.add_argument("--episodes", type=int, default=0, help="only so many, with those that are sought")
    parser.add_argument("--vectors", type=Path, help="keep the vectors here (.npy), and use them again")
    args = parser.parse_args()
    sets = {
        file: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        for file in args.queries or [SHARED / "search_queries.jsonl", PARAPHRASES]
    }
    talks = chosen(read_corpus(args.corpus), {q["file"] for queries in sets.values() for q in queries}, args.episodes)
    model = Remembering(args.model)
    passages, texts = passages_of(talks)
    if args.vectors and args.vectors.exists():
        vectors = np.load(args.vectors)
    else:
        started = time.perf_counter()
        vectors = model.embed(texts)
        print(f"{len(texts)} passages in {time.perf_counter() - started:.0f} s", file=sys.stderr)
        if args.vectors:
            np.save(args.vectors, vectors)
    model.remember(texts, vectors)
    meaning = Meaning(passages, vectors, model)
    words = sum(len(text) for text in texts)
    print(f"{len(talks)} episodes, {len(texts)} passages; vectors are {meaning.size / words:.2f} of the text's size")
    with tempfile.TemporaryDirectory() as folder:
        kept = fill(Path(folder) / "episodes.db", iter(talks))
        embed_waiting(Path(folder) / "episodes.db", model, lambda _done, _of: None)
        with Reader.open(Path(folder) / "episodes.db") as reader:
            for file, queries in sets.items():
                print(file.name)
                measure(queries, kept, reader, meaning, model)
    return 0


def chosen(talks: Iterable[Talk], sought: set[str], count: int) -> list[Talk]:
    """All talks, or those that are sought and as many others as make up the count, spread evenly."""
    every = [talk for talk in talks if talk.segments]
    others = [talk for talk in every if talk.file not in sought]
    room = count - (len(every) - len(others))
    if not count or room >= len(others):
        return every
    kept = {others[int(n * len(others) / room)].file for n in range(max(0, room))} | sought
    return [talk for talk in every if talk.file in kept]


if __name__ == "__main__":
    raise SystemExit(main())
