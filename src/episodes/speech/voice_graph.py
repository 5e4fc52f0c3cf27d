"""Silero's voice detector as products of matrices.

The model that faster-whisper brings (silero-vad 6) looks at each step of 512 samples on its own until its last layer
but one, by convolutions over four, two and one moments. ONNX Runtime makes so short a convolution for each step anew,
which takes three times as long as one product over all steps. The numbers are the same but for rounding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from episodes.speech.graph import FLOAT, Network

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = 4  #: spectra that a step is cut into
WIDTH, HOP = 256, 128  #: samples of a spectrum, and between two
SEEN = 576  #: samples that the model sees at a step: 64 of the one before, its own 512
BANDS = WIDTH // 2 + 1
UNITS = 128  #: of the layer with a memory


def voice_graph(file: Path) -> bytes:
    """The network of silero's model, from `input` [steps, SEEN], `h` and `c` [1, 1, UNITS] to `speech`, `hn`, `cn`.

    Raises ValueError or KeyError for a file that is not there, or holds another network.
    """
    found, graph = _arrays(file), Network()
    seen = graph.add("Pad", "input", graph.integers(0, 0, 0, MOMENTS * HOP + HOP - SEEN), mode="reflect")
    moments = [_cut(graph, seen, 1, moment * HOP, moment * HOP + WIDTH) for moment in range(MOMENTS)]
    sound = graph.add("Reshape", graph.add("Concat", *moments, axis=1), graph.integers(-1, MOMENTS, WIDTH))
    waves = found["encoder.feature_extractor.forward_basis_buffer"].reshape(2 * BANDS, WIDTH)
    spectrum = graph.add("MatMul", sound, graph.constant("waves", waves.T))
    halves = [_cut(graph, spectrum, 2, 0, BANDS), _cut(graph, spectrum, 2, BANDS, 2 * BANDS)]
    heard = graph.add("Sqrt", graph.add("Add", *[graph.add("Mul", half, half) for half in halves]))
    heard = _convolved(graph, found, heard, 0, MOMENTS, stride=1)
    heard = _convolved(graph, found, heard, 1, MOMENTS, stride=2)
    heard = _convolved(graph, found, heard, 2, MOMENTS // 2, stride=2)
    heard = _convolved(graph, found, heard, 3, MOMENTS // 4, stride=1)
    matrices = [graph.constant(name, found[name]) for name in ("onnx::LSTM_209", "onnx::LSTM_210", "onnx::LSTM_211")]
    kept = graph.several("LSTM", heard, *matrices, "", "h", "c", names=["kept", "hn", "cn"], hidden_size=UNITS)[0]
    said = graph.add("Relu", graph.add("Reshape", kept, graph.integers(-1, UNITS)))
    last = graph.constant("last", found["decoder.conv1d.weight"].reshape(UNITS, 1))
    chance = graph.add("Add", graph.add("MatMul", said, last), graph.constant("least", found["decoder.conv1d.bias"]))
    graph.add("Sigmoid", graph.add("Reshape", chance, graph.integers(-1)), name="speech")
    state: tuple[int, list[int | str]] = (FLOAT, [1, 1, UNITS])
    return graph.model(
        {"input": (FLOAT, ["steps", SEEN]), "h": state, "c": state}, dict.fromkeys(("speech", "hn", "cn"), FLOAT)
    )


def _convolved(graph: Network, found: dict[str, Any], heard: str, number: int, moments: int, *, stride: int) -> str:
    """A convolution over three moments, silence before the first and after the last, and what is not negative of it."""
    name = f"encoder.conv_layers.{number}"
    matrix = found[f"{name}.weight"]  # [out, in, 3]
    around = graph.add("Pad", heard, graph.integers(0, 1, 0, 0, 1, 0))
    neighbours = [_cut(graph, around, 1, tap, tap + moments, stride) for tap in range(3)]
    rows = graph.constant(f"{name}.weight", matrix.transpose(2, 1, 0).reshape(-1, len(matrix)))
    product = graph.add("MatMul", graph.add("Concat", *neighbours, axis=2), rows)
    return graph.add("Relu", graph.add("Add", product, graph.constant(f"{name}.bias", found[f"{name}.bias"])))


def _cut(graph: Network, values: str, axis: int, start: int, end: int, step: int = 1) -> str:
    return graph.add("Slice", values, *[graph.integers(number) for number in (start, end, axis, step)])


def _arrays(file: Path) -> dict[str, Any]:
    import onnx

    try:
        model = onnx.load(str(file))
    except Exception as error:  # protobuf's own, which this package does not know by name
        raise ValueError(f"{file} cannot be read: {error}") from error
    found = {one.name: onnx.numpy_helper.to_array(one) for one in model.graph.initializer}
    kinds = [node.op_type for node in model.graph.node]
    if kinds.count("Conv") != 6 or kinds.count("LSTM") != 1 or found["onnx::LSTM_210"].shape != (1, 4 * UNITS, UNITS):
        raise ValueError(f"{file} is another voice detector than the one that is known")
    return found
