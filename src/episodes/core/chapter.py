"""Chapters and soundbites: named places in an episode."""

from __future__ import annotations

from episodes.core.light import dataclass


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A named stretch of an episode, from `start` to the next chapter or to `end`."""

    start: float  #: seconds from the beginning of the episode's main medium
    title: str
    end: float | None = None  #: seconds; None = until the next chapter
    url: str = ""
    image_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Soundbite:
    """A short stretch that stands for the episode, as previews play it (15 to 120 s are advised)."""

    start: float  #: seconds from the beginning of the episode's main medium
    duration: float
    title: str = ""
