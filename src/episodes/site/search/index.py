"""The index of a show: made again only when a document of it changed, and laid under the web root whole."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from episodes.core.errors import PublishError
from episodes.core.publication import Publication
from episodes.core.show import Show
from episodes.site.search import pagefind
from episodes.site.search.documents import FORM, write_document
from episodes.site.write import Report, Writer, holds

#: The folder under the web root that holds the search page, and an index in a folder of each show.
SEARCH = "search"


@dataclass(frozen=True, kw_only=True)
class Indexed:
    """An index as it now lies under the web root."""

    bytes: int = 0  #: of all its files, of which a visitor loads a small part; 0 = there is none
    report: Report = field(default_factory=Report)
    files: tuple[str, ...] = ()  #: under the web root


@dataclass(frozen=True, kw_only=True)
class SiteSearch:
    """Keeps what is searched, episode by episode, and makes the index of a show from it.

    Without `program` nothing is kept and nothing made; an index of earlier days is taken away.
    """

    root: Path  #: the web root
    state: Path  #: where documents are kept between builds
    program: Path | None = None
    templates: Path | None = None  #: a producer's own, with phrases of their own

    @property
    def mark(self) -> str:
        """Changes with whatever pages and documents hang on; empty where there is no search."""
        return f"{FORM} {pagefind.version_of(self.program)}" if self.program else ""

    def has_index(self, show: str) -> bool:
        return (self.root / SEARCH / show / pagefind.ENTRY).is_file()

    def keep(self, publication: Publication, show: Show) -> Path | None:
        """Keep what is to be found of an episode, in the file returned. Raises PublishError."""
        if not self.program:
            return None
        file, content = (
            self._document(show.slug, publication.episode.slug),
            write_document(publication, show, self.templates),
        )
        if not holds(file, content):  # its time says whether the index is behind
            _write(file, content)
        return file

    def index(self, show: Show, episodes: Collection[str], *, again: bool = False) -> Indexed:
        """Make the index of a show's episodes, unless it stands or is wanted `again`. Raises PublishError."""
        self._forget(show.slug, but=episodes if self.program else ())
        if not self.program or not episodes:
            return Indexed(report=self._take_away(show.slug))
        stamp_file = self.state / f"{show.slug}.stamp"
        stamp = self._stamp(show, episodes)
        if not again and self.has_index(show.slug) and _read(stamp_file) == stamp:
            return self._indexed(show.slug, Report())
        report = self._make(show, self.program)
        _write(stamp_file, stamp.encode())
        return self._indexed(show.slug, report)

    def _make(self, show: Show, program: Path) -> Report:
        writer = Writer(self.root, scope=f"{SEARCH}/{show.slug}")
        with tempfile.TemporaryDirectory(prefix=".making-", dir=self.state) as made:
            target = Path(made)
            pagefind.make_index(program, self.state / show.slug, target, language=language_of(show))
            for file in pagefind.index_files(target):
                path = f"{SEARCH}/{show.slug}/{file.relative_to(target).as_posix()}"
                writer.write(path, file.read_bytes())
        return writer.finish()

    def _take_away(self, show: str) -> Report:
        writer = Writer(self.root, scope=f"{SEARCH}/{show}")
        return writer.finish() if writer.has_work else Report()

    def _stamp(self, show: Show, episodes: Collection[str]) -> str:
        digest = hashlib.sha256(f"{self.mark} {language_of(show)}".encode())
        for episode in sorted(episodes):
            found = self._document(show.slug, episode).stat()
            digest.update(f"\0{episode}\0{found.st_size}.{found.st_mtime_ns}".encode())
        return digest.hexdigest()

    def _forget(self, show: str, *, but: Collection[str]) -> None:
        folder = self.state / show
        for old in folder.iterdir() if folder.is_dir() else ():
            if old.name not in but:
                shutil.rmtree(old)

    def _indexed(self, show: str, report: Report) -> Indexed:
        files: list[str] = []
        size = 0
        for folder, _, names in os.walk(self.root / SEARCH / show):
            for name in names:
                if not name.startswith("."):
                    size += os.stat(f"{folder}/{name}").st_size  # noqa: PTH116 - one for each episode
                    files.append(os.path.relpath(folder, self.root) + f"/{name}")
        return Indexed(bytes=size, report=report, files=tuple(sorted(files)))

    def _document(self, show: str, episode: str) -> Path:
        return self.state / show / episode / "index.html"


def language_of(show: Show) -> str:
    """The language whose word stems are found: the show's, in the two or three letters that the indexer knows.

    >>> language_of(Show(slug="a", title="A", language="pt-BR")), language_of(Show(slug="a", title="A"))
    ('pt', 'en')
    """
    found = re.match(r"[a-z]{2,3}(?![a-z])", show.language.lower())
    return found.group() if found else "en"


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _write(file: Path, content: bytes) -> None:
    part = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        raise PublishError(f"cannot write {file}: {error.strerror}", hint="check disk space and permissions") from error
