"""Checking feeds: the rules of directories and apps, with the facts of the files that lie beside them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from episodes.core.addresses import FEED_LIST, extra_feed_file, feed_file, join_url
from episodes.core.check import Compared, Facts, FileFacts, Finding, check_feed, compare_feeds, compare_written
from episodes.core.check.outline import check_outline
from episodes.core.check.parts import Part, check_editions, check_parts, read_part
from episodes.core.light import dataclass
from episodes.core.show import Show
from episodes.core.written import WrittenFeed
from episodes.site.write import BUILT_LIST
from episodes.web.mime import content_type

if TYPE_CHECKING:
    from episodes.core.check.online import Address, Answer

#: Bytes that show what a media file is.
_HEAD = 16 * 1024
#: Files of which is remembered what they hold.
_KEPT = 16
#: Bytes of the largest text that is read, and of a picture's beginning.
_WHOLE = 8 * 1024 * 1024
_TEXT = re.compile(r"text/|application/(?:.*json|.*xml|x-subrip|srt|ttml)")
_FAR = 1 << 62
#: Asks addresses on the web.
Visit = Callable[["list[Address]"], Mapping[str, "Answer"]]
#: Judges the feed at a path by itself.
Judge = Callable[[str, bytes], Iterator[Finding]]


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
    known_sum: Callable[[Path], str] | None = None  #: SHA-256 of a media file, hexadecimal; empty = not known

    def check(self, shows: Mapping[str, Show], *, visit: Visit | None = None) -> Iterator[Checked]:
        """Judge the feeds of shows as they lie in the web root, with every file that they point to.

        With `visit`, every address is asked on the web too.
        """
        titles: dict[str, str] = {}
        pages = self._pages_of(shows)
        for slug, show in shows.items():
            feeds = [feed_file(slug), feed_file(slug, "video"), *(extra_feed_file(slug, extra) for extra in show.feeds)]
            there = [path for path in feeds if (self.feeds / path).is_file()]
            private = {extra_feed_file(slug, extra) for extra in show.feeds if extra.private}
            heads = [head for path in there if (head := self._part(path, whole=False))]
            titles |= {head.url: head.title for head in heads if head.url not in map(self._url, private)}
            alike = list(check_editions(heads))
            judge = partial(self._judge, titles=[show.title], pages=pages, visit=visit)
            for path in feeds:
                if path in there:
                    yield from self._check_feed(path, [one for one in feeds if one != path], alike, judge)
                elif path != feed_file(slug, "video"):
                    yield Checked(path=path, findings=(_not_built(slug, path),))
        if found := tuple(self._outline(titles)):
            yield Checked(path=FEED_LIST, findings=found)

    def _check_feed(
        self, path: str, others: list[str], beside: list[tuple[str, Finding]], judge: Judge
    ) -> Iterator[Checked]:
        """Judge a feed and its archives, each by itself and beside one another."""
        paths = [path, *(archive for archive in self._archives(path) if archive not in others)]
        parts = [part for one in paths if (part := self._part(one))] if len(paths) > 1 else []
        known = [*beside, *(check_parts(parts) if len(parts) == len(paths) else ())]
        for one in paths:
            findings = [*judge(one, (self.feeds / one).read_bytes())]
            findings += [finding for url, finding in known if url == self._url(one)]
            yield Checked(path=one, findings=tuple(sorted(findings, key=lambda one: one.level != "error")))

    def _part(self, path: str, *, whole: bool = True) -> Part | None:
        return read_part(self._url(path), (self.feeds / path).read_bytes(), whole=whole)

    def _url(self, path: str) -> str:
        return join_url(self.base_url, path)

    def _outline(self, titles: Mapping[str, str]) -> Iterator[Finding]:
        """Judge the list of feeds, if a build made one."""
        file, built = self.feeds / FEED_LIST, self.feeds / BUILT_LIST
        if file.is_file():
            yield from check_outline(file.read_bytes(), titles, lambda url: getattr(self.look_at(url), "exists", False))
        elif built.is_file() and FEED_LIST in built.read_text("utf-8").split():
            yield _not_built("", FEED_LIST)

    def _archives(self, path: str) -> Iterator[str]:
        """The archives of a feed that there are, the newest first; one that is missing is told of who links it."""
        stem = path.removesuffix(".xml")
        found = [file.stem.rpartition("-")[2] for file in (self.feeds / path).parent.glob(f"{Path(stem).name}-*.xml")]
        for number in sorted((int(part) for part in found if re.fullmatch("[1-9][0-9]*", part)), reverse=True):
            yield f"{stem}-{number}.xml"

    def _judge(
        self, path: str, feed: bytes, *, titles: Sequence[str], pages: Facts, visit: Visit | None
    ) -> Iterator[Finding]:
        url = self._url(path)
        look = lru_cache(maxsize=_KEPT)(self.look_into)  # rules of one item look into the same files
        yield from check_feed(feed, url=url, facts=look, pages=pages, now=datetime.now(UTC), titles=titles)
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
        if not found.mime_type.startswith(("audio/", "video/")):
            return replace(found, data=self._small(file, found))
        read = partial(_read, file)
        found = replace(found, data=read(0, _HEAD), read=read, digest=partial(self._digest, file))
        return replace(found, duration=self.measure(file)) if self.measure else found

    def _small(self, file: Path, found: FileFacts) -> bytes:
        """What no medium holds: a text the whole or, if it is huge, nothing; a picture as far as it tells of itself."""
        if found.mime_type.startswith("image/"):
            return _read(file, 0, _WHOLE)
        if not _TEXT.match(found.mime_type):
            return _read(file, 0, _HEAD)
        return file.read_bytes() if found.length <= _WHOLE and file.name != "index.html" else b""

    def _pages_of(self, slugs: Iterable[str]) -> Facts:
        """Look up pages of shows; of what else lies on their host, a blog, nothing is known."""
        ours = tuple(self._url(f"{slug}/") for slug in slugs)
        return lambda url: self.look_at(url) if url.startswith(ours) else None

    def _digest(self, file: Path, method: str, expected: Collection[bytes]) -> bytes:
        if method == "sha256" and self.known_sum and (known := self.known_sum(file)):
            checksum = bytes.fromhex(known)
            if checksum in expected:
                return checksum
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, method).digest()

    def _file(self, url: str) -> Path | None:
        prefix = f"{self.base_url}/"
        if not url.startswith(prefix):
            return None
        path = unquote(url.removeprefix(prefix).partition("#")[0].partition("?")[0])
        if path.startswith("/") or normpath(path).startswith(".."):  # out of the web root
            return self.feeds / "missing"
        file = self.feeds / path
        try:
            return file / "index.html" if file.is_dir() else file
        except OSError:  # a name longer than names can be: nothing is there
            return self.feeds / "missing"


def _read(file: Path, start: int, size: int) -> bytes:
    if start > _FAR:  # where a damaged file says that something stands
        return b""
    with file.open("rb", buffering=0) as opened:
        opened.seek(start)
        return opened.read(size)


def _not_built(slug: str, path: str) -> Finding:
    return Finding(
        level="error",
        rule="built",
        where=path,
        what="is not built",
        mend=f"episodes build {slug}".strip(),
        source="episodes",
    )
