"""Checking feeds: the rules of directories and apps, with the facts of the files that lie beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from episodes.core.addresses import extra_feed_file, feed_file, join_url
from episodes.core.check import Compared, FileFacts, Finding, check_feed, compare_feeds, compare_written
from episodes.core.light import dataclass
from episodes.core.show import Show
from episodes.core.written import WrittenFeed
from episodes.web.mime import content_type

if TYPE_CHECKING:
    from episodes.core.check.online import Address, Answer

#: Bytes that show what a media file is.
_HEAD = 16 * 1024
#: Asks addresses on the web.
Visit = Callable[["list[Address]"], Mapping[str, "Answer"]]


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
    measure: Callable[[Path], float] | None = None  #: how long a media file says it lasts, seconds; 0 = it does not say

    def check(self, shows: Mapping[str, Show], *, visit: Visit | None = None) -> Iterator[Checked]:
        """Judge the feeds of shows as they lie in the web root, with every file that they point to.

        With `visit`, every address is asked on the web too.
        """
        for slug, show in shows.items():
            optional = feed_file(slug, "video")
            for path in (feed_file(slug), optional, *(extra_feed_file(slug, extra) for extra in show.feeds)):
                file = self.feeds / path
                if file.is_file():
                    others = [extra_feed_file(slug, extra) for extra in show.feeds]
                    for part in (path, *(archive for archive in self._archives(path) if archive not in others)):
                        feed = (self.feeds / part).read_bytes()
                        yield Checked(path=part, findings=tuple(self._judge(part, feed, visit)))
                elif path != optional:
                    yield Checked(path=path, findings=(_not_built(slug, path),))

    def _archives(self, path: str) -> Iterator[str]:
        """The archives of a feed that there are, the newest first; one that is missing is told of who links it."""
        stem = path.removesuffix(".xml")
        found = [file.stem.rpartition("-")[2] for file in (self.feeds / path).parent.glob(f"{Path(stem).name}-*.xml")]
        for number in sorted((int(part) for part in found if re.fullmatch("[1-9][0-9]*", part)), reverse=True):
            yield f"{stem}-{number}.xml"

    def _judge(self, path: str, feed: bytes, visit: Visit | None) -> Iterator[Finding]:
        url = join_url(self.base_url, path)
        yield from check_feed(feed, url=url, facts=self.look_into, now=datetime.now(UTC))
        if visit is not None:
            from episodes.core.check.online import addresses_of, check_online

            addresses = addresses_of(feed)
            yield from check_online(addresses, visit(addresses))

    def compare(self, path: str, content: bytes) -> Compared:
        """Judge a new feed beside the one that is published at this path; without one, there is nothing to say."""
        try:
            old = (self.feeds / path).read_bytes()
        except FileNotFoundError:
            return Compared()
        return compare_feeds(old, content, facts=self.look_at)

    def compare_written(self, old: WrittenFeed, new: WrittenFeed) -> Compared:
        """Judge a new feed beside the published one, of which the parts are known."""
        return compare_written(old, new, facts=self.look_at)

    def look_at(self, url: str) -> FileFacts | None:
        """What lies under the web root for an address of ours, from outside; None for other people's."""
        file = self._file(url)
        if file is None or not file.is_file():
            return FileFacts(exists=False) if file else None
        return FileFacts(length=file.stat().st_size, mime_type=content_type(file))

    def look_into(self, url: str) -> FileFacts | None:
        """The same with what files hold: captions, chapters and pictures the whole, media their beginning."""
        found, file = self.look_at(url), self._file(url)
        if not found or not found.exists or not file:
            return found
        is_media = found.mime_type.startswith(("audio/", "video/"))
        with file.open("rb") as opened:
            found = replace(found, data=opened.read(_HEAD if is_media else -1))
        return replace(found, duration=self.measure(file)) if is_media and self.measure else found

    def _file(self, url: str) -> Path | None:
        prefix = f"{self.base_url}/"
        if not url.startswith(prefix):
            return None
        file = self.feeds / unquote(url.removeprefix(prefix).partition("#")[0].partition("?")[0])
        try:
            return file / "index.html" if file.is_dir() else file
        except OSError:  # a name longer than names can be: nothing is there
            return self.feeds / "missing"


def _not_built(slug: str, path: str) -> Finding:
    return Finding(
        level="error",
        rule="built",
        where=path,
        what="the feed is not built",
        mend=f"episodes build {slug}",
        source="episodes",
    )
