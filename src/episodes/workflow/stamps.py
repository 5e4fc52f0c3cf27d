"""Stamps: short marks of all that something is made from, so that what did not change is not made again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from episodes import __version__


def stamp_of(*inputs: object) -> str:
    """Make a short mark of everything that output depends on, this program's version included."""
    return _hashed(repr((__version__, inputs)))


def stamp_of_texts(base: str, *texts: str) -> str:
    """Make a mark of a stamp and texts without line breaks, in a third of the time, for what there is thousands of."""
    return _hashed("\n".join((base, *texts)))


def stamp_of_revisions(revisions: Mapping[str, str]) -> str:
    """Make a mark of all episodes of a show and what is known of each, whatever their order."""
    return stamp_of_texts("", *map(" ".join, sorted(revisions.items())))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
