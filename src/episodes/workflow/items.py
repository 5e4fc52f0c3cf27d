"""Rows of lists kept from one build to the next: one new episode does not make a long list anew."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from episodes import __version__
from episodes.core.errors import PublishError


@dataclass
class KeptItems:
    """The rows of a show, as they were written, by a mark of all that each was made from.

    The file begins with a line of JSON that tells marks and lengths; the rows follow as they are.
    """

    file: Path
    items: dict[str, bytes] = field(default_factory=dict)
    _known: frozenset[str] = frozenset()

    @classmethod
    def load(cls, file: Path) -> KeptItems:
        """Read what was kept; where there is nothing or it is damaged, everything is written anew."""
        try:
            head, _, body = file.read_bytes().partition(b"\n")
            held = json.loads(head)
            listed = [(str(mark), int(length)) for mark, length in held["items"]]
            if held["version"] != __version__:  # another release may write rows in another way
                return cls(file)
        except (OSError, ValueError, LookupError, TypeError):
            return cls(file)
        if sum(length for _, length in listed) != len(body):
            return cls(file)
        items, at = {}, 0
        for mark, length in listed:
            items[mark] = body[at : at + length]
            at += length
        return cls(file, items, frozenset(items))

    def save(self) -> None:
        """Write the rows, if others than before are in use; raises PublishError where that fails."""
        if self.items.keys() == self._known:
            return
        part = self.file.with_name(self.file.name + ".part")
        listed = [(mark, len(text)) for mark, text in self.items.items()]
        head = json.dumps({"version": __version__, "items": listed}).encode()
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(b"\n".join((head, b"".join(self.items.values()))))
            part.replace(self.file)
        except OSError as error:
            raise PublishError(
                f"cannot write {self.file}: {error.strerror}", hint="check disk space and permissions"
            ) from error
