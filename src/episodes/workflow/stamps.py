"""Stamps: short marks of all that something is made from, so that what did not change is not made again."""

from __future__ import annotations

import hashlib

from episodes import __version__


def stamp_of(*inputs: object) -> str:
    """Make a short mark of everything that output depends on, this program's version included."""
    return hashlib.sha256(repr((__version__, inputs)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
