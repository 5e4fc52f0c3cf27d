"""Measures whether meaning, as vectors of a sentence model, would find more than words do: alone and fused.

Passages are those of the search index; each is one vector. A query's nearest passages rank the episodes; reciprocal
rank fusion (Cormack, Clarke and Büttcher 2009, k = 60) joins that order with the word search's.
Corpus and queries are of the form that `search_quality.py` reads. The model is an ONNX file of a BERT-like sentence
model (mean of the last hidden states) with the `tokenizer.json` that belongs to it; both are given by path.
Needs onnxruntime and tokenizers, which the speech recogniser brings.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from episodes.core.hits import Results
from episodes.store.reader import Reader
from episodes.store.search.passages import cut
from search_quality import SHARED, Talk, fill, read_corpus

K = 60  #: of reciprocal rank fusion: how little the first places differ
DEPTH = 50  #: episodes of each order that are fused
TOPS = (1, 3, 10)
Vectors = np.ndarray[Any, np.dtype[np.float32]]


class Model:
    """A sentence model in ONNX form."""

    def __init__(self, file: Path, tokenizer: Path, *, threads: int, longest: int = 256) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self._wanted = {given.name for given in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(longest)
        self._tokenizer.enable_padding()

    def embed(self, texts: Sequence[str], *, batch: int = 16) -> Vectors:
        """Unit vectors of texts; those of about the same length go together, which spares padding."""
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        rows: dict[int, Vectors] = {}
        for start in range(0, len(order), batch):
            numbers = order[start : start + batch]
            rows.update(zip(numbers, self._run([texts[number] for number in numbers]), strict=True))
        return np.stack([rows[number] for number in range(len(texts))])

    def _run(self, texts: list[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(texts)
        given = {
            "input_ids": np.array([one.ids for one in encoded], dtype=np.int64),
            "attention_mask": np.array([one.attention_mask for one in encoded], dtype=np.int64),
            "token_type_ids": np.array([one.type_ids for one in encoded], dtype=np.int64),
        }
        (states,) = self._session.run(None, {name: given[name] for name in self._wanted})[:1]
        mask = given["attention_mask"][:, :, None].astype(np.float32)
        mean = (states * mask).sum(axis=1) / mask.sum(axis=1)
        unit: Vectors = (mean / np.linalg.norm(mean, axis=1, keepdims=True)).astype(np.float32)
        return unit


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
    print(f"{name:34}" + "".join(f"{tops[top]:6}" for top in TOPS) + f"{spots:6}  of {len(queries)}")


def measure(queries: list[dict[str, Any]], talks: dict[str, Talk], reader: Reader, meaning: Meaning) -> None:
    found = [reader.search(query["query"], limit=DEPTH) for query in queries]
    words = [by_words(results) for results in found]
    started = time.perf_counter()
    vectors = [meaning.search(query["query"]) for query in queries]
    spent = (time.perf_counter() - started) / len(queries)
    both = [fused(*pair) for pair in zip(words, vectors, strict=True)]
    pick: Callable[[int], Ranked] = lambda n: both[n] if found[n].relaxed or not found[n].episodes else words[n]  # noqa: E731
    print(f"{'':34}" + "".join(f"{f'top {top}':>6}" for top in TOPS) + f"{'spot':>6}")
    tell("words", queries, words, talks)
    tell("vectors", queries, vectors, talks)
    tell("fused", queries, both, talks)
    tell("fused where words are not all found", queries, [pick(n) for n in range(len(queries))], talks)
    print(
        f"({sum(one.relaxed or not one.episodes for one in found)} not all found; {spent * 1000:.0f} ms a vector query)"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SHARED / "changelog")
    parser.add_argument("--queries", type=Path, action="append", help="may be given again")
    parser.add_argument("--model", type=Path, required=True, help="the model as an ONNX file")
    parser.add_argument("--tokenizer", type=Path, required=True, help="its tokenizer.json")
    parser.add_argument("--episodes", type=int, default=0, help="only so many, with those that are sought")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--vectors", type=Path, help="keep the vectors here (.npy), and use them again")
    args = parser.parse_args()
    sets = {
        file: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        for file in args.queries or [SHARED / "search_queries.jsonl"]
    }
    talks = chosen(read_corpus(args.corpus), {q["file"] for queries in sets.values() for q in queries}, args.episodes)
    model = Model(args.model, args.tokenizer, threads=args.threads)
    passages, texts = passages_of(talks)
    if args.vectors and args.vectors.exists():
        vectors = np.load(args.vectors)
    else:
        started = time.perf_counter()
        vectors = model.embed(texts)
        print(f"{len(texts)} passages in {time.perf_counter() - started:.0f} s", file=sys.stderr)
        if args.vectors:
            np.save(args.vectors, vectors)
    meaning = Meaning(passages, vectors, model)
    words = sum(len(text) for text in texts)
    print(f"{len(talks)} episodes, {len(texts)} passages; vectors are {meaning.size / words:.2f} of the text's size")
    with tempfile.TemporaryDirectory() as folder:
        kept = fill(Path(folder) / "episodes.db", iter(talks))
        with Reader.open(Path(folder) / "episodes.db") as reader:
            for file, queries in sets.items():
                print(file.name)
                measure(queries, kept, reader, meaning)
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
