"""Chapters: named places in an episode."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A named stretch of an episode, from `start` to the next chapter or to `end`."""

    start: float  #: seconds from the beginning of the episode's main medium
    title: str
    end: float | None = None  #: seconds; None = until the next chapter
    url: str = ""
    image_url: str = ""
