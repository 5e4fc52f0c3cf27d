"""Write a CTranslate2 Whisper as a file for whisper.cpp, so that both run on the same weights.

    python benchmarks/ggml.py MODEL_FOLDER FILE

The layout is that of whisper.cpp's `models/convert-pt-to-ggml.py`. Weights become float16.
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np

from episodes.speech.weights import Weights

MAGIC = 0x67676D6C
MEL_BINS = 201
TEXT_TOKENS = {51_864: 50_256}  #: English models; the others have one token more
BLOCK = {
    "self_attention/layer_norm": "attn_ln",
    "self_attention/linear_0": ("attn.query", "attn.key", "attn.value"),
    "self_attention/linear_1": "attn.out",
    "attention/layer_norm": "cross_attn_ln",
    "attention/linear_0": "cross_attn.query",
    "attention/linear_1": ("cross_attn.key", "cross_attn.value"),
    "attention/linear_2": "cross_attn.out",
    "ffn/layer_norm": "mlp_ln",
    "ffn/linear_0": "mlp.0",
    "ffn/linear_1": "mlp.2",
}
REST = {
    "encoder/conv1": "encoder.conv1",
    "encoder/conv2": "encoder.conv2",
    "encoder/layer_norm": "encoder.ln_post",
    "decoder/layer_norm": "decoder.ln",
    "decoder/embeddings": "decoder.token_embedding",
}
PART = {"gamma": "weight", "beta": "bias", "weight": "weight", "bias": "bias"}


def convert(folder: Path, file: Path) -> None:
    """Write the model in `folder` to `file`."""
    weights = Weights(folder / "model.bin")
    tensors = dict(named(weights))
    tokens = text_tokens(folder / "tokenizer.json", tensors["decoder.token_embedding.weight"].shape[0])
    with file.open("wb") as out:
        out.write(struct.pack("<12i", MAGIC, *sizes(tensors, int(weights.raw("encoder/num_heads")))))
        filters = mel_filters(tensors["encoder.conv1.weight"].shape[1])
        out.write(struct.pack("<2i", *filters.shape) + filters.tobytes())
        out.write(struct.pack("<i", len(tokens)))
        for token in tokens:
            out.write(struct.pack("<i", len(token)) + token)
        for name, tensor in tensors.items():
            write_tensor(out, name, tensor)


def named(weights: Weights) -> Iterator[tuple[str, np.ndarray]]:
    """The weights by the names that whisper.cpp looks for, what CTranslate2 keeps in one split in its parts."""
    for name in weights:
        side, _, rest = name.partition("/")
        if name.endswith("position_encodings/encodings"):
            yield f"{side}.positional_embedding", weights.array(name)
        elif rest.startswith("layer_") and rest.split("/")[0] != "layer_norm":
            layer, inner = rest.removeprefix("layer_").split("/", 1)
            module, _, part = inner.rpartition("/")
            if module in BLOCK and part in PART:
                yield from divided(f"{side}.blocks.{layer}", BLOCK[module], PART[part], weights.array(name))
        elif name.rpartition("/")[0] in REST and name.rpartition("/")[2] in PART:
            yield f"{REST[name.rpartition('/')[0]]}.{PART[name.rpartition('/')[2]]}", weights.array(name)


def divided(
    block: str, names: str | tuple[str, ...], part: str, values: np.ndarray
) -> Iterator[tuple[str, np.ndarray]]:
    names = (names,) if isinstance(names, str) else names
    for name, piece in zip(names, np.split(values, len(names)), strict=True):
        if not (name.endswith(".key") and part == "bias"):  # Whisper's keys have none
            yield f"{block}.{name}.{part}", piece


def sizes(tensors: dict[str, np.ndarray], heads: int) -> tuple[int, ...]:
    def layers(side: str) -> int:
        return len({name.split(".")[2] for name in tensors if name.startswith(f"{side}.blocks.")})

    audio, text = tensors["encoder.positional_embedding"].shape, tensors["decoder.positional_embedding"].shape
    vocabulary, bands = tensors["decoder.token_embedding.weight"].shape[0], tensors["encoder.conv1.weight"].shape[1]
    return vocabulary, *audio, heads, layers("encoder"), *text, heads, layers("decoder"), bands, 1


def mel_filters(bands: int) -> np.ndarray:
    from faster_whisper.feature_extractor import FeatureExtractor

    return np.ascontiguousarray(FeatureExtractor.get_mel_filters(16_000, 400, n_mels=bands), dtype=np.float32)


def text_tokens(file: Path, vocabulary: int) -> list[bytes]:
    """The tokens of text as bytes; the marks after them whisper.cpp knows itself."""
    listed = json.loads(file.read_text(encoding="utf-8"))["model"]["vocab"]
    letters = byte_letters()
    count = TEXT_TOKENS.get(vocabulary, 50_257)
    ordered = sorted((place, token) for token, place in listed.items() if place < count)
    return [bytes(letters[letter] for letter in token) for _, token in ordered if set(token) <= set(letters)]


def byte_letters() -> dict[str, int]:
    """The letters that byte-level BPE writes bytes as: printable ones themselves, the others from U+0100 on."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in printable]
    return {chr(byte): byte for byte in printable} | {chr(256 + at): byte for at, byte in enumerate(others)}


def write_tensor(out: BinaryIO, name: str, values: np.ndarray) -> None:
    if name in {"encoder.conv1.bias", "encoder.conv2.bias"}:
        values = values.reshape(-1, 1)
    whole = values.ndim < 2 or name.endswith(("conv1.bias", "conv2.bias", "positional_embedding"))
    label = name.encode()
    out.write(struct.pack("<3i", values.ndim, len(label), 0 if whole else 1))
    out.write(struct.pack(f"<{values.ndim}i", *reversed(values.shape)) + label)
    out.write(np.ascontiguousarray(values, dtype=np.float32 if whole else np.float16).tobytes())


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
