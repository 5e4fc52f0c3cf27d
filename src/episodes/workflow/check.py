"""Checking feeds: the rules of directories and apps, with the facts of the files that lie beside them."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from episodes.core.addresses import feed_file
from episodes.core.check import FileFacts, Finding, check_change, check_feed
from episodes.core.media import Kind
from episodes.core.show import Show


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A feed and what the rules find in it."""

    path: str  #: under the web root
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True)
class Checker:
    """Judges built feeds against the web root they belong to."""

    feeds: Path
    base_url: str

    def check(self, shows: Mapping[str, Show]) -> Iterator[Checked]:
        """Judge the feeds of shows as they lie in the web root."""
        editions: tuple[Kind, ...] = ("audio", "video")
        for slug in shows:
            for edition in editions:
                path = feed_file(slug, edition)
                file = self.feeds / path
                if file.is_file():
                    yield Checked(path=path, findings=tuple(check_feed(file.read_bytes(), facts=self.facts)))
                elif edition == "audio":
                    yield Checked(path=path, findings=(_not_built(slug),))

    def judge(self, path: str, content: bytes) -> list[Finding]:
        """Judge a feed that is about to replace the one at a path."""
        found = list(check_feed(content, facts=self.facts))
        old = self.feeds / path
        return [*found, *check_change(old.read_bytes(), content)] if old.is_file() else found

    def facts(self, url: str) -> FileFacts | None:
        """What lies under the web root for an address of ours; None for other people's."""
        prefix = f"{self.base_url}/"
        if not url.startswith(prefix):
            return None
        file = self.feeds / unquote(url.removeprefix(prefix).partition("#")[0].partition("?")[0])
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            return FileFacts(exists=False)
        return FileFacts(exists=True, length=file.stat().st_size, mime_type=mimetypes.guess_type(file.name)[0] or "")


def _not_built(slug: str) -> Finding:
    return Finding(
        level="error",
        rule="built",
        where=feed_file(slug),
        what="the feed is not built",
        mend=f"episodes build {slug}",
        source="episodes",
    )
