"""The weights of a CTranslate2 model, read from its file."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

VERSION = 6  #: of the file's layout; CTranslate2 has written it since 2021
KINDS = ("float32", "int8", "int16", "int32", "float16")


class Weights:
    """Arrays by name, left in the file until they are looked at.

    The layout is that of CTranslate2's `python/ctranslate2/specs/model_spec.py`: a version, the model's kind, then each
    array with name, shape, kind and bytes, then names that stand for others. Quantized matrices have their scale, a row
    each, under `NAME_scale`.
    """

    def __init__(self, file: Path) -> None:
        """Read the names; raises ValueError for a layout that is not known, OSError where there is no such file.

        Other errors of a file that is cut off are those of `struct`, and KeyError.
        """
        self._held = np.asarray(np.memmap(file, mode="r", dtype=np.uint8))
        with file.open("rb") as data:
            version = _number(data, "<I")
            if version != VERSION:
                raise ValueError(f"{file} has layout {version}, not {VERSION}")
            _string(data), _number(data, "<I")
            self._places = dict(_place(data) for _ in range(_number(data, "<I")))
            for _ in range(_number(data, "<I")):
                alias, name = _string(data), _string(data)
                self._places[alias] = self._places[name]

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def shape(self, name: str) -> tuple[int, ...]:
        """Sizes of an array; raises KeyError."""
        return self._places[name][1]

    def raw(self, name: str) -> NDArray[Any]:
        """An array as it is stored; raises KeyError."""
        kind, shape, offset, length = self._places[name]
        return self._held[offset : offset + length].view(kind).reshape(shape)

    def array(self, name: str, rows: slice | NDArray[Any] | None = None) -> NDArray[np.float32]:
        """An array's values, those of quantized matrices as they are meant; or some of its rows. Raises KeyError."""
        chosen = slice(None) if rows is None else rows
        raw = self.raw(name)
        values = (raw[chosen] if raw.ndim else raw).astype(np.float32)
        if f"{name}_scale" in self:
            scale = self.raw(f"{name}_scale").astype(np.float32)
            values /= scale[chosen][..., None] if scale.ndim else scale
        return values

    def size(self, prefix: str) -> int:
        """How many numbers there are under names that begin so."""
        return sum(
            math.prod(shape) for _, shape, _, _ in {self._places[name] for name in self if name.startswith(prefix)}
        )

    def are_one(self, name: str, other: str) -> bool:
        """Whether both names stand for the same array."""
        return self._places.get(name) == self._places.get(other)

    def count(self, prefix: str) -> int:
        """How many numbered parts there are, such as layers: `prefix` 0, 1, 2."""
        named = {name.removeprefix(prefix).split("/")[0] for name in self if name.startswith(prefix)}
        return sum(part.isdecimal() for part in named)


def _place(data: BinaryIO) -> tuple[str, tuple[str, tuple[int, ...], int, int]]:
    name, rank = _string(data), _number(data, "<B")
    shape = tuple(_number(data, "<I") for _ in range(rank))
    kind, length = _number(data, "<B"), _number(data, "<I")
    if kind >= len(KINDS):  # bfloat16
        raise ValueError(f"{name} holds numbers of kind {kind}, which NumPy does not know")
    offset = data.tell()
    data.seek(length, 1)
    return name, (KINDS[kind], shape, offset, length)


def _number(data: BinaryIO, kind: str) -> int:
    return int(struct.unpack(kind, data.read(struct.calcsize(kind)))[0])


def _string(data: BinaryIO) -> str:
    return data.read(_number(data, "<H")).rstrip(b"\0").decode()
