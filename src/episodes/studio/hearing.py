"""Recognisers and language models: what hears and what sums up."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from episodes.core.errors import UsageError
from episodes.studio.ground import Ground

if TYPE_CHECKING:
    from episodes.llm.chat import ChatModel
    from episodes.speech.shelf import Shelf
    from episodes.workflow.ports import Transcriber


class Hearing(Ground):
    """The parts that turn speech into text."""

    @cache  # noqa: B019  # a studio lives as long as its command; a model is loaded once
    def transcriber(self, *, model: str = "", engine: str = "", language: str = "") -> Transcriber:
        """The recogniser that the settings, or these words of the command line, ask for."""
        wanted = self.config.transcription
        engine, model, language = engine or wanted.engine, model or wanted.model, language or wanted.language
        if engine == "remote":
            return self._remote_transcriber(model, language)
        from episodes.speech.whisper import Whisper  # loads a model runtime

        folder = self.workspace.models
        if engine == "auto":
            return Whisper(model, language=language, models_folder=folder)
        return Whisper(model, language=language, models_folder=folder, engine=engine)  # type: ignore[arg-type]

    def _remote_transcriber(self, model: str, language: str) -> Transcriber:
        import os

        from episodes.speech.remote import RemoteTranscriber

        wanted = self.config.transcription
        if not wanted.url or model == "auto":
            raise UsageError(
                "the remote engine needs a server and a model",
                hint='in episodes.toml: [transcription] url = "http://127.0.0.1:8000/v1", model = "…"',
            )
        key = os.environ.get(wanted.key_env, "") if wanted.key_env else ""
        return RemoteTranscriber(url=wanted.url, model=model, key=key, language=language)

    def chat_model(self) -> ChatModel:
        """The language model that the settings name; raises UsageError if they name none."""
        import os

        from episodes.llm.chat import ChatModel

        wanted = self.config.summaries
        if not wanted.url or not wanted.model:
            raise UsageError(
                "no language model is set, and nothing is made up without one",
                hint='in episodes.toml: [summaries] url = "http://127.0.0.1:11434/v1", model = "…"',
            )
        return ChatModel(url=wanted.url, model=wanted.model, key=os.environ.get(wanted.key_env, ""))

    @cached_property
    def shelf(self) -> Shelf:
        from episodes.speech.shelf import Shelf

        return Shelf(self.workspace.models)

    def takes_proposals(self, show: str) -> bool:
        """Tell whether proposals by machine go into the record at once: as the show says, else as the workspace."""
        own = self.config.shows[show].accept_proposals if show in self.config.shows else None
        return self.config.summaries.accept if own is None else own

    def pick_model(self) -> tuple[str, str]:
        """Name the model that would be used without being asked, and why; nothing is downloaded."""
        from episodes.speech.models import find_model

        model = find_model(
            self.config.transcription.model,
            language=self.config.transcription.language,
            folder=self.workspace.models,
            pull=False,
        )
        return model.name, model.reason
