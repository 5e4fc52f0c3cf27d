"""The index of a show, in parts: each is made again only when a document of it changed."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from episodes.core.errors import PublishError
from episodes.core.publication import Publication
from episodes.core.show import Show
from episodes.site.search import pagefind
from episodes.site.search.documents import FORM, write_document
from episodes.site.search.parts import age, is_part, part
from episodes.site.write import Report, Writer, holds

#: The folder under the web root that holds the search page, and an index in a folder of each show.
SEARCH = "search"
#: What is to be found of an episode, in a folder of its own: the name that the indexer looks for.
DOCUMENT = "index.html"


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

    def indexes(self, show: str) -> tuple[str, ...]:
        """The folders of a show's index under `search/`, one a part, newest first; none without a search."""
        made = [entry.parent.name for entry in (self.root / SEARCH / show).glob(f"*/{pagefind.ENTRY}")]
        return tuple(f"{show}/{name}" for name in sorted(filter(is_part, made), key=age))

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

    def index(self, show: Show, episodes: Sequence[str], *, again: bool = False) -> Indexed:
        """Make the index of a show's episodes, oldest first; parts that stand are left unless all is wanted `again`.

        Raises PublishError.
        """
        self._forget(show.slug, but=frozenset(episodes if self.program else ()))
        if not self.program or not episodes:
            return Indexed(report=self._take_away(show.slug))
        stamp_file = self.state / f"{show.slug}.stamps"
        before = {} if again else _read_stamps(stamp_file)
        stamps: dict[str, str] = {}
        writer = Writer(self.root, scope=f"{SEARCH}/{show.slug}")
        there = self.indexes(show.slug)
        for name, members in part(episodes).items():
            stamps[name] = self._stamp(show, members)
            if before.get(name) == stamps[name] and f"{show.slug}/{name}" in there:
                writer.stand(path for path, _ in self._files(f"{show.slug}/{name}"))
            else:
                self._make(show, name, members, self.program, writer)
        report = writer.finish()
        if before != stamps:
            _write(stamp_file, json.dumps(stamps).encode())
        files = dict(self._files(show.slug))
        return Indexed(bytes=sum(files.values()), report=report, files=tuple(sorted(files)))

    def _make(self, show: Show, name: str, members: Sequence[str], program: Path, writer: Writer) -> None:
        with tempfile.TemporaryDirectory(prefix=".making-", dir=self.state) as made:
            documents, target = Path(made, "documents"), Path(made, "index")
            for episode in members:
                _put(self._document(show.slug, episode), documents / episode / DOCUMENT)
            pagefind.make_index(program, documents, target, language=language_of(show))
            for file in pagefind.index_files(target):
                path = f"{SEARCH}/{show.slug}/{name}/{file.relative_to(target).as_posix()}"
                writer.write(path, file.read_bytes())

    def _take_away(self, show: str) -> Report:
        writer = Writer(self.root, scope=f"{SEARCH}/{show}")
        return writer.finish() if writer.has_work else Report()

    def _stamp(self, show: Show, episodes: Sequence[str]) -> str:
        digest = hashlib.sha256(f"{self.mark} {language_of(show)}".encode())
        folder = str(self.state / show.slug)
        for episode in episodes:
            found = os.stat(f"{folder}/{episode}/{DOCUMENT}")  # noqa: PTH116 - one for each episode
            digest.update(f"\0{episode}\0{found.st_size}.{found.st_mtime_ns}".encode())
        return digest.hexdigest()

    def _forget(self, show: str, *, but: frozenset[str]) -> None:
        folder = self.state / show
        for old in folder.iterdir() if folder.is_dir() else ():
            if old.name not in but:
                shutil.rmtree(old)

    def _files(self, folder: str) -> Iterator[tuple[str, int]]:
        """Yield what lies in a folder of the index: paths under the web root, and sizes in bytes."""
        for place, _, names in os.walk(self.root / SEARCH / folder):
            under = Path(place).relative_to(self.root).as_posix()
            for name in names:
                if not name.startswith("."):
                    size = os.stat(f"{place}/{name}").st_size  # noqa: PTH116 - one for each episode
                    yield f"{under}/{name}", size

    def _document(self, show: str, episode: str) -> Path:
        return self.state / show / episode / DOCUMENT


def language_of(show: Show) -> str:
    """The language whose word stems are found: the show's, in the two or three letters that the indexer knows.

    >>> language_of(Show(slug="a", title="A", language="pt-BR")), language_of(Show(slug="a", title="A"))
    ('pt', 'en')
    """
    found = re.match(r"[a-z]{2,3}(?![a-z])", show.language.lower())
    return found.group() if found else "en"


def _read_stamps(file: Path) -> dict[str, str]:
    try:
        stamps = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def _put(document: Path, place: Path) -> None:
    """Lay a document where the indexer finds it, without copying it where the disk allows a second name."""
    try:
        place.parent.mkdir(parents=True)
        try:
            os.link(document, place)
        except OSError:
            shutil.copyfile(document, place)
    except OSError as error:
        raise _refused(place, error) from error


def _write(file: Path, content: bytes) -> None:
    part = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        raise _refused(file, error) from error


def _refused(file: Path, error: OSError) -> PublishError:
    return PublishError(f"cannot write {file}: {error.strerror}", hint="check disk space and permissions")
