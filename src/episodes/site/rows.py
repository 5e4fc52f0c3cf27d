"""Rows of long lists as HTML, kept from page to page and from build to build."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from episodes.core.episode import Episode


class Rows:
    """What the rows of people's pages were written as; all these pages lie equally deep, so their links are the same.

    `held` is filled for the next build; `marks` tell by the episode's GUID all that a row was made from.
    """

    def __init__(self, held: dict[str, bytes], marks: Mapping[str, str]) -> None:
        self._held = held
        self._marks = marks

    def get(self, episode: Episode) -> Markup | None:
        """Give an episode's row as it was written, None if it must be written."""
        html = self._held.get(self._marks[episode.guid])
        return None if html is None else Markup(html.decode())  # noqa: S704 - our own template wrote it

    def put(self, episode: Episode, html: Markup) -> Markup:
        """Keep a row and give it back."""
        self._held[self._marks[episode.guid]] = html.encode("utf-8", "replace")
        return html
