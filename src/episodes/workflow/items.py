"""Items of feeds kept from one build to the next: one new episode does not make a long feed anew."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from episodes import __version__
from episodes.core.errors import PublishError


@dataclass
class KeptItems:
    """The written items of one feed, by a mark of all that each was made from."""

    file: Path
    items: dict[str, bytes] = field(default_factory=dict)
    _known: frozenset[str] = frozenset()

    @classmethod
    def load(cls, file: Path) -> KeptItems:
        """Read what was kept; where there is nothing or it is damaged, everything is written anew."""
        try:
            held = json.loads(file.read_text(encoding="utf-8"))
            items = {str(mark): str(text).encode() for mark, text in held["items"].items()}
            if held["version"] != __version__:  # another release may write items in another way
                return cls(file)
        except (OSError, ValueError, AttributeError, LookupError, TypeError):
            return cls(file)
        return cls(file, items, frozenset(items))

    def save(self) -> None:
        """Write the items, if others than before are in use; raises PublishError where that fails."""
        if self.items.keys() == self._known:
            return
        part = self.file.with_name(self.file.name + ".part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            texts = {mark: text.decode() for mark, text in self.items.items()}
            held = {"version": __version__, "items": texts}
            part.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
            part.replace(self.file)
        except OSError as error:
            raise PublishError(
                f"cannot write {self.file}: {error.strerror}", hint="check disk space and permissions"
            ) from error
