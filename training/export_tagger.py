"""Write the weights of a trained tagger as the package carries them: four bits for embeddings, seven for matrices.

Usage: python training/export_tagger.py TRAINED.pt[=SHARE] ... [--base BASE.bin --pieces PIECES.json] [--folder FOLDER]

Of several trainings the mean of their weights is written; it reads new texts better than each (Wortsman et al. 2022).
A folder with weights, such as the package's own, counts as a training. Of a training that began with BASE those pieces
of words are kept whose numbers PIECES lists; else the package's stay.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from base import Base, read_base
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from packaged import read_packaged

from episodes.tagger.network import BLOCK, WEIGHTS
from episodes.tagger.windows import UNKNOWN

#: Seven bits, not eight: processors without VNNI add two products in sixteen bits, and eight would overflow them.
MOST = 63
OPSET, LAYOUT = 17, 9
EPSILON = 1e-12
Array = NDArray[Any]


class Graph:
    """Nodes and constants as they are added."""

    def __init__(self, weights: dict[str, Array], heads: int) -> None:
        self.weights, self.heads = weights, heads
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, name: str, values: Array) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def add(self, kind: str, *inputs: str, own: bool = False, name: str = "", **attributes: Any) -> str:
        name = name or f"node {len(self.nodes)}"
        domain = "com.microsoft" if own else ""
        self.nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def product(self, values: str, name: str, *, result: str = "") -> str:
        matrix = self.weights[f"{name}.weight"]
        scale = np.maximum(np.abs(matrix).max(axis=1), 1e-9) / MOST
        rows = np.rint(matrix / scale[:, None]).astype(np.int8)
        return self.add(
            "DynamicQuantizeMatMul", values, self.constant(f"{name}.rows", rows.T),
            self.constant(f"{name}.scale", scale.astype(np.float32)), "",
            self.constant(f"{name}.bias", self.weights[f"{name}.bias"]), own=True, name=result,
        )  # fmt: skip

    def norm(self, values: str, name: str) -> str:
        gain, shift = (self.constant(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.add("LayerNormalization", values, gain, shift, epsilon=EPSILON)

    def layer(self, values: str, name: str) -> str:
        query, key, value = (self._split(self.product(values, f"{name}.{part}")) for part in "qkv")
        width = self.weights[f"{name}.q.bias"].shape[0] // self.heads
        likeness = self.add("MatMul", query, self.add("Transpose", key, perm=[0, 1, 3, 2]))
        even = self.constant("root of the width", np.array(width**-0.5, dtype=np.float32))
        shares = self.add("Softmax", self.add("Mul", likeness, even), axis=-1)
        seen = self.add("Transpose", self.add("MatMul", shares, value), perm=[0, 2, 1, 3])
        joined = self.add("Reshape", seen, self.constant("joined", np.array([1, -1, width * self.heads], np.int64)))
        values = self.norm(self.add("Add", values, self.product(joined, f"{name}.ao")), f"{name}.aln")
        inner = self.add("Gelu", self.product(values, f"{name}.fi"), own=True)
        return self.norm(self.add("Add", values, self.product(inner, f"{name}.fo")), f"{name}.oln")

    def _split(self, values: str) -> str:
        sizes = self.constant("split", np.array([1, -1, self.heads, 32], dtype=np.int64))
        return self.add("Transpose", self.add("Reshape", values, sizes), perm=[0, 2, 1, 3])


def network(weights: dict[str, Array], *, layers: int, heads: int) -> bytes:
    graph = Graph(weights, heads)
    values = graph.norm("values", "eln")
    for number in range(layers):
        values = graph.layer(values, f"layers.{number}")
    graph.product(values, "head", result="logits")
    width = weights["eln.weight"].shape[0]
    taken = helper.make_tensor_value_info("values", TensorProto.FLOAT, [1, "length", width])
    given = helper.make_tensor_value_info("logits", TensorProto.FLOAT, None)
    made = helper.make_graph(graph.nodes, "tagger", [taken], [given], list(graph.constants.values()))
    versions = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    model: bytes = helper.make_model(made, opset_imports=versions, ir_version=LAYOUT).SerializeToString()
    return model


def packed(embeddings: Array) -> tuple[Array, Array]:
    """Four bits a value, the first half of a block in the low ones, and a scale for each block."""
    blocks = embeddings.reshape(len(embeddings), -1, BLOCK)
    most = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[:, :, None], axis=2)[:, :, 0]
    scales = (most / -8).astype(np.float16)
    safe = np.where(scales == 0, 1, scales).astype(np.float32)
    numbers = np.clip(np.rint(blocks / safe[:, :, None]) + 8, 0, 15).astype(np.uint8)
    pieces = numbers[:, :, : BLOCK // 2] | numbers[:, :, BLOCK // 2 :] << 4
    return pieces.reshape(len(embeddings), -1), scales


def mean(several: list[tuple[Any, float]]) -> dict[str, Array]:
    """The mean of the weights of trainings, each by its share."""
    whole = sum(share for _, share in several)
    return {
        name: sum(one["weights"][name].float() * (share / whole) for one, share in several).numpy()
        for name in several[0][0]["weights"]
    }


def tokenizer(base: Base, kept: Sequence[int]) -> dict[str, Any]:
    """The tokenizer of the pieces that are kept, as the package `tokenizers` reads it."""
    vocabulary = base.vocabulary
    unused = ("truncation", "padding", "normalizer", "pre_tokenizer", "post_processor", "decoder")
    model = {
        "type": "Unigram",
        "unk_id": UNKNOWN,
        "vocab": [vocabulary[number] for number in kept],
        "byte_fallback": False,
    }
    return {"version": "1.0", "added_tokens": [], **dict.fromkeys(unused), "model": model}


def load(trained: str) -> Any:
    """A training that was saved, or weights in a folder."""
    return read_packaged(Path(trained)) if Path(trained).is_dir() else torch.load(trained)


def write_words(folder: Path, base: Base, kept: Sequence[int]) -> None:
    pieces, scales = packed(base.matrices["emb.word"].reshape(-1, base.width)[kept])
    np.save(folder / "pieces.npy", pieces)
    np.save(folder / "scales.npy", scales)
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer(base, kept), ensure_ascii=False), encoding="utf-8")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("trained", nargs="+")
    options.add_argument("--base", type=Path)
    options.add_argument("--pieces", type=Path)
    options.add_argument("--folder", type=Path, default=WEIGHTS)
    chosen = options.parse_args()
    if (chosen.base is None) != (chosen.pieces is None):
        options.error("--base and --pieces go together")
    folder: Path = chosen.folder
    several = [(load(file), float(share or 1)) for file, _, share in (one.partition("=") for one in chosen.trained)]
    trained, weights = several[0][0], mean(several)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "network.onnx").write_bytes(network(weights, layers=trained["layers"], heads=trained["heads"]))
    np.save(folder / "fields.npy", weights["field.weight"].astype(np.float16))
    np.save(folder / "positions.npy", (weights["pos.weight"] + weights["typ"]).astype(np.float16))
    if chosen.base:
        write_words(folder, read_base(chosen.base), json.loads(chosen.pieces.read_text()))
    elif folder != WEIGHTS:
        for name in ("pieces.npy", "scales.npy", "tokenizer.json"):
            shutil.copyfile(WEIGHTS / name, folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
