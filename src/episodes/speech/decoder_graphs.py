"""Whisper's decoder as two graphs: what is kept of a sound, and a step of the search for what was said in it.

The network is that of openai/whisper `model.py:TextDecoder`. A step reads all matrices and all that is kept of the
sound, and reading is what it takes its time for: so they are bytes, the matrices with a scale for every 128 values,
the sound's keys and values with one for each channel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from episodes.speech.graph import BYTE, FLOAT, WHOLE, Graph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from episodes.speech.weights import Weights

#: What the graphs take for granted, as CTranslate2 calls it: norms come first, GELU, nothing of other networks.
BUILT = {"pre_norm": 1, "activation": 3, "alibi": 0, "scale_embeddings": 0, "start_from_zero_embedding": 0}
TOP = 255.0  #: the largest attention of a row, in steps of a byte


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A decoder's measures."""

    layers: int
    heads: int
    width: int
    vocabulary: int

    @classmethod
    def of(cls, weights: Weights) -> Shape:
        """Take a decoder's measures; raises ValueError or KeyError for one that is built in another way."""
        built = {name: int(weights.raw(f"decoder/{name}")) for name in BUILT if f"decoder/{name}" in weights}
        own = "decoder/projection/weight"
        if {**BUILT, **built} != BUILT or (own in weights and not weights.are_one(own, "decoder/embeddings/weight")):
            raise ValueError(f"a decoder of another kind: {built}")
        vocabulary, width = weights.shape("decoder/embeddings/weight")
        layers, heads = weights.count("decoder/layer_"), int(weights.raw("decoder/num_heads"))
        return cls(layers=layers, heads=heads, width=width, vocabulary=vocabulary)

    @property
    def head(self) -> int:
        return self.width // self.heads

    @property
    def memory(self) -> list[str]:
        """Names of what is kept of a sound: of each layer keys, their scale, values, their scale."""
        return [
            f"{part}{layer}" for layer in range(self.layers) for part in ("key", "key_scale", "value", "value_scale")
        ]

    @property
    def past(self) -> list[str]:
        """Names of what is kept of the tokens before: of each layer keys and values."""
        return [f"past_{part}{layer}" for layer in range(self.layers) for part in ("key", "value")]

    @property
    def present(self) -> list[str]:
        """The same with the tokens of this step."""
        return [name.replace("past", "present") for name in self.past]


def memory_graph(weights: Weights) -> bytes:
    """From the encoder's output, `sound` [1, frames, width], to each layer's keys and values of it.

    Keys are [heads, head, frames], values [heads, frames, head], both in int8; their scales [heads, 1, head].
    """
    shape, graph = Shape.of(weights), Graph(weights)
    for layer in range(shape.layers):
        both = graph.product("sound", f"decoder/layer_{layer}/attention/linear_1")
        split = graph.add("Reshape", both, graph.integers(-1, 2, shape.heads, shape.head))
        keys, values = graph.several("Split", split, names=[f"keys {layer}", f"values {layer}"], axis=1)
        keys = graph.add("Transpose", graph.add("Squeeze", keys, graph.integers(1)), perm=[1, 0, 2])
        values = graph.add("Transpose", graph.add("Squeeze", values, graph.integers(1)), perm=[1, 0, 2])
        _small(graph, values, f"value{layer}", f"value_scale{layer}")
        even = _small(graph, keys, "", f"key_scale{layer}", shape.head**-0.5)
        graph.add("Transpose", even, name=f"key{layer}", perm=[0, 2, 1])
    kinds = {name: FLOAT if "scale" in name else BYTE for name in shape.memory}
    return graph.model({"sound": (FLOAT, [1, "frames", shape.width])}, kinds)


def _small(graph: Graph, values: str, result: str, scale: str, factor: float = 1.0) -> str:
    """Values in int8, and under `scale` what to multiply them by, one for each channel of each head."""
    most = graph.add("ReduceMax", graph.add("Abs", values), axes=[1])
    step = graph.add("Mul", most, graph.constant("step", np.array(1 / 127, dtype=np.float32)))
    even = graph.add("Div", values, graph.add("Max", step, graph.constant("least", np.array(1e-9, dtype=np.float32))))
    graph.add("Mul", step, graph.constant(f"factor {factor}", np.array(factor, dtype=np.float32)), name=scale)
    return graph.add("Cast", graph.add("Round", even), name=result, to=BYTE)


def step_graph(weights: Weights, aligned: Sequence[tuple[int, int]]) -> bytes:
    """One step of the search for some hypotheses at once.

    `aligned` are those heads, as layer and number, whose attention tells when a token is said.

    In: `tokens` [hypotheses, new tokens, width], embedded and placed; `parents` [hypotheses], whose past each goes on
    with; `scores` [hypotheses, 1], their log-probabilities; `wanted`, the new tokens after which to look; `added`
    [vocabulary], what is added to the logits; `count`, how many continuations to give; past and memory. Out: `logits`
    [hypotheses, wanted, vocabulary]; the best continuations' log-probabilities `best` and `places`, which are
    hypothesis × vocabulary + token; `attention` [aligned heads, hypotheses × new tokens, frames]; the past with the new
    tokens.
    """
    shape, graph = Shape.of(weights), Graph(weights)
    blocks = [f"decoder/layer_{layer}" for layer in range(shape.layers)]
    ends = [*[f"{block}/self_attention/layer_norm" for block in blocks[1:]], "decoder/layer_norm"]
    total, even = "tokens", graph.norm("tokens", f"{blocks[0]}/self_attention/layer_norm")
    for layer, (block, end) in enumerate(zip(blocks, ends, strict=True)):
        told = _attend_to_past(graph, even, block, layer, shape)
        even, total = graph.sum_and_norm(total, told, f"{block}/attention/layer_norm")
        told = _attend_to_sound(graph, even, block, layer, shape)
        even, total = graph.sum_and_norm(total, told, f"{block}/ffn/layer_norm")
        wide = graph.add("Gelu", graph.linear(even, f"{block}/ffn/linear_0"), own=True)
        even, total = graph.sum_and_norm(total, graph.linear(wide, f"{block}/ffn/linear_1"), end)
    graph.linear(graph.add("Gather", even, "wanted", axis=1), "decoder/embeddings", result="logits")
    _choose(graph)
    _gather_attention(graph, aligned)
    outputs = dict.fromkeys(("logits", "best", "attention", *shape.present), FLOAT)
    return graph.model(_inputs(shape), {**outputs, "places": WHOLE})


def _inputs(shape: Shape) -> dict[str, tuple[int, list[int | str]]]:
    scale: tuple[int, list[int | str]] = (FLOAT, [shape.heads, 1, shape.head])
    one_layer: dict[str, tuple[int, list[int | str]]] = {
        "key": (BYTE, [shape.heads, shape.head, "frames"]),
        "key_scale": scale,
        "value": (BYTE, [shape.heads, "frames", shape.head]),
        "value_scale": scale,
    }
    return {
        "tokens": (FLOAT, ["hypotheses", "new", shape.width]),
        "parents": (WHOLE, ["hypotheses"]),
        "scores": (FLOAT, ["hypotheses", 1]),
        "wanted": (WHOLE, ["wanted"]),
        "added": (FLOAT, [shape.vocabulary]),
        "count": (WHOLE, [1]),
        **{name: (FLOAT, ["before", shape.heads, "old", shape.head]) for name in shape.past},
        **{name: one_layer[name.rstrip("0123456789")] for name in shape.memory},
    }


def _attend_to_past(graph: Graph, even: str, block: str, layer: int, shape: Shape) -> str:
    all_three = graph.linear(even, f"{block}/self_attention/linear_0")
    parts = graph.several("Split", all_three, names=[f"{part} {layer}" for part in ("ask", "own", "say")], axis=2)
    past = [graph.add("Gather", f"past_{part}{layer}", "parents", axis=0) for part in ("key", "value")]
    names = [f"heard {layer}", f"present_key{layer}", f"present_value{layer}"]
    told = graph.several(
        "MultiHeadAttention",
        *parts,
        *["", "", ""],
        *past,
        names=names,
        own=True,
        num_heads=shape.heads,
        unidirectional=1,
    )
    return graph.linear(told[0], f"{block}/self_attention/linear_1")


def _attend_to_sound(graph: Graph, even: str, block: str, layer: int, shape: Shape) -> str:
    """Attention in bytes; each row of it is laid out so that its largest value is TOP."""
    asked = graph.linear(even, f"{block}/attention/linear_0")
    asked = graph.add("Reshape", asked, graph.integers(-1, shape.heads, shape.head))
    asked = graph.add("Mul", graph.add("Transpose", asked, perm=[1, 0, 2]), f"key_scale{layer}")
    small, scale, zero = graph.several(
        "DynamicQuantizeLinear", asked, names=[f"{name} {layer}" for name in ("q", "s", "z")]
    )
    one = graph.constant("one", np.array(1, dtype=np.float32))
    likeness = graph.add("MatMulIntegerToFloat", small, f"key{layer}", scale, one, zero, own=True)
    chances = graph.add("Softmax", likeness, name=f"chances {layer}", axis=-1)
    most = graph.add("ReduceMax", chances, axes=[-1])
    step = graph.constant("byte", np.array(1 / TOP, dtype=np.float32))
    nothing = graph.constant("nothing", np.array(0, dtype=np.uint8))
    small = graph.add("QuantizeLinear", graph.add("Div", chances, most), step, nothing)
    told = graph.add("MatMulIntegerToFloat", small, f"value{layer}", step, one, nothing, own=True)
    told = graph.add("Mul", graph.add("Mul", told, most), f"value_scale{layer}")
    told = graph.add("Reshape", graph.add("Transpose", told, perm=[1, 0, 2]), graph.add("Shape", even))
    return graph.linear(told, f"{block}/attention/linear_2")


def _gather_attention(graph: Graph, aligned: Sequence[tuple[int, int]]) -> None:
    parts = []
    for layer in sorted({layer for layer, _ in aligned}):
        heads = [head for one, head in sorted(aligned) if one == layer]
        parts.append(graph.add("Gather", f"chances {layer}", graph.integers(*heads), axis=0))
    graph.add("Concat", *parts, name="attention", axis=0)


def _choose(graph: Graph) -> None:
    last = graph.add("Gather", "logits", graph.constant("last", np.array(-1, dtype=np.int64)), axis=1)
    chances = graph.add("LogSoftmax", graph.add("Add", last, "added"), axis=-1)
    flat = graph.add("Reshape", graph.add("Add", chances, "scores"), graph.integers(-1))
    graph.several("TopK", flat, "count", names=["best", "places"])
