"""The shelf of models: which are on this machine, which could be, and getting one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from episodes.speech.models import Model, find_model, installed_models, known_names


@dataclass(frozen=True, kw_only=True)
class Shelved:
    """A model on this machine."""

    name: str
    folder: Path
    size: int  #: bytes of the weights
    languages: str  #: "English" or "many"
    where: str


class Shelf:
    """Lists, gets and finds models; `folder` is the workspace's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def installed(self) -> list[Shelved]:
        """The models that need no download, smallest first."""
        return sorted((_shelved(model) for model in installed_models(self.folder)), key=lambda one: one.size)

    def known(self) -> list[str]:
        """The names that can be asked for, whether they are here or not."""
        return known_names()

    def pull(self, name: str) -> Shelved:
        """Get a model by name; raises UsageError for an unknown name, TranscriptionError if it cannot be had."""
        return _shelved(find_model(name, folder=self.folder, pull=True))

    def find(self, name: str) -> Shelved:
        """The model that a name means on this machine; raises as `pull` does, but downloads nothing."""
        return _shelved(find_model(name, folder=self.folder, pull=False))


def _shelved(model: Model) -> Shelved:
    languages = "English" if model.english_only else "many"
    return Shelved(name=model.name, folder=model.folder, size=model.size, languages=languages, where=model.reason)
