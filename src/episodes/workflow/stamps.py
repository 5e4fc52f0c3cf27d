"""Stamps: short marks of all that something is made from, so that what did not change is not made again."""

from __future__ import annotations

import hashlib

from episodes import __version__


def stamp_of(*inputs: object) -> str:
    """Make a short mark of everything that output depends on, this program's version included."""
    return _hashed(repr((__version__, inputs)))


def stamp_of_texts(base: str, *texts: str) -> str:
    """Make a mark of a stamp and texts without line breaks, in a third of the time, for what there is thousands of."""
    return _hashed("\n".join((base, *texts)))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
