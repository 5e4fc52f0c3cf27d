"""The items of a feed as it is published, cut out of it for the next one: one new episode makes no long feed anew."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from episodes import __version__
from episodes.core.errors import PublishError
from episodes.core.written import WrittenFeed
from episodes.feed import WrittenPage
from episodes.workflow.ledger import mark_of

#: What an item begins and ends with, as `feed/item.py` writes it.
_OPEN, _CLOSE = b"    <item>", b"</item>\n"


@dataclass
class PublishedItems:
    """The items of a feed and its archives, by a mark of all that each was made from.

    A file tells where they stand; it holds while nobody touches the feed itself.
    """

    file: Path
    web: Path  #: the web root
    items: dict[str, bytes] = field(default_factory=dict)
    feeds: dict[str, WrittenFeed] = field(default_factory=dict)  #: as they are published, by path

    @classmethod
    def load(cls, file: Path, *, web: Path) -> PublishedItems:
        """Cut the published feeds; where they are other ones than the file tells of, everything is written anew."""
        found = cls(file, web)
        try:
            held = json.loads(file.read_bytes())
            if held["version"] == __version__:  # another release may write items in another way
                for path, *listed in held["pages"]:
                    found._cut(path, *listed)
        except (OSError, ValueError, LookupError, TypeError):
            return cls(file, web)
        return found

    def _cut(self, path: str, mark: str, start: int, keys: Sequence[str], lengths: Sequence[int]) -> None:
        """Cut one page; raises ValueError where it is not the one that was written."""
        place = f"{self.web}/{path}"
        if mark_of(place) != mark:
            raise ValueError(f"{path} was touched")
        text, at, items = Path(place).read_bytes(), start, []
        for length in lengths:
            items.append(text[at : at + length])
            at += length
        if not all(item.startswith(_OPEN) and item.endswith(_CLOSE) for item in items):
            raise ValueError(f"{path} has other items")
        self.feeds[path] = WrittenFeed(text[:start], items, text[at:])
        self.items.update(zip(keys, items, strict=True))

    def save(self, pages: Sequence[WrittenPage]) -> None:
        """Write down where the items stand in pages that were published just now; raises PublishError."""
        listed = [
            (
                page.path,
                mark_of(f"{self.web}/{page.path}"),
                len(page.feed.head),
                page.keys,
                list(map(len, page.feed.items)),
            )
            for page in pages
        ]
        part = self.file.with_name(self.file.name + ".part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps({"version": __version__, "pages": listed}), encoding="utf-8")
            part.replace(self.file)
        except OSError as error:
            raise PublishError(
                f"cannot write {self.file}: {error.strerror}", hint="check disk space and permissions"
            ) from error
