"""A feed as it was written: its items, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class WrittenFeed:
    """The text of a feed in parts, so that whoever holds an item need not look for it."""

    head: bytes
    items: Sequence[bytes]
    tail: bytes

    @property
    def text(self) -> bytes:
        return b"".join((self.head, *self.items, self.tail))
