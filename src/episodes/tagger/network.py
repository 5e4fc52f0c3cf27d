"""The network with its weights, as they lie in this package."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from episodes.core.errors import EpisodesError
from episodes.tagger.windows import MOST_PIECES, UNKNOWN, Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
BLOCK = 32  #: values of an embedding that share a scale
MOST_THREADS = 4
MOST_KNOWN = 50_000  #: words whose pieces are remembered


class Network:
    """Reads windows and gives each word the probabilities of the tags; its files are loaded when it is first asked.

    `folder` has `network.onnx` (takes the sum of embeddings, gives logits), `pieces.npy` and `scales.npy` (the pieces'
    embeddings, four bits a value), `fields.npy` and `positions.npy` (added to them), and `tokenizer.json`.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.folder = folder
        self._pieces: dict[str, list[int]] = {}

    def _file(self, name: str) -> Path:
        """Raises EpisodesError where a file of the weights is not there."""
        file = self.folder / name
        if not file.is_file():
            raise EpisodesError(f"{file} is not there: the installation is not whole", hint="install episodes anew")
        return file

    def pieces(self, word: str) -> list[int]:
        """The numbers of the pieces that a word is made of (Kudo 2018), of very long words the first."""
        found = self._pieces.get(word)
        if found is None:
            found = [piece.id for piece in self._tokenizer.tokenize(word)][:MOST_PIECES] or [UNKNOWN]
            if len(self._pieces) > MOST_KNOWN:
                self._pieces.clear()
            self._pieces[word] = found
        return found

    def tags(self, window: Window) -> NDArray[np.float32]:
        """Probabilities, a row for each place of the window, a column for each tag."""
        import numpy as np

        values = self._embedded(window.pieces) + self._fields[window.fields] + self._positions[: len(window.pieces)]
        logits = np.asarray(self._session.run(None, {"values": values[None].astype(np.float32)})[0])[0]
        powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
        shares: NDArray[np.float32] = powers / powers.sum(axis=-1, keepdims=True)
        return shares

    def _embedded(self, pieces: Sequence[int]) -> NDArray[np.float32]:
        import numpy as np

        packed = self._packed[list(pieces)].reshape(len(pieces), -1, BLOCK // 2)
        halves = np.concatenate([packed & 15, packed >> 4], axis=2).astype(np.float32) - 8
        values: NDArray[np.float32] = halves * self._scales[list(pieces)].astype(np.float32)[:, :, None]
        return values.reshape(len(pieces), -1)

    @cached_property
    def _packed(self) -> Any:
        return self._array("pieces")

    @cached_property
    def _scales(self) -> Any:
        return self._array("scales")

    @cached_property
    def _fields(self) -> Any:
        return self._array("fields")

    @cached_property
    def _positions(self) -> Any:
        return self._array("positions")

    def _array(self, name: str) -> Any:
        import numpy as np

        return np.load(self._file(f"{name}.npy"), mmap_mode="r")

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(self._file("tokenizer.json"))).model

    @cached_property
    def _session(self) -> Any:
        import os

        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(MOST_THREADS, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(
            str(self._file("network.onnx")), options, providers=["CPUExecutionProvider"]
        )
