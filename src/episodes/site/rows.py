"""Rows of long lists as HTML, kept from page to page and from build to build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from episodes.core.episode import Episode


class Rows:
    """What the rows of people's pages were written as; all these pages lie equally deep, so their links are the same.

    `held` is filled for the next build; `marks` tell by the episode's GUID all that a row was made from.
    """

    def __init__(self, held: dict[str, bytes], marks: Mapping[str, str]) -> None:
        self._held = held
        self._marks = marks
        self._html = {guid: held[mark] for guid, mark in marks.items() if mark in held}

    def missing(self, episodes: Iterable[Episode]) -> list[Episode]:
        """The episodes whose rows must be written."""
        if len(self._html) == len(self._marks):
            return []
        return [episode for episode in episodes if episode.guid not in self._html]

    def put(self, episode: Episode, html: Markup) -> None:
        """Keep an episode's row."""
        self._html[episode.guid] = self._held[self._marks[episode.guid]] = html.encode("utf-8", "replace")

    def of(self, episodes: Iterable[Episode]) -> Markup:
        """The rows of episodes, all of which were written."""
        html = b"".join([self._html[episode.guid] for episode in episodes])
        return Markup(html.decode())  # noqa: S704 - our own template wrote it
