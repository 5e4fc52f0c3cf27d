"""The Transcriber that runs Whisper here: a model by name, one of our engines, values out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from episodes.core.errors import UsageError
from episodes.core.progress import Progress, Report
from episodes.core.transcript import Fingerprint, Heard
from episodes.speech import models, packed, simple
from episodes.speech.audio import Sound

if TYPE_CHECKING:
    from episodes.speech.models import Model

Engine = Literal["packed", "simple"]


class _Engine(Protocol):
    def hear(
        self, sound: Sound, *, language: str, words: bool, hotwords: Sequence[str], resume_at: float
    ) -> Iterator[Heard]: ...


class Whisper:
    """Transcribes with a Whisper model on this machine.

    `model` is a name ("base", "tiny.en", "auto", …) or a folder with a CTranslate2 model;
    `models_folder` is looked into before packages and the hub. `threads` 0 means all cores.
    The model is loaded at the first `hear` and kept for the next.
    """

    def __init__(
        self,
        model: str = "auto",
        *,
        engine: Engine = "packed",
        device: str = "auto",
        threads: int = 0,
        models_folder: Path | None = None,
        pull: bool = True,
        language: str = "",
    ) -> None:
        if engine not in {"packed", "simple"}:
            raise UsageError(f"no engine named {engine!r}", hint="one of packed, simple")
        self.name, self.engine_name, self.device, self.threads = model, engine, device, threads
        self.models_folder, self.pull, self.language = models_folder, pull, language

    @cached_property
    def model(self) -> Model:
        """The model that the name means on this machine, with the reason; raises TranscriptionError."""
        return models.find_model(self.name, language=self.language, folder=self.models_folder, pull=self.pull)

    def describe(self) -> str:
        """The model's name and why it is this one; raises TranscriptionError."""
        return f"{self.model.name} ({self.model.reason})"

    def fingerprint(self, media_sha256: str, /, *, language: str = "", words: bool = False) -> Fingerprint:
        options = {"language": language or self.language or "auto", "words": "yes" if words else "no"}
        return Fingerprint(
            media_sha256=media_sha256,
            engine=packed.NAME if self.engine_name == "packed" else simple.NAME,
            model=self.model.name,
            options={**options, "weights": self.model.weights},
        )

    def hear(
        self,
        audio: Path,
        /,
        *,
        language: str = "",
        words: bool = False,
        hotwords: Sequence[str] = (),
        resume_at: float = 0.0,
        report: Report | None = None,
    ) -> Iterator[Heard]:
        """Yield finished windows in order; raises MediaError or TranscriptionError."""
        sound = Sound(audio)
        wanted = language or self.language
        for heard in self._engine.hear(sound, language=wanted, words=words, hotwords=hotwords, resume_at=resume_at):
            if report:
                latest = heard.segments[-1].text if heard.segments else ""
                total = max(sound.hearing.stated, heard.until)
                report(Progress(stage="transcribe", done=heard.until, total=total, text=latest))
            yield heard

    @cached_property
    def _engine(self) -> _Engine:
        if self.engine_name == "packed":
            return packed.PackedEngine(self.model, device=self.device, threads=self.threads)
        return simple.SimpleEngine(self.model, device=self.device, threads=self.threads)
