"""Checking feeds: the rules of directories and apps, with the facts of the files that lie beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from episodes.core.addresses import extra_feed_file, feed_file
from episodes.core.check import FileFacts, Finding, check_change, check_feed, places_by_guid
from episodes.core.check.document import NOT_XML
from episodes.core.check.online import Address, Answer, addresses_of, check_online
from episodes.core.show import Show
from episodes.web.mime import content_type

#: Asks addresses on the web.
Visit = Callable[[list[Address]], Mapping[str, Answer]]


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

    def check(self, shows: Mapping[str, Show], *, visit: Visit | None = None) -> Iterator[Checked]:
        """Judge the feeds of shows as they lie in the web root, with every file that they point to.

        With `visit`, every address is asked on the web too.
        """
        for slug, show in shows.items():
            optional = feed_file(slug, "video")
            for path in (feed_file(slug), optional, *(extra_feed_file(slug, extra) for extra in show.feeds)):
                file = self.feeds / path
                if file.is_file():
                    yield Checked(path=path, findings=tuple(self._judge(file.read_bytes(), visit)))
                elif path != optional:
                    yield Checked(path=path, findings=(_not_built(slug, path),))

    def _judge(self, feed: bytes, visit: Visit | None) -> Iterator[Finding]:
        yield from check_feed(feed, facts=self.look_into)
        if visit is not None:
            addresses = addresses_of(feed)
            yield from check_online(addresses, visit(addresses))

    def new_errors(self, path: str, content: bytes) -> list[Finding]:
        """Find the errors of a feed that the published one at this path does not have; without one, none are new."""
        try:
            old = (self.feeds / path).read_bytes()
        except FileNotFoundError:
            return []
        if old == content:
            return []
        allowed = "has no item"  # an empty feed is what taking out the last episode asks for
        new = _errors([*check_feed(content, facts=self.look_at, like=old), *check_change(old, content)])
        new = [found for found in new if found.what != allowed]
        if not new:
            return []
        before, after = places_by_guid(old), places_by_guid(content)  # an item's number changes with every new one
        errors = _errors(check_feed(old, facts=self.look_at, like=content))
        if any(found.rule == NOT_XML.name for found in errors):
            return []  # the published feed is no good one
        known = {(found.rule, before.get(found.where, found.where)) for found in errors}
        return [found for found in new if (found.rule, after.get(found.where, found.where)) not in known]

    def look_at(self, url: str) -> FileFacts | None:
        """What lies under the web root for an address of ours, from outside; None for other people's."""
        file = self._file(url)
        if file is None or not file.is_file():
            return FileFacts(exists=False) if file else None
        return FileFacts(length=file.stat().st_size, mime_type=content_type(file))

    def look_into(self, url: str) -> FileFacts | None:
        """The same with what small files hold: captions, chapters, pictures."""
        found, file = self.look_at(url), self._file(url)
        if not found or not found.exists or not file or found.mime_type.startswith(("audio/", "video/")):
            return found
        return replace(found, data=file.read_bytes())

    def _file(self, url: str) -> Path | None:
        prefix = f"{self.base_url}/"
        if not url.startswith(prefix):
            return None
        file = self.feeds / unquote(url.removeprefix(prefix).partition("#")[0].partition("?")[0])
        return file / "index.html" if file.is_dir() else file


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [found for found in findings if found.level == "error"]


def _not_built(slug: str, path: str) -> Finding:
    return Finding(
        level="error",
        rule="built",
        where=path,
        what="the feed is not built",
        mend=f"episodes build {slug}",
        source="episodes",
    )
