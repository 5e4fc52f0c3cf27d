"""What the last build made, unit by unit: what each was made from, and how it left the files; safe to delete."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from episodes.core.errors import PublishError

#: Parts the names of files; the only sign besides "/" that no name can hold.
_SEPARATOR = "\0"
_GONE = "-"
#: What parts fields and units in the file; a unit that has one in its name or in a path is made again each time.
_TAB, _LINE = "\t", "\n"


class _Unit(NamedTuple):
    name: str
    stamp: str
    made: str  #: paths of files that the unit is, under the web root
    used: str  #: paths of files that it was made from
    marks: str  #: of all these files
    part: str = ""  #: a stamp of what some of these files are made from, which often stays while others change

    @property
    def paths(self) -> list[str]:
        return self.made.split(_SEPARATOR) if self.made else []


@dataclass
class Ledger:
    """The units of one scope: pages, captions, pictures, feeds.

    A unit stands while its stamp is the same and nobody touched its files: each has the size and time of change
    that the last build left it with. Files under the web root are named from there, others from the workspace.

    Its file begins with a line of JSON; each unit is a line of fields, for reading and writing JSON takes four times
    as long, and a long show has ten thousand units.
    """

    file: Path
    web: Path
    root: Path
    stamp: str = ""  #: of all that the scope is made from
    facts: dict[str, Any] = field(default_factory=dict)
    _old: dict[str, _Unit] = field(default_factory=dict)
    _new: dict[str, _Unit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._web, self._root = str(self.web), str(self.root)

    @classmethod
    def load(cls, file: Path, *, web: Path, root: Path) -> Ledger:
        """Read what is known; where there is nothing or it is damaged, everything is made again."""
        empty = cls(file, web, root)
        try:
            head, *lines = file.read_bytes().decode("utf-8", "surrogatepass").split(_LINE)
            held = json.loads(head)
            units = {unit.name: unit for unit in [_Unit(*line.split(_TAB)) for line in lines]}
            known = cls(file, web, root, str(held["stamp"]), dict(held["facts"]), units)
            return known if len(units) == held["units"] else empty
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return empty

    def stands(self, stamp: str) -> bool:
        """Tell whether the whole scope stands."""
        return self.stamp == stamp and all(self._is_sound(unit) for unit in self._old.values())

    @property
    def files(self) -> int:
        """How many files under the web root the last build left."""
        return sum(len(unit.paths) for unit in self._old.values())

    def keep(self, name: str, stamp: str) -> bool:
        """Let a unit stand if nothing of it changed; False if it must be made."""
        unit = self._old.get(name)
        if unit is None or unit.stamp != stamp or not self._is_sound(unit):
            return False
        self._new[name] = unit
        return True

    def paths(self, names: Iterable[str]) -> list[str]:
        """The files under the web root that units are which were kept or made."""
        made = _SEPARATOR.join(filter(None, [self._new[name].made for name in names]))
        return made.split(_SEPARATOR) if made else []

    def touched(self, name: str) -> list[str]:
        """The files of a unit that somebody changed since the last build."""
        unit = self._old.get(name)
        if unit is None:
            return []
        known = unit.marks.split()
        return [path for path, mark in zip(unit.paths, known, strict=False) if mark != mark_of(self._at(path))]

    def marks(self) -> dict[str, str]:
        """Size and time of each file under the web root, as the last build left it."""
        found: dict[str, str] = {}
        for unit in self._old.values():
            found.update(zip(unit.paths, unit.marks.split(), strict=False))
        return found

    def untouched(self, name: str, part: str) -> list[str]:
        """The files of a unit that nobody changed, if the part that it was made with is the same."""
        unit = self._old.get(name)
        if unit is None or unit.part != part:
            return []
        touched = set(self.touched(name))
        return [path for path in unit.paths if path not in touched]

    def put(self, name: str, stamp: str, made: Iterable[str], used: Iterable[Path] = (), part: str = "") -> None:
        """Remember a unit that was made just now."""
        paths, sources = list(dict.fromkeys(made)), [os.path.relpath(path, self.root) for path in used]
        unit = _Unit(name, stamp, _SEPARATOR.join(paths), _SEPARATOR.join(sources), "", part)
        self._new[name] = unit._replace(marks=self._marks(unit))

    def save(self, stamp: str, facts: dict[str, Any]) -> None:
        """Write down the units that were kept or made; raises PublishError where that fails."""
        lines = [_TAB.join(unit) for unit in self._new.values()]
        lines = [line for line in lines if line.count(_TAB) == len(_Unit._fields) - 1 and _LINE not in line]
        whole = stamp if len(lines) == len(self._new) else ""  # else nobody would miss what is left out
        head = json.dumps({"stamp": whole, "facts": facts, "units": len(lines)})
        part = self.file.with_name(self.file.name + ".part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_LINE.join((head, *lines)).encode("utf-8", "surrogatepass"))
            part.replace(self.file)
        except OSError as error:
            raise PublishError(
                f"cannot write {self.file}: {error.strerror}", hint="check disk space and permissions"
            ) from error

    def _is_sound(self, unit: _Unit) -> bool:
        return unit.marks == self._marks(unit)

    def _marks(self, unit: _Unit) -> str:
        files = _below(self._web, unit.made) + _below(self._root, unit.used)
        try:  # all at once, for a long show has a hundred thousand files, and hardly ever is one gone
            return " ".join([f"{found.st_size}.{found.st_mtime_ns}" for found in map(os.stat, files)])
        except OSError:
            return " ".join(map(mark_of, files))

    def _at(self, path: str) -> str:
        return f"{self.web}/{path}"


def _below(folder: str, paths: str) -> list[str]:
    """The files of a unit; what is done for a hundred thousand is done to all of a unit at once."""
    return f"{folder}/{paths.replace(_SEPARATOR, f'{_SEPARATOR}{folder}/')}".split(_SEPARATOR) if paths else []


def mark_of(path: str) -> str:
    """The size of a file and when it was last changed."""
    try:
        found = os.stat(path)  # noqa: PTH116 - Path takes three times as long
    except OSError:
        return _GONE
    return f"{found.st_size}.{found.st_mtime_ns}"
