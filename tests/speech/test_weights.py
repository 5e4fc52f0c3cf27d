"""Reading the weights of a CTranslate2 model."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from episodes.speech.weights import KINDS, Weights


def written(file: Path, arrays: dict[str, Any], version: int = 6, aliases: dict[str, str] | None = None) -> Path:
    def text(value: str) -> bytes:
        return struct.pack("<H", len(value) + 1) + value.encode() + b"\0"

    data = struct.pack("<I", version) + text("WhisperSpec") + struct.pack("<II", 3, len(arrays))
    for name, values in arrays.items():
        data += text(name) + struct.pack(f"<B{values.ndim}I", values.ndim, *values.shape)
        data += struct.pack("<BI", KINDS.index(values.dtype.name), values.nbytes) + values.tobytes()
    data += struct.pack("<I", len(aliases or {}))
    for pair in (aliases or {}).items():
        data += b"".join(map(text, pair))
    file.write_bytes(data)
    return file


def test_arrays_come_as_they_were_stored(tmp_path: Path) -> None:
    halves = np.arange(6, dtype=np.float16).reshape(2, 3)
    weights = Weights(
        written(tmp_path / "model.bin", {"a/layer_0/weight": halves, "heads": np.array(6, dtype=np.int16)})
    )

    assert list(weights) == ["a/layer_0/weight", "heads"]
    assert weights.array("a/layer_0/weight").tolist() == [[0, 1, 2], [3, 4, 5]]
    assert weights.raw("heads").shape == ()
    assert int(weights.raw("heads")) == 6


def test_quantized_rows_are_read_as_they_are_meant(tmp_path: Path) -> None:
    held = {
        "m": np.array([[10, -20], [127, 0], [1, 2]], dtype=np.int8),
        "m_scale": np.array([10, 127, 2], dtype=np.float32),
    }
    weights = Weights(written(tmp_path / "model.bin", held))

    assert weights.array("m").tolist() == [[1, -2], [1, 0], [0.5, 1]]
    assert weights.array("m", slice(1, 3)).tolist() == [[1, 0], [0.5, 1]]
    assert weights.array("m", np.array([[2], [0]])).tolist() == [[[0.5, 1]], [[1, -2]]]


def test_layers_are_counted_and_norms_are_none(tmp_path: Path) -> None:
    one = np.zeros(1, dtype=np.float32)
    names = ["decoder/layer_0/a", "decoder/layer_1/a", "decoder/layer_10/a", "decoder/layer_norm/gamma"]

    assert Weights(written(tmp_path / "model.bin", dict.fromkeys(names, one))).count("decoder/layer_") == 3


def test_another_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="layout 5"):
        Weights(written(tmp_path / "model.bin", {}, version=5))


def test_a_name_may_stand_for_another(tmp_path: Path) -> None:
    one = np.ones(1, dtype=np.float32)
    weights = Weights(written(tmp_path / "model.bin", {"a": one}, aliases={"b": "a"}))

    assert weights.array("b").tolist() == [1]
    assert weights.are_one("a", "b")
    assert not weights.are_one("a", "c")
    assert weights.size("") == 1


def test_numbers_that_numpy_does_not_know_are_refused(tmp_path: Path) -> None:
    file = written(tmp_path / "model.bin", {"a": np.ones(1, dtype=np.float16)})
    file.write_bytes(file.read_bytes().replace(struct.pack("<BI", 4, 2), struct.pack("<BI", 5, 2)))

    with pytest.raises(ValueError, match="kind 5"):
        Weights(file)
