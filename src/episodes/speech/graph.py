"""Networks for ONNX Runtime out of the weights of a CTranslate2 model."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from episodes.speech.weights import Weights

BLOCK = 128  #: values of a matrix that share a scale; divides the width of every Whisper
CONTRIBUTED = "com.microsoft"  #: the domain of ONNX Runtime's own operators
OPSET, LAYOUT = 17, 9  #: versions of ONNX's operators and of its files that every ONNX Runtime since 2023 reads
FLOAT, BYTE, WHOLE = 1, 3, 7  #: ONNX's numbers for float32, int8, int64
EPSILON = 1e-5
PIECE = 1 << 17  #: values that are looked at at once: they stay in the processor's cache

#: What is raised where a model's file is not there, cut off or laid out in a way that we do not know, where a library
#: cannot be loaded or does not take the network that is made of it, and where memory is short.
UNSUITABLE = (OSError, ValueError, KeyError, TypeError, struct.error, ImportError, MemoryError)


class Network:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, name: str, values: NDArray[Any]) -> str:
        from onnx import numpy_helper

        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.asarray(values, order="C"), name)
        return name

    def integers(self, *values: int) -> str:
        return self.constant(f"integers {values}", np.array(values, dtype=np.int64))

    def add(self, kind: str, *inputs: str, name: str = "", own: bool = False, **attributes: Any) -> str:
        return self.several(kind, *inputs, names=[name or f"node {len(self.nodes)}"], own=own, **attributes)[0]

    def several(
        self, kind: str, *inputs: str, names: Sequence[str], own: bool = False, **attributes: Any
    ) -> Sequence[str]:
        from onnx import helper

        domain = CONTRIBUTED if own else ""
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def model(self, inputs: Mapping[str, tuple[int, Sequence[int | str]]], outputs: Mapping[str, int]) -> bytes:
        """The graph as a file; inputs have a kind and sizes (a name is a size that may change), outputs a kind."""
        from onnx import helper

        versions = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
        taken = [helper.make_tensor_value_info(name, kind, sizes) for name, (kind, sizes) in inputs.items()]
        given = [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs.items()]
        graph = helper.make_graph(self.nodes, "network", taken, given, list(self.constants.values()))
        made: bytes = helper.make_model(graph, opset_imports=versions, ir_version=LAYOUT).SerializeToString()
        return made


class Graph(Network):
    """A network with the matrices of a CTranslate2 model."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.weights = weights

    def product(self, values: str, name: str) -> str:
        """Multiply very many rows by a matrix of the model, and add its bias; another operator is quicker then."""
        matrix = self.weights.array(f"{name}/weight")
        scale = np.maximum(np.abs(matrix).max(axis=1), 1e-9) / 127
        rows = np.rint(matrix / scale[:, None]).astype(np.int8)
        return self.add(
            "DynamicQuantizeMatMul",
            values,
            self.constant(f"{name}/weight", rows.T),
            self.constant(f"{name}/scales", scale.astype(np.float32)),
            "",
            self.constant(f"{name}/bias", self.weights.array(f"{name}/bias")),
            own=True,
        )

    def linear(self, values: str, name: str, *, result: str = "") -> str:
        """Multiply a few rows by a matrix of the model, and add its bias if it has one."""
        rows, scales = quantized(self.weights, f"{name}/weight")
        inputs = [values, self.constant(f"{name}/weight", rows), self.constant(f"{name}/scales", scales.reshape(-1))]
        if f"{name}/bias" in self.weights:
            inputs += ["", "", self.constant(f"{name}/bias", self.weights.array(f"{name}/bias"))]
        size = {"N": rows.shape[0], "K": rows.shape[1] * rows.shape[2], "bits": 8, "block_size": BLOCK}
        return self.add("MatMulNBits", *inputs, name=result, own=True, accuracy_level=4, **size)

    def norm(self, values: str, name: str, *, result: str = "") -> str:
        return self.add("LayerNormalization", values, *self._gains(name), name=result, epsilon=EPSILON)

    def sum_and_norm(self, values: str, more: str, name: str) -> tuple[str, str]:
        """The sum of both, made even by the layer's gains, and the sum itself."""
        even, whole = f"even {name}", f"sum {name}"
        self.several(
            "SkipLayerNormalization",
            values,
            more,
            *self._gains(name),
            names=[even, "", "", whole],
            own=True,
            epsilon=EPSILON,
        )
        return even, whole

    def _gains(self, name: str) -> list[str]:
        return [self.constant(f"{name}/{part}", self.weights.array(f"{name}/{part}")) for part in ("gamma", "beta")]


def quantized(weights: Weights, name: str) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A matrix in bytes of rows × blocks × BLOCK, zero being 128, and the scale of each block."""
    count, width = weights.shape(name)
    rows = np.empty((count, width // BLOCK, BLOCK), dtype=np.uint8)
    scales = np.empty((count, width // BLOCK), dtype=np.float32)
    step = max(1, PIECE // width)
    for at in range(0, count, step):
        part = weights.array(name, slice(at, at + step)).reshape(-1, width // BLOCK, BLOCK)
        most = np.abs(part).max(axis=2)
        scale = scales[at : at + step] = np.where(most > 0, most / 127, 1)
        part *= (1 / scale)[:, :, None]
        part += 128.5  # and cut off below: rounded
        rows[at : at + step] = part
    return rows, scales


def session(graph: bytes, threads: int = 1) -> Any:
    """Make a graph ready to run, in the thread that asks for it and `threads` - 1 others, which all runs share.

    Raises ValueError for one that ONNX Runtime does not take.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # each of the runtime's errors is a class by itself
        raise ValueError(f"ONNX Runtime does not take the network: {error}") from error
