"""The C allocator, told to keep the memory that the model asks for again and again."""

from __future__ import annotations

import ctypes
import platform
from functools import lru_cache

#: Settings of mallopt(3). One arena whose top is large serves the encoder's attention matrices
#: (54 to 72 MB each) from memory that stays; otherwise each is mapped, zeroed and unmapped again.
WISHES = {
    "trim threshold": (-1, 1 << 30),
    "top pad": (-2, 512 << 20),
    "mmap threshold": (-3, 32 << 20),
    "arenas": (-8, 1),
}


@lru_cache
def tune_allocator() -> bool:
    """Have glibc return no memory between batches; elsewhere do nothing and return False.

    Halves the time of the encoder (see docs/transcription.md).
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    mallopt = ctypes.CDLL(None).mallopt
    kept = [bool(mallopt(name, value)) for name, value in WISHES.values()]
    return all(kept)
