"""The weights that the package carries, as training goes on from them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from episodes.tagger.network import BLOCK

_HEADS = "split"  #: a constant of the network: (1, -1, heads, width of a head)


def read_packaged(folder: Path) -> dict[str, Any]:
    """Weights by their names in `train_tagger.Tagger`, and the numbers of layers and heads, as trainings are saved.

    What the package rounded to seven bits stays rounded. Raises OSError where a file cannot be read.
    """
    constants = {one.name: numpy_helper.to_array(one) for one in onnx.load(folder / "network.onnx").graph.initializer}
    weights: dict[str, Tensor] = {}
    for name, values in constants.items():
        if name.endswith(".rows"):
            scale = constants[name.replace(".rows", ".scale")]
            weights[name.replace(".rows", ".weight")] = _tensor(values.T.astype(np.float32) * scale[:, None])
        elif name.endswith((".weight", ".bias")):
            weights[name] = _tensor(values)
    weights["field.weight"] = _tensor(np.load(folder / "fields.npy"))
    weights["pos.weight"] = _tensor(np.load(folder / "positions.npy"))  # with the type, which is always the same
    weights["typ"] = torch.zeros(weights["pos.weight"].shape[1])
    layers = {found[1] for name in weights if (found := re.match(r"layers\.(\d+)\.", name))}
    return {"weights": weights, "layers": len(layers), "heads": int(constants[_HEADS][2])}


def read_embeddings(folder: Path) -> Tensor:
    """The embeddings of the package's pieces of words, a row each."""
    packed = np.load(folder / "pieces.npy")
    blocks = packed.reshape(len(packed), -1, BLOCK // 2)
    values = np.concatenate([blocks & 15, blocks >> 4], axis=2).astype(np.float32) - 8
    values *= np.load(folder / "scales.npy").astype(np.float32)[:, :, None]
    return _tensor(values.reshape(len(packed), -1))


def _tensor(values: Any) -> Tensor:
    return torch.from_numpy(np.array(values, dtype=np.float32))
